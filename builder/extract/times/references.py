"""Rules for times that no calendar holds: "now", "recently", "soon", "in the distant past"."""

import re

from builder.extract.times.patterns import Reading, Rule, date_reading, rule

_REFERENCES = {
    **dict.fromkeys(
        ("now", "currently", "nowadays", "presently", "present", "moment", "these"), "PRESENT_REF"
    ),
    **dict.fromkeys(("recently", "recent", "lately", "past"), "PAST_REF"),
    **dict.fromkeys(("soon", "future", "short", "long"), "FUTURE_REF"),
}


def _reference(match: re.Match[str]) -> Reading | None:
    for word in re.findall(r"[a-z]+", match[0].lower()):
        if word in _REFERENCES:
            return date_reading(value=_REFERENCES[word])
    return None


RULES: tuple[Rule, ...] = (
    rule(
        r"(?<!every\s)(?:now|currently|nowadays|presently|(?:more |most )?recently|lately|"
        r"at present|at the moment|these days)(?!-| that\b| and (?:again|then)\b)",
        _reference,
    ),
    rule(
        r"(?:in )?(?:the |our |its |their )?recent (?:[\w.]+ )?(?:history|times?|past)", _reference
    ),
    rule(r"(?:very |as )?soon(?!-| as\b|er\b)", _reference),
    rule(r"(?:in )?the (?:near |foreseeable |distant )?future(?! of\b)", _reference),
    rule(r"(?:in )?the (?:distant )?past(?! \w)", _reference),
    rule(r"(?:the )?(?:short|long)(?: |-)term(?= *[.,;”\"])", _reference),
)
