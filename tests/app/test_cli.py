"""The command line does the whole job without a window, and says what is wrong and where."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.cli import main
from app.paths import resource
from tests.sample import CASES, expected_case, yuan_fen

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = resource("sample")
HEADING = (
    "code,name_zh,charge_type,unit,billing_period,list_price_cny,cost_cny,price_regulation,vat_rate"
)
LINE = "LINE.RENT,固定电话 月租,recurring,线,month,25.00,10.32,guided,0.09"


class Told:
    """What one command answered: exit code, and the lines of both streams."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code = code
        self.out = out.splitlines()
        self.err = err.splitlines()


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the sample data, made by a real process; only read afterwards."""
    folder = tmp_path_factory.mktemp("data")
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "--data", str(folder), "import", "--sample"],
        cwd=folder,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "offerings 162, charges 344, bundles 20, customers 5, quotes 5"
    ]
    assert done.returncode == 0
    return folder


def run(
    capsys: pytest.CaptureFixture[str],
    data: Path,
    *arguments: str | Path,
    language: str = "en",
) -> Told:
    """One command in this process."""
    given: Sequence[str] = [str(argument) for argument in arguments]
    code = main(["--data", str(data), "--language", language, *given])
    out, err = capsys.readouterr()
    return Told(code, out, err)


@pytest.mark.parametrize("number", CASES)
def test_a_quote_is_priced_as_text(
    capsys: pytest.CaptureFixture[str], filled: Path, number: int
) -> None:
    """Step by step down to the contract value."""
    told = run(capsys, filled, "price", f"QW-20261123-000{number}")
    expected = expected_case(number)["deal"]
    amount = f"{yuan_fen(expected['contract']) / 100:,.2f}"
    assert (told.code, told.err) == (0, [])
    assert any(line.startswith("contract value") and amount in line for line in told.out)
    assert any(line.startswith(f"approval: {expected['level']}") for line in told.out)


def test_a_quote_is_priced_as_json(capsys: pytest.CaptureFixture[str], filled: Path) -> None:
    """The whole result, in fen, with analysis, replay, saving and verdict."""
    told = run(capsys, filled, "price", "Q0001", "--format", "json")
    result = json.loads("\n".join(told.out))
    assert (told.code, told.err) == (0, [])
    assert result["number"] == "QW-20261123-0001"
    assert result["priced"]["totals"]["contract"]["net_amount"] == 8016_00
    assert result["analysis"]["typical"] == 708_00
    assert [month["planned"] for month in result["replay"]][-1] == 716_75
    assert result["saving"]["saving"] == 40_00
    assert result["verdict"]["level"] == "L1"


def test_messages_are_chinese_unless_told_otherwise(
    capsys: pytest.CaptureFixture[str], filled: Path
) -> None:
    """The first language of the users."""
    code = main(["--data", str(filled), "price", "Q0001"])
    out = capsys.readouterr().out
    assert code == 0
    assert "客户经理" in out
    assert "8,016.00" in out


@pytest.mark.parametrize(("language", "word"), [("zh", "QW-9"), ("en", "There is no record QW-9.")])
def test_a_quote_that_is_not_there_is_told_on_stderr(
    capsys: pytest.CaptureFixture[str], filled: Path, language: str, word: str
) -> None:
    """Exit code 1, nothing on stdout, what is wrong and what to do."""
    told = run(capsys, filled, "price", "QW-9", language=language)
    assert (told.code, told.out) == (1, [])
    assert len(told.err) == 1
    assert word in told.err[0]


def test_a_workspace_without_a_catalogue_says_so(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Before the first import."""
    told = run(capsys, tmp_path, "price", "Q0001")
    assert told.code == 1
    assert "catalogue" in told.err[0]


def test_a_catalogue_is_imported_with_its_version(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Price list and bundles; a dry run reads the same and stores nothing."""
    files = (SAMPLE / "catalogue.csv", "--bundles", SAMPLE / "bundles.toml", "--version", "v9")
    dry = run(capsys, tmp_path, "import", *files, "--dry-run")
    assert dry.out[-2:] == [
        "charges: 344 added, 0 changed, 0 withdrawn, 0 unchanged",
        "catalogue v9 read: 162 offerings, 344 charges, 20 bundles",
    ]
    assert run(capsys, tmp_path, "price", "Q0001").code == 1
    wet = run(capsys, tmp_path, "import", *files)
    assert wet.out == ["catalogue v9 stored: 162 offerings, 344 charges, 20 bundles"]
    assert (wet.code, wet.err) == (0, [])
    assert run(capsys, tmp_path, "check").code == 0


def test_a_customer_with_bills_and_a_quote_are_imported(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """In one command, after the catalogue."""
    case = SAMPLE / "cases" / "1"
    told = run(
        capsys,
        tmp_path,
        "import",
        "--customer",
        case / "customer.toml",
        "--bills",
        case / "bills.csv",
        "--quote",
        case / "quote.toml",
    )
    assert told.out == ["customer C0001 幼苗幼儿园, bills of 6 months", "quote QW-20261123-0001"]
    assert (told.code, told.err) == (0, [])


def test_every_mistake_is_one_line_with_file_row_column_and_cure(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """And the catalogue stays what it was."""
    path = tmp_path / "list.csv"
    path.write_text(f"{HEADING}\n{LINE}\n{LINE}\n{LINE.replace('25.00', '')}\n", encoding="utf-8")
    told = run(capsys, tmp_path, "import", path)
    assert (told.code, told.out) == (1, [])
    assert told.err == [
        "The file has 2 findings; nothing was imported. Mend what is listed and import again.",
        (
            "list.csv:3:A code: error: Code LINE.RENT stands in row 2 already. "
            "Delete the row, or correct the code."
        ),
        "list.csv:4:F list_price_cny: error: There is no price. Enter an amount; 0 if it is free.",
    ]
    chinese = run(capsys, tmp_path, "import", path, language="zh")
    assert chinese.err[2].startswith("list.csv:4:F list_price_cny: ")
    assert run(capsys, tmp_path, "price", "Q0001").code == 1


def test_a_file_that_cannot_be_read_is_told(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """By its name and the reason."""
    told = run(capsys, tmp_path, "import", tmp_path / "gone.csv")
    assert told.code == 1
    assert "gone.csv" in told.err[0]


def test_an_import_of_nothing_is_not_understood(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Exit code 2, as for any command that is not understood."""
    assert run(capsys, tmp_path, "import").code == 2
    for arguments in ([], ["sell"], ["price"]):
        with pytest.raises(SystemExit) as left:
            main(["--data", str(tmp_path), *arguments])
        assert left.value.code == 2
    capsys.readouterr()


def test_documents_are_written_into_a_folder(
    capsys: pytest.CaptureFixture[str], filled: Path, tmp_path: Path
) -> None:
    """The approval workbook here; a kind that nobody knows is told with those that exist."""
    out = tmp_path / "papers"
    told = run(capsys, filled, "render", "Q0001", "approval", "--out", out)
    assert (told.code, told.out) == (0, [str(out / "approval.xlsx")])
    assert (out / "approval.xlsx").read_bytes().startswith(b"PK")
    unknown = run(capsys, filled, "render", "Q0001", "poem", "--out", out)
    assert unknown.code == 2
    assert "approval" in unknown.err[0]


def test_a_file_of_somebody_else_is_never_replaced(
    capsys: pytest.CaptureFixture[str], filled: Path, tmp_path: Path
) -> None:
    """What was written here and not touched is; a file that was changed since then is not."""
    out = tmp_path / "papers"
    wanted = ("render", "Q0001", "price_schedule", "--out", out)
    first = run(capsys, filled, *wanted).out
    assert run(capsys, filled, *wanted).out == first
    word = out / "price_schedule.docx"
    word.write_bytes(b"my own words")
    told = run(capsys, filled, *wanted)
    assert word.read_bytes() == b"my own words"
    assert not told.out[0].startswith(f"{word},")
    assert len(list(out.iterdir())) == 3


def test_documents_are_written_in_the_languages_named(
    capsys: pytest.CaptureFixture[str], filled: Path, tmp_path: Path
) -> None:
    """English alone, or both; a language that is no paper's is not understood."""
    out = tmp_path / "papers"
    told = run(capsys, filled, "render", "Q0001", "price_schedule", "--in", "en", "--out", out)
    assert (told.code, told.out) == (
        0,
        [f"{out / 'price_schedule-en'}.{suffix}, 1 pages, DRAFT" for suffix in ("docx", "pdf")],
    )
    both = ("render", "Q0001", "price_schedule", "--in", "zh", "--in", "en")
    assert len(run(capsys, filled, *both, "--out", out).out) == 4


def test_a_check_counts_what_it_finds(capsys: pytest.CaptureFixture[str], filled: Path) -> None:
    """No errors in what comes with the program."""
    told = run(capsys, filled, "check")
    assert told.code == 0
    assert told.out[-1].startswith("0 errors, ")


def test_a_rule_file_is_checked_before_it_is_used(
    capsys: pytest.CaptureFixture[str], filled: Path, tmp_path: Path
) -> None:
    """A typing error in a field's name has a place and a cure; without it two cliffs are told."""
    text = resource("policy", "rules.toml").read_text(encoding="utf-8")
    file = tmp_path / "rules.toml"
    file.write_text(text.replace('"percent_off", percent', '"percent_off", percnt'), "utf-8")
    wrong = run(capsys, filled, "check", "--rules", file)
    assert wrong.code == 1
    (told,) = [line for line in wrong.err if "percnt" in line]
    assert told.startswith("rules.toml:rule[")
    assert "alteration: error: " in told
    assert "did you mean “percent”?" in told
    file.write_text(text, "utf-8")
    right = run(capsys, filled, "check", "--rules", file)
    assert (right.code, right.out) == (0, ["0 errors, 2 other findings"])
    missing = run(capsys, filled, "check", "--rules", tmp_path / "none.toml")
    assert missing.code == 1
    assert "none.toml" in missing.err[0]


def test_a_quote_that_may_not_be_sold_is_told(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Priced all the same, with the findings on stderr and exit code 1."""
    case = SAMPLE / "cases" / "1"
    quote = tmp_path / "quote.toml"
    text = (case / "quote.toml").read_text(encoding="utf-8").replace('"B01L"', '"B13"')
    quote.write_text(text, encoding="utf-8")
    run(capsys, tmp_path, "import", SAMPLE / "catalogue.csv", "--bundles", SAMPLE / "bundles.toml")
    run(capsys, tmp_path, "import", "--customer", case / "customer.toml", "--quote", quote)
    told = run(capsys, tmp_path, "price", "Q0001")
    assert told.code == 1
    assert any("2,280.00" in line for line in told.out)
    assert "i1: error: The promotion of bundle B13 ended on 2026-10-31." in told.err[0]


def test_a_day_of_activation_can_be_tried_out(
    capsys: pytest.CaptureFixture[str], filled: Path
) -> None:
    """8 of the 31 days of December of 668.00 are 172.39; nothing of it is stored."""
    quote = "QW-20261123-0001"
    tried = run(capsys, filled, "price", quote, "--activation", "2026-12-24", "--format", "json")
    assert json.loads("\n".join(tried.out))["billing"]["first"]["net_amount"] == 172_39
    stored = run(capsys, filled, "price", quote, "--format", "json")
    assert json.loads("\n".join(stored.out))["billing"]["first"]["net_amount"] == 668_00


def test_a_promotion_code_can_be_tried_out(
    capsys: pytest.CaptureFixture[str], filled: Path
) -> None:
    """No rule of the sample knows the code: the explanation names it and says so."""
    quote = "QW-20261123-0001"
    told = run(capsys, filled, "price", quote, "--code", "winter", "--code", "winter")
    assert told.code == 0
    assert "Promotion codes winter" in told.out
    assert any("There is no promotion code “winter”" in line for line in told.out)
    assert "promotion code" not in " ".join(run(capsys, filled, "price", quote).out)


@pytest.mark.parametrize(
    ("option", "value", "monthly"),
    [("--target-monthly", "9700.00", 9_700_00), ("--discount-percent", "1", 9_692_10)],
)
def test_a_discount_on_the_whole_quote_can_be_tried_out(
    capsys: pytest.CaptureFixture[str], filled: Path, option: str, value: str, monthly: int
) -> None:
    """Case four is 9,790.00 a month; one percent off is 97.90."""
    quote = "QW-20261123-0004"
    told = run(capsys, filled, "price", quote, option, value, "--format", "json")
    assert json.loads("\n".join(told.out))["priced"]["totals"]["monthly"]["net_amount"] == monthly


def test_the_largest_discount_that_keeps_a_margin_can_be_tried_out(
    capsys: pytest.CaptureFixture[str], filled: Path
) -> None:
    """Case four has a margin of 41.50 %; 41 % leaves room, 60 % does not."""
    quote = "QW-20261123-0004"
    told = run(capsys, filled, "price", quote, "--margin", "41", "--format", "json")
    contract = json.loads("\n".join(told.out))["priced"]["totals"]["contract"]
    assert 41 <= 100 * (1 - contract["cost"] / contract["net_ex_tax"]) < 41.01
    told = run(capsys, filled, "price", quote, "--margin", "60")
    assert (told.code, told.out) == (1, [])
    assert told.err == [
        (
            "discount:QW-20261123-0004: error: A margin of 60 % is out of reach: without a "
            "discount it is 41.50 %. Lower the target, or take discounts off the items first."
        )
    ]
