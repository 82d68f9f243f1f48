"""Do the choices fit the groups? Findings that name the group, and the nearest choice that fits."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.bundle import BundledOffering, ChildBundle, PricingForm
from catalog.option_group import GroupMember
from pricing.bundle_choices import choice_problems, fitted
from pricing.item import Choice
from tests.builders import a_bundle, a_catalog, a_group, an_item

LINES = a_group(
    GroupMember("PHONE.RENT", most=0, default=1),
    GroupMember("FAX.RENT", most=2, least=2),
    GroupMember("KEY.RENT", segments=("KEY",)),
    code="lines",
    least=1,
    most=5,
)
BUNDLE = a_bundle(groups=(LINES,))


def found(*choices: Choice, bundle: BundledOffering = BUNDLE) -> list[tuple[str, str, str]]:
    """Code, group or component, and column of each finding."""
    inner = a_bundle(code="INNER", form=PricingForm.SUM)
    catalog = a_catalog(bundles=[bundle, inner])
    item = an_item("PACK", choices=choices)
    return [
        (p.code.removeprefix("bundle."), p.parameters.get("group", ""), p.where.column)
        for p in choice_problems(catalog, bundle, item, ("SMB",))
    ]


@pytest.mark.parametrize(
    ("choices", "problems"),
    [
        ((), []),
        ((Choice("PHONE.RENT", 5, "lines"),), []),
        ((Choice("PHONE.RENT", 6, "lines"),), [("group_too_many", "lines", "")]),
        ((Choice("PHONE.RENT", 0, "lines"),), [("group_too_few", "lines", "")]),
        ((Choice("FAX.RENT", 2, "lines"),), []),
        ((Choice("FAX.RENT", 1, "lines"),), [("member_too_few", "lines", "FAX.RENT")]),
        ((Choice("FAX.RENT", 3, "lines"),), [("member_too_many", "lines", "FAX.RENT")]),
        ((Choice("KEY.RENT", 1, "lines"),), [("member_not_for_segment", "lines", "KEY.RENT")]),
        ((Choice("OLD.RENT", 1, "old"),), [("unknown_member", "old", "OLD.RENT")]),
        ((Choice("LINE.RENT", 3),), [("component_altered", "", "LINE.RENT")]),
        ((Choice("OLD.RENT", 3),), [("unknown_component", "", "OLD.RENT")]),
    ],
)
def test_a_choice_that_does_not_fit_is_told(
    choices: tuple[Choice, ...], problems: list[tuple[str, str, str]]
) -> None:
    """Six lines where five may be is an error that names the group."""
    assert found(*choices) == problems


def test_a_component_of_an_inner_bundle_is_held_to_both() -> None:
    """The outer fixed price covers it, even if the inner bundle bears changes."""
    inside = a_bundle(
        "0", [("NET.RENT", 1)], form=PricingForm.SUM, children=(ChildBundle("INNER"),)
    )
    assert found(Choice("LINE.RENT", 3), bundle=inside) == []
    covered = a_bundle("9.00", [("NET.RENT", 1)], children=(ChildBundle("INNER"),))
    assert found(Choice("LINE.RENT", 3), bundle=covered) == [("component_altered", "", "LINE.RENT")]


@pytest.mark.parametrize(
    ("choices", "fit"),
    [
        ((Choice("PHONE.RENT", 6, "lines"),), {"PHONE.RENT": 5}),
        ((Choice("PHONE.RENT", 0, "lines"),), {"PHONE.RENT": 1}),
        ((Choice("FAX.RENT", 1, "lines"),), {"FAX.RENT": 2}),
        ((Choice("FAX.RENT", 3, "lines"),), {"FAX.RENT": 2}),
        ((Choice("KEY.RENT", 1, "lines"),), {"PHONE.RENT": 1}),
        (
            (Choice("PHONE.RENT", 4, "lines"), Choice("FAX.RENT", 2, "lines")),
            {"PHONE.RENT": 4},
        ),
    ],
)
def test_the_nearest_choice_that_fits(choices: tuple[Choice, ...], fit: dict[str, int]) -> None:
    """What the cure of a finding sets; it leaves no finding about the group."""
    counts = fitted(LINES, choices, ("SMB",))
    assert {charge: count for charge, count in counts.items() if count} == fit
    cured = tuple(Choice(charge, count, "lines") for charge, count in counts.items())
    assert found(*cured) == []


@st.composite
def members(draw: st.DrawFn, charge: str) -> GroupMember:
    """A member with bounds of its own, for everybody or for others."""
    least = draw(st.integers(0, 3))
    return GroupMember(
        charge,
        least=least,
        most=draw(st.sampled_from((0, *range(max(least, 1), 5)))),
        default=draw(st.integers(0, 2)),
        segments=draw(st.sampled_from((("ALL",), ("ALL",), ("KEY",)))),
    )


@given(st.data())
def test_where_any_choice_fits_the_nearest_one_does(data: st.DataObject) -> None:
    """All counts up to nine are tried for a group of three; two of two and one make three."""
    known = tuple(data.draw(members(charge)) for charge in ("A.RENT", "B.RENT", "C.RENT"))
    least = data.draw(st.integers(0, 9))
    most = data.draw(st.sampled_from((0, *range(max(least, 1), 10))))
    bundle = a_bundle(groups=(a_group(*known, code="lines", least=least, most=most),))
    made = tuple(
        Choice(member.charge, data.draw(st.integers(0, 6)), "lines")
        for member in data.draw(st.sampled_from(((), known, known[:1])))
    )

    def fits(counts: tuple[int, ...]) -> bool:
        return not found(
            *(Choice(m.charge, n, "lines") for m, n in zip(known, counts, strict=True)),
            bundle=bundle,
        )

    nearest = tuple(fitted(bundle.groups[0], made, ("SMB",)).values())
    assert fits(nearest) == any(fits(counts) for counts in product(range(10), repeat=3))


def a_member(charge: str, least: int, most: int) -> GroupMember:
    """A member with its bounds; nothing is chosen before somebody chooses."""
    return GroupMember(charge, least=least, most=most)


@pytest.mark.parametrize(
    ("total", "known", "wanted", "fit"),
    [
        # 3 of A and 4 of B are too many, and B goes below 4 for nothing: 3 of A and 2 of C are 5
        (5, ((3, 3), (4, 4), (2, 2)), (3, 0, 0), (3, 0, 2)),
        # without B only 3 of A are left, with it 4 are wanted: A gives way down to 1
        (4, ((1, 3), (3, 3), (9, 9)), (3, 3, 0), (1, 3, 0)),
        # 3 of A and 4 of B are too many: one of A and one more is enough
        (6, ((1, 3), (4, 4), (9, 9)), (1, 0, 0), (2, 4, 0)),
        # nothing to be moved: what is wanted fits
        (6, ((2, 3), (4, 4), (9, 9)), (2, 4, 0), (2, 4, 0)),
    ],
)
def test_where_step_by_step_does_not_fit_the_members_are_weighed(
    total: int,
    known: tuple[tuple[int, int], ...],
    wanted: tuple[int, ...],
    fit: tuple[int, ...],
) -> None:
    """A group of exactly so many in all; each member has its own bounds."""
    names = ("A.RENT", "B.RENT", "C.RENT")
    members_ = (a_member(name, *bounds) for name, bounds in zip(names, known, strict=True))
    group = a_group(*members_, code="lines", least=total, most=total)
    choices = [Choice(name, count, "lines") for name, count in zip(names, wanted, strict=True)]
    assert tuple(fitted(group, choices, ("SMB",)).values()) == fit


def test_a_group_without_a_most_is_filled_to_its_least() -> None:
    """Seven of A and none of B are wanted: seven are enough; of nothing five of A are made."""
    group = a_group(a_member("A.RENT", 0, 0), a_member("B.RENT", 0, 0), code="lines", least=5)
    seven = (Choice("A.RENT", 7, "lines"), Choice("B.RENT", 0, "lines"))
    assert tuple(fitted(group, seven, ("SMB",)).values()) == (7, 0)
    assert tuple(fitted(group, (), ("SMB",)).values()) == (5, 0)
