"""The charges of a bundle: what it holds and on what terms, worked out part by part."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from catalog.bundle import PricingForm
from catalog.charge import ChargeType, PriceRegulation
from catalog.component_kind import ComponentKind
from catalog.option_group import MemberPricing
from catalog.period import BillingPeriod
from pricing.alterations import Discount
from tests.pricing.reference.charges import below, by_hand
from tests.pricing.reference.exact import fen_of, half_up, share_of, split
from tests.pricing.reference.figures import ChargeFigures
from tests.pricing.reference.on_top import with_vat
from tests.pricing.reference.prices import list_price, tax_rate

if TYPE_CHECKING:
    from decimal import Decimal

    from catalog.bundle import BundleComponent, BundledOffering, BundleOneTime
    from pricing.item import Choice, QuoteItem
    from tests.pricing.reference.charges import Case, Finding


class _Held(NamedTuple):
    """A charge in one outer bundle: how many, whose price covers it, what is published for it."""

    code: str
    units: int
    kind: ComponentKind
    cover: str
    published: tuple[tuple[str, str, Decimal], ...]
    altered: Discount | None


class _Line(NamedTuple):
    """A held charge with its figures; ``moves`` are the changes since the list value."""

    held: _Held
    rate: Decimal
    listed: int
    published: int
    net: int
    moves: tuple[tuple[str, int], ...]
    alone: bool = False


def bundle_charges(
    case: Case, bundle: BundledOffering, item: QuoteItem
) -> tuple[tuple[ChargeFigures, ...], list[Finding]]:
    """All charges of so many bundles, and what was found; nothing without all component prices."""
    held = held_by(case, bundle, item.choices)
    known = [_known(case, part.code) for part in held]
    missing = [(code, item.id, "") for code, _, _ in known if code]
    if missing:
        return (), missing
    lines = []
    for part, (_, price, rate) in zip(held, known, strict=True):
        value = _value(part, price, item.quantity)
        lines.append(_Line(part, rate, value, value, value, ()))
    covered = _covered(case, bundle, item, lines)
    if covered is None or (not lines and not bundle.groups):
        return (), []
    found: list[Finding] = []
    lines = [_on_terms(case, line, item.quantity) for line in covered]
    lines = [_altered(case, line, item, found) for line in lines]
    lines = _whole(case, bundle, item, lines, found)
    found += _limits(case, bundle, item, lines)
    charges = [_figures(case, line, item.quantity) for line in lines]
    for once, source, times in _one_time(case, bundle):
        code, price, rate = _known(case, once.charge)
        if code:
            found.append((code, item.id, ""))
        else:
            charges.append(_published(case, source, once, item.quantity * times, price, rate))
    ordered = sorted(charges, key=lambda one: one.period is BillingPeriod.ONCE)
    return tuple(ordered), found


def held_by(case: Case, bundle: BundledOffering, choices: tuple[Choice, ...]) -> list[_Held]:
    """Components, then what is in inner bundles, then what was chosen."""
    held = _components(bundle, choices)
    for inside in bundle.children:
        child = case.bundles.get(inside.bundle)
        if child is None or child is bundle:
            continue
        chosen = _members(case, child, choices)
        for part, is_member in [(p, False) for p in _components(child, choices)] + [
            (p, True) for p in chosen
        ]:
            one = part._replace(units=part.units * inside.quantity)
            if bundle.form is PricingForm.FIXED and (one.cover or not is_member):
                one = one._replace(cover=bundle.code, published=())
            elif bundle.form is PricingForm.PERCENT_OFF and not is_member:
                more = (bundle.code, "percent", bundle.percent)
                one = one._replace(published=(*one.published, more))
            held.append(one)
    return held + _members(case, bundle, choices)


def _components(bundle: BundledOffering, choices: tuple[Choice, ...]) -> list[_Held]:
    fixed = bundle.form is PricingForm.FIXED
    held = []
    for part in bundle.components:
        units, by_customer = part.quantity, None
        for choice in reversed(choices):
            named = choice.group == "" and choice.charge == part.charge
            if named and (bundle.alterable or not fixed):
                units, by_customer = choice.quantity, choice.alteration
        if units > 0:
            cover = bundle.code if fixed else ""
            terms = _terms(bundle, part)
            held.append(_Held(part.charge, units, part.kind, cover, terms, by_customer))
    return held


def _terms(bundle: BundledOffering, part: BundleComponent) -> tuple[tuple[str, str, Decimal], ...]:
    if bundle.form is PricingForm.PERCENT_OFF:
        return ((bundle.code, "percent", bundle.percent),)
    if bundle.form is PricingForm.COMPONENT_PRICES and part.price is not None:
        return ((bundle.code, "price", part.price),)
    return ()


def _members(case: Case, bundle: BundledOffering, choices: tuple[Choice, ...]) -> list[_Held]:
    held = []
    for group in bundle.groups:
        mine = {c.charge: c for c in reversed(choices) if c.group == group.code}
        for member in group.members:
            choice = mine.get(member.charge)
            count = (choice.quantity if choice else 0) if mine else member.default
            if count <= 0:
                continue
            cover = ""
            terms: tuple[tuple[str, str, Decimal], ...] = ()
            if member.pricing is MemberPricing.INCLUDED:
                once = case.charges[member.charge].type is ChargeType.ONE_TIME
                if bundle.form is PricingForm.FIXED and not once:
                    cover = bundle.code
                else:
                    terms = ((bundle.code, "free", member.percent),)
            elif member.pricing is MemberPricing.OWN_PRICE and member.price is not None:
                terms = ((bundle.code, "price", member.price),)
            elif member.pricing is MemberPricing.PERCENT_OFF:
                terms = ((bundle.code, "percent", member.percent),)
            altered = choice.alteration if choice else None
            held.append(
                _Held(member.charge, count * member.units, member.kind, cover, terms, altered)
            )
    return held


def _covered(
    case: Case, bundle: BundledOffering, item: QuoteItem, lines: list[_Line]
) -> list[_Line] | None:
    """Lines with their shares of fixed prices; ``None`` when a price cannot be shared."""
    prices: dict[str, int] = {}
    if bundle.form is PricingForm.FIXED:
        prices[bundle.code] = fen_of(bundle.price, item.quantity)
    else:
        for inside in bundle.children:
            child = case.bundles.get(inside.bundle)
            if child and child is not bundle and child.form is PricingForm.FIXED:
                price = fen_of(child.price, item.quantity * inside.quantity)
                prices[child.code] = prices.get(child.code, 0) + price
    shared = list(lines)
    for code, price in prices.items():
        all_ = [n for n, line in enumerate(lines) if line.held.cover == code]
        open_ = [n for n in all_ if not _is_set(case, lines[n])]
        left = price - sum(lines[n].listed for n in all_ if n not in open_)
        if not open_:
            if not all_ or left:
                return None
            continue
        if left < 0 or any(lines[n].listed < 0 for n in open_):
            return None
        for n, amount in zip(open_, split(left, [lines[n].listed for n in open_]), strict=True):
            move = (code, amount - lines[n].listed)
            shared[n] = lines[n]._replace(published=amount, net=amount, moves=(move,))
    return shared


def _on_terms(case: Case, line: _Line, bundles: int) -> _Line:
    if _is_set(case, line):
        return line
    for source, kind, number in line.held.published:
        before = line.net
        if kind == "price":
            after = _value(line.held, number, bundles)
        elif before <= 0:
            continue
        else:
            after = 0 if kind == "free" else before - share_of(number, before)
        line = line._replace(
            published=after, net=after, moves=(*line.moves, (source, after - before))
        )
    return line


def _altered(case: Case, line: _Line, item: QuoteItem, found: list[Finding]) -> _Line:
    """What was taken off one component."""
    if line.held.altered is None:
        return line
    if _is_set(case, line):
        found.append(("price.fixed_altered", item.id, line.held.code))
        return line
    net = by_hand(line.held.altered, line.net, line.held.units * item.quantity)
    if net is None:
        found.append(("price.alteration_out_of_range", item.id, line.held.code))
        return line
    alone = bool(line.held.cover) and net != line.net
    return line._replace(net=net, moves=(*line.moves, ("MANUAL", net - line.net)), alone=alone)


def _whole(
    case: Case, bundle: BundledOffering, item: QuoteItem, lines: list[_Line], found: list[Finding]
) -> list[_Line]:
    """A discount on the whole bundle, spread over what bears it."""
    discounts = [a for a in item.alterations if isinstance(a, Discount)]
    if not discounts:
        return lines
    bearing = [n for n, line in enumerate(lines) if _bears(case, line)]
    whole = sum(lines[n].net for n in bearing)
    net = by_hand(discounts[0], whole, item.quantity)
    if net is None or net > whole:
        found.append(("price.alteration_out_of_range", item.id, ""))
        return lines
    plain = all(
        lines[n].held.cover == bundle.code and lines[n].net == lines[n].published for n in bearing
    )
    spread = list(lines)
    weights = [lines[n].listed if plain else lines[n].net for n in bearing]
    for n, amount in zip(bearing, split(net, weights) if bearing else (), strict=True):
        moves = (*lines[n].moves, ("MANUAL", amount - lines[n].net))
        spread[n] = lines[n]._replace(net=amount, moves=moves)
    return spread


def _bears(case: Case, line: _Line) -> bool:
    return not _is_set(case, line) and not _is_once(case, line) and line.net >= 0


def _limits(
    case: Case, bundle: BundledOffering, item: QuoteItem, lines: list[_Line]
) -> list[Finding]:
    """How much the bundle lets be taken off, and what its guided components need."""
    found: list[Finding] = []
    counted = [line for line in lines if not _is_once(case, line)]
    if bundle.form is not PricingForm.FIXED:
        counted = [line for line in counted if line.held.altered is None]
    published = sum(line.published for line in counted)
    given = published - sum(line.net for line in counted)
    if given > share_of(bundle.most_extra_discount, published):
        found.append(("bundle.extra_discount_too_large", item.id, ""))
    for line in lines:
        if not _is_low(case, line):
            continue
        if not line.held.cover and not line.held.published:
            found.append(("price.below_band", item.id, line.held.code))
        elif not bundle.filing_number:
            found.append(("bundle.filing_number_missing", item.id, ""))
    return found


def _is_set(case: Case, line: _Line) -> bool:
    return case.charges[line.held.code].regulation is PriceRegulation.FIXED


def _is_once(case: Case, line: _Line) -> bool:
    return case.charges[line.held.code].type is ChargeType.ONE_TIME


def _is_low(case: Case, line: _Line) -> bool:
    guided = case.charges[line.held.code].regulation is PriceRegulation.GUIDED
    return guided and below(case, line.listed, line.net)


def _known(case: Case, code: str) -> tuple[str, Decimal, Decimal]:
    """Why a charge has no price, its list price and its VAT rate."""
    charge = case.charges[code]
    price, _, included = list_price(case.content, case.context, charge)
    rate = tax_rate(case.content, case.context, charge)
    if price is None:
        return "price.no_list_price", charge.list_price, charge.list_price
    if rate is None:
        return "price.no_tax_rate", charge.list_price, charge.list_price
    return "", price if included else with_vat(price, rate), rate


def _value(held: _Held, price: Decimal, bundles: int) -> int:
    """Fen at a unit price a month."""
    months = 12 if held.kind is ComponentKind.YEARLY else 1
    return half_up(Fraction(price) * 100 * held.units * bundles / months)


def _figures(case: Case, line: _Line, bundles: int) -> ChargeFigures:
    charge, once = case.charges[line.held.code], _is_once(case, line)
    first = next((line.listed + c for s, c in line.moves[:1] if s != "MANUAL"), line.listed)
    return ChargeFigures(
        charge.code,
        BillingPeriod.ONCE if once else BillingPeriod.MONTH,
        usage=False,
        quantity=line.held.units * bundles,
        listed=line.listed,
        published=line.published,
        net=line.net,
        ex_tax=half_up(line.net / (1 + Fraction(line.rate))),
        rate=line.rate,
        cost=_value(line.held, charge.cost, bundles),
        base=first,
        steps=tuple(move for move in line.moves if move[1]),
        waived=once and line.published == 0 < line.listed,
        below_band=_is_low(case, line),
        covered=bool(line.held.cover) and not _is_set(case, line),
        alone=line.alone,
    )


def _one_time(case: Case, bundle: BundledOffering) -> list[tuple[BundleOneTime, str, int]]:
    held = [(once, bundle.code, 1) for once in bundle.one_time]
    for inside in bundle.children:
        child = case.bundles.get(inside.bundle)
        if child is not None and child is not bundle:
            held += [(once, child.code, inside.quantity) for once in child.one_time]
    return held


def _published(
    case: Case, source: str, once: BundleOneTime, bundles: int, price: Decimal, rate: Decimal
) -> ChargeFigures:
    count = once.quantity * bundles
    listed, net = fen_of(price, count), fen_of(once.price, 1) * bundles
    steps = ((source, net - listed),) if net != listed else ()
    return ChargeFigures(
        once.charge,
        BillingPeriod.ONCE,
        usage=False,
        quantity=count,
        listed=listed,
        published=net,
        net=net,
        ex_tax=half_up(net / (1 + Fraction(rate))),
        rate=rate,
        cost=fen_of(case.charges[once.charge].cost, count),
        base=net,
        steps=steps,
        waived=net == 0 < listed,
    )
