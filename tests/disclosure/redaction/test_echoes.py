import pytest

from safeconduct.disclosure.redaction.echoes import echoes


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Ryom Kwan-sok", "RYOM KWAN-SOK and Ryom's mother", ["RYOM KWAN-SOK", "Ryom"]),
        ("Коваленко", "лист до Коваленку від Коваленкa", ["Коваленку"]),
        ("Бондар", "Бондарем, Бондаря, бондаря", ["Бондарем", "Бондаря"]),
        ("렴관석", "렴관석은 렴관석의", ["렴관석", "렴관석"]),
        ("Ri", "Ri and Rider", []),
        ("Ryom", "Ryomgyong and Bryom", []),
    ],
)
def test_a_name_is_found_again(name: str, text: str, found: list[str]) -> None:
    """Inflected and in capitals, at word borders; a short surname alone is not one."""
    assert [text[e.start : e.end] for e in echoes(text, [name])] == found
