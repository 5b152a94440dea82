"""Why a file was not read, in the language of who brought it."""

from collections.abc import Iterator

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.translation import gettext, override

from safeconduct.reports import documents
from safeconduct.reports.errors import Unreadable
from safeconduct.text import Refusal, errors, open_documents
from safeconduct.text.reason import Reason
from safeconduct.web import refusals
from tests import make
from tests.text.formats import files, refused
from tests.web.conftest import SignedIn

LANGUAGES = ["ko", "uk", "ru"]
CUT_SHORT = files.pdf(refused.TEXT)[:200]
DAMAGED = {
    "ko": "PDF 파일: 손상되었거나",
    "uk": "PDF-файл: вміст пошкоджено",
    "ru": "PDF-файл: содержимое повреждено",
}


def templates(said: Reason) -> Iterator[str]:
    """Yield the templates of a sentence and of the phrases in it."""
    yield said.template
    for _, value in said.values:
        if isinstance(value, Reason):
            yield from templates(value)


def why(data: bytes) -> Reason:
    (refusal,) = open_documents(data, name="bad")
    assert isinstance(refusal, Refusal)
    return refusal.why


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("data", [data for data, _ in refused.FILES], ids=refused.NAMES)
def test_every_refusal_is_said(data: bytes, language: str) -> None:
    """The sentence and each phrase in it have their words, with figures filled in."""
    said = why(data)
    with override(language):
        left = [
            template for template in templates(said) if gettext(template) == template
        ]
        sentence = refusals.sentence(Unreadable(said))

    assert left == []
    assert "{" not in sentence
    assert sentence.endswith(".")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "said",
    [
        errors.UnknownCharset().reason,
        errors.ManyDocuments("a feed").reason,
        errors.ManyDocuments("a web archive").reason,
        errors.BrokenDocument("The saved page", "save it again, as HTML").reason,
        errors.BrokenDocument("The Word document", "save it again from Word").reason,
        errors.BinaryInput("a binary file").reason,
    ],
    ids=str,
)
def test_what_no_small_file_brings(said: Reason, language: str) -> None:
    """The other sentences have their words, too."""
    with override(language):
        assert all(gettext(one) != one for one in templates(said))


def test_english_stays_as_it_was() -> None:
    """As text, an error is the English sentence that commands and the API print."""
    with override("ko"):
        said = str(Unreadable(why(CUT_SHORT)))

    assert said == (
        "The PDF file is damaged or cut short; fetch it again, or save a copy without"
        " a password."
    )


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_at_the_door(client: Client, language: str) -> None:
    """One file that cannot be read: the form says so in his language."""
    page = posted(client, language, SimpleUploadedFile("a.pdf", CUT_SHORT))

    assert DAMAGED[language] in page
    assert "damaged" not in page


@pytest.mark.django_db
def test_one_of_several_files(client: Client) -> None:
    """The list of what was left out says each in his language."""
    page = posted(
        client,
        "ko",
        SimpleUploadedFile("a.txt", refused.TEXT.encode()),
        SimpleUploadedFile("b.txt", refused.TEXT.encode()),
        SimpleUploadedFile("c.pdf", CUT_SHORT),
    )

    assert DAMAGED["ko"] in page
    with override("ko"):
        assert gettext("This report has already been imported.") in page
    assert "damaged" not in page


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_at_the_press_desk(signed_in: SignedIn, language: str) -> None:
    """The same sentence there."""
    client = signed_in(make.officer("press_officer"))
    client.post("/press/", {"reason": "The press release of March."})
    answer = client.post(
        "/press/",
        {"file": SimpleUploadedFile("a.pdf", CUT_SHORT), "text": ""},
        headers={"accept-language": language},
    )

    assert answer.status_code == 400
    assert DAMAGED[language] in answer.content.decode()


def test_what_the_reader_could_not_do() -> None:
    """Too much, too late, nothing in it: said by the pages themselves."""
    own = (documents._TOO_MUCH, documents._LATER, documents._nothing("a").why)
    with override("uk"):
        assert all(refusals.sentence(Unreadable(one)) != str(one) for one in own)


def posted(client: Client, language: str, *given: SimpleUploadedFile) -> str:
    answer = client.post(
        "/reports/new/",
        {"file": [*given]},
        headers={"accept-language": language},
    )
    return answer.content.decode()
