"""Names for the ids of the dossier: a bare `str` is prose."""

from typing import NewType

ArticleId = NewType("ArticleId", str)
LineageId = NewType("LineageId", str)
EntityId = NewType("EntityId", str)
"""A person, an organisation, a place or an outlet: whoever can speak."""
PersonId = NewType("PersonId", EntityId)
OutletId = NewType("OutletId", EntityId)
QuoteId = NewType("QuoteId", str)
UtteranceId = NewType("UtteranceId", str)
ClaimId = NewType("ClaimId", str)
EventId = NewType("EventId", str)
