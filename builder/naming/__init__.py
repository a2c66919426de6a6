"""Names taken apart: what counts as the same word, a title, a country. Strings in, strings out.

Extraction and resolution both ask these questions; the answers rest on `builder/data/` alone.
"""

from builder.naming.bodies import (
    Beginning,
    NameWord,
    begins,
    is_generic,
    is_legal_form,
    is_owner,
    is_people,
    is_thing_noun,
    known_body,
    marks,
)
from builder.naming.given import (
    Sex,
    is_family_first,
    is_given_name,
    is_syllable,
    nickname_rows,
    sex,
)
from builder.naming.places import (
    country,
    is_body,
    is_demonym,
    is_seat,
    is_state_short,
    known_place,
    place_name,
    stands_for,
    state_of,
)
from builder.naming.register import KnownOutlet, outlet_names, outlets
from builder.naming.spellings import (
    PARTICLES,
    fold,
    generation,
    is_honorific,
    is_suffix,
    key,
    sound,
    spelling,
    words,
)
from builder.naming.titles import alike, is_office, may_be_firm, title

__all__ = [
    "PARTICLES",
    "Beginning",
    "KnownOutlet",
    "NameWord",
    "Sex",
    "alike",
    "begins",
    "country",
    "fold",
    "generation",
    "is_body",
    "is_demonym",
    "is_family_first",
    "is_generic",
    "is_given_name",
    "is_honorific",
    "is_legal_form",
    "is_office",
    "is_owner",
    "is_people",
    "is_seat",
    "is_state_short",
    "is_suffix",
    "is_syllable",
    "is_thing_noun",
    "key",
    "known_body",
    "known_place",
    "marks",
    "may_be_firm",
    "nickname_rows",
    "outlet_names",
    "outlets",
    "place_name",
    "sex",
    "sound",
    "spelling",
    "stands_for",
    "state_of",
    "title",
    "words",
]
