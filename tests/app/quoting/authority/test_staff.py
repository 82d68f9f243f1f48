"""Who decides: holders of a role, those who stand in, and never the author."""

from __future__ import annotations

from datetime import date

from app.quoting.authority import Absence, Person, Staff

DAY = date(2026, 11, 23)
AUTHOR = Person("m1", "经理", "L1", "A")
LEADER_A = Person("a2", "甲组主管", "L2", "A")
LEADER_B = Person("b2", "乙组主管", "L2", "B")
HEAD = Person("h3", "部门经理", "L3")
PEOPLE = (AUTHOR, LEADER_A, LEADER_B, HEAD)


def away(person: str, delegate: str = "", first: int = 20, last: int = 25) -> Absence:
    """Days of November on which a person is away."""
    return Absence(person, date(2026, 11, first), date(2026, 11, last), delegate)


def deciding(
    role: str, *absences: Absence, author: str = "m1", day: date = DAY
) -> list[tuple[str, str]]:
    """Who decides in a role, and for whom."""
    staff = Staff(PEOPLE, absences)
    return [(person.id, holder.id) for person, holder in staff.deciding(role, author, day)]


def test_the_leader_of_the_own_team_decides() -> None:
    """Not the one of another team; who serves all teams decides for each of them."""
    assert deciding("L2") == [("a2", "a2")]
    assert deciding("L3") == [("h3", "h3")]


def test_for_an_author_without_a_team_anybody_with_the_role_decides() -> None:
    """His number may not be among the staff."""
    assert deciding("L2", author="unknown") == [("a2", "a2"), ("b2", "b2")]


def test_who_is_away_is_stood_in_for() -> None:
    """In the role of the absent one, from the first day to the last."""
    absence = away("a2", "b2")
    assert deciding("L2", absence) == [("b2", "a2")]
    assert deciding("L2", absence, day=date(2026, 11, 20)) == [("b2", "a2")]
    assert deciding("L2", absence, day=date(2026, 11, 25)) == [("b2", "a2")]
    assert deciding("L2", absence, day=date(2026, 11, 26)) == [("a2", "a2")]
    assert deciding("L2", absence, day=date(2026, 11, 19)) == [("a2", "a2")]


def test_standing_in_may_be_handed_on() -> None:
    """To somebody who is there; not in a circle, and not to nobody."""
    assert deciding("L2", away("a2", "b2"), away("b2", "h3")) == [("h3", "a2")]
    assert deciding("L2", away("a2", "b2"), away("b2", "a2")) == []
    assert deciding("L2", away("a2", "b2"), away("b2")) == []


def test_nobody_decides_on_what_he_has_written() -> None:
    """Neither in his own role nor by standing in, nor does somebody in his place."""
    assert deciding("L1") == []
    assert deciding("L2", away("a2", "m1")) == []
    assert deciding("L2", away("a2", "b2"), author="a2") == []


def test_a_delegate_has_only_the_role_of_the_absent_one() -> None:
    """A team leader who stands in for the head decides as L3; the head for him as L2 only."""
    assert deciding("L3", away("h3", "a2")) == [("a2", "h3")]
    assert deciding("L2", away("a2", "h3")) == [("h3", "a2")]
