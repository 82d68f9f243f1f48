"""Each row of a difference whole: what, of which subject, in which unit, from where to where."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from app.approval.difference import Change, Row, differences
from app.approval.difference_text import Cells, cells, sentence
from app.figures import Figures
from app.quoting.authority import CriterionVerdict
from app.quoting.clause import QuoteClause
from app.quoting.quote import QuoteCondition
from app.translation import load_words
from catalog.local_text import LocalText
from catalog.period import BillingPeriod
from pricing.alterations.free_months import FreeMonths
from pricing.alterations.percentage import Percentage
from pricing.item import ItemCharge
from tests.app.approval.test_dimensions import OFFER
from tests.builders import a_bundle, a_catalog, a_charge, a_context, an_item, an_offering, priced

if TYPE_CHECKING:
    from app.approval.difference import Value
    from app.quoting.revision import Revision
    from pricing.item import QuoteItem

CATALOG = a_catalog(
    an_offering(
        a_charge("LINE.RENT", "1000.00"),
        a_charge("LINE.INST", "400.00", period=BillingPeriod.ONCE),
        a_charge("LINE.PORT", "50.00", period=BillingPeriod.YEAR),
    ),
    an_offering(a_charge("VOICE.RENT", "50.00")),
    bundles=[
        a_bundle("900.00", [("LINE.RENT", 1)], most_extra_discount=Decimal(100)),
    ],
)
LINE, VOICE, PACK = (LocalText("产品LINE", "offering LINE"),
                     LocalText("产品VOICE", "offering VOICE"),
                     LocalText("套餐", "pack"))  # fmt: skip
NOBODY = LocalText()


def sold(*items: QuoteItem) -> Revision:
    """Items in a quote of twelve months, with no criterion beside them."""
    result = priced(CATALOG, *items, context=a_context(12))
    return replace(OFFER, priced=result, verdict=replace(OFFER.verdict, criteria=()))


def off(percent: int) -> Percentage:
    """So many percent."""
    return Percentage(Decimal(percent))


def items_of(before: Revision, after: Revision) -> list[Row]:
    """Rows about items and charges."""
    return [row for row in differences(before, after) if row.part in {"item", "charge"}]


def changed(part: str, subject: LocalText, field: str, unit: str, was: Value, value: Value) -> Row:
    """A change."""
    return Row(Change.CHANGED, part, subject, field, unit, was, value)


def rent(quantity: int = 1, percent: int = 0) -> ItemCharge:
    """The monthly charge of a line."""
    return ItemCharge("LINE.RENT", quantity, off(percent) if percent else None)


ONE = sold(an_item("LINE", 1, rent()))


def test_parties_and_terms_are_told_row_by_row() -> None:
    """Name and credit code, months, days, price list and rules, in this order."""
    quote = replace(ONE.quote, term=36, valid_until=date(2027, 1, 31), price_date=date(2026, 12, 1))
    after = replace(
        ONE,
        quote=quote,
        customer=replace(ONE.customer, name="另一家", credit_code="91X"),
        priced=replace(ONE.priced, catalog_version="v2", policy_version="p2"),
    )
    assert differences(ONE, after) == (
        changed("customer", NOBODY, "name", "text", "某公司", "另一家"),
        changed("customer", NOBODY, "credit_code", "text", "", "91X"),
        changed("term", NOBODY, "months", "months", 24, 36),
        changed("term", NOBODY, "valid_until", "date", date(2026, 12, 31), date(2027, 1, 31)),
        changed("term", NOBODY, "price_date", "date", date(2026, 11, 23), date(2026, 12, 1)),
        changed("term", NOBODY, "catalogue", "text", "v1", "v2"),
        changed("term", NOBODY, "rules", "text", ONE.priced.policy_version, "p2"),
    )


def with_quote(**fields: Any) -> Revision:  # noqa: ANN401 (of a quote)
    """The one line in another quote."""
    return replace(ONE, quote=replace(ONE.quote, **fields))


def test_conditions_are_told_by_key_or_words() -> None:
    """One later, one gone, one new; of one's own words the words are the name."""
    before = with_quote(
        conditions=(QuoteCondition("payment_due", days=30), QuoteCondition("", "免押金", days=5))
    )
    after = with_quote(
        conditions=(QuoteCondition("", "盖章", days=9), QuoteCondition("payment_due", days=60))
    )

    def row(change: Change, name: str, field: str, was: Value, value: Value) -> Row:
        return Row(change, "condition", LocalText(name, name), field, "days", was, value)

    assert differences(before, after) == (
        row(Change.CHANGED, "payment_due", "days", 30, 60),
        row(Change.REMOVED, "免押金", "", 5, None),
        row(Change.ADDED, "盖章", "", None, 9),
    )


def clause(key: str, *texts: str) -> QuoteClause:
    """A clause of paragraphs."""
    said = tuple(LocalText(text, "english") for text in texts)
    return QuoteClause(key, 1, LocalText(f"条款{key}", key), said)


def test_clauses_are_told_by_all_their_words() -> None:
    """One rewritten, one gone, one new; a title alone is no difference."""
    before = with_quote(clauses=(clause("a", "甲。", "乙。"), clause("b", "丙。")))
    after = with_quote(clauses=(clause("a", "甲。", "丁。"), clause("c", "戊。")))

    def row(change: Change, key: str, was: Value, value: Value) -> Row:
        return Row(change, "clause", LocalText(f"条款{key}", key), "", "text", was, value)

    assert differences(before, after) == (
        row(Change.CHANGED, "a", "甲。乙。", "甲。丁。"),
        row(Change.REMOVED, "b", "丙。", None),
        row(Change.ADDED, "c", None, "戊。"),
    )


def test_an_item_that_is_added_or_removed_is_told_with_its_amounts() -> None:
    """Two lines at 1,000.00 a month and 400.00 once."""
    two = an_item("LINE", 2, rent(2), ItemCharge("LINE.INST", 1), item_id="i2")
    both = sold(an_item("LINE", 1, rent()), two)
    amounts = [
        changed("item", LINE, "one_time", "fen", 0, 400_00),
        changed("item", LINE, "monthly", "fen", 0, 2000_00),
    ]
    added = Row(Change.ADDED, "item", LINE, "", "count", None, 2)
    assert items_of(ONE, both) == [added, *amounts]
    assert items_of(both, ONE) == [Row(Change.REMOVED, "item", LINE, "", "count", 2, None)]


def test_an_item_is_known_by_its_identifier_in_any_order() -> None:
    """Two lines turned round are what they were."""
    first, second = an_item("LINE", 1, rent()), an_item("LINE", 5, rent(5), item_id="i2")
    assert items_of(sold(first, second), sold(second, first)) == []


def test_the_same_identifier_of_something_else_is_another_item() -> None:
    """The line became telephony: one is gone, one is new."""
    voice = sold(an_item("VOICE", 1, ItemCharge("VOICE.RENT", 1)))
    assert items_of(ONE, voice) == [
        Row(Change.ADDED, "item", VOICE, "", "count", None, 1),
        changed("item", VOICE, "monthly", "fen", 0, 50_00),
        Row(Change.REMOVED, "item", LINE, "", "count", 1, None),
    ]


def test_everything_of_an_item_is_told() -> None:
    """More of a bundle, free months and a discount on it; the shares inside follow."""
    before = sold(an_item("PACK", 1))
    after = sold(an_item("PACK", 2, alterations=(off(10), FreeMonths(2))))
    assert items_of(before, after) == [
        changed("item", PACK, "quantity", "count", 1, 2),
        changed("item", PACK, "free_months", "months", 0, 2),
        changed("item", PACK, "discount", "percent", Decimal(0), Decimal(10)),
        changed("item", PACK, "monthly", "fen", 900_00, 1620_00),
    ]


@pytest.mark.parametrize(("optional", "field"), [(True, "made_optional"), (False, "made_firm")])
def test_what_becomes_optional_or_firm_is_told(optional: bool, field: str) -> None:
    """Though its price stays."""
    before = sold(an_item("LINE", 1, rent(), optional=not optional))
    after = sold(an_item("LINE", 1, rent(), optional=optional))
    assert items_of(before, after) == [changed("item", LINE, field, "text", "", "")]


def test_charges_of_an_item_are_told_one_by_one() -> None:
    """Installation is new and stands first; the rent is deeper and of more units."""
    after = sold(an_item("LINE", 1, ItemCharge("LINE.INST", 2), rent(3, 10)))
    name = {charge.code: charge.name for item in after.priced.items for charge in item.charges}
    installation, monthly = name["LINE.INST"], name["LINE.RENT"]
    assert items_of(ONE, after) == [
        Row(Change.ADDED, "charge", installation, "", "count", None, 2),
        changed("charge", monthly, "quantity", "count", 1, 3),
        changed("charge", monthly, "discount", "percent", Decimal(0), Decimal(10)),
        changed("item", LINE, "one_time", "fen", 0, 800_00),
        changed("item", LINE, "monthly", "fen", 1000_00, 2700_00),
    ]
    assert items_of(after, ONE)[2] == Row(
        Change.REMOVED, "charge", installation, "", "count", 2, None
    )


def test_what_a_bundle_holds_is_not_told_charge_by_charge() -> None:
    """Its shares follow from its price, when it is dissolved as well."""
    bundle = sold(an_item("PACK", 1)).priced.items[0]
    empty = replace(bundle, charges=())
    before = replace(ONE, priced=replace(ONE.priced, items=(bundle,)))
    after = replace(ONE, priced=replace(ONE.priced, items=(empty,)))
    assert items_of(before, after) == items_of(after, before) == []


def test_totals_are_told_in_fen() -> None:
    """A yearly port charge: 50.00 a year, of twelve months once."""
    after = sold(an_item("LINE", 1, rent(), ItemCharge("LINE.PORT", 1)))
    rows = [row for row in differences(ONE, after) if row.part == "total"]
    assert rows == [
        changed("total", NOBODY, "yearly", "fen", 0, 50_00),
        changed("total", NOBODY, "contract", "fen", 12000_00, 12050_00),
    ]


def test_measures_and_flags_are_told() -> None:
    """A margin that fell, a flag that is raised, and one that is not any more."""

    def judged(*criteria: CriterionVerdict) -> Revision:
        return replace(ONE, verdict=replace(ONE.verdict, criteria=criteria))

    def margin(value: str) -> CriterionVerdict:
        return CriterionVerdict("margin", LocalText("毛利"), Decimal(value), "percent", "L1")

    tender = CriterionVerdict("tender", LocalText("招标"), None, "flag", "L3")
    assert differences(judged(margin("35")), judged(margin("30"), tender)) == (
        changed("measure", LocalText("毛利"), "value", "percent", Decimal(35), Decimal(30)),
        Row(Change.ADDED, "measure", LocalText("招标"), "", "flag", None, ""),
    )
    assert differences(judged(tender), judged()) == (
        Row(Change.REMOVED, "measure", LocalText("招标"), "", "flag", "", None),
    )
    assert differences(judged(tender), judged(tender)) == ()


# ---------------------------------------------------------------- in words

RAISED = Row(Change.ADDED, "measure", LocalText("招标", "tender"), "", "flag", None, "")


@pytest.mark.parametrize(
    ("row", "zh", "en"),
    [
        (
            RAISED,
            ("招标", "", ""),
            "tender.",
        ),
        (
            changed("item", LINE, "made_optional", "text", "", ""),
            ("产品LINE · 改为可选", "", ""),
            "offering LINE · made optional.",
        ),
        (
            changed("customer", NOBODY, "name", "text", "某公司", "另一家"),
            ("客户名称", "某公司", "另一家"),
            "Customer: 某公司 → 另一家.",
        ),
        (
            changed("condition", LocalText("own words", "own words"), "days", "days", 30, 60),
            ("own words · 期限", "30 天", "60 天"),
            "own words · days: 30 days → 60 days.",
        ),
        (
            changed("measure", LocalText("赠送", "gifts"), "value", "yuan",
                    Decimal("1600.50"), Decimal(2000)),
            ("赠送", "1,600.50 元", "2,000 元"),
            "gifts: 1,600.50 yuan → 2,000 yuan.",
        ),
        (
            changed("measure", LocalText("毛利", "margin"), "value", "percent",
                    Decimal("35.5"), Decimal(30)),
            ("毛利", "35.5%", "30%"),
            "margin: 35.5 % → 30 %.",
        ),
    ],
)  # fmt: skip
def test_a_row_is_told_in_its_unit(row: Row, zh: tuple[str, str, str], en: str) -> None:
    """Days, yuan, percent; a flag is raised without a figure."""
    assert cells(row, load_words("zh"), Figures("zh")) == Cells(*zh)
    assert sentence(row, load_words("en"), Figures("en")) == en
