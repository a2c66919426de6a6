"""Old addresses: a static page that leads to the new one, or says that the item is gone."""

from html import escape

from builder import links
from builder.render.escape import clean
from builder.render.story import Story

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
{head}</head>
<body>
<p>{words}</p>
</body>
</html>
"""


def moved_pages(story: Story, taken: frozenset[str]) -> dict[str, str]:
    """A page for each address that was published once; addresses in `taken` are in use again."""
    return {
        f"{old.strip('/')}/index.html": _moved(old, new, story) if new else _gone(old, story)
        for old, new in story.dossier.redirects
        if links.page_file(old) not in taken
    }


def _moved(old: str, new: str, story: Story) -> str:
    url = escape(links.relative(old, new))
    return _PAGE.format(
        title=escape(f"Moved – {clean(story.dossier.title)}"),
        head=f'<link rel="canonical" href="{url}">\n'
        f'<meta http-equiv="refresh" content="0; url={url}">\n',
        words=f'This page is now <a href="{url}">here</a>.',
    )


def _gone(old: str, story: Story) -> str:
    home = escape(links.relative(old, ""))
    title = escape(clean(story.dossier.title))
    return _PAGE.format(
        title=f"Gone – {title}",
        head="",
        words="What stood here is no longer part of the dossier. "
        f'<a href="{home}">{title}</a> has what there is now.',
    )
