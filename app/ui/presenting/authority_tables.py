"""The tables of limits and people as they are typed into: headings, words to choose, widths."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from app.quoting.authority.measuring import MEASURES
from app.quoting.authority.tables import (
    ABSENCES,
    FLAGS,
    FUNCTION,
    LEVEL,
    LIMITS,
    PEOPLE,
    ROLES,
    RULES,
    columns_of,
)
from app.ui.presenting.row_table import RowColumn, RowTable
from catalog.charge import ChargeType, PriceRegulation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.quoting.authority.source import AuthoritySource
    from app.ui.presenting.speaker import Speaker

    Pairs = tuple[tuple[str, str], ...]

_WIDTHS: dict[tuple[str, str], int] = {
    (LIMITS, "id"): 132,
    (LIMITS, "measure"): 170,
    (LIMITS, "families"): 70,
    (LIMITS, "regulations"): 86,
    (LIMITS, "charges"): 72,
    (LIMITS, "consult"): 106,
    (ROLES, "id"): 160,
    (ROLES, "kind"): 160,
    (FLAGS, "id"): 150,
    (FLAGS, "level"): 190,
    (FLAGS, "consult"): 130,
    (PEOPLE, "id"): 130,
    (PEOPLE, "role"): 220,
    (PEOPLE, "team"): 150,
    (ABSENCES, "first"): 130,
    (ABSENCES, "last"): 130,
}
_LEVEL_WIDTH = 80


def authority_table(speaker: Speaker, source: AuthoritySource, table: str) -> RowTable:
    """A table of limits or people."""
    titles, words = _titles(speaker), _words(speaker, source, table)
    columns = []
    for name in columns_of(source, table):
        title = titles.get((table, name)) or titles.get(("", name)) or name
        width = _WIDTHS.get((table, name), 0)
        if table == LIMITS and (LIMITS, name) not in titles and ("", name) not in titles:
            title, width = name, _LEVEL_WIDTH
        columns.append(RowColumn(title, words.get(name, ()), width))
    title, about = _about(speaker)[table]
    return RowTable(title, about, tuple(columns))


def unbound(speaker: Speaker) -> str:
    """How no bound is written."""
    return speaker.translate("AuthorityTable", "no limit")


def _about(speaker: Speaker) -> Mapping[str, tuple[str, str]]:
    translate = speaker.translate
    return {
        LIMITS: (
            translate("AuthorityTable", "Limits"),
            translate(
                "AuthorityTable",
                "One limit per level, lowest first: a number, “no limit”, or a distance such as "
                "L1 + 5. Who is asked besides is written as “finance > 22”.",
            ),
        ),
        RULES: (
            translate("AuthorityTable", "Counting together, and without a signature"),
            translate(
                "AuthorityTable",
                "Other quotes of the customer within so many days count together; so many of them "
                "are told. Up to the contract value an unsigned decision counts; 0 for never.",
            ),
        ),
        ROLES: (
            translate("AuthorityTable", "Levels and functions"),
            translate(
                "AuthorityTable",
                "Levels rank in their order, lowest first. Functions, such as finance, are asked "
                "in parallel.",
            ),
        ),
        FLAGS: (
            translate("AuthorityTable", "Circumstances that need a level"),
            translate(
                "AuthorityTable",
                "Such as a tender, an offering (by code) or a condition (by key).",
            ),
        ),
        PEOPLE: (
            translate("AuthorityTable", "People"),
            translate("AuthorityTable", "Who has no team serves all of them."),
        ),
        ABSENCES: (
            translate("AuthorityTable", "Absences"),
            translate(
                "AuthorityTable",
                "Who stands in decides within the limits of who is away, first and last day "
                "included.",
            ),
        ),
    }


def _titles(speaker: Speaker) -> Mapping[tuple[str, str], str]:
    translate = speaker.translate
    return {
        ("", "id"): translate("AuthorityTable", "Code"),
        ("", "name"): translate("AuthorityTable", "Name"),
        ("", "measure"): translate("AuthorityTable", "What is measured"),
        ("", "families"): translate("AuthorityTable", "Families"),
        ("", "regulations"): translate("AuthorityTable", "Price set by"),
        ("", "charges"): translate("AuthorityTable", "Charges"),
        ("", "consult"): translate("AuthorityTable", "Asked besides"),
        ("", "kind"): translate("AuthorityTable", "Kind"),
        ("", "level"): translate("AuthorityTable", "Level"),
        ("", "offerings"): translate("AuthorityTable", "Offerings"),
        ("", "clauses"): translate("AuthorityTable", "Conditions"),
        (PEOPLE, "id"): translate("AuthorityTable", "Staff number"),
        ("", "role"): translate("AuthorityTable", "Role"),
        ("", "team"): translate("AuthorityTable", "Team"),
        ("", "email"): translate("AuthorityTable", "E-mail"),
        ("", "person"): translate("AuthorityTable", "Who is away"),
        ("", "first"): translate("AuthorityTable", "First day"),
        ("", "last"): translate("AuthorityTable", "Last day"),
        ("", "delegate"): translate("AuthorityTable", "Who stands in"),
        ("", "days"): translate("AuthorityTable", "Days"),
        ("", "watch"): translate("AuthorityTable", "Told from so many quotes"),
        ("", "unsigned_limit"): translate("AuthorityTable", "Unsigned up to (yuan)"),
    }


def _words(speaker: Speaker, source: AuthoritySource, table: str) -> Mapping[str, Pairs]:
    """Words of the columns in which only some are taken, as they stand and as they are shown."""
    written = source.written
    levels = tuple((one.id, f"{one.id} {speaker.name(one.name)}".strip()) for one in written.levels)
    functions = tuple(
        (one.id, f"{one.id} {speaker.name(one.name)}".strip()) for one in written.functions
    )
    people = tuple((one.id, f"{one.id} {one.name}".strip()) for one in source.staff.people)
    nothing = (("", ""),)
    translate = speaker.translate
    kinds = (
        (LEVEL, translate("AuthorityTable", "level")),
        (FUNCTION, translate("AuthorityTable", "function")),
    )
    by_table: Mapping[str, Mapping[str, Pairs]] = {
        LIMITS: {
            "measure": tuple((name, measure_name(speaker, name)) for name in MEASURES),
            "regulations": _some(_regulations(speaker)),
            "charges": _some(_charges(speaker)),
        },
        ROLES: {"kind": kinds},
        FLAGS: {"level": levels},
        PEOPLE: {"role": (*levels, *functions)},
        ABSENCES: {"person": people, "delegate": (*nothing, *people)},
    }
    return by_table.get(table, {})


def _some(words: Pairs) -> Pairs:
    """Any of some words, or none of them for all."""
    chosen = (pick for count in range(len(words)) for pick in combinations(words, count))
    return tuple(
        (", ".join(word for word, _ in pick), "、".join(text for _, text in pick))
        for pick in chosen
    )


def _regulations(speaker: Speaker) -> Pairs:
    translate = speaker.translate
    return (
        (PriceRegulation.MARKET.value, translate("AuthorityTable", "market")),
        (PriceRegulation.GUIDED.value, translate("AuthorityTable", "guided")),
        (PriceRegulation.FIXED.value, translate("AuthorityTable", "state")),
    )


def _charges(speaker: Speaker) -> Pairs:
    translate = speaker.translate
    return (
        (ChargeType.RECURRING.value, translate("AuthorityTable", "recurring")),
        (ChargeType.ONE_TIME.value, translate("AuthorityTable", "one-time")),
        (ChargeType.USAGE.value, translate("AuthorityTable", "usage")),
    )


def measure_name(speaker: Speaker, measure: str) -> str:
    """What a measure is called, with its unit."""
    translate = speaker.translate
    return {
        "market_discount": translate("AuthorityTable", "Discount on market prices, %"),
        "guided_discount": translate("AuthorityTable", "Discount on guided prices, %"),
        "fixed_deviation": translate("AuthorityTable", "Deviation from state prices, %"),
        "discount": translate("AuthorityTable", "Discount on some charges, %"),
        "effective_discount": translate("AuthorityTable", "Deepest item over the term, %"),
        "one_time_waiver": translate("AuthorityTable", "One-time charges waived, %"),
        "free_months": translate("AuthorityTable", "Free months"),
        "gifts": translate("AuthorityTable", "Gifts, yuan"),
        "cumulative_concession": translate("AuthorityTable", "Given away, recurring, %"),
        "document_discount": translate("AuthorityTable", "Given away, all charges, %"),
        "margin": translate("AuthorityTable", "Margin at least, %"),
        "contract_value": translate("AuthorityTable", "Contract value, yuan"),
        "term": translate("AuthorityTable", "Commitment, months"),
        "payment_days": translate("AuthorityTable", "Time for paying, days"),
        "special_clauses": translate("AuthorityTable", "Conditions of one's own, count"),
    }.get(measure, measure)
