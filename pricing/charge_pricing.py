"""Price one charge of a single offering: list amount down to net amount, a step at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.charge import ChargeType, PriceRegulation
from catalog.money import amount_of
from catalog.problem import Place, Problem, Severity
from pricing.by_hand import shown_discount, taken_off
from pricing.overage import bundle_terms
from pricing.priced import PricedCharge
from pricing.promotion_choice import Rejected
from pricing.rule_functions import Facts
from pricing.rule_steps import apply_always, apply_promotions
from pricing.stages import Stage
from pricing.tax import net_of
from pricing.trail import StepNote
from pricing.waterfall import Waterfall

if TYPE_CHECKING:
    from decimal import Decimal

    from catalog.charge import Charge
    from catalog.money import Fen
    from pricing.alterations import Discount
    from pricing.charge_rules import ChargeRules
    from pricing.item import ItemCharge
    from pricing.market import ListedCharge, Market
    from pricing.policy import PricingPolicy

MOST_QUANTITY = 10_000_000
"""A larger quantity is a typing error, not an order."""
_WHOLE = 100
# Looking up a member of an enumeration takes as long as applying a rule, so it is done once.
_MARKET = PriceRegulation.MARKET
_USAGE = ChargeType.USAGE


def price_charge(
    market: Market,
    policy: PricingPolicy,
    item_id: str,
    quoted: ItemCharge,
    chosen: dict[str, str] | None = None,
    limits: dict[str, Fen] | None = None,
) -> tuple[PricedCharge | None, tuple[Problem, ...]]:
    """One charge with its steps, and the findings made; no charge when it has no price.

    A missing price or tax rate is a finding and prices nothing: never a silent zero. ``chosen``
    are the characteristics of the item, ``limits`` the most fen that promotions may take off.
    """
    listed = market.listed(quoted.code)
    if listed is None:
        known = market.catalog.charge(quoted.code) is not None
        code = "price.no_list_price" if known else "price.unknown_charge"
        return None, (_unpriced(code, item_id, quoted),)
    if listed.rate is None:
        return None, (_unpriced("price.no_tax_rate", item_id, quoted),)
    if not 0 <= quoted.quantity <= MOST_QUANTITY:  # can_be written out
        count = str(quoted.quantity)
        return None, (_unpriced("price.quantity_out_of_range", item_id, quoted, quantity=count),)
    return _waterfall(market, policy, listed, listed.rate, quoted, item_id, chosen, limits)


def can_be(quantity: int) -> bool:
    """Whether so many units may be meant; none is allowed, it costs nothing."""
    return 0 <= quantity <= MOST_QUANTITY


def _waterfall(
    market: Market,
    policy: PricingPolicy,
    listed: ListedCharge,
    rate: Decimal,
    quoted: ItemCharge,
    item_id: str,
    chosen: dict[str, str] | None,
    limits: dict[str, Fen] | None,
) -> tuple[PricedCharge, tuple[Problem, ...]]:
    charge, quantity, rules = listed.charge, quoted.quantity, listed.rules
    list_amount = amount_of(listed.list_micro, quantity)
    fall = Waterfall(list_amount, listed.list_price, listed.note)
    micro, period, inside = listed.list_micro, charge.period, listed.on_top is None
    facts = Facts(
        micro, list_amount, list_amount, quantity, quantity, period, None, chosen, limits, inside
    )
    if rules.always:
        facts = apply_always(rules.always, fall, facts, market.pools)
        if charge.type is _USAGE:
            at_stage = zip(fall.notes, fall.results, strict=True)
            rated = [result for note, result in at_stage if note.stage is Stage.USAGE]
            fall.guided = rated[-1] if rated else list_amount
    if market.bundles:
        if charge.type is _USAGE:
            for part in bundle_terms(market, listed, quantity, item_id, fall.amount):
                fall.set(*part)
        _publish(market, charge, quantity, fall)
    problems: tuple[Problem, ...] = ()
    if listed.problems:
        where = _place(item_id, quoted)
        problems = tuple(
            Problem(code, Severity.WARNING, where, found) for code, found in listed.problems
        )
    if not fall.waived:
        problems += _discounted(market, policy, rules, facts, quoted, fall, item_id)
        if charge.regulation is not _MARKET:
            where = _place(item_id, quoted)
            problems += _regulated(policy, charge.regulation, fall.guided, fall.amount, where)
    return _priced(listed, rate, quantity, list_amount, fall), problems


def _priced(
    listed: ListedCharge, rate: Decimal, quantity: int, list_amount: Fen, fall: Waterfall
) -> PricedCharge:
    charge, net = listed.charge, fall.amount
    net_ex_tax = net_of(net, listed.tax_ratio)
    by_hand = fall.alteration
    # published discounts on a price that an unpublished rule has raised may exceed the list price
    published = fall.published if fall.published >= 0 or list_amount < 0 else 0
    # By position, in the order of the fields: by name it takes ten times as long.
    return PricedCharge(
        charge.code,
        listed.name,
        charge.type,
        charge.period,
        charge.unit,
        quantity,
        listed.list_price,
        fall.published_price,
        list_amount,
        published,
        net,
        net_ex_tax,
        net - net_ex_tax,
        rate,
        amount_of(listed.cost_micro, quantity),
        charge.regulation,
        fall.trail(),
        None if by_hand is None else shown_discount(by_hand, published, net),
        fall.waived,
        False,
        False,
        fall.rejected,
    )


def _discounted(
    market: Market,
    policy: PricingPolicy,
    rules: ChargeRules,
    facts: Facts,
    quoted: ItemCharge,
    fall: Waterfall,
    item_id: str,
) -> tuple[Problem, ...]:
    """What comes after the published prices: rules that always apply, promotions, the hand."""
    if rules.after_bundles:
        apply_always(rules.after_bundles, fall, facts, market.pools)
    before, published = fall.amount, fall.published
    if rules.promotions:
        apply_promotions(rules, fall, facts, market.pools, policy.rules.choice)
    if quoted.alteration is None:
        return ()
    where = _place(item_id, quoted)
    net, notes, problems = _altered(quoted.alteration, before, quoted.quantity, where)
    replaced = fall.promoted.notes if fall.promoted is not None else ()
    if problems or (replaced and net > fall.amount):
        return problems
    # a manual alteration replaces promotions, it does not add up with them (V15); where the
    # promotions are better for the customer they stay and the alteration is not used
    fall.rejected += tuple(Rejected(note.source, "manual", "manual") for note in replaced)
    fall.promoted = None
    fall.notes += notes
    fall.results += [net] * len(notes)
    fall.alteration = quoted.alteration
    fall.amount, fall.published = net, published
    return ()


def _publish(market: Market, charge: Charge, quantity: int, fall: Waterfall) -> None:
    """What a bundle in the quote publishes for the charge: free, or an option price if lower."""
    waiver = market.waiver(charge.code) if charge.type is ChargeType.ONE_TIME else None
    if waiver is not None:
        fall.set(0, "step.published_waiver", waiver.code)
        fall.waived = True
        return
    option = market.option(charge.code)
    if option is not None and (amount := amount_of(option.micro, quantity)) <= fall.amount:
        fall.set(amount, "step.option_price", option.bundle.code)
        fall.published_price = option.option.price


def _altered(
    alteration: Discount, published: Fen, quantity: int, where: Place
) -> tuple[Fen, tuple[StepNote, ...], tuple[Problem, ...]]:
    """The amount after a manual alteration; one that makes no sense is reported, not applied."""
    taken = taken_off(alteration, published, quantity)
    if taken is None:
        return published, (), (Problem("price.alteration_out_of_range", where=where),)
    if not taken:
        return published, (), ()
    net = published - taken
    code = f"step.{type(alteration).__struct_config__.tag}"
    shown = {"percent": str(shown_discount(alteration, published, net) or 0)}
    return net, (StepNote(Stage.MANUAL, code, "manual", shown),), ()


def _regulated(
    policy: PricingPolicy, regulation: PriceRegulation, published: Fen, net: Fen, where: Place
) -> tuple[Problem, ...]:
    """Price regulation limits every alteration before authority does (P8)."""
    if regulation is PriceRegulation.FIXED and net != published:
        return (Problem("price.fixed_altered", where=where),)
    if regulation is PriceRegulation.GUIDED and _below_band(policy, published, net):
        band = {"band": str(policy.guided_band)}
        return (Problem("price.below_band", Severity.ERROR, where, band),)
    return ()


def _below_band(policy: PricingPolicy, full: Fen, net: Fen) -> bool:
    return net * _WHOLE < full * (_WHOLE - policy.guided_band)


def _place(item_id: str, quoted: ItemCharge) -> Place:
    """Where findings about a charge are; made only when there is one."""
    return Place(subject=item_id, column=quoted.code)


def _unpriced(code: str, item_id: str, quoted: ItemCharge, **facts: str) -> Problem:
    """Why a charge has no price."""
    return Problem(code, where=_place(item_id, quoted), parameters={"charge": quoted.code, **facts})
