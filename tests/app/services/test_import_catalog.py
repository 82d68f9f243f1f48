"""A price list and its bundles become one version, or nothing does and every mistake is told."""

from __future__ import annotations

from datetime import date
from threading import Event
from typing import TYPE_CHECKING

import pytest

from app.errors import Cancelled, FileUnreadable, ImportRejected, StorageError
from app.services.import_catalog import CatalogImport, read_bundles, read_catalog_files
from app.services.policies import load_tax_classes
from app.translation import load_words
from tests.sample import QUOTE_DAY, sample_import

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.workspace import Workspace

HEADING = (
    "code,name_zh,charge_type,unit,billing_period,list_price_cny,cost_cny,price_regulation,vat_rate"
)
LINE = "LINE.RENT,固定电话 月租,recurring,线,month,25.00,10.32,guided,0.09"
NET = "NET.RENT,宽带 月租,recurring,条,month,99.00,40.00,market,9%"
BUNDLE = """
[[bundle]]
code = "PACK"
name = { zh = "套餐" }
segments = ["SMB"]
price = "100.00"
term = 12
valid = { first = 2026-10-01, last = 2026-12-31 }
components = [{ charge = "LINE.RENT", quantity = 5 }]
"""


def written(folder: Path, *lines: str, name: str = "list.csv", encoding: str = "utf-8") -> Path:
    """A price list as a text file."""
    path = folder / name
    path.write_bytes("\n".join((HEADING, *lines, "")).encode(encoding))
    return path


def read(price_list: Path, bundles: Path | None = None) -> CatalogImport:
    """What the import finds."""
    return read_catalog_files(
        price_list, bundles, load_tax_classes(), QUOTE_DAY, version="v1", title=""
    )


def bundle_file(folder: Path, text: str = BUNDLE) -> Path:
    """A file of bundles."""
    path = folder / "bundles.toml"
    path.write_text(text, encoding="utf-8")
    return path


def places(found: CatalogImport) -> list[tuple[str, int, str, str]]:
    """File, row, column and code of each finding."""
    return [(p.where.file, p.where.row, p.where.column, p.code) for p in found.problems]


def test_the_sample_is_read_without_a_finding() -> None:
    """344 rows, 162 offerings, 20 bundles, each findable by its initials."""
    found = sample_import()
    content = found.accepted()
    assert found.problems == ()
    assert found.rows == 344
    assert (len(content.offerings), len(content.bundles)) == (162, 20)
    assert all(offering.initials for offering in content.offerings)
    assert content.title == "catalogue"
    assert content.imported_on == QUOTE_DAY


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_every_usual_text_file_gives_the_same_catalogue(
    tmp_path: Path, encoding: str, separator: str
) -> None:
    """However a spreadsheet program has saved it."""
    path = tmp_path / "list.csv"
    lines = (HEADING, LINE, NET, "")
    path.write_bytes("\n".join(lines).replace(",", separator).encode(encoding))
    content = read(path).accepted()
    assert [offering.name.zh for offering in content.offerings] == ["固定电话", "宽带"]
    assert [str(o.charges[0].list_price) for o in content.offerings] == ["25.00", "99.00"]


def test_a_line_above_the_heading_is_passed_over(tmp_path: Path) -> None:
    """Rows keep the numbers that the spreadsheet shows."""
    path = tmp_path / "list.csv"
    path.write_text(f"价目表 2026,,\n{HEADING}\n{LINE}\n{NET.replace('99.00', '')}\n", "utf-8")
    found = read(path)
    assert places(found) == [("list.csv", 4, "F list_price_cny", "import.price_missing")]


def test_a_file_of_mixed_encodings_is_refused_with_the_line(tmp_path: Path) -> None:
    """UTF-8 above, GBK below: nobody guesses which."""
    path = tmp_path / "list.csv"
    path.write_bytes(f"{HEADING}\n{LINE}\n".encode() + f"{NET}\n".encode("gbk"))
    with pytest.raises(FileUnreadable) as refused:
        read(path)
    assert refused.value.finding.code == "file.mixed_encodings"
    for language in ("zh", "en"):
        words = load_words("zh" if language == "zh" else "en")
        text, cure = words.told(refused.value.finding.code, refused.value.finding.parameters)
        assert "3" in text
        assert cure


BAD = (
    LINE,
    NET.replace("99.00", ""),
    LINE,
    "CLOUD.RENT,云主机 月租,recurring,台,month,贵,40.00,market,8%",
    "BOX.LEASE,网关 租用,recurring,台,month,80.00,30.00,market,13%",
)


def test_every_mistake_of_every_row_and_file_comes_in_one_list(tmp_path: Path) -> None:
    """Missing price, duplicate code, no price, unknown rate, and a wrong date among the bundles."""
    bundles = bundle_file(tmp_path, BUNDLE.replace("2026-12-31", '"2026-13-31"'))
    found = read(written(tmp_path, *BAD), bundles)
    assert places(found) == [
        ("list.csv", 3, "F list_price_cny", "import.price_missing"),
        ("list.csv", 4, "A code", "import.duplicate_code"),
        ("list.csv", 5, "F list_price_cny", "cell.not_a_price"),
        ("list.csv", 5, "I vat_rate", "import.unknown_vat_rate"),
        ("bundles.toml", 0, "$.bundle[0].valid.last", "import.field_wrong"),
    ]
    assert found.content is None
    with pytest.raises(ImportRejected) as refused:
        found.accepted()
    assert refused.value.problems == found.problems


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_mistake_is_told_with_its_cure(tmp_path: Path, language: str) -> None:
    """In the user's language, with the value that stands there."""
    words = load_words("zh" if language == "zh" else "en")
    found = read(written(tmp_path, *BAD))
    told = [words.told(problem.code, problem.parameters) for problem in found.problems]
    assert len(told) == 4
    assert all(text and cure for text, cure in told)
    assert "LINE.RENT" in told[1][0]
    assert "2" in told[1][0]
    assert "贵" in told[2][0]
    assert "8 %" in told[3][0]
    general = words.told("failure", {})
    assert general not in told


def test_nothing_is_stored_of_a_list_with_a_mistake(workspace: Workspace, tmp_path: Path) -> None:
    """The catalogue stays what it was, byte for byte."""
    workspace.catalogs.save(read(written(tmp_path, LINE)).accepted())
    before = workspace.catalogs.latest()
    with pytest.raises(ImportRejected):
        workspace.catalogs.save(read(written(tmp_path, *BAD)).accepted())
    assert workspace.catalogs.latest() == before
    assert len(workspace.catalogs.versions()) == 1


def test_a_version_is_never_replaced_by_another_content(
    workspace: Workspace, tmp_path: Path
) -> None:
    """Quotes priced with it must stay explainable."""
    workspace.catalogs.save(read(written(tmp_path, LINE)).accepted())
    with pytest.raises(StorageError) as refused:
        workspace.catalogs.save(read(written(tmp_path, NET)).accepted())
    assert refused.value.parameters["reason"] == "version_exists"
    content = workspace.catalogs.latest()
    assert content is not None
    assert [offering.code for offering in content.offerings] == ["LINE"]


def test_codes_that_lead_nowhere_are_told_once_the_rows_are_right(tmp_path: Path) -> None:
    """A bundle of a charge that the price list does not have."""
    found = read(written(tmp_path, NET), bundle_file(tmp_path))
    assert [(p.code, p.where.subject) for p in found.problems] == [
        ("catalog.unknown_charge", "PACK")
    ]
    assert found.content is None


def test_missing_columns_and_empty_lists_are_told(tmp_path: Path) -> None:
    """Each with what is missing."""
    path = tmp_path / "list.csv"
    path.write_text(f"{HEADING.replace('vat_rate', 'levy')}\n{LINE}\n", encoding="utf-8")
    unused, missing = read(path).problems
    assert (unused.code, unused.where.column) == ("import.column_unused", "I levy")
    assert (missing.code, missing.parameters) == ("import.column_missing", {"column": "vat_rate"})
    path.write_text(f"{HEADING}\n", encoding="utf-8")
    assert [p.code for p in read(path).problems] == ["import.no_rows"]


def test_a_workbook_is_read_sheet_by_sheet(tmp_path: Path) -> None:
    """Findings name sheet, row and column; a cell that shows an error is one."""
    from openpyxl import Workbook

    book = Workbook()
    voice, data = book.active, book.create_sheet("数据")
    assert voice is not None
    voice.title = "语音"
    for row in (HEADING.split(","), LINE.split(",")):
        voice.append(row)
    for row in (HEADING.split(","), NET.replace("99.00", "#REF!").split(",")):
        data.append(row)
    data.append(LINE.replace("LINE", "OTHER").replace("25.00", "").split(","))
    path = tmp_path / "list.xlsx"
    book.save(path)
    found = read(path)
    assert found.rows == 3
    assert {(p.where.sheet, p.where.row, p.where.column) for p in found.problems} == {
        ("数据", 2, "F list_price_cny"),
        ("数据", 3, "F list_price_cny"),
    }
    assert {p.where.file for p in found.problems} == {"list.xlsx"}


def test_an_offering_in_two_sheets_is_refused(tmp_path: Path) -> None:
    """The charges of one of them would be lost."""
    from openpyxl import Workbook

    book = Workbook()
    sheets = (book.active, book.create_sheet("二"))
    for sheet in sheets:
        assert sheet is not None
        sheet.append(HEADING.split(","))
        sheet.append(LINE.split(","))
    path = tmp_path / "list.xlsx"
    book.save(path)
    assert [(p.code, p.where.subject) for p in read(path).problems] == [
        ("catalog.duplicate_offering", "LINE")
    ]


@pytest.mark.parametrize(
    ("text", "column", "code"),
    [
        (BUNDLE.replace("term = 12", 'term = "x"'), "$.bundle[0].term", "import.field_wrong"),
        (BUNDLE + 'colour = "red"\n', "$.bundle[0]", "import.field_wrong"),
        (BUNDLE.replace("price =", "cost ="), "$.bundle[0]", "import.field_wrong"),
        (BUNDLE.replace("2026-12-31", "2026-13-31"), "", "import.not_toml"),
        ("[[bundle", "", "import.not_toml"),
        ("[[bundel]]", "", "import.field_wrong"),
    ],
)
def test_a_wrong_bundle_file_names_the_place(
    tmp_path: Path, text: str, column: str, code: str
) -> None:
    """By the path of the field, or by line where it is no TOML at all."""
    bundles, problems = read_bundles(bundle_file(tmp_path, text))
    assert bundles == ()
    problem, *_ = problems
    assert (problem.code, problem.where.file) == (code, "bundles.toml")
    assert problem.where.column.startswith(column)
    assert problem.parameters["fault"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_bundles_are_read_with_and_without_a_mark(tmp_path: Path, encoding: str) -> None:
    """The usual editor on Windows writes one."""
    path = tmp_path / "bundles.toml"
    path.write_bytes(BUNDLE.encode(encoding))
    (bundle,), problems = read_bundles(path)
    assert problems == ()
    assert bundle.name.zh == "套餐"
    assert bundle.valid.last == date(2026, 12, 31)


def test_bundles_in_another_encoding_are_told(tmp_path: Path) -> None:
    """TOML is UTF-8 by its own rule."""
    path = tmp_path / "bundles.toml"
    path.write_bytes(BUNDLE.encode("gbk"))
    assert [problem.code for problem in read_bundles(path)[1]] == ["import.not_toml"]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """By its name, without its folder."""
    with pytest.raises(FileUnreadable) as failure:
        read_bundles(tmp_path / "gone.toml")
    assert failure.value.parameters["file"] == "gone.toml"
    with pytest.raises(FileUnreadable):
        read(tmp_path / "gone.csv")


def test_a_long_list_tells_its_progress_and_can_be_stopped(tmp_path: Path) -> None:
    """Nothing is read when the user has changed his mind."""
    rows = [LINE.replace("RENT", f"R{number}") for number in range(2_500)]
    path, stop = written(tmp_path, *rows), Event()
    shares: list[float] = []

    def import_list() -> CatalogImport:
        return read_catalog_files(
            path,
            None,
            load_tax_classes(),
            QUOTE_DAY,
            version="v1",
            progress=shares.append,
            cancel=stop,
        )

    assert import_list().rows == 2_500
    assert shares
    assert shares == sorted(shares)
    stop.set()
    with pytest.raises(Cancelled):
        import_list()
