"""The looks of a returned workbook beside those of what the program writes for the same revisions.

Nothing was typed, and still a sheet may tell something else: rows hidden, a format that shows other
figures, letters in the colour of their ground, a rule or the protection taken off.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from app.documents.workbooks.alterations import Alteration
from app.storage.foreign.returned_looks import SheetLooks, read_looks

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from app.translation import Words


_VISIBLE = "visible"


def looks_of(workbook: bytes) -> dict[str, SheetLooks]:
    """The looks of each sheet of a workbook that the program has just written."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        return read_looks(archive)


def altered_looks(
    written: Mapping[str, SheetLooks],
    returned: Mapping[str, SheetLooks],
    typed: Mapping[str, Collection[str]],
    words: Words,
) -> tuple[Alteration, ...]:
    """Everything that looks otherwise, sheet by sheet.

    Args:
        written: As we write it.
        returned: As it came back.
        typed: Cells of each sheet that may be filled in; programs format what is typed.
        words: Texts.
    """
    return tuple(
        one
        for name, ours in written.items()
        if name in returned
        for one in _of_sheet(name, ours, returned[name], typed.get(name, ()), words)
    )


def _of_sheet(
    name: str, ours: SheetLooks, theirs: SheetLooks, typed: Collection[str], words: Words
) -> Iterator[Alteration]:
    def said(key: str) -> str:
        return words(f"workbook.looks.{key}")

    # Programs that know one way of hiding only write that one.
    if (ours.state == _VISIBLE) != (theirs.state == _VISIBLE):
        yield Alteration(name, "", said(ours.state), said(theirs.state))
    if ours.locked and not theirs.locked:
        yield Alteration(name, "", said("locked"), said("unlocked"))
    for place in _gone(ours, theirs):
        yield Alteration(name, place, said("visible"), said("hidden"))
    for place in sorted({*theirs.unseen} - {*ours.unseen}):
        yield Alteration(name, place, said("visible"), said("unseen"))
    for place, was, now in _otherwise(ours.formats, theirs.formats):
        if was and now and place not in typed and place not in theirs.unseen:
            yield Alteration(name, place, was, now)
    for place, was, now in _otherwise(ours.rules, theirs.rules):
        yield Alteration(name, place, was or said("no_rule"), now or said("no_rule"))


def _gone(ours: SheetLooks, theirs: SheetLooks) -> Iterator[str]:
    """Rows and columns that were hidden."""
    for row in sorted({*theirs.hidden_rows} - {*ours.hidden_rows}):
        yield f"{row}:{row}"
    for column in sorted({*theirs.hidden_columns} - {*ours.hidden_columns}):
        letters = column_name(column)
        yield f"{letters}:{letters}"


def _otherwise(
    ours: Mapping[str, str], theirs: Mapping[str, str]
) -> Iterator[tuple[str, str, str]]:
    """Places that say something else: what they said, and what they say."""
    for place in sorted({*ours, *theirs}):
        was, now = ours.get(place, ""), theirs.get(place, "")
        if was != now:
            yield place, was, now


def column_name(number: int) -> str:
    """Letters of a column by its number from 1."""
    found = ""
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(ord("A") + rest) + found
    return found
