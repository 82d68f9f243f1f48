"""The question bank, read from ``resources/questions``: data, checked when it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import msgspec

from app.errors import UnknownFormat
from app.paths import resource
from app.quoting.interview import KnownNeed, QuestionBank, QuestionFile
from catalog.known_type import known

if TYPE_CHECKING:
    from pathlib import Path

_NEEDS = "needs.toml"
Read = TypeVar("Read")


class _Needs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    needs: tuple[KnownNeed, ...]


def load_questions(folder: Path | None = None) -> QuestionBank:
    """Every question and need, files in the order of their names.

    Args:
        folder: Where the files stand; the program's own when not given.

    Raises:
        UnknownFormat: A file is not what it should be, two questions have one identifier, or a
            question points to a need that there is not; it names the file and the place.
    """
    place = folder or resource("questions")
    paths = sorted(path for path in place.glob("*.toml") if path.name != _NEEDS)
    files = tuple(_read(path, QuestionFile) for path in paths)
    needs = _read(place / _NEEDS, _Needs).needs
    known, seen = {need.id for need in needs}, set[str]()
    for path, file in zip(paths, files, strict=True):
        for question in file.questions:
            if question.id in seen or (question.need and question.need not in known):
                raise UnknownFormat(record=path.name, place=question.id, detail=question.need)
            seen.add(question.id)
    return QuestionBank(files, needs)


def _read(path: Path, kind: type[Read]) -> Read:
    try:
        return msgspec.toml.decode(path.read_bytes(), type=known(kind))
    except (msgspec.DecodeError, UnicodeDecodeError) as failure:
        detail, _, place = str(failure).partition(" - at ")
        raise UnknownFormat(record=path.name, place=place.strip("`"), detail=detail) from failure
