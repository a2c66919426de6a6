"""Files, folders, shortcuts and pasted texts that become articles of a dossier."""

import errno
import os
import plistlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.add.addresses import address_key, without_tracking
from builder.errors import DossierError
from builder.load import load_seeds
from builder.load.readers import address_in
from tests.adding import TODAY, add, command, metadata, new_dossier
from tests.site import PARAGRAPHS, Site, page, sent, served
from tests.test_readers import BAD

TEXT = "\n\n".join(PARAGRAPHS) + "\n"
GERMAN = (
    "Die Reederei wurde am Dienstag zu einer Strafe verurteilt, weil zwei ihrer Boote ohne "
    "Schwimmwesten ausgelaufen waren. Das sagte die Leiterin des Hafenamts in Stellwick. "
    "Die Boote hatten neunzig Menschen an Bord, als sie im Morgengrauen angehalten wurden. "
    "Der Bürgermeister will vor dem Sommer jedes Boot der Stadt prüfen lassen, wie er sagte.\n"
)
OTHER = "\n\n".join(f"{line} So it was told in Leeds." for line in reversed(PARAGRAPHS)) + "\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return new_dossier(tmp_path)


@pytest.fixture
def site() -> Iterator[Site]:
    with served({"/a": sent(page())}) as site:
        yield site


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Where the maintainer keeps files."""
    (tmp_path / "desk").mkdir()
    return tmp_path / "desk"


def written(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def files_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != ".gitkeep")


def test_a_text_keeps_its_name_and_what_its_front_matter_says(folder: Path, desk: Path):
    stated = "title: Ferry fined\npublished: 2026-03-04\nrights: ours\nretrieved: 2026-03-05\n"
    added, _ = add(folder, written(desk / "Fähre 1.txt", f"---\n{stated}---\n{TEXT}"))
    assert added.kept == ["seeds/fahre-1.txt"]
    assert (folder / "seeds" / "fahre-1.txt").read_text() == TEXT
    kept = load_seeds(folder).articles[0]
    assert kept.metadata.title == "Ferry fined"
    assert kept.metadata.rights == "ours"
    assert str(kept.metadata.retrieved) == "2026-03-05"


def test_the_metadata_beside_a_text_is_taken_along(folder: Path, desk: Path):
    written(desk / "a.yml", "outlet: Coast Radio\nauthors: [Jon Pell, Mia Roe]\n")
    added, said = add(folder, written(desk / "a.md", f"# Ferry\n\n{TEXT}"))
    assert added.kept == ["seeds/a.md"]
    stated = metadata(folder, "seeds/a.md")
    assert stated["outlet"] == "Coast Radio"
    assert stated["authors"] == ["Jon Pell", "Mia Roe"]
    assert stated["retrieved"] == TODAY
    assert said == [
        "seeds/a.md: added.",
        "seeds/a.yml: no `published` was found. Write it in, if you know it.",
    ]


def test_options_count_more_than_the_article(folder: Path, desk: Path):
    file = written(desk / "a.html", page())
    done = command(
        "add", file, "--folder", folder, "--title", "Fined: a ferry", "--outlet", "The Shore",
        "--published", "2026-03-05", "--url", "https://shore.example/a",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    stated = metadata(folder, "seeds/a.txt")
    assert (stated["title"], stated["outlet"]) == ("Fined: a ferry", "The Shore")
    assert (str(stated["published"]), stated["url"]) == ("2026-03-05", "https://shore.example/a")


def test_options_are_for_one_source(folder: Path, desk: Path):
    done = command("add", desk, desk, "--folder", folder, "--title", "x")
    assert done.returncode == 1
    assert "there are several sources. Name one source with these options" in done.stderr
    bad = command("add", desk, "--folder", folder, "--published", "yesterday")
    assert "the options: `published` is not usable. Write the day as YYYY-MM-DD." in bad.stderr


def test_a_page_that_opens_like_front_matter_stays_a_text(folder: Path, desk: Path):
    text = "---\ntitle: Not ours\n---\n\n"
    added, _ = add(folder, written(desk / "a.html", f"<p>{text}</p><pre>{text}</pre>" + page()))
    seed = load_seeds(folder)
    assert [article.file for article in seed.articles] == added.kept
    assert not seed.problems


def test_a_folder_gives_its_files_and_passes_over_what_browsers_save_beside_pages(
    folder: Path, desk: Path
):
    written(desk / "Ferry.html", page())
    written(desk / "b.txt", OTHER)
    written(desk / "b.yml", "outlet: Leeds News\n")
    written(desk / ".DS_Store", "x")
    (desk / "Ferry_files").mkdir()
    written(desk / "Ferry_files" / "ad.html", page("An advertisement"))
    added, said = add(folder, desk)
    assert added.kept == ["seeds/ferry.txt", "seeds/b.txt"]
    assert said[0] == f"1 of 2: {desk / 'Ferry.html'}"
    assert not added.problems


def test_folders_in_a_folder_are_named(folder: Path, desk: Path):
    (desk / "more").mkdir()
    _, said = add(folder, desk)
    assert f"{desk / 'more'}: folders inside the folder are passed over." in said[1]
    assert f"{desk}: it holds no files." in said[3]


@pytest.mark.parametrize("ending", ["url", "webloc", "txt", "list"])
def test_shortcuts_and_lists_lead_to_their_pages(
    folder: Path, desk: Path, site: Site, ending: str
):
    content = {
        "url": f"[InternetShortcut]\r\nURL={site.at('/a')}\r\n".encode(),
        "webloc": plistlib.dumps({"URL": site.at("/a")}),
        "txt": f"{site.at('/a')}\n".encode(),
        "list": f"{site.at('/a')}\n\n{site.at('/none')}\n".encode(),
    }[ending]
    file = desk / ("a.txt" if ending == "list" else f"a.{ending}")
    added, said = add(folder, written(file, content))
    assert added.kept == ["seeds/coast-radio-ferry-company-is-fined.txt"], said
    assert len(added.problems) == (1 if ending == "list" else 0)


def test_a_feed_that_was_saved_leads_to_its_articles(folder: Path, desk: Path, site: Site):
    feed = f"<rss><channel><item><link>{site.at('/a')}</link></item></channel></rss>"
    added, _ = add(folder, written(desk / "feed.xml", feed))
    assert len(added.kept) == 1


def test_a_text_or_addresses_are_pasted(folder: Path, site: Site):
    added, _ = add(folder, "-", stdin=TEXT.encode())
    assert added.kept == ["seeds/the-ferry-company-was-fined-on-tuesday-after.txt"]
    added, _ = add(folder, "-", stdin=f"{site.at('/none')}\n".encode())
    assert "there is no such page" in str(added.problems[0])
    _, said = add(folder, "-", stdin=b" \n")
    assert said == ["standard input: nothing came. Paste a text, or one address a line."]


def test_damaged_and_hostile_documents_are_told_each_and_end_nothing(folder: Path, desk: Path):
    bad = {
        f"{key}{Path(name).suffix}": content
        for key, (name, content, _) in BAD.items()
        if address_in(content, Path(name).suffix) is None
    }
    for name, content in bad.items():
        written(desk / name, content)
    written(desk / "z.txt", TEXT)
    added, said = add(folder, desk)
    assert added.kept == ["seeds/z.txt"]
    assert len(added.problems) == len(bad) > 20
    assert [line for line in said if "failed on it" in line] == []


def test_a_fault_of_ours_ends_no_run(folder: Path, desk: Path, monkeypatch: pytest.MonkeyPatch):
    first, second = written(desk / "a.txt", TEXT), written(desk / "b.html", page())

    def fails(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("builder.load.readers.page.read_page", fails)
    added, said = add(folder, second, first)
    assert added.kept == ["seeds/a.txt"]
    assert f"{second}: it is left out. The builder failed on it in the stage `load`" in said[1]


def test_a_name_that_is_no_text_is_shown_so(folder: Path, desk: Path):
    name = os.fsencode(desk) + b"/\xff\x1b[31m.txt"
    Path(os.fsdecode(name)).write_text(TEXT)
    done = command("add", desk, desk / "none", "--folder", folder)
    assert "\x1b" not in done.stderr
    assert "1 article added" in done.stderr


def test_front_matter_and_metadata_beside_it_are_too_much(folder: Path, desk: Path):
    written(desk / "a.yml", "title: One\n")
    _, said = add(folder, written(desk / "a.txt", f"---\ntitle: Another\n---\n{TEXT}"))
    assert "it has front matter, and" in said[0]
    assert "Keep the metadata in one of the two." in said[0]


def test_a_file_may_be_called_like_an_address_and_an_address_be_long(folder: Path, desk: Path):
    added, said = add(folder, written(desk / "ferry:fined.txt", TEXT))
    assert added.kept == ["seeds/ferry-fined.txt"]
    words = "The ferry company was fined. " * 200
    _, said = add(folder, f"http://127.0.0.1:1/{'a' * 5_000}", words, "a\0b")
    assert "the site cannot be reached." in said[1]
    assert "there is no such file." in said[3]
    assert "there is no such file." in said[5]


def test_what_cannot_be_read_is_told(folder: Path, desk: Path):
    os.mkfifo(desk / "pipe.txt")
    (desk / "link.txt").symlink_to(desk / "nowhere")
    with (desk / "huge.html").open("wb") as file:
        file.truncate(21 * 1024 * 1024)
    written(desk / "open.txt", "---\ntitle: [\n---\nText.\n")
    written(desk / "data.bin", bytes(range(256)))
    written(desk / "empty.txt", "")
    written(desk / "lonely.yml", "title: x\n")
    added, said = add(folder, desk, desk / "none.txt", "coast.example/news", "www.coast.example")
    text = "\n".join(said)
    assert "pipe.txt: it is no file, but a pipe or a device." in text
    assert "link.txt: it is a link that leads nowhere." in text
    assert "huge.html: it is larger than 20 MB." in text
    assert "open.txt:3: this is not YAML" in text
    assert "data.bin: files of this kind (.bin) are not read." in text
    assert "empty.txt: it holds no text." in text
    assert "lonely.yml: it is the metadata of an article." in text
    assert "none.txt: there is no such file. Check the path." in text
    assert "coast.example/news: there is no such file. If you mean the web page, write" in text
    assert "https://www.coast.example" in text
    assert len(added.problems) == 10
    assert files_in(folder / "seeds") == []


def test_doubtful_metadata_is_said_at_once(folder: Path, desk: Path):
    content = page(day="2062-03-04").replace('lang="en"', 'lang="de"')
    _, said = add(folder, written(desk / "a.html", content))
    assert said[1:] == [
        "seeds/a.yml: `published` is 2062-03-04, a day to come. Check it.",
        "seeds/a.yml: `language` is de, and only English is read. Add a translation instead.",
    ]
    _, said = add(
        folder, written(desk / "b.txt", f"---\noutlet: x\npublished: 2026-03-04\n---\n{GERMAN}")
    )
    assert said[1:] == [
        "seeds/b.yml: the text is not in English, and only English is read. "
        "Add a translation instead."
    ]


ARTICLE = f"---\noutlet: Coast Radio\nurl: https://coast.example/news/ferry\n---\n{TEXT}"
TOUCHED_UP = TEXT.replace("ninety", "ninety-one")
SAME = {
    "the_same_bytes": ARTICLE,
    "the_same_text_of_nobody": TEXT,
    "the_same_text_set_otherwise": TEXT.upper().replace("\n\n", "\n"),
    "the_same_address": f"---\nurl: http://www.coast.example/news/ferry/?utm_id=x#a\n---\n{OTHER}",
    "nearly_the_same_text_of_that_outlet": f"---\noutlet: The Coast Radio\n---\n{TOUCHED_UP}",
    "nearly_the_same_text_of_nobody": TEXT.replace("summer", "winter"),
}  # fmt: skip
ANOTHER = {
    "the_same_text_of_another_outlet": f"---\noutlet: The Shore\n---\n{TEXT}",
    "another_text_of_that_outlet": f"---\noutlet: Coast Radio\n---\n{OTHER}",
    "half_of_the_text_by_nobody": TEXT[: len(TEXT) // 2],
    "another_address_of_the_site": f"---\nurl: https://coast.example/news/ferry?id=2\n---\n{OTHER}",
}


def test_the_same_wire_report_is_added_for_each_outlet_that_printed_it(folder: Path, desk: Path):
    for name in ("first", "second"):
        written(desk / f"{name}.txt", TEXT)
        written(desk / f"{name}.yml", f"outlet: The {name} News\n")
    added, _ = add(folder, desk)
    assert added.kept == ["seeds/first.txt", "seeds/second.txt"]


@pytest.mark.parametrize("name", [*SAME, *ANOTHER])
@pytest.mark.parametrize("at_once", [True, False])
def test_what_is_there_already_is_named_and_not_added(
    folder: Path, desk: Path, name: str, *, at_once: bool
):
    first = written(desk / "first.txt", ARTICLE)
    second = written(desk / "second.txt", {**SAME, **ANOTHER}[name])
    if not at_once:
        add(folder, first)
    added, said = add(folder, *([first] if at_once else []), second)
    if name in SAME:
        assert f"{second}: it is seeds/first.txt already." in said
        assert added.known == ["seeds/first.txt"]
        assert (folder / "seeds" / "first.txt").read_text() == TEXT
    else:
        assert "seeds/second.txt" in added.kept


KEYS = {
    "http://www.coast.example/a/": "https://coast.example/a",
    "https://coast.example:443/a#b": "https://coast.example/a",
    "https://COAST.example/a?fbclid=1&utm_medium=x": "https://coast.example/a",
    "https://coast.example/a?b=2&a=1": "https://coast.example/a?a=1&b=2",
    "https://coast.example": "http://coast.example/",
}


@pytest.mark.parametrize("address", KEYS)
def test_two_addresses_of_one_page_are_one(address: str):
    assert address_key(address) == address_key(KEYS[address])


def test_an_address_keeps_all_that_leads_to_its_page():
    assert without_tracking("https://coast.example/a?p=%C3%A9+1&x#top") == (
        "https://coast.example/a?p=%C3%A9+1&x"
    )
    assert without_tracking("https://coast.example/a?p=1&gclid=2#top") == (
        "https://coast.example/a?p=1"
    )
    assert address_key("https://coast.example/a?id=1") != address_key("https://coast.example/a")


def test_a_name_that_is_taken_gets_a_number(folder: Path, desk: Path):
    written(folder / "seeds" / "Index.txt", "Somebody else’s words.\n")
    written(folder / "seeds" / "a.html", page("Another", paragraphs=("Short words.",)))
    (desk / "more").mkdir()
    files = [
        written(desk / "a.txt", TEXT), written(desk / "more" / "a.txt", OTHER),
        written(desk / "index.txt", "Three boats were sold.\n"),
    ]  # fmt: skip
    added, _ = add(folder, *files)
    assert added.kept == ["seeds/a-2.txt", "seeds/a-3.txt", "seeds/index-2.txt"]
    assert (folder / "seeds" / "Index.txt").read_text() == "Somebody else’s words.\n"


def test_a_dry_run_writes_nothing(folder: Path, desk: Path):
    file = written(desk / "a.txt", TEXT)
    done = command("add", file, file, "--dry-run", "--folder", folder)
    assert done.returncode == 0
    assert "seeds/a.txt: would be added." in done.stderr
    assert "1 article would be added, 1 known already, 0 left out." in done.stderr
    assert "dossier build" not in done.stderr
    assert files_in(folder / "seeds") == []


def test_the_original_is_kept_where_the_dossier_says_so(folder: Path, desk: Path):
    add(folder, written(desk / "a.html", page()))
    assert not (folder / "originals").exists()
    (folder / "dossier.yml").write_text("keep_originals: true\n")
    other = page("Another", paragraphs=tuple(OTHER.split("\n\n")))
    add(folder, written(desk / "b.html", other))
    assert files_in(folder / "originals") == ["b.html"]
    assert (folder / "originals" / "b.html").read_text() == other
    assert files_in(folder / "seeds") == ["a.txt", "a.yml", "b.txt", "b.yml"]


@pytest.mark.parametrize(
    "blow", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()]
)
@pytest.mark.parametrize("at", [0, 1, 2, 3])
def test_a_blow_in_the_middle_leaves_no_half_article(
    folder: Path, desk: Path, monkeypatch: pytest.MonkeyPatch, blow: BaseException, at: int
):
    """The blow falls on each of the four steps: two files written, two moved."""
    steps = 0

    def step(real):
        def taken(self: Path, *words: object) -> object:
            nonlocal steps
            steps += 1
            if steps == at + 1:
                raise blow
            return real(self, *words)

        return taken

    first, second = written(desk / "a.txt", TEXT), written(desk / "b.txt", OTHER)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", step(Path.write_bytes))
        patch.setattr(Path, "replace", step(Path.replace))
        if isinstance(blow, KeyboardInterrupt):
            with pytest.raises(KeyboardInterrupt):
                add(folder, first, second)
        else:
            added, said = add(folder, first, second)
            assert len(added.problems) == 1
            assert "seeds/a.txt: it cannot be written (No space left on device)." in said[-1]
    assert files_in(folder / "seeds") == []
    assert len(add(folder, first, second)[0].kept) == 2


def test_a_folder_that_is_no_dossier_is_told(desk: Path):
    done = command("add", written(desk / "a.txt", TEXT), "--folder", desk)
    assert done.returncode == 1
    assert "dossier.yml: it is missing." in done.stderr
    with pytest.raises(DossierError):
        add(desk, desk / "a.txt")


def test_a_missing_seeds_folder_is_made(folder: Path, desk: Path):
    shutil.rmtree(folder / "seeds")
    assert len(add(folder, written(desk / "a.txt", TEXT))[0].kept) == 1
