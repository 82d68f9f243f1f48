"""PreviewPanel: a paper of the open quote as it would be now, beside the quote."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.errors import QuotewrightError
from app.figures import Figures
from app.ui.page import Page
from app.ui.pages.studio.find_bar import FindBar
from app.ui.pages.studio.page_maker import PageMaker, image_of
from app.ui.pages.studio.page_strip import PageStrip
from app.ui.pages.studio.preview_bar import PreviewBar
from app.ui.presenting.row_keys import read_key
from app.ui.theme import set_role
from app.ui.tokens import Space
from app.ui.widgets.page_words import page_of_item
from app.ui.widgets.paper_view import PaperView
from app.ui.widgets.parts import make_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QImage, QShowEvent

    from app.quoting.freezing import Worked
    from app.services.preview import PagePicture, PaperPreview
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from app.ui.pages.studio.page_maker import Drawn
    from app.ui.session import QuoteSession
    from app.ui.widgets.page_stack import Fit
    from catalog.local_text import Language

_QUIET_MS = 30
"""How long nothing is edited before the paper is drawn; keys typed fast come together."""


class PreviewPanel(Page):
    """Shows one paper and follows the edits; ``closed()`` asks to put it away."""

    closed = Signal()

    def __init__(
        self, workspace: Workspace, surroundings: Surroundings, parent: QWidget | None = None
    ) -> None:
        """Begin without a quote."""
        super().__init__(surroundings, parent)
        self._workspace = workspace
        self.bar = PreviewBar(surroundings.speaker)
        self.view = PaperView(self.tr("Pages of the paper"))
        self.find_bar = FindBar(self.view)
        self.strip = PageStrip(surroundings.tasks)
        self.strip.hide()
        self.maker = PageMaker(surroundings.tasks, self)
        self.preview: PaperPreview | None = None
        self._stale, self._item, self._follow = False, "", False
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self._make)
        self._build()
        self._connect()

    def _build(self) -> None:
        card = QFrame()
        set_role(card, "card")
        self._message = make_label("", "second")
        self._message.setWordWrap(True)
        self._message.setMargin(Space.XL)
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._message)
        self._stack.addWidget(self.view)
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.find_bar)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.strip)
        row.addWidget(self._stack, 1)
        column.addLayout(row, 1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(card)

    def _connect(self) -> None:
        self.bar.chosen.connect(self._renew)
        self.bar.zoom_wanted.connect(self.view.zoom_by)
        self.bar.fit_wanted.connect(lambda fit: self.view.fit_to(cast("Fit", fit)))
        self.bar.find_wanted.connect(self.find_bar.start)
        self.bar.closed.connect(self.closed)
        self.bar.pages_button.toggled.connect(self.strip.setVisible)
        self.strip.page_chosen.connect(self.view.go_to_page)
        self.view.page_changed.connect(self.strip.show_page)
        self.find_bar.closed.connect(self.view.setFocus)
        self.view.page_changed.connect(self._tell_place)
        self.view.zoomed.connect(self.bar.show_zoom)
        self.view.pictures_wanted.connect(self._draw_missing)
        self.maker.made.connect(self._take)
        self.maker.failed.connect(self._fail)
        self.maker.drawn.connect(self._take_more)

    # ------------------------------------------------------------ what is shown

    def attach(self, session: QuoteSession) -> None:
        """Show the papers of another quote."""
        self.bar.language.set_current("en" if session.quote.language == "en" else "zh")
        self.preview, self._item = None, ""
        self.strip.show_paper(None)
        self.view.forget()
        self._message.setText(self.tr("Drawing the paper…"))
        self._stack.setCurrentWidget(self._message)
        super().attach(session)

    def detach(self) -> None:
        """Show no quote any more."""
        self._quiet.stop()
        self.maker.forget()
        self.strip.forget()
        super().detach()

    @property
    def settled(self) -> bool:
        """Whether what is shown is the newest."""
        return not (self._quiet.isActive() or self.maker.busy or (self._stale and self.isVisible()))

    def show_change(self, before: Worked | None, after: Worked) -> None:
        """Draw the paper again soon; while hidden only remember that it is to be."""
        from app.services.issue_documents import kinds_for
        from app.services.preview import shown_kinds

        if before is not None and before.revision is after.revision:
            return
        self._follow = before is None or before.revision.quote.items != after.revision.quote.items
        self.bar.offer(shown_kinds(kinds_for(after.revision)))
        self._renew()

    def show_item(self, key: str) -> None:
        """Bring the page of an item into sight."""
        item = read_key(key).item
        if item and item != self._item:
            self._item = item
            self._go_to_item()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what changed while nobody looked."""
        super().showEvent(event)
        if self._stale:
            self._renew()

    def _renew(self) -> None:
        self._stale = True
        if self.isVisible() and self.session is not None:
            self._quiet.start()

    def _make(self) -> None:
        session, kind = self.session, self.bar.kind
        if session is None or not kind or not self.around.tasks.takes_work:
            return
        self._stale = False
        workspace, now = self._workspace, self.around.clock()
        basis, quote = session.basis, session.worked.revision.quote
        language = cast("Language", self.bar.language.current)

        def work() -> PaperPreview:
            from app.services.preview import preview_paper

            revision = basis.work_out(quote, label="A").revision
            return preview_paper(workspace, revision, kind, language, now=now)

        self.maker.make(work, self.view.in_sight(), self.view.scale)

    # ------------------------------------------------------------ what comes

    def _take(self, drawn: Drawn) -> None:
        preview, before = drawn.preview, self.preview
        self.preview = preview
        self._stack.setCurrentWidget(self.view)
        other = before is None or (before.kind, before.language) != (preview.kind, preview.language)
        if other:
            self.view.forget()
        self.view.show_pages(preview.pages, _images(drawn.pictures))
        self.strip.show_paper(preview)
        self.strip.show_page(self.view.page)
        self._tell_place(self.view.page)
        self.bar.show_zoom(self.view.zoom)
        self.find_bar.renew()
        if other or self._follow:
            self._follow = False
            self._go_to_item()

    def _take_more(self, pdf: bytes, pictures: tuple[PagePicture, ...]) -> None:
        if self.preview is not None and pdf is self.preview.pdf:
            self.view.take_pictures(_images(pictures))
            self._draw_missing()

    def _draw_missing(self) -> None:
        missing = self.view.missing()
        if missing and self.preview is not None:
            self.maker.draw(self.preview.pdf, missing, self.view.scale)

    def _fail(self, failure: Exception) -> None:
        if not isinstance(failure, QuotewrightError):
            self.around.tasks.crashed.emit(failure)
            return
        text, cure = self.around.speaker.failure(failure)
        self.preview = None
        self.view.forget()
        self.strip.show_paper(None)
        self._message.setText(f"{text}\n{cure}".strip())
        self._stack.setCurrentWidget(self._message)

    def _tell_place(self, page: int) -> None:
        self.bar.show_place(page, len(self.view.pages))

    def _go_to_item(self) -> None:
        """Bring the page of the current item into sight, unless it is seen."""
        if self.session is None or self.preview is None or not self._item:
            return
        priced = self.session.worked.revision.priced
        item = next((one for one in priced.items if one.id == self._item), None)
        if item is None:
            return
        figures = Figures(self.preview.language)
        amount = figures.money(item.monthly.net_amount or item.one_time.net_amount)
        page = page_of_item(self.preview.pages, figures.text(item.name), amount)
        if page is not None and page not in self.view.in_sight():
            self.view.go_to_page(page)


def _images(pictures: Sequence[PagePicture]) -> list[tuple[int, float, QImage]]:
    return [(one.page, one.scale, image_of(one)) for one in pictures]
