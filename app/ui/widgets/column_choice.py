"""ColumnChoice: which columns a list shows, in what order and how wide; one for every list.

A right click on the header offers all columns; columns are dragged there to another place and
another width. The first column names the row: it stays at the left and is always shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from app.services.list_choices import ColumnLook
from app.ui.list_memory import ListMemory, memory_of
from app.ui.widgets.column_shares import uneven_shares
from app.ui.widgets.staying_menu import StayingMenu
from app.ui.widgets.table_keys import TableKeys

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView

    from app.ui.widgets.rows import ColumnSpec

NEVER: Final = 100_000
"""Width of a window that none has: a column for wider ones only is never shown nor offered."""
_NARROWEST: Final = 40
_LEAST_REST: Final = 200


class ColumnChoice(QObject):
    """Arranges the columns of a view as the user wants them.

    ``sorting_wanted(column, descending)``: the rows are to be sorted by a column that is named by
    its identifier, or as usual by an empty one. ``changed()``: the columns look otherwise.

    Attributes:
        name: Under which the arrangement is kept; lists with the same columns share one unless
            they are named.
        look: As the user wants it.
        keeps: Whether what the user changes is how the list looks from now on; not while a saved
            view is shown, which has columns of its own.
    """

    sorting_wanted = Signal(str, bool)
    changed = Signal()

    def __init__(
        self, view: QAbstractItemView, header: QHeaderView, columns: tuple[ColumnSpec, ...]
    ) -> None:
        """Begin with the usual columns; what was chosen before is found when the view is shown."""
        super().__init__(view)
        self._view = view
        self._header = header
        self._columns = columns
        self._shared = sum(not column.width for column in columns) > 1
        self._room: dict[int, int] = {}
        self._window_width = NEVER - 1
        self._memory: ListMemory | None = None
        self._keys = TableKeys(view, header, self.menu)
        self.name = "+".join(column.id for column in columns)
        self.look = ColumnLook()
        self.keeps = True
        header.setSectionsMovable(len(columns) > 1)
        header.setFirstSectionMovable(False)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._ask)
        header.viewport().installEventFilter(self)
        view.installEventFilter(self)
        self.arrange()

    # ------------------------------------------------------------ arranging

    def arrange(self) -> None:
        """Show the columns as they are wanted."""
        header = self._header
        for place, column in enumerate(self._columns):
            if column.width:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
                header.resizeSection(place, self.width(place))
        for place, at in enumerate(self._order()):
            if header.visualIndex(at) != place:
                header.moveSection(header.visualIndex(at), place)
        self._hide()
        policies = Qt.ScrollBarPolicy
        self._view.setHorizontalScrollBarPolicy(
            policies.ScrollBarAsNeeded if self._is_wider else policies.ScrollBarAlwaysOff
        )
        self._view.viewport().update()

    @property
    def _is_wider(self) -> bool:
        """Whether the user wants more than usually has room."""
        return bool(self.look.widths or self.look.shown)

    def _give_rest(self) -> None:
        """Share what is left, but never less than says something: then the view scrolls."""
        header, modes = self._header, QHeaderView.ResizeMode
        places = [at for at, column in enumerate(self._columns) if not column.width]
        sizes = {at: header.sectionSize(at) for at in self.in_sight()}
        left = self._view.viewport().width() - sum(sizes.values())
        if self._is_wider:
            fixed = {at: _LEAST_REST for at in places if left + sizes.get(at, 0) < _LEAST_REST}
        else:
            titles = {at: header.sectionSizeHint(at) for at in places if at in sizes}
            fixed = uneven_shares(titles, left + sum(sizes[at] for at in titles))
        for place in places:
            header.setSectionResizeMode(place, modes.Fixed if place in fixed else modes.Stretch)
            if place in fixed:
                header.resizeSection(place, fixed[place])

    def width(self, place: int) -> int:
        """Pixels of a column: as the user has made it, or as usual, with room for its title."""
        column = self._columns[place]
        title = self._header.sectionSizeHint(place) if column.title else 0
        usual = max(column.width + self._room.get(place, 0), title)
        return max(_NARROWEST, self.look.widths.get(column.id, usual))

    def set_room(self, place: int, more: int) -> None:
        """Make a column wider than usual, where the user has not made it as he wants it."""
        self._room[place] = more
        self._header.resizeSection(place, self.width(place))

    def fit_window(self, width: int) -> None:
        """Hide what there is no room for in a window of a width."""
        self._window_width = width
        self._hide()

    def is_shown(self, place: int) -> bool:
        """Whether a column is shown in a window of the present width."""
        column = self._columns[place]
        if column.min_window >= NEVER or (place and column.id in self.look.hidden):
            return False
        usual = self._window_width >= column.min_window and not column.optional
        return usual or place == 0 or column.id in self.look.shown

    def in_sight(self) -> list[int]:
        """The shown columns from left to right, by number."""
        header = self._header
        places = [header.logicalIndex(at) for at in range(header.count())]
        return [place for place in places if not header.isSectionHidden(place)]

    def _hide(self) -> None:
        header = self._header
        for place in range(len(self._columns)):
            hidden = not self.is_shown(place)
            if header.isSectionHidden(place) != hidden:
                header.setSectionHidden(place, hidden)
        self._give_rest()

    def _order(self) -> list[int]:
        """Numbers of the columns from left to right; those that nobody has placed come last."""
        known = {name: at for at, name in enumerate(self.look.order)}
        places = range(1, len(self._columns))
        return [
            0,
            *sorted(places, key=lambda at: known.get(self._columns[at].id, len(known) + at)),
        ]

    # ------------------------------------------------------------ choosing

    def show_column(self, place: int, *, shown: bool) -> None:
        """Show or hide a column."""
        name = self._columns[place].id
        others = tuple(one for one in self.look.shown if one != name)
        rest = tuple(one for one in self.look.hidden if one != name)
        look = replace(self.look, shown=others, hidden=rest)
        self.look = look
        if self.is_shown(place) != shown:
            look = replace(
                look,
                shown=(*others, name) if shown else others,
                hidden=rest if shown else (*rest, name),
            )
        self.want(look)

    def move_column(self, place: int, step: int) -> None:
        """Move a column past so many shown neighbours; to the right when above 0."""
        sight = self.in_sight()
        to = sight.index(place) + step
        if 0 < to < len(sight):
            header = self._header
            header.moveSection(header.visualIndex(place), header.visualIndex(sight[to]))
            self._note()

    def sort_by(self, column: int, *, descending: bool) -> None:
        """Remember by which column the rows are sorted; -1 for the usual order."""
        name = self._columns[column].id if column >= 0 else ""
        self.want(replace(self.look, sort=name, descending=bool(name) and descending))

    def reset(self) -> None:
        """Show the usual columns in the usual order; sorting stays."""
        self.want(ColumnLook(sort=self.look.sort, descending=self.look.descending))

    def want(self, look: ColumnLook) -> None:
        """Arrange the columns otherwise from now on, and keep that."""
        self.show(look)
        if self.keeps and self._memory is not None:
            self._memory.keep_look(self.name, look)

    def show(self, look: ColumnLook) -> None:
        """Arrange the columns otherwise for the moment."""
        self.look = look
        self.arrange()
        self.changed.emit()
        self.sorting_wanted.emit(look.sort, look.descending)

    def _note(self) -> None:
        """Take over what the mouse has moved or made wider."""
        header = self._header
        places = [header.logicalIndex(at) for at in range(header.count())]
        order = tuple(self._columns[place].id for place in places)
        if places == sorted(places):
            order = ()
        widths = dict(self.look.widths)
        for place, column in enumerate(self._columns):
            size = header.sectionSize(place)
            if column.width and not header.isSectionHidden(place) and size != self.width(place):
                widths[column.id] = size
        if (order, widths) != (self.look.order, self.look.widths):
            self.want(replace(self.look, order=order, widths=widths))

    # ------------------------------------------------------------ the menu

    def menu(self, parent: QWidget, place: int = 0) -> QMenu:
        """All columns to be ticked; of one that is named also where it may go.

        Args:
            parent: Over which it opens.
            place: The column that was clicked; 0 for none.
        """
        menu = StayingMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.tr("Columns"))
        header = self._header
        order = [header.logicalIndex(at) for at in range(header.count())]
        for at in order:
            column = self._columns[at]
            if column.min_window >= NEVER:
                continue
            action = menu.addAction(column.title or self.tr("Name"))
            action.setCheckable(True)
            action.setChecked(self.is_shown(at))
            action.setEnabled(at > 0)
            action.toggled.connect(lambda on, at=at: self.show_column(at, shown=on))
        menu.addSeparator()
        if place:
            left = menu.addAction(self.tr("Move left"))
            left.triggered.connect(lambda: self.move_column(place, -1))
            right = menu.addAction(self.tr("Move right"))
            right.triggered.connect(lambda: self.move_column(place, 1))
            sight = self.in_sight()
            left.setEnabled(place in sight[2:])
            right.setEnabled(place in sight[1:-1])
        usual = menu.addAction(self.tr("Usual columns"))
        usual.triggered.connect(self.reset)
        out = menu.addAction(self.tr("Export the table to Excel…"))
        out.triggered.connect(self._keys.export)
        return menu

    def popup(self, below: QWidget) -> None:
        """Offer the columns below a button."""
        self.menu(below).popup(below.mapToGlobal(QPoint(0, below.height())))

    def _ask(self, point: QPoint) -> None:
        header = self._header
        menu = self.menu(self._view, max(0, header.logicalIndexAt(point)))
        menu.popup(header.mapToGlobal(point))

    # ------------------------------------------------------------ memory and mouse

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Find what was chosen before when the view is shown; note what the mouse has done."""
        if watched is self._view:
            if event.type() == QEvent.Type.Show and self._memory is None:
                self._remember()
            if event.type() == QEvent.Type.Resize and (self._is_wider or self._shared):
                QTimer.singleShot(0, self, self._give_rest)
        elif event.type() == QEvent.Type.MouseButtonRelease:
            # The header itself hears of it after this: what it makes of it is there afterwards.
            QTimer.singleShot(0, self, self._note)
        return False

    def _remember(self) -> None:
        memory = memory_of(self._view)
        if memory is not None:
            self._memory = self._keys.memory = memory
            memory.changed.connect(self._follow)
            self._follow("")

    def _follow(self, name: str) -> None:
        """Look as the memory says, where it was told by another list of the same columns."""
        memory = self._memory
        if memory is None or not self.keeps or name not in {"", self.name}:
            return
        look = memory.look(self.name)
        if look != self.look:
            self.show(look)
