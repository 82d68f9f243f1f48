"""QuoteDesk: opens quotes into the studio, keeps their edits, writes their papers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.errors import RecordChangedElsewhere
from app.ui.keeping import Keeper
from app.ui.offers.opening import ask_in_quote, studio_deeds
from app.ui.opening import NoCatalogue, load_quote, start_quote
from app.ui.pages.studio.studio_deeds import STUDIO_DEEDS
from app.ui.paper_desk import PAPER_DEEDS, PaperDesk
from app.ui.presenting.labels import edit_label
from app.ui.session import QuoteSession
from app.ui.settling import settle
from app.ui.unsaved import UnsavedNews, may_lose_edits

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from app.services.workspace import Workspace
    from app.ui.life_desk import LifeDesk
    from app.ui.opening import Opened
    from app.ui.page import Surroundings
    from app.ui.pages.studio.studio_page import StudioPage
    from app.ui.signing.signing_room import SigningRoom


class QuoteDesk(QObject):
    """Holds the one open quote.

    * ``shown()``: a quote is open; show the studio. * ``left()``: back to the list.
    * ``customer_wanted(id)``. * ``failed(failure)``: a quote could not be opened.
    * ``written(paths)``. * ``bundle_wanted(make)``: compose a bundle; ``make`` gives it.
    """

    shown = Signal()
    left = Signal()
    customer_wanted = Signal(str)
    failed = Signal(object)
    written = Signal(tuple)
    bundle_wanted = Signal(object)

    def __init__(self, surroundings: Surroundings, room: SigningRoom, parent: QObject) -> None:
        """Begin without a quote."""
        super().__init__(parent)
        self._around = surroundings
        self.room = room
        self._workspace: Workspace | None = None
        self._studio: StudioPage | None = None
        self._papers: PaperDesk | None = None
        self.life: LifeDesk | None = None
        self._unsaved = UnsavedNews(surroundings, self)
        self.session: QuoteSession | None = None

    def attach(self, workspace: Workspace) -> None:
        """Open quotes of a workspace."""
        self._workspace = workspace

    @property
    def studio(self) -> StudioPage:
        """The studio, built when it is first wanted."""
        if self._studio is None:
            from app.ui.pages.studio.studio_page import StudioPage

            page = self._studio = StudioPage(self._around)
            page.left.connect(self.left)
            page.customer_wanted.connect(self.customer_wanted)
            page.papers_wanted.connect(self.write_papers)
            page.reprice_wanted.connect(self.reprice)
            page.preview_wanted.connect(self.deeds()["preview"])
            page.top.life.compare_wanted.connect(self.deeds()["compare"])
            page.top.deed_wanted.connect(lambda deed: self.deeds()[deed]())
            page.totals.cancel_requested.connect(self.cancel_papers)
            page.items.scores = self._workspace.usage.load() if self._workspace else {}
            page.items.used.connect(self._keep_scores)
            page.items.bundle_wanted.connect(self._make_bundle)
            page.items.industry_wanted.connect(self.deeds()["industry"])
        return self._studio

    def _make_bundle(self, items: tuple[str, ...]) -> None:
        """Offer to compose a bundle of items as they are priced now."""
        if self.session is not None:
            from app.ui.bundle_offer import maker_of

            self.bundle_wanted.emit(maker_of(self.session.worked.revision, items))

    # ------------------------------------------------------------ opening

    def open(self, quote_id: str) -> None:
        """Open a stored quote; the one that is open stays when it is the same."""
        workspace = self._workspace
        if workspace is None:
            return
        if self.session is not None and self.session.quote.id == quote_id:
            self.shown.emit()
            return
        if self._around.holds.is_elsewhere(quote_id):
            self._around.toasts.show_news(self.tr("This quote is open in another window"))
            return
        if not self.leave():
            return
        today = self._around.clock().date()
        self._around.tasks.run(
            lambda _task: load_quote(workspace, quote_id, today), self._show, self._fail
        )

    def open_again(self) -> None:
        """Open the open quote as it is stored."""
        session = self.session
        if session is not None and self.leave():
            self.open(session.quote.id)

    def start(self, customer_id: str) -> None:
        """Begin a quote for a customer."""
        workspace, now = self._workspace, self._around.clock()
        if workspace is None or not customer_id:
            return
        if not self.leave():
            return
        self._around.tasks.run(
            lambda _task: start_quote(workspace, customer_id, now), self._show, self._fail
        )

    def store(self) -> bool:
        """Try at once to store what is left of the open quote; gives whether everything is."""
        keeper = self.session.keeper if self.session else None
        return keeper is None or keeper.store()

    def leave(self) -> bool:
        """Close the open quote, asking where edits cannot be stored; gives whether it is closed."""
        if not self.store() and not may_lose_edits(self._around.messages):
            self.shown.emit()
            return False
        self.close_quote()
        return True

    def close_quote(self) -> None:
        """Close the open quote; edits that could not be stored are lost."""
        session, self.session = self.session, None
        if session is None:
            return
        if self._papers is not None:
            self._papers.detach()
        if self._studio is not None:
            self._studio.detach()
        if self.life is not None:
            self.life.detach()
        if session.keeper is not None:
            session.keeper.disconnect(self)
            session.keeper.close(1.0)
        self._unsaved.end()
        self._around.holds.quote = ""
        session.deleteLater()

    def _show(self, opened: Opened) -> None:
        if self._workspace is None:
            return
        quote = opened.worked.revision.quote
        self._around.holds.quote = quote.id
        keeper = Keeper(self._workspace, quote.id, opened.revision, self)
        keeper.kept.connect(self._kept)
        keeper.failing.connect(self._failing)
        self.session = QuoteSession(
            opened.basis,
            opened.worked,
            opened.steps,
            opened.position,
            keeper,
            lambda label: edit_label(self._around.speaker, label),
            self,
        )
        self.studio.attach(self.session)
        if self._papers is not None:
            self._papers.attach(self.session)
        if self.life is None:
            self.life = self._make_life(self._workspace)
        self.life.attach(self.session)
        self.offer_newest()
        self.shown.emit()

    def _fail(self, failure: Exception) -> None:
        if isinstance(failure, NoCatalogue):
            self._around.messages.warning(
                self.tr("There is no catalogue yet"), self.tr("Import one before quoting.")
            )
            return
        self.failed.emit(failure)

    # ------------------------------------------------------------ newer catalogues

    def offer_newest(self) -> None:
        """Offer the newest catalogue and rules to a quote that is priced with older ones."""
        newest = self._workspace.catalog() if self._workspace is not None else None
        if self.session is not None and self._workspace is not None:
            rules = self._workspace.rules.pricing.version
            self.studio.offer_version(newest.version if newest is not None else "", rules)

    def reprice(self) -> None:
        """Show what the newest versions would change, and make the change when that is agreed."""
        session, workspace = self.session, self._workspace
        if session is not None and workspace is not None:
            from app.ui.dialogs.reprice_dialog import ask_repricing

            ask_repricing(
                self._around, workspace, session, self.studio, lambda: self.session is session
            )

    # ------------------------------------------------------------ doing

    def undo(self) -> None:
        """Go back one edit of the open quote."""
        if self.session is not None:
            self.session.undo()

    def redo(self) -> None:
        """Go forward one edit of the open quote."""
        if self.session is not None:
            self.session.redo()

    # ------------------------------------------------------------ keeping

    def _kept(self, moment: datetime) -> None:
        self._unsaved.end()
        self.studio.show_saved(moment)

    def _failing(self, failure: Exception) -> None:
        session, workspace = self.session, self._workspace
        if session and workspace and isinstance(failure, RecordChangedElsewhere):
            settle(self._around, workspace, session, self.open_again)
            return
        why = self._unsaved.fail(failure)
        self.studio.show_unsaved(self.tr("Not saved yet, trying again"), why)

    def _keep_scores(self, scores: dict[str, int]) -> None:
        workspace = self._workspace
        if workspace is not None:
            self._around.tasks.run(
                lambda _task: workspace.usage.save(scores), lambda _done: None, self.failed.emit
            )

    # ------------------------------------------------------------ its life

    def _make_life(self, workspace: Workspace) -> LifeDesk:
        from app.ui.life_desk import LifeDesk

        life = LifeDesk(workspace, self._around, self.studio.top.life, self.room, self)
        life.final_wanted.connect(lambda kinds: self.write_papers(kinds, final=True))
        return life

    def refresh_life(self) -> None:
        """Show where the open quote stands, after somebody decided something."""
        if self.life is not None:
            self.life.refresh()

    # ------------------------------------------------------------ papers

    @property
    def papers(self) -> PaperDesk | None:
        """What is done with the papers of the open quote; ``None`` before a workspace is open."""
        if self._papers is None and self._workspace is not None:
            self._papers = PaperDesk(self._workspace, self._around, self.studio, self)
            self._papers.written.connect(self.written)
        return self._papers

    def write_papers(self, kinds: tuple[str, ...], *, final: bool = False) -> None:
        """Write papers of the open quote; which ones is asked where none is named.

        ``final`` refuses to write drafts.
        """
        if self.session is not None and self.papers is not None:
            self.papers.write(self.session, kinds, final=final)

    def cancel_papers(self) -> None:
        """Stop papers that are being written, before any file is."""
        if self._papers is not None:
            self._papers.cancel()

    def deeds(self) -> dict[str, Callable[[], None]]:
        """What the keys of the open quote do, by the identifier of their action."""
        return {
            "questions": lambda: ask_in_quote(self._around, self._workspace, self.studio),
            **studio_deeds(self._around, lambda: self.studio, lambda: self._workspace),
            "issue": lambda: self.write_papers(()),
            **{name: partial(self._on_studio, do) for name, do in STUDIO_DEEDS.items()},
            **{name: partial(self._on_papers, do) for name, do in PAPER_DEEDS.items()},
        }

    def _on_studio(self, do: Callable[[StudioPage], None]) -> None:
        if self.session is not None:
            do(self.studio)

    def _on_papers(self, do: Callable[[PaperDesk], None]) -> None:
        if self.session is not None and self.papers is not None:
            do(self.papers)
