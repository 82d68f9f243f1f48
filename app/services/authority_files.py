"""Limits and people as files: written as one, read as one, or as two one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import msgspec

from app.errors import ImportRejected
from app.quoting.authority.source import AuthoritySource
from app.quoting.authority.staff import Staff
from app.quoting.authority.writing import write_source
from app.quoting.authority.written import WrittenAuthority
from app.services.field_faults import field_faults
from app.services.toml_file import read_toml
from app.storage.files import write_atomically
from catalog.decoding_fault import decoding_facts
from catalog.known_type import known
from catalog.problem import Place, Problem

if TYPE_CHECKING:
    from pathlib import Path

T = TypeVar("T")
_PEOPLE = ("people", "absences")


def export_authority(source: AuthoritySource, path: Path) -> None:
    """Write limits and people as one file.

    Raises:
        FileError: It cannot be written.
    """
    write_atomically(path, write_source(source).encode())


def import_authority(path: Path, source: AuthoritySource) -> AuthoritySource:
    """Read limits, people, or both from a file; what it does not have stays as it is.

    Raises:
        FileUnreadable: It cannot be opened.
        ImportRejected: It has another form; all findings come with it.
    """
    plain = read_toml(path, dict)
    if isinstance(plain, tuple):
        raise ImportRejected(plain)
    people = {name: plain.pop(name) for name in _PEOPLE if name in plain}
    if not people and not plain.keys() & {"levels", "criteria"}:
        where, facts = Place(file=path.name), {"file": path.name}
        raise ImportRejected(
            (Problem("authority.no_limits_in_file", where=where, parameters=facts),)
        )
    written = _value(path, plain, WrittenAuthority) if plain else source.written
    staff = _value(path, people, Staff) if people else source.staff
    return AuthoritySource(written, staff)


def _value(path: Path, plain: dict[str, object], kind: type[T]) -> T:
    faults = field_faults(plain, kind)
    if faults:
        raise ImportRejected(
            tuple(
                Problem(
                    "import.field_wrong",
                    where=Place(file=path.name, column=fault.place.removeprefix("$.")),
                    parameters=decoding_facts(fault.fault),
                )
                for fault in faults
            )
        )
    return msgspec.convert(plain, known(kind))
