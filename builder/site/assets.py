"""One style sheet and one script for the pages of a site, in place of many.

In: a built site whose pages ask for the theme's style sheets and scripts one by one, as they stand
in the repository. Out: the same with each run of them joined, the sheets without what no page
needs; names of files say what is in them, so that a browser may keep them for good. Missed on
purpose: a preview, which shows the same and is rebuilt at every change; Material's script.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from builder.site.stylesheets import needed_part

_FOLDER = "assets/dossier"  # where our sheets find the font, and the joined ones do
_SHEETS = re.compile(
    r'(?:<link rel="stylesheet" href="[^"]*\bassets/(?:stylesheets|dossier)/[\w.-]+">\s*)+'
)
_SCRIPTS = re.compile(r'(?:<script src="[^"]*\bassets/dossier/[\w.-]+" defer></script>\s*)+')
_PART = re.compile(r'"(?P<root>[^"]*)\b(?P<path>assets/[^"]+)"')
_TAG = re.compile(r"<[a-zA-Z][^>]*>")
_WORD = re.compile(r"[\w-]+")
_BLOCK_END = re.compile(r"__|--")
_SET_BY_MATERIAL = {"js", "focus-visible"}
_MADE_BY_MATERIAL = {"md-annotation", "md-code", "md-tooltip", "md-tooltip2"}
# Material's checkboxes say what only fields that are typed in may say.
_CHECKBOX = re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"')


def join_assets(site: Path) -> None:
    """Join what every page of the site asks for, and remove what was joined."""
    pages = sorted(site.rglob("*.html"))
    names = _names_in(site, pages)
    sheets = _Joined(site, "css", lambda texts: needed_part(texts, names))
    scripts = _Joined(site, "js", "\n".join)
    for path in pages:
        page = _CHECKBOX.sub(r"\1", path.read_text(encoding="utf-8"))
        page = _SHEETS.sub(lambda run: f'<link rel="stylesheet" href="{sheets(run[0])}">\n', page)
        page = _SCRIPTS.sub(lambda run: f'<script src="{scripts(run[0])}" defer></script>\n', page)
        path.write_text(page, encoding="utf-8")
    for part in {*sheets.parts, *scripts.parts}:
        (site / part).unlink()
        (site / f"{part}.map").unlink(missing_ok=True)


class _Joined:
    """The files that runs of tags were joined to; pages of other templates have other runs."""

    def __init__(self, site: Path, kind: str, join: Callable[[Iterable[str]], str]) -> None:
        self._site, self._kind, self._join = site, kind, join
        self._files: dict[tuple[str, ...], str] = {}

    def __call__(self, run: str) -> str:
        """The address, on the page where the run of tags stands, of the file that replaces it."""
        found = list(_PART.finditer(run))
        parts = tuple(part["path"] for part in found)
        if parts not in self._files:
            self._files[parts] = self._written(parts)
        return found[0]["root"] + self._files[parts]

    @property
    def parts(self) -> set[str]:
        return {part for parts in self._files for part in parts}

    def _written(self, parts: tuple[str, ...]) -> str:
        text = self._join((self._site / part).read_text(encoding="utf-8") for part in parts)
        digest = hashlib.sha256(text.encode("utf-8")).hexdigest()[:8]
        file = f"{_FOLDER}/site.{digest}.{self._kind}"
        (self._site / file).write_text(text, encoding="utf-8")
        return file


def _names_in(site: Path, pages: Iterable[Path]) -> set[str]:
    """Every word that may be a class, an id or an attribute of an element, now or later.

    What Material's script makes counts where its part of the page is there: no list of versions,
    say, in a site that has one.
    """
    names = set(_SET_BY_MATERIAL)
    for page in pages:
        names.update(*map(_WORD.findall, _TAG.findall(page.read_text(encoding="utf-8"))))
    for script in (site / _FOLDER).glob("*.js"):
        names.update(_WORD.findall(script.read_text(encoding="utf-8")))
    shown = names | _MADE_BY_MATERIAL
    return names | {
        word for word in _words_of_material(site) if _BLOCK_END.split(word)[0] in shown
    }


def _words_of_material(site: Path) -> Iterator[str]:
    for script in (site / "assets/javascripts").glob("bundle.*.js"):
        for word in _WORD.findall(script.read_text(encoding="utf-8")):
            if word.startswith("md-"):
                yield word
