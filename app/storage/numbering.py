"""Quote numbers: unique on one computer by counting, across computers by a random mark.

The pattern is the user's (``app/quoting/number_pattern.py``). The usual number, such as
``QW-20261123-7K3MQ2-01``, holds the day, the mark of the installation and a count of that day.
Computers that are offline cannot agree on anything, so only chance keeps their marks apart: six
characters give 2 ** 30 of them, and among 1,000 installations two are alike with a chance of
0.05 %. Four characters would make that 38 %.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.quoting.number_pattern import QUOTE_NUMBER, NumberParts, period_of, quote_number
from app.storage.schema import INSTALLATION, NUMBERS, QUOTES, SETTINGS

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

    from app.storage.database import Database

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without I, L, O and U, which are misread or misheard."""
_MARK_LENGTH = 6


class QuoteNumbers:
    """Gives out quote numbers; a number is never given twice, used or not."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self._database = database

    def next_number(self, day: date, pattern: str = QUOTE_NUMBER, manager: str = "") -> str:
        """The next number of a day, which no stored quote has.

        Args:
            day: When it is given.
            pattern: Without fault, see ``app.quoting.number_pattern``.
            manager: Staff number.

        Raises:
            StorageError: The database failed.
        """
        period = period_of(pattern, day)
        with self._database.writing() as connection:
            mark = installation_mark(_installation(connection))
            before = connection.execute(
                select(NUMBERS.c.taken).where(NUMBERS.c.day == period)
            ).scalar()
            taken = (before or 0) + 1
            while _is_given(number := self._number(pattern, day, mark, manager, taken), connection):
                taken += 1
            if before is None:
                connection.execute(NUMBERS.insert().values(day=period, taken=taken))
            else:
                connection.execute(
                    NUMBERS.update().where(NUMBERS.c.day == period).values(taken=taken)
                )
        return number

    @staticmethod
    def _number(pattern: str, day: date, mark: str, manager: str, count: int) -> str:
        return quote_number(pattern, NumberParts(day, mark, manager, count))

    def mark(self) -> str:
        """The mark of this installation.

        Raises:
            StorageError: The database failed.
        """
        with self._database.writing() as connection:
            return installation_mark(_installation(connection))


def installation_mark(identifier: str) -> str:
    """Six characters for an identifier: its first 30 bits.

    Args:
        identifier: Hexadecimal, at least eight digits.
    """
    bits = int(identifier[:8], 16) >> 2
    return "".join(_ALPHABET[bits >> 5 * place & 31] for place in reversed(range(_MARK_LENGTH)))


def _is_given(number: str, connection: Connection) -> bool:
    """Whether a quote has the number: one by a former pattern, or one that was brought in."""
    found = connection.execute(select(QUOTES.c.id).where(QUOTES.c.number == number).limit(1))
    return found.first() is not None


def _installation(connection: Connection) -> str:
    found = connection.execute(
        select(SETTINGS.c.value).where(SETTINGS.c.key == INSTALLATION)
    ).scalar()
    if found is not None:
        return str(found)
    made = secrets.token_hex(16)
    connection.execute(SETTINGS.insert().values(key=INSTALLATION, value=made))
    return made
