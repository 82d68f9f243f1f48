"""Promises of quote numbers."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import TYPE_CHECKING

import pytest

from app.storage.customer_store import CustomerStore
from app.storage.database import Database
from app.storage.numbering import QuoteNumbers, installation_mark
from app.storage.quote_store import QuoteStore
from pricing.bills import Bills
from tests.app.storage.stored_values import NOON, a_customer, a_quote

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 11, 23)


def test_number_holds_day_mark_and_count(database: Database) -> None:
    """The mark has no letter that is misread, and stays; the count starts anew each day."""
    numbers = QuoteNumbers(database)
    first = numbers.next_number(DAY)
    assert re.fullmatch(r"QW-20261123-[0-9A-HJKMNP-TV-Z]{6}-01", first)
    mark = first.split("-")[2]
    assert numbers.next_number(DAY) == f"QW-20261123-{mark}-02"
    assert numbers.next_number(date(2026, 11, 24)) == f"QW-20261124-{mark}-01"
    assert numbers.next_number(DAY) == f"QW-20261123-{mark}-03"


def test_hundredth_number_of_a_day_has_three_digits(database: Database) -> None:
    """The count does not wrap."""
    numbers = QuoteNumbers(database)
    assert [numbers.next_number(DAY) for _ in range(100)][-1].endswith("-100")


def test_mark_and_count_survive_closing(database: Database) -> None:
    """The same computer goes on counting."""
    before = QuoteNumbers(database).next_number(DAY)
    database.close()
    reopened = Database.open(database.folder)
    assert QuoteNumbers(reopened).next_number(DAY) == before.removesuffix("01") + "02"
    reopened.close()


def test_two_computers_have_two_marks(tmp_path: Path) -> None:
    """Two data folders made apart never give one number."""
    given = set()
    for name in ("one", "two"):
        opened = Database.open(tmp_path / name)
        given |= {QuoteNumbers(opened).next_number(DAY) for _ in range(3)}
        opened.close()
    assert len(given) == 6


def test_threads_never_get_the_same_number(database: Database) -> None:
    """Four threads taking 40 numbers get 40 numbers."""
    numbers = QuoteNumbers(database)
    numbers.next_number(DAY)
    with ThreadPoolExecutor(4) as pool:
        given = set(pool.map(lambda _turn: numbers.next_number(DAY), range(40)))
    assert len(given) == 40


@pytest.mark.parametrize(
    ("identifier", "mark"),
    [
        ("00000000ffff", "000000"),
        ("ffffffff0000", "ZZZZZZ"),
        # 0x00000004 >> 2 is 1, 0x00000080 >> 2 is 32: one in the second place.
        ("00000004", "000001"),
        ("00000080", "000010"),
    ],
)
def test_mark_is_the_first_thirty_bits(identifier: str, mark: str) -> None:
    """Five bits to a character, the highest first."""
    assert installation_mark(identifier) == mark


def test_a_pattern_of_the_users_counts_within_its_year_and_skips_given_numbers(
    database: Database,
) -> None:
    """A number that a quote has already, by whatever way it came, is not given again."""
    numbers, store = QuoteNumbers(database), QuoteStore(database)
    CustomerStore(database).save(a_customer(), Bills(), now=NOON)
    store.create(a_quote(number="A2026-0002"), now=NOON)
    pattern = "A{year}-{seq:4}"
    given = [numbers.next_number(DAY, pattern) for _ in range(2)]
    given += [numbers.next_number(date(2026, 12, 1), pattern)]
    given += [numbers.next_number(date(2027, 1, 4), pattern)]
    assert given == ["A2026-0001", "A2026-0003", "A2026-0004", "A2027-0001"]
