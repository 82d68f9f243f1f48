"""Findings of a priced quote as rows, gravest first, and advice on one's own authority.

The words are ready at every keystroke. Cures are found by trying them on the quote, which takes a
hundred times as long, so that is done later and bit by bit: ``Curing``.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Literal, NamedTuple

import msgspec

from app.quoting import item_edits
from app.quoting.cures import Configuration, CustomerCheck
from app.quoting.customer_review import IN_ARREARS, arrears_findings
from app.quoting.spend_findings import GIVEN_UP, UNEXPLAINED, spend_findings
from app.ui.presenting.characteristic_values import value_text
from app.ui.presenting.cures import CureDeed, deed_of, offering_name
from app.ui.widgets.problem_list import Cure, ProblemRow
from catalog.charge import ChargeType, PriceRegulation
from catalog.problem import Severity
from pricing.alterations.percentage import Percentage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from app.quoting.cure_edits import Cure as CureOfQuote
    from app.quoting.quote import Quote
    from app.quoting.revision import Revision
    from app.ui.presenting.speaker import Speaker
    from catalog.problem import Problem
    from catalog.product_catalog import ProductCatalog
    from pricing.priced import PricedCharge, PricedItem

_KINDS: dict[Severity, Literal["blocking", "warning", "advice"]] = {
    Severity.ERROR: "blocking",
    Severity.WARNING: "warning",
    Severity.HINT: "advice",
}
SHOWN = 8
"""More findings than a person mends at a time."""


class Finding(NamedTuple):
    """A row with what its cures do, and the item that it is about.

    Attributes:
        row: What is shown.
        cures: What its buttons do, in their order.
        item: Identifier of the item; empty when it is about the whole quote.
        problem: What cures are still to be worked out of; ``None`` when they are all there.
    """

    row: ProblemRow
    cures: tuple[CureDeed, ...]
    item: str
    problem: Problem | None = None


class Findings(NamedTuple):
    """The gravest findings, and how many there are of all kinds."""

    shown: tuple[Finding, ...]
    total: int
    blocking: int


def findings_of(
    speaker: Speaker, catalog: ProductCatalog, revision: Revision, most: int = SHOWN
) -> Findings:
    """What should be looked at, the gravest first; only the first ``most`` are put into words.

    A quote of a hundred items may have a hundred findings, and this runs at every keystroke. They
    come without the cures that must be tried.
    """
    of_bills = spend_findings(revision.quote, revision.analysis, revision.customer)
    owed = arrears_findings(revision.customer)
    problems = (*owed, *revision.priced.problems, *revision.verdict.problems, *of_bills)
    blocks, warns = Severity.ERROR, Severity.WARNING
    blocking = [problem for problem in problems if problem.severity is blocks]
    others = [problem for problem in problems if problem.severity is not blocks]
    warnings = list(islice((one for one in others if one.severity is warns), most))
    advice = list(islice((one for one in others if one.severity is not warns), most))
    gravest = [*blocking[:most], *warnings[:most]][:most]
    too_deep = _too_deep(revision)
    deepest = too_deep[: most - len(gravest)]
    rest = advice[: most - len(gravest) - len(deepest)]
    keyed = _keyed([*gravest, *rest])
    told = [_finding(speaker, catalog, revision, key, problem) for key, problem in keyed.items()]
    told[len(gravest) : len(gravest)] = [_lowered(speaker, one) for one in deepest]
    total = len(problems) + len(too_deep)
    return Findings(tuple(told), total, len(blocking))


def configuration_of(catalog: ProductCatalog, revision: Revision) -> Configuration:
    """What cures of a revision's findings are tried on; made once for all of them."""
    check = CustomerCheck(catalog, revision.customer, revision.bills, revision.analysis)
    return Configuration(catalog, revision.quote, check)


class Curing:
    """Works out the cures of one finding, one trial at a time."""

    def __init__(self, speaker: Speaker, configuration: Configuration, finding: Finding) -> None:
        """Begin with the finding as it was told."""
        self._speaker = speaker
        self._configuration = configuration
        self.finding = finding
        problem = finding.problem
        self._trials: Iterator[CureOfQuote | None] = iter(())
        if problem is not None:
            self._trials = configuration.trials(problem)
        self._deeds = list(finding.cures)

    def step(self) -> bool:
        """Try one more way; false when all are tried."""
        for tried in self._trials:
            if tried is not None:
                self._deeds.append(deed_of(self._speaker, self._configuration, tried))
            return True
        return False

    def finish(self) -> Finding:
        """The finding with all its cures; the same one when they were all there."""
        while self.step():
            pass
        if self.finding.problem is None:
            return self.finding
        buttons = tuple(Cure(deed.id, deed.label) for deed in self._deeds)
        row = msgspec.structs.replace(self.finding.row, cures=buttons)
        return Finding(row, tuple(self._deeds), self.finding.item)


def _keyed(problems: Sequence[Problem]) -> dict[str, Problem]:
    """The findings by keys that stay the same while other findings come and go."""
    keyed: dict[str, Problem] = {}
    for problem in problems:
        key = f"{problem.code}:{problem.where.subject}:{problem.where.column}"
        while key in keyed:
            key += "+"
        keyed[key] = problem
    return keyed


def _finding(
    speaker: Speaker, catalog: ProductCatalog, revision: Revision, key: str, problem: Problem
) -> Finding:
    text, cure = speaker.finding(problem.code, _named(speaker, catalog, problem))
    if problem.code in {UNEXPLAINED, GIVEN_UP}:
        return _of_bills(speaker, ProblemRow(key, _KINDS[problem.severity], text, cure))
    if problem.code == IN_ARREARS:
        return _of_customer(speaker, ProblemRow(key, _KINDS[problem.severity], text, cure))
    item = revision.priced.item(problem.where.subject)
    detail = " · ".join(p for p in (speaker.name(item.name) if item else "", cure) if p)
    row = ProblemRow(key, _KINDS[problem.severity], text, detail)
    return Finding(row, (), problem.where.subject, problem)


def _of_bills(speaker: Speaker, row: ProblemRow) -> Finding:
    """A finding about the bills, which is put right in their analysis."""
    label = speaker.translate("Cures", "Analysis of bills")
    deed = CureDeed("analysis", label, lambda quote: quote, opens_analysis=True)
    row = msgspec.structs.replace(row, cures=(Cure(deed.id, label),))
    return Finding(row, (deed,), "")


def _of_customer(speaker: Speaker, row: ProblemRow) -> Finding:
    """A finding about the customer, which is put right in his file."""
    label = speaker.translate("Cures", "Show the customer")
    deed = CureDeed("customer", label, lambda quote: quote, opens_customer=True)
    row = msgspec.structs.replace(row, cures=(Cure(deed.id, label),))
    return Finding(row, (deed,), "")


def _named(speaker: Speaker, catalog: ProductCatalog, problem: Problem) -> dict[str, str]:
    """The parameters with names instead of codes, as people read them."""
    named = dict(problem.parameters)
    if "characteristic" in named:
        named |= _characteristic(speaker, catalog, named)
    for key in ("offering", "other"):
        if key in named:
            named[key] = offering_name(speaker, catalog, named[key])
    if "requires" in named:
        codes = named["requires"].split(" | ")
        named["requires"] = "、".join(offering_name(speaker, catalog, code) for code in codes)
    if "charge" in named:
        charge, owner = catalog.charge(named["charge"]), catalog.owner(named["charge"])
        if charge is not None and owner is not None:
            named["charge"] = f"{speaker.name(owner.name)} {speaker.name(charge.name)}"
    if "measure" in named:
        named["measure"] = measure_name(speaker, named["measure"])
    return named


def _characteristic(
    speaker: Speaker, catalog: ProductCatalog, given: dict[str, str]
) -> dict[str, str]:
    """Name and value of a characteristic as people read them."""
    for known in catalog.characteristics(given["offering"]):
        if known.id == given["characteristic"]:
            named = {"characteristic": speaker.name(known.name)}
            if "value" in given:
                named["value"] = value_text(speaker, known, given["value"])
            if known.choices:
                choices = (value_text(speaker, known, choice.value) for choice in known.choices)
                named["allowed"] = "、".join(choices)
            return named
    return {}


def measure_name(speaker: Speaker, measure: str) -> str:
    """Name of a fact of a customer."""
    translate = speaker.translate
    known = {
        "fixed_lines": translate("Measures", "fixed lines"),
        "typical_month": translate("Measures", "typical month"),
        "fluctuation": translate("Measures", "fluctuation"),
        "arrears": translate("Measures", "arrears"),
        "typical_ld_minutes": translate("Measures", "long-distance minutes"),
        "least_line_average": translate("Measures", "smallest average of a line"),
        "competitor_fixed_lines": translate("Measures", "competitor's fixed lines"),
        "sites": translate("Measures", "sites"),
        "term": translate("Measures", "term"),
        "students": translate("Measures", "students"),
        "staff": translate("Measures", "staff"),
        "rooms": translate("Measures", "rooms"),
        "industry": translate("Measures", "industry"),
        "segment": translate("Measures", "segment"),
    }
    return known.get(measure, measure)


class _Deep(NamedTuple):
    """A discount beyond one's own limit; without a charge that of a whole bundle."""

    item: PricedItem
    charge: str
    taken: Decimal
    limit: Decimal


def _too_deep(revision: Revision) -> list[_Deep]:
    """Discounts that need somebody else, with the percent at which they would not."""
    if revision.verdict.within_own:
        return []
    limits = {criterion.id: criterion.own_limit for criterion in revision.verdict.criteria}
    found = []
    for item in revision.priced.items:
        if item.is_bundle:
            taken, limit = item.extra_discount, limits.get("market_discount")
            if taken is not None and limit is not None and taken > limit:
                found.append(_Deep(item, "", taken, limit))
            continue
        for charge in item.charges:
            if charge.discount is None:
                continue
            limit = _limit(charge, limits)
            if limit is not None and charge.discount > limit:
                found.append(_Deep(item, charge.code, charge.discount, limit))
    return found


def _limit(charge: PricedCharge, limits: dict[str, Decimal | None]) -> Decimal | None:
    if charge.type is ChargeType.ONE_TIME or charge.regulation is PriceRegulation.FIXED:
        return None
    guided = charge.regulation is PriceRegulation.GUIDED
    return limits.get("guided_discount" if guided else "market_discount")


def _lowered(speaker: Speaker, deep: _Deep) -> Finding:
    """Too deep a discount in words, with the press that lowers it."""
    figures, translate = speaker.figures, speaker.translate
    item, limit = deep.item, deep.limit
    text = translate("Findings", "{name}: discount {taken}, your own limit is {limit}").format(
        name=speaker.name(item.name),
        taken=figures.percent(deep.taken),
        limit=figures.percent(limit),
    )
    label = translate("Cures", "Lower to {percent}").format(percent=figures.percent(limit))
    if not limit:
        label = translate("Cures", "Remove discount")
    detail = translate("Findings", "Lower it, and nobody else need approve it")
    discount = Percentage(limit) if limit else None

    def edit(quote: Quote) -> Quote:
        if not deep.charge:
            return item_edits.set_item_discount(quote, item.id, discount)
        return item_edits.set_discount(quote, item.id, deep.charge, discount)

    deed = CureDeed("lower", label, edit)
    key = f"deep:{item.id}:{deep.charge}"
    row = ProblemRow(key, "warning", text, detail, (Cure(deed.id, deed.label),))
    return Finding(row, (deed,), item.id)
