"""PrintJob: prints papers from their pages at the printer's resolution, beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from app.services.print_set import page_bands, page_sizes, print_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.print_set import PrintedPaper, Sheet
    from app.ui.tasks import Task, Tasks

_FINEST = 600
"""Dots per inch beyond which no letter gets sharper."""
_POINTS = 72


def make_printer() -> QPrinter:
    """The user's usual printer, on A4 and at its own resolution."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    return printer


class PrintJob(QObject):
    """Prints once.

    * ``progressed(per_mille)``. * ``done(pages)``: handed to the printer.
    * ``failed(text, cure)``: the printer takes nothing. * ``ended()``: however it ended.
    """

    progressed = Signal(int)
    done = Signal(int)
    failed = Signal(str, str)
    ended = Signal()

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        """Print on the threads of the window."""
        super().__init__(parent)
        self._tasks = tasks
        self._task: Task | None = None
        tasks.progressed.connect(self._relay)
        tasks.ended.connect(self._end)

    def cancel(self) -> None:
        """Stop; a page that is half drawn is not printed."""
        if self._task is not None:
            self._task.cancel()

    def start(self, papers: Sequence[PrintedPaper], printer: QPrinter) -> None:
        """Print papers.

        Args:
            papers: In order, with their copies.
            printer: Set up by the user.
        """
        printer.setFullPage(True)
        self._task = self._tasks.run(lambda task: print_papers(papers, printer, task), self._tell)
        self.progressed.emit(0)

    def _relay(self, task: Task, done: int, total: int) -> None:
        if task is self._task:
            self.progressed.emit(done * 1000 // max(total, 1))

    def _end(self, task: Task) -> None:
        if task is self._task:
            self._task = None
            self.ended.emit()
            self.deleteLater()

    def _tell(self, pages: int) -> None:
        if pages < 0:
            self.failed.emit(
                self.tr("The printer takes nothing"),
                self.tr("Look whether it is there and has paper, or choose another one."),
            )
        else:
            self.done.emit(pages)


def print_papers(papers: Sequence[PrintedPaper], printer: QPrinter, task: Task) -> int:
    """Draw every side; works on any thread.

    Args:
        papers: In order, with their copies.
        printer: Set up by the user.
        task: Told how far it is, asked whether to go on.

    Returns:
        How many sides were printed; -1 when the printer takes nothing.

    Raises:
        Cancelled: The user cancelled; the job is withdrawn.
    """
    sizes = [page_sizes(paper.pdf) for paper in papers]
    sides = print_order(
        [(len(pages), paper.copies) for pages, paper in zip(sizes, papers, strict=True)],
        times=1 if printer.supportsMultipleCopies() else max(printer.copyCount(), 1),
        collate=printer.collateCopies(),
        duplex=printer.duplex() != QPrinter.DuplexMode.DuplexNone,
    )
    painter = QPainter()
    for done, side in enumerate(sides):
        if task.cancelled:
            printer.abort()
            painter.end()
        task.check()
        across = _turn(printer, sizes[side.paper][max(side.page, 0)])
        if not (printer.newPage() if done else painter.begin(printer)):
            return -1
        if side.page >= 0:
            _draw(painter, printer, papers[side.paper].pdf, side, across)
        task.report(done + 1, len(sides))
    if sides:
        painter.end()
    return len(sides)


def _turn(printer: QPrinter, size: tuple[float, float]) -> tuple[float, float]:
    """Turn the paper as the page is; gives the size of the page."""
    upright = size[0] <= size[1]
    turned = QPageLayout.Orientation
    printer.setPageOrientation(turned.Portrait if upright else turned.Landscape)
    return size


def _draw(
    painter: QPainter, printer: QPrinter, pdf: bytes, side: Sheet, size: tuple[float, float]
) -> None:
    """Draw a page, made smaller where it is larger than the paper."""
    dots = min(printer.resolution(), _FINEST)
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    width, height = (edge / _POINTS * printer.resolution() for edge in size)
    shrink = min(1.0, paper.width() / width, paper.height() / height)
    left, top = (paper.width() - width * shrink) / 2, (paper.height() - height * shrink) / 2
    each = printer.resolution() / dots * shrink
    for band in page_bands(pdf, side.page, dots):
        image = QImage(band.data, band.width, band.height, band.stride, QImage.Format.Format_RGB32)
        place = QRectF(left, top + band.top * each, band.width * each, band.height * each)
        painter.drawImage(place, image)
