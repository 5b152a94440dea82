"""Which quantities does a stock library find? Runs in an environment of its own.

    python libraries.py quantulum3|recognizers articles.json

Prints as JSON, for each article, the found [start, end, value] and the seconds taken.
"""

import json
import sys
from pathlib import Path
from time import perf_counter


def by_quantulum(text, _language):
    """Read with quantulum3, its classifier switched off: it fails to load offline."""
    from quantulum3 import classifier, parser  # noqa: PLC0415 - only one is at hand

    classifier.USE_CLF = False
    return [[*found.span, float(found.value)] for found in parser.parse(text)]


def by_recognizers(text, language):
    """Read with recognizers-text: English and Korean are all it has of our four."""
    from recognizers_number import recognize_number  # noqa: PLC0415 - as above

    culture = {"en": "en-us", "ko": "ko-kr"}.get(language)
    if culture is None:
        return []
    return [
        [found.start, found.end + 1, float(found.resolution["value"])]
        for found in recognize_number(text, culture)
        if found.resolution and found.resolution.get("value") not in {None, "null"}
    ]


def main():
    """Read every article with the library that is asked for."""
    read = {"quantulum3": by_quantulum, "recognizers": by_recognizers}[sys.argv[1]]
    articles = json.loads(Path(sys.argv[2]).read_text("utf-8"))
    started, found = perf_counter(), []
    for article in articles:
        try:
            found.append(read(article["text"], article["language"]))
        except Exception:  # noqa: BLE001 - a library that fails has found nothing
            found.append([])
    json.dump({"found": found, "seconds": perf_counter() - started}, sys.stdout)


main()
