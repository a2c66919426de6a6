"""The site that is audited, and which of its pages stand for all."""

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A built site, and where it is served: plainly, nothing compressed."""

    folder: Path
    address: str

    def largest_pages(self) -> tuple[str, ...]:
        """The addresses of the longest page of each folder: one of each kind, the worst."""
        kinds: dict[Path, list[Path]] = defaultdict(list)
        for page in self.folder.rglob("index.html"):
            kinds[page.parent.parent if page.parent != self.folder else page].append(page)
        pages = [max(found, key=lambda page: (_size(page), page)) for found in kinds.values()]
        top = self.folder.glob("*/index.html")
        return tuple(sorted({self._path(page) for page in (*pages, *top)}))

    def largest(self, folder: str) -> str | None:
        """The path of the longest page in a folder of the site, `people` for instance."""
        pages = sorted((self.folder / folder).glob("*/index.html"))
        return self._path(max(pages, key=_size)) if pages else None

    def _path(self, page: Path) -> str:
        return page.relative_to(self.folder).as_posix().removesuffix("index.html")


def _size(page: Path) -> int:
    return page.stat().st_size
