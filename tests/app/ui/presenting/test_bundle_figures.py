"""What a bundle comes to is said in figures that are the engine's."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.ui.presenting.bundle_figures import (
    headline,
    scale_marks,
    share_parts,
    share_rows,
    solved_row,
    term_lines,
)
from app.ui.presenting.bundle_quoted import quoted_rows, quoted_sum
from app.ui.widgets.rows import cell_of
from catalog.bundle import BundleOneTime, PricingForm
from catalog.charge import PriceRegulation
from catalog.period import BillingPeriod
from pricing.bundle_design import DesignBasis, DesignFigures, design_figures, quote_one
from pricing.bundle_solving import Goal, solve
from tests.app.ui.speaking import speaker
from tests.builders import DAY, POLICY, a_bundle, a_catalog, a_charge, an_offering

SPEAKER = speaker()
GUIDED = an_offering(
    a_charge("LINE.RENT", "100.00", cost="40.00", regulation=PriceRegulation.GUIDED)
)
NET = an_offering(a_charge("NET.RENT", "50.00", cost="20.00", tax_class="six"))
BASIS = DesignBasis(a_catalog(GUIDED, NET), POLICY, DAY)
PARTS = [("LINE.RENT", 1), ("NET.RENT", 1)]
BUNDLE = a_bundle("120.00", PARTS)


def figures_of(price: str = "120.00") -> DesignFigures:
    """Lines at 100.00 and access at 50.00 for a price."""
    return design_figures(BASIS, a_bundle(price, PARTS))


@pytest.mark.parametrize(
    ("price", "said"),
    [
        ("120.00", "List value ¥150.00 · saves ¥30.00 (20%)"),
        ("150.00", "List value ¥150.00"),
        ("153.00", "List value ¥150.00 · dearer by ¥3.00 (2%)"),
    ],
)
def test_the_headline_says_what_is_saved(price: str, said: str) -> None:
    """Or by how much the bundle is dearer than its parts."""
    assert headline(SPEAKER, figures_of(price)) == (f"¥{price}", said)


def test_a_guided_share_below_its_band_is_marked() -> None:
    """80.00 of 100.00 is below 85 %; access is a market price."""
    line, net = share_rows(SPEAKER, figures_of())
    assert [cell_of(line, column).text for column in (1, 2, 3)] == ["80.00", "80%", "9%"]
    assert cell_of(line, 2).tone == "warn"
    assert cell_of(net, 2).tone == "muted"
    assert cell_of(share_rows(SPEAKER, figures_of("127.50"))[0], 2).tone == "normal"


def test_the_bar_has_a_part_for_each_share() -> None:
    """Two thirds and a third."""
    parts = share_parts(SPEAKER, figures_of())
    assert [(part.weight, part.label) for part in parts] == [(80_00, "67%"), (40_00, "33%")]


def test_solved_prices_say_what_binds_and_which_one_is_taken() -> None:
    """Lines bind the band at 127.50; the scale marks it."""
    figures, found = figures_of(), solve(BASIS, BUNDLE, Goal.BAND)
    row = solved_row(SPEAKER, figures, Goal.BAND, found, BUNDLE)
    assert row.value == "¥127.50"
    assert row.why.startswith("bound by")
    assert not row.is_taken
    assert found is not None
    assert solved_row(SPEAKER, figures, Goal.BAND, found, found.bundle).is_taken
    marks = scale_marks(SPEAKER, figures, {Goal.BAND: found, Goal.MARGIN: None})
    assert [(mark.key, mark.value) for mark in marks] == [("list", 150_00), ("band", 127_50)]


def test_a_goal_out_of_reach_says_why() -> None:
    """No margin of 99 % at list price."""
    bundle = a_bundle("0", PARTS, form=PricingForm.PERCENT_OFF)
    figures = design_figures(BASIS, bundle)
    found = solve(BASIS, bundle, Goal.MARGIN, Decimal(99))
    assert solved_row(SPEAKER, figures, Goal.MARGIN, found, bundle).value == ""
    off = solve(BASIS, bundle, Goal.BAND)
    assert solved_row(SPEAKER, figures, Goal.BAND, off, bundle).value == "−15%"


def test_the_term_and_the_quote_say_the_same_sum() -> None:
    """Twelve months at 120.00."""
    lines = {line.caption: line.value for line in term_lines(SPEAKER, figures_of(), 12)}
    assert lines["Contract value"] == "¥1,440.00"
    quote = quote_one(BASIS, BUNDLE)
    assert quoted_sum(SPEAKER, quote).endswith("¥1,440.00 over 12 months")
    (month,) = quoted_rows(SPEAKER, quote)
    shares = [cell_of(row, 3).text for row in month.children]
    assert shares == [cell_of(row, 1).text for row in share_rows(SPEAKER, figures_of())]
    assert cell_of(month.children[0].children[0], 2).text == "−20.00"


def test_what_is_charged_once_has_no_share_of_a_month() -> None:
    """It stands in the sum of the one-time charges."""
    once = an_offering(
        a_charge("LINE.RENT", "100.00"), a_charge("LINE.INST", "80.00", period=BillingPeriod.ONCE)
    )
    bundle = a_bundle(
        "90.00", [("LINE.RENT", 1)], one_time=(BundleOneTime("LINE.INST", 1, Decimal(20)),)
    )
    figures = design_figures(DesignBasis(a_catalog(once), POLICY, DAY), bundle)
    assert [row.key for row in share_rows(SPEAKER, figures)] == ["0"]
    lines = {line.caption: line.value for line in term_lines(SPEAKER, figures, 12)}
    assert lines["One-time, list → charged"] == "¥80.00 → ¥20.00"
    assert lines["Contract value"] == "¥1,100.00"
