"""Scenarios of a quote: made from it, changed as a quote is changed, and made its content."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.quoting.item_edits import set_free_months
from app.quoting.scenario import Conceded, Scenario
from pricing.alterations.free_months import FreeMonths

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.quoting.quote import Quote
    from pricing.item import QuoteItem
    from pricing.priced import PricedQuote

MOST_SCENARIOS = 4
"""As many as are compared at a glance beside the present state."""


def scenario_of(quote: Quote, name: str, scenario_id: str = "") -> Scenario:
    """What is conceded in a quote now, under a name; without an identifier with a new one."""
    return Scenario(
        scenario_id or _new_id(quote),
        name,
        quote.term,
        quote.discount,
        {item.id: _conceded(item) for item in quote.items},
    )


def with_scenario(quote: Quote, scenario: Scenario) -> Quote:
    """The quote as it would be with a scenario as its content; it keeps all scenarios."""
    items = tuple(
        _with(item, scenario.items[item.id]) if item.id in scenario.items else item
        for item in quote.items
    )
    after = msgspec.structs.replace(
        quote, items=items, term=scenario.term, discount=scenario.discount
    )
    return quote if after == quote else after


def add_scenario(quote: Quote, name: str) -> Quote:
    """The present state kept as one more scenario, as long as there is room."""
    if len(quote.scenarios) >= MOST_SCENARIOS:
        return quote
    return _replaced(quote, (*quote.scenarios, scenario_of(quote, name)))


def add_states(quote: Quote, states: Iterable[tuple[str, Quote]]) -> Quote:
    """Named states of the same quote kept as scenarios, as long as there is room."""
    for name, state in states:
        if len(quote.scenarios) < MOST_SCENARIOS:
            made = scenario_of(state, name, _new_id(quote))
            quote = _replaced(quote, (*quote.scenarios, made))
    return quote


def change_scenario(quote: Quote, scenario_id: str, edit: Callable[[Quote], Quote]) -> Quote:
    """Change a scenario as the quote is changed: the edit gets the quote with the scenario."""
    before = find_scenario(quote, scenario_id)
    if before is None:
        return quote
    after = scenario_of(edit(with_scenario(quote, before)), before.name, before.id)
    return _in_its_place(quote, before, after)


def take_present(quote: Quote, scenario_id: str) -> Quote:
    """A scenario with what is conceded in the quote now."""
    before = find_scenario(quote, scenario_id)
    if before is None:
        return quote
    return _in_its_place(quote, before, scenario_of(quote, before.name, before.id))


def rename_scenario(quote: Quote, scenario_id: str, name: str) -> Quote:
    """Another name; an empty one changes nothing."""
    before = find_scenario(quote, scenario_id)
    if before is None or not name.strip():
        return quote
    return _in_its_place(quote, before, msgspec.structs.replace(before, name=name.strip()))


def remove_scenario(quote: Quote, scenario_id: str) -> Quote:
    """Without a scenario."""
    if find_scenario(quote, scenario_id) is None:
        return quote
    return _replaced(quote, tuple(one for one in quote.scenarios if one.id != scenario_id))


def same_content(quote: Quote, other: Quote) -> bool:
    """Whether two values differ in their scenarios at most."""
    return quote == msgspec.structs.replace(other, scenarios=quote.scenarios)


def find_scenario(quote: Quote, scenario_id: str) -> Scenario | None:
    """The scenario with an identifier."""
    return next((one for one in quote.scenarios if one.id == scenario_id), None)


def all_free_months(quote: Quote, priced: PricedQuote, months: int) -> Quote:
    """So many free months of every firm item that is charged by the month."""
    for name in _monthly(quote, priced):
        quote = set_free_months(quote, name, months)
    return quote


def free_months_of(quote: Quote, priced: PricedQuote) -> int | None:
    """The free months that all firm items charged by the month have; ``None`` where they differ."""
    items = {item.id: item for item in quote.items}
    found = {
        sum(one.months for one in items[name].alterations if isinstance(one, FreeMonths))
        for name in _monthly(quote, priced)
    }
    return next(iter(found), 0) if len(found) <= 1 else None


def _monthly(quote: Quote, priced: PricedQuote) -> list[str]:
    known = {item.id for item in quote.items}
    return [
        item.id
        for item in priced.items
        if item.id in known and not item.optional and item.monthly.published_amount
    ]


def _conceded(item: QuoteItem) -> Conceded:
    return Conceded(
        item.alterations,
        {one.code: one.alteration for one in item.charges if one.alteration is not None},
        {one.charge: one.alteration for one in item.choices if one.alteration is not None},
    )


def _with(item: QuoteItem, conceded: Conceded) -> QuoteItem:
    replace = msgspec.structs.replace
    charges = tuple(replace(one, alteration=conceded.charges.get(one.code)) for one in item.charges)
    choices = tuple(
        replace(one, alteration=conceded.choices.get(one.charge)) for one in item.choices
    )
    after = replace(item, alterations=conceded.alterations, charges=charges, choices=choices)
    return item if after == item else after


def _in_its_place(quote: Quote, before: Scenario, after: Scenario) -> Quote:
    if after == before:
        return quote
    return _replaced(quote, tuple(after if one is before else one for one in quote.scenarios))


def _replaced(quote: Quote, scenarios: tuple[Scenario, ...]) -> Quote:
    return msgspec.structs.replace(quote, scenarios=scenarios)


def _new_id(quote: Quote) -> str:
    """Never one that stands in the quote."""
    taken = {int(one.id[1:]) for one in quote.scenarios if one.id[1:].isdecimal()}
    return f"s{max(taken, default=0) + 1}"
