"""Old addresses: a static page that leads to the new one, or to the list where an item is gone."""

from collections.abc import Set
from html import escape

from builder import links
from builder.render.index import DossierIndex
from builder.text.one_line import clean

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
<link rel="canonical" href="{url}">
<meta http-equiv="refresh" content="0; url={url}">
</head>
<body>
<p>{words}</p>
</body>
</html>
"""
_MOVED = 'This page is now <a href="{url}">here</a>.'
_GONE = (
    'What stood here is no longer part of the dossier. <a href="{url}">The list</a> has what '
    "there is now."
)


def moved_pages(story: DossierIndex, taken: Set[str]) -> dict[str, str]:
    """A page for each address that was published once; addresses in `taken` are in use again."""
    return {
        f"{old.strip('/')}/index.html": _moved(old, new, story)
        for old, new in story.dossier.redirects
        if links.page_file(old) not in taken
    }


def _moved(old: str, new: str, story: DossierIndex) -> str:
    is_gone = new.strip("/") in links.SECTIONS
    url = escape(links.relative(old, new))
    title = clean(story.dossier.title)
    return _PAGE.format(
        title=escape(f"{'Gone' if is_gone else 'Moved'} – {title}"),
        url=url,
        words=(_GONE if is_gone else _MOVED).format(url=url),
    )
