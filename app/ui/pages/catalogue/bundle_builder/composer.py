"""The composed list of one bundle with what adds to it; every edit gives the next bundle."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.ui.finding import Finder
from app.ui.pages.catalogue.bundle_builder.composed_tree import ComposedTree
from app.ui.pages.catalogue.bundle_builder.part_dialog import PartDialog
from app.ui.presenting.bundle_parts import (
    TERMS,
    column_name,
    has_numbers,
    kind_words,
    list_title,
    part_columns,
    part_rows,
)
from app.ui.presenting.bundle_search import ASKED, offered, part_hits
from app.ui.presenting.draft_fields import why_not
from app.ui.tokens import Space
from app.ui.widgets.parts import make_button
from app.ui.widgets.search_popup import SearchPopup
from catalog.bundle_draft import (
    CHILDREN,
    COMPONENTS,
    GROUPS,
    MEMBERS,
    ONE_TIME,
    OPTIONS,
    OVERAGE,
    moved_part,
    part_at,
    with_charge,
    with_child,
    with_condition,
    with_group,
    without_parts,
)
from catalog.bundle_fields import detail_fields, part_field, set_part_field
from catalog.cell_text import CellFault
from catalog.local_text import LocalText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.page import Surroundings
    from catalog.bundle import BundledOffering
    from catalog.problem import Problem
    from catalog.product_catalog import ProductCatalog
    from catalog.search import Found

_PLAIN = (COMPONENTS, ONE_TIME, OVERAGE, OPTIONS, CHILDREN)
_TARGET_WIDTH = 148


class Composer(QWidget):
    """Shows the parts of a bundle.

    * ``edited(label, bundle, merge_key)``: the next bundle. * ``tried(bundle)``: what a text that
      is being typed would give; ``None`` when it was given up.
    """

    edited = Signal(str, object, str)
    tried = Signal(object)

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        """Begin without a bundle."""
        super().__init__(parent)
        speaker = self._speaker = surroundings.speaker
        self._finder = Finder(surroundings.indexes, surroundings.tasks, self)
        self._catalog: ProductCatalog | None = None
        self._bundle: BundledOffering | None = None
        self._editable = False
        self.search = SearchPopup(
            self.tr("Add: name, code or pinyin initials"), self.tr("Add to the bundle")
        )
        self.target = QComboBox()
        self.target.setAccessibleName(self.tr("Where it is added"))
        self.target.setFixedWidth(_TARGET_WIDTH)
        self.group = make_button(self.tr("Option group"), "quiet", icon="plus")
        self.condition = make_button(self.tr("Condition"), "quiet", icon="plus")
        self.tree = ComposedTree(part_columns(speaker), self.tr("Content of the bundle"))
        self._tools = QWidget()
        row = QHBoxLayout(self._tools)
        row.setContentsMargins(Space.MD, Space.SM, Space.MD, Space.SM)
        row.setSpacing(Space.SM)
        row.addWidget(self.target)
        row.addWidget(self.search, 1)
        row.addWidget(self.group)
        row.addWidget(self.condition)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tools)
        column.addWidget(self.tree, 1)
        self._connect()

    def _connect(self) -> None:
        self._finder.answered.connect(self._show_found)
        self.search.query_changed.connect(self._find)
        self.search.chosen.connect(self._add)
        self.group.clicked.connect(self._add_group)
        self.condition.clicked.connect(self._ask_condition)
        tree = self.tree
        tree.cell_typing.connect(self._try)
        tree.cell_cancelled.connect(lambda _place, _column: self.tried.emit(None))
        tree.cell_edited.connect(self._edit)
        tree.remove_requested.connect(self._remove)
        tree.moved.connect(self._move)
        tree.choice_wanted.connect(self._choose)
        tree.menu_requested.connect(self._menu)
        tree.opened.connect(self.open_details)

    # ------------------------------------------------------------ showing

    def show_bundle(
        self,
        catalog: ProductCatalog,
        bundle: BundledOffering,
        problems: Sequence[Problem],
        *,
        editable: bool,
    ) -> None:
        """Show the parts of a bundle."""
        other = self._bundle is None or self._bundle.code != bundle.code
        self._catalog, self._bundle, self._editable = catalog, bundle, editable
        self._tools.setVisible(editable)
        self._show_targets(bundle)
        rows = part_rows(self._speaker, catalog, bundle, problems, editable=editable)
        self.tree.set_parts(rows, numbers=has_numbers(bundle))
        if other and bundle.components:
            self.tree.set_current(f"{COMPONENTS}/0", 1)

    def _show_targets(self, bundle: BundledOffering) -> None:
        speaker = self._speaker
        targets = [(list_, list_title(speaker, list_)) for list_ in _PLAIN]
        targets += [
            (f"{GROUPS}/{at}/{MEMBERS}", speaker.name(group.name) or group.code)
            for at, group in enumerate(bundle.groups)
        ]
        shown = [
            (self.target.itemData(at), self.target.itemText(at))
            for at in range(self.target.count())
        ]
        if shown == targets:
            return
        chosen = self.target.currentData()
        self.target.clear()
        for list_, title in targets:
            self.target.addItem(title, list_)
        self.target.setCurrentIndex(max(0, self.target.findData(chosen)))

    # ------------------------------------------------------------ adding

    def _find(self, typed: str) -> None:
        if self._catalog is None or not typed:
            self._finder.forget()
            self.search.set_hits(())
            return
        self._finder.look_in(self._catalog.content)
        found = self._finder.ask(offered(typed), limit=ASKED)
        if found is not None:
            self._show_found(found)

    def _show_found(self, found: Found) -> None:
        catalog, bundle, typed = self._catalog, self._bundle, self.search.text().strip()
        if catalog is not None and bundle is not None:
            list_ = self.target.currentData()
            self.search.set_hits(part_hits(self._speaker, catalog, found, bundle, list_, typed))

    def _add(self, code: str) -> None:
        catalog, bundle, list_ = self._catalog, self._bundle, self.target.currentData()
        if catalog is None or bundle is None:
            return
        charge = catalog.charge(code)
        if list_ == CHILDREN:
            self._put("bundle.add", *with_child(bundle, code))
        elif charge is not None:
            self._put("bundle.add", *with_charge(bundle, list_, charge))

    def _add_group(self) -> None:
        if self._bundle is not None:
            name = LocalText("选项组", "Option group")
            bundle, place = with_group(self._bundle, name)
            self._put("bundle.add", bundle, place)
            self.target.setCurrentIndex(self.target.findData(f"{place}/{MEMBERS}"))
            self.search.setFocus()

    def _ask_condition(self) -> None:
        """Measures that other bundles of the catalogue are conditional on."""
        catalog = self._catalog
        if catalog is None:
            return
        known = {one.measure for bundle in catalog.content.bundles for one in bundle.conditions}
        menu = QMenu(self)
        for measure in sorted(known):
            menu.addAction(measure, partial(self._add_condition, measure))
        menu.popup(self.condition.mapToGlobal(QPoint(0, self.condition.height())))

    def _add_condition(self, measure: str) -> None:
        if self._bundle is not None:
            self._put("bundle.add", *with_condition(self._bundle, measure))

    def _put(self, label: str, bundle: BundledOffering, place: str) -> None:
        self.edited.emit(label, bundle, "")
        self.tree.set_current(place, 1)

    # ------------------------------------------------------------ editing

    def _typed(self, place: str, column: int, text: str) -> BundledOffering | None:
        """The bundle with a typed text; ``None`` when it has no reading."""
        if self._bundle is None:
            return None
        name = column_name(self._bundle, place, column)
        try:
            return set_part_field(self._bundle, place, name, text)
        except CellFault:
            return None

    def _try(self, place: str, column: int, text: str) -> None:
        if self._bundle is None:
            return
        field = part_field(place, column_name(self._bundle, place, column))
        if field is not None:
            self.tree.show_cell_problem(why_not(self._speaker, field, text))
            self.tried.emit(self._typed(place, column, text))

    def _edit(self, place: str, column: int, text: str) -> None:
        bundle = self._typed(place, column, text)
        if bundle is not None:
            self.edited.emit("bundle.part", bundle, "")
        else:
            self.tried.emit(None)

    def _remove(self, places: tuple[str, ...]) -> None:
        bundle = self._bundle
        if bundle is None or not self._editable:
            return
        left = without_parts(bundle, [place for place in places if place[-1].isdigit()])
        if left != bundle:
            self.edited.emit("bundle.remove", left, "")

    def _move(self, place: str, to: int) -> None:
        bundle = self._bundle
        if bundle is None or not self._editable:
            return
        list_ = place.rpartition("/")[0]
        to = max(0, min(to, len(part_at(bundle, list_)) - 1))
        moved = moved_part(bundle, place, to)
        if moved != bundle:
            column = max(0, self.tree.current_column())
            self.edited.emit("bundle.move", moved, "")
            self.tree.set_current(f"{list_}/{to}", column)

    # ------------------------------------------------------------ choosing

    def _choose(self, place: str) -> None:
        """A menu with the few words of a part's terms, under its cell."""
        if not self._editable:
            return
        menu = QMenu(self)
        for word, text in kind_words(self._speaker, place):
            menu.addAction(text, partial(self._edit, place, TERMS, word))
        index = self.tree.currentIndex()
        below = self.tree.visualRect(index).bottomLeft()
        menu.popup(self.tree.viewport().mapToGlobal(below))

    def open_details(self, place: str) -> PartDialog | None:
        """Open what a part says beyond its row."""
        if not self._editable or self._bundle is None or not detail_fields(place):
            return None
        dialog = PartDialog(self._speaker, self._bundle, place, self.window())
        dialog.accepted.connect(lambda: self.edited.emit("bundle.part", dialog.changed(), ""))
        dialog.open()
        return dialog

    def _menu(self, place: str, point: QPoint) -> None:
        if not self._editable or not place or not place[-1].isdigit():
            return
        menu = QMenu(self)
        at = int(place.rpartition("/")[2])
        menu.addAction(self.tr("Move up"), lambda: self._move(place, at - 1))
        menu.addAction(self.tr("Move down"), lambda: self._move(place, at + 1))
        menu.addSeparator()
        if detail_fields(place):
            menu.addAction(self.tr("Details"), lambda: self.open_details(place))
        menu.addAction(self.tr("Take out"), lambda: self._remove((place,)))
        self.tree.offer(menu, point)
