import pytest

from safeconduct.accounts.errors import NotPermitted
from safeconduct.reports import actions, documents, queries
from safeconduct.reports.errors import Unreadable
from safeconduct.reports.models import Publication
from tests import make
from tests.reports import world

pytestmark = pytest.mark.django_db
_ENTRY = (
    "<item><title>Bulletin {n}</title><link>https://post.example/{n}</link>"
    "<description>Number {n}: the ferry carried {n}00 sailors to the harbour of the"
    " town, where they were counted twice.</description></item>"
)


def _feed(entries: int) -> bytes:
    items = "".join(_ENTRY.format(n=n) for n in range(1, entries + 1))
    return (
        '<?xml version="1.0"?><rss version="2.0"><channel>'
        f"<title>Example Post</title>{items}</channel></rss>"
    ).encode()


def _taken(*files: tuple[str, bytes], address: str = "") -> actions.Batch:
    return actions.import_reports(
        files, address=address, officer=make.officer("analyst"), at=make.NOON
    )


def test_a_feed_holds_many() -> None:
    """Each entry is a report of its own, with the address the feed gives."""
    batch = _taken(("feed.xml", _feed(3)))

    assert (len(batch.taken), batch.refused) == (3, ())
    reports = queries.reports(make.officer("analyst"))
    assert {r.reading.page.address for r in reports} == {
        f"https://post.example/{n}" for n in (1, 2, 3)
    }
    assert {r.title for r in reports} == {f"Bulletin {n}" for n in (1, 2, 3)}


def test_what_cannot_be_read_stops_nothing() -> None:
    """A picture and an empty file among two texts: a sentence each."""
    batch = _taken(
        ("a.txt", world.FIRST.encode()),
        ("b.png", b"\x89PNG\r\n\x1a\n" + bytes(50)),
        ("c.txt", b""),
        ("d.txt", world.OTHER.encode()),
    )

    assert len(batch.taken) == 2
    assert [refused.name for refused in batch.refused] == ["b.png", "c.txt"]
    assert all(str(refused.why) for refused in batch.refused)


def test_what_is_here_is_named() -> None:
    """A file that was taken before says where it is."""
    first = world.taken(world.FIRST)

    batch = _taken(("a.txt", world.FIRST.encode()), ("b.txt", world.OTHER.encode()))

    assert len(batch.taken) == 1
    assert [refused.publication for refused in batch.refused] == [first.pk]


def test_a_large_collection_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """No more than a bounded number of documents, and the rest is said to be left."""
    monkeypatch.setattr(documents, "MOST", 2)

    batch = _taken(("feed.xml", _feed(3)))

    assert len(batch.taken) == 2
    assert "more documents" in str(batch.refused[0].why)


def test_a_collection_is_no_single_report() -> None:
    """One report was meant: the refusal says which way to take."""
    with pytest.raises(Unreadable, match="collection"):
        actions.import_report(
            _feed(2), name="feed.xml", officer=make.officer(), at=make.NOON
        )
    assert not Publication.objects.exists()


def test_the_address_is_kept() -> None:
    """Of a page that does not say where it stood; its file name is not kept."""
    _taken(("a-name.txt", world.FIRST.encode()), address="https://light.example/ferry")

    (report,) = queries.reports(make.officer("analyst"))
    assert report.reading.page.address == "https://light.example/ferry"
    assert report.reading.page.name == ""


def test_who_takes_in() -> None:
    """Those who read may not add."""
    with pytest.raises(NotPermitted):
        actions.import_reports(
            [("a.txt", b"One.")], officer=make.officer("assessor"), at=make.NOON
        )
