"""The position is weight × capability × relationship, of what could be reached."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.quoting.buying_factor import BuyingFactor
from app.quoting.fingerprint import fingerprint
from app.quoting.position import Position, factor_rows, position_of, read_factors, set_factors
from app.storage.codec import QUOTE
from tests.builders import a_quote
from tests.sample import revision_of

PRICE = BuyingFactor("价格", 3, 5, 5)
REPAIR = BuyingFactor("四小时修复", 5, 4, 2, "请工程师同去")


def test_the_position_is_a_share_of_the_best_one() -> None:
    """75 of 75 and 40 of 125 are 115 of 200; where most is lost comes first."""
    assert (PRICE.reached, PRICE.missing) == (75, 0)
    assert (REPAIR.reached, REPAIR.missing) == (40, 85)
    assert position_of((PRICE, REPAIR)) == Position(Decimal("57.50"), (REPAIR, PRICE))
    assert position_of(()) == Position()


def test_factors_come_back_from_their_rows_and_from_the_store() -> None:
    """Rows without any text do not count."""
    quote = set_factors(a_quote(), (PRICE, REPAIR))
    rows = factor_rows(quote)
    assert rows[1] == ("四小时修复", "5", "4", "2", "请工程师同去")
    assert read_factors((*rows, ("", "", "", "", ""))) == ((PRICE, REPAIR), ())
    assert QUOTE.decode(QUOTE.encode(quote)) == quote
    old = QUOTE.encode(a_quote()).replace(b',"buying_factors":[]', b"")
    assert b"buying" not in old
    assert QUOTE.decode(old) == a_quote()


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        (("", "5", "4", "2"), "factor", "customer.cell_missing"),
        (("价格", "", "4", "2"), "weight", "customer.cell_missing"),
        (("价格", "5", "6", "2"), "capability", "customer.word_unknown"),
        (("价格", "5", "4", "0"), "relationship", "customer.word_unknown"),
    ],
)
def test_a_mark_from_one_to_five_is_wanted(row: tuple[str, ...], column: str, code: str) -> None:
    """Such a row says nothing until it is mended."""
    found, wrong = read_factors((row,))
    assert found == ()
    assert (wrong[0].column, wrong[0].code) == (column, code)


def test_nobody_agrees_on_it() -> None:
    """The fingerprint is that of the quote without them."""
    revision = revision_of(1)
    quotes = (revision.quote, set_factors(revision.quote, (PRICE,)))
    before, after = (fingerprint(one, revision.customer, revision.priced) for one in quotes)
    assert before == after
