"""Findings are told in words, and their cures cure."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec
import pytest

from app.quoting import header_edits, item_edits
from app.quoting.quote import LikeForLike
from app.ui.presenting.findings import Curing, configuration_of, findings_of
from catalog.period import LONGEST_TERM
from catalog.problem import Problem, Severity
from pricing.alterations.percentage import Percentage
from tests.app.ui.speaking import speaker
from tests.sample import revision_of, sample_case, sample_catalog

if TYPE_CHECKING:
    from app.quoting.quote import Quote
    from app.ui.presenting.findings import Finding

QUOTE = msgspec.structs.replace(sample_case(1).quote, like_for_like=LikeForLike(applies=False))
"""Not compared with the bills, three months of which nobody has explained."""


def findings(quote: Quote) -> tuple[Finding, ...]:
    """What is found in a quote for the kindergarten, with cures."""
    revision = revision_of(1, quote)
    found = findings_of(speaker(), sample_catalog(), revision).shown
    configuration = configuration_of(sample_catalog(), revision)
    return tuple(Curing(speaker(), configuration, finding).finish() for finding in found)


def with_offering(code: str) -> Quote:
    """Case one with an offering beside its bundle."""
    return item_edits.add_offering(QUOTE, sample_catalog(), code)


def short() -> Quote:
    """A term shorter than the bundle's."""
    return header_edits.set_term(QUOTE, 6)


def endless() -> Quote:
    """A month more than anybody commits to."""
    return header_edits.set_term(QUOTE, LONGEST_TERM + 1)


def late() -> Quote:
    """After the bundle's promotion."""
    return header_edits.set_price_date(QUOTE, date(2027, 1, 1))


def both_plans() -> Quote:
    """Two plans that exclude each other."""
    return with_offering("B01H")


def deep() -> Quote:
    """More off the bundle than it allows."""
    return item_edits.set_item_discount(QUOTE, "i1", Percentage(Decimal(4)))


@pytest.mark.parametrize("quote", [short(), endless(), late(), both_plans(), deep()])
def test_a_cure_makes_its_finding_go_away(quote: Quote) -> None:
    """After the first cure of the first finding that finding is not made any more."""
    found = [finding for finding in findings(quote) if finding.cures]
    assert found
    finding = found[0]
    cured = finding.cures[0].edit(quote)
    codes = {other.row.text for other in findings(cured)}
    assert finding.row.text not in codes


def test_words_do_not_wait_for_cures() -> None:
    """Told at a keystroke without buttons; the words are the same when the buttons come."""
    revision = revision_of(1, both_plans())
    told = findings_of(speaker(), sample_catalog(), revision).shown[0]
    assert told.row.cures == ()
    configuration = configuration_of(sample_catalog(), revision)
    cured = Curing(speaker(), configuration, told).finish()
    assert cured.row.text == told.row.text
    assert [cure.id for cure in cured.row.cures] == [deed.id for deed in cured.cures]
    assert cured.cures
    assert Curing(speaker(), configuration, cured).finish() is cured
    steps = Curing(speaker(), configuration, told)
    assert steps.step()
    assert steps.finish().row == cured.row
    assert not steps.step()


def test_a_cure_has_the_same_name_in_an_edited_quote() -> None:
    """So a button may stay where it is while the quote is edited."""
    before = findings(both_plans())[0].cures
    after = findings(header_edits.set_title(both_plans(), "anders"))[0].cures
    assert [deed.id for deed in before] == [deed.id for deed in after]
    assert len({deed.id for deed in before}) == len(before)


def test_findings_name_offerings_and_not_codes() -> None:
    """A person reads names."""
    texts = " ".join(finding.row.text for finding in findings(both_plans()))
    assert "C1包月套餐·长途档（C1-H）" in texts
    assert "B01H" not in texts


def test_what_blocks_comes_first() -> None:
    """Errors, then warnings, then hints."""
    severities = [finding.row.severity for finding in findings(both_plans())]
    order = ["blocking", "warning", "advice"]
    assert severities == sorted(severities, key=order.index)


def test_a_deep_discount_is_advised_down_to_ones_own_limit() -> None:
    """Case five gives 20 % where 5 % is one's own; guided prices have no room at all."""
    found = findings_of(speaker(), sample_catalog(), revision_of(5)).shown
    labels = {f.row.text: [cure.label for cure in f.row.cures] for f in found}
    assert labels["MSTP以太专线 100M: discount 20%, your own limit is 5%"] == ["Lower to 5%"]
    assert labels["数字电路 2M（本地网）: discount 10%, your own limit is 0%"] == [
        "Remove discount"
    ]


def test_a_quote_in_order_has_no_findings() -> None:
    """Case one as it is."""
    assert findings(QUOTE) == ()


def test_only_the_gravest_are_put_into_words() -> None:
    """A hundred findings are counted; eight are shown."""
    quote = both_plans()
    for _ in range(20):
        quote = item_edits.add_offering(quote, sample_catalog(), "B01H")
    found = findings_of(speaker(), sample_catalog(), revision_of(1, quote))
    assert len(found.shown) == 8
    assert found.total > 20
    assert found.blocking >= 20


def test_deep_discounts_stand_behind_other_warnings_and_all_are_counted() -> None:
    """A frozen telephone; three circuits, unusual here and at 20 % where 5 % is one's own."""
    quote = with_offering("PHS")
    for item in ("i3", "i4", "i5"):
        quote = item_edits.add_offering(quote, sample_catalog(), "MSTP100")
        quote = item_edits.set_discount(quote, item, "MSTP100.RENT", Percentage(Decimal(20)))
    revision = revision_of(1, quote)
    found = findings_of(speaker(), sample_catalog(), revision, most=6)
    assert [finding.row.key for finding in found.shown] == [
        "offering.frozen:i2:",
        "offering.segment_unusual:i3:",
        "offering.segment_unusual:i4:",
        "offering.segment_unusual:i5:",
        "deep:i3:MSTP100.RENT",
        "deep:i4:MSTP100.RENT",
    ]
    assert (found.total, found.blocking) == (7, 1)


def test_a_characteristic_is_told_with_its_names() -> None:
    """Its name, the value, what is allowed; each way out is a button, the first one the usual."""
    quote = item_edits.set_characteristic(with_offering("MSTP100"), "i2", "interface", "usb")
    finding = next(f for f in findings(quote) if f.item == "i2" and f.row.severity == "blocking")
    assert "接口" in finding.row.text
    assert "RJ45电口、LC光口" in finding.row.text
    assert [deed.label for deed in finding.cures][:2] == ["接口: RJ45电口", "接口: LC光口"]
    cured = finding.cures[1].edit(quote).item("i2")
    assert cured is not None
    assert cured.characteristics["interface"] == "lc"


def test_a_cure_that_brings_more_with_it_says_so() -> None:
    """The frozen telephone is replaced by a plan, which needs a card."""
    finding = next(f for f in findings(with_offering("PHS")) if f.item == "i2")
    first, *_, last = finding.cures
    assert first.label == "Replace by 天翼商务套餐59 and 1 more"
    assert last.label == "Remove 小灵通（存量）"
    codes = [item.offering for item in first.edit(with_offering("PHS")).items]
    assert codes == ["B01L", "TY59", "TY"]


def test_what_authority_has_to_say_is_a_finding() -> None:
    """A role without limits stops the author; quotes that follow one another only warn."""
    guest = msgspec.structs.replace(QUOTE.manager, role="guest")
    found = findings(msgspec.structs.replace(QUOTE, manager=guest))
    assert [(one.row.severity, "guest" in one.row.text) for one in found] == [("blocking", True)]
    revision = revision_of(1, QUOTE)
    told = Problem(
        "authority.repeated_quotes",
        Severity.WARNING,
        parameters={"count": "3", "days": "90", "numbers": "QW-1, QW-2, QW-3"},
    )
    verdict = msgspec.structs.replace(revision.verdict, problems=(told,))
    repeated = msgspec.structs.replace(revision, verdict=verdict)
    shown = findings_of(speaker(), sample_catalog(), repeated)
    assert (shown.total, shown.blocking) == (1, 0)
    assert "QW-1, QW-2, QW-3" in shown.shown[0].row.text


def test_unexplained_months_lead_to_the_analysis() -> None:
    """The cure of case one's three months leaves the quote and opens the bills."""
    quote = sample_case(1).quote
    (found,) = findings(quote)
    assert found.row.text.startswith("有 3 项异常费用")
    (deed,) = found.cures
    assert deed.opens_analysis
    assert deed.edit(quote) is quote
    assert [cure.id for cure in found.row.cures] == [deed.id]
