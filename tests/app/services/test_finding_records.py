"""Customers, quotes and papers are found by any word, in any width, and by first letters."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from app.quoting.customer import Account, Contact, Customer, Site
from app.services.finding_records import FindRecords
from app.services.quote_library import create_quote
from pricing.bills import Bills
from tests.sample import QUOTE_DAY

if TYPE_CHECKING:
    from app.services.workspace import Workspace

NOW = datetime(2026, 11, 23, 4, tzinfo=UTC)
SCHOOL = Customer(
    id="C-9",
    name="海滨实验学校",
    segment="CAMPUS",
    accounts=(Account("65551234", "海滨实验学校"),),
    contacts=(Contact("欧阳校长", phone="13800001111"),),
    sites=(Site("s1", "南校区", "滨江路8号"),),
)


@pytest.fixture
def finding(sample: Workspace) -> FindRecords:
    """The sample data with one more customer."""
    sample.customers.save(SCHOOL, Bills(), now=NOW)
    create_quote(sample, "C-9", today=QUOTE_DAY, now=NOW)
    return FindRecords(sample)


@pytest.mark.parametrize(
    ("typed", "where"),
    [
        ("海滨", ""),
        ("６５５５１２３４", "65551234"),
        ("138 0000", None),
        ("13800001111", "13800001111"),
        ("欧阳", "欧阳校长"),
        ("oyxz", "欧阳校长"),
        ("南校区", "南校区"),
        ("滨江路", "滨江路8号"),
        ("nxq", "南校区"),
        ("hbsy", ""),
        ("HBSY", ""),
    ],
)
def test_a_customer_is_found_by_everything_about_him(
    finding: FindRecords, typed: str, where: str | None
) -> None:
    """And it is told what was found where it is not the name."""
    found = finding.customers(typed, 6)
    if where is None:
        assert [one.row.id for one in found] == ["C-9"]
    else:
        assert [(one.row.id, one.where) for one in found] == [("C-9", where)]


def test_quotes_are_found_by_first_letters_of_their_customer(finding: FindRecords) -> None:
    """So are those of the sample by their titles."""
    assert [row.customer for row in finding.quotes("hbsyxx", 6)] == ["C-9"]
    assert [row.title for row in finding.quotes("hjdjd", 6)] == ["海景大酒店数码客房方案"]
    assert finding.quotes("xyzq", 6) == ()


def test_one_letter_is_no_pinyin(finding: FindRecords) -> None:
    """It would find everybody."""
    assert finding.customers("y", 6) == ()


def test_without_papers_none_is_found(finding: FindRecords) -> None:
    """Nothing was issued yet."""
    assert finding.papers("合同", 6, lambda kind: kind) == ()


def test_papers_are_found_by_kind_number_and_customer(
    finding: FindRecords, sample: Workspace
) -> None:
    """One hit for each kind and revision, the last issued first; words in any order and width."""
    quote = sample.quotes.search("海景大酒店")[0]
    for minute, (kind, ending, revision) in enumerate(
        (("contract", "docx", "A"), ("contract", "pdf", "A"), ("quotation", "pdf", "B"))
    ):
        sample.documents.keep(
            f"{kind} {ending}".encode(),
            quote=quote.id,
            revision=revision,
            kind=kind,
            file_format=ending,
            now=NOW.replace(minute=minute),
        )

    def found(text: str) -> list[tuple[str, str]]:
        papers = finding.papers(text, 6, {"contract": "合同", "quotation": "报价单"}.__getitem__)
        return [(one.document.kind, one.document.revision) for one in papers]

    assert found("海景") == [("quotation", "B"), ("contract", "A")]
    assert found("海景 合同") == [("contract", "A")]
    assert found(f"{quote.number}－Ａ") == [("contract", "A")]
    assert found("报价单 幼儿园") == []
