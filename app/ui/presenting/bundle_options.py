"""What a bundle lets the customer choose, as rows for people, and the edits behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.ui.presenting.catalogue_words import basis_name
from catalog.bundle import PricingForm
from catalog.money import round_half_up
from catalog.option_group import MemberPricing
from catalog.period import BillingPeriod
from pricing.bundle_content import groups_of, quantity_in

if TYPE_CHECKING:
    from app.quoting.revision import Revision
    from app.ui.presenting.speaker import Speaker
    from catalog.bundle import BundledOffering
    from catalog.option_group import GroupMember, OptionGroup
    from catalog.product_catalog import ProductCatalog
    from pricing.item import QuoteItem

_PLENTY = 9_999
"""Where a group sets no limit."""


class OptionRow(NamedTuple):
    """One member of a group.

    Attributes:
        group: Code of the group.
        charge: Code of the charge.
        name: For people.
        price: What a unit costs, for people.
        quantity: Choices in one bundle now.
        least: Fewest when it is chosen.
        most: Most that may be chosen.
    """

    group: str
    charge: str
    name: str
    price: str
    quantity: int
    least: int
    most: int


class OptionChoice(NamedTuple):
    """A group with its rows.

    Attributes:
        name: For people.
        rule: How much may be chosen, for people.
        one: Exactly one is chosen.
        rows: Members that the customer may have, and what is chosen already.
    """

    name: str
    rule: str
    one: bool
    rows: tuple[OptionRow, ...]


def option_choices(
    speaker: Speaker, catalog: ProductCatalog, item: QuoteItem, segments: tuple[str, ...]
) -> tuple[OptionChoice, ...]:
    """The groups of an item's bundle; nothing for a single offering."""
    bundle = catalog.bundle(item.offering)
    if bundle is None:
        return ()
    return tuple(
        OptionChoice(
            speaker.name(group.name) or group.code,
            _rule(speaker, group),
            group.is_alternative,
            tuple(
                _row(speaker, catalog, group, member, item)
                for member in group.members
                if member.sold_to(segments) or quantity_in(group, member, item.choices)
            ),
        )
        for group in groups_of(catalog, bundle)
    )


def bundle_price(speaker: Speaker, bundle: BundledOffering) -> str:
    """The published price of a bundle, or how it comes to one."""
    figures, translate = speaker.figures, speaker.translate
    match bundle.form:
        case PricingForm.PERCENT_OFF:
            off = translate("Options", "{percent} off")
            return off.format(percent=figures.percent(bundle.percent))
        case PricingForm.COMPONENT_PRICES:
            return translate("Options", "own prices")
        case PricingForm.SUM:
            return translate("Options", "by its parts")
    return figures.price(bundle.price)


def bundle_price_a_month(speaker: Speaker, bundle: BundledOffering) -> str:
    """The published price with its currency and period, or how the bundle comes to one."""
    price = bundle_price(speaker, bundle)
    if bundle.form is not PricingForm.FIXED:
        return price
    return f"¥{price} / {speaker.words('period.month')}"


def price_now(speaker: Speaker, revision: Revision, item_id: str) -> str:
    """What the item comes to as it is shown."""
    item = revision.priced.item(item_id)
    if item is None:
        return ""
    figures = speaker.figures
    told = speaker.translate("Options", "Now {monthly} a month, {once} once")
    monthly, once = item.monthly.net_amount, item.one_time.net_amount
    return told.format(monthly=figures.money(monthly), once=figures.money(once))


def whole_price(speaker: Speaker, revision: Revision, item_ids: tuple[str, ...]) -> str:
    """What some items come to together: monthly, once, and the usage that is expected."""
    items = [item for item in revision.priced.items if item.id in item_ids]
    figures, translate = speaker.figures, speaker.translate
    monthly = sum(
        item.monthly.net_amount + round_half_up(item.yearly.net_amount, 12) for item in items
    )
    once = sum(item.one_time.net_amount for item in items)
    usage = sum(item.usage.net_amount for item in items)
    told = translate("Options", "{monthly} a month, {once} once")
    text = told.format(monthly=figures.money(monthly), once=figures.money(once))
    if not usage:
        return text
    more = translate("Options", "{usage} of expected usage").format(usage=figures.money(usage))
    return f"{text}, {more}"


def _rule(speaker: Speaker, group: OptionGroup) -> str:
    translate = speaker.translate
    if group.is_alternative:
        return translate("Options", "choose one")
    if group.least and group.most:
        told = translate("Options", "choose {least} to {most}")
    elif group.most:
        told = translate("Options", "up to {most}")
    elif group.least:
        told = translate("Options", "at least {least}")
    else:
        told = translate("Options", "any number")
    return told.format(least=group.least, most=group.most)


def _row(
    speaker: Speaker,
    catalog: ProductCatalog,
    group: OptionGroup,
    member: GroupMember,
    item: QuoteItem,
) -> OptionRow:
    charge, owner = catalog.charge(member.charge), catalog.owner(member.charge)
    names = [speaker.name(one.name) for one in (owner, charge) if one is not None]
    most = min(member.most or _PLENTY, group.most or _PLENTY)
    return OptionRow(
        group.code,
        member.charge,
        " ".join(names) or member.charge,
        _price(speaker, catalog, member),
        quantity_in(group, member, item.choices),
        max(member.least, 1),
        most,
    )


def _price(speaker: Speaker, catalog: ProductCatalog, member: GroupMember) -> str:
    """What a unit costs, and how many units a choice has."""
    figures, translate = speaker.figures, speaker.translate
    charge = catalog.charge(member.charge)
    period = charge.period if charge is not None else BillingPeriod.MONTH
    per = speaker.words(f"period.{period.value}")
    listed = ""
    if charge is not None:
        listed = f"{figures.price(charge.list_price)} {basis_name(speaker, charge)}".strip()
    match member.pricing:
        case MemberPricing.INCLUDED:
            text = translate("Options", "included")
        case MemberPricing.OWN_PRICE:
            text = f"{figures.price(member.price)} {per}" if member.price is not None else ""
        case MemberPricing.PERCENT_OFF:
            off = translate("Options", "{percent} off")
            shown = off.format(percent=figures.percent(member.percent))
            text = f"{listed} {per}, {shown}" if listed else shown
        case _:
            text = f"{listed} {per}" if listed else ""
    if member.units > 1:
        units = translate("Options", "{count} units each").format(count=member.units)
        text = f"{text} · {units}"
    return text
