"""Who decides on a quote: by name, the lowest level first, functions in parallel."""

from __future__ import annotations

from datetime import date

import msgspec

from app.quoting.authority import (
    Absence,
    ApprovalStep,
    Approver,
    AuthorityMatrix,
    CriterionVerdict,
    Function,
    Level,
    Person,
    Staff,
)
from app.quoting.authority.approvers import Author, approval_steps
from catalog.local_text import LocalText

DAY = date(2026, 11, 23)
LEVELS = tuple(Level(f"L{n}", LocalText("", f"level {n}")) for n in range(1, 5))
AUTHOR = Author("m1", 0)
STAFF = Staff(
    (
        Person("m1", "Manager", "L1"),
        Person("m2", "Leader", "L2"),
        Person("m3", "Head", "L3"),
        Person("m4", "President", "L4"),
        Person("f1", "Finance", "finance"),
    )
)
MATRIX = AuthorityMatrix(
    "test", LEVELS, (), functions=(Function("finance", LocalText("", "finance")),), staff=STAFF
)


def needs(key: str, level: str, *functions: str) -> CriterionVerdict:
    """A criterion that needs a level, and functions besides."""
    return CriterionVerdict(key, LocalText(), None, "flag", level, functions=functions)


def steps(
    *found: CriterionVerdict, author: Author = AUTHOR, staff: Staff = STAFF
) -> tuple[ApprovalStep, ...]:
    """The steps that criteria need."""
    matrix = msgspec.structs.replace(MATRIX, staff=staff)
    return approval_steps(matrix, found, author, DAY)


def told(found: tuple[ApprovalStep, ...]) -> list[tuple[int, str, list[str], tuple[str, ...]]]:
    """Order, role, names and criteria of each step."""
    return [
        (one.order, one.role, [who.name for who in one.approvers], one.criteria) for one in found
    ]


def test_levels_decide_one_after_the_other_the_lowest_first() -> None:
    """Each on what needs it, whatever the order of the criteria."""
    found = steps(needs("a", "L3"), needs("b", "L2"), needs("c", "L3"), needs("d", "L1"))
    assert told(found) == [(1, "L2", ["Leader"], ("b",)), (2, "L3", ["Head"], ("a", "c"))]


def test_the_team_of_the_customer_is_asked_before_that_of_the_author() -> None:
    """Its leader decides; of a level that nobody of it has, whoever does otherwise."""
    more = Staff((*STAFF.people, Person("b2", "Banker", "L2", "金融中心")))
    of_bank = Author("m1", 0, "金融中心")
    found = steps(needs("a", "L2"), needs("b", "L3"), author=of_bank, staff=more)
    assert told(found) == [(1, "L2", ["Banker"], ("a",)), (2, "L3", ["Head"], ("b",))]


def test_what_the_author_may_grant_needs_nobody() -> None:
    """His own level and those below."""
    assert steps(needs("a", "L1"), needs("b", "L3"), author=Author("m3", 2)) == ()


def test_functions_decide_in_parallel_with_the_level() -> None:
    """Finance judges the margin at the same time as the head."""
    found = steps(needs("margin", "L3", "finance"), needs("depth", "L2"))
    assert told(found) == [
        (1, "L2", ["Leader"], ("depth",)),
        (2, "L3", ["Head"], ("margin",)),
        (2, "finance", ["Finance"], ("margin",)),
    ]


def test_a_function_is_asked_even_where_the_level_is_ones_own() -> None:
    """Then it is the only step."""
    assert told(steps(needs("margin", "L1", "finance"))) == [
        (1, "finance", ["Finance"], ("margin",))
    ]


def test_a_level_that_nobody_holds_is_passed_over() -> None:
    """The next one decides, and it is told in whose place; none at all is told as well."""
    people = tuple(person for person in STAFF.people if person.id != "m2")
    (one,) = steps(needs("a", "L2"), staff=Staff(people))
    assert (one.role, one.instead_of, one.approvers[0].name) == ("L3", "L2", "Head")
    (none,) = steps(needs("a", "L4"), staff=Staff(people[:2]))
    assert (none.role, none.approvers, none.instead_of) == ("L4", (), "")


def test_the_author_never_decides_himself() -> None:
    """Neither as the holder of a role nor in the place of an absent one."""
    (own,) = steps(needs("a", "L2"), author=Author("m2", 0))
    assert own.role == "L3"
    absence = Absence("m2", DAY, DAY, "m1")
    (stood_in,) = steps(needs("a", "L2"), staff=Staff(STAFF.people, (absence,)))
    assert (stood_in.role, stood_in.instead_of) == ("L3", "L2")


def test_who_stands_in_is_named_with_the_absent_one() -> None:
    """So that the paper says in whose authority it was decided."""
    absence = Absence("m2", DAY, DAY, "m3")
    (one,) = steps(needs("a", "L2"), staff=Staff(STAFF.people, (absence,)))
    assert (one.role, one.approvers[0].name, one.approvers[0].stands_in_for) == (
        "L2",
        "Head",
        "Leader",
    )


def test_a_step_is_told_whole() -> None:
    """With the names of level and function; of who decides in his own role nothing more."""
    assert steps(needs("margin", "L3", "finance")) == (
        ApprovalStep(1, "L3", LocalText("", "level 3"), ("margin",), (Approver("m3", "Head"),)),
        ApprovalStep(
            1, "finance", LocalText("", "finance"), ("margin",), (Approver("f1", "Finance"),)
        ),
    )
    (none,) = steps(needs("a", "L4"), staff=Staff(STAFF.people[:2]))
    assert none == ApprovalStep(1, "L4", LocalText("", "level 4"), ("a",))
    people = tuple(person for person in STAFF.people if person.id != "m2")
    (instead,) = steps(needs("a", "L2"), staff=Staff(people))
    head = (Approver("m3", "Head"),)
    assert instead == ApprovalStep(1, "L3", LocalText("", "level 3"), ("a",), head, "L2")


def test_a_function_that_the_matrix_does_not_know_has_no_name() -> None:
    """It is asked all the same, and nobody answers."""
    (one,) = steps(needs("margin", "L1", "legal"))
    assert one == ApprovalStep(1, "legal", LocalText(), ("margin",))


def test_a_function_is_asked_of_who_is_there_on_the_day() -> None:
    """Finance is away, and leaves it to the head."""
    absence = Absence("f1", DAY, DAY, "m3")
    (one,) = steps(needs("margin", "L1", "finance"), staff=Staff(STAFF.people, (absence,)))
    assert one.approvers == (Approver("m3", "Head", "Finance"),)


def test_who_holds_a_role_himself_does_not_stand_in_for_another() -> None:
    """Two leaders, one of them away: the other is named once, as himself, in either order."""
    second = Person("m5", "Second", "L2")
    for first, away, holder in (("m2", "m5", "Leader"), ("m5", "m2", "Second")):
        people = (*STAFF.people, second)
        absence = Absence(away, DAY, DAY, first)
        (one,) = steps(needs("a", "L2"), staff=Staff(people, (absence,)))
        assert one.approvers == (Approver(first, holder),)
    both = (Absence("m2", DAY, DAY, "m3"), Absence("m5", DAY, DAY, "m3"))
    (one,) = steps(needs("a", "L2"), staff=Staff((*STAFF.people, second), both))
    assert one.approvers == (Approver("m3", "Head", "Leader"),)
    (two,) = steps(needs("a", "L2"), staff=Staff((*STAFF.people, second)))
    assert two.approvers == (Approver("m2", "Leader"), Approver("m5", "Second"))
