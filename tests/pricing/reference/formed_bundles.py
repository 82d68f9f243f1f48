"""Random bundles of every form, with option groups and inner bundles, and random choices."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from catalog.bundle import BundleComponent, BundledOffering, ChildBundle, PricingForm
from catalog.charge import ChargeType
from catalog.component_kind import ComponentKind
from catalog.local_text import LocalText
from catalog.option_group import GroupMember, MemberPricing, OptionGroup
from catalog.period import BillingPeriod
from pricing.item import Choice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

    from catalog.charge import Charge
    from pricing.alterations import Discount


def a_formed_bundle(
    random: Random, charges: Sequence[Charge], inner: Sequence[BundledOffering]
) -> BundledOffering:
    """A bundle F of some form; one of the inner bundles may get a group and stand inside it."""
    form = random.choice(tuple(PricingForm))
    recurring = [c for c in charges if c.type is ChargeType.RECURRING]
    chosen = random.sample(recurring, random.randint(0, min(3, len(recurring))))
    children = tuple(
        ChildBundle(one.code, random.choice((1, 1, 2)))
        for one in inner
        if random.random() < 0.3 or not chosen
    )
    return BundledOffering(
        "F",
        LocalText("F"),
        ("ALL",),
        Decimal(random.randint(0, 99_999)).scaleb(-2) if form is PricingForm.FIXED else Decimal(0),
        1,
        tuple(_component(random, charge, form) for charge in chosen),
        most_extra_discount=Decimal(random.choice((0, 10, 100))),
        filing_number=random.choice(("", "F-1")),
        form=form,
        percent=_percent(random) if form is PricingForm.PERCENT_OFF else Decimal(0),
        groups=tuple(a_group(random, f"g{n}", charges) for n in range(random.randint(0, 2))),
        children=children,
        alterable=random.random() < 0.5,
    )


def with_a_group(
    random: Random, bundle: BundledOffering, charges: Sequence[Charge]
) -> BundledOffering:
    """A bundle that lets something be chosen."""
    return msgspec.structs.replace(bundle, groups=(a_group(random, f"in{bundle.code}", charges),))


def a_group(random: Random, code: str, charges: Sequence[Charge]) -> OptionGroup:
    """A group of one to three charges, of every kind but usage."""
    fitting = [c for c in charges if c.type is not ChargeType.USAGE]
    return OptionGroup(
        code,
        LocalText(code),
        tuple(
            GroupMember(
                charge.code,
                units=random.choice((1, 1, 2)),
                most=0,
                default=random.choice((0, 1, 2)),
                pricing=random.choice(tuple(MemberPricing)),
                price=Decimal(random.randint(0, 9_999)).scaleb(-2),
                percent=_percent(random),
                kind=_kind(charge),
            )
            for charge in random.sample(fitting, random.randint(1, min(3, len(fitting))))
        ),
    )


def some_choices(
    random: Random, bundle: BundledOffering, by_hand: Callable[[Random], Discount]
) -> tuple[Choice, ...]:
    """What a customer might choose, and what a manager might take off single parts."""
    places = [(group.code, m.charge) for group in bundle.groups for m in group.members]
    places += [("", part.charge) for part in bundle.components]
    return tuple(
        Choice(
            charge,
            random.choice((0, 1, 2, 3)),
            group,
            by_hand(random) if random.random() < 0.3 else None,
        )
        for group, charge in places
        if random.random() < 0.4
    )


def _component(random: Random, charge: Charge, form: PricingForm) -> BundleComponent:
    own = form is PricingForm.COMPONENT_PRICES and random.random() < 0.7
    price = Decimal(random.randint(0, 9_999)).scaleb(-2) if own else None
    return BundleComponent(charge.code, random.choice((1, 1, 3)), _kind(charge), price)


def _kind(charge: Charge) -> ComponentKind:
    yearly = charge.period is BillingPeriod.YEAR
    return ComponentKind.YEARLY if yearly else ComponentKind.MONTHLY


def _percent(random: Random) -> Decimal:
    return Decimal(random.choice(("5", "10", "12.5", "33.33", "100", "0")))
