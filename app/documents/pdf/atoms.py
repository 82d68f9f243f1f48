"""Turn the content of a paragraph into atoms: the smallest things a line is made of.

An atom is a Chinese character, a Latin word, a number, a space, a tab or a picture. Equal atoms are
one value, made once per format, so a long document costs little more than its distinct words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from app.documents.pdf import blocks
from app.documents.pdf.characters import AMBIGUOUS, is_chinese, pieces, tokens
from app.documents.pdf.fonts import line_metrics
from app.documents.pdf.formats import RunFormat

if TYPE_CHECKING:
    from app.documents.pdf.fonts import FontSet
    from app.documents.pdf.report import Report

_PLACEHOLDER: Final = "00"
# Characters that are drawn as another one when no face has them.
_SAME: Final = {"\u2011": "-", "\u00ad": "", "\u2002": " ", "\u2003": "\u3000", "\u200b": ""}


class Atom(msgspec.Struct, frozen=True, gc=False):
    """One unbreakable thing in a line.

    Attributes:
        kind: ``text``, ``space``, ``tab``, ``break``, ``page break``, ``picture``, ``floating``,
            ``field`` or ``bookmark``.
        text: What is drawn; the name of a bookmark.
        width: Advance in points.
        above, below: Room needed above and below the baseline, in points.
        chinese: Set in the East Asian font.
        face: Key of the face that draws the text.
        thing: The picture or page field itself.
    """

    kind: str
    text: str
    format: RunFormat
    width: float = 0.0
    above: float = 0.0
    below: float = 0.0
    chinese: bool = False
    face: str = ""
    link: str = ""
    thing: blocks.Inline | None = None

    @property
    def first(self) -> str:
        """The first character, or U+FFFC for what is no text."""
        return self.text[:1] if self.kind in {"text", "space", "field"} else "\ufffc"

    @property
    def last(self) -> str:
        """The last character, or U+FFFC for what is no text."""
        return self.text[-1:] if self.kind in {"text", "space", "field"} else "\ufffc"


class AtomMaker:
    """Makes atoms for one document, keeping those already made."""

    def __init__(self, fonts: FontSet, report: Report) -> None:
        """Measure with a set of faces and report characters that none of them has."""
        self._fonts = fonts
        self._report = report
        self._known: dict[tuple[RunFormat, str], dict[tuple[str, bool], tuple[Atom, ...]]] = {}
        self._metrics: dict[tuple[RunFormat, bool], tuple[float, float]] = {}

    def content(self, paragraph: blocks.Paragraph) -> list[Atom]:
        """Return the atoms of a paragraph, without its label."""
        out: list[Atom] = []
        for item in paragraph.content:
            if isinstance(item, blocks.Text):
                following = self._following(paragraph.content, item)
                out += self.text(item.text, item.format, item.link, paragraph.where, out, following)
            else:
                out.append(self._other(item))
        return out

    def label(self, label: blocks.Label, where: str) -> list[Atom]:
        """Return the atoms of a list label with what follows it."""
        out = self.text(label.text, label.format, "", where, [], "")
        if label.follow == "tab":
            out.append(self._plain("tab", "", label.format, ""))
        elif label.follow == "space" and label.text:
            out += self.text(" ", label.format, "", where, out, "")
        return out

    def text(
        self, text: str, form: RunFormat, link: str, where: str, before: list[Atom], after: str
    ) -> list[Atom]:
        """Return the atoms of characters in one format.

        Args:
            text: The characters.
            form: Their format.
            link: Where they lead; empty for plain text.
            where: Place for findings.
            before: Atoms already made; the last one decides how an ambiguous mark is set.
            after: The character that follows in the next run, or an empty string.
        """
        known = self._known.setdefault((form, link), {})
        out: list[Atom] = []
        found = tokens(text)
        for position, word in enumerate(found):
            chinese = False
            if len(word) == 1 and word != " ":
                chinese = is_chinese(word)
                if word in AMBIGUOUS:
                    previous = out[-1:] or before[-1:]
                    following = found[position + 1][0] if position + 1 < len(found) else after
                    chinese = form.chinese_hint or _set_as_chinese(word, previous, following)
            key = (word, chinese)
            atoms = known.get(key)
            if atoms is None:
                atoms = known[key] = self._make(word, form, link, where, chinese)
            out += atoms
        return out

    def number(self, field: blocks.PageField, text: str) -> list[Atom]:
        """Return the atoms that replace the placeholder of a page field."""
        made = self._make(text, field.format, field.link, "", chinese=False)
        if is_chinese(text[:1]):
            made = tuple(self.text(text, field.format, field.link, "", [], ""))
        return list(made)

    def height(self, form: RunFormat, *, chinese: bool) -> tuple[float, float]:
        """Return the room above and below the baseline for a format, in points."""
        key = (form, chinese)
        if key not in self._metrics:
            metrics = line_metrics(form.chinese if chinese else form.latin, chinese=chinese)
            size = form.size
            self._metrics[key] = (
                metrics.above * size + max(form.lift, 0.0),
                metrics.below * size - min(form.lift, 0.0),
            )
        return self._metrics[key]

    def _make(
        self, word: str, form: RunFormat, link: str, where: str, chinese: bool
    ) -> tuple[Atom, ...]:
        above, below = self.height(form, chinese=chinese)
        made: list[Atom] = []
        for piece in pieces(word):
            for face, text, width in self._drawn(piece, form, where, chinese):
                kind = "space" if text == " " else "text"
                atom = Atom(kind, text, form, width, above, below, chinese, face, link)
                made.append(atom)
        return tuple(made)

    def _drawn(
        self, text: str, form: RunFormat, where: str, chinese: bool
    ) -> list[tuple[str, str, float]]:
        """Split text by the face that draws it; give each part its width in points."""
        family = form.chinese if chinese else form.latin
        size, spacing = form.drawn_size, form.spacing
        parts: list[tuple[str, str, float]] = []
        for character in text:
            glyph = self._fonts.find(character, family, bold=form.bold)
            shown = character
            if glyph.missing and character in _SAME:
                shown = _SAME[character]
                if not shown:
                    continue
                glyph = self._fonts.find(shown, family, bold=form.bold)
            if glyph.missing:
                self._report.add(f"missing glyph {character} (U+{ord(character):04X})", where)
            width = glyph.width * size + spacing
            if parts and parts[-1][0] == glyph.face:
                face, earlier, so_far = parts[-1]
                parts[-1] = (face, earlier + shown, so_far + width)
            else:
                parts.append((glyph.face, shown, width))
        return parts

    def _other(self, item: blocks.Inline) -> Atom:
        if isinstance(item, blocks.Tab):
            plain = self._plain("tab", "", item.format, item.link)
            return msgspec.structs.replace(plain, thing=item) if item.align else plain
        if isinstance(item, blocks.Break):
            kind = "page break" if item.kind == "page" else "break"
            return self._plain(kind, "", item.format, "")
        if isinstance(item, blocks.PageField | blocks.NoteMark):
            return self._figure(item)
        if isinstance(item, blocks.Picture):
            height = item.height
            return Atom("picture", "", RunFormat(), item.width, height, link=item.link, thing=item)
        if isinstance(item, blocks.Floating):
            return Atom("floating", "", RunFormat(), thing=item)
        if isinstance(item, blocks.Bookmark):
            return Atom("bookmark", item.name, RunFormat())
        raise TypeError(item)

    def _figure(self, item: blocks.PageField | blocks.NoteMark) -> Atom:
        """Return the place of a page number, or the mark of a note."""
        if isinstance(item, blocks.PageField):
            kind, words, link = "field", _PLACEHOLDER, item.link
        else:
            kind, words, link = "text", item.text, ""
        face, text, width = self._drawn(words, item.format, "", chinese=False)[0]
        above, below = self.height(item.format, chinese=False)
        return Atom(kind, text, item.format, width, above, below, face=face, link=link, thing=item)

    def _plain(self, kind: str, text: str, form: RunFormat, link: str) -> Atom:
        above, below = self.height(form, chinese=False)
        return Atom(kind, text, form, 0.0, above, below, link=link)

    @staticmethod
    def _following(content: tuple[blocks.Inline, ...], item: blocks.Text) -> str:
        if not item.text or item.text[-1] not in AMBIGUOUS:
            return ""
        position = next(n for n, other in enumerate(content) if other is item)
        rest = (other for other in content[position + 1 :] if isinstance(other, blocks.Text))
        return next((other.text[0] for other in rest if other.text), "")


def _set_as_chinese(word: str, previous: list[Atom], following: str) -> bool:
    """A mark both scripts use follows the character before it, or else the one after it.

    Quotation marks, dashes and dots after nothing or a space look ahead; °, ℃ and № only exist as
    one glyph and count as Latin beside digits.
    """
    if previous and previous[-1].kind == "text":
        return previous[-1].chinese or (bool(following) and is_chinese(following))
    if word in "℃°′″‰№":
        return False
    return bool(following) and (is_chinese(following) or following in AMBIGUOUS)
