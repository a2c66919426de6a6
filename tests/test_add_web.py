"""Articles fetched from a real server on this machine."""

import gzip
import shutil
import subprocess
import sys
import zlib
from collections.abc import Iterator
from datetime import date
from ipaddress import ip_address
from pathlib import Path
from signal import SIGINT
from ssl import PROTOCOL_TLS_SERVER, SSLContext

import pytest

from builder.add import kinds
from builder.add.hosts import is_public
from tests.adding import TODAY, add, command, metadata, new_dossier
from tests.site import (
    PARAGRAPHS,
    Respond,
    Site,
    atom,
    cut_off,
    dripping_headers,
    endless,
    feed,
    hanging,
    moved,
    page,
    sent,
    served,
    sitemap,
    status,
    ten_gigabytes,
)
from tests.test_readers import WORDS, archive, book, mail, open_document, pdf, rtf, word_file

OTHER = tuple(f"{line} So it was told in Leeds, by others." for line in reversed(PARAGRAPHS))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return new_dossier(tmp_path)


@pytest.fixture
def site() -> Iterator[Site]:
    with served({}) as site:
        yield site


def test_a_page_is_kept_as_text_with_what_it_says_of_itself(folder: Path, site: Site):
    site.pages["/news/ferry?utm_source=mail"] = sent(page())
    added, said = add(folder, site.at("/news/ferry?utm_source=mail"))
    assert added.kept == ["seeds/coast-radio-ferry-company-is-fined.txt"]
    assert said == ["seeds/coast-radio-ferry-company-is-fined.txt: added."]
    assert PARAGRAPHS[1] in (folder / added.kept[0]).read_text()
    stated = metadata(folder, added.kept[0])
    assert len(str(stated.pop("sha256"))) == 64
    assert stated == {
        "title": "Ferry company is fined", "outlet": "Coast Radio", "authors": ["Jon Pell"],
        "url": site.at("/news/ferry"), "published": date(2026, 3, 4), "language": "en",
        "retrieved": TODAY,
    }  # fmt: skip


def test_the_site_is_told_who_asks(folder: Path, site: Site):
    site.pages["/a"] = sent(page())
    add(folder, site.at("/a"))
    assert all(agent.startswith("story-dossier/") for agent in site.agents)


REFUSALS: dict[str, tuple[Respond, str]] = {
    "missing": (status(404), "there is no such page (404). Check the address."),
    "gone": (status(410), "the page is gone (410)."),
    "forbidden": (status(403), "the site refuses programs, or wants a subscription (403). Open"),
    "a_password": (status(401), "wants a password or a subscription (401)."),
    "too_many_requests": (status(429), "asks for fewer requests (429). Wait a while"),
    "a_fault_of_the_site": (status(500), "the site has a fault of its own (500). Try again"),
    "a_status_that_nobody_uses": (status(299), "the site does not give the page (299)."),
    "a_redirect_to_nowhere": (status(302), "the site does not give the page (302)."),
    "silence": (hanging, "did not send the page within 0.3 seconds."),
    "headers_that_never_end": (dripping_headers, "did not send the page within 0.8 seconds."),
    "a_body_that_drips": (endless(b"x", every=0.05), "did not send the page within 0.8 seconds."),
    "a_body_without_end": (endless(), "it is larger than 0.25 MB."),
    "a_body_that_is_announced_as_too_large": (ten_gigabytes, "it is larger than 0.25 MB."),
    "a_body_cut_off": (cut_off, "the connection broke before the page was complete."),
    "damaged_packing": (
        sent(b"no gzip", Content_Encoding="gzip"), "what the site sends is damaged."
    ),
    "an_unknown_packing": (
        sent(b"x", Content_Encoding="br"), "packs its pages in a way that is not read (br)."
    ),
    "a_packed_bomb": (
        sent(gzip.compress(bytes(50_000_000)), Content_Encoding="gzip"), "it is larger than"
    ),
    "a_bomb_in_a_bomb": (
        sent(gzip.compress(gzip.compress(bytes(50_000_000))), Content_Encoding="gzip, gzip"),
        "packs its pages in a way that is not read (gzip, gzip).",
    ),
    "a_picture": (
        sent(b"\xff\xd8\xff", "image/jpeg"), "it is of a kind that is not read (image/jpeg)."
    ),
    "bytes_of_no_kind": (
        sent(bytes(range(256)), "application/octet-stream"), "it is of a kind that is not read"
    ),
    "another_scheme": (moved("file:///etc/passwd"), "it leads to file:///etc/passwd, which is no"),
    "an_address_that_is_none": (moved("http://[x"), "it leads to http://[x, which is no"),
    "an_empty_page": (sent("<html><body></body></html>"), "it holds no text."),
    "nothing_at_all": (sent(b""), "it holds no text."),
    "a_page_of_scripts": (
        sent('<html><body><div id="app"></div><script src="a.js"></script></body></html>'),
        "the page is empty until a browser runs its scripts. Open the page in your browser",
    ),
    "a_page_that_asks_for_scripts": (
        sent("<title>News</title><p>Please enable JavaScript to read this page.</p>"),
        "the page is empty until a browser runs its scripts.",
    ),
    "a_consent_wall": (
        sent(
            "<h1>We value your privacy</h1><p>We and our partners store and read information on "
            "a device, such as cookies.</p><button>Accept all</button>"
        ),
        "the site asks for consent before it shows the page. Open the page in your browser",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSALS)
def test_what_is_no_article_is_told_in_a_sentence(folder: Path, site: Site, name: str):
    respond, sentence = REFUSALS[name]
    site.pages["/a"] = respond
    added, said = add(folder, site.at("/a"))
    assert added.kept == []
    assert sentence in said[-1]
    assert said[-1].startswith(f"{site.at('/a')}: ")
    assert sorted(path.name for path in (folder / "seeds").iterdir()) == [".gitkeep"]


def test_one_that_fails_stops_no_other(folder: Path, site: Site):
    site.pages["/b"] = sent(page())
    added, said = add(folder, site.at("/a"), site.at("/b"))
    assert len(added.kept) == len(added.problems) == 1
    assert said[0] == f"1 of 2: {site.at('/a')}"
    assert said[2] == f"2 of 2: {site.at('/b')}"


def test_redirects_are_followed_and_the_last_address_kept(folder: Path, site: Site):
    site.pages |= {
        "/1": moved("/2", 301), "/2": moved("3", 307),
        "/3": moved(site.at("/news/é").encode().decode("latin-1"), 308),
        "/news/%C3%A9": sent(page()),
    }  # fmt: skip
    added, _ = add(folder, site.at("/1"))
    assert metadata(folder, added.kept[0])["url"] == site.at("/news/%C3%A9")


def test_a_circle_and_a_long_chain_end(folder: Path, site: Site):
    site.pages |= {"/a": moved("/b"), "/b": moved("/a")}
    site.pages |= {f"/{number}": moved(f"/{number + 1}") for number in range(9)}
    _, said = add(folder, site.at("/a"), site.at("/0"))
    assert "it leads in a circle." in said[1]
    assert "it leads on to another address more than 5 times." in said[3]
    assert "/6" not in site.asked


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]"]
)
def test_private_addresses_are_not_fetched_unless_allowed(folder: Path, site: Site, host: str):
    site.pages["/a"] = sent(page())
    port = site.address.rpartition(":")[2]
    _, said = add(folder, f"http://{host}:{port}/a", allow_private=False)
    assert "is on this machine or in a private network, not on the public web." in said[0]
    assert "--allow-private" in said[0]
    assert site.asked == []


ADDRESSES = {
    "93.184.216.34": True, "2606:2800:220:1::1": True, "::ffff:93.184.216.34": True,
    "10.1.2.3": False, "172.16.0.1": False, "192.168.1.1": False, "169.254.169.254": False,
    "100.64.0.1": False, "0.0.0.0": False,  # noqa: S104
    "224.0.0.1": False, "255.255.255.255": False,
    "240.0.0.1": False, "::": False, "fe80::1": False, "fc00::1": False, "fec0::1": False,
    "ff02::1": False, "::ffff:10.0.0.1": False, "64:ff9b::7f00:1": False, "2002:7f00:1::": False,
    "64:ff9b::5db8:d822": True,
}  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_only_the_public_internet_is_public(address: str):
    assert is_public(ip_address(address)) is ADDRESSES[address]


def test_a_redirect_to_a_private_address_is_checked_too(folder: Path, site: Site, monkeypatch):
    """The first host counts as public here: the tests reach no other than this machine."""
    site.pages["/a"] = moved(site.at("/b").replace("127.0.0.1", "127.0.0.2"))
    site.pages["/b"] = sent(page())
    monkeypatch.setattr("builder.add.hosts.is_public", lambda address: str(address) == "127.0.0.1")
    _, said = add(folder, site.at("/a"), allow_private=False)
    assert "127.0.0.2 is on this machine or in a private network" in said[0]
    assert "/b" not in site.asked


SCHEMES = [
    "file:///etc/passwd",
    "ftp://coast.example/a",
    "javascript:alert(1)",
    "data:text/html,x",
    "http://[x",
]


@pytest.mark.parametrize("address", [*SCHEMES, "https://ana:secret@coast.example/"])
def test_other_addresses_than_those_of_the_web_are_refused(folder: Path, address: str):
    _, said = add(folder, address)
    assert "only addresses that begin with http:// or https:// are fetched." in said[0]


def test_a_host_that_nobody_has_and_a_port_that_nobody_serves(folder: Path, site: Site):
    closed = "http://127.0.0.1:1/"
    _, said = add(folder, "http://no-such-site.invalid/a", closed, "http://a..b/", "http://ü..b/")
    assert "no site is called no-such-site.invalid. Check the address." in said[1]
    assert "the site cannot be reached." in said[3]
    assert "no site is called a..b." in said[5]
    assert "no site is called ü..b." in said[7]


def test_https_needs_a_certificate_that_is_trusted(folder: Path, site: Site):
    _, said = add(folder, site.at("/a").replace("http:", "https:"))
    assert "the connection is not safe (" in said[0]


ROBOTS = {
    "kept_from_all": ("User-agent: *\nDisallow: /news/\n", "asks programs not to fetch it."),
    "kept_from_us": ("User-agent: story-dossier\nDisallow: /\n", "asks programs not to fetch it."),
    "kept_from_others": ("User-agent: nosy\nDisallow: /\n", "added."),
    "another_part_of_it": ("User-agent: *\nDisallow: /private/\n", "added."),
    "a_page_instead": (page(), "added."),
}


@pytest.mark.parametrize("name", ROBOTS)
def test_robots_txt_is_respected(folder: Path, site: Site, name: str):
    rules, sentence = ROBOTS[name]
    site.pages |= {"/robots.txt": sent(rules, "text/plain"), "/news/a": sent(page())}
    _, said = add(folder, site.at("/news/a"))
    assert sentence in said[0]


def test_robots_txt_is_asked_once_and_for_each_redirect(folder: Path, site: Site):
    rules = "User-agent: *\nDisallow: /closed\n"
    site.pages |= {"/robots.txt": sent(rules), "/a": moved("/closed"), "/closed": sent(page())}
    _, said = add(folder, site.at("/a"))
    assert "asks programs not to fetch it." in said[0]
    assert site.asked == ["/robots.txt", "/a"]


@pytest.mark.parametrize(("number", "sentence"), [(403, "added."), (503, "does not say whether")])
def test_a_robots_txt_that_cannot_be_had(folder: Path, site: Site, number: int, sentence: str):
    site.pages |= {"/robots.txt": status(number), "/a": sent(page())}
    _, said = add(folder, site.at("/a"))
    assert sentence in said[0]


ACCENTED = page("Café in Łódź is fined", outlet="Głos")
TEXT = "\n\n".join(PARAGRAPHS).replace("director", "direttrice, così")
SENT = {
    "gzip": sent(gzip.compress(ACCENTED.encode()), Content_Encoding="gzip"),
    "zlib": sent(zlib.compress(ACCENTED.encode()), Content_Encoding="deflate"),
    "deflate": sent(zlib.compress(ACCENTED.encode())[2:-4], Content_Encoding="deflate"),
    "as_the_header_says": sent(ACCENTED.encode("iso-8859-2", "xmlcharrefreplace"),
                               "text/html; charset=iso-8859-2"),
    "utf_8_whatever_the_header_says": sent(ACCENTED, "text/html; charset=iso-8859-1"),
    "a_charset_that_nobody_knows": sent(ACCENTED, "text/html; charset=x-nonsense"),
    "no_type_but_a_page": sent(ACCENTED, "application/octet-stream"),
    "a_document_sent_as_a_page": sent(
        f"---\ntitle: Café in Łódź is fined\n---\n# Fined\n\n{PARAGRAPHS[0]}", "text/markdown"
    ),
    "xhtml": sent(f'<?xml version="1.0"?>{ACCENTED}', "application/xhtml+xml"),
}  # fmt: skip


@pytest.mark.parametrize("name", SENT)
def test_packed_and_encoded_pages_are_read(folder: Path, site: Site, name: str):
    site.pages["/a"] = SENT[name]
    added, said = add(folder, site.at("/a"))
    assert added.kept, said
    assert metadata(folder, added.kept[0])["title"] == "Café in Łódź is fined"


DOCUMENTS = {
    "word": (word_file(), kinds.WORD), "opendocument": (open_document(), kinds.OPEN_DOCUMENT),
    "pdf": (pdf(*WORDS), "application/pdf"), "pdf_sent_as_bytes": (pdf(*WORDS), ""),
    "pdf_sent_as_a_page": (pdf(*WORDS), "text/html"), "rtf": (rtf(), "application/rtf"),
    "mail": (mail(), "message/rfc822"), "mhtml": (archive(), "multipart/related; boundary=x"),
    "epub": (book(), "application/epub+zip"),
    "by_its_address": (word_file(), "application/octet-stream"),
}  # fmt: skip


@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents_are_read_by_the_kind_that_the_site_states(folder: Path, site: Site, name: str):
    content, kind = DOCUMENTS[name]
    site.pages["/a.docx"] = sent(content, kind)
    added, said = add(folder, site.at("/a.docx"))
    assert added.kept, said
    assert WORDS[0].split()[-1] in (folder / added.kept[0]).read_text()


def test_a_header_that_lies_about_the_encoding_is_not_believed(folder: Path, site: Site):
    site.pages["/a"] = sent(TEXT.encode("windows-1252"), "text/plain; charset=utf-8")
    added, said = add(folder, site.at("/a"))
    assert "direttrice, così" in (folder / added.kept[0]).read_text()
    assert said[1:] == [
        "seeds/a.yml: no `outlet` and `published` was found. Write it in, if you know it."
    ]


LISTS = {
    "rss": (feed, "application/rss+xml"),
    "rss_sent_as_a_page": (feed, "text/html"),
    "atom": (atom, "application/atom+xml"),
    "sitemap": (sitemap, "application/xml"),
    "packed_sitemap": (lambda a, b: gzip.compress(sitemap(a, b).encode()), "application/gzip"),
}


@pytest.mark.parametrize("name", LISTS)
def test_the_articles_of_a_feed_are_added(folder: Path, site: Site, name: str):
    make, kind = LISTS[name]
    site.pages |= {
        "/feed": sent(make(site.at("/a"), site.at("/b")), kind),
        "/a": sent(page()), "/b": sent(page("Boats leave late", paragraphs=OTHER)),
    }  # fmt: skip
    added, said = add(folder, site.at("/feed"))
    assert added.kept == [
        "seeds/coast-radio-ferry-company-is-fined.txt", "seeds/coast-radio-boats-leave-late.txt"
    ]  # fmt: skip
    assert said[0] == f"2 of 3: {site.at('/a')}"


def test_an_index_of_sitemaps_leads_to_their_pages_and_no_deeper(folder: Path, site: Site):
    site.pages |= {
        "/index.xml": sent(sitemap(site.at("/map.xml"), kind="sitemapindex", item="sitemap")),
        "/map.xml": sent(sitemap(site.at("/a"), site.at("/map.xml"))), "/a": sent(page()),
    }  # fmt: skip
    added, said = add(folder, site.at("/index.xml"))
    assert len(added.kept) == 1
    assert "it is a feed in a feed" in said[-1]


def test_of_a_long_feed_only_so_many_are_taken(folder: Path, site: Site):
    site.pages["/feed"] = sent(feed(*(site.at(f"/{number}") for number in range(2_000))))
    _, said = add(folder, site.at("/feed"), limit=2)
    assert said[0] == (
        f"{site.at('/feed')}: it names 2,000 addresses; 2 are taken. To take more: --limit."
    )
    assert site.asked.count("/2") == 0


BOMB = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">
<!ENTITY c SYSTEM "file:///etc/passwd">]><rss><channel><item><link>http://x.example/&b;&c;</link>
</item></channel></rss>"""
BAD_FEEDS = {
    "entities": (BOMB, "it defines entities of its own"),
    "no_articles": ("<rss><channel></channel></rss>", "it is a feed that names no article."),
    "packed_nothing": (gzip.compress(b""), "it is no feed that can be read."),
    "packed_nonsense": (b"\x1f\x8bnonsense", "it is a damaged gzip file."),
    "a_packed_bomb": (gzip.compress(bytes(30_000_000)), "it is larger than 20 MB."),
}


@pytest.mark.parametrize("name", BAD_FEEDS)
def test_a_feed_that_is_damaged_or_hostile_is_told(folder: Path, site: Site, name: str):
    content, sentence = BAD_FEEDS[name]
    site.pages["/feed"] = sent(content, "application/rss+xml")
    _, said = add(folder, site.at("/feed"))
    assert sentence in said[0]


def test_a_canonical_address_counts_only_on_its_own_site(folder: Path, site: Site):
    site.pages |= {
        "/a": sent(page(head=f'<link rel="canonical" href="{site.at("/own")}">')),
        "/b": sent(page("Told again", paragraphs=OTHER,
                        head='<link rel="canonical" href="https://other.example/first">')),
    }  # fmt: skip
    added, _ = add(folder, site.at("/a"), site.at("/b"))
    urls = [metadata(folder, place)["url"] for place in added.kept]
    assert urls == [site.at("/own"), site.at("/b")]


def test_the_command_adds_from_the_web(folder: Path, site: Site):
    site.pages["/a"] = sent(page())
    done = command("add", site.at("/a"), site.at("/none"), "--folder", folder, "--allow-private")
    assert done.returncode == 1
    assert f"{site.at('/none')}: there is no such page (404)." in done.stderr
    assert "1 article added, 0 known already, 1 left out." in done.stderr
    assert done.stderr.endswith(f"Next: dossier build {folder}\n")
    again = command("add", site.at("/a"), "--folder", folder, "--allow-private")
    assert again.returncode == 0
    assert "it is seeds/coast-radio-ferry-company-is-fined.txt already." in again.stderr
    assert site.asked.count("/a") == 1


def test_ctrl_c_ends_the_command_with_a_sentence_and_keeps_what_was_added(
    folder: Path, site: Site
):
    site.pages |= {"/a": sent(page()), "/b": hanging}
    words = ("add", site.at("/a"), site.at("/b"), "--folder", folder, "--allow-private")
    running = subprocess.Popen(
        [sys.executable, "-m", "builder", *map(str, words)], stderr=subprocess.PIPE, text=True
    )
    assert site.came("/b")
    running.send_signal(SIGINT)
    said = running.communicate()[1]
    assert running.returncode == 130
    assert said.endswith("Stopped. What was added stays; the same command passes over it.\n")
    assert "Traceback" not in said
    assert len(list((folder / "seeds").glob("*.txt"))) == 1


@pytest.mark.skipif(shutil.which("openssl") is None, reason="makes the certificate")
def test_a_certificate_is_checked_for_the_name_that_was_asked_for(folder: Path, tmp_path: Path):
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost",  # noqa: S607
         "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate],
        check=True, capture_output=True,
    )  # fmt: skip
    tls = SSLContext(PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate, key)
    with served({"/a": sent(page())}, tls) as site:
        words = ("add", site.at("/a"), "--folder", folder, "--allow-private")
        assert "not safe (its certificate: self-signed" in command(*words).stderr
        wrong = site.at("/a").replace("localhost", "127.0.0.1")
        other = command("add", wrong, *words[2:], SSL_CERT_FILE=str(certificate))
        assert "not safe (hostname '127.0.0.1' doesn't match" in other.stderr
        assert "1 article added" in command(*words, SSL_CERT_FILE=str(certificate)).stderr
