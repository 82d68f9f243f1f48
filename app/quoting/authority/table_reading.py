"""set_source_rows(): tables of limits and people, typed or pasted, become limits and people.

A cell that has no reading at all (a day, a number of days, a kind of charge) is a ``RowFault``.
Everything else is taken as written, and ``edition_of_source`` says what is wrong with it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import msgspec

from app.quoting.authority.matrix import FlagRule, Function, Level, Scope, Window
from app.quoting.authority.measuring import MEASURES
from app.quoting.authority.source import UNBOUND, AuthorityPatch, AuthoritySource, patch_to
from app.quoting.authority.staff import Absence, Person, Staff
from app.quoting.authority.tables import (
    ABSENCES,
    FLAGS,
    FUNCTION,
    LIMITS,
    PEOPLE,
    ROLES,
    RULES,
    columns_of,
)
from app.quoting.authority.written import WrittenConsultation, WrittenCriterion
from catalog.cell_text import CellFault, read_date, read_whole_number
from catalog.charge import ChargeType, PriceRegulation
from catalog.local_text import LocalText
from catalog.typed_field import word_of
from catalog.typed_rows import typed_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from enum import StrEnum
    from typing import TypeVar

    from catalog.local_text import Language
    from catalog.typed_rows import Rows, TypedRow

    WordT = TypeVar("WordT", bound=StrEnum)

_NO_BOUND = frozenset(("none", "no limit", "unlimited", "不限", "无", "∞"))
_CONSULT = re.compile(r"(?P<function>\S+?)\s*>\s*(?P<beyond>\S+)")


def set_source_rows(
    source: AuthoritySource, table: str, rows: Rows, language: Language
) -> AuthorityPatch:
    """Limits and people with the rows of a table; an empty patch when they say the same.

    Raises:
        RowFault: A cell has no reading.
    """
    typed = tuple(typed_rows(rows, len(columns_of(source, table))))
    return patch_to(source, _READERS[table](source, typed, language))


def _limits(
    source: AuthoritySource, rows: Sequence[TypedRow], language: Language
) -> AuthoritySource:
    known = {one.id: one for one in source.written.criteria}
    count = len(source.written.levels)
    criteria = tuple(_criterion(row, known, count, language) for row in rows)
    return _with(source, criteria=criteria)


def _criterion(
    row: TypedRow, known: Mapping[str, WrittenCriterion], count: int, language: Language
) -> WrittenCriterion:
    identifier, name, measure = row.cells[:3]
    identifier = identifier or measure
    former = known.get(identifier)
    told = MEASURES.get(measure or identifier)
    limits = [
        UNBOUND if text.casefold() in _NO_BOUND else text for text in row.cells[6 : 6 + count]
    ]
    while limits and not limits[-1]:
        limits.pop()
    named = former.name if former is not None else LocalText()
    return WrittenCriterion(
        id=identifier,
        name=_renamed_text(named, name, language),
        limits=tuple(limits),
        smallest=told.smallest if told is not None else False,
        unit=told.unit if told is not None else "percent",
        measure="" if measure == identifier else measure,
        scope=Scope(
            _words(row.cells[3]),
            row.read(4, _some(PriceRegulation)),
            row.read(5, _some(ChargeType)),
        ),
        consult=row.read(6 + count, _consultations),
    )


def _roles(
    source: AuthoritySource, rows: Sequence[TypedRow], language: Language
) -> AuthoritySource:
    written = source.written
    known = {one.id: one.name for one in written.levels}
    known |= {one.id: one.name for one in written.functions}
    before = tuple(known)
    names = _renaming(before, [row.cells[0] for row in rows])
    former = {names.get(one, one): name for one, name in known.items()}
    levels, functions = [], []
    for row in rows:
        identifier, name, kind = row.cells
        text = _renamed_text(former.get(identifier, LocalText()), name, language)
        if kind == FUNCTION:
            functions.append(Function(identifier, text))
        else:
            levels.append(Level(identifier, text))
    places = {names.get(one.id, one.id): place for place, one in enumerate(written.levels)}
    order = [places.get(level.id) for level in levels]
    criteria = tuple(_moved(one, order, names) for one in written.criteria)
    flags = tuple(
        msgspec.structs.replace(
            flag,
            level=names.get(flag.level, flag.level),
            consult=tuple(names.get(one, one) for one in flag.consult),
        )
        for flag in written.flags
    )
    people = tuple(
        msgspec.structs.replace(one, role=names.get(one.role, one.role))
        for one in source.staff.people
    )
    changed = _with(
        source, levels=tuple(levels), functions=tuple(functions), criteria=criteria, flags=flags
    )
    return msgspec.structs.replace(
        changed, staff=msgspec.structs.replace(source.staff, people=people)
    )


def _moved(
    one: WrittenCriterion, order: Sequence[int | None], names: Mapping[str, str]
) -> WrittenCriterion:
    """A criterion whose limits follow their levels; a new level has none yet."""
    limits = [
        one.limits[place] if place is not None and place < len(one.limits) else ""
        for place in order
    ]
    for old, new in names.items():
        limits = [re.sub(rf"^{re.escape(old)}(?=\s*[+-])", new, limit) for limit in limits]
    while limits and not limits[-1]:
        limits.pop()
    consult = tuple(
        msgspec.structs.replace(asked, function=names.get(asked.function, asked.function))
        for asked in one.consult
    )
    return msgspec.structs.replace(one, limits=tuple(limits), consult=consult)


def _flags(
    source: AuthoritySource, rows: Sequence[TypedRow], language: Language
) -> AuthoritySource:
    known = {one.id: one.name for one in source.written.flags}
    flags = tuple(
        FlagRule(
            row.cells[0],
            _renamed_text(known.get(row.cells[0], LocalText()), row.cells[1], language),
            row.cells[2],
            *(_words(cell) for cell in row.cells[3:6]),
        )
        for row in rows
    )
    return _with(source, flags=flags)


def _people(
    source: AuthoritySource, rows: Sequence[TypedRow], _language: Language
) -> AuthoritySource:
    staff = source.staff
    names = _renaming([one.id for one in staff.people], [row.cells[0] for row in rows])
    absences = tuple(
        msgspec.structs.replace(
            one,
            person=names.get(one.person, one.person),
            delegate=names.get(one.delegate, one.delegate),
        )
        for one in staff.absences
    )
    people = tuple(Person(*row.cells) for row in rows)
    return msgspec.structs.replace(source, staff=Staff(people, absences))


def _absences(
    source: AuthoritySource, rows: Sequence[TypedRow], _language: Language
) -> AuthoritySource:
    absences = tuple(
        Absence(row.cells[0], row.read(1, read_date), row.read(2, read_date), row.cells[3])
        for row in rows
    )
    staff = msgspec.structs.replace(source.staff, absences=absences)
    return msgspec.structs.replace(source, staff=staff)


def _rules(
    source: AuthoritySource, rows: Sequence[TypedRow], _language: Language
) -> AuthoritySource:
    if not rows:
        return _with(source, window=Window(), unsigned_limit="0")
    row = rows[0]
    window = Window(row.read(0, _count), row.read(1, _count))
    return _with(source, window=window, unsigned_limit=row.cells[2] or "0")


_READERS: Final[
    Mapping[str, Callable[[AuthoritySource, Sequence[TypedRow], Language], AuthoritySource]]
] = {
    LIMITS: _limits,
    ROLES: _roles,
    FLAGS: _flags,
    PEOPLE: _people,
    ABSENCES: _absences,
    RULES: _rules,
}


def _with(source: AuthoritySource, **fields: object) -> AuthoritySource:
    written = msgspec.structs.replace(source.written, **fields)
    return msgspec.structs.replace(source, written=written)


def _renaming(before: Sequence[str], after: Sequence[str]) -> dict[str, str]:
    """The one identifier that was typed anew in its place, which others still name."""
    if len(before) != len(after):
        return {}
    pairs = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    if len(pairs) != 1 or not pairs[0][1] or pairs[0][1] in before:
        return {}
    return dict(pairs)


def _renamed_text(former: LocalText, typed: str, language: Language) -> LocalText:
    """A name in which one language was typed; the other one stays."""
    if typed == former.spoken(language):
        return former
    return LocalText(typed, former.en) if language == "zh" else LocalText(former.zh, typed)


def _words(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(re.split(r"[\s,，、;；]+", text.strip()))) if text.strip() else ()


def _some(words: type[WordT]) -> Callable[[str], tuple[WordT, ...]]:
    read = word_of(words)
    return lambda text: tuple(read(word) for word in _words(text))


def _count(text: str) -> int:
    return read_whole_number(text) if text else 0


def _consultations(text: str) -> tuple[WrittenConsultation, ...]:
    found = []
    for part in filter(None, (one.strip() for one in re.split(r"[;；]", text))):
        asked = _CONSULT.fullmatch(part.replace("＞", ">"))
        if asked is None:
            raise CellFault("authority.consult_wrong", value=part)
        found.append(WrittenConsultation(asked["function"], asked["beyond"]))
    return tuple(found)
