"""Small limits and people, for tests of editions."""

from __future__ import annotations

from datetime import UTC, date, datetime

from app.quoting.authority.matrix import Level
from app.quoting.authority.published import PublishedEdition
from app.quoting.authority.source import AuthoritySource
from app.quoting.authority.staff import Person, Staff
from app.quoting.authority.written import WrittenAuthority, WrittenCriterion
from catalog.local_text import LocalText

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
LEVELS = (Level("L1", LocalText("一", "one")), Level("L2", LocalText("二", "two")))
VALUE = WrittenCriterion(
    "contract_value", LocalText("合同总额", "contract value"), ("100", "L1 + 400"), unit="yuan"
)
LI, ZHOU = Person("1", "李明轩", "L1", "一组"), Person("2", "周敏", "L2")
SOURCE = AuthoritySource(
    WrittenAuthority("own", LEVELS, (VALUE,), valid_from=date(2026, 12, 1)), Staff((LI, ZHOU))
)


def an_edition(source: AuthoritySource = SOURCE, *, note: str = "") -> PublishedEdition:
    """Published at noon by Zhou; not sealed yet."""
    return PublishedEdition(0, source, NOON, "2", "周敏", note)
