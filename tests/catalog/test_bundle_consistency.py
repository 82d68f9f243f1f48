"""Findings about option groups, inner bundles and pricing forms."""

from __future__ import annotations

from decimal import Decimal

import pytest

from catalog.bundle import BundledOffering, ChildBundle, PricingForm
from catalog.bundle_consistency import bundle_problems
from catalog.charge import PriceRegulation
from catalog.option_group import GroupMember, MemberPricing
from tests.builders import a_bundle, a_charge, a_group
from tests.builders import a_part as part

PLAIN = a_bundle(code="PLAIN")
DEEP = a_bundle(code="DEEP", children=(ChildBundle("PLAIN"),))
BACK = a_bundle(code="BACK", children=(ChildBundle("PACK"),))
GROUP = a_group(GroupMember("LINE.RENT", default=1, most=5), least=1, most=5)


def found(bundle: BundledOffering, *others: BundledOffering) -> list[str]:
    """Code and telling parameter of each finding."""
    fixed = a_charge("NUM.RENT", regulation=PriceRegulation.FIXED)
    charges = {charge.code: charge for charge in (a_charge(), fixed)}
    bundles = {one.code: one for one in (bundle, PLAIN, DEEP, BACK, *others)}
    return [
        " ".join((p.code.removeprefix("catalog."), *p.parameters.values()))
        for p in bundle_problems(bundle, charges, bundles)
    ]


def test_a_bundle_that_hangs_together_has_no_finding() -> None:
    """A group, a bundle inside, a form of its own."""
    within = (ChildBundle("PLAIN", 2),)
    assert found(a_bundle("0", form=PricingForm.SUM, groups=(GROUP,), children=within)) == []


@pytest.mark.parametrize(
    ("code", "finding"),
    [
        ("NONE", "unknown_inner_bundle NONE"),
        ("PACK", "bundle_in_circle PACK"),
        ("BACK", "bundle_in_circle BACK"),
        ("DEEP", "bundle_too_deep DEEP"),
    ],
)
def test_a_bundle_holds_bundles_one_level_deep(code: str, finding: str) -> None:
    """Never itself, not even by way of another one."""
    assert found(a_bundle(children=(ChildBundle(code),))) == [finding]


def test_a_price_belongs_to_the_form_that_has_one() -> None:
    """A published price of a sum would say something that nobody pays."""
    assert found(a_bundle("99.00", form=PricingForm.SUM)) == ["bundle_number price 99.00"]
    odd = a_bundle("0", form=PricingForm.PERCENT_OFF, percent=Decimal(101))
    assert found(odd) == ["bundle_number percent 101"]


def test_groups_are_told_apart_by_their_codes() -> None:
    """Also from those of the bundles inside; no code means a component."""
    other = a_bundle(code="OTHER", groups=(GROUP,))
    inside = a_bundle(groups=(GROUP,), children=(ChildBundle("OTHER"),))
    assert found(inside, other) == ["duplicate_group g"]
    nameless = a_group(GroupMember("LINE.RENT"), code="")
    assert found(a_bundle(groups=(nameless,))) == ["duplicate_group "]


@pytest.mark.parametrize(
    ("members", "bounds", "findings"),
    [
        ((), (0, 0), ["group_default g 0 0"]),
        ((GroupMember("A.B"),), (1, 0), ["group_default g 0 1"]),
        ((GroupMember("A.B", default=3, most=3),), (0, 2), ["group_default g 3 0"]),
        ((GroupMember("A.B"), GroupMember("A.B")), (0, 0), ["duplicate_member g A.B"]),
        (
            (GroupMember("A.B", pricing=MemberPricing.OWN_PRICE),),
            (0, 0),
            ["member_without_price g A.B"],
        ),
        ((GroupMember("A.B", units=0),), (0, 0), ["bundle_number groups g A.B units 0"]),
        ((GroupMember("A.B", least=2),), (0, 0), ["bundle_number groups g A.B most 1"]),
        ((GroupMember("A.B", default=2),), (0, 0), ["bundle_number groups g A.B default 2"]),
        ((GroupMember("A.B"),), (3, 2), ["bundle_number groups g most 2", "group_default g 0 3"]),
    ],
)
def test_what_a_group_lets_choose_must_be_possible(
    members: tuple[GroupMember, ...], bounds: tuple[int, int], findings: list[str]
) -> None:
    """Its usual choices as well."""
    group = a_group(*members, least=bounds[0], most=bounds[1])
    assert found(a_bundle(groups=(group,))) == findings


def test_a_price_for_what_the_state_prices_is_a_warning() -> None:
    """It is not used."""
    priced = (part("NUM.RENT", 1),)
    group = a_group(GroupMember("NUM.RENT", pricing=MemberPricing.INCLUDED))
    assert found(a_bundle(components=priced)) == []
    assert found(a_bundle(components=priced, groups=(group,))) == ["state_price_altered NUM.RENT"]
