"""Why a charge costs something else with another catalogue or other rules.

The two prices were made by the same engine from the same quote, so whatever differs is in the
steps, in the figures beside them, or in the catalogue entries and rules that the steps name.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from pricing.stages import Stage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from catalog.bundle import BundledOffering
    from catalog.product_catalog import ProductCatalog
    from pricing.policy import PricingPolicy
    from pricing.priced import PricedCharge
    from pricing.rule import PriceRule
    from pricing.trail import PriceStep


_TERMS: Final = {
    "step.bundle_price": ("bundle_component_price", "price"),
    "step.bundle_percent": ("bundle_percent", "percent"),
}
"""Steps of a bundle's terms: the cause when one moves, and the parameter that holds its figure."""


class Cause(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One reason; its text is ``cause.<code>``.

    Attributes:
        code: What changed, such as ``list_price``.
        parameters: What the text names; ``old`` and ``new`` are plain numbers in yuan, a fraction
            for a tax rate, a count for a quantity.
    """

    code: str
    parameters: dict[str, str] = {}


class Edition(NamedTuple):
    """What a price is made with besides the quote and its customer."""

    catalog: ProductCatalog
    policy: PricingPolicy


class Editions(NamedTuple):
    """The two that are compared, with their rules by identifier."""

    old: Edition
    new: Edition
    old_rules: Mapping[str, PriceRule]
    new_rules: Mapping[str, PriceRule]

    @classmethod
    def of(cls, old: Edition, new: Edition) -> Editions:
        """Look the rules up once for the whole quote."""
        return cls(old, new, _rules(old), _rules(new))


def causes_of(
    offering: str, old: PricedCharge | None, new: PricedCharge | None, editions: Editions
) -> tuple[Cause, ...]:
    """Why a charge differs; at least one cause, in the order of the waterfall.

    Args:
        offering: Offering or bundle of the item.
        old: The charge as it was; ``None`` when it was not there or had no price.
        new: The charge as it is; likewise.
        editions: What they were priced with.
    """
    if old is None:
        return (_come(offering, editions),)
    if new is None:
        return (_gone(offering, old.code, editions),)
    found = [*_at_list(old, new, editions), *_bundled(offering, old, new, editions)]
    found += _published(old, new)
    found += _ruled(old, new, editions)
    found += _by_hand(old, new)
    if old.tax_rate != new.tax_rate:
        found.append(_moved("tax_rate", old.tax_rate, new.tax_rate))
    if not found:
        found.append(_remaining(offering, editions))
    return tuple(found)


def _rules(edition: Edition) -> Mapping[str, PriceRule]:
    return {rule.id: rule for rule in edition.policy.rules.rules}


def _moved(code: str, old: Decimal, new: Decimal, **named: str) -> Cause:
    return Cause(code, {"old": f"{old:f}", "new": f"{new:f}", **named})


def _gone(offering: str, charge: str, editions: Editions) -> Cause:
    """Why a charge has no price any more."""
    catalog = editions.new.catalog
    bundle = catalog.bundle(offering)
    if bundle is None and catalog.offering(offering) is None:
        return Cause("offering_withdrawn", {"offering": offering})
    if bundle is not None and editions.old.catalog.bundle(offering) != bundle:
        return Cause("bundle_removed", {"bundle": offering})
    known = catalog.charge(charge) is not None
    return Cause("no_price" if known else "charge_withdrawn")


def _come(offering: str, editions: Editions) -> Cause:
    """Why a charge has a price that it did not have."""
    before = editions.old.catalog.bundle(offering)
    if before is not None and editions.new.catalog.bundle(offering) != before:
        return Cause("bundle_added", {"bundle": offering})
    return Cause("priced_now")


def _at_list(old: PricedCharge, new: PricedCharge, editions: Editions) -> Iterator[Cause]:
    if old.quantity != new.quantity:
        yield Cause("quantity", {"old": str(old.quantity), "new": str(new.quantity)})
    if old.list_price != new.list_price:
        yield _moved("list_price", old.list_price, new.list_price)
    before, after = (edition.catalog.charge(new.code) for edition in editions[:2])
    if before is not None and after is not None and before.tax_included != after.tax_included:
        yield Cause("tax_basis")


def _bundled(
    offering: str, old: PricedCharge, new: PricedCharge, editions: Editions
) -> Iterator[Cause]:
    """What the bundle of the item, or one inside it, publishes: prices and percentages."""
    before = editions.old.catalog.bundle(offering)
    after = editions.new.catalog.bundle(offering)
    if before is None or after is None:
        return
    if before.form is not after.form:
        yield Cause("bundle_form", {"bundle": offering})
        return
    shared = _step(new, "step.bundle_share")
    if shared is not None:
        was, now = (_price_of(edition, shared.source) for edition in editions[:2])
        if was is not None and now is not None and was != now:
            yield _moved("bundle_price", was, now, bundle=shared.source)
        return
    yield from _terms(old, new)
    was, now = _one_time(before, old.code), _one_time(after, new.code)
    if was is not None and now is not None and was != now:
        yield _moved("bundle_one_time", was, now, bundle=offering)


def _price_of(edition: Edition, bundle: str) -> Decimal | None:
    """The fixed price of a bundle, which may stand inside another."""
    found = edition.catalog.bundle(bundle)
    return None if found is None else found.price


def _terms(old: PricedCharge, new: PricedCharge) -> Iterator[Cause]:
    """Prices of their own and percentages that bundles publish for single charges."""
    for code, (cause, figure) in _TERMS.items():
        before, after = (_by_bundle(charge, code) for charge in (old, new))
        for source in dict.fromkeys((*before, *after)):
            was, now = before.get(source), after.get(source)
            if was is None or now is None:
                yield Cause("bundle_terms", {"bundle": source})
                continue
            figures = Decimal(was.parameters[figure]), Decimal(now.parameters[figure])
            if figures[0] != figures[1]:
                yield _moved(cause, *figures, bundle=source)


def _by_bundle(charge: PricedCharge, code: str) -> dict[str, PriceStep]:
    return {step.source: step for step in charge.steps if step.code == code}


def _one_time(bundle: BundledOffering, charge: str) -> Decimal | None:
    return next((once.price for once in bundle.one_time if once.charge == charge), None)


def _published(old: PricedCharge, new: PricedCharge) -> Iterator[Cause]:
    """Option prices and waivers that bundles elsewhere in the quote publish."""
    for code, kind in (("step.option_price", "option"), ("step.published_waiver", "waiver")):
        before, after = _step(old, code), _step(new, code)
        if before is None and after is not None:
            yield Cause(f"{kind}_added", {"bundle": after.source})
        elif before is not None and after is None:
            yield Cause(f"{kind}_removed", {"bundle": before.source})
        elif before is not None and after is not None:
            was, now = old.published_price, new.published_price
            if was is not None and now is not None and was != now:
                yield _moved("option_price", was, now, bundle=after.source)


def _ruled(old: PricedCharge, new: PricedCharge, editions: Editions) -> Iterator[Cause]:
    """Rules that no longer apply, that apply now, or that say something else."""
    before, after = _rule_steps(old), _rule_steps(new)
    for rule_id, step in before.items():
        if rule_id in after:
            if editions.old_rules.get(rule_id) != editions.new_rules.get(rule_id):
                yield Cause("rule_changed", after[rule_id].parameters)
        elif rule_id in editions.new_rules:
            yield Cause("rule_ended", step.parameters)
        else:
            yield Cause("rule_removed", step.parameters)
    for rule_id, step in after.items():
        if rule_id not in before:
            yield Cause("rule_added", step.parameters)


def _by_hand(old: PricedCharge, new: PricedCharge) -> Iterator[Cause]:
    """What was given by hand: on the charge, and on the whole quote."""
    before, after = _manual(old), _manual(new)
    if (before is None) != (after is None):
        yield Cause("alteration")
    shares = [step.change if step is not None else 0 for step in map(_share, (old, new))]
    if shares[0] != shares[1]:
        yield Cause("quote_discount")


def _remaining(offering: str, editions: Editions) -> Cause:
    """A difference that comes from elsewhere in the quote."""
    if editions.new.catalog.bundle(offering) is not None:
        return Cause("bundle_share", {"bundle": offering})
    return Cause("others")


def _step(charge: PricedCharge, code: str) -> PriceStep | None:
    return next((step for step in charge.steps if step.code == code), None)


def _manual(charge: PricedCharge) -> PriceStep | None:
    return next((step for step in charge.steps if step.stage is Stage.MANUAL), None)


def _share(charge: PricedCharge) -> PriceStep | None:
    return _step(charge, "step.quote_discount")


def _rule_steps(charge: PricedCharge) -> Mapping[str, PriceStep]:
    return {step.source: step for step in charge.steps if step.code == "step.rule"}
