"""Whatever is chosen from any catalogue, pressing cures ends in a quote that nothing blocks."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from app.quoting import bundle_edits, header_edits, item_edits
from app.quoting.cure_edits import applied
from app.quoting.cures import FEW, Configuration, CustomerCheck, finding_key
from app.quoting.customer import InstalledService
from catalog.bundle import ChildBundle, PricingForm
from catalog.characteristic import Characteristic, CharacteristicKind, Choice
from catalog.condition import Condition
from catalog.local_text import LocalText
from catalog.offering import Lifecycle
from catalog.option_group import GroupMember, OptionGroup
from catalog.period import ValidityPeriod
from pricing.bills import Bills
from pricing.item import Choice as Chosen
from tests.builders import (
    DAY,
    a_bundle,
    a_catalog,
    a_charge,
    a_customer,
    a_group,
    a_quote,
    an_offering,
)

if TYPE_CHECKING:
    from app.quoting.quote import Quote
    from catalog.bundle import BundledOffering
    from catalog.offering import ProductOffering
    from catalog.product_catalog import ProductCatalog

CODES = ("A", "B", "C", "D", "E", "F")
BUNDLES = ("P", "Q")
GROUPS = ("gP", "gQ", "lost")
PAST = ValidityPeriod(last=DAY.replace(year=2025))
SPEED = Characteristic(
    "speed",
    LocalText("速率"),
    CharacteristicKind.NUMBER,
    least=Decimal(10),
    most=Decimal(100),
    step=Decimal(10),
    required=True,
)
GRADE = Characteristic(
    "grade",
    LocalText("等级"),
    CharacteristicKind.CHOICE,
    choices=(Choice("gold"), Choice("silver")),
    required=True,
)
PLACE = Characteristic("place", LocalText("地点"), required=True)

some_codes = st.lists(st.sampled_from((*CODES, "GONE")), max_size=3, unique=True).map(tuple)


@st.composite
def offerings(draw: st.DrawFn, code: str) -> ProductOffering:
    """An offering with one to two charges and every reason for a finding."""
    charges = [
        a_charge(
            f"{code}.RENT",
            least=draw(st.sampled_from((1, 1, 5))),
            most=draw(st.sampled_from((0, 0, 1, 8))),
            least_term=draw(st.sampled_from((0, 0, 24, 130))),
        )
    ]
    if draw(st.booleans()):
        charges.append(
            a_charge(f"{code}.MORE", valid=draw(st.sampled_from((PAST, *[ValidityPeriod()]))))
        )
    return an_offering(
        *charges,
        requires=draw(some_codes),
        excludes=tuple(other for other in draw(some_codes) if other != code),
        migrates_to=draw(some_codes),
        lifecycle=draw(st.sampled_from((Lifecycle.ON_SALE, *Lifecycle))),
        valid=draw(st.sampled_from((ValidityPeriod(), ValidityPeriod(), PAST))),
        areas=draw(st.sampled_from(((), (), ("SH",), ("BJ",)))),
        channels=draw(st.sampled_from(((), (), ("agent",)))),
        characteristics=draw(st.sampled_from(((), (SPEED,), (GRADE, SPEED), (PLACE,)))),
    )


@st.composite
def groups(draw: st.DrawFn, code: str) -> OptionGroup:
    """An option group that may ask for one of some alternatives, for some, or for what cannot be.

    Members may be for others only, come in twos, and need or exclude what is quoted.
    """
    members = tuple(
        GroupMember(
            f"{offering}.RENT",
            least=draw(st.sampled_from((0, 0, 2))),
            most=draw(st.sampled_from((0, 1, 2, 5))),
            default=draw(st.sampled_from((0, 0, 1, 3))),
            segments=draw(st.sampled_from((("ALL",), ("ALL",), ("GOV",)))),
        )
        for offering in draw(st.lists(st.sampled_from(CODES), min_size=1, max_size=3, unique=True))
    )
    least, most = draw(st.sampled_from(((1, 1), (0, 0), (0, 2), (2, 4), (3, 3), (9, 9))))
    return a_group(*members, code=code, least=least, most=most)


@st.composite
def bundles(draw: st.DrawFn, code: str) -> BundledOffering:
    """A bundle of two offerings and an option group that may hold the other bundle.

    It may exclude the other one and ask for a long term.
    """
    parts = draw(st.lists(st.sampled_from(CODES), min_size=1, max_size=2, unique=True))
    inside = (ChildBundle("P", draw(st.integers(1, 2))),)
    return a_bundle(
        code=code,
        parts=tuple((f"{part}.RENT", draw(st.integers(1, 4))) for part in parts),
        form=draw(st.sampled_from((PricingForm.FIXED, PricingForm.SUM))),
        term=draw(st.sampled_from((12, 24))),
        segments=draw(st.sampled_from((("ALL",), ("GOV",)))),
        valid=draw(st.sampled_from((ValidityPeriod(), PAST))),
        excludes=draw(st.sampled_from(((), ("P",), ("A",)))) if code == "Q" else (),
        conditions=draw(st.sampled_from(((), (Condition("term", most=Decimal(20)),)))),
        groups=draw(st.sampled_from(((), (draw(groups(f"g{code}")),)))),
        children=draw(st.sampled_from(((), inside))) if code == "Q" else (),
    )


@st.composite
def catalogs(draw: st.DrawFn) -> ProductCatalog:
    """Six offerings and up to two bundles of them."""
    return a_catalog(
        *(draw(offerings(code)) for code in CODES),
        bundles=[draw(bundles(code)) for code in BUNDLES if draw(st.booleans())],
    )


def choose(draw: st.DrawFn, quote: Quote, catalog: ProductCatalog, item: str) -> Quote:
    """Choose in a group by the window's way, or write down what no group may know any more."""
    group = draw(st.sampled_from(GROUPS))
    charge, count = f"{draw(st.sampled_from(CODES))}.RENT", draw(st.integers(0, 6))
    if draw(st.booleans()):
        return bundle_edits.set_choice(quote, catalog, item, group, charge, count)
    written = Chosen(charge, count, draw(st.sampled_from((group, ""))))
    return item_edits.replace_item(
        quote, item, lambda one: msgspec.structs.replace(one, choices=(*one.choices, written))
    )


@st.composite
def chosen(draw: st.DrawFn, catalog: ProductCatalog) -> Quote:
    """A quote after a few choices of offerings, quantities, values, charges, terms and members."""
    quote = a_quote(term=draw(st.sampled_from((12, 12, 36, 0, 500))))
    quote = msgspec.structs.replace(quote, channel=draw(st.sampled_from(("", "direct"))))
    for _ in range(draw(st.integers(1, 8))):
        code = draw(st.sampled_from((*CODES, *BUNDLES)))
        quote = item_edits.add_offering(quote, catalog, code, draw(st.integers(1, 12)))
        if not quote.items:
            continue
        item = draw(st.sampled_from(quote.items)).id
        deed = draw(st.integers(0, 7))
        if deed == 0:
            quote = item_edits.remove_items(quote, {item})
        elif deed == 1:
            quote = item_edits.set_quantity(quote, item, draw(st.integers(1, 12)))
        elif deed == 2:
            value = draw(st.sampled_from(("500", "15", "gold", "")))
            quote = item_edits.set_characteristic(quote, item, "speed", value)
        elif deed == 3:
            code = draw(st.sampled_from(CODES))
            quote = item_edits.add_charge(quote, item, f"{code}.MORE", 1)
        elif deed == 4:
            quote = header_edits.set_term(quote, draw(st.sampled_from((6, 12, 24))))
        elif deed > 5:
            quote = choose(draw, quote, catalog, item)
    return quote


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_cures_lead_to_a_valid_quote_whichever_are_pressed(data: st.DataObject) -> None:
    """Every blocking finding has a cure; after each press fewer findings block; none at the end."""
    catalog = data.draw(catalogs())
    quote = data.draw(chosen(catalog))
    had = data.draw(st.lists(st.sampled_from(CODES), max_size=2, unique=True))
    customer = a_customer(
        area=data.draw(st.sampled_from(("", "SH"))),
        installed=tuple(InstalledService(code) for code in had),
    )
    check = CustomerCheck(catalog, customer, Bills(), None)
    blocking = {finding_key(p): p for p in check(quote) if p.blocks}
    while blocking:
        problem = data.draw(st.sampled_from(list(blocking.values())))
        few = data.draw(st.sampled_from((0, FEW)))
        cures = Configuration(catalog, quote, check, few).cures_of(problem)
        assert cures, problem
        quote = applied(quote, catalog, data.draw(st.sampled_from(cures)))
        left = {finding_key(p): p for p in check(quote) if p.blocks}
        assert left.keys() < blocking.keys()
        assert finding_key(problem) not in left
        blocking = left


@given(st.data())
@settings(max_examples=80, deadline=None)
def test_the_first_cure_keeps_what_was_chosen_where_it_can(data: st.DataObject) -> None:
    """An item is taken out by the first cure only if nothing else that is proposed cures."""
    catalog = data.draw(catalogs())
    quote = data.draw(chosen(catalog))
    check = CustomerCheck(catalog, a_customer(), Bills(), None)
    configuration = Configuration(catalog, quote, check)
    for problem in check(quote):
        cures = configuration.cures_of(problem)
        sizes = [len(applied(quote, catalog, cure).items) for cure in cures]
        if problem.blocks and sizes and sizes[0] < len(quote.items):
            assert max(sizes) < len(quote.items)
