"""Promotions on the whole quote, and what they mean beside a discount on it by hand.

They come when every item has its price, manual alterations included, so nothing of them is lost on
an item that is free already (V18), and each percentage is taken of what is left (V14). What one
takes off is spread over the charges of its scope as the manual discount is: by largest remainder,
within their floors; what floors or its limits do not give is not taken, and told.

Those that hold compete as promotions on a charge do. A discount by hand on the same charges takes
the place of the promotions, it does not add up with them (V15 for the quote); where the promotions
take off more, they stay, and it is told.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from catalog.charge import ChargeType
from catalog.problem import Place, Problem, Severity
from pricing.bearers import Written, bearers_among, reach_of, take_off
from pricing.promotion_choice import Rejected, choose, maximal_sets
from pricing.promotion_limits import PromotionUse, left_of, remaining_of, times_of
from pricing.quote_wide import spread
from pricing.rule_functions import Facts
from pricing.stages import Stage
from pricing.trail import StepNote

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from catalog.money import Fen
    from catalog.period import BillingPeriod
    from pricing.bearers import Bearer
    from pricing.context import PricingContext
    from pricing.market import Market
    from pricing.policy import PricingPolicy
    from pricing.priced import PricedItem
    from pricing.quote_wide import QuoteDiscount
    from pricing.rule import PriceRule
    from pricing.rule_index import ReadyRule

_QUOTE_PROMOTION = Stage.QUOTE_PROMOTION


class Finished(NamedTuple):
    """Items after what is taken off the whole quote; their sums do not follow yet.

    Attributes:
        items: In the order of the quote.
        uses: What each applied promotion takes off.
        rejected: Promotions whose circumstances hold and that are not used.
        problems: What was found.
    """

    items: tuple[PricedItem, ...]
    uses: tuple[PromotionUse, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    problems: tuple[Problem, ...] = ()


def finish(
    market: Market,
    policy: PricingPolicy,
    context: PricingContext,
    items: tuple[PricedItem, ...],
    discount: QuoteDiscount | None,
    again: Mapping[int, PricedItem] | None = None,
) -> Finished:
    """Take promotions on the whole quote, or a discount by hand, off the items.

    Args:
        market: Lookups; its rulebook holds the promotions.
        policy: Choice among promotions, band and floor margin.
        context: Term, and what other quotes have used.
        items: Priced one by one.
        discount: By hand.
        again: What became of items the last time a discount by hand was all that was taken off.
    """
    level = _Level(market, policy, context, items)
    rules = market.rulebook.quote_level if market.rulebook is not None else ()
    promoted = level.best(rules)
    if discount is None:
        return promoted
    if not rules:
        changed, problems = spread(items, discount, policy, level.most_extra, again)
        return Finished(changed, problems=problems)
    period = discount.period
    plain = level.best([one for one in rules if one.rule.period is not period])
    changed, problems = spread(plain.items, discount, policy, level.most_extra)
    by_hand, offered = _net(changed, period), _net(promoted.items, period)
    mine = {one.id for one in rules if one.rule.period is period}
    used = [use for use in promoted.uses if use.rule in mine and use.taken]
    if not used:
        applied = {use.rule for use in plain.uses}
        rejected = tuple(one for one in promoted.rejected if one.rule not in applied)
        return Finished(changed, plain.uses, rejected, plain.problems + problems)
    if by_hand <= offered:
        gone = (Rejected(use.rule, "manual", "manual") for use in used)
        others = (one for one in promoted.rejected if one.rule in mine)
        rejected = (*plain.rejected, *others, *gone)
        return Finished(changed, plain.uses, rejected, plain.problems + problems)
    facts = {"rules": ", ".join(use.rule for use in used), "more": str(by_hand - offered)}
    where = Place(column="discount")
    unused = Problem("price.quote_discount_not_used", Severity.HINT, where, facts)
    refused = tuple(one for one in problems if one.where == where)
    return promoted._replace(problems=(*promoted.problems, *(refused or (unused,))))


class _Level:
    """The promotions on one quote; lives for one calculation."""

    def __init__(
        self,
        market: Market,
        policy: PricingPolicy,
        context: PricingContext,
        items: tuple[PricedItem, ...],
    ) -> None:
        self._catalog = market.catalog
        self._policy = policy
        self._context = context
        self._items = items

    def most_extra(self, code: str) -> Decimal:
        """Percent that may be taken off a bundle's published price."""
        bundle = self._catalog.bundle(code)
        return bundle.most_extra_discount if bundle is not None else Decimal(0)

    def best(self, rules: Sequence[ReadyRule]) -> Finished:
        """The items after the promotions that the policy chooses."""
        if not rules:
            return Finished(self._items)
        why_not = [self._why_not(one.rule) for one in rules]
        eligible = [one for one, why in zip(rules, why_not, strict=True) if why is None]
        rejected = tuple(why for why in why_not if why is not None)
        if not eligible:
            return Finished(self._items, (), rejected)
        members = [one.rule for one in eligible]
        choice = choose(
            members,
            maximal_sets(members),
            lambda chosen: -self._taken([eligible[index] for index in chosen]),
            self._policy.rules.choice,
        )
        done = self._apply([eligible[index] for index in choice.applied])
        return done._replace(rejected=rejected + choice.rejected + done.rejected)

    def _taken(self, rules: Sequence[ReadyRule]) -> Fen:
        return sum(use.taken for use in self._apply(rules).uses)

    def _apply(self, rules: Sequence[ReadyRule]) -> Finished:
        """The items after promotions that stand together, one after the other."""
        items = self._items
        problems: tuple[Problem, ...] = ()
        uses: list[PromotionUse] = []
        rejected: list[Rejected] = []
        for one in rules:
            bearers = self._bearers(one.rule, items)
            net = sum(bearer.net for bearer in bearers)
            use, amount = self._use(one, net, reach_of(bearers))
            if amount:
                items, found = take_off(items, bearers, amount, self._policy, _written(one))
                problems += found
            elif use.wanted:
                rejected.append(Rejected(one.id, use.limit, "", use.wanted, 0))
            uses.append(use)
        return Finished(items, tuple(uses), tuple(rejected), problems)

    def _use(self, one: ReadyRule, net: Fen, reach: Fen) -> tuple[PromotionUse, Fen]:
        """What a promotion may take off charges that come to ``net``; and in one period."""
        facts = Facts(0, net, net, 0, 0)
        wanted = net - one.apply(net, facts) if net > 0 else 0
        times = times_of(one.rule.period, self._context.term)
        amount, limit, left = wanted, "", None
        tightest = left_of(one.rule, self._context.used)
        if tightest is not None and amount * times > tightest.amount:
            amount, limit, left = tightest.amount // times, tightest.limit, tightest.amount
        if amount > reach:
            amount, limit, left = reach, "floor", reach * times
        name = one.rule.name
        taken = amount * times
        remaining = remaining_of(one.rule, self._context.used, taken)
        use = PromotionUse(one.id, name, wanted * times, taken, limit, left, remaining)
        return use, amount

    def _why_not(self, rule: PriceRule) -> Rejected | None:
        """What a quote lacks for a promotion; ``None`` when it lacks nothing."""
        bearers = self._bearers(rule, self._items)
        if not bearers:
            return Rejected(rule.id, "no_charges")
        net = sum(bearer.net for bearer in bearers)
        if net < rule.when.least_total:
            return Rejected(rule.id, "least_total", "", rule.when.least_total, net)
        count = len({bearer.item.id for bearer in bearers})
        if count < rule.when.least_items:
            return Rejected(rule.id, "least_items", "", rule.when.least_items, count)
        return None

    def _bearers(self, rule: PriceRule, items: Sequence[PricedItem]) -> list[Bearer]:
        """What of the items lies in a promotion's scope."""
        return [
            bearer
            for bearer in bearers_among(items, rule.period, self._policy, self.most_extra)
            if self._covers(rule, bearer)
        ]

    def _covers(self, rule: PriceRule, bearer: Bearer) -> bool:
        """A bundle lies in a scope that names it, or that names nothing."""
        scope = rule.scope
        if bearer.item.is_bundle:
            named = not scope.offerings or bearer.item.offering in scope.offerings
            monthly = not scope.types or ChargeType.RECURRING in scope.types
            return named and monthly and not (scope.charges or scope.families or scope.regulations)
        charge = self._catalog.charge(bearer.charges[0].code)
        owner = self._catalog.owner(bearer.charges[0].code)
        return charge is not None and owner is not None and scope.covers(owner, charge)


def _written(one: ReadyRule) -> Written:
    """How the shares of one promotion are recorded: all say its name and nothing else."""
    note = StepNote(_QUOTE_PROMOTION, "step.quote_promotion", one.id, one.names)
    return Written(lambda _charge, _share: note, one.published)


def _net(items: Sequence[PricedItem], period: BillingPeriod) -> Fen:
    """What the firm charges of a period come to."""
    return sum(
        charge.net_amount
        for item in items
        if not item.optional
        for charge in item.charges
        if charge.period is period
    )
