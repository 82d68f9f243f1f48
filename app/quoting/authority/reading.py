"""read_matrix(): the authority file to a matrix, with a finding for every mistake.

Each finding names its place (``criteria[2].limits[1]``) and has a cure. What has any finding is no
matrix: a limit that is not understood is never a free pass.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from app.quoting.authority.limits import read_limits, read_number
from app.quoting.authority.matrix import AuthorityMatrix, Consultation, Criterion, Scope
from app.quoting.authority.measuring import FLAGS, MEASURES, UNITS
from app.quoting.authority.staff import Staff
from catalog.money import fen
from catalog.problem import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from app.quoting.authority.written import WrittenAuthority, WrittenCriterion


_FEN = Decimal("0.01")


def read_matrix(
    written: WrittenAuthority, staff: Staff | None = None, *, file: str = ""
) -> tuple[AuthorityMatrix | None, tuple[Problem, ...]]:
    """A matrix and its findings; no matrix when there is any.

    Args:
        written: The file as decoded.
        staff: People to go with it.
        file: Name of the file, for findings.
    """
    levels = [level.id for level in written.levels]
    functions = [function.id for function in written.functions]
    problems = [
        _problem(code, file, place)
        for code, place, there in (
            ("authority.version_missing", "version", written.version),
            ("authority.no_levels", "levels", levels),
            ("authority.no_criteria", "criteria", written.criteria),
        )
        if not there
    ]
    for name, ids in (
        ("levels", levels),
        ("functions", functions),
        ("criteria", [criterion.id for criterion in written.criteria]),
        ("flags", [flag.id for flag in written.flags]),
    ):
        problems.extend(_twice(ids, name, file))
    criteria = []
    for position, criterion in enumerate(written.criteria):
        place = f"criteria[{position}]"
        problems.extend(_criterion_faults(criterion, {*functions}, place, file))
        bounds, faults = read_limits(levels, criterion.limits, smallest=criterion.smallest)
        problems.extend(
            _problem(code, file, f"{place}.limits[{at}]", criterion=criterion.id, **facts)
            for code, at, facts in faults
        )
        criteria.append(_criterion(criterion, bounds))
    problems.extend(_flag_faults(written, {*levels}, {*functions}, file))
    if written.window.days < 0 or written.window.watch < 0:
        problems.append(_problem("authority.window_wrong", file, "window"))
    unsigned = read_number(written.unsigned_limit)
    if unsigned is None or unsigned != unsigned.quantize(_FEN):
        problems.append(_problem("authority.unsigned_limit_wrong", file, "unsigned_limit"))
    if problems or unsigned is None:
        return None, tuple(problems)
    return AuthorityMatrix(
        version=written.version,
        levels=written.levels,
        criteria=tuple(criteria),
        flags=written.flags,
        valid_from=written.valid_from,
        functions=written.functions,
        window=written.window,
        staff=staff or Staff(),
        unsigned_limit=fen(unsigned),
    ), ()


def staff_faults(
    staff: Staff, matrices: Sequence[AuthorityMatrix], *, file: str = ""
) -> tuple[Problem, ...]:
    """What is wrong with the people and absences.

    Args:
        staff: As written.
        matrices: Editions whose levels and functions are roles.
        file: Name of the file, for findings.
    """
    roles = {level.id for matrix in matrices for level in matrix.levels}
    roles.update(function.id for matrix in matrices for function in matrix.functions)
    people = [person.id for person in staff.people]
    problems = list(_twice(people, "people", file))
    for position, person in enumerate(staff.people):
        if person.role not in roles:
            place = f"people[{position}].role"
            allowed = ", ".join(sorted(roles))
            facts = {"person": person.id, "role": person.role, "allowed": allowed}
            problems.append(_problem("authority.role_without_limits", file, place, **facts))
    for position, absence in enumerate(staff.absences):
        place = f"absences[{position}]"
        named = [absence.person, *([absence.delegate] if absence.delegate else [])]
        problems.extend(
            _problem("authority.unknown_person", file, place, person=one)
            for one in named
            if one not in people
        )
        if absence.last < absence.first:
            problems.append(_problem("authority.absence_ends_first", file, place))
        if absence.person == absence.delegate:
            facts = {"person": absence.person}
            problems.append(_problem("authority.own_deputy", file, place, **facts))
        elif _leads_back(staff, position):
            facts = {"person": absence.person}
            problems.append(_problem("authority.delegation_in_a_circle", file, place, **facts))
    return tuple(problems)


def _leads_back(staff: Staff, start: int) -> bool:
    """Whether standing in leads back to the absent one on some day on which all are away."""
    first = staff.absences[start]
    pending = [(first.delegate, first.first, first.last, frozenset({start}))]
    while pending:
        person, begun, ended, seen = pending.pop()
        if person == first.person:
            return True
        for position, away in enumerate(staff.absences):
            since, until = max(begun, away.first), min(ended, away.last)
            if away.person == person and position not in seen and since <= until:
                pending.append((away.delegate, since, until, seen | {position}))
    return False


def _criterion(written: WrittenCriterion, bounds: tuple[Decimal | None, ...]) -> Criterion:
    asked = (
        Consultation(one.function, beyond)
        for one in written.consult
        if (beyond := read_number(one.beyond)) is not None
    )
    return Criterion(
        id=written.id,
        name=written.name,
        limits=bounds,
        smallest=written.smallest,
        unit=written.unit,
        measure=written.measure,
        scope=written.scope,
        consult=tuple(asked),
    )


def _criterion_faults(
    criterion: WrittenCriterion, functions: set[str], place: str, file: str
) -> Iterator[Problem]:
    measure = criterion.measure or criterion.id
    if measure not in MEASURES:
        yield _problem(
            "authority.unknown_measure",
            file,
            f"{place}.{'measure' if criterion.measure else 'id'}",
            measure=measure,
            allowed=", ".join(MEASURES),
        )
    elif criterion.unit != MEASURES[measure].unit:
        facts = {"criterion": criterion.id, "unit": MEASURES[measure].unit}
        yield _problem("authority.unit_wrong", file, f"{place}.unit", **facts)
    elif criterion.smallest != MEASURES[measure].smallest:
        facts = {"criterion": criterion.id, "smallest": str(MEASURES[measure].smallest).lower()}
        yield _problem("authority.direction_wrong", file, f"{place}.smallest", **facts)
    elif criterion.scope != Scope() and not MEASURES[measure].scoped:
        yield _problem("authority.no_scope", file, f"{place}.scope", criterion=criterion.id)
    if criterion.unit not in UNITS:
        allowed = ", ".join(UNITS)
        yield _problem("authority.unknown_unit", file, f"{place}.unit", allowed=allowed)
    for position, asked in enumerate(criterion.consult):
        at = f"{place}.consult[{position}]"
        if asked.function not in functions:
            yield _problem("authority.unknown_function", file, at, function=asked.function)
        if read_number(asked.beyond) is None:
            facts = {"criterion": criterion.id, "limit": asked.beyond}
            yield _problem("authority.limit_wrong", file, f"{at}.beyond", **facts)


def _flag_faults(
    written: WrittenAuthority, levels: set[str], functions: set[str], file: str
) -> Iterator[Problem]:
    for position, flag in enumerate(written.flags):
        place = f"flags[{position}]"
        if flag.level not in levels:
            facts = {"flag": flag.id, "level": flag.level, "allowed": ", ".join(sorted(levels))}
            yield _problem("authority.unknown_level", file, f"{place}.level", **facts)
        for function in flag.consult:
            if function not in functions:
                yield _problem("authority.unknown_function", file, place, function=function)
        if not flag.offerings and not flag.clauses and flag.id not in FLAGS:
            allowed = ", ".join(FLAGS)
            yield _problem("authority.unknown_flag", file, place, flag=flag.id, allowed=allowed)


def _twice(ids: Iterable[str], name: str, file: str) -> Iterator[Problem]:
    seen = set[str]()
    for position, one in enumerate(ids):
        if one in seen:
            yield _problem("authority.duplicate", file, f"{name}[{position}]", id=one)
        seen.add(one)


def _problem(code: str, file: str, place: str, **facts: str) -> Problem:
    return Problem(code, where=Place(file=file, column=place), parameters=facts)
