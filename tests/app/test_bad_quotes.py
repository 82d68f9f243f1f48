"""Quotes without sense: told with place and cure by engine, calculation and command line."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

import msgspec
import pytest

from app.cli import main
from app.paths import resource
from app.quoting.freezing import work_out
from app.quoting.measures import pricing_context
from app.quoting.quote import Quote
from app.translation import load_words
from catalog.problem import Place
from pricing.bills import Bills
from pricing.engine import price_quote
from pricing.rule_reading import read_rules
from pricing.spend_analysis import analyse
from tests.sample import SUPPLIER, sample_case, sample_catalog, sample_rules

if TYPE_CHECKING:
    from pathlib import Path

    from catalog.problem import Problem

CASE = resource("sample", "cases", "1")
QUOTE = (CASE / "quote.toml").read_text(encoding="utf-8")
ITEM = '{ id = "i1", offering = "B01L" }'


def _bundle(fields: str) -> str:
    """The item of a bundle with further fields."""
    return f'{{ id = "i1", offering = "B01L", {fields} }}'


def _line(code: str, fields: str) -> str:
    """The item of a telephone line with one charge."""
    charge = f'{{ code = "{code}", {fields} }}'
    return f'{{ id = "i1", offering = "PSTN", charges = [{charge}] }}'


def _off(percent: str) -> str:
    """The item of a bundle with something taken off it."""
    return _bundle(f'alterations = [{{ kind = "percentage", percent = "{percent}" }}]')


BEYOND = _line(
    "PSTN.RENT", 'quantity = 1, alteration = { kind = "target_price", unit_price = "1E+400" }'
)
TERM, DAY = "term = 12", "price_date = 2026-11-23"
BAD = [
    ("offering unknown", ITEM, '{ id = "i1", offering = "NOWHERE" }', "price.unknown_offering"),
    ("offering empty", ITEM, '{ id = "i1", offering = "" }', "price.unknown_offering"),
    ("no bundle", ITEM, _bundle("quantity = 0"), "price.quantity_out_of_range"),
    ("minus one bundle", ITEM, _bundle("quantity = -1"), "price.quantity_out_of_range"),
    ("a billion bundles", ITEM, _bundle("quantity = 1000000000"), "price.quantity_out_of_range"),
    ("no line", ITEM, _line("PSTN.RENT", "quantity = 0"), "charge.too_few"),
    ("minus one line", ITEM, _line("PSTN.RENT", "quantity = -1"), "price.quantity_out_of_range"),
    (
        "a billion lines",
        ITEM,
        _line("PSTN.RENT", "quantity = 1000000000"),
        "price.quantity_out_of_range",
    ),
    ("charge unknown", ITEM, _line("PSTN.NONE", "quantity = 1"), "price.unknown_charge"),
    ("charge empty", ITEM, _line("", "quantity = 1"), "price.unknown_charge"),
    *(
        (f"{percent} percent", ITEM, _off(percent), "price.alteration_out_of_range")
        for percent in ("NaN", "sNaN", "Infinity", "1E+400", "-1", "100.01")
    ),
    ("a price beyond all numbers", ITEM, BEYOND, "price.alteration_out_of_range"),
    ("a term of nothing", TERM, "term = 0", "price.term_out_of_range"),
    ("a term of centuries", TERM, "term = 100000", "price.term_out_of_range"),
    (
        "NaN off the quote",
        TERM,
        f'{TERM}\ndiscount = {{ percent = "NaN" }}',
        "price.alteration_out_of_range",
    ),
    ("a day before every VAT rate", DAY, "price_date = 1980-01-01", "price.no_tax_rate"),
]
"""What it is, which text of the quote is replaced, by what, and the finding that must be told."""
NO_NUMBER = re.compile(r'"(s?NaN|Infinity)"')
every_bad_quote = pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            QUOTE.replace("-0001", f"-9{number:03}")
            .replace("Q0001", f"Q{number}")
            .replace(old, new),
            code,
        )
        for number, (_, old, new, code) in enumerate(BAD)
    ],
    ids=[name for name, *_ in BAD],
)


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the sample price list and the customer of the first case."""
    folder = tmp_path_factory.mktemp("shop")
    sample = resource("sample")
    lists = [str(sample / "catalogue.csv"), "--bundles", str(sample / "bundles.toml")]
    assert main(["--data", str(folder), "import", *lists]) == 0
    assert main(["--data", str(folder), "import", "--customer", str(CASE / "customer.toml")]) == 0
    return folder


def _told(problems: tuple[Problem, ...], code: str) -> Problem:
    """The finding with a code: it blocks, has a place, a text and a cure in both languages."""
    problem = next(problem for problem in problems if problem.code == code)
    assert problem.blocks
    assert problem.where != Place()
    for words in (load_words("en"), load_words("zh")):
        text, cure = words.told(problem.code, problem.parameters)
        assert text
        assert cure
    return problem


@every_bad_quote
def test_the_engine_tells_it(text: str, code: str) -> None:
    """And prices nothing at zero beside it."""
    quote = msgspec.toml.decode(text, type=Quote)
    customer, bills = sample_case(1).customer, Bills(())
    context = pricing_context(quote, customer, bills, analyse(bills, sample_rules().spend))
    priced = price_quote(
        sample_catalog(), sample_rules().pricing, context, quote.items, quote.discount
    )
    _told(priced.problems, code)
    for item in priced.items:
        assert all(charge.net_amount > 0 or not charge.quantity for charge in item.charges)


@every_bad_quote
def test_the_calculation_tells_it(text: str, code: str) -> None:
    """With analysis, replay, saving and verdict beside it."""
    quote = msgspec.toml.decode(text, type=Quote)
    case = sample_case(1)
    worked = work_out(
        quote, case.customer, case.bills, sample_catalog(), sample_rules(), SUPPLIER, label="A"
    )
    _told(worked.revision.priced.problems, code)


@every_bad_quote
def test_the_command_line_tells_it(
    capsys: pytest.CaptureFixture[str], shop: Path, tmp_path: Path, text: str, code: str
) -> None:
    """One line with place and cure on stderr, and exit code 1; what is no number at the import."""
    file = tmp_path / "quote.toml"
    file.write_text(text, encoding="utf-8")
    data = ["--data", str(shop), "--language", "en"]
    if NO_NUMBER.search(text):
        assert main([*data, "import", "--quote", str(file)]) == 1
        assert re.search(r"quote.toml:\$\.\S+percent: error: ", capsys.readouterr().err)
        return
    assert main([*data, "import", "--quote", str(file)]) == 0
    capsys.readouterr()
    quote = msgspec.toml.decode(text, type=Quote)
    assert main([*data, "price", quote.number]) == 1
    told = capsys.readouterr().err.splitlines()
    case = sample_case(1)
    worked = work_out(quote, case.customer, case.bills, sample_catalog(), sample_rules(), SUPPLIER)
    problem = _told(worked.revision.priced.problems, code)
    sentence, cure = load_words("en").told(problem.code, problem.parameters)
    place = problem.where.subject or problem.where.column
    assert any(place in line and sentence in line and cure in line for line in told)


def test_a_customer_of_an_unknown_segment_may_not_buy_the_bundle() -> None:
    """Told with the item; the price is worked out all the same."""
    case = sample_case(1)
    customer = msgspec.structs.replace(case.customer, segment="MARTIANS")
    worked = work_out(case.quote, customer, case.bills, sample_catalog(), sample_rules(), SUPPLIER)
    problem = _told(worked.revision.priced.problems, "offering.not_for_segment")
    assert problem.where.subject == "i1"
    assert worked.revision.priced.totals.monthly.net_amount > 0


def test_a_misspelt_field_of_a_rule_file_is_told_where_it_stands() -> None:
    """None of the file's rules is used, and the likely field is named."""
    text = resource("policy", "rules.toml").read_text(encoding="utf-8")
    right = 'kind = "percent_off", percent'
    assert right in text
    rules, problems = read_rules(tomllib.loads(text.replace(right, right[:-3])), file="rules.toml")
    assert rules is None
    (problem,) = problems
    assert problem.where.file == "rules.toml"
    assert "alteration" in problem.where.column
    sentence, cure = load_words("en").told(problem.code, problem.parameters)
    assert "“perc”" in sentence
    assert "“percent”" in sentence + cure
