"""Article text is hostile: here it is made harmless in Markdown, HTML, YAML and JSON-LD.

`escape` is the templates' `finalize`: every `{{ expression }}` passes through it. Its result means
the same in Markdown text, in raw HTML and in a quoted attribute, so that no template has to know
where it stands.
"""

import html
import json
import re
from collections.abc import Mapping
from functools import lru_cache

import yaml
from markupsafe import Markup

from builder.text.one_line import clean

# Characters that Python-Markdown, its extensions or HTML give a meaning; two hyphens; what starts
# a list, a quotation, a definition or a front matter when it stands first.
_LIVE = re.compile(r"[\\`*_{}\[\]<>&#|~=^$:!+\"'@]|--+|^ ?[-.]|^ ?\d+[.)]")
_LIVE_IN_URL = re.compile(r"[\\`*_{}\[\]<>&|^$!\"'+@()]")
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)  # both are safe; in C, three times as fast
_ONE_LINE = 2**31 - 1  # characters
_REPEATED = 20_000  # texts: names and links stand on many pages

_GENERATED = """\
# Made by `dossier build`, which will write over it: changes made here do not last.
# Correct names, speakers, dates and claims in editorial.yml, articles in seeds/.
"""


def escape(value: object) -> Markup:
    """The value as text that is live nowhere; `Markup` of our own making passes as it is."""
    if isinstance(value, Markup):
        return value
    return Markup() if value is None else _escaped(str(value))


@lru_cache(maxsize=_REPEATED)
def _escaped(text: str) -> Markup:
    return Markup(_LIVE.sub(_references, clean(text)))  # noqa: S704 - this is the escaping


@lru_cache(maxsize=_REPEATED)
def escape_url(url: str) -> Markup:
    """A URL for an attribute: as `escape`, but its own punctuation stays readable."""
    return Markup(_LIVE_IN_URL.sub(_references, clean(url)))  # noqa: S704 - this is the escaping


def front_matter(fields: Mapping[str, object]) -> str:
    """The head of a page; strings are HTML-escaped, for the theme prints them as they are.

    It begins with two lines for whoever opens the file to mend something; no reader sees them.
    """
    safe = {
        key: html.escape(clean(value).strip()) if isinstance(value, str) else value
        for key, value in fields.items()
    }
    body = yaml.dump(safe, Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=_ONE_LINE)
    return f"---\n{_GENERATED}{body}---\n"


def json_ld(data: Mapping[str, object]) -> Markup:
    """A block of linked data that no text in it can close."""
    text = json.dumps(data, ensure_ascii=True, sort_keys=True)
    for mark in "<>&":
        text = text.replace(mark, f"\\u{ord(mark):04x}")
    return Markup('<script type="application/ld+json">{}</script>').format(Markup(text))  # noqa: S704


def _references(match: re.Match[str]) -> str:
    return "".join(
        mark if mark == " " or mark.isalnum() else f"&#{ord(mark)};" for mark in match[0]
    )
