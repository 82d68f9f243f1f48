"""Families, the table of charges and bundles, and the chosen one beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.ui.finding import Finder
from app.ui.pages.catalogue.detail_panel import DetailPanel
from app.ui.pages.catalogue.draft_tools import DraftTools
from app.ui.pages.catalogue.family_list import FamilyList
from app.ui.pages.catalogue.filter_bar import FilterBar
from app.ui.presenting.catalogue_rows import (
    SORTED,
    edit_columns,
    edit_rows,
    view_columns,
    view_rows,
)
from app.ui.presenting.draft_fields import Faults
from app.ui.theme import set_role
from app.ui.tokens import Space
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.parts import make_label
from app.ui.widgets.window_width import watch_window_width
from catalog.listed_lines import ListedLines, same_groups
from catalog.selection import SortBy, areas_of, segments_of

if TYPE_CHECKING:
    from app.ui.draft_session import DraftSession
    from app.ui.page import Surroundings
    from app.ui.pages.catalogue.draft_desk import DraftDesk
    from catalog.problem import Problem
    from catalog.product_catalog import CatalogContent, ProductCatalog
    from catalog.search import CatalogIndex, Found

_MOST = 1000
_INDEX_AFTER_MS = 250
_FAMILIES, _FAMILIES_COMPACT = 212, 168
_DETAIL, _DETAIL_COMPACT = 396, 356
_WIDE = 1420


class CatalogueTable(QWidget):
    """Shows a catalogue; ``counted(lines)`` tells how many lines are shown."""

    counted = Signal(int)

    def __init__(
        self, surroundings: Surroundings, desk: DraftDesk, parent: QWidget | None = None
    ) -> None:
        """Begin without a catalogue; edits go to the desk."""
        super().__init__(parent)
        self._around = surroundings
        self._desk = desk
        speaker = surroundings.speaker
        self._catalog: ProductCatalog | None = None
        self._draft: DraftSession | None = None
        self._finder = Finder(surroundings.indexes, surroundings.tasks, self)
        self._finder.answered.connect(self._show_found)
        self._listed: ListedLines | None = None
        self._codes: tuple[str, ...] | None = None
        self._typed, self._wanted = "", ""
        self._sort, self._descending = SortBy.CATALOGUE, False
        self.families = FamilyList(surroundings)
        self.filters = FilterBar(speaker)
        self._tables = {
            False: DataTable(view_columns(speaker), self.tr("Catalogue")),
            True: DataTable(edit_columns(speaker), self.tr("Draft of the catalogue")),
        }
        self.detail = DetailPanel(surroundings, desk)
        self.tools = DraftTools(surroundings, desk, self._tables[True])
        self._shown = QStackedWidget()
        self._build()
        self._connect()
        watch_window_width(self, self._fit)

    @property
    def table(self) -> DataTable:
        """The table that is shown: for looking things up, or of the draft."""
        return self._tables[self._draft is not None]

    @property
    def looking(self) -> DataTable:
        """The table for looking things up, which views are about."""
        return self._tables[False]

    # ------------------------------------------------------------ building

    def _build(self) -> None:
        self._left = _card(self.families)
        over = QVBoxLayout()
        over.setContentsMargins(Space.MD, Space.SM, Space.MD, Space.SM)
        over.setSpacing(Space.XS)
        over.addWidget(self.filters)
        over.addWidget(self.tools)
        nothing = EmptyState(
            "search",
            self.tr("Nothing fits"),
            self.tr("Try another word or fewer conditions."),
            self.tr("Clear conditions"),
        )
        nothing.activated.connect(self._clear)
        for page in (self._tables[False], self._tables[True], nothing):
            self._shown.addWidget(page)
        middle = QFrame()
        set_role(middle, "card")
        inside = QVBoxLayout(middle)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addLayout(over)
        inside.addWidget(self._shown, 1)
        self._note = make_label("", "caption")
        self._note.setContentsMargins(Space.MD, Space.XS, Space.MD, Space.XS)
        inside.addWidget(self._note)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.LG, Space.LG, Space.LG, Space.LG)
        row.setSpacing(Space.MD)
        row.addWidget(self._left)
        row.addWidget(middle, 1)
        row.addWidget(self.detail)

    def _connect(self) -> None:
        self.families.current_changed.connect(lambda _key: self._find())
        self.filters.changed.connect(self._find)
        for table in self._tables.values():
            table.current_changed.connect(self._choose)
            table.sort_requested.connect(self._sort_by)
        self.detail.edited.connect(self._desk.apply)

    def _fit(self, width: int) -> None:
        wide = width >= _WIDE
        self._left.setFixedWidth(_FAMILIES if wide else _FAMILIES_COMPACT)
        self.detail.setFixedWidth(_DETAIL if wide else _DETAIL_COMPACT)

    # ------------------------------------------------------------ showing

    def show_catalog(self, catalog: ProductCatalog, draft: DraftSession | None) -> None:
        """Show a version, or the draft; the place in the table stays where it can."""
        before = self.table.current_key()
        self._wanted = self._wanted or before
        shown = self._catalog
        self._catalog, self._draft = catalog, draft
        if draft is None:  # of a draft only when something is typed: each edit is another one
            QTimer.singleShot(_INDEX_AFTER_MS, self, lambda: self._index(catalog))
        self.tools.setVisible(draft is not None)
        if shown is None or not same_groups(shown.content, catalog.content):
            self._show_groups(catalog.content)
        self._find()

    def _index(self, catalog: ProductCatalog) -> None:
        """Build the index once the lines are seen; building takes turns with the window."""
        shown = catalog is self._catalog and self._draft is None
        if shown and self._around.tasks.takes_work:
            self._finder.look_in(catalog.content)

    def _show_groups(self, content: CatalogContent) -> None:
        self.filters.set_segments(segments_of(content))
        self.filters.set_areas(areas_of(content))
        self.families.show_groups(content)

    def search(self, typed: str) -> None:
        """Show what a search finds."""
        self._typed = typed.strip()
        self._find()

    def _find(self) -> None:
        catalog = self._catalog
        if catalog is None:
            return
        if not self._typed:
            self._finder.forget()
            self._codes = None
            self._show_lines(catalog, None, "")
            return
        wanted = self.filters.selection(self.families.current_key())
        self._finder.look_in(catalog.content)
        found = self._finder.ask(self._typed, wanted, limit=_MOST)
        if found is not None:
            self._show_found(found)
        elif self._listed is not None:  # until the index is built, what was found before
            self._show_lines(catalog, self._codes, "")

    def _show_found(self, found: Found) -> None:
        if self._catalog is None:
            return
        note = ""
        if found.similar:
            note = self.tr("Nothing has “{text}”; these are similar").format(text=self._typed)
        elif found.more:
            note = self.tr("The best {count}; type more to see fewer").format(count=len(found.hits))
        self._codes = tuple(hit.code for hit in found.hits)
        self._show_lines(self._catalog, self._codes, note)

    def _show_lines(
        self, catalog: ProductCatalog, found: tuple[str, ...] | None, note: str
    ) -> None:
        wanted = self.filters.selection(self.families.current_key())
        index = self._finder.index_of(catalog.content)
        self.families.count(catalog.content, self._typed, wanted, index)
        asked = (catalog, wanted, found, self._sort)
        before = self._listed
        listed = self._listed = (
            ListedLines(*asked, descending=self._descending)
            if before is None
            else before.after(*asked, descending=self._descending)
        )
        speaker = self._around.speaker
        if self._draft is None:
            rows = view_rows(speaker, listed, self._typed)
        else:
            faults = Faults(speaker, self._draft.problems)
            rows = edit_rows(speaker, listed, faults, self._draft.changed_keys(), self._typed)
        key = self._wanted or self.table.current_key()
        self.table.set_rows(rows)
        self._show_note(note, index)
        self._shown.setCurrentIndex(2 if not rows else int(self._draft is not None))
        self.counted.emit(len(rows))
        self._go_near(key, listed)

    def _show_note(self, note: str, index: CatalogIndex | None) -> None:
        """Tell how the lines come to be there, and what the index takes."""
        size = ""
        if index is not None:
            text = self.tr("Search index: {count} offerings and bundles, {size} MB")
            size = text.format(count=f"{len(index.rows):,}", size=f"{index.size / 1e6:.1f}")
        self._note.setText(note or size)

    def _go_near(self, key: str, listed: ListedLines) -> None:
        self._wanted = ""
        if listed.place_of(key) < 0:
            key = listed.keys[0] if listed.keys else ""
        if key and self.table.current_key() == key:
            self._choose(key)
        elif key:
            self.table.set_current(key, max(0, self.table.current_column()))
        else:
            self._choose("")

    def _choose(self, key: str) -> None:
        if self._catalog is not None:
            self.detail.show_line(self._catalog, key, self._draft)

    def _sort_by(self, column: int, descending: bool) -> None:
        columns = edit_columns if self._draft is not None else view_columns
        self._sort = SortBy.CATALOGUE
        if column >= 0:
            self._sort = SORTED[columns(self._around.speaker)[column].id]
        self._descending = column >= 0 and descending
        self.table.set_sorted(column, descending=self._descending)
        self._find()

    def _clear(self) -> None:
        self.families.set_current("")
        self.filters.reset()

    def go_to_finding(self) -> None:
        """Go to the next line below with a finding, from the top again after the last."""
        draft = self._draft
        if draft is None or self._catalog is None:
            return
        self._clear()
        keys = [self._key_of(problem) for problem in draft.problems]
        known = [key for key in keys if key]
        if known:
            current = self.table.current_key()
            place = known.index(current) + 1 if current in known else 0
            self.table.set_current(known[place % len(known)])
        text, cure = self._around.speaker.finding(
            draft.problems[0].code, draft.problems[0].parameters
        )
        self._around.toasts.show_news(f"{text} {cure}", "bad")

    def _key_of(self, problem: Problem) -> str:
        catalog, subject = self._catalog, problem.where.subject
        if catalog is None:
            return ""
        if catalog.charge(subject) is not None or catalog.bundle(subject) is not None:
            return subject
        offering = catalog.offering(subject)
        return offering.charges[0].code if offering is not None and offering.charges else ""


def _card(inside: QWidget) -> QFrame:
    card = QFrame()
    set_role(card, "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(1, 1, 1, 1)
    column.addWidget(inside)
    return card
