"""WARC files of invented pages, and the truth about whom they give away."""

import gzip
import json
import random
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from benchmarks.sweep.pages import Kinds, page
from benchmarks.sweep.people import invent

HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"


def write(
    folder: Path, documents: int, archives: int, persons: int, seed: int, kinds: Kinds
) -> tuple[list[Path], dict[tuple[str, int], str]]:
    """Write archives; the truth maps archive and record to a person."""
    each = [documents // archives + (n < documents % archives) for n in range(archives)]
    make = partial(_write, folder, persons, seed, kinds)
    with ProcessPoolExecutor(2) as pool:
        made = list(pool.map(make, range(archives), each))
    truth = {
        (file.name, record): person
        for file, told in made
        for record, person in told.items()
    }
    return [file for file, _ in made], truth


def _write(
    folder: Path, persons: int, seed: int, kinds: Kinds, number: int, count: int
) -> tuple[Path, dict[int, str]]:
    people = invent(persons, seed)
    chance = random.Random(f"{seed}-{number}")  # noqa: S311  invented pages
    file = folder / f"crawl-{number:03}.warc.gz"
    told = {}
    with file.open("wb") as stream:
        for record in range(count):
            text, person = page(record, chance, people, kinds)
            address = f"https://site{number}.example/{record}"
            stream.write(gzip.compress(_record(address, text), 1))
            if person is not None:
                told[record] = person
    (folder / f"{file.name}.truth.json").write_text(json.dumps(told))
    return file, told


def _record(address: str, text: str) -> bytes:
    content = (HEAD + text).encode()
    about = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2025-02-01T00:00:00Z\r\n"
        f"WARC-Target-URI: {address}\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(content)}\r\n\r\n"
    )
    return about.encode() + content + b"\r\n\r\n"
