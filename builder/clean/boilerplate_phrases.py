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

EDGES = " \t.…:;,!?*|•·–—-►▶▼▲↑↓→←»«›‹+[](){}<>#\"'_=~^©✕×"
_CLOSING = " \t\"'”’»)]}*"
_STRAIGHT = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "–": "-", "—": "-"}
)
_QUOTED_WORDS = 3  # «click “Accept”» speaks of the page, "“we use cookies here,” he said" does not
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
_SECTION_WORDS = 3  # "the Middle East"


@cache
def words_of(name: str) -> frozenset[str]:
    """The words of a list of the data file."""
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
    ordered = sorted(words_of("buttons"), key=lambda word: (-len(word), word))
    words = "|".join(map(re.escape, ordered))
    return re.compile(rf"(?:[\W\d_]*(?:on |via |by )?(?:{words})){{1,40}}[\W\d_]*")


def plain(text: str) -> str:
    """The words of a text in lower case with straight marks and single blanks."""
    return " ".join(text.translate(_STRAIGHT).split()).casefold()


def core(text: str) -> str:
    """The same without any marks at its edges."""
    return plain(text).strip(EDGES)


def is_page_line(text: str) -> bool:
    """Whether the line is a button, a form's field, an advertisement, a counter."""
    words = core(text)
    if words in words_of("lines") or not any(character.isalnum() for character in words):
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
    return words in words_of("comment_heads") or bool(
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


def invites(text: str) -> bool:
    """Whether the line opens as an invitation to the page's readers: "Join host Ana Ruiz"."""
    opening = core(text).split(maxsplit=1)
    return bool(opening) and opening[0] in words_of("invitations")


def is_section(text: str) -> bool:
    """Whether the line names a section, or is a path of them ("Home > World > Asia")."""
    words = core(text)
    parts = [part.strip(EDGES) for part in re.split(r"[>»›/|,&•·]", words)]
    return len(words) <= LONGEST_ROW and all(
        not part or part in words_of("sections") for part in parts
    )


def is_crumbs(text: str) -> bool:
    """Whether the line is a path ("Home » World » Leaders meet") or tags without blanks."""
    if re.fullmatch(r"[^>»›\n]{2,40}(?:\s*[>»›]\s*[^>»›\n]{2,150}){1,6}", text):
        return True
    return bool(re.fullmatch(r"[^\W\d][^,.\n]{0,38}[^\W\d](?:,[^\W\d][^,.\n]{1,40}){1,8}", text))


def is_date_stamp(text: str) -> bool:
    """Whether the line says when the article was published or updated, and nothing else."""
    words = plain(text)
    if len(words) > LONGEST_ROW or not _DAY.search(words):
        return False
    return all(word.strip(".") in words_of("date_words") for word in _WORD.findall(words))


def is_stated_date(text: str) -> bool:
    """Whether it is a date-stamp that says so ("Updated: 5 May 2024"), wherever it stands."""
    return bool(_STATED.match(plain(text))) and is_date_stamp(text)


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does; marks, a footnote and a credit may follow it."""
    text = _CREDIT.sub("", text.rstrip()[-LONGEST_CREDIT:])
    return text.rstrip(_CLOSING).endswith((".", "!", "?", "…", ";"))


def _behind(text: str, labels: str) -> str | None:
    whole = plain(text).lstrip(EDGES)
    found = _starts(labels).match(whole)
    if found is None:
        return None
    rest = whole[found.end() :]
    if not rest.strip(EDGES):
        return ""
    if found[0] in words_of("open_labels") and _is_section_name(text, rest):
        return ""
    if text.rstrip(_CLOSING).endswith("."):
        return None  # "Related: that is how the prosecutor described them."
    return rest.strip(EDGES) if rest.lstrip().startswith((":", "|", "»", ">", "- ")) else None


def _is_section_name(text: str, rest: str) -> bool:
    """Whether words behind a label only say where its headlines are from: "the courts"."""
    return len(rest.split()) <= _SECTION_WORDS and not ends_sentence(text) and ":" not in rest


def _quotes(words: str) -> bool:
    """Whether someone is quoted at length: then the sentence is the report's."""
    pieces = words.split('"')
    return len(pieces) % 2 == 0 or any(len(p.split()) >= _QUOTED_WORDS for p in pieces[1::2])
