"""Intake: the resources of one file by kind and identifier, and what the readers share."""

from __future__ import annotations

import msgspec

from catalog.cell_text import CODE_LIMIT, CellFault, read_code
from catalog.local_text import LocalText
from catalog.offering import EVERY_SEGMENT, Lifecycle
from catalog.period import ValidityPeriod
from catalog.tmf620.json_node import Findings, JsonNode
from catalog.tmf620.moments import first_day, last_day
from catalog.tmf620.names import EXTENSION, LIFECYCLES, lifecycle_of, months_of

_KEPT_OF_LONG = 8
"""Characters kept of a price's identifier when the whole would be too long for a code."""


class Intake(msgspec.Struct):
    """A file that is being read.

    Attributes:
        findings: Everything found so far.
        offerings: Offerings and bundles by identifier.
        prices: Prices by identifier.
        specifications: Product specifications by identifier.
        charges: Codes of the charges that were made of a price, by the price's identifier.
        used: Prices that an offering or a bundle names.
    """

    findings: Findings
    offerings: dict[str, JsonNode] = {}
    prices: dict[str, JsonNode] = {}
    specifications: dict[str, JsonNode] = {}
    charges: dict[str, list[str]] = {}
    used: set[str] = set()

    def named_prices(self, node: JsonNode) -> list[JsonNode]:
        """The prices of an offering, written in it or named by it, as far as they are there."""
        found = []
        for reference in node.children("productOfferingPrice"):
            if reference.given("price") or reference.given("priceType"):
                found.append(reference)
                continue
            name = needed_text(reference, "id")
            if name in self.prices:
                self.used.add(name)
                found.append(self.prices[name])
            elif name:
                reference.problem("exchange.unknown_reference", "id", value=name)
        return found


def extension_of(node: JsonNode) -> JsonNode:
    """What an object says beyond the standard; an empty object when it says nothing."""
    given = node.child(EXTENSION)
    path = node.path_of(EXTENSION)
    return given if given is not None else JsonNode({}, path, node.findings, node.subject)


def needed_text(node: JsonNode, key: str) -> str:
    """A text that must be there; empty, with a finding, when it is not."""
    text = node.text(key)
    if not text.strip() and not node.has(key):
        node.problem("exchange.member_missing", key, member=key)
    return text


def code_of(node: JsonNode, key: str = "id") -> str:
    """An identifier as a code of ours; empty, with a finding, when it cannot be one."""
    text = needed_text(node, key)
    return _checked_code(node, key, text) if text.strip() else ""


def charge_code(node: JsonNode, offering: str, position: int) -> str:
    """The code ``OFFERING.CHARGE`` of a price, from its identifier.

    Our own identifiers are such codes already. Any other one becomes the part behind the dot; of
    one that would make the code too long its beginning is kept.

    Args:
        node: The price.
        offering: Code of the offering that has it.
        position: From 1; names a price without identifier.
    """
    name = node.text("id") or f"P{position}"
    start = f"{offering}."
    if name.startswith(start) and "." not in name.removeprefix(start):
        return _checked_code(node, "id", name)
    part = name.replace(".", "-")
    if len(start + part) > CODE_LIMIT:
        part = part[:_KEPT_OF_LONG]
    return _checked_code(node, "id", start + part)


def local_name(node: JsonNode, extension: JsonNode) -> LocalText:
    """The name in both languages; without any it is a finding."""
    name = LocalText(node.text("name"), extension.text("nameEn"))
    if not (name.zh.strip() or name.en.strip()):
        node.problem("import.name_missing", "name")
    return name


def local_text(node: JsonNode, key: str) -> LocalText:
    """A text of our extension with its languages."""
    text = node.child(key)
    return LocalText() if text is None else LocalText(text.text("zh"), text.text("en"))


def lifecycle(node: JsonNode) -> Lifecycle:
    """State in the market; on sale when nothing is said."""
    word = node.text("lifecycleStatus")
    state = lifecycle_of(word) if word else Lifecycle.ON_SALE
    if state is None:
        allowed = ", ".join(LIFECYCLES.values())
        node.problem("import.unknown_word", "lifecycleStatus", value=word[:40], allowed=allowed)
        return Lifecycle.ON_SALE
    return state


def validity(node: JsonNode) -> ValidityPeriod:
    """The period of ``validFor``, in whole days."""
    period = node.child("validFor")
    if period is None:
        return ValidityPeriod()
    first = last = None
    key = "startDateTime"
    try:
        if start := period.text(key):
            first = first_day(start)
        key = "endDateTime"
        if end := period.text(key):
            last, moved = last_day(end)
            if moved:
                period.hint("exchange.ends_at_midnight", key, value=end, day=last.isoformat())
    except CellFault as fault:
        period.problem(fault.code, key, **fault.parameters)
    if first is not None and last is not None and last < first:
        period.problem("exchange.ends_before_it_starts")
    return ValidityPeriod(first, last)


def shortest_term(node: JsonNode) -> int:
    """The shortest of the terms that are offered, in months; 0 when there is none."""
    terms = []
    for term in node.children("productOfferingTerm"):
        duration = term.child("duration")
        if duration is None:
            continue
        amount, unit = duration.count("amount"), duration.text("units")
        months = months_of(unit)
        if months is None:
            duration.problem("exchange.period", "units", value=unit[:40])
        elif amount is not None:
            terms.append(amount * months)
    return min(terms, default=0)


def segments(node: JsonNode) -> tuple[str, ...]:
    """Market segments; everybody when none is named."""
    named = [needed_text(segment, "id") for segment in node.children("marketSegment")]
    return tuple(named) or (EVERY_SEGMENT,)


def _checked_code(node: JsonNode, key: str, text: str) -> str:
    try:
        return read_code(text)
    except CellFault as fault:
        node.problem(fault.code, key, **fault.parameters)
        return ""
