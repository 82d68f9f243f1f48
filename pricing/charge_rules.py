"""The rules that touch one charge in one set of circumstances, and which of them are open to it.

A promotion may ask for a quantity, or for an amount that nothing has altered. Between two bounds of
quantity the answer is the same, so it is worked out once and not for each item.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

from pricing.promotion_choice import maximal_sets
from pricing.rule import Base, PriceRule
from pricing.rule_chain import RuleChain
from pricing.stages import Stage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pricing.rule_index import ReadyRule


class OpenRules(NamedTuple):
    """Promotions that a charge may have.

    Attributes:
        rules: In order of application.
        chains: By the positions in a maximal set of them, that set ready to be priced.
        only: The only such set, where there is no choice.
    """

    rules: tuple[PriceRule, ...]
    chains: dict[tuple[int, ...], RuleChain]
    only: RuleChain | None


class ChargeRules:
    """The rules that touch one charge in one set of circumstances.

    Attributes:
        always: Contract prices, tiers, term discounts, in order of application.
        after_bundles: Discounts that do not compete, applied to what a bundle publishes.
        promotions: Eligible promotions, in order of application, whatever they ask of the charge.
        counts: Whether any of the promotions looks at what is counted over the whole quote.
    """

    __slots__ = (
        "_bounds",
        "_open",
        "_open_to_each",
        "after_bundles",
        "always",
        "counts",
        "promotions",
    )

    def __init__(self, touching: Sequence[ReadyRule]) -> None:
        """Take apart the rules that always apply and those that compete."""
        always = [one for one in touching if not one.rule.promotion]
        self.always = tuple(one for one in always if one.stage < Stage.BUNDLE)
        self.after_bundles = tuple(one for one in always if one.stage > Stage.BUNDLE)
        self.promotions = tuple(one for one in touching if one.rule.promotion)
        self.counts = any(one.counts for one in self.promotions)
        self._bounds = sorted({one.least_quantity for one in self.promotions})
        self._open: dict[tuple[int, bool], OpenRules] = {}
        self._open_to_each: dict[tuple[bool, ...], OpenRules] = {}

    def open_to(self, quantity: int, *, altered: bool) -> OpenRules:
        """The promotions for so many units.

        Args:
            quantity: Units of the charge.
            altered: Whether another rule or a bundle has altered the amount already.
        """
        key = (bisect_right(self._bounds, quantity), altered)
        found = self._open.get(key)
        if found is None:
            units = [quantity] * len(self.promotions)
            found = self._open[key] = self.open_to_each(units, altered=altered)
        return found

    def open_to_each(self, units: Sequence[int], *, altered: bool) -> OpenRules:
        """The promotions when each of them counts other units.

        Args:
            units: What each promotion counts, in their order.
            altered: Whether another rule or a bundle has altered the amount already.
        """
        are_open = tuple(
            count >= one.least_quantity and not (altered and one.rule.base is Base.UNDISCOUNTED)
            for one, count in zip(self.promotions, units, strict=True)
        )
        found = self._open_to_each.get(are_open)
        if found is None:
            found = _chained(tuple(compress(self.promotions, are_open)))
            self._open_to_each[are_open] = found
        return found


def _chained(open_: Sequence[ReadyRule]) -> OpenRules:
    rules = tuple(one.rule for one in open_)
    sets = maximal_sets(rules) if rules else ()
    chains = {members: RuleChain([open_[index] for index in members]) for members in sets}
    only = chains[sets[0]] if len(sets) == 1 else None
    return OpenRules(rules, chains, only)


NO_RULES = ChargeRules(())
