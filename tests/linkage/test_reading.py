"""Tables as people keep them: other charsets, broken rows, workbooks."""

import zipfile
from pathlib import Path

import polars as pl
import pytest

from safeconduct.linkage import LinkageError, Table, read, read_whole
from safeconduct.linkage.reading import ROW

GOOD = "id,name,birth\n1,백철수,1999\n2,Пак Чхоль Су,1999\n3,Paek Chol-su,1999\n"


def table(folder: Path, data: bytes, name: str = "camp.csv") -> Table:
    file = folder / name
    file.write_bytes(data)
    return read(file, {})


def names(found: Table) -> list[str]:
    return found.frame["name"].to_list()


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_with_and_without_a_mark(tmp_path: Path, charset: str) -> None:
    """All three scripts survive."""
    found = table(tmp_path, GOOD.encode(charset))

    assert names(found) == ["백철수", "Пак Чхоль Су", "Paek Chol-su"]
    assert found.frame[ROW].to_list() == [2, 3, 4]


@pytest.mark.parametrize(
    ("charset", "name"), [("cp949", "백철수"), ("cp1251", "Ковальчук Іван")]
)
def test_older_charsets_are_recognised(tmp_path: Path, charset: str, name: str) -> None:
    """A file of Korea or of Ukraine in its old charset is read whole, and said."""
    rows = "".join(f"{number},{name}\n" for number in range(50))
    found = table(tmp_path, f"id,name\n{rows}".encode(charset))

    assert set(names(found)) == {name}
    assert found.charset == charset


@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_the_separator_is_found(tmp_path: Path, separator: str) -> None:
    """A header tells which sign parts the columns."""
    assert len(names(table(tmp_path, GOOD.replace(",", separator).encode()))) == 3


def test_broken_rows_are_left_out_by_number(tmp_path: Path) -> None:
    """Too few, too many, bytes of another charset: the good rows go on."""
    rows = [b"1,Kim,1999", b"2,Lee", b"3,Pak,1998,x", b"4,\xff\xfe,1997", b"5,Cho,1996"]
    rows += [b"%d,Choe,1990" % number for number in range(6, 200)]
    found = table(tmp_path, b"id,name,birth\n" + b"\n".join(rows) + b"\n")

    assert [(row.row, row.why) for row in found.rejected] == [
        (3, "has too few columns"),
        (4, "has too many columns"),
        (5, "holds bytes that are not UTF-8"),
    ]
    assert found.rejected[1].line == "3,Pak,1998,x"
    assert found.frame[ROW].to_list()[:3] == [2, 6, 7]


def test_empty_cells_are_unknown(tmp_path: Path) -> None:
    """Nothing and blanks are no value."""
    found = table(tmp_path, b"name,birth\nKim,\nLee,  \n")

    assert found.frame["birth"].to_list() == [None, None]


def test_a_parquet_file_keeps_its_dates(tmp_path: Path) -> None:
    """Numbers and dates become the text a person would write."""
    file = tmp_path / "camp.parquet"
    pl.DataFrame(
        {"name": ["Kim"], "birth": [1999.0], "captured": ["2025-01"]}
    ).with_columns(dob=pl.date(1999, 3, 12)).write_parquet(file)
    found = read(file, {"birth": "dob", "rank": "birth"})

    assert found.frame.row(0, named=True) | {ROW: 0} == {
        ROW: 0,
        "name": "Kim",
        "birth": "1999-03-12",
        "rank": "1999",
        "capture_month": "2025-01",
    }


def test_a_workbook_is_read(tmp_path: Path) -> None:
    """The first sheet counts; numbers and dates become text."""
    file = tmp_path / "camp.xlsx"
    workbook(file, [["name", "birth"], ["백철수", 1999], ["Kim", 2001]])
    found = read(file, {})

    assert names(found) == ["백철수", "Kim"]
    assert found.frame["birth"].to_list() == ["1999", "2001"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", b""),
        ("a.csv", b"\n"),
        ("a.csv", b"name\n"),
        ("a.xlsx", b"no workbook"),
        ("a.parquet", b"no parquet"),
        ("a.docx", b"x"),
        ("a.csv", bytes(range(128, 256)) * 40),
    ],
)
def test_what_is_no_table_is_refused_with_a_sentence(
    tmp_path: Path, name: str, data: bytes
) -> None:
    """The sentence names the file and nothing that stands in it."""
    with pytest.raises(LinkageError) as refused:
        table(tmp_path, data, name)

    assert str(refused.value).startswith(f"{name}: ")
    assert str(refused.value).endswith(".")


def test_a_whole_table_keeps_its_headers(tmp_path: Path) -> None:
    """Decided pairs have columns of their own."""
    file = tmp_path / "labels.csv"
    file.write_text("left,right,same\n1,2,yes\n")

    assert read_whole(file).frame.columns == [ROW, "left", "right", "same"]


def workbook(file: Path, rows: list[list[object]]) -> None:
    """Write the smallest workbook that is one."""
    cells = "".join(
        "<row>"
        + "".join(
            f"<c><v>{cell}</v></c>"
            if isinstance(cell, int)
            else f'<c t="inlineStr"><is><t>{cell}</t></is></c>'
            for cell in row
        )
        + "</row>"
        for row in rows
    )
    space = "http://schemas.openxmlformats.org"
    main = f"{space}/spreadsheetml/2006/main"
    links = f"{space}/officeDocument/2006/relationships"
    package = f"{space}/package/2006/relationships"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{space}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/'
        'vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType="application/'
        'vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/'
        'vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="r1" '
        f'Type="{links}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{links}"><sheets>'
        '<sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}"><Relationship '
        f'Id="r1" Type="{links}/worksheet" Target="worksheets/sheet1.xml"/>'
        "</Relationships>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{cells}'
        "</sheetData></worksheet>",
    }
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
