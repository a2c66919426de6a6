"""Which names are one outlet's."""

from dataclasses import replace

import pytest

from builder.model.article import Metadata
from builder.permalinks import Permalinks
from builder.resolve.outlets import Outlets, outlet_key
from builder.settings import Settings
from tests.conftest import article_of

ONE = [
    pytest.param("The Guardian", "guardian", id="the_and_case"),
    pytest.param("Guardian.com", "The  Guardian", id="an_address_and_blanks"),
    pytest.param("People’s Daily", "People's Daily", id="an_apostrophe_typed_or_set"),
    pytest.param("Coast–Herald", "Coast-Herald", id="a_dash_of_another_length"),
    pytest.param("Café Post", "Cafe\u0301 Post", id="an_accent_in_one_piece_or_two"),
    pytest.param("Yonhap", "Yonhap News Agency", id="a_news_agency"),
]
TWO = [
    pytest.param("Läns Tidning", "Lans Tidning", id="an_accent"),
    pytest.param("The Sun!", "The Sun", id="an_exclamation_mark"),
    pytest.param("N+1", "N 1", id="a_plus"),
    pytest.param("Coast-Herald", "Coast Herald", id="a_hyphen"),
    pytest.param("A&B News", "AB News", id="an_ampersand"),
    pytest.param("Straße", "Strasse", id="another_letter"),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_names_of_one_outlet(one: str, other: str) -> None:
    assert outlet_key(one) == outlet_key(other)


@pytest.mark.parametrize(("one", "other"), TWO)
def test_names_of_two_outlets(one: str, other: str) -> None:
    assert outlet_key(one) != outlet_key(other)
    published = outlets_of(one, other)
    assert sorted(published.values()) == sorted([one, other])
    assert len(published) == 2


def outlets_of(*names: str, permalinks: Permalinks | None = None) -> dict[str, str]:
    """The names of the outlets of one article each, by id."""
    articles = [
        replace(article_of("It rained.", id_=f"a{number}"), metadata=Metadata(outlet=name))
        for number, name in enumerate(names)
    ]
    outlets = Outlets(articles, [], Settings(title="t"))
    return {o.id: o.name for o in outlets.resolved(permalinks or Permalinks())}


def test_an_outlet_keeps_its_address_when_one_of_a_like_name_is_added() -> None:
    before = Permalinks()
    assert outlets_of("Läns Tidning", permalinks=before) == {"lans-tidning": "Läns Tidning"}
    after = Permalinks({"outlets": {"lans-tidning": ["lans-tidning", "läns tidning"]}})
    assert outlets_of("Lans Tidning", "Läns Tidning", permalinks=after) == {
        "lans-tidning": "Läns Tidning",
        "lans-tidning-2": "Lans Tidning",
    }


def test_an_id_means_the_outlet_that_was_published_under_it() -> None:
    published = Permalinks(
        {
            "outlets": {
                "lans-tidning": ["lans-tidning"],
                "lans-tidning-2": ["lans-tidning", "läns tidning"],
            }
        }
    )
    articles = [
        replace(article_of("It rained.", id_=id_), metadata=Metadata(outlet=name))
        for id_, name in (("a", "Lans Tidning"), ("b", "Läns Tidning"))
    ]
    outlets = Outlets(articles, [], Settings(title="t"))
    assert outlets.knows("lans-tidning-2", published)
    outlets.absorb(["lans-tidning-2", "Evening Post"], [], published)
    assert [(o.id, o.articles) for o in outlets.resolved(published)] == [
        ("lans-tidning", ("a",)),
        ("lans-tidning-2", ("b",)),
    ]
