"""Replace the placeholders of page fields by their numbers, once all pages are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.documents.pdf.blocks import PageField
from app.documents.pdf.boxes import TextLine
from app.documents.pdf.numerals import written

if TYPE_CHECKING:
    from app.documents.pdf.atoms import Atom, AtomMaker
    from app.documents.pdf.line_breaking import Line
    from app.documents.pdf.page import Page


class PageNumbers:
    """Knows the number of every page and the page of every bookmark."""

    def __init__(self, pages: list[Page], maker: AtomMaker) -> None:
        """Look for bookmarks on finished pages; the first of a name counts."""
        self._pages = pages
        self._maker = maker
        self._bookmarks: dict[str, int] = {}
        for index, page in enumerate(pages):
            for item in page.items:
                if isinstance(item, TextLine):
                    for atom in item.box.line.atoms:
                        if atom.kind == "bookmark":
                            self._bookmarks.setdefault(atom.text, index)

    def page_of(self, bookmark: str) -> int:
        """Return the number of the page that a bookmark stands on, from 1; 0 for none."""
        at = self._bookmarks.get(bookmark)
        return 0 if at is None else at + 1

    def destination(self, bookmark: str) -> str:
        """Return the name that links to a bookmark use; empty when it stands on no page.

        Word allows any letters in a bookmark, PDF names are safest in ASCII.
        """
        if bookmark not in self._bookmarks:
            return ""
        return f"mark{list(self._bookmarks).index(bookmark)}"

    def filled(self, line: Line, index: int) -> Line:
        """Return a line of page ``index`` with numbers in place of page fields."""
        if not any(atom.kind == "field" for atom in line.atoms):
            return line
        atoms: list[Atom] = []
        for atom in line.atoms:
            if isinstance(atom.thing, PageField):
                atoms += self._maker.number(atom.thing, self._text(atom.thing, index))
            else:
                atoms.append(atom)
        return msgspec.structs.replace(line, atoms=tuple(atoms))

    def _text(self, field: PageField, index: int) -> str:
        page = self._pages[index]
        if field.kind == "pages":
            return written(len(self._pages), field.form or "decimal")
        if field.kind == "section pages":
            count = sum(1 for other in self._pages if other.section == page.section)
            return written(count, field.form or "decimal")
        if field.kind == "reference":
            at = self._bookmarks.get(field.target)
            if at is None:
                return "?"
            page = self._pages[at]
        return written(page.number, field.form or page.form) or str(page.number)
