"""Which reviews lie in a folder, and which of them are signed by a reviewer we know?

The folder holds a file `reviewers` with one public key on each line (what stands after
`#` is a remark), and the reviews, `*.review`, each a signed note. Who may write into
`reviewers` decides whom the pages believe.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from safeconduct.law.pages.review import NotAReview, Signed, read

REVIEWERS = "reviewers"
SUFFIX = ".review"

# Reads a note signed by some of these keys: its text, and the names of the keys that
# signed it. Raises `ValueError` with a sentence where no key did.
Opener = Callable[[bytes, Sequence[str]], tuple[str, tuple[str, ...]]]


@dataclass(frozen=True)
class OnFile:
    """A file of reviews.

    Attributes:
        file: Its name.
        signed: The review, if a known key signed it.
        fault: Why there is none, or empty.
    """

    file: str
    signed: Signed | None
    fault: str


def on_file(folder: Path, opener: Opener) -> Iterator[OnFile]:
    """Read every review of a folder; a folder that is not there holds none."""
    keys = tuple(_keys(folder / REVIEWERS))
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        yield _read(path, keys, opener)


def valid(folder: Path, opener: Opener) -> tuple[Signed, ...]:
    """Return the reviews of a folder that a known key signed."""
    return tuple(
        one.signed for one in on_file(folder, opener) if one.signed is not None
    )


def _keys(path: Path) -> Iterator[str]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return
    for line in lines:
        key = line.partition("#")[0].strip()
        if key:
            yield key


def _read(path: Path, keys: Sequence[str], opener: Opener) -> OnFile:
    if not keys:
        return OnFile(path.name, None, "no reviewer is known")
    try:
        text, names = opener(path.read_bytes(), keys)
        return OnFile(path.name, Signed(read(text), names), "")
    except OSError as error:
        return OnFile(path.name, None, error.strerror or "it cannot be read")
    except (NotAReview, ValueError) as error:
        return OnFile(path.name, None, str(error).rstrip("."))
