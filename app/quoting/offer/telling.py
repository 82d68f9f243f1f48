"""The best offer in words: line by line, for the command line and the window."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from app.quoting.offer.problem import Goal
from catalog.money import decimal_percent, percent_of, round_half_up

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.figures import Figures
    from app.quoting.offer.offer import BestOffer, Offer, WhyNot
    from app.translation import Words
    from catalog.money import Fen


def told_best(best: BestOffer, words: Words, figures: Figures) -> Iterator[str]:
    """All that is known of a result."""
    offer = best.offer
    if best.uncovered:
        yield words("offer.uncovered", needs=", ".join(best.uncovered))
    if offer is None:
        yield words("offer.impossible" if best.impossible else "offer.none")
        return
    goal = words(f"offer.goal_{best.goal.value}")
    yield words("offer.chosen", goal=goal, months=offer.term, horizon=offer.horizon)
    yield from told_items(offer, words, figures)
    cost, monthly = figures.yuan(offer.cost), figures.yuan(offer.monthly)
    yield words("offer.cost", monthly=monthly, cost=cost, horizon=offer.horizon)
    yield words("offer.margin", margin=figures.yuan(offer.margin), horizon=offer.horizon)
    if best.spent is not None:
        yield _told_saving(best.spent, offer, words, figures)
    yield from told_proof(best, words, figures)
    yield from _told_greedy(best, words, figures)
    yield words("offer.approval", level=best.level or "-")
    if best.within_own:
        yield words("offer.approval_own")
    if best.alternatives:
        yield words("offer.alternatives")
    for number, other in enumerate(best.alternatives, start=1):
        yield words(
            "offer.alternative",
            number=number,
            names=named_items(other, words, figures),
            months=other.term,
            monthly=figures.yuan(other.monthly),
            change=_signed(other.cost - offer.cost, figures),
        )


def told_items(offer: Offer, words: Words, figures: Figures) -> Iterator[str]:
    """What stands in an offer."""
    for item in offer.priced.items:
        yield words(
            "offer.item",
            count=item.quantity,
            name=item.name.spoken(words.language),
            code=item.offering,
            monthly=figures.yuan(item.monthly.net_amount),
            one_time=figures.yuan(item.one_time.net_amount),
        )
    if any(offer.usage):
        average = round_half_up(sum(offer.usage), len(offer.usage))
        yield words(
            "offer.usage",
            usage=figures.yuan(average),
            least=figures.yuan(min(offer.usage)),
            most=figures.yuan(max(offer.usage)),
        )


def told_proof(best: BestOffer, words: Words, figures: Figures) -> Iterator[str]:
    """How good the offer is known to be."""
    proof, bound = best.proof, best.bound
    if proof is None or bound is None:
        yield words("offer.no_bound", rules=", ".join(best.unknown))
        return
    if proof.proven:
        yield words("offer.proven", bound=figures.yuan(bound), nodes=proof.nodes)
    else:
        gap = figures.percent(decimal_percent(100 * proof.gap))
        yield words("offer.gap", gap=gap, bound=figures.yuan(bound))
    if proof.cuts:
        yield words("offer.cuts", cuts=proof.cuts)


def told_why_not(told: WhyNot, name: str, words: Words, figures: Figures) -> Iterator[str]:
    """What speaks against an offering."""
    yield words("offer.why_not", name=name, code=told.offering)
    for finding in told.findings:
        yield words("offer.why_not_rule", text=words.told(finding.code, finding.parameters)[0])
    if told.useless:
        yield words("offer.why_not_useless")
        return
    if told.offer is None:
        yield words("offer.why_not_none")
        return
    if told.findings:
        yield words("offer.why_not_anyway")
    yield words("offer.why_not_dearer", change=_signed(told.dearer, figures))
    if told.proven:
        yield words("offer.why_not_proven")
    for one in told.differences:
        yield words(
            "offer.difference",
            name=one.name.spoken(words.language),
            code=one.offering,
            before=one.before,
            after=one.after,
            change=_signed(one.change, figures),
        )
    if told.usage:
        yield words("offer.difference_usage", change=_signed(told.usage, figures))


def named_items(offer: Offer, words: Words, figures: Figures) -> str:
    """The bundles of an offer in one phrase."""
    names = [
        f"{item.quantity} × {item.name.spoken(words.language)} ({item.offering})"
        + (f" -{figures.percent(item.extra_discount)}" if item.extra_discount else "")
        for item in offer.priced.items
        if item.is_bundle
    ]
    return " + ".join(names) or words("offer.nothing_named")


def _told_saving(today: Fen, offer: Offer, words: Words, figures: Figures) -> str:
    gain = today - offer.monthly
    share = figures.percent(decimal_percent(percent_of(abs(gain), today)))
    key = "offer.today" if gain >= 0 else "offer.today_more"
    return words(key, today=figures.yuan(today), saving=figures.yuan(abs(gain)), percent=share)


def _told_greedy(best: BestOffer, words: Words, figures: Figures) -> Iterator[str]:
    if best.greedy is None or best.offer is None:
        return
    value = best.offer.value(best.goal)
    worse = best.greedy - value if best.goal is Goal.LEAST_COST else value - best.greedy
    if worse <= 0:
        yield words("offer.greedy_same")
        return
    share = decimal_percent(Fraction(100 * worse, max(abs(value), 1)))
    yield words(
        "offer.greedy",
        greedy=figures.yuan(round_half_up(best.greedy, best.per_fen)),
        more=figures.yuan(round_half_up(worse, best.per_fen)),
        percent=figures.percent(share),
    )


def _signed(change: Fen, figures: Figures) -> str:
    return f"+{figures.yuan(change)}" if change >= 0 else figures.yuan(change)
