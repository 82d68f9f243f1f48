"""differences(): what one edition says otherwise than another, limit by limit, person by person."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.quoting.authority.matrix import Scope
from catalog.local_text import LocalText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from app.quoting.authority.source import AuthoritySource
    from app.quoting.authority.written import WrittenAuthority


class Difference(msgspec.Struct, frozen=True):
    """One thing that is otherwise.

    Attributes:
        part: ``limit``, ``criterion``, ``level``, ``function``, ``flag``, ``person``,
            ``absence`` or ``rule`` (counting together, what nobody signed).
        subject: Identifier of the criterion, level, flag or person.
        field: What of it; the level where it is a limit; empty where it came or went as a whole.
        old: As written; empty where there was nothing.
        new: As written; empty where there is nothing any more.
        name: Of the subject, for people.
    """

    part: str
    subject: str
    field: str
    old: str
    new: str
    name: LocalText = LocalText()


def differences(old: AuthoritySource, new: AuthoritySource) -> tuple[Difference, ...]:
    """What changes from one to the other, in the order in which people look at it."""
    return tuple(_differences(old, new))


def _differences(old: AuthoritySource, new: AuthoritySource) -> Iterator[Difference]:
    before, after = old.written, new.written
    yield from _parts("level", before.levels, after.levels)
    yield from _parts("function", before.functions, after.functions)
    yield from _limits(before, after)
    yield from _parts("criterion", before.criteria, after.criteria, ("limits",))
    yield from _parts("flag", before.flags, after.flags)
    yield from _rules(before, after)
    yield from _parts("person", old.staff.people, new.staff.people)
    gone = [one for one in old.staff.absences if one not in new.staff.absences]
    come = [one for one in new.staff.absences if one not in old.staff.absences]
    for one in gone:
        yield Difference("absence", one.person, "", _told(one), "")
    for one in come:
        yield Difference("absence", one.person, "", "", _told(one))


def _limits(before: WrittenAuthority, after: WrittenAuthority) -> Iterator[Difference]:
    former = {one.id: one for one in before.criteria}
    for one in after.criteria:
        old = former.get(one.id)
        if old is None:
            continue
        was = dict(zip((level.id for level in before.levels), old.limits, strict=False))
        now = dict(zip((level.id for level in after.levels), one.limits, strict=False))
        for level in dict.fromkeys((*was, *now)):
            if was.get(level, "") != now.get(level, ""):
                yield Difference(
                    "limit", one.id, level, was.get(level, ""), now.get(level, ""), one.name
                )


def _rules(before: WrittenAuthority, after: WrittenAuthority) -> Iterator[Difference]:
    pairs: tuple[tuple[str, Callable[[WrittenAuthority], str]], ...] = (
        ("days", lambda one: str(one.window.days)),
        ("watch", lambda one: str(one.window.watch)),
        ("unsigned_limit", lambda one: one.unsigned_limit),
    )
    for field, said in pairs:
        if said(before) != said(after):
            yield Difference("rule", field, field, said(before), said(after))


def _parts(
    part: str,
    before: Sequence[msgspec.Struct],
    after: Sequence[msgspec.Struct],
    aside: tuple[str, ...] = (),
) -> Iterator[Difference]:
    """Things with an identifier that came, went, or changed field by field."""
    former = {_id(one): one for one in before}
    latter = {_id(one): one for one in after}
    for name, one in former.items():
        if name not in latter:
            yield Difference(part, name, "", _told(one), "", _name(one))
    for name, one in latter.items():
        old = former.get(name)
        if old is None:
            yield Difference(part, name, "", "", _told(one), _name(one))
            continue
        for field in one.__struct_fields__:
            was, now = getattr(old, field), getattr(one, field)
            if was != now and field not in aside:
                yield Difference(part, name, field, _word(was), _word(now), _name(one))
    order = [name for name in former if name in latter]
    if part == "level" and order != [name for name in latter if name in former]:
        yield Difference(part, "", "order", " ".join(former), " ".join(latter))


def _id(one: msgspec.Struct) -> str:
    return str(getattr(one, "id", ""))


def _name(one: msgspec.Struct) -> LocalText:
    name = getattr(one, "name", "")
    return name if isinstance(name, LocalText) else LocalText(str(name), str(name))


def _told(one: msgspec.Struct) -> str:
    words = (_word(getattr(one, field)) for field in one.__struct_fields__)
    return " · ".join(word for word in words if word)


def _word(value: object) -> str:
    if isinstance(value, LocalText):
        return " / ".join(dict.fromkeys(text for text in (value.zh, value.en) if text))
    if isinstance(value, Scope):
        return " ".join((*value.families, *value.regulations, *value.charges))
    if isinstance(value, tuple):
        return ", ".join(map(_word, value))
    if isinstance(value, msgspec.Struct):
        return " > ".join(_word(getattr(value, field)) for field in value.__struct_fields__)
    return "" if value is False else str(value)
