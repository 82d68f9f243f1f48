"""Quotes of the worked cases on their way through approval, and the people who decide."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from app.approval.event import Event, Person
from app.approval.life import Life, life_of
from app.approval.submitting import Doing
from app.quoting.authority import Staff, Window
from app.quoting.fingerprint import fingerprint
from app.quoting.quote import AccountManager
from tests.sample import revision_of, sample_rules

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.approval.submitting import Answer
    from app.quoting.quote import Quote
    from app.quoting.revision import Revision

MATRIX = msgspec.structs.replace(sample_rules().authority, staff=Staff(), window=Window())
"""The sample limits, where people have the roles that they say."""
AUTHOR = Person("101", "李晓明", "L1")
LEADER = Person("201", "张敏", "L2")
HEAD = Person("301", "赵军", "L3")
VICE = Person("401", "孙丽", "L4")
DAY = date(2026, 11, 23)
LAST = date(2026, 12, 31)
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def doing(person: Person, days: int = 0, operation: str = "") -> Doing:
    """Somebody doing something at noon, so many days after the first."""
    at = NOON + timedelta(days=days)
    return Doing(person, at, at.date(), operation or f"{person.id}-{days}")


def revision(number: int, quote: Quote, label: str = "A") -> Revision:
    """A quote for the customer of a case, by our author, valid to the end of the year, signed."""
    manager = AccountManager(AUTHOR.id, AUTHOR.name, role=AUTHOR.role)
    quote = msgspec.structs.replace(quote, manager=manager, valid_until=LAST)
    made = revision_of(number, quote)
    return signed(msgspec.structs.replace(made, label=label))


def signed(made: Revision) -> Revision:
    """With the fingerprint that its content has."""
    seal = fingerprint(made.quote, made.customer, made.priced)
    return msgspec.structs.replace(made, fingerprint=seal)


def off(percent: str) -> Decimal:
    """So many percent."""
    return Decimal(percent)


class Course:
    """A quote's life, step by step; every answer must be a yes."""

    def __init__(self) -> None:
        """Nothing has happened."""
        self.events: list[Event] = []
        self.frozen: dict[str, Revision] = {}

    @property
    def life(self) -> Life:
        """Where it stands."""
        return life_of(self.events)

    def do(self, answer: Answer, freeze: Revision | None = None) -> Life:
        """Take what was answered."""
        assert not answer.problems, [problem.code for problem in answer.problems]
        self.events.extend(answer.events)
        if freeze is not None:
            self.frozen[freeze.label] = freeze
        return self.life


def codes(answer: Answer) -> list[str]:
    """Why not."""
    assert not answer.events
    return [problem.code for problem in answer.problems]


def each(deeds: Sequence[Callable[[], Life]]) -> Life:
    """Do one after the other; where that leads."""
    return [deed() for deed in deeds][-1]
