"""Quote numbers: unique on one computer by counting, across computers by a random mark.

A number such as ``QW-20261123-7K3MQ2-01`` holds the day, the mark of the installation and a count
of that day. Computers that are offline cannot agree on anything, so only chance keeps their marks
apart: six characters give 2 ** 30 of them, and among 1,000 installations two are alike with a
chance of 0.05 %. Four characters would make that 38 %.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.storage.schema import INSTALLATION, NUMBERS, SETTINGS

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

    def next_number(self, day: date) -> str:
        """The next number of a day.

        Raises:
            StorageError: The database failed.
        """
        with self._database.writing() as connection:
            mark = installation_mark(_installation(connection))
            taken = connection.execute(select(NUMBERS.c.taken).where(NUMBERS.c.day == day)).scalar()
            if taken is None:
                connection.execute(NUMBERS.insert().values(day=day, taken=1))
            else:
                connection.execute(
                    NUMBERS.update().where(NUMBERS.c.day == day).values(taken=taken + 1)
                )
        return f"QW-{day:%Y%m%d}-{mark}-{(taken or 0) + 1:02d}"


def installation_mark(identifier: str) -> str:
    """Six characters for an identifier: its first 30 bits.

    Args:
        identifier: Hexadecimal, at least eight digits.
    """
    bits = int(identifier[:8], 16) >> 2
    return "".join(_ALPHABET[bits >> 5 * place & 31] for place in reversed(range(_MARK_LENGTH)))


def _installation(connection: Connection) -> str:
    found = connection.execute(
        select(SETTINGS.c.value).where(SETTINGS.c.key == INSTALLATION)
    ).scalar()
    if found is not None:
        return str(found)
    made = secrets.token_hex(16)
    connection.execute(SETTINGS.insert().values(key=INSTALLATION, value=made))
    return made
