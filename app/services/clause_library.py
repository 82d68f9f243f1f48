"""The clause library, read from ``resources/clauses``: data, checked when it is read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import msgspec

from app.errors import UnknownFormat
from app.paths import resource
from app.quoting.clause import ARTICLES, LibraryClause, QuoteClause
from catalog.condition import Condition
from catalog.known_type import known
from catalog.local_text import LocalText

if TYPE_CHECKING:
    from pathlib import Path

_REFERENCE: Final = re.compile(r"\{see:([a-z0-9_]+)\}")
_FIXED: Final = frozenset({*ARTICLES, "parties", "quantity", "closing"})
_BRACE: Final = re.compile(r"[{}]")


class _Version(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    version: int
    texts: tuple[LocalText, ...]


class _Written(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    name: LocalText
    standard: bool
    responsible: str
    versions: tuple[_Version, ...]
    family: str = ""
    article: str = ""
    title: LocalText = LocalText()
    conditions: tuple[Condition, ...] = ()

    def clause(self, version: _Version) -> QuoteClause:
        """One version as a quote takes it."""
        return QuoteClause(
            self.id,
            version.version,
            self.name,
            version.texts,
            self.family,
            self.article,
            self.title,
            self.conditions,
        )


def load_clauses(folder: Path | None = None) -> tuple[LibraryClause, ...]:
    """Every clause, in the order of identifiers.

    Args:
        folder: Where the files stand; the program's own when not given.

    Raises:
        UnknownFormat: If a file is not what a clause is; it names the file and the place.
    """
    place = folder or resource("clauses")
    written = [_read(path) for path in sorted(place.glob("*.toml"))]
    own = {one.id for one in written if not one.article}
    for one in written:
        _check(one, _FIXED | own)
    return tuple(
        LibraryClause(
            one.clause(one.versions[-1]),
            one.standard,
            one.responsible,
            tuple(map(one.clause, one.versions[:-1])),
        )
        for one in written
    )


def _read(path: Path) -> _Written:
    try:
        found = msgspec.toml.decode(path.read_bytes(), type=known(_Written))
    except msgspec.DecodeError as error:
        raise UnknownFormat(file=path.name, reason=str(error)) from error
    if found.id != path.stem:
        raise UnknownFormat(file=path.name, reason=f"id: {found.id}")
    return found


def _check(one: _Written, known: frozenset[str]) -> None:
    """Refuse what could not be printed.

    Raises:
        UnknownFormat: With what is wrong.
    """
    if one.article not in {"", *ARTICLES}:
        _refuse(one, f"article: {one.article}")
    if not one.article and not (one.title.zh and one.title.en):
        _refuse(one, "title")
    numbers = [version.version for version in one.versions]
    if not numbers or numbers != sorted(set(numbers)):
        _refuse(one, f"versions: {numbers}")
    for text in (text for version in one.versions for text in version.texts):
        for spoken in (text.zh, text.en):
            if not spoken or _BRACE.search(_REFERENCE.sub("", spoken)):
                _refuse(one, f"texts: {spoken[:40]}")
            for name in _REFERENCE.findall(spoken):
                if name not in known:
                    _refuse(one, f"see:{name}")


def _refuse(one: _Written, reason: str) -> None:
    raise UnknownFormat(file=f"{one.id}.toml", reason=reason)
