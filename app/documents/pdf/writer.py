"""Draw finished pages on a reportlab canvas: text, tables, pictures, links, outline, properties."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from app.documents.pdf.boxes import Fill, Heading, PictureAt, Rule, TextLine
from app.documents.pdf.canvas import PlainCanvas
from app.documents.pdf.draft_mark import draft_operators
from app.documents.pdf.font_embedding import EmbeddedFont
from app.documents.pdf.line_placing import Placed, place_line
from app.documents.pdf.metadata import describe
from app.documents.pdf.page_numbers import PageNumbers
from app.documents.pdf.pictures import PictureStore
from app.documents.pdf.seal import code_operators, qr_operators
from app.documents.pdf.text_drawing import colour, text_operators

if TYPE_CHECKING:
    from app.documents.pdf.atoms import AtomMaker
    from app.documents.pdf.blocks import Picture
    from app.documents.pdf.boxes import Item
    from app.documents.pdf.docx_reader import Package
    from app.documents.pdf.fonts import FontSet
    from app.documents.pdf.metadata import Properties
    from app.documents.pdf.page import Page
    from app.documents.pdf.report import Report

_DASHES: Final = {"dotted": "[1 1.5] 0 d", "dashed": "[4 2.5] 0 d"}


class Writer:
    """Writes one document."""

    def __init__(
        self, fonts: FontSet, maker: AtomMaker, package: Package, report: Report, about: Properties
    ) -> None:
        """Open an empty PDF with its properties."""
        self._fonts = fonts
        self._maker = maker
        self._package = package
        self._report = report
        self._about = about
        self._file = io.BytesIO()
        self._canvas = PlainCanvas(self._file, about.language)
        self._embedded: dict[str, EmbeddedFont] = {}
        self._pictures = PictureStore(self._canvas.document)
        self._depth = -1
        self._headings = 0

    def write(self, pages: list[Page]) -> bytes:
        """Draw all pages and return the file."""
        canvas, about = self._canvas, self._about
        describe(canvas, about)
        numbers = PageNumbers(pages, self._maker)
        for index, page in enumerate(pages):
            self._page(page, index, numbers)
        if self._headings:
            canvas.showOutline()
        for font in self._embedded.values():
            font.add_to(canvas.document)
        canvas.save()
        return self._file.getvalue()

    def _page(self, page: Page, index: int, numbers: PageNumbers) -> None:
        canvas, setup = self._canvas, page.setup
        canvas.setPageSize((setup.width, setup.height))
        for item in page.items:
            self._item(item, setup.height, index, numbers)
        if self._about.draft_mark:
            mark = draft_operators(
                self._about.draft_mark, setup.width, setup.height, self._fonts, self._font
            )
            canvas.saveState()
            canvas.setFillAlpha(0.16)
            canvas.addLiteral(mark)
            canvas.restoreState()
        if self._about.ticket and not index:
            canvas.addLiteral(qr_operators(self._about.ticket, setup.width))
        if self._about.code:
            canvas.addLiteral(code_operators(self._about.code, self._fonts, self._font))
        canvas.showPage()

    def _item(self, item: Item, height: float, index: int, numbers: PageNumbers) -> None:
        canvas = self._canvas
        if isinstance(item, TextLine):
            self._text_line(item, height, index, numbers)
        elif isinstance(item, Fill):
            canvas.addLiteral(
                f"{colour(item.colour)} rg {item.x:.2f} {height - item.top - item.height:.2f} "
                f"{item.width:.2f} {item.height:.2f} re f"
            )
        elif isinstance(item, Rule):
            self._rule(item, height)
        elif isinstance(item, PictureAt):
            bottom = height - item.top - item.picture.height
            self._picture(item.picture, item.x, bottom)
        elif isinstance(item, Heading):
            self._heading(item, height)

    def _text_line(self, item: TextLine, height: float, index: int, numbers: PageNumbers) -> None:
        line = numbers.filled(item.box.line, index)
        placed = place_line(line, item.align, item.measure)
        baseline = height - item.top - item.box.baseline
        operators = text_operators(placed, item.x, baseline, self._font)
        if operators:
            self._canvas.addLiteral("\n".join(operators))
        top, bottom = height - item.top, height - item.top - item.box.height
        for one in placed:
            atom = one.atom
            if atom.kind == "bookmark":
                goal = numbers.destination(atom.text)
                self._canvas.bookmarkPage(goal, fit="XYZ", left=0, top=top)
            elif atom.kind == "picture":
                self._picture(atom.thing, item.x + one.x, baseline)  # type: ignore[arg-type]  # by kind
        self._links(placed, item.x, bottom, top, numbers)

    def _links(
        self, placed: list[Placed], x: float, bottom: float, top: float, numbers: PageNumbers
    ) -> None:
        start = end = 0.0
        link = ""
        for one in [*placed, None]:
            target = "" if one is None else one.atom.link
            if target == link and one is not None:
                end = one.x + one.width
                continue
            if link:
                area = (x + start, bottom, x + end, top)
                if not link.startswith("#"):
                    self._canvas.linkURL(link, area, relative=0, thickness=0)
                elif numbers.destination(link[1:]):
                    goal = numbers.destination(link[1:])
                    self._canvas.linkRect("", goal, area, relative=0, thickness=0)
            if one is not None:
                link, start, end = target, one.x, one.x + one.width

    def _rule(self, rule: Rule, height: float) -> None:
        border = rule.border
        offsets = [0.0]
        width = border.width
        if border.kind == "double":
            offsets, width = [-border.width, border.width], border.width
        flat = rule.top1 == rule.top2
        for offset in offsets:
            dx, dy = (0.0, offset) if flat else (offset, 0.0)
            self._canvas.addLiteral(
                f"q {colour(border.colour)} RG {width:.2f} w {_DASHES.get(border.kind, '')} "
                f"{rule.x1 + dx:.2f} {height - rule.top1 + dy:.2f} m "
                f"{rule.x2 + dx:.2f} {height - rule.top2 + dy:.2f} l S Q"
            )

    def _picture(self, picture: Picture, x: float, bottom: float) -> None:
        name = self._pictures.add(picture.part, self._package.data(picture.part))
        if not name:
            self._report.add("unreadable picture", picture.part)
            return
        left, top, right, below = picture.crop
        wide = picture.width / max(1 - left - right, 0.01)
        high = picture.height / max(1 - top - below, 0.01)
        clip = ""
        if any(picture.crop):
            clip = f"{x:.2f} {bottom:.2f} {picture.width:.2f} {picture.height:.2f} re W n "
        place = f"{x - left * wide:.2f} {bottom - below * high:.2f}"
        self._canvas.addLiteral(f"q {clip}{wide:.2f} 0 0 {high:.2f} {place} cm")
        self._canvas.doForm(name)
        self._canvas.addLiteral("Q")
        if picture.link and not picture.link.startswith("#"):
            area = (x, bottom, x + picture.width, bottom + picture.height)
            self._canvas.linkURL(picture.link, area, relative=0, thickness=0)

    def _heading(self, heading: Heading, height: float) -> None:
        key = f"_outline{self._headings}"
        self._headings += 1
        # An outline may not skip a level: 1 followed by 3 becomes 1 followed by 2.
        self._depth = min(heading.level, self._depth + 1)
        self._canvas.bookmarkPage(key, fit="XYZ", left=0, top=height - heading.top)
        self._canvas.addOutlineEntry(heading.text, key, self._depth, closed=False)

    def _font(self, face: str) -> EmbeddedFont:
        font = self._embedded.get(face)
        if font is None:
            resource = f"F{len(self._embedded) + 1}"
            font = self._embedded[face] = EmbeddedFont(self._fonts.face(face), resource)
        return font
