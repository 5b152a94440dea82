"""The pages' words in Korean, Ukrainian and Russian: whole, and true to the sources."""

import gettext
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages import pofile
from babel.messages.catalog import Catalog, Message
from django.test import Client
from django.urls import reverse

import safeconduct

PACKAGE = Path(safeconduct.__file__).parent
LANGUAGES = ["ko", "uk", "ru"]
_PLACE = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}|</?[a-z][^>]*>")


def catalogue(language: str) -> Catalog:
    path = PACKAGE / "locale" / language / "LC_MESSAGES" / "django.po"
    with path.open("rb") as file:
        return pofile.read_po(file)


def messages(language: str) -> list[Message]:
    return [message for message in catalogue(language) if message.id]


def forms(message: Message) -> list[str]:
    """List what stands for a message, one text for each plural form."""
    said = message.string or ""
    return [said] if isinstance(said, str) else [*said]


def sources(message: Message) -> list[str]:
    return [message.id] if isinstance(message.id, str) else [*message.id]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated(language: str) -> None:
    """Nothing is empty, and nothing waits for a human who never comes."""
    left = [m.id for m in messages(language) if m.fuzzy or not all(forms(m))]

    assert left == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_put_in_stays(language: str) -> None:
    """Placeholders and tags of a translation are those of its source."""
    for message in messages(language):
        wanted = {frozenset(_PLACE.findall(source)) for source in sources(message)}
        for form in forms(message):
            assert frozenset(_PLACE.findall(form)) in wanted, message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_built_catalogue(language: str) -> None:
    """What Django reads was built from the text that stands in the project."""
    path = PACKAGE / "locale" / language / "LC_MESSAGES" / "django.mo"
    with path.open("rb") as file:
        built = gettext.GNUTranslations(file)

    for message in messages(language):
        if not isinstance(message.id, str):
            one, many = message.id
            assert built.ngettext(one, many, 1) == forms(message)[0]
        elif message.context:
            assert built.pgettext(message.context, message.id) == message.string
        else:
            assert built.gettext(message.id) == message.string


@pytest.mark.skipif(
    shutil.which("xgettext") is None, reason="xgettext is missing: apt install gettext"
)
def test_no_message_is_missing(tmp_path: Path) -> None:
    """The catalogues have every message of the sources, and no other."""
    copy = tmp_path / "safeconduct"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__", "cli"))
    command = [sys.executable, "-m", "django", "makemessages", "--no-obsolete"]
    languages = [word for language in LANGUAGES for word in ("-l", language)]
    subprocess.run([*command, *languages], cwd=copy, check=True, capture_output=True)

    for language in LANGUAGES:
        made = copy / "locale" / language / "LC_MESSAGES" / "django.po"
        with made.open("rb") as file:
            found = {message.id for message in pofile.read_po(file) if message.id}
        assert {message.id for message in messages(language)} == found


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_speaks_it(language: str) -> None:
    """The door itself is in the language the browser asks for."""
    page = Client().get(reverse("account_login"), headers={"Accept-Language": language})

    assert f'lang="{language}"' in page.content.decode()
    assert "Sign in" not in page.content.decode()
