"""The website: MkDocs over `docs/`, strictly, into a fresh folder that then replaces the old one.

In: a dossier's folder, with its `mkdocs.yml` and its written `docs/`. Out: `site/`, whole or as it
was before. The one file that imports MkDocs. Deliberately missed: the pages' content; whatever is
wrong there was wrong in `docs/`.
"""

import contextlib
import html
import logging
import os
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's banner; MkDocs is pinned below 2
os.environ.setdefault("SOURCE_DATE_EPOCH", "0")  # the compressed sitemap holds a time: no clock

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from pathspec.gitignore import GitIgnoreSpec

from builder.errors import DiskError, SiteError
from builder.files import SITE, SITE_CONFIG, SITE_MARK
from builder.site.assets import join_assets
from builder.site.compressed import compress
from builder.site.kept_templates import with_kept_templates
from builder.site.pagemap import write_page_map
from builder.site.policy import set_policy
from builder.site.replacing import recover, remove, staging_for, swap
from builder.site.search import set_search
from builder.site.share import share
from builder.site.stale import remove_gone

_THEIR_SEARCH = "material/search"
_WARNINGS_SHOWN = 5
# Pages that the section's own page leads to.
_PARTS = ("/coverage/", "/timeline/", "/changes/", "/review/", "/network/", "/about/", "/list/")


def build_site(
    folder: Path,
    *,
    title: str | None = None,
    corrections: str | None = None,
    site_dir: Path | None = None,
) -> Path:
    """Build the site of the dossier in `folder` and return where it is (`folder/site` by default).

    The title takes the place of the site's name in `mkdocs.yml`; `corrections` is where readers
    report a mistake. A warning of MkDocs is a failure. A build that fails or is killed leaves the
    old site alone.
    """
    target = (site_dir or folder / SITE).absolute()
    _check_ours(target)
    with staging_for(target) as staging:
        recover(target)
        address = _run_mkdocs(folder, staging, title, corrections)
        set_search(staging)
        share(staging, folder, address)
        join_assets(staging)
        set_policy(staging)
        compress(staging)
        (staging / SITE_MARK).touch()
        swap(staging, target)
    return target


def remove_site(folder: Path) -> None:
    """Remove the site of the dossier in `folder`; `SiteError` where it is somebody else's."""
    target = folder / SITE
    _check_ours(target)
    remove(target)


def check_site(folder: Path) -> None:
    """Raise `SiteError`, before any work is done, where no site can be built or replaced."""
    _config_file(folder)
    _check_ours(folder / SITE)


def build_preview(
    folder: Path, target: Path, *, title: str | None = None, corrections: str | None = None
) -> None:
    """Bring the pages in `target` to what stands in `docs/`.

    Only pages that are older than their Markdown are rendered. Warnings do not stop a preview.
    `SiteError` where MkDocs cannot go on.
    """
    with _reported():
        config = _config(folder, target, title, corrections, strict=False)
        config.plugins.events["env"].append(with_kept_templates)
        config.plugins.on_startup(command="serve", dirty=True)
        try:
            mkdocs_build(config, dirty=True)
        finally:
            config.plugins.on_shutdown()
    remove_gone(target, Path(config.docs_dir))
    write_page_map(target)
    set_search(target, in_parts=False)


def _run_mkdocs(
    folder: Path, staging: Path, title: str | None, corrections: str | None
) -> str | None:
    """Build the pages; the address that they will have, if `mkdocs.yml` knows it."""
    with _reported():
        config = _config(folder, staging, title, corrections, strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build(config)
        finally:
            config.plugins.on_shutdown()
    return config.site_url or None


def _config(
    folder: Path, target: Path, title: str | None, corrections: str | None, *, strict: bool
) -> MkDocsConfig:
    """MkDocs' settings; the title is the dossier's own, which the theme prints as HTML.

    As is where `corrections` go.
    """
    named = {} if title is None else {"site_name": html.escape(title)}
    path = str(_config_file(folder))
    config = load_config(path, site_dir=str(target), strict=strict, **named)
    config.extra["corrections"] = corrections
    config.not_in_nav = _not_in_nav(config.not_in_nav)
    if _THEIR_SEARCH in config.plugins:  # in folders that an earlier version made
        config.plugins[_THEIR_SEARCH].config["enabled"] = False
    return config


def _not_in_nav(written: GitIgnoreSpec | None) -> GitIgnoreSpec:
    """The dossier's own list of pages that the menu need not name, and the parts of sections."""
    ours = GitIgnoreSpec.from_lines(_PARTS)
    return ours if written is None else GitIgnoreSpec([*written.patterns, *ours.patterns])


def _check_ours(target: Path) -> None:
    if target.exists() and not (target / SITE_MARK).is_file():
        raise SiteError(
            "it was not made by `dossier build`, which would replace it.",
            todo="Move it elsewhere, or remove it.",
            file=target.name,
        )


def _config_file(folder: Path) -> Path:
    path = folder / SITE_CONFIG
    if not path.is_file():
        raise SiteError(
            "it is missing.",
            todo="Name a dossier's folder, or copy it from one that `dossier new` made.",
            file=path,
        )
    return path


@contextlib.contextmanager
def _reported() -> Iterator[None]:
    """Turn an exception of MkDocs, and what it logged before it, into a `SiteError`."""
    log, messages = logging.getLogger("mkdocs"), _Messages()
    propagate, log.propagate = log.propagate, False
    log.addHandler(messages)
    try:
        yield
    except OSError as problem:
        raise DiskError.of(problem) from problem
    except (MkDocsException, UnicodeDecodeError) as problem:
        raise _site_error(messages.texts or [str(problem)]) from problem
    finally:
        log.removeHandler(messages)
        log.propagate = propagate


class _Messages(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.texts.append(" ".join(record.getMessage().split()))


def _site_error(texts: list[str]) -> SiteError:
    warnings = list(dict.fromkeys(texts))
    lines = [f"  {text}" for text in warnings[:_WARNINGS_SHOWN]]
    if len(warnings) > _WARNINGS_SHOWN:
        lines.append(f"  and {len(warnings) - _WARNINGS_SHOWN} more.")
    return SiteError(
        "\n".join(["MkDocs stumbled, and so would a reader:", *lines, ""]),
        todo="Mend what is named here; the published site stays as it was.",
    )
