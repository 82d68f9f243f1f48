"""What is composed in a bundle stands in rows, with what is wrong beside the field."""

from __future__ import annotations

from decimal import Decimal

from app.ui.presenting.bundle_parts import (
    DEFAULT,
    LEAST,
    LIST,
    PRICE,
    QUANTITY,
    TERMS,
    column_name,
    has_numbers,
    kind_words,
    part_columns,
    part_faults,
    part_rows,
)
from app.ui.widgets.rows import QuoteRow, cell_of
from catalog.bundle import BundleComponent, BundleOneTime, ChildBundle, PricingForm
from catalog.condition import Condition
from catalog.consistency import check_content
from catalog.option_group import GroupMember, MemberPricing
from catalog.period import BillingPeriod
from tests.app.ui.speaking import speaker
from tests.builders import a_bundle, a_catalog, a_charge, a_content, a_group, an_offering

SPEAKER = speaker()
LINE = an_offering(a_charge(), a_charge("LINE.INST", "100.00", period=BillingPeriod.ONCE))
CATALOG = a_catalog(LINE, bundles=[a_bundle(code="INNER")])
FULL = a_bundle(
    "200.00",
    [("LINE.RENT", 10)],
    one_time=(BundleOneTime("LINE.INST", 2, Decimal("50.00")),),
    children=(ChildBundle("INNER", 2),),
    groups=(a_group(GroupMember("LINE.RENT", default=1), least=1, most=1),),
    conditions=(Condition("fixed_lines", least=Decimal(3)),),
)


def rows_of(bundle: object = FULL, *, editable: bool = True) -> tuple[QuoteRow, ...]:
    """The sections of a bundle."""
    assert isinstance(bundle, type(FULL))
    return part_rows(SPEAKER, CATALOG, bundle, (), editable=editable)


def test_every_list_that_holds_something_is_a_section() -> None:
    """In the order in which a bundle is read; an empty bundle has its components all the same."""
    keys = [row.key for row in rows_of()]
    assert keys == ["components", "groups/0", "children", "one_time", "conditions"]
    assert [row.key for row in rows_of(a_bundle(components=(), parts=()))] == ["components"]
    assert len(part_columns(SPEAKER)) == DEFAULT + 1


def test_a_row_says_how_many_of_what_and_at_which_list_price() -> None:
    """Its own price only in the form that has one."""
    component = rows_of()[0].children[0]
    assert (component.key, component.subtitle) == ("components/0", "LINE.RENT")
    assert cell_of(component, QUANTITY).text == "10"
    assert cell_of(component, LIST).text == "25.00"
    assert cell_of(component, PRICE).text == ""
    own = a_bundle(
        "0",
        components=(BundleComponent("LINE.RENT", 1, price=Decimal("20.5")),),
        form=PricingForm.COMPONENT_PRICES,
    )
    assert cell_of(rows_of(own)[0].children[0], PRICE).text == "20.50"


def test_only_fields_that_are_typed_can_be_typed_into_and_only_in_a_draft() -> None:
    """Terms are chosen from a few words; list prices are the catalogue's."""
    component = rows_of()[0].children[0]
    assert cell_of(component, QUANTITY).editable
    assert not cell_of(component, TERMS).editable
    assert not cell_of(component, LIST).editable
    assert not cell_of(rows_of(editable=False)[0].children[0], QUANTITY).editable
    assert len(kind_words(SPEAKER, "components/0")) == 3
    assert len(kind_words(SPEAKER, "groups/0/members/1")) == 4
    assert kind_words(SPEAKER, "one_time/0") == ()


def test_a_column_means_the_field_that_the_part_has() -> None:
    """A member with a percentage has it where others have their price."""
    member = GroupMember("LINE.RENT", pricing=MemberPricing.PERCENT_OFF, percent=Decimal("12.50"))
    bundle = a_bundle(groups=(a_group(member),))
    assert column_name(bundle, "groups/0/members/0", PRICE) == "percent"
    assert column_name(FULL, "components/0", PRICE) == "price"
    assert column_name(FULL, "components/0", LEAST) == ""
    cell = cell_of(rows_of(bundle)[1].children[0], PRICE)
    assert (cell.text, cell.unit) == ("12.5", "%")


def test_a_group_says_how_many_are_chosen() -> None:
    """One to one is exactly one."""
    assert rows_of()[1].subtitle == "exactly one"
    wide = a_bundle(groups=(a_group(GroupMember("LINE.RENT"), least=1, most=5),))
    assert rows_of(wide)[1].subtitle == "1 to 5"
    assert has_numbers(wide)
    assert not has_numbers(a_bundle())


def test_what_is_wrong_stands_in_the_cell_of_its_field() -> None:
    """A quantity of none, and a charge that nobody sells."""
    wrong = a_bundle("10.00", [("LINE.RENT", 0), ("GONE.RENT", 1)])
    problems = check_content(a_content(LINE, bundles=[wrong]))
    rows = part_rows(SPEAKER, CATALOG, wrong, problems, editable=True)
    cell = cell_of(rows[0].children[0], QUANTITY)
    assert (cell.tone, bool(cell.hint)) == ("bad", True)
    assert cell_of(rows[0].children[1], QUANTITY).tone == "normal"
    assert ("GONE.RENT", "") in part_faults(SPEAKER, wrong, problems)
    assert part_faults(SPEAKER, a_bundle(code="OTHER"), problems) == {}
