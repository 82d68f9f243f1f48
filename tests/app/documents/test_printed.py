"""Promises of the figures that a document is compared with."""

from __future__ import annotations

from app.documents.printed import (
    printed_charges,
    printed_overage,
    printed_parties,
    printed_spend,
    printed_totals,
)
from tests.app.documents.case_one import CASE_ONE
from tests.app.documents.papers import FIGURES, changed


def _texts(figures: object) -> list[tuple[str, ...]]:
    return [figure.texts for figure in figures]  # type: ignore[attr-defined]  # any sequence


def test_totals_of_case_one() -> None:
    """Only totals that there are: no one-time and no yearly charges here."""
    assert _texts(printed_totals(CASE_ONE, FIGURES)) == [
        ("8,016.00",),
        ("8,016.00", "7,354.20", "661.80"),
        ("捌仟零壹拾陆元整",),
        ("668.00", "612.85", "55.15"),
        ("9%", "7,354.20", "661.80"),
    ]


def test_charges_of_a_contract_carry_their_vat() -> None:
    """Each component with its share, without and with VAT."""
    first = printed_charges(CASE_ONE, FIGURES, with_tax=True)[0]
    assert first.texts == ("固定电话 月租", "4", "92.01", "84.41", "9%", "7.60")


def test_charges_of_a_proposal_are_at_list_price() -> None:
    """The shares of a bundle are the contract's business."""
    first = printed_charges(CASE_ONE, FIGURES, with_tax=False)[0]
    assert first.texts == ("固定电话 月租", "4", "100.00")


def test_spend_has_bills_reference_months_and_replay() -> None:
    """Six months in one row, five components, two references, three unusual, six replayed."""
    texts = _texts(printed_spend(CASE_ONE, FIGURES))
    assert texts[0] == ("712.60", "708.55", "742.35", "788.20", "796.15", "764.15")
    assert texts[5] == ("长途", "66.30", "63.90", "96.60", "158.40", "171.30", "130.50")
    assert texts[6:8] == [("708.00",), ("752.00",)]
    assert texts[8] == ("2026年8月", "长途", "158.40")
    assert texts[11:13] == [("708.00", "668.00", "40.00"), ("480.00",)]
    assert texts[18] == ("2026年10月", "764.15", "716.75", "47.40")


def test_overage_stands_beside_its_name() -> None:
    """A price per minute without its service says nothing."""
    assert _texts(printed_overage(CASE_ONE, FIGURES)) == [
        ("固定电话 本地通话费", "0.10"),
        ("国内国际长途直拨 国内长途", "0.25"),
    ]


def test_no_bills_nothing_to_compare() -> None:
    """Absent sections demand nothing."""
    assert printed_spend(changed(analysis=None, replay=(), saving=None), FIGURES) == ()


def test_parties_are_named() -> None:
    """Who, from whom, and which document."""
    assert _texts(printed_parties(CASE_ONE, FIGURES)) == [
        ("幼苗幼儿园",),
        ("江城市信通通信有限公司",),
        ("QW-20261123-0001-A",),
        ("2026年12月22日",),
    ]
