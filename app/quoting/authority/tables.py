"""Limits and people as tables of text, as one would type them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from app.quoting.authority.source import UNBOUND, AuthoritySource

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.quoting.authority.written import WrittenCriterion
    from catalog.local_text import Language, LocalText
    from catalog.problem import Problem

LIMITS, ROLES, FLAGS, PEOPLE, ABSENCES, RULES = (
    "limits",
    "roles",
    "flags",
    "people",
    "absences",
    "rules",
)
LEVEL, FUNCTION = "level", "function"
COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    LIMITS: ("id", "name", "measure", "families", "regulations", "charges"),
    ROLES: ("id", "name", "kind"),
    FLAGS: ("id", "name", "level", "offerings", "clauses", "consult"),
    PEOPLE: ("id", "name", "role", "team", "email"),
    ABSENCES: ("person", "first", "last", "delegate"),
    RULES: ("days", "watch", "unsigned_limit"),
}
"""Columns of each table; limits have one more per level, and who is asked besides."""


_PLACE = re.compile(r"(?P<part>[a-z]+)\[(?P<row>\d+)\](?:\.(?P<field>[a-z]+))?(?:\[(?P<at>\d+)\])?")
_TABLES = {
    "criteria": LIMITS,
    "levels": ROLES,
    "functions": ROLES,
    "flags": FLAGS,
    "people": PEOPLE,
    "absences": ABSENCES,
}


class TablePlace(NamedTuple):
    """Where a finding is: a table, its row from 0, -1 for none; its column, -1 for the row."""

    table: str
    row: int = -1
    column: int = -1


def table_place(source: AuthoritySource, problem: Problem) -> TablePlace:
    """Where in the tables a finding about limits and people is."""
    where = problem.where
    found = _PLACE.fullmatch(where.column)
    if found is None:
        if where.subject:
            return TablePlace(PEOPLE)
        rules = where.column in {"window", "unsigned_limit"}
        return TablePlace(RULES if rules else LIMITS, 0 if rules else -1)
    table, row = _TABLES.get(found["part"], LIMITS), int(found["row"])
    if found["part"] == "functions":
        row += len(source.written.levels)
    field = found["field"] or ""
    if table == LIMITS and field == "limits" and found["at"]:
        return TablePlace(table, row, len(COLUMNS[LIMITS]) + int(found["at"]))
    columns = columns_of(source, table)
    return TablePlace(table, row, columns.index(field) if field in columns else -1)


def columns_of(source: AuthoritySource, table: str) -> tuple[str, ...]:
    """Columns of a table, by name; those of levels are their identifiers."""
    if table != LIMITS:
        return COLUMNS[table]
    return (*COLUMNS[LIMITS], *(level.id for level in source.written.levels), "consult")


def source_rows(
    source: AuthoritySource, table: str, language: Language, unbound: str = UNBOUND
) -> tuple[tuple[str, ...], ...]:
    """The rows of a table.

    Args:
        source: Limits and people.
        table: Which one.
        language: Of the names.
        unbound: How no bound is written.
    """
    written, staff = source.written, source.staff

    def name(text: LocalText) -> str:
        return text.spoken(language)

    if table == LIMITS:
        count = len(written.levels)
        return tuple(_limit_row(one, name(one.name), count, unbound) for one in written.criteria)
    if table == ROLES:
        levels = ((one.id, name(one.name), LEVEL) for one in written.levels)
        return (*levels, *((one.id, name(one.name), FUNCTION) for one in written.functions))
    if table == FLAGS:
        return tuple(
            (
                one.id,
                name(one.name),
                one.level,
                *map(_joined, (one.offerings, one.clauses, one.consult)),
            )
            for one in written.flags
        )
    if table == PEOPLE:
        return tuple((one.id, one.name, one.role, one.team, one.email) for one in staff.people)
    if table == ABSENCES:
        return tuple(
            (one.person, one.first.isoformat(), one.last.isoformat(), one.delegate)
            for one in staff.absences
        )
    window = written.window
    return ((str(window.days), str(window.watch), written.unsigned_limit),)


def _limit_row(one: WrittenCriterion, name: str, count: int, unbound: str) -> tuple[str, ...]:
    limits = [unbound if limit.strip() == UNBOUND else limit for limit in one.limits]
    scope = one.scope
    return (
        one.id,
        name,
        one.measure or one.id,
        *map(_joined, (scope.families, scope.regulations, scope.charges)),
        *(*limits, *[""] * count)[:count],
        "; ".join(f"{asked.function} > {asked.beyond}" for asked in one.consult),
    )


def _joined(words: Sequence[str]) -> str:
    return ", ".join(words)
