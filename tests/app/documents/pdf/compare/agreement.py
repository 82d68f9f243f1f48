"""How far two PDFs of one Word file agree: words, line ends, places of paragraphs. Pure."""

from __future__ import annotations

import difflib
import io
import unicodedata
import zipfile
from typing import TYPE_CHECKING, Final

import msgspec
from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.app.documents.pdf.compare.drawn_text import Drawn, DrawnText

NEAR: Final = 3 / 25.4 * 72
"""Points that a paragraph may be away from where the other program puts it: 3 mm."""
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Line(msgspec.Struct, frozen=True):
    """A line as drawn: from one change of the baseline to the next."""

    start: int
    end: int
    text: str
    page: int
    x: float
    top: float


class Moved(msgspec.Struct, frozen=True):
    """A paragraph and how far ours stands to the right of and below theirs, in points."""

    text: str
    page: int
    their_page: int
    right: float
    down: float

    @property
    def near(self) -> bool:
        """Whether it stands on the same page within 3 mm."""
        return self.page == self.their_page and max(abs(self.right), abs(self.down)) <= NEAR


class Agreement(msgspec.Struct, frozen=True):
    """The comparison of one document.

    Attributes:
        pages, their_pages: Counted in ours and in theirs.
        same_text: The same characters in the same order.
        text_changes: Where they differ: ours and theirs.
        lines: Lines of theirs; ``equal_lines`` of them begin and end with ours.
        broken: Lines of ours and theirs that differ, side by side.
        first_broken: The first page with such a line.
        paragraphs: Every paragraph that was found in both.
    """

    pages: int
    their_pages: int
    same_text: bool
    text_changes: tuple[tuple[str, str], ...]
    lines: int
    equal_lines: int
    broken: tuple[tuple[str, str], ...]
    first_broken: int
    paragraphs: tuple[Moved, ...]

    @property
    def line_share(self) -> float:
        """Percent of lines that break alike."""
        return 100 * self.equal_lines / max(self.lines, 1)

    @property
    def near_share(self) -> float:
        """Percent of paragraphs within 3 mm."""
        near = sum(1 for one in self.paragraphs if one.near)
        return 100 * near / max(len(self.paragraphs), 1)


def compare(docx: bytes, ours: DrawnText, theirs: DrawnText) -> Agreement:
    """Compare two PDFs of a Word document."""
    changes = difflib.SequenceMatcher(None, ours.text, theirs.text, autojunk=False).get_opcodes()
    same = {
        i1 + n: j1 + n for op, i1, i2, j1, _ in changes if op == "equal" for n in range(i2 - i1)
    }
    # A label that one of them counts otherwise begins and ends where the other one's does.
    starts = same | {a: c for op, a, _, c, _ in changes if op == "replace"}
    ends = {a + 1: c + 1 for a, c in same.items()}
    ends |= {b: d for op, _, b, _, d in changes if op == "replace"}
    our_lines, their_lines = lines_of(ours.characters), lines_of(theirs.characters)
    equal = {(starts.get(line.start), ends.get(line.end)) for line in our_lines} & {
        (line.start, line.end) for line in their_lines
    }
    broken = _broken(our_lines, their_lines, starts, equal)
    return Agreement(
        ours.pages,
        theirs.pages,
        ours.text == theirs.text,
        tuple((ours.text[a:b], theirs.text[c:d]) for op, a, b, c, d in changes if op != "equal"),
        len(their_lines),
        len(equal),
        tuple((one.text, other.text) for one, other in broken),
        min((one.page for one, _ in broken), default=0),
        tuple(_moved(docx, ours, theirs, starts)),
    )


def lines_of(characters: Sequence[Drawn]) -> list[Line]:
    """Cut characters into lines, where the baseline or the page changes."""
    lines: list[Line] = []
    start = 0
    for n in range(1, len(characters) + 1):
        if n < len(characters) and _same_line(characters[n - 1], characters[n]):
            continue
        part = characters[start:n]
        if part:
            first = part[0]
            text = "".join(one.text for one in part)
            lines.append(Line(start, n, text, first.page, first.x, first.top))
        start = n
    return lines


def _same_line(one: Drawn, two: Drawn) -> bool:
    """Raised and lowered characters stay in their line."""
    return one.page == two.page and abs(one.top - two.top) < 0.5 * max(one.size, two.size)


def _broken(
    ours: list[Line],
    theirs: list[Line],
    starts: dict[int, int],
    equal: set[tuple[int | None, int | None]],
) -> list[tuple[Line, Line]]:
    """Pair the lines of ours that end elsewhere with theirs that begin at the same character."""
    other = {line.start: line for line in theirs}
    found = []
    for line in ours:
        start = starts.get(line.start)
        match = None if start is None else other.get(start)
        if match is not None and (match.start, match.end) not in equal:
            found.append((line, match))
    return found


def _moved(
    docx: bytes, ours: DrawnText, theirs: DrawnText, same: dict[int, int]
) -> Iterator[Moved]:
    text, cursor = ours.text, 0
    for words in paragraph_texts(docx):
        at = text.find(words, cursor)
        if at < 0:
            continue
        cursor = at + len(words)
        if at not in same:
            continue
        mine, other = ours.characters[at], theirs.characters[same[at]]
        yield Moved(words, mine.page, other.page, mine.x - other.x, mine.top - other.top)


def paragraph_texts(docx: bytes) -> Iterator[str]:
    """Yield the words of each paragraph of the body that has any, without white space."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    for paragraph in root.iter(f"{_W}p"):
        if paragraph.find(f".//{_W}txbxContent") is not None:
            continue  # its text boxes come as paragraphs of their own
        text = ""
        for element in paragraph.iter(f"{_W}t", f"{_W}footnoteReference"):
            if element.tag == f"{_W}footnoteReference":
                break  # the file does not say what the mark shows
            text += element.text or ""
        words = "".join(unicodedata.normalize("NFC", text).split())
        if words:
            yield words
