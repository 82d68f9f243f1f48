"""Totals, facts, authority, bills and savings say what was worked out on paper."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import msgspec

from app.quoting.header_edits import set_activation
from app.ui.presenting.authority import authority_state
from app.ui.presenting.bills import chart_of, unusual_sentences
from app.ui.presenting.facts import facts_of
from app.ui.presenting.savings import replay_rows, saving_lines, spend_lines
from app.ui.presenting.totals import totals_of
from catalog.local_text import LocalText
from pricing.bills import BillComponent, Bills
from pricing.spend import SpendPolicy
from pricing.spend_analysis import analyse
from tests.app.committed import committed_revision
from tests.app.ui.speaking import speaker
from tests.sample import QUOTE_DAY, revision_of, sample_case, sample_rules


def test_totals_with_and_without_tax() -> None:
    """Case one: 668.00 a month holds 55.15 of VAT."""
    revision = revision_of(1)
    with_tax = {t.id: t.value for t in totals_of(speaker(), revision, with_tax=True)}
    without = {t.id: t.value for t in totals_of(speaker(), revision, with_tax=False)}
    assert with_tax["monthly"] == "¥668.00"
    assert without["monthly"] == "¥612.85"
    assert with_tax["contract"] == "¥8,016.00"
    assert with_tax["tax"] == without["tax"] == "¥661.80"
    assert with_tax["saving"] == "¥40.00"


def test_the_first_invoice_says_how_it_comes_about() -> None:
    """Case one from 24 December: 8 of 31 days of 668.00; the average month stays 668.00."""
    quote = set_activation(sample_case(1).quote, date(2026, 12, 24))
    shown = {t.id: t for t in totals_of(speaker(), revision_of(1, quote), with_tax=True)}
    assert (shown["first"].value, shown["average"].value) == ("¥172.39", "¥668.00")
    assert shown["one_time"].hint.splitlines() == [
        "First invoice: ¥172.39",
        "一次性费用 0.00",
        "首月月租 668.00",
        "2026-12-24 开通，按 31 天中的 8 天计 -495.61",
    ]
    facts = {fact.id: fact for fact in facts_of(speaker(), revision_of(1, quote), QUOTE_DAY)}
    assert facts["activation"].value == "2026-12-24"


def test_an_expired_quote_is_marked() -> None:
    """Case one is valid until 8 December 2026."""
    revision = revision_of(1)
    tones = {}
    for day in (date(2026, 12, 8), date(2026, 12, 9)):
        facts = {fact.id: fact for fact in facts_of(speaker(), revision, day)}
        tones[day.day] = facts["valid_until"].tone
    assert tones == {8: "normal", 9: "warn"}
    assert facts["tax"].value == "9%"
    assert not facts["tax"].editable


def test_authority_names_the_level_and_the_gravest_criterion() -> None:
    """Case five is a tender at 20 % off for 1,547,290.00: level 4."""
    matrix = sample_rules().authority
    own = authority_state(speaker(), revision_of(1).verdict, matrix)
    tender = authority_state(speaker(), revision_of(5).verdict, matrix)
    assert (own.own, own.needed) == (0, 0)
    assert tender.needed == 3
    assert [criterion.level for criterion in tender.criteria][:2] == [3, 3]
    assert tender.criteria[0].label == "市场价折扣"
    assert tender.criteria[0].limit == "≤ 5%"


def test_bills_name_their_unusual_months() -> None:
    """Case one: long distance of August to October, usually 65.40."""
    revision = revision_of(1)
    assert revision.analysis is not None
    sentences = unusual_sentences(speaker(), revision.analysis)
    assert sentences[0] == "26-08 长途 158.40 high, usually 65.40"
    chart = chart_of(speaker(), revision.bills, revision.analysis)
    assert chart is not None
    assert chart.months == ("26-05", "26-06", "26-07", "26-08", "26-09", "26-10")
    assert chart.typical is not None
    assert (chart.typical.text, len(chart.series)) == ("708.00", 5)
    assert chart_of(speaker(), revision.bills, None) is None


def many(count: int) -> Bills:
    """Bills of many numbers with the same charges; the last month of each is unusually high."""
    months = [f"2026-{month:02d}" for month in range(1, 11)]
    return Bills(
        tuple(
            BillComponent(
                f"{number}|{charge}",
                LocalText(f"{number} {charge}"),
                dict.fromkeys(months, amount) | {"2026-10": 9 * amount},
                account=str(number),
            )
            for number in range(count)
            for charge, amount in (("月租费", 2500), ("长途费", 100))
        )
    )


def test_bills_of_many_numbers_are_told_charge_by_charge() -> None:
    """Twenty numbers make two series; a month is marked when any number is unusual in it."""
    bills = many(20)
    analysis = analyse(bills, SpendPolicy(least_difference=Decimal(0)))
    chart = chart_of(speaker(), bills, analysis)
    assert analysis is not None
    assert chart is not None
    assert [series.label for series in chart.series] == ["月租费", "长途费"]
    assert chart.series[0].values == (50_000,) * 5 + (450_000,)
    assert chart.series[0].unusual == (False,) * 5 + (True,)


def test_of_many_charges_the_smallest_are_one_series() -> None:
    """Eleven are told apart, the other three are added."""
    bills = Bills(
        tuple(
            BillComponent(f"{n}", LocalText(f"费用{n}"), {"2026-10": 100 * n}) for n in range(1, 15)
        )
    )
    chart = chart_of(speaker(), bills, analyse(bills, SpendPolicy()))
    assert chart is not None
    assert len(chart.series) == 12
    assert (chart.series[-1].label, chart.series[-1].values) == ("3 other charges", (600,))


def test_of_many_unusual_amounts_the_furthest_are_told() -> None:
    """Five sentences, and how many more there are."""
    analysis = analyse(many(20), SpendPolicy(least_difference=Decimal(0)))
    assert analysis is not None
    sentences = unusual_sentences(speaker(), analysis)
    assert len(sentences) == 6
    assert all("月租费" in sentence for sentence in sentences[:5])
    assert sentences[5] == "and 35 more unusual amounts"


def test_savings_compare_like_with_like() -> None:
    """708.00 today, 668.00 offered: 40.00 a month, 480.00 over the term."""
    revision = revision_of(1)
    spend = {line.caption: line.value for line in spend_lines(speaker(), revision)}
    saving = {line.caption: line.value for line in saving_lines(speaker(), revision)}
    assert (spend["Typical month"], spend["Plain average"]) == ("¥708.00", "¥752.00")
    assert saving["Saving a month"] == "¥40.00 (5.65%)"
    assert saving["Over 12 months"] == "¥480.00"
    rows = {row.key: [cell.text for cell in row.cells] for row in replay_rows(speaker(), revision)}
    assert rows["2026-08"][1] == "740.00"


def test_without_comparable_bills_nothing_is_claimed() -> None:
    """Case five offers something new: no saving is shown."""
    assert saving_lines(speaker(), revision_of(5)) == ()
    totals = {t.id: t.value for t in totals_of(speaker(), revision_of(5), with_tax=True)}
    assert totals["saving"] == "–"


def test_a_committed_minimum_is_a_figure_of_its_own() -> None:
    """20.00 a month, 18.35 without VAT, 720.00 over 36 months; the usual quote has none."""
    revision = committed_revision()
    shown = {t.id: t for t in totals_of(speaker(), revision, with_tax=True)}
    assert shown["committed"].value == "¥20.00"
    assert "¥720.00" in shown["committed"].hint
    without = {t.id: t.value for t in totals_of(speaker(), revision, with_tax=False)}
    assert without["committed"] == "¥18.35"
    usual = {t.id: t.value for t in totals_of(speaker(), revision_of(5), with_tax=True)}
    assert "committed" not in usual
    assert usual["contract"] == shown["contract"].value


def test_a_role_without_limits_is_below_every_level() -> None:
    """The gauge shows no level as one's own."""
    case = sample_case(1).quote
    guest = msgspec.structs.replace(case.manager, role="guest")
    verdict = revision_of(1, msgspec.structs.replace(case, manager=guest)).verdict
    state = authority_state(speaker(), verdict, sample_rules().authority)
    assert (state.own, state.needed) == (-1, 0)
