"""The map of a site that does not know its own address: a built site in, its `sitemap.xml` out.

Material's script follows links without loading a page anew, and shows what they lead to, for pages
that the map names; it reads whole addresses there. This map has them relative to the site's root,
and the script is told to read them so. Search engines pass such a map over.
"""

import re
from pathlib import Path
from xml.sax.saxutils import escape

_MAP = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{urls}</urlset>\n'
)
_READS = re.compile(r"new URL\((\w+)\.textContent\),(\w+)\)")
_READS_RELATIVE = r"new URL(\1.textContent,\2),\2)"


def write_page_map(site: Path) -> None:
    """Name every page of the site in a map that holds wherever the site is put."""
    folders = sorted(page.parent.relative_to(site) for page in site.rglob("index.html"))
    addresses = ("./" if not folder.parts else f"{folder.as_posix()}/" for folder in folders)
    urls = "".join(f"  <url><loc>{escape(address)}</loc></url>\n" for address in addresses)
    (site / "sitemap.xml").write_text(_MAP.format(urls=urls), encoding="utf-8")
    (site / "sitemap.xml.gz").unlink(missing_ok=True)
    for script in site.glob("assets/javascripts/bundle.*.min.js"):
        text = script.read_text(encoding="utf-8")
        script.write_text(_READS.sub(_READS_RELATIVE, text), encoding="utf-8")
