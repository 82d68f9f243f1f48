"""One function works out everything; the screen, the papers and the approval see its figures."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from app.quoting.fingerprint import fingerprint
from app.quoting.freezing import Rulebook, work_out
from app.quoting.item_edits import add_offering, set_discount
from app.quoting.quote import AccountManager
from catalog.bundle import BundleOption, OverageRate
from catalog.local_text import LocalText
from catalog.period import BillingPeriod
from pricing.alterations.percentage import Percentage
from pricing.bills import Bills
from pricing.spend import SpendPolicy
from tests.builders import (
    POLICY,
    a_bundle,
    a_catalog,
    a_charge,
    a_customer,
    a_line,
    a_matrix,
    a_quote,
    an_item,
    an_offering,
    some_bills,
)
from tests.sample import (
    SUPPLIER,
    revision_of,
    sample_case,
    sample_catalog,
    sample_rules,
    work_out_case,
)

RULES = Rulebook(POLICY, SpendPolicy(), a_matrix())


def test_a_revision_without_a_label_has_no_fingerprint() -> None:
    """It is still being edited; nobody signs it."""
    case = sample_case(1)
    parts = (case.customer, case.bills, sample_catalog(), sample_rules(), SUPPLIER)
    editing = work_out(case.quote, *parts).revision
    frozen = work_out(case.quote, *parts, label="A").revision
    assert editing.fingerprint == ""
    assert len(frozen.fingerprint) == 64
    assert frozen.label == "A"
    same = msgspec.structs.replace(frozen, label="", fingerprint="")
    assert same == editing


def test_what_comes_with_the_bundles_is_frozen_with_them() -> None:
    """Conditions, filing numbers, benefits, and prices beyond the allowances."""
    revision = revision_of(2)
    assert revision.filing_numbers == ("SAMPLE-FILING-B02",)
    assert "他网固话" in revision.condition_texts["B02"].zh
    assert [(o.name.zh, o.unit, str(o.price)) for o in revision.overages["B02"]] == [
        ("固定电话 本地通话费", "分钟", "0.10"),
        ("国内国际长途直拨 国内长途", "分钟", "0.20"),
    ]
    assert set(revision.benefits) == {"B02", "PSTN", "ADSL1", "MODEM"}
    pstn = sample_catalog().offering("PSTN")
    assert pstn is not None
    assert revision.benefits["PSTN"] == pstn.benefit
    assert pstn.benefit.zh in revision.benefits["B02"].zh


def test_the_benefits_of_a_bundle_are_said_once_each() -> None:
    """Two charges of one offering have one benefit; what the catalogue has lost has none."""
    sold = an_offering(
        a_charge("LINE.RENT"), a_charge("LINE.CLIP"), benefit=LocalText("稳定", "stable")
    )
    cloud = an_offering(a_charge("CLOUD.RENT"), benefit=LocalText("省心"))
    bundle = a_bundle(
        parts=[("LINE.RENT", 1), ("LINE.CLIP", 1), ("CLOUD.RENT", 1)],
        overage=(OverageRate("GONE.USE", Decimal(1)),),
    )
    catalog = a_catalog(sold, cloud, bundles=[bundle])
    quote = a_quote(an_item("PACK"))
    revision = work_out(quote, a_customer(), Bills(), catalog, RULES, SUPPLIER).revision
    assert revision.benefits["PACK"] == LocalText("稳定；省心", "stable")
    assert revision.overages["PACK"] == ()
    assert (revision.analysis, revision.saving, revision.replay) == (None, None, ())


def test_bills_are_analysed_once_while_a_quote_is_edited() -> None:
    """And priced items that did not change are reused; the result is the same as from scratch."""
    case = sample_case(5)
    first = work_out_case(5)
    quote = set_discount(case.quote, "i4", "CE.LEASE", Percentage(Decimal(25)))
    again = work_out_case(5, quote, first)
    assert again.analysis is first.analysis
    assert again.revision.priced.items[0] is first.revision.priced.items[0]
    assert again.revision == work_out_case(5, quote).revision


def test_other_bills_are_analysed_anew() -> None:
    """A customer's new bill must not be missed."""
    quote, whom, catalog = a_quote(a_line()), a_customer(), a_catalog()
    first = work_out(quote, whom, some_bills([100]), catalog, RULES, SUPPLIER)
    other = work_out(quote, whom, some_bills([200]), catalog, RULES, SUPPLIER, known=first)
    assert other.analysis is not None
    assert other.analysis.average == 200


def test_a_bundle_that_comes_and_goes_changes_the_prices_beside_it() -> None:
    """Reuse must not keep an option price after its bundle has left."""
    option = BundleOption("LINE.RENT", Decimal(20))
    catalog = a_catalog(
        an_offering(),
        an_offering(a_charge("NET.RENT")),
        bundles=[a_bundle(parts=[("NET.RENT", 1)], options=(option,))],
    )
    alone = a_quote(a_line())
    both = add_offering(alone, catalog, "PACK")
    parts = (a_customer(), Bills(), catalog, RULES, SUPPLIER)
    one = work_out(alone, *parts)
    two = work_out(both, *parts, known=one)
    three = work_out(alone, *parts, known=two)
    amounts = [w.revision.priced.items[0].monthly.net_amount for w in (one, two, three)]
    assert amounts == [25_00, 20_00, 25_00]


def test_remarks_do_not_change_the_fingerprint_and_every_figure_does() -> None:
    """What is signed is who, what, for how much, under which catalogue and rules."""
    case, priced = sample_case(1), revision_of(1).priced
    before = fingerprint(case.quote, case.customer, priced)
    noted = msgspec.structs.replace(case.quote, notes="x")
    known = msgspec.structs.replace(case.customer, notes="y", arrears=5)
    assert fingerprint(noted, known, priced) == before
    totals = msgspec.structs.replace(priced.totals, expected_bill=1)
    changed = [
        (msgspec.structs.replace(case.quote, term=13), case.customer, priced),
        (msgspec.structs.replace(case.quote, title="x"), case.customer, priced),
        (
            msgspec.structs.replace(case.quote, manager=AccountManager("m2", "x")),
            case.customer,
            priced,
        ),
        (case.quote, msgspec.structs.replace(case.customer, name="x"), priced),
        (case.quote, msgspec.structs.replace(case.customer, address="x"), priced),
        (case.quote, case.customer, msgspec.structs.replace(priced, totals=totals)),
        (case.quote, case.customer, msgspec.structs.replace(priced, items=())),
        (case.quote, case.customer, msgspec.structs.replace(priced, catalog_version="x")),
        (case.quote, case.customer, msgspec.structs.replace(priced, policy_version="x")),
    ]
    digests = {fingerprint(*content) for content in changed}
    assert len(digests) == len(changed)
    assert before not in digests


def test_usage_and_yearly_charges_are_worked_out_like_the_others() -> None:
    """A customer without bills or segments is served as well."""
    catalog = a_catalog(
        an_offering(
            a_charge("X.YEAR", "120.00", period=BillingPeriod.YEAR),
            a_charge("X.USE", "0.10", period=BillingPeriod.PER_USE),
        )
    )
    items = (a_line(code="X.YEAR"), a_line(100, code="X.USE", item_id="i2"))
    worked = work_out(a_quote(*items), a_customer(), Bills(), catalog, RULES, SUPPLIER)
    totals = worked.revision.priced.totals
    assert (totals.yearly.net_amount, totals.usage.net_amount) == (120_00, 10_00)


def test_a_customer_in_arrears_raises_a_flag() -> None:
    """One fen is enough; who owes nothing raises none."""
    case = sample_case(1)
    parts = (case.bills, sample_catalog(), sample_rules(), SUPPLIER)
    owing = msgspec.structs.replace(case.customer, arrears=1)
    raised = work_out(case.quote, owing, *parts).revision.verdict
    flags = {one.id: one.level for one in raised.criteria if one.unit == "flag"}
    assert flags["arrears"] == "L2"
    without = work_out(case.quote, case.customer, *parts).revision.verdict
    assert "arrears" not in {one.id for one in without.criteria}
