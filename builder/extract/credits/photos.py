"""Credits of pictures in a line: "Photo: Ana Ruiz/AFP", "(AP Photo/Ana Ruiz)", "Ana Ruiz/AFP".

Whoever took a picture is no person of the story and no author of the report, and an agency that
sent a picture did not send the report: these credits name neither. Who is cited, says `citations`.
"""

import re
from collections.abc import Iterator

from builder import naming
from builder.model.article import Article, Passage

CUES = ("/", "photo", "pic", "image", "credit", "source:")
LONGEST = 80  # characters of a credit after its cue
_CUED = re.compile(
    r"(?:\b(?:photo(?:graph)?s?|pictures?|pics?|images?|video|file photo)(?:\s+(?:credits?|by))?"
    rf"|\bcredits?)\s*:\s*[A-Z][^\n()\[\]]{{1,{LONGEST}}}",
    re.IGNORECASE,
)
_WORD = r"[A-Z][\w’'.-]{0,40}"
_NAME = rf"{_WORD}(?: (?:(?:al|bin|de|van|von|el|da|di) )?{_WORD}){{0,3}}"
_NAMES = re.compile(rf"{_NAME}(?:(?:, | and | - | ?/ ?){_NAME})*")
_SOURCE = re.compile(  # "The mayor. (Source: TARN - Pavel Zorn)"
    r"[.”\"’]\s(?P<credit>[(\[]Source:\s?(?P<names>[^()\[\]\n]{2,60})[)\]])\s*$"
)
_SOURCES = re.compile(rf"{_NAME}(?: ?[-–/] ?{_NAME}){{1,2}}")
_PARTED = re.compile(
    rf"(?<!\w)(?P<one>{_NAME})\s?/\s?(?P<other>{_NAME})(?:(?:\s?/\s?| via ){_NAME}){{0,6}}"
    r"(?=\s*(?:[)\]]|\.?\s*$))"  # "the CNN/Acme poll" is no picture
)


def photos_in(article: Article, line: re.Match[str]) -> Iterator[Passage]:
    """The credits of pictures in one line of the article."""
    done = 0
    for match in _CUED.finditer(line[0]):
        words = match[0].partition(":")[2].strip(" .")
        if _outlet(words) or _NAMES.fullmatch(words):
            done = match.end()
            yield article.passage(line.start() + match.start(), line.start() + match.end())
    source = _SOURCE.search(line[0], done)
    if source and _SOURCES.fullmatch(source["names"]):
        done = source.end()
        yield article.passage(
            line.start() + source.start("credit"), line.start() + source.end("credit")
        )
    for match in _PARTED.finditer(line[0], done):
        if _is_outlet(match["one"]) != _is_outlet(match["other"]):
            start = match.start() + _behind_sentence(match[0])
            yield article.passage(line.start() + start, line.start() + match.end())


def _outlet(words: str) -> bool:
    """Whether one of the names parted by slashes and commas is an outlet's."""
    return any(_is_outlet(part.strip(" .")) for part in re.split(r"[/,]| via ", words))


def _is_outlet(name: str) -> bool:
    known = naming.outlet_names()
    bare = re.sub(r"\s+(?:Photo|Images|Pictures)$", "", name)
    return any(form in known for form in (name, bare, bare.title(), name.rpartition(". ")[2]))


def _behind_sentence(words: str) -> int:
    """Where the credit begins in "… in Lima. Ana Ruiz/AFP"."""
    before = words.partition("/")[0]
    return max((end.end() for end in re.finditer(r"\w{3,}\. ", before)), default=0)
