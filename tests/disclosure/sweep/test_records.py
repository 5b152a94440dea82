import gzip
from pathlib import Path

import pytest

from safeconduct.disclosure.sweep.records import DAMAGED, Place, records
from tests.disclosure.sweep.archives import archive, pages, record

NAMES = ["crawl.warc", "crawl.warc.gz"]


def uris(file: Path, start: Place = Place()) -> list[str]:  # noqa: B008  frozen
    return [found.uri.rsplit("/", 1)[1] for found in records(file, start) if found.uri]


@pytest.mark.parametrize("name", NAMES)
def test_pages_come_in_order_with_their_offsets(name: str, tmp_path: Path) -> None:
    """Reading from the offset of a page gives that page and all after it."""
    file = archive(tmp_path / name, pages(["a", "b", "c", "d"]))
    third = list(records(file, Place()))[2]

    assert uris(file) == ["0", "1", "2", "3"]
    assert uris(file, Place(2, third.offset)) == ["2", "3"]


@pytest.mark.parametrize("name", NAMES)
def test_reading_goes_on_behind_damage(name: str, tmp_path: Path) -> None:
    """Rubbish between two records is told once, and no page after it is lost."""
    made = pages(["a", "b", "c", "d"])
    file = tmp_path / name
    pack = gzip.compress if file.suffix == ".gz" else bytes
    packed = [pack(one) for one in made]
    file.write_bytes(b"".join([*packed[:2], b"rubbish " * 99, *packed[2:]]))
    found = list(records(file, Place()))

    assert [one.fault for one in found].count(DAMAGED) == 1
    assert uris(file) == ["0", "1", "2", "3"]


def test_what_is_no_page_is_passed_over(tmp_path: Path) -> None:
    """Pictures, style sheets and error pages are not counted."""
    made = [
        record("https://site.example/a.png", b"x", kind="image/png"),
        record("https://site.example/gone", b"x", status="404 Not Found"),
        *pages(["a"]),
    ]

    assert uris(archive(tmp_path / "crawl.warc", made)) == ["0"]


def test_a_packed_page_is_unpacked_up_to_the_limit(tmp_path: Path) -> None:
    """A page sent packed is read; one that unpacks to more than the limit is told."""
    good = gzip.compress(b"<p>hello</p>")
    bomb = gzip.compress(b" " * 30_000_000)
    made = [
        record("https://site.example/good", good, packing="gzip"),
        record("https://site.example/bomb", bomb, packing="gzip"),
        record("https://site.example/false", b"<p>plain</p>", packing="gzip"),
    ]
    found = list(records(archive(tmp_path / "crawl.warc", made), Place()))

    assert found[0].data == b"<p>hello</p>"
    assert found[1].fault == "the page is too large"
    assert found[2].data == b"<p>plain</p>"
