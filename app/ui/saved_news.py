"""SavedNews: says of a draft whether everything is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.ui.unsaved import UnsavedNews

if TYPE_CHECKING:
    from datetime import datetime

    from app.ui.keeping import Keeper
    from app.ui.page import Surroundings


class SavedNews(QObject):
    """Follows what stores a draft; ``told(text)`` fires with the news."""

    told = Signal(str)

    def __init__(self, surroundings: Surroundings, parent: QObject) -> None:
        """Begin with nothing to follow."""
        super().__init__(parent)
        self._around = surroundings
        self._unsaved = UnsavedNews(surroundings, self)

    def follow(self, keeper: Keeper) -> None:
        """Tell of a keeper from now on."""
        keeper.kept.connect(self._kept)
        keeper.failing.connect(self._failing)
        self.told.emit(self.tr("Saved automatically"))

    def _kept(self, moment: datetime) -> None:
        self._unsaved.end()
        local = moment.astimezone(self._around.clock().tzinfo)
        self.told.emit(f"{self.tr('Saved automatically')} {local:%H:%M}")

    def _failing(self, failure: Exception) -> None:
        self.told.emit(self.tr("Not saved yet, trying again"))
        self._unsaved.fail(failure)
