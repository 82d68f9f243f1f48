"""Each kind of dimension whole: its units, what rounding may account for, and whose it is."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
import pytest
from msgspec.structs import replace

from app.approval.dimensions import Dimension, Part, _Author, _depth, _depths, dimensions
from app.quoting.authority import Criterion, CriterionVerdict, Scope
from app.quoting.clause import QuoteClause
from app.quoting.quote import QuoteCondition
from catalog.charge import ChargeType, PriceRegulation
from catalog.local_text import LocalText
from catalog.period import BillingPeriod
from pricing.alterations.free_months import FreeMonths
from pricing.alterations.percentage import Percentage
from pricing.alterations.target_price import TargetPrice
from pricing.concession import Concession
from tests.app.approval.quotes import LAST
from tests.app.approval.test_dimensions import OFFER
from tests.builders import (
    a_catalog,
    a_charge,
    a_context,
    a_line,
    a_matrix,
    an_item,
    an_offering,
    priced,
)

if TYPE_CHECKING:
    from pricing.item import QuoteItem

CATALOG = a_catalog(
    an_offering(
        a_charge("LINE.RENT", "1000.00", cost="10"),
        a_charge("LINE.INST", "400.00", period=BillingPeriod.ONCE, cost="500"),
        a_charge("LINE.GUIDED", "100.00", regulation=PriceRegulation.GUIDED),
        a_charge("LINE.FIXED", "10.00", regulation=PriceRegulation.FIXED, cost="0"),
    ),
    an_offering(a_charge("VOICE.RENT", "50.00")),
    an_offering(a_charge("CLOUD.RENT", "50.00")),
)


def off(percent: str) -> Percentage:
    """So many percent."""
    return Percentage(Decimal(percent))


class Found(NamedTuple):
    """What a criterion finds of items in a quote of some months."""

    items: tuple[QuoteItem, ...]
    own: str = "L1"
    term: int = 12
    scope: Scope = Scope()

    def by(self, verdict: CriterionVerdict, measure: str = "") -> dict[str, Dimension]:
        """The dimensions of the criterion alone."""
        criterion = Criterion(
            verdict.id, verdict.name, (None,) * 3, measure=measure, scope=self.scope
        )
        context = a_context(self.term)
        judged = replace(OFFER.verdict, criteria=(verdict,), own_level=self.own)
        made = replace(OFFER, priced=priced(CATALOG, *self.items, context=context), verdict=judged)
        known = () if verdict.unit == "flag" else (criterion,)
        found = dimensions(made, a_matrix(*known))
        return {key: one for key, one in found.items() if not key.startswith("agreed_")}


def verdict(criterion: str, level: str = "L2", **fields: Any) -> CriterionVerdict:  # noqa: ANN401 (of a verdict)
    """A criterion that needs a level."""
    known: dict[str, Any] = {"value": None, "unit": "percent", "own_limit": Decimal(5)}
    return CriterionVerdict(criterion, LocalText(criterion), level=level, **(known | fields))


def owned(found: dict[str, Dimension]) -> dict[str, bool]:
    """Whether the author may decide each."""
    return {one.subject: one.own for one in found.values()}


def test_a_guided_discount_is_measured_by_charge() -> None:
    """Three units at 20 % of 300.00 yuan; half a fen of it is a six-hundredth of a percent."""
    items = (a_line(3, off("20"), code="LINE.GUIDED"), a_line(1, off("9"), item_id="b"))
    found = Found(items).by(verdict("guided_discount", "L3", functions=("finance",)))
    assert found == {
        "guided_discount:LINE.GUIDED": Dimension(
            key="guided_discount:LINE.GUIDED",
            criterion="guided_discount",
            subject="LINE.GUIDED",
            name=LocalText("guided_discount"),
            unit="percent",
            parts=(Part(Fraction(20), 3, Fraction(1, 600)),),
            level="L3",
            functions=("finance",),
        )
    }
    assert found["guided_discount:LINE.GUIDED"].roles == ("L3", "finance")


def test_a_fixed_price_is_nobody_s_own_in_either_direction() -> None:
    """Ten percent dearer is ten percent, though twenty would be within the limit."""
    item = a_line(1, TargetPrice(Decimal(11)), code="LINE.FIXED")
    found = Found((item,)).by(verdict("fixed_deviation", own_limit=Decimal(20)))
    (one,) = found.values()
    assert (one.parts, one.own) == ((Part(Fraction(10), 1, Fraction(1, 20)),), False)


def test_off_nothing_published_a_fixed_price_counts_as_of_one_fen() -> None:
    """Five fen are five hundred percent; a discount of a raised price is none."""
    assert _depth(Concession("i", "c", 0, -5), fixed=True) == 500
    assert _depth(Concession("i", "c", -200, 50), fixed=True) == 25
    assert _depth(Concession("i", "c", 100, -5), fixed=False) == 0
    assert _depth(Concession("i", "c", 100, 5), fixed=False) == 5


def test_half_a_fen_of_nothing_published_is_as_of_one_fen() -> None:
    """Nothing can be rounded by more than that."""
    sold = priced(CATALOG, a_line())
    free = [Concession("i1", "LINE.RENT", 0, 0)]
    (one,) = _depths(verdict("market_discount"), free, sold, "market_discount", _Author(0, 1))
    assert one.parts == (Part(Fraction(0), 1, Fraction(50)),)


def test_one_time_charges_count_where_the_scope_names_them() -> None:
    """A discount without them looks at what recurs."""
    lines = (a_line(1, off("9")), a_line(1, off("50"), code="LINE.INST", item_id="b"))
    guided = a_line(1, off("7"), code="LINE.GUIDED", item_id="c")
    items = (*lines, guided)
    recurring = {"x:LINE.RENT", "x:LINE.GUIDED"}
    assert set(Found(items).by(verdict("x"), "discount")) == recurring
    once = Scope(charges=(ChargeType.ONE_TIME,))
    assert set(Found(items, scope=once).by(verdict("x"), "discount")) == {
        *recurring,
        "x:LINE.INST",
    }


def test_an_effective_discount_is_of_items_by_their_quantity() -> None:
    """Two lines of three and one; a single one counts once."""
    items = (
        an_item("LINE", 3, *a_line(3, off("10")).charges, item_id="a"),
        an_item("LINE", 1, *a_line(1, off("20")).charges, item_id="b"),
    )
    (one,) = Found(items).by(verdict("x"), "effective_discount").values()
    assert one.subject == "LINE"
    assert [(int(part.value), part.quantity) for part in one.parts] == [(20, 1), (10, 3)]


LINES = (
    a_line(1, off("5"), code="LINE.RENT", item_id="a"),
    a_line(1, off("20"), code="VOICE.RENT", item_id="b"),
    a_line(1, None, code="CLOUD.RENT", item_id="c"),
)


@pytest.mark.parametrize(
    ("own", "level", "limit", "expected"),
    [
        ("L1", "L2", "5", (True, False, True)),
        ("L1", "L2", "4", (False, False, True)),
        ("L2", "L2", "4", (True, True, True)),
        ("L2", "L3", "5", (True, False, True)),
        ("L1", "L1", None, (True, True, True)),
        ("L1", "", None, (False, False, True)),
        ("nobody", "L1", "5", (False, False, True)),
        ("nobody", "L2", "50", (False, False, True)),
    ],
)
def test_a_discount_within_the_own_limit_is_the_author_s(
    own: str, level: str, limit: str | None, expected: tuple[bool, bool, bool]
) -> None:
    """5 %, 20 % and nothing: whoever has no level has nothing but list prices."""
    bound = None if limit is None else Decimal(limit)
    found = owned(Found(LINES, own).by(verdict("market_discount", level, own_limit=bound)))
    assert found == dict(zip(("LINE.RENT", "VOICE.RENT", "CLOUD.RENT"), expected, strict=True))


def test_two_lines_of_a_charge_are_the_author_s_where_both_are() -> None:
    """One at 5 %, another at 6 %."""
    second = a_line(1, off("6"), code="LINE.RENT", item_id="b")
    assert owned(Found((LINES[0], second, LINES[1])).by(verdict("market_discount"))) == {
        "LINE.RENT": False,
        "VOICE.RENT": False,
    }


def test_what_is_beyond_only_together_is_asked_wherever_something_is_given() -> None:
    """Each keeps 20 %, and still the whole needs L2: all that is not at list price is asked."""
    found = Found(LINES).by(verdict("market_discount", own_limit=Decimal(20)))
    assert owned(found) == {"LINE.RENT": False, "VOICE.RENT": False, "CLOUD.RENT": True}


def months(offering: str, free: int, quantity: int = 1) -> QuoteItem:
    """Lines of an offering with free months."""
    charges = a_line(quantity, None, code=f"{offering}.RENT").charges
    free_months = (FreeMonths(free),) if free else ()
    return an_item(
        offering, quantity, *charges, item_id=f"{offering}{free}", alterations=free_months
    )


FREE = (months("LINE", 1, 3), months("VOICE", 2), months("CLOUD", 0))


@pytest.mark.parametrize(
    ("own", "level", "limit", "expected"),
    [
        ("L1", "L2", "1", (True, False, True)),
        ("L1", "L2", "0", (False, False, True)),
        ("L2", "L2", "0", (True, True, True)),
        ("L1", "L1", None, (True, True, True)),
        ("L1", "", None, (False, False, True)),
        ("nobody", "L1", "1", (False, False, True)),
        ("L2", "L3", "1", (True, False, True)),
    ],
)
def test_free_months_within_the_own_limit_are_the_author_s(
    own: str, level: str, limit: str | None, expected: tuple[bool, bool, bool]
) -> None:
    """One, two and none, by offering."""
    bound = None if limit is None else Decimal(limit)
    found = Found(FREE, own).by(verdict("free_months", level, unit="months", own_limit=bound))
    assert owned(found) == dict(zip(("LINE", "VOICE", "CLOUD"), expected, strict=True))


def test_free_months_are_counted_with_their_units() -> None:
    """Three lines with one month, one with two; what is paid once has no months."""
    installation = a_line(1, None, code="LINE.INST", item_id="x")
    items = (*FREE[:2], replace(installation, offering="INSTALLED"))
    found = Found(items).by(verdict("free_months", unit="months"))
    assert {key: one.parts for key, one in found.items()} == {
        "free_months:LINE": (Part(Fraction(1), 3),),
        "free_months:VOICE": (Part(Fraction(2), 1),),
    }


@pytest.mark.parametrize(("level", "own"), [("L2", False), ("L1", True)])
def test_what_is_sold_below_cost_is_told_in_yuan(level: str, own: bool) -> None:
    """5.00 yuan are 4.59 without VAT, and cost 10.00: 5.41 a line, 10.82 for both."""
    items = (
        a_line(1, off("99.5"), item_id="a"),
        a_line(1, off("99.5"), item_id="b"),
        a_line(1, off("10"), code="VOICE.RENT", item_id="c"),
        a_line(1, off("100"), code="LINE.FIXED", item_id="d"),
        a_line(1, off("50"), code="LINE.INST", item_id="e"),
    )
    found = Found(items).by(verdict("below_cost", level, unit="flag", own_limit=None))
    assert found == {
        "below_cost:LINE.RENT": Dimension(
            key="below_cost:LINE.RENT",
            criterion="below_cost",
            subject="LINE.RENT",
            name=LocalText("below_cost"),
            unit="yuan",
            parts=(Part(Fraction(1082, 100), 1),),
            level=level,
            own=own,
        )
    }


def test_a_flag_and_a_sum_are_one_figure_each() -> None:
    """A flag is one; a contract value is exact; a margin may be off by half a fen a month."""
    assert Found((a_line(),)).by(verdict("tender", unit="flag")) == {
        "tender": Dimension(
            key="tender",
            criterion="tender",
            subject="",
            name=LocalText("tender"),
            unit="flag",
            parts=(Part(Fraction(1), 1),),
            level="L2",
        )
    }
    value = verdict("contract_value", "L1", exact=Decimal(12000), unit="yuan")
    (one,) = Found((a_line(),)).by(value).values()
    assert (one.parts, one.own) == ((Part(Fraction(12000), 1),), True)
    # 917.43 yuan a month without VAT, 91,743 fen: half a fen in each of twelve months.
    margin = verdict("margin", exact=Decimal(50), smallest=True)
    (one,) = Found((a_line(),)).by(margin).values()
    assert one.parts == (Part(Fraction(50), 1, Fraction(100 * 6, 12 * 91743)),)
    (month,) = Found((a_line(),), term=1).by(margin).values()
    assert month.parts[0].slack == Fraction(50, 91743)
    # Given away whole, nothing is brought in: then it is of one fen.
    (free,) = Found((a_line(1, off("100")),)).by(margin).values()
    assert free.parts[0].slack == 600


def test_terms_are_dimensions_of_their_own() -> None:
    """Months, last day, payment, promises by key or words, clauses with their words."""
    clause = QuoteClause("own", 2, LocalText("自拟"), (LocalText("自拟条款。"),))
    conditions = (
        QuoteCondition("payment_due", days=45),
        QuoteCondition("payment_due", days=60),
        QuoteCondition("competitor_line_cancelled", days=30),
        QuoteCondition("", "免押金", days=7),
    )
    quote = replace(OFFER.quote, conditions=conditions, clauses=(clause,))
    found = dimensions(replace(OFFER, quote=quote, verdict=replace(OFFER.verdict, criteria=())),
                       a_matrix())  # fmt: skip
    words = sha256(msgspec.json.encode(clause)).hexdigest()[:8]

    def term(key: str, subject: str, unit: str, value: int, *, smallest: bool = False) -> Dimension:
        criterion = key.partition(":")[0]
        parts = (Part(Fraction(value), 1),)
        return Dimension(key, criterion, subject, LocalText(), unit, parts, smallest=smallest)

    named, own = "agreed_condition:", "agreed_condition:own_words:"
    told = f"自拟 (2, {words})"
    assert list(found.values()) == [
        term("agreed_term", "", "months", 24, smallest=True),
        term("agreed_validity", "", "date", LAST.toordinal()),
        term(f"{named}payment_due", "payment_due", "days", 60),
        term(f"{named}competitor_line_cancelled", "competitor_line_cancelled", "days", 30),
        term(f"{own}免押金", "免押金", "days", 7),
        term(f"{own}{told}", told, "days", 0),
    ]
