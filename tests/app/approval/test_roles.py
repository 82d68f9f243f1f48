"""In which roles somebody may decide, and what a decision in them settles."""

from __future__ import annotations

from msgspec.structs import replace

from app.approval.event import Person
from app.approval.roles import acting_roles, closed, highest
from app.quoting.authority import Absence, Function, Staff
from app.quoting.authority import Person as StaffMember
from catalog.local_text import LocalText
from tests.app.approval.quotes import AUTHOR, DAY, HEAD, LEADER
from tests.builders import a_matrix

FINANCE = Function("finance", LocalText("财务"))
MATRIX = a_matrix(functions=(FINANCE,))
"""Levels L1, L2, L3 and finance; nobody is listed."""


def test_without_a_list_everybody_has_the_role_that_he_says() -> None:
    """As long as the matrix knows it; no role is none."""
    for role, acting in (("L1", ("L1",)), ("finance", ("finance",)), ("L9", ()), ("", ())):
        assert acting_roles(MATRIX, Person("7", "某", role), AUTHOR.id, DAY) == acting


def test_with_a_list_only_the_list_counts() -> None:
    """The leader of the author's own team; another team's leader decides nothing there."""
    people = (
        StaffMember(AUTHOR.id, AUTHOR.name, "L1", "一组"),
        StaffMember(LEADER.id, LEADER.name, "L2", "一组"),
        StaffMember("202", "周敏", "L2", "二组"),
        StaffMember(HEAD.id, HEAD.name, "L3"),
        StaffMember("501", "钱会计", "finance"),
    )
    matrix = replace(MATRIX, staff=Staff(people))

    def acting(number: str) -> tuple[str, ...]:
        return acting_roles(matrix, Person(number, "某", "L3"), AUTHOR.id, DAY)

    assert [acting(number) for number in ("201", "202", "301", "501", "999")] == [
        ("L2",),
        (),
        ("L3",),
        ("finance",),
        (),
    ]
    away = Absence(HEAD.id, DAY, DAY, LEADER.id)
    matrix = replace(MATRIX, staff=Staff(people, (away,)))
    assert acting("201") == ("L2", "L3")


def test_a_level_settles_every_level_up_to_itself() -> None:
    """The lowest included; a function only itself; a role that nobody knows only by its name."""
    waiting = ("L1", "L2", "L3", "finance", "legal")
    assert closed(MATRIX, ("L1",), waiting) == ["L1"]
    assert closed(MATRIX, ("L2",), waiting) == ["L1", "L2"]
    assert closed(MATRIX, ("L3", "finance"), waiting) == ["L1", "L2", "L3", "finance"]
    assert closed(MATRIX, ("finance",), waiting) == ["finance"]
    assert closed(MATRIX, ("legal",), waiting) == ["legal"]
    assert closed(MATRIX, (), waiting) == []


def test_the_highest_level_counts() -> None:
    """Functions and unknown roles have no rank."""
    assert highest(MATRIX, ("L2", "L3", "L1")) == 2
    assert highest(MATRIX, ("L1",)) == 0
    assert highest(MATRIX, ("finance", "L9")) == -1
    assert highest(MATRIX, ()) == -1


def test_the_team_of_the_customer_decides_where_somebody_of_it_can() -> None:
    """Its leader in the place of the author's own; of a role that nobody of it has, as usual."""
    people = (
        StaffMember(AUTHOR.id, AUTHOR.name, "L1", "一组"),
        StaffMember(LEADER.id, LEADER.name, "L2", "一组"),
        StaffMember("202", "周敏", "L2", "金融中心"),
        StaffMember(HEAD.id, HEAD.name, "L3"),
    )
    matrix = replace(MATRIX, staff=Staff(people))

    def acting(number: str, team: str) -> tuple[str, ...]:
        return acting_roles(matrix, Person(number, "某", "L3"), AUTHOR.id, DAY, team)

    assert [acting(one, "金融中心") for one in (LEADER.id, "202", HEAD.id)] == [
        (),
        ("L2",),
        ("L3",),
    ]
    for team in ("", "没有这个团队"):
        assert [acting(one, team) for one in (LEADER.id, "202")] == [("L2",), ()]
