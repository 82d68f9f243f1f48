"""AuthoritySource: limits and people as somebody writes them, with everything that is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.quoting.authority.matrix import AuthorityMatrix
from app.quoting.authority.reading import read_matrix, staff_faults
from app.quoting.authority.staff import Staff
from app.quoting.authority.written import (
    WrittenAuthority,
    WrittenConsultation,
    WrittenCriterion,
)
from catalog.money import yuan
from catalog.problem import Place, Problem, Severity

if TYPE_CHECKING:
    from decimal import Decimal

LIMITS_FILE, STAFF_FILE = "authority.toml", "staff.toml"
"""What places of findings are told with, whichever way limits and people were written."""
UNBOUND = "none"


class AuthoritySource(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Limits and people together.

    Attributes:
        written: Limits as written; relative ones stay relative.
        staff: People and absences.
    """

    written: WrittenAuthority
    staff: Staff = Staff()


class AuthorityPatch(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an edit leaves: the whole, which is small; nothing when it changes nothing."""

    source: AuthoritySource | None = None

    def __bool__(self) -> bool:
        """Whether it changes anything."""
        return self.source is not None


def patch_to(old: AuthoritySource, new: AuthoritySource) -> AuthorityPatch:
    """The patch that makes one of the other."""
    return AuthorityPatch(None if old == new else new)


def apply_authority_patch(source: AuthoritySource, patch: AuthorityPatch) -> AuthoritySource:
    """Limits and people after an edit."""
    return patch.source if patch.source is not None else source


def source_of(matrix: AuthorityMatrix) -> AuthoritySource:
    """An edition as it would be written; limits that were relative are numbers."""
    criteria = tuple(
        WrittenCriterion(
            id=one.id,
            name=one.name,
            limits=tuple(_text(limit) for limit in one.limits),
            smallest=one.smallest,
            unit=one.unit,
            measure=one.measure,
            scope=one.scope,
            consult=tuple(
                WrittenConsultation(asked.function, f"{asked.beyond:f}") for asked in one.consult
            ),
        )
        for one in matrix.criteria
    )
    written = WrittenAuthority(
        version=matrix.version,
        levels=matrix.levels,
        criteria=criteria,
        flags=matrix.flags,
        valid_from=matrix.valid_from,
        functions=matrix.functions,
        window=matrix.window,
        unsigned_limit=f"{yuan(matrix.unsigned_limit).normalize():f}",
    )
    return AuthoritySource(written, matrix.staff)


def _text(limit: Decimal | None) -> str:
    return UNBOUND if limit is None else f"{limit:f}"


def edition_of_source(
    source: AuthoritySource,
) -> tuple[AuthorityMatrix | None, tuple[Problem, ...]]:
    """The edition that limits and people make, and everything that is wrong with them.

    Errors forbid to publish it. What only one has a right to know, such as a level that nobody
    holds while the next one is asked in its place, is a warning and leaves the edition.
    """
    matrix, found = read_matrix(source.written, source.staff, file=LIMITS_FILE)
    problems = [*found, *_people_faults(source)]
    if any(problem.blocks for problem in problems):
        return None, tuple(problems)
    return matrix, tuple(problems)


def _people_faults(source: AuthoritySource) -> tuple[Problem, ...]:
    written, staff = source.written, source.staff
    roles = AuthorityMatrix("", written.levels, (), functions=written.functions)
    faults = [
        Problem("authority.number_missing", where=_at(f"people[{place}]"))
        for place, person in enumerate(staff.people)
        if not person.id.strip()
    ]
    return (*faults, *staff_faults(staff, (roles,), file=STAFF_FILE), *_nobody(source))


def _nobody(source: AuthoritySource) -> list[Problem]:
    """Levels and functions that may be asked and that nobody has."""
    written = source.written
    held = {person.role for person in source.staff.people}
    found = []
    for place, level in enumerate(written.levels[1:], start=1):
        if level.id in held:
            continue
        higher = next((one.id for one in written.levels[place + 1 :] if one.id in held), "")
        code = "authority.level_without_people" if not higher else "authority.level_passed_over"
        severity = Severity.WARNING if higher else Severity.ERROR
        facts = {"level": level.id, "higher": higher}
        found.append(Problem(code, severity, Place(file=STAFF_FILE, subject=level.id), facts))
    asked = dict.fromkeys(one.function for part in written.criteria for one in part.consult)
    asked |= dict.fromkeys(function for flag in written.flags for function in flag.consult)
    known = {function.id for function in written.functions}
    found.extend(
        Problem(
            "authority.level_without_people",
            where=Place(file=STAFF_FILE, subject=function),
            parameters={"level": function, "higher": ""},
        )
        for function in asked
        if function in known and function not in held
    )
    return found


def _at(column: str) -> Place:
    return Place(file=STAFF_FILE, column=column)
