"""Lines that come again on every page of a site."""

from safeconduct.text import Kind, Page, read, strip_recurring

NOTE = "The editors remind readers that names of captives are never printed here."


def page(title: str, body: str, site: str = "valley.example") -> Page:
    return read(
        f"{site}\n\n{title}\n\n{body}\n\n{NOTE}\n".encode(), name=f"{title}.txt"
    )


def site(count: int) -> list[Page]:
    return [
        page(f"Visit number {n} to the camp", f"Delegate {n} met {n} men. " * 9)
        for n in range(1, count + 1)
    ]


def test_line_on_three_pages() -> None:
    """What stands under every article is the site's."""
    for found in strip_recurring(site(3)):
        assert NOTE not in found.body
        assert "Delegate" in found.body
        assert found.lines[-1].kind is Kind.NAVIGATION


def test_two_pages_are_too_few() -> None:
    """Two pages may quote the same sentence."""
    assert strip_recurring(site(2)) == tuple(site(2))


def test_copies_of_one_article() -> None:
    """An article that was put up three times keeps its body."""
    body = "Three men were moved to a hospital in the west. " * 9
    copies = [page(f"Men moved, version {n}", body) for n in (1, 2, 3)]
    assert all(body.strip() in found.body for found in strip_recurring(copies))


def test_pages_of_different_sites() -> None:
    """A line that several sites print is left: it may be a statement."""
    pages = [
        page(f"Visit {n} to the camp", "One man was met. " * 9, f"site{n}.example")
        for n in (1, 2, 3)
    ]
    assert strip_recurring(pages) == tuple(pages)
