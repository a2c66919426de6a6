"""Characters that stand for something else: a text in, substitutes of the same length out.

Entities left in ("&amp;", "&#8217;"), tags, Markdown signs, bullets, the ">" of quoted mail, line
ends of other systems, control characters and invisible ones, and a thousand characters or more
without a blank: pictures in letters and figures, over which a tokenizer takes quadratic time. An
invisible character inside a word stays: a blank in its place would tear the word apart.
"""

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from builder.model.blanks import INVISIBLE

Substitute = tuple[int, int, str]

_INVISIBLE = "".join(sorted(INVISIBLE))
_SIGN = re.compile(
    rf"""
      (?P<end>\r(?!\n) | [\x0b\x0c\x1c-\x1e\x85\u2028\u2029])
    | (?P<blank>[\x00-\x08\x0e-\x1b\x1f\r\x7f-\x84\x86-\x9f\ufffe\uffff])
    | (?P<junk>(?:[!-~]|[^\s\w!-~]){{1000,}})
    | (?P<lone>[\ud800-\udfff])
    | (?P<quoted>(?m:^)[ \t]*>[> \t]*)
    | (?P<hidden>(?<!\w)[{_INVISIBLE}]+ | [{_INVISIBLE}]+(?!\w))
    | (?P<entity>&(?:\#\d{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,30}});)
    | (?P<block></?(?:p|br|div|h[1-6]|li|ul|ol|blockquote|figure|figcaption|hr)\b[^<>]{{0,300}}>)
    | (?P<tag></?(?:a|b|i|u|em|strong|span|img|sup|sub|small|cite|q)\b[^<>]{{0,300}}>)
    """,
    re.VERBOSE,
)
_DASHES = frozenset("-–—")
_BULLET = re.compile(r"^[ \t]*([•·▪●◦‣■►▶➤✓→*+–—-]|#{1,6})(?=[ \t])", re.MULTILINE)
_TARGET = (  # "(https://en.wikipedia.org/wiki/Mercury_(planet))", "(a.example/:()", "[1]"
    r"(?:\((?:[^()\n]|\([^()\n]{0,500}\)){0,2000}\)|\([^)\n]{0,2000}\)|\[[^\]\n]{0,100}\])"
)
_MARKDOWN = re.compile(
    rf"""
      (?P<image>!\[[^\]\n]{{0,500}}\]{_TARGET}?)
    | (?P<target>(?<=[^\]\n])\]{_TARGET})
    """
    r"""
    | (?P<opening>\[(?=[^\]\n]{1,500}\][(\[]))
    | (?P<definition>(?m:^)[ ]{0,3}\[[^\]\n]{1,200}\]:[^\n]*)
    | (?P<address><https?://[^>\s]{1,2000}>)
    | (?P<comment><!--(?:[^-]|-(?!->)){0,1000}-->)
    | (?P<rule>(?m:^)[ \t]*(?:[*_=-][ \t]*){3,}(?m:$))
    | (?P<closing>[ \t]\#{1,6}[ \t]*(?m:$))
    | (?P<emphasis>(?<![\w*_~])[*_~]{1,3}(?=[\w"'“‘(\[])
      | (?<=[\w.,;:!?"'”’)\]])[*_~]{1,3}(?![\w*_~]))
    | (?P<code>`{1,3})
    | (?P<escape>\\(?=[!-/:-@\[-`{-~]))
    """,
    re.VERBOSE,
)


def signs_in(text: str, *, markdown: bool) -> tuple[Substitute, ...]:
    """What stands for something else, sorted, not overlapping; Markdown signs only if asked."""
    found = list(_plain(text))
    if markdown:
        found += ((sign.start(), sign.end(), _blank(sign)) for sign in _MARKDOWN.finditer(text))
    return apart(found)


def bullets_in(reading: str) -> tuple[Substitute, ...]:
    """The marks before list items and Markdown headings.

    One dash alone makes no list: "– AFP" is a credit.
    """
    marks = tuple(_BULLET.finditer(reading))
    seen = Counter(mark[1].strip() for mark in marks)
    return tuple(
        (mark.start(1), mark.end(1), " " * len(mark[1]))
        for mark in marks
        if seen[mark[1].strip()] > 1 or mark[1].strip() not in _DASHES
    )


def applied(text: str, substitutes: Sequence[Substitute]) -> str:
    """The text with the substitutes put in: the same length."""
    characters = list(text)
    for start, end, meant in substitutes:
        characters[start:end] = meant
    return "".join(characters)


def apart(found: Iterable[Substitute]) -> tuple[Substitute, ...]:
    """The substitutes sorted, each that begins inside another left out."""
    kept: list[Substitute] = []
    for sub in sorted(found, key=lambda sub: (sub[0], -sub[1])):
        if not kept or sub[0] >= kept[-1][1]:
            kept.append(sub)
    return tuple(kept)


def _plain(text: str) -> Iterator[Substitute]:
    for sign in _SIGN.finditer(text):
        kind, start, end = sign.lastgroup, sign.start(), sign.end()
        if kind == "entity":
            meant = _entity(text, start, end)
        elif kind in {"end", "block"}:
            meant = "\n".ljust(end - start)
        else:
            meant = "\ufffd" if kind == "lone" else _blank(sign)
        if meant != sign[0]:
            yield start, end, meant


def _blank(sign: re.Match[str]) -> str:
    return "".join("\n" if character == "\n" else " " for character in sign[0])


def _entity(text: str, start: int, end: int) -> str:
    """The character that an entity names, at the edge where a quote begins or ends with it.

    "&#8220;Yes,&#8221; he said": the first mark stands at the start of its span, the second at the
    end of its own, so that a passage cut at a mark holds the whole entity.
    """
    meant = html.unescape(text[start:end])
    if len(meant) > 1:
        return text[start:end]  # no entity that we know
    if not meant.isprintable():
        return " " * (end - start)
    opens = text[end : end + 1].isalnum() and not text[max(0, start - 1) : start].isalnum()
    if meant == '"':
        meant = "“" if opens else "”"  # a straight mark amid blanks would not say which it is
    return meant.ljust(end - start) if opens else meant.rjust(end - start)
