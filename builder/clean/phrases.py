"""What a line says, apart from where it stands: tests on its words, with the data file's phrases.

All compare lower case with straight marks, so that "Read More »" and "READ MORE:" are one.
"""

import re
from collections.abc import Callable
from functools import cache

from builder.knowledge import entries

LONGEST_ROW = 160  # characters of a row of buttons, a path, a byline; paragraphs are longer
LONGEST_SENTENCE = 400  # the longest cookie notices in one sentence
LONGEST_CREDIT = 80  # characters, with the marks around it
MOST_NAMES = 4  # "Ana Maria de la Cruz, Lima"; more capitals make a headline

_EDGES = " \t.…:;,!?*|•·–—-►▶▼▲↑↓→←»«›‹+[](){}<>#\"'_=~^©✕×"
_CLOSING = " \t\"'”’»)]}*"
_STRAIGHT = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "–": "-", "—": "-"}
)
_NAME_WORDS = range(2, 7)
_QUOTED_WORDS = 3  # «click “Accept”» speaks of the page, "“we use cookies here,” he said" does not
_NAME = r"[^\W\d_][\w.'’-]*"
_DAY = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d\d\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b"
    r"|\b\d+ (?:second|minute|min|hour|hr|day|week|month)s? ago\b"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w* \d{1,2}\b"
    r"|\b\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\b"
)
_CREDIT = re.compile(r"\s+(?:[–—-]+\s*|[(\[])[A-Z][^.!?()\[\]]{0,40}[)\]]?$")  # "he said. – AFP"
_WORD = re.compile(r"[a-z.]*[a-z]")
_STATED = re.compile(r"[^\w]*(?:last )?(?:published|posted|updated|modified|edited)\b")
_COMMENTER = re.compile(
    r".{2,40} (?:says?|said|writes?|wrote|replie[ds]):?|reply|.*e-?mail address.*"
    r"|.{2,60}\d+ (?:minutes?|hours?|days?) ago"
)
_BYLINE = re.compile(
    rf"(?:(?:written|words|story|text|report|reported|article|posted|published"
    rf"|edited|curated|compiled|reviewed|produced) )?by:?\s*"
    rf"(?P<names>{_NAME}(?:(?:\s*[,|&/·•-]\s*|\s+){_NAME}){{0,12}})",
    re.IGNORECASE,
)


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(entries("boilerplate")[name])


@cache
def _any_of(name: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in entries("boilerplate")[name]))


@cache
def _starts(name: str) -> re.Pattern[str]:
    ordered = sorted(entries("boilerplate")[name], key=lambda words: (-len(words), words))
    return re.compile("(?:" + "|".join(map(re.escape, ordered)) + r")(?!\w)")


@cache
def _buttons() -> re.Pattern[str]:
    ordered = sorted(_set("buttons"), key=lambda word: (-len(word), word))
    words = "|".join(map(re.escape, ordered))
    return re.compile(rf"(?:[\W\d_]*(?:on |via |by )?(?:{words})){{1,40}}[\W\d_]*")


def plain(text: str) -> str:
    """The words of a text in lower case with straight marks and single blanks."""
    return " ".join(text.translate(_STRAIGHT).split()).casefold()


def core(text: str) -> str:
    """The same without any marks at its edges."""
    return plain(text).strip(_EDGES)


def is_page_line(text: str) -> bool:
    """Whether the line is a button, a form's field, an advertisement, a counter."""
    words = core(text)
    if words in _set("lines") or not any(character.isalnum() for character in words):
        return True
    whole = plain(text)
    if any(_any_of("patterns").fullmatch(form) for form in (words, whole)):
        return True
    return len(whole) <= LONGEST_ROW and bool(_buttons().fullmatch(whole))


def aside(text: str) -> Callable[[str], bool] | None:
    """What tells the end of the newsletter's box, list or post that the line opens, if any."""
    for opens, closes in entries("boilerplate")["asides"]:
        if re.fullmatch(opens, core(text)):
            end = re.compile(closes)
            return lambda line: bool(end.fullmatch(core(line)))
    return None


def opens_small_print(text: str) -> bool:
    """Whether a paragraph begins as only pages do, with their rights or corrections."""
    return bool(_any_of("openers").search(plain(text[:LONGEST_ROW])))


def is_label(text: str) -> bool:
    """Whether the line begins with a label such as "Photo:" or "Filed under"."""
    whole = plain(text)
    found = _starts("starts").match(whole)
    if found is None:
        return False
    return found[0].endswith(":") or not ends_sentence(text)


def headline_label(text: str) -> str | None:
    """What stands behind a label for another article, perhaps ""; `None` without a label."""
    return _behind(text, "headline_labels")


def video_label(text: str) -> str | None:
    """What stands behind a label for another video or picture, as `headline_label`."""
    return _behind(text, "video_labels")


def opens_comments(text: str) -> bool:
    """Whether readers' comments, or the form for one, follow this line."""
    words = core(text)
    return words in _set("comment_heads") or bool(
        re.fullmatch(r"\d+ (?:comments?|replies)|comments? \(?\d+", words)
    )


def is_of_comments(text: str) -> bool:
    """Whether the line stands by a reader's comment or in the form for one."""
    words = plain(text)
    return bool(_COMMENTER.fullmatch(words)) or "comment" in words or is_date_stamp(text)


def is_page_sentence(text: str) -> bool:
    """Whether a sentence speaks of the page: its cookies, newsletters, rights."""
    words = plain(text)
    if len(words) > LONGEST_SENTENCE or _quotes(words):
        return False
    return bool(_any_of("sentences").search(words))


def is_page_part(text: str) -> bool:
    """Whether a sentence amid others of the page is one more of them, if only "Log in"."""
    return is_page_sentence(text) or is_page_line(text)


def is_section(text: str) -> bool:
    """Whether the line names a section, or is a path of them ("Home > World > Asia")."""
    words = core(text)
    parts = [part.strip(_EDGES) for part in re.split(r"[>»›/|,&•·]", words)]
    return len(words) <= LONGEST_ROW and all(
        not part or part in _set("sections") for part in parts
    )


def is_crumbs(text: str) -> bool:
    """Whether the line is a path ("Home » World » Leaders meet") or tags without blanks."""
    if re.fullmatch(r"[^>»›\n]{2,40}(?:\s*[>»›]\s*[^>»›\n]{2,150}){1,6}", text):
        return True
    return bool(re.fullmatch(r"[^\W\d][^,.\n]{0,38}[^\W\d](?:,[^\W\d][^,.\n]{1,40}){1,8}", text))


def is_stamp(text: str) -> bool:
    """Whether the line says who wrote the article, or when, and nothing else."""
    return is_date_stamp(text) or bool(byline_names(text))


def byline_names(text: str) -> str:
    """The names of a byline ("Jane Doe" of "By Jane Doe, staff writer"); "" if it is none."""
    if len(text) > LONGEST_ROW or ends_sentence(text):
        return ""
    found = _BYLINE.match(text.strip(" |•·-–—"))
    if found is None:
        return ""
    rest = text.strip(" |•·-–—")[found.end() :]
    names = re.findall(_NAME, found["names"])
    if any(not name[0].isupper() and name.lower() not in _set("byline_words") for name in names):
        return ""
    return found["names"] if not rest.strip(_EDGES) or is_date_stamp(rest) else ""


def is_date_stamp(text: str) -> bool:
    """Whether the line says when the article was published or updated, and nothing else."""
    words = plain(text)
    if len(words) > LONGEST_ROW or not _DAY.search(words):
        return False
    return all(word.strip(".") in _set("date_words") for word in _WORD.findall(words))


def is_stated_date(text: str) -> bool:
    """Whether it is a date-stamp that says so ("Updated: 5 May 2024"), wherever it stands."""
    return bool(_STATED.match(plain(text))) and is_date_stamp(text)


def is_name(text: str) -> bool:
    """Whether the line is a name, a role or both, as a writer's alone ("Jane Doe in Oslo")."""
    words = text.replace(",", " ").replace("|", " ").split()
    return (
        len(words) in _NAME_WORDS
        and words[0][0].isupper()
        and sum(word[0].isupper() for word in words) <= MOST_NAMES
        and all(re.fullmatch(_NAME, word) for word in words)
        and all(word[0].isupper() or word in _set("byline_words") for word in words)
    )


def is_writer(text: str) -> bool:
    """Whether the line names a person by two words or more, and no office, section or place."""
    opening = text.split()[:2]
    words = {word.strip(",|").lower() for word in opening}
    return (
        is_name(text)
        and all(word[0].isupper() and word.isalpha() for word in opening)
        and words.isdisjoint(_set("byline_words") | _set("sections"))
    )


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does; marks, a footnote and a credit may follow it."""
    text = _CREDIT.sub("", text.rstrip()[-LONGEST_CREDIT:])
    return text.rstrip(_CLOSING).endswith((".", "!", "?", "…", ";"))


def _behind(text: str, labels: str) -> str | None:
    whole = plain(text).lstrip(_EDGES)
    found = _starts(labels).match(whole)
    if found is None:
        return None
    rest = whole[found.end() :]
    if not rest.strip(_EDGES):
        return ""
    if text.rstrip(_CLOSING).endswith("."):
        return None  # "Related: that is how the prosecutor described them."
    return rest.strip(_EDGES) if rest.lstrip().startswith((":", "|", "»", ">", "- ")) else None


def _quotes(words: str) -> bool:
    """Whether someone is quoted at length: then the sentence is the report's."""
    pieces = words.split('"')
    return len(pieces) % 2 == 0 or any(len(p.split()) >= _QUOTED_WORDS for p in pieces[1::2])
