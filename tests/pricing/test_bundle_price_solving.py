"""Fixed prices are solved to the fen: one fen less, and what was wanted is lost."""

from __future__ import annotations

from decimal import Decimal

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from catalog.charge import PriceRegulation
from pricing.bundle_design import DesignBasis, design_figures
from pricing.bundle_price_solving import (
    SharedPrice,
    highest_with_saving,
    lowest_in_band,
    lowest_with_both,
    lowest_with_margin,
    shared_price,
)
from tests.builders import DAY, POLICY, a_bundle, a_catalog, a_charge, an_offering
from tests.pricing.random_quotes import seldom

GUIDED, FIXED, MARKET = PriceRegulation.GUIDED, PriceRegulation.FIXED, PriceRegulation.MARKET
_AROUND = 60


def basis_of(*charges: tuple[str, str, PriceRegulation, str]) -> DesignBasis:
    """Charges by code, list price, regulation and tax class; each costs 40 % of its price."""
    offerings = (
        an_offering(
            a_charge(
                code,
                price,
                cost=str((Decimal(price) * Decimal("0.4")).quantize(Decimal("0.01"))),
                regulation=regulation,
                tax_class=tax,
            )
        )
        for code, price, regulation, tax in charges
    )
    return DesignBasis(a_catalog(*offerings), POLICY, DAY)


BASIS = basis_of(
    ("LINE.RENT", "100.00", GUIDED, "nine"),
    ("NET.RENT", "50.00", MARKET, "six"),
    ("SIGN.RENT", "10.00", FIXED, "nine"),
)


def shared_of(*codes: str, basis: DesignBasis = BASIS) -> SharedPrice:
    """What shares the price of one of each."""
    found = shared_price(basis, a_bundle("1.00", [(code, 1) for code in codes]))
    assert found is not None
    return found


def test_what_the_state_sets_is_taken_off_the_price_first() -> None:
    """10.00 of the price are not shared."""
    shared = shared_of("LINE.RENT", "NET.RENT", "SIGN.RENT")
    assert [charge.code for charge in shared.shares] == ["LINE.RENT", "NET.RENT"]
    assert shared.set_amount == 10_00
    assert shared.price(127_50) == Decimal("137.50")


def test_the_lowest_price_in_the_band_is_found() -> None:
    """Lines are two thirds of the list value: 85.00 of 100.00 need 127.50.

    At 127.49 their exact share is 84.9933 and the fen left over goes to the other one (42.4967).
    """
    assert lowest_in_band(shared_of("LINE.RENT", "NET.RENT")) == (127_50, 0)


def test_a_fen_of_rounding_is_used_where_it_keeps_the_band() -> None:
    """A third is guided: 42.50 of 50.00. At 127.49 it has 42.4967, which takes the fen left."""
    basis = basis_of(("LINE.RENT", "50.00", GUIDED, "nine"), ("NET.RENT", "100.00", MARKET, "six"))
    assert lowest_in_band(shared_of("LINE.RENT", "NET.RENT", basis=basis)) == (127_49, 0)


def test_without_guided_components_there_is_no_band_to_keep() -> None:
    """Access alone is a market price."""
    assert lowest_in_band(shared_of("NET.RENT")) is None


def test_the_lowest_price_with_a_margin_is_found() -> None:
    """Lines cost 40.00; 50 % need 80.00 without VAT, which 87.20 are and 87.19 (79.99) are not."""
    assert lowest_with_margin(shared_of("LINE.RENT"), Decimal(50)) == 87_20
    assert lowest_with_margin(shared_of("LINE.RENT"), Decimal(100)) is None


def test_the_higher_of_band_and_margin_binds() -> None:
    """Lines alone: the band needs 85.00, 50 % of margin 87.20 and 40 % of margin 72.67."""
    lines = shared_of("LINE.RENT")
    assert lowest_with_both(lines, Decimal(50)) == (87_20, -1)
    assert lowest_with_both(lines, Decimal(40)) == (85_00, 0)
    assert lowest_with_both(shared_of("NET.RENT"), Decimal(0)) == (20_00 * 106 // 100, -1)


def test_the_highest_price_with_a_saving_counts_what_is_set_as_well() -> None:
    """20 % below 160.00 are 128.00, of which the state has set 10.00."""
    shared = shared_of("LINE.RENT", "NET.RENT", "SIGN.RENT")
    assert highest_with_saving(shared, Decimal(20)) == 118_00
    assert highest_with_saving(shared, Decimal(95)) is None


def test_a_price_that_nothing_shares_is_not_solved() -> None:
    """A price that the state sets is all there is."""
    assert shared_price(BASIS, a_bundle("10.00", [("SIGN.RENT", 1)])) is None


_LISTS = st.tuples(
    st.integers(50, 30_000),
    st.sampled_from((GUIDED, GUIDED, MARKET, FIXED)),
    st.sampled_from(("nine", "six")),
)


@seldom
@given(st.lists(_LISTS, min_size=1, max_size=5), st.integers(0, 60))
def test_no_lower_price_does_and_the_engine_agrees(
    lists: list[tuple[int, PriceRegulation, str]], margin: int
) -> None:
    """Every price down to sixty fen below is asked of the engine itself."""
    codes = [f"P{place}.RENT" for place in range(len(lists))]
    named = zip(codes, lists, strict=True)
    basis = basis_of(
        *((code, str(Decimal(amount).scaleb(-2)), kind, tax) for code, (amount, kind, tax) in named)
    )
    bundle = a_bundle("1.00", [(code, 1) for code in codes])
    shared = shared_price(basis, bundle)
    if shared is None:
        return
    band, floor = lowest_in_band(shared), lowest_with_margin(shared, Decimal(margin))
    both = lowest_with_both(shared, Decimal(margin))
    assert floor is not None
    assert both is not None

    def at(left: int) -> tuple[bool, bool]:
        tried = msgspec.structs.replace(bundle, price=shared.price(left))
        figures = design_figures(basis, tried)
        return figures.keeps_band, figures.keeps_margin(Decimal(margin))

    assert at(floor)[1]
    assert all(at(both[0]))
    assert not any(at(left)[1] for left in range(max(0, floor - _AROUND), floor))
    assert not any(all(at(left)) for left in range(max(0, both[0] - _AROUND), both[0]))
    if band is not None:
        assert at(band[0])[0]
        assert not any(at(left)[0] for left in range(max(0, band[0] - _AROUND), band[0]))


def test_the_charge_binds_whose_band_is_highest_in_proportion() -> None:
    """29 of 33 fen are 87.88 %, 85 of 100 are 85 %; whichever stands first."""
    small, large = ("BOX.RENT", "0.33", GUIDED, "nine"), ("LINE.RENT", "1.00", GUIDED, "nine")
    basis = basis_of(small, large)
    for codes, place in ((("BOX.RENT", "LINE.RENT"), 0), (("LINE.RENT", "BOX.RENT"), 1)):
        found = lowest_in_band(shared_of(*codes, basis=basis))
        assert found is not None
        assert found[1] == place


def test_a_saving_is_cut_to_the_fen_and_may_be_all() -> None:
    """100.00 less 33.333 % are 66.667; all of it leaves nothing, and more is not possible."""
    shared = shared_of("LINE.RENT")
    assert repr(highest_with_saving(shared, Decimal("33.333"))) == "6666"
    assert highest_with_saving(shared, Decimal(100)) == 0
    assert highest_with_saving(shared, Decimal("100.01")) is None


def test_charges_that_cost_nothing_share_no_price() -> None:
    """There is no proportion between them."""
    basis = basis_of(("FREE.RENT", "0.00", MARKET, "nine"))
    assert shared_price(basis, a_bundle("1.00", [("FREE.RENT", 1)])) is None


def test_no_fewer_fen_are_found_than_are_asked_for() -> None:
    """85.00 keep the band of 100.00, and 43.60 cover a cost of 40.00; from 90.00 on, 90.00 do."""
    shared = shared_of("LINE.RENT")
    assert lowest_in_band(shared) == (8_500, 0)
    assert lowest_in_band(shared, 9_000) == (9_000, 0)
    assert lowest_with_margin(shared, Decimal(0)) == 4_360
    assert lowest_with_margin(shared, Decimal(0), 9_000) == 9_000
