"""Findings about choices, whole, and the nearest choice that fits, worked out by hand."""

from __future__ import annotations

import pytest

from catalog.option_group import GroupMember
from catalog.problem import Place, Problem
from pricing.bundle_choices import choice_problems, fitted
from pricing.item import Choice
from tests.builders import a_bundle, a_catalog, a_group, an_item

LINES = a_group(
    GroupMember("PHONE.RENT", most=3, default=1),
    GroupMember("FAX.RENT", most=2, least=2),
    GroupMember("KEY.RENT", segments=("KEY",)),
    code="lines",
    least=1,
    most=4,
)
NAMED = {"group": "lines", "group_zh": "选项", "group_en": "options", "segment": "SMB, GOV"}


def found(*choices: Choice) -> list[Problem]:
    """Findings about one item's choices."""
    bundle = a_bundle(groups=(LINES,))
    item = an_item("PACK", choices=choices)
    return list(choice_problems(a_catalog(bundles=[bundle]), bundle, item, ("SMB", "GOV")))


def problem(code: str, column: str = "", **facts: str) -> Problem:
    """One finding about the item."""
    where = Place(subject="i1", column=column)
    return Problem(f"bundle.{code}", where=where, parameters=facts)


def lines(**counts: int) -> tuple[Choice, ...]:
    """So many of each member."""
    return tuple(Choice(f"{code}.RENT", count, "lines") for code, count in counts.items())


def test_a_group_tells_its_bounds_and_what_was_chosen() -> None:
    """None of at least one; five of at most four, of which each member takes its own."""
    assert found(*lines(PHONE=0)) == [problem("group_too_few", count="0", least="1", **NAMED)]
    assert found(*lines(PHONE=3, FAX=2)) == [
        problem("group_too_many", count="5", most="4", **NAMED)
    ]


def test_a_member_tells_its_bounds_and_what_was_chosen() -> None:
    """At the charge: too few of it, too many, none at all, not for the customer."""
    fax, phone, key = "FAX.RENT", "PHONE.RENT", "KEY.RENT"
    assert found(*lines(FAX=1)) == [
        problem("member_too_few", fax, charge=fax, count="1", least="2", **NAMED)
    ]
    assert found(*lines(PHONE=4)) == [
        problem("member_too_many", phone, charge=phone, count="4", most="3", **NAMED)
    ]
    assert found(*lines(PHONE=2, FAX=-1)) == [
        problem("member_too_few", fax, charge=fax, count="-1", least="2", **NAMED)
    ]
    assert found(*lines(PHONE=3, KEY=-1)) == [
        problem("member_too_few", key, charge=key, count="-1", least="1", **NAMED),
        problem("member_not_for_segment", key, charge=key, count="-1", **NAMED),
    ]


def test_what_is_not_in_the_bundle_is_named() -> None:
    """A member of no group; behind it a component that there is not, and one that stays."""
    choices = (
        Choice("OLD.RENT", 1, "old"),
        Choice("GONE.RENT", 1),
        Choice("LINE.RENT", 0),
        Choice("LINE.RENT", -1),
    )
    named = {"offering": "PACK"}
    assert found(*choices) == [
        problem("unknown_member", "OLD.RENT", charge="OLD.RENT", group="old", **named),
        problem("unknown_component", "GONE.RENT", charge="GONE.RENT", **named),
        problem("component_altered", "LINE.RENT", charge="LINE.RENT", **named),
        problem("unknown_component", "LINE.RENT", charge="LINE.RENT", **named),
    ]


def fit(group: dict[str, int], *members: GroupMember, **counts: int) -> list[int]:
    """The nearest choice of members A, B... in a group of so many."""
    made = tuple(Choice(code, count, "g") for code, count in counts.items())
    known = fitted(a_group(*members, code="g", **group), made, ("SMB",))
    return [known[member.charge] for member in members]


A, B = GroupMember("A", most=0, default=1), GroupMember("B", most=0)


@pytest.mark.parametrize(
    ("group", "members", "chosen", "nearest"),
    [
        ({"least": 1, "most": 0}, (A, B), {"A": 6, "B": 2}, [6, 2]),  # no bound, nothing cut
        ({"least": 1, "most": 5}, (A, B), {"A": 4, "B": 1}, [4, 1]),  # the most itself fits
        ({"least": 1, "most": 5}, (A, B), {"A": 4, "B": 2}, [4, 1]),  # one of the last member goes
        ({"least": 1, "most": 5}, (A, B), {"A": 6, "B": 1}, [5, 0]),
        # two of four stay, because two is the least of B; of three none stays
        ({"least": 1, "most": 5}, (A, GroupMember("B", most=0, least=2)), {"A": 3, "B": 4}, [3, 2]),
        ({"least": 1, "most": 5}, (A, GroupMember("B", most=0, least=2)), {"A": 4, "B": 3}, [4, 0]),
        # lacking three: A takes one more, B the rest
        ({"least": 4, "most": 9}, (GroupMember("A", most=2, default=1), B), {"A": 1}, [2, 2]),
        ({"least": 3, "most": 9}, (GroupMember("A", most=2, default=1), B), {"A": 2}, [2, 1]),
        # lacking one, but A is only to be had by fours
        ({"least": 1, "most": 5}, (GroupMember("A", most=0, least=4, default=1),), {"A": 0}, [4]),
        ({"least": 2, "most": 0}, (A, B), {"A": 0}, [2, 0]),
        # one lacks, and A is only to be had by twos, in a group of at least one
        ({"least": 1, "most": 0}, (GroupMember("A", most=0, least=2),), {"A": 0}, [2]),
        # where nothing fits, A is there as few as it is to be had
        ({"least": 1, "most": 1}, (GroupMember("A", most=0, least=2),), {"A": 0}, [2]),
        # what is there already takes its room
        ({"least": 3, "most": 0}, (GroupMember("A", most=0, least=2),), {"A": 1}, [3]),
        # two of A, its least, are there: one more is enough, though four would fit
        ({"least": 3, "most": 4}, (GroupMember("A", most=0, least=2),), {"A": 1}, [3]),
        # A is only to be had by twos: B, of which there is one, takes the other
        ({"least": 2, "most": 2}, (GroupMember("A", most=2, least=2), B), {"B": 1}, [0, 2]),
        # A is only to be had by threes, and two is the most: one of B
        (
            {"least": 1, "most": 2},
            (GroupMember("A", most=0, least=3, default=1), GroupMember("B", most=3)),
            {"A": 1},
            [0, 1],
        ),
        # the two of B stay as they were wanted when A, by threes, goes
        ({"least": 1, "most": 2}, (GroupMember("A", most=3, least=3), B), {"A": 1, "B": 2}, [0, 2]),
    ],
)
def test_the_nearest_choice_is_cut_from_behind_and_filled_from_the_front(
    group: dict[str, int],
    members: tuple[GroupMember, ...],
    chosen: dict[str, int],
    nearest: list[int],
) -> None:
    """Whatever is cut or added, no member leaves its own bounds."""
    assert fit(group, *members, **chosen) == nearest
