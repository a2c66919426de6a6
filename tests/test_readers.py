"""Every kind of file that may stand in `seeds/`: what is read of it, and what a bad one says."""

import io
import plistlib
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import docx
import odfdo
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from builder.errors import SeedError
from builder.load import load_seeds
from builder.load.readers import KINDS, LARGEST_FILE, address_in, read
from builder.load.readers.packed import LARGEST_UNPACKED

FIRST = "The old quay at Stellwick was shut on Monday after a crack was found in its wall."
SECOND = "“No ship will land there before the summer,” said harbour head Nora Quist."
WORDS = ("The old quay at Stellwick was shut", "“No ship will land there before the summer,”")
HTML = (
    "<html><head><title>Quay shut</title></head><body><article><h1>Quay shut</h1>"
    f"<p>{FIRST}</p><p>{SECOND}</p></article></body></html>"
)
ADDRESS = "https://coast.example/2026/03/04/quay"


def word_file(*, macros: bool = False) -> bytes:
    document = docx.Document()
    document.core_properties.title, document.core_properties.author = "Quay shut", "Ella Roth"
    document.add_heading("Quay shut", 1)
    document.add_paragraph("By Ella Roth")
    document.add_paragraph(FIRST)
    document.add_table(1, 1).cell(0, 0).paragraphs[0].text = SECOND
    changed = document.add_paragraph("Repairs take ")._p
    changed.append(parse_xml(f"<w:ins {nsdecls('w')}><w:r><w:t>ten weeks.</w:t></w:r></w:ins>"))
    changed.append(
        parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText>a day.</w:delText></w:r></w:del>")
    )
    file = io.BytesIO()
    document.save(file)
    return with_macros(file.getvalue()) if macros else file.getvalue()


def with_macros(content: bytes) -> bytes:
    plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    macro = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    parts = parts_of(content)
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(plain, macro)
    return packed({**parts, "word/vbaProject.bin": b"\xd0\xcf\x11\xe0 Shell"})


def open_document() -> bytes:
    document = odfdo.Document("text")
    document.body.clear()
    document.body.append(odfdo.Header(1, "Quay shut"))
    for text in (FIRST, SECOND):
        document.body.append(odfdo.Paragraph(text))
    document.meta.title = "An older letter"
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def pdf(*pages: str, extra: str = "") -> bytes:
    """A PDF of pages of text lines; a page of nothing is one of a scan."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(count))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, page in enumerate(pages):
        shown = "".join(f"({line}) Tj T* " for line in page.split("\n") if line)
        stream = f"BT /F1 12 Tf 14 TL 50 700 Td {shown}ET"
        objects += [
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R"
            f" >> >> /Contents {5 + 2 * number} 0 R >>",
            f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        ]
    body, places = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{text}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    tail = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R"
    return body + f"{tail}{extra} >>\nstartxref\n{len(body)}\n%%EOF\n".encode("cp1252")


def rtf() -> bytes:
    marked = SECOND.replace("“", "\\'93").replace("”", "\\'94")
    return (
        f"{{\\rtf1\\ansi\\ansicpg1252 {{\\b Quay shut}}\\par {FIRST}\\par {marked}\\par}}".encode()
    )


def mail(body: str = f"{FIRST}\n\n{SECOND}", kind: str = "plain") -> bytes:
    return (
        "From: Ella Roth <ella@coast.example>\r\nSubject: Quay\r\n shut\r\n"
        "Date: Wed, 04 Mar 2026 23:30:00 +0900\r\nMIME-Version: 1.0\r\n"
        f'Content-Type: text/{kind}; charset="utf-8"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n'
        f"{body}\r\n"
    ).encode()


def archive(charset: str = "utf-8") -> bytes:
    head = (
        f"Snapshot-Content-Location: {ADDRESS}\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="XX"\r\n\r\n'
        f'--XX\r\nContent-Type: text/html; charset="{charset}"\r\n'
        "Content-Transfer-Encoding: 8bit\r\n\r\n"
    )
    tail = "\r\n--XX\r\nContent-Type: image/png\r\n\r\nPNG\r\n--XX--\r\n"
    return head.encode() + HTML.encode(charset) + tail.encode()


def book(**parts: str) -> bytes:
    chapter = "<html xmlns='http://www.w3.org/1999/xhtml'><body><p>{}</p></body></html>"
    return packed({
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": b"<container xmlns='urn:oasis:names:tc:opendocument:xmlns:"
            b"container'><rootfiles><rootfile full-path='in/book.opf'/></rootfiles></container>",
        "in/book.opf": (
            b"<package xmlns='http://www.idpf.org/2007/opf' xmlns:dc='http://purl.org/dc/elements/"
            b"1.1/'><metadata><dc:title>Quay shut</dc:title><dc:creator>Ella Roth</dc:creator>"
            b"<dc:date>2026-03-04</dc:date><dc:language>en</dc:language></metadata><manifest>"
            b"<item id='b' href='b.xhtml'/><item id='a' href='a%20.xhtml'/></manifest>"
            b"<spine><itemref idref='a'/><itemref idref='b'/></spine></package>"
        ),
        "in/b.xhtml": chapter.format(SECOND).encode(),
        "in/a .xhtml": chapter.format(FIRST).encode(),
        **{name.replace("__", "/"): text.encode() for name, text in parts.items()},
    })  # fmt: skip


def packed(parts: Mapping[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in parts.items():
            out.writestr(name, content)
    return file.getvalue()


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return {name: file.read(name) for name in file.namelist()}


TEXT = f"Quay shut\n\n{FIRST}\n\n{SECOND}\n"
PRINTED = "Quay shut\n" + FIRST.replace("after ", "after\n") + "\n" + SECOND
FILES: dict[str, tuple[bytes, dict[str, object]]] = {
    "a.txt": (TEXT.encode(), {}),
    "a.md": (f"---\ntitle: Quay shut\n---\n{TEXT}".encode(), {"title": "Quay shut"}),
    "a.markdown": (TEXT.encode(), {}),
    "a.html": (HTML.encode(), {}),
    "a.htm": (HTML.encode(), {}),
    "a.mhtml": (archive(), {"url": ADDRESS}),
    "a.mht": (archive("windows-1252"), {"url": ADDRESS}),
    "a.pdf": (pdf(PRINTED), {}),
    "a.docx": (word_file(), {"title": "Quay shut", "authors": ("Ella Roth",)}),
    "a.docm": (word_file(macros=True), {"title": "Quay shut", "authors": ("Ella Roth",)}),
    "a.odt": (open_document(), {}),
    "a.rtf": (rtf(), {}),
    "a.eml": (
        mail(),
        {"title": "Quay shut", "authors": ("Ella Roth",), "published": date(2026, 3, 4)},
    ),
    "a.epub": (
        book(),
        {"title": "Quay shut", "authors": ("Ella Roth",), "published": date(2026, 3, 4),
         "language": "en"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("name", "content", "facts"), [
    pytest.param(name, *row, id=name) for name, row in FILES.items()
])  # fmt: skip
def test_each_kind_is_read_with_what_it_states(
    tmp_path: Path, name: str, content: bytes, facts: dict[str, object]
) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / name).write_bytes(content)
    loaded = load_seeds(tmp_path)
    assert loaded.problems == ()
    (article,) = loaded.articles
    assert [words for words in WORDS if words not in article.text] == []
    assert article.text.index(WORDS[0]) < article.text.index(WORDS[1])
    for key, value in facts.items():
        assert getattr(article.metadata, key) == value
    stated = {"title", "authors", "published"} - facts.keys()
    assert [key for key in stated if getattr(article.metadata, key)] == []


def test_the_table_holds_every_kind_and_shortcuts() -> None:
    endings = {f".{name.rpartition('.')[2]}" for name in FILES}
    assert KINDS.keys() == endings | {".url", ".webloc"}


def text_of(content: bytes, ending: str) -> str:
    return read(content, ending, file=f"a{ending}").text


def test_tracked_changes_of_word_are_taken_as_made() -> None:
    text = text_of(word_file(), ".docx")
    assert "Repairs take ten weeks." in text
    assert "a day" not in text


def test_notes_and_comments_of_an_open_document_are_no_text() -> None:
    aside = (
        "<text:s/>ten<text:note><text:note-body><text:p>As in May.</text:p></text:note-body>"
        "</text:note><text:tab/>weeks<office:annotation><text:p>Ask her.</text:p>"
        "</office:annotation>, it said.<text:line-break/>Ships wait."
    )
    xml = parts_of(open_document())["content.xml"].decode()
    inner = xml.replace(FIRST, f"Repairs take{aside}").encode()
    text = text_of(changed(open_document(), "content.xml", inner), ".odt")
    assert "Repairs take ten weeks, it said.\nShips wait.\n" in text
    assert "May" not in text
    assert "Ask" not in text


def test_a_book_of_too_much_text_is_told_and_so_is_an_unknown_kind() -> None:
    with pytest.raises(SeedError, match="its text is too large"):
        text_of(book(**{"in__b.xhtml": f"<p>{'a word ' * 400_000}"}), ".epub")
    with pytest.raises(SeedError, match=r"files of this kind \(\.doc\) are not read"):
        text_of(b"", ".doc")


def test_a_title_that_the_text_does_not_have_is_another_letter_s() -> None:
    assert read(open_document(), ".odt", file="a.odt").facts == {}


def test_running_heads_and_page_numbers_of_a_pdf_are_no_text() -> None:
    bodies = ("The govern-\nment met.", "It agreed to a cease-\nfire.", "The cease-fire holds.")
    pages = [f"Coast Daily, page {n}\n{body}\n{n}" for n, body in enumerate(bodies, 1)]
    text = text_of(pdf(*pages), ".pdf")
    assert text == "The government met.\nIt agreed to a cease-fire.\nThe cease-fire holds."


def test_a_mail_that_is_a_page_gives_the_page_s_text() -> None:
    text = text_of(mail(HTML, "html"), ".eml")
    assert FIRST in text
    assert "<p>" not in text


def test_mail_takes_the_plain_text_of_two() -> None:
    content = mail().decode().split("\r\n\r\n", 1)[0].replace(
        'text/plain; charset="utf-8"', 'multipart/alternative; boundary="YY"'
    ) + (
        f"\r\n\r\n--YY\r\nContent-Type: text/html\r\n\r\n<p>Not this one.</p>\r\n--YY\r\n"
        f'Content-Type: text/plain; charset="utf-8"\r\n\r\n{FIRST}\r\n--YY--\r\n'
    )  # fmt: skip
    assert text_of(content.encode(), ".eml").strip() == FIRST


ENTITIES = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b SYSTEM 'file:///etc/passwd'>]>"


def bomb(name: str, content: Callable[[], bytes]) -> bytes:
    return packed({**parts_of(content()), name: b" " * (LARGEST_UNPACKED + 1)})


def changed(content: bytes, name: str, text: bytes) -> bytes:
    return packed({**parts_of(content), name: text})


def locked_pdf() -> bytes:
    """One whose key fits no password."""
    lock = f"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{'ab' * 32}> /U <{'cd' * 32}> >>"
    return pdf("Locked.", extra=f" /Encrypt {lock} /ID [<00> <00>]")


def encrypted_zip() -> bytes:
    content = bytearray(word_file())
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(sign)
        struct.pack_into("<H", content, at + place, 1)
    return bytes(content)


BAD = {
    "a_scan": ("a.pdf", pdf(""), "it is a scan"),
    "a_locked_pdf": ("a.pdf", locked_pdf(), "locked with a password"),
    "half_a_pdf": ("a.pdf", pdf(PRINTED)[:120], "damaged"),
    "a_text_called_pdf": ("a.pdf", b"Some words.", "is not a PDF"),
    "half_a_docx": ("a.docx", word_file()[:500], "damaged"),
    "a_locked_docx": ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1", "it is locked, or older"),
    "an_encrypted_part": ("a.docx", encrypted_zip(), "locked with a password"),
    "a_docx_without_a_text": ("a.docx", packed({"a.xml": b"<a/>"}), "damaged"),
    "broken_xml": ("a.docx", changed(word_file(), "word/document.xml", b"<w:p"), "damaged"),
    "entities": (
        "a.docx", changed(word_file(), "word/document.xml", ENTITIES.encode()), "XML entities"
    ),
    "a_bomb_in_a_docx": ("a.docx", bomb("word/media/a.png", word_file), "unpacks to 50 MB"),
    "a_bomb_in_a_book": ("a.epub", bomb("in/c.xhtml", book), "unpacks to 50 MB"),
    "a_locked_odt": (
        "a.odt", changed(open_document(), "META-INF/manifest.xml", b"<encryption-data/>"), "locked"
    ),
    "entities_in_an_odt": (
        "a.odt", changed(open_document(), "content.xml", ENTITIES.encode()), "XML entities"
    ),
    "an_odt_without_a_text": ("a.odt", packed({"mimetype": b"x"}), "damaged"),
    "a_protected_book": (
        "a.epub",
        book(**{"META-INF__encryption.xml": "http://www.w3.org/2001/04/xmlenc#aes128-cbc"}),
        "copy protection",
    ),
    "a_book_whose_chapter_is_gone": ("a.epub", book(**{"in__book.opf": "<package/>"}), "no text"),
    "entities_in_a_book": ("a.epub", book(**{"in__book.opf": ENTITIES}), "XML entities"),
    "an_empty_rtf": ("a.rtf", b"{\\rtf1 }", "holds no text"),
    "a_text_called_rtf": ("a.rtf", b"Some words.", "is not an RTF file"),
    "a_text_called_mail": ("a.eml", b"\n\nSome words.", "is not a saved mail"),
    "a_mail_of_attachments": (
        "a.eml", b"Subject: x\nContent-Type: image/png\n\nPNG", "holds no text"
    ),
    "an_archive_of_pictures": (
        "a.mhtml", b"MIME-Version: 1.0\nContent-Type: image/png\n\nPNG", "damaged"
    ),
    "a_picture_called_page": ("a.html", bytes(range(256)) * 9, "not text"),
    "a_pdf_called_text": ("a.txt", pdf("x"), "end in .pdf"),
    "an_address_alone": ("a.txt", f"\n{ADDRESS}\n".encode(), f"dossier add {ADDRESS}"),
    "a_shortcut": ("a.url", f"[InternetShortcut]\r\nURL={ADDRESS}\r\n".encode(), ADDRESS),
    "a_shortcut_of_a_mac": ("a.webloc", plistlib.dumps({"URL": ADDRESS}), ADDRESS),
    "a_shortcut_to_a_file": ("a.url", b"[InternetShortcut]\nURL=file:///c:/x", "no web page"),
    "a_broken_shortcut": ("a.webloc", b"<plist>", "no web page"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "content", "words"), BAD.values(), ids=BAD.keys())
def test_a_bad_file_is_told_with_what_to_do(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / name).write_bytes(content)
    (tmp_path / "seeds" / "good.txt").write_text(TEXT)
    loaded = load_seeds(tmp_path)
    assert loaded.faults == ()
    (problem,) = loaded.problems
    assert words in str(problem)
    assert problem.file == f"seeds/{name}"
    assert str(problem).endswith(".")
    assert [article.file for article in loaded.articles] == ["seeds/good.txt"]


@pytest.mark.parametrize("ending", sorted(KINDS.keys() - {".url", ".webloc", ".txt", ".md"}))
def test_a_file_cut_anywhere_is_read_or_told(ending: str) -> None:
    content = FILES[f"a{ending}"][0]
    for at in range(0, len(content), max(1, len(content) // 40)):
        for bad in (content[:at], content[:at] + b"\xff\x00" + content[at + 2 :]):
            try:
                found = read(bad, ending, file=f"a{ending}")
            except SeedError as problem:
                told = problem.todo
            else:
                told = found.text.strip()
            assert told


def test_a_file_of_twenty_megabytes_is_read_and_a_larger_one_told() -> None:
    script = "<script>" + "x" * (LARGEST_FILE - len(HTML.encode()) - 17) + "</script>"
    assert FIRST in text_of(f"{script}{HTML}".encode(), ".html")
    with pytest.raises(SeedError, match="too large"):
        text_of(b" " * (LARGEST_FILE + 1), ".pdf")


@pytest.mark.parametrize(
    ("content", "ending", "address"),
    [
        (f"[InternetShortcut]\nURL = {ADDRESS}\n".encode(), ".url", ADDRESS),
        (plistlib.dumps({"URL": ADDRESS}, fmt=plistlib.FMT_BINARY), ".WEBLOC", ADDRESS),
        (f"<{ADDRESS}>".encode(), ".txt", ADDRESS),
        (f"\ufeff{ADDRESS}\r\n".encode(), ".txt", ADDRESS),
        (f"See {ADDRESS}".encode(), ".txt", None),
        (ADDRESS.encode(), ".md", None),
        (b"https://ana:secret@coast.example/", ".txt", None),
        (b"", ".webloc", None),
        (b"bplist00" + b"\xff" * 40, ".webloc", None),
    ],
)
def test_the_address_that_a_file_holds(content: bytes, ending: str, address: str | None) -> None:
    assert address_in(content, ending) == address


GERMAN = (
    "Der alte Kai in Stellwick wurde am Montag gesperrt, nachdem ein Riss in der Mauer gefunden "
    "worden war, wie das Hafenamt mitteilte. "
) * 4


@pytest.mark.parametrize(
    ("name", "text", "side", "told"),
    [
        ("a.txt", GERMAN, "", True),
        ("a.txt", GERMAN, "language: de", False),
        ("a.md", f"---\nlanguage: de\n---\n{GERMAN}", "", False),
        ("a.html", f"<html lang='de'><p>{GERMAN}", "", True),
        ("a.txt", " ".join(GERMAN.split()[:40]), "", False),
        ("a.txt", (FIRST + " " + SECOND + " ") * 4, "", False),
    ],
)  # fmt: skip
def test_a_text_that_is_not_english_is_told_and_read(
    tmp_path: Path, name: str, text: str, side: str, *, told: bool
) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / name).write_text(text)
    if side:
        (tmp_path / "seeds" / "a.yml").write_text(side)
    loaded = load_seeds(tmp_path)
    assert ["not read like English" in problem.what for problem in loaded.problems] == [
        True
    ] * told
    assert len(loaded.articles) == 1


@pytest.mark.parametrize(
    ("metadata", "words"),
    [
        ("published: 2062-03-04", "after everything else"),
        ("published: 2162-03-04", "the year 2162"),
        ("published: 2028-03-04\nretrieved: 2028-03-05", ""),
        ("published: 2027-03-05", ""),
    ],
)
def test_a_day_that_cannot_be_is_told(tmp_path: Path, metadata: str, words: str) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.md").write_text(f"---\n{metadata}\n---\n{TEXT}")
    (tmp_path / "seeds" / "b.md").write_text(f"---\npublished: 2026-03-04\n---\n{TEXT}")
    loaded = load_seeds(tmp_path)
    assert [words in problem.what for problem in loaded.problems] == [True] * bool(words)
    assert len(loaded.articles) == 2


def test_a_later_year_that_an_article_tells_of_is_no_slip(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    for name, year in (("a.md", 1726), ("b.md", 1898), ("c.md", 2026)):
        text = f"---\npublished: {year}-03-04\n---\n{TEXT}In {year} the quay was painted.\n"
        (tmp_path / "seeds" / name).write_text(text)
    (problem,) = load_seeds(tmp_path).problems
    assert problem.what == "it is published in the year 1726."


def test_texts_are_read_without_the_libraries_of_other_kinds(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(TEXT)
    code = (
        "import sys; from pathlib import Path; from builder.load import load_seeds; "
        f"load_seeds(Path({str(tmp_path)!r})); "
        "print({'lxml', 'trafilatura', 'pypdf', 'docx', 'striprtf'} & sys.modules.keys())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
