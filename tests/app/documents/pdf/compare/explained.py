"""Why the two differ: each known habit of LibreOffice is tried on ours, and what then agrees told.

LibreOffice is not Word. A habit is listed only where what Word does is known; ours stands there.
"""

from __future__ import annotations

import collections
import contextlib
import itertools
import re
from typing import TYPE_CHECKING, Any, Final

import msgspec

from app.documents.pdf import convert, line_breaking, line_placing
from tests.app.documents.papers import fonts
from tests.app.documents.pdf.compare.agreement import Agreement, compare
from tests.app.documents.pdf.compare.drawn_text import drawn_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.documents.pdf.atoms import Atom
    from tests.app.documents.pdf.compare.drawn_text import DrawnText

_LABEL: Final = re.compile("[一二三四五六七八九十]+|[0-9]{1,2}")


class Habit(msgspec.Struct, frozen=True):
    """Something LibreOffice does otherwise than Word."""

    name: str
    text: str


GAP: Final = Habit(
    "gap", "a fifth of an em between Chinese and Latin letters; Word and ours leave a quarter"
)
HANG: Final = Habit(
    "hang", "no mark stands beyond the end of a line; Word and ours let commas and stops hang there"
)
LAST: Final = Habit(
    "last", "the last mark of a line is not squeezed to fit; Word and ours cut its blank half"
)
PAIRS: Final = Habit(
    "pairs", "neighbouring full-width marks keep a whole em each; Word and ours squeeze them"
)
LABELS: Final = Habit(
    "labels",
    "w:isLgl and w:lvlRestart are ignored: 一.1 and 第一条 where Word prints 1.1 and 第四条",
)
NUMBERS: Final = Habit(
    "numbers", "a number before a mark is broken inside; Word and ours keep numbers whole"
)
HYPHENS: Final = Habit(
    "hyphens", "a line may end after any hyphen; ours keeps codes such as C1-L whole on purpose"
)
ORDER: Final = Habit(
    "order", "characters of a second font are drawn, and copied, after the rest of their line"
)
UNDERSCORES: Final = Habit(
    "underscores", "a run of underscores is broken like Chinese text; Word and ours keep it whole"
)
KEEPING: Final = Habit(
    "keeping", "a heading kept with a line that is kept with a table is left at the foot of a page"
)
BELOW: Final = Habit("below", "stands below a line that breaks otherwise")
_TRIED: Final = (HANG, GAP, LAST, PAIRS)


class Explained(msgspec.Struct, frozen=True):
    """What explains the differences of one document.

    Attributes:
        habits: With the number of lines, words or paragraphs each one explains.
        open_lines, open_paragraphs, open_text: What nothing here explains.
    """

    habits: tuple[tuple[Habit, int], ...]
    open_lines: tuple[tuple[str, str], ...]
    open_paragraphs: int
    open_text: tuple[tuple[str, str], ...]


def explain(docx: bytes, found: Agreement, theirs: DrawnText) -> Explained:
    """Try LibreOffice's habits on our layout, alone and together."""
    counts: collections.Counter[Habit] = collections.Counter()
    other = _text_habits(found, counts)
    times = collections.Counter(found.broken)
    rest = set(times)
    for pair in times:
        habit = _seen_in(*pair)
        if habit is not None:
            counts[habit] += times[pair]
            rest.discard(pair)
    far = {(one.text, one.page) for one in found.paragraphs if not one.near}
    moved = len(far)
    if len(rest) < len(times):  # what a broken number or line of underscores moved down
        far = {(text, page) for text, page in far if page < found.first_broken}
    if KEEPING in counts:  # what stood below that heading
        far = set()
    for size in (1, 2, 3):
        for habits in itertools.combinations(_TRIED, size):
            if not rest and not far:
                break
            with _practising({habit.name for habit in habits}):
                data = convert(docx, fonts=fonts()).data
            again = compare(docx, drawn_text(data), theirs)
            still = {ours for ours, _ in again.broken}
            told = {pair for pair in rest if pair[0] not in still and pair[1] not in still}
            for habit in habits if told else ():
                counts[habit] += sum(times[pair] for pair in told)
            rest -= told
            far &= {(one.text, one.page) for one in again.paragraphs if not one.near}
    if moved > len(far):
        counts[BELOW] = moved - len(far)
    return Explained(tuple(counts.items()), tuple(sorted(rest)), len(far), other)


def _text_habits(
    found: Agreement, counts: collections.Counter[Habit]
) -> tuple[tuple[str, str], ...]:
    """Count the habits that changed words; return the changes that none explains."""
    labels = [pair for pair in found.text_changes if all(map(_LABEL.fullmatch, pair))]
    rest = [pair for pair in found.text_changes if pair not in labels]
    if labels:
        counts[LABELS] = len(labels)
    ours, theirs = ("".join(pair[n] for pair in rest) for n in (0, 1))
    if rest and {pair[::-1] for pair in rest} == set(rest):  # words that stand elsewhere
        counts[KEEPING] = len(rest) // 2
        return ()
    if rest and sorted(ours) == sorted(theirs) and not any(map(str.isalnum, ours)):
        counts[ORDER] = len(rest)
        return ()
    return tuple(rest)


def _seen_in(ours: str, theirs: str) -> Habit | None:
    """Tell the habits that show in the lines themselves."""
    if "__" in ours or "_" in theirs[len(ours) :]:
        return UNDERSCORES
    if _counted(ours) != _counted(theirs):
        return LABELS
    if theirs.startswith(ours) and theirs.endswith("-"):
        return HYPHENS
    at = len(theirs)
    if (
        ours.startswith(theirs)
        and theirs[-1:].isdigit()
        and ours[at : at + 1] in set("0123456789%")
    ):
        return NUMBERS
    return None


def _counted(line: str) -> str:
    """The number of an article that a line begins with."""
    found = re.match("第([一二三四五六七八九十]+)[章条]", line)
    return found[1] if found else ""


@contextlib.contextmanager
def _practising(habits: set[str]) -> Iterator[None]:
    """Lay out as LibreOffice would in these respects."""
    kept: list[tuple[Any, str, Any]] = []

    def put(module: Any, name: str, value: Any) -> None:  # noqa: ANN401 - any part of a module
        kept.append((module, name, getattr(module, name)))
        setattr(module, name, value)

    if "gap" in habits:
        put(line_breaking, "_GAP", 0.2)
    if "pairs" in habits:
        put(line_breaking, "overlap", lambda _before, _after: 0.0)
    if habits & {"hang", "last"}:
        for module in (line_breaking, line_placing):
            put(module, "hanging", _hanging_spaces if "last" in habits else _hanging_halves)
    line_breaking._distance.cache_clear()
    try:
        yield
    finally:
        for module, name, value in reversed(kept):
            setattr(module, name, value)
        line_breaking._distance.cache_clear()


def _hanging_halves(atom: Atom, **_allowed: bool) -> float:
    return atom.width if atom.kind == "space" else line_breaking.squeezable(atom)


def _hanging_spaces(atom: Atom, **_allowed: bool) -> float:
    return atom.width if atom.kind == "space" else 0.0
