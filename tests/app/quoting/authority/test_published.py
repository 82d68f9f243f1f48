"""The chain of published editions, and which of them holds on a day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from app.quoting.authority import edition_on
from app.quoting.authority.published import broken_at, own_editions, seal_edition
from app.quoting.authority.source import AuthoritySource, edition_of_source
from app.quoting.authority.staff import Staff
from tests.app.quoting.authority.sources import LI, SOURCE, VALUE, ZHOU, an_edition

SHIPPED, _ = edition_of_source(
    replace(SOURCE, written=replace(SOURCE.written, version="shipped", valid_from=None))
)
LATER = date(2026, 12, 31)


def own(version: str, day: date, *, staff: Staff = SOURCE.staff) -> AuthoritySource:
    """Limits that hold from a day on."""
    return AuthoritySource(replace(SOURCE.written, version=version, valid_from=day), staff)


def names_on(*days: date, sources: tuple[AuthoritySource, ...], today: date = LATER) -> list[str]:
    """Which edition holds on each day."""
    assert SHIPPED is not None
    published = [an_edition(source) for source in sources]
    newer = replace(SHIPPED, version="newer", valid_from=date(2026, 12, 20))
    editions, problems = own_editions((SHIPPED, newer), published, today)
    assert problems == ()
    return [edition_on(editions, day).version for day in days]


def test_each_edition_holds_the_digest_of_the_one_before() -> None:
    """An altered note, an altered moment and a missing edition are found by their place."""
    first = seal_edition(an_edition(), None)
    second = seal_edition(an_edition(note="lower"), first)
    assert (first.sequence, first.previous) == (1, "")
    assert (second.sequence, second.previous) == (2, first.digest)
    assert broken_at((first, second)) == 0
    assert broken_at((first, replace(second, note="higher"))) == 2
    assert broken_at((replace(first, name="x"), second)) == 1
    assert broken_at((second,)) == 1
    assert broken_at((first, replace(second, previous=""))) == 2
    assert broken_at(()) == 0


def test_the_program_s_limits_hold_until_one_s_own_begin() -> None:
    """And never again, however late an edition of the program begins."""
    sources = (own("A", date(2026, 12, 1)),)
    days = date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 25)
    assert names_on(*days, sources=sources) == ["shipped", "A", "A"]
    assert names_on(*days, sources=()) == ["shipped", "shipped", "newer"]


def test_of_two_that_begin_on_a_day_the_later_publication_holds() -> None:
    """One that begins later takes over on its day, whenever it was published."""
    sources = (
        own("A", date(2026, 12, 10)),
        own("B", date(2026, 12, 1)),
        own("C", date(2026, 12, 1)),
    )
    assert names_on(date(2026, 12, 1), date(2026, 12, 9), sources=sources) == ["C", "C"]
    assert names_on(date(2026, 12, 10), sources=sources) == ["A"]


def test_people_are_those_of_today_in_every_edition() -> None:
    """Limits are judged on the day of the price, people asked on the day of the decision."""
    newer = Staff((LI, replace(ZHOU, name="周敏敏")))
    published = [
        an_edition(own("A", date(2026, 12, 1))),
        an_edition(own("B", date(2026, 12, 5), staff=newer)),
    ]
    before, _ = own_editions((), published, date(2026, 12, 4))
    after, _ = own_editions((), published, date(2026, 12, 5))
    assert {edition.staff for edition in before} == {SOURCE.staff}
    assert {edition.staff for edition in after} == {newer}


def test_an_edition_that_cannot_be_read_is_no_free_pass() -> None:
    """None holds at all, and the mistake is told."""
    wrong = replace(SOURCE.written, criteria=(replace(VALUE, limits=("1",)),))
    editions, problems = own_editions((), [an_edition(replace(SOURCE, written=wrong))], LATER)
    assert editions == ()
    assert [problem.code for problem in problems] == ["authority.limit_missing"]


def test_limits_of_an_edition_are_its_own() -> None:
    """500 of the sample: 100 and 400 more."""
    editions, _ = own_editions((), [an_edition()], LATER)
    assert editions[0].criteria[0].limits == (Decimal(100), Decimal(500))
