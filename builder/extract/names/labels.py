"""What a name is taken for in one article: titles and registers first, the model's label last."""

from collections import Counter

from spacy.tokens import Doc

from builder import naming
from builder.extract.names.parts import Part
from builder.model.findings import Label

_LABELS: dict[str, Label] = {
    "PERSON": "PERSON", "ORG": "ORG", "GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE",
    "NORP": "NORP", "EVENT": "OTHER", "PRODUCT": "OTHER", "WORK_OF_ART": "OTHER", "LAW": "OTHER",
    "LANGUAGE": "OTHER",
}  # fmt: skip
_MARKED: dict[str, Label] = {
    "suffixes": "ORG", "heads": "ORG", "places": "PLACE", "things": "OTHER",
}  # fmt: skip


def label_of(doc: Doc, part: Part, *, has_role: bool) -> Label | None:
    """The label of the name, `None` where nothing speaks for any."""
    if part.guessed:
        return None
    if part.honorific or part.titled is not None:
        return "PERSON"
    words = [token.text for token in doc[part.start : part.end]]
    known = _known_label(" ".join(words).replace(" - ", "-"))
    if known is not None:
        return known
    model = _model_label(doc, part)
    mark = naming.marks(words[-1]) if len(words) > 1 else None
    if mark and not (model == "PERSON" and naming.is_given_name(words[0])):
        return _MARKED[mark]
    if has_role and len(words) > 1 and model != "PLACE":
        return "PERSON"
    return model


def _known_label(name: str) -> Label | None:
    """What the registers say."""
    outlet = naming.outlet_names().get(name)
    if outlet and not outlet.common:
        return "OUTLET"
    if naming.is_people(name):
        return "NORP"
    if naming.known_body(name) or naming.is_body(name):
        return "ORG"
    return "PLACE" if naming.country(name) else None


def _model_label(doc: Doc, part: Part) -> Label | None:
    votes = Counter(
        _LABELS[token.ent_type_]
        for token in doc[part.start : part.end]
        if token.ent_type_ in _LABELS and token.text[0].isalnum()
    )
    return min(votes, key=lambda label: (-votes[label], label), default=None)
