"""The catalogue: families, a table of charges and bundles, the chosen one; and the draft of next.

Further pages of the catalogue (rules, bundles) are added as tabs by ``add_tab``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from app.ui.latest import Latest
from app.ui.pages.catalogue.bundle_builder.bundle_tab import BundleTab
from app.ui.pages.catalogue.catalogue_table import CatalogueTable
from app.ui.pages.catalogue.catalogue_views import CatalogueViews
from app.ui.pages.catalogue.draft_bar import DraftBar
from app.ui.pages.catalogue.draft_desk import DraftDesk, publish_open
from app.ui.pages.catalogue.price_history import PriceHistory
from app.ui.pages.catalogue.rules.rules_place import RulesPlace
from app.ui.theme import set_role
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.list_head import ListHead
from app.ui.widgets.parts import make_button

if TYPE_CHECKING:
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from app.ui.pages.catalogue.rules.rules_tab import RulesTab
    from app.ui.widgets.data_table import DataTable
    from catalog.product_catalog import ProductCatalog

OFFERINGS, BUNDLES, RULES = "offerings", "bundles", "rules"


class CataloguePage(QWidget):
    """Shows the newest version or the draft.

    * ``import_wanted()``. * ``published()``: there is a newer version. * ``failed(failure)``.
    """

    import_wanted = Signal()
    published = Signal()
    failed = Signal(object)

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        """Begin without a catalogue."""
        super().__init__(parent)
        set_role(self, "canvas")
        self._around = surroundings
        self._workspace: Workspace | None = None
        self._catalog: ProductCatalog | None = None
        self._history: Latest[PriceHistory] = Latest(surroundings.tasks, self._show_history)
        self.desk = DraftDesk(surroundings, self)
        self.compare = make_button(self.tr("Compare versions"), icon="git-compare")
        self.edit = make_button(self.tr("Edit draft"), icon="pencil")
        self.bring = make_button(self.tr("Import catalogue"), icon="upload")
        self.head = ListHead(
            self.tr("Catalogue"),
            self.tr("Name, code or pinyin initials"),
            self.compare,
            self.bring,
            self.edit,
        )
        self.bar = DraftBar(surroundings.speaker)
        self.bar.hide()
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("Parts of the catalogue"))
        self.listed = CatalogueTable(surroundings, self.desk)
        self.views = CatalogueViews(surroundings, self.listed, self.head.search)
        self.bundles = BundleTab(surroundings, self.desk)
        self._parts: dict[str, QWidget] = {}
        self._rules = RulesPlace(surroundings)
        self._pages = QStackedWidget()
        self._stack = QStackedWidget()
        self.compare.clicked.connect(self._compare_versions)
        self.edit.clicked.connect(self.desk.begin)
        self.bring.clicked.connect(self.import_wanted)
        self._build()
        self._connect()

    @property
    def table(self) -> DataTable:
        """The table of charges and bundles."""
        return self.listed.table

    def _build(self) -> None:
        nothing = EmptyState(
            "package",
            self.tr("No catalogue yet"),
            self.tr("Import a price list as a workbook or a text table."),
            self.tr("Import catalogue"),
        )
        nothing.activated.connect(self.import_wanted)
        self._stack.addWidget(nothing)
        self._stack.addWidget(self._pages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.bar)
        column.addLayout(self.views.beside(self.tabs))
        column.addWidget(self._stack, 1)
        self.add_tab(OFFERINGS, self.tr("Offerings"), self.listed)
        self.add_tab(BUNDLES, self.tr("Bundle builder"), self.bundles)
        self.add_tab(RULES, self.tr("Rules"), self._rules)

    def _connect(self) -> None:
        self.head.serve(self._search, lambda: self.rules.table if self._in_rules else self.table)
        self.listed.counted.connect(self.head.show_count)
        self.tabs.currentChanged.connect(self._show_tab)
        self.desk.opened.connect(self._show_draft)
        self.desk.closed.connect(self._show_published)
        self.desk.changed.connect(self._show_change)
        self.desk.saved.connect(self.bar.show_saved)
        self.desk.failed.connect(self.failed)
        self.bar.undone.connect(self.undo)
        self.bar.redone.connect(self.redo)
        self.bar.discard_wanted.connect(self.desk.discard)
        self.bar.left.connect(self.desk.leave_draft)
        self.bar.compare_wanted.connect(self._compare_draft)
        self.bar.findings_wanted.connect(self.listed.go_to_finding)
        self.bar.publish_wanted.connect(self._publish)
        self._rules.published.connect(self._take_rules)
        self._rules.failed.connect(self.failed)
        self._rules.counted.connect(self.head.show_count)

    def show_tab(self, identifier: str) -> None:
        """Bring a part of the catalogue to the front."""
        self.tabs.setCurrentIndex(list(self._parts).index(identifier))

    def show_view(self, view: str) -> None:
        """Show a view of the offerings."""
        self.show_tab(OFFERINGS)
        self.views.show_view(view)

    def add_tab(self, identifier: str, title: str, page: QWidget) -> None:
        """Add a part beside the offerings, with its name in the program and its title.

        Tabs show from the second one on.
        """
        self._parts[identifier] = page
        self._pages.addWidget(page)
        self.tabs.addTab(title)
        self.tabs.setVisible(self.tabs.count() > 1)

    @property
    def rules(self) -> RulesTab:
        """The rules, built when they are first wanted."""
        return self._rules.tab

    @property
    def _in_rules(self) -> bool:
        return self._pages.currentWidget() is self._rules

    def _show_tab(self, place: int) -> None:
        self._pages.setCurrentIndex(place)
        inside = self._in_rules
        self.views.setVisible(self._pages.currentWidget() is self.listed)
        for part in (self.compare, self.edit, self.bring):
            part.setVisible(not inside and (part is not self.edit or self.desk.session is None))
        self.bar.setVisible(not inside and self.desk.session is not None)
        hints = self.tr("Name, code or pinyin initials"), self.tr("Rule name, code or words")
        self.head.search.setPlaceholderText(hints[inside])
        if inside:
            self.rules.refresh()
        self._search()

    def _search(self) -> None:
        (self.rules if self._in_rules else self.listed).search(self.head.search.text())

    @property
    def drafts(self) -> tuple[RulesPlace, DraftDesk]:
        """What keeps drafts."""
        return self._rules, self.desk

    def _take_rules(self) -> None:
        if self._workspace is not None:
            self.listed.detail.rules = self._workspace.rules.pricing.rules
            self.listed.detail.show_again()

    # ------------------------------------------------------------ showing

    def attach(self, workspace: Workspace) -> None:
        """Work with the user's data."""
        self._workspace = workspace
        self.desk.workspace = workspace
        self._rules.attach(workspace)
        self.listed.detail.rules = workspace.rules.pricing.rules

    def show_catalog(self, catalog: ProductCatalog | None) -> None:
        """Show the newest version; an open draft stays in front."""
        self._catalog = catalog
        self._stack.setCurrentIndex(0 if catalog is None else 1)
        self.edit.setEnabled(catalog is not None)
        self.compare.setEnabled(catalog is not None)
        if catalog is None:
            return
        self._rules.show_catalog(catalog)
        if self.desk.session is None:
            self._show_published()
        workspace = self._workspace
        if workspace is not None:
            self._history.look_up(lambda: PriceHistory.read(workspace))

    def _show_published(self) -> None:
        self.bar.hide()
        self.edit.setVisible(not self._in_rules)
        if self._catalog is not None:
            self.listed.show_catalog(self._catalog, None)
            self.bundles.show_catalog(self._catalog)

    def _show_draft(self) -> None:
        session = self.desk.session
        if session is None:
            return
        self.edit.hide()
        self.bar.setVisible(not self._in_rules)
        self._show_bar()
        self.listed.show_catalog(session.catalog, session)

    def _show_change(self) -> None:
        session = self.desk.session
        if session is not None:
            self._show_bar()
            self.listed.show_catalog(session.catalog, session)

    def _show_bar(self) -> None:
        session = self.desk.session
        if session is not None:
            self.bar.show_draft(session)

    def _show_history(self, history: PriceHistory) -> None:
        self.listed.detail.history = history
        self.listed.detail.show_again()

    # ------------------------------------------------------------ doing

    def undo(self) -> None:
        """Take back one edit of the draft in front."""
        if self._in_rules:
            self.rules.undo()
        elif self.desk.session is not None:
            self.desk.session.undo()

    def redo(self) -> None:
        """Make one edit of the draft in front again."""
        if self._in_rules:
            self.rules.redo()
        elif self.desk.session is not None:
            self.desk.session.redo()

    def _compare_versions(self) -> None:
        from app.ui.dialogs.compare_dialog import CompareDialog

        if self._workspace is not None:
            CompareDialog(self._around, self._workspace, self).open()

    def _compare_draft(self) -> None:
        from app.ui.dialogs.compare_dialog import DraftChanges

        if self.desk.session is not None:
            DraftChanges(self._around, self.desk.session, self).open()

    def _publish(self) -> None:
        from app.ui.dialogs.publish_dialog import PublishDialog

        session, workspace = self.desk.session, self._workspace
        if session is None or workspace is None:
            return
        dialog = PublishDialog(self._around, workspace, session, self)
        dialog.agreed.connect(self._make_version)
        dialog.open()

    def _make_version(self, version: str, title: str) -> None:
        workspace, now = self._workspace, self._around.clock()
        if workspace is None:
            return
        if not self.desk.store_draft():
            return  # why is on view
        self.desk.close_draft()

        self._around.tasks.run(
            lambda _task: publish_open(workspace, version, title, now), self._made, self._not_made
        )

    def _made(self, catalog: ProductCatalog | None) -> None:
        text = self.tr("Version {version} is published; quotes keep the versions they have")
        version = catalog.version if catalog is not None else ""
        self._around.toasts.show_news(text.format(version=version), "ok")
        self.show_catalog(catalog)
        self.published.emit()

    def _not_made(self, failure: Exception) -> None:
        self.desk.begin()
        self.failed.emit(failure)
