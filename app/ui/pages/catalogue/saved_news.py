"""SavedNews: says of a draft whether everything is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from datetime import datetime

    from app.errors import QuotewrightError
    from app.ui.keeping import Keeper
    from app.ui.page import Surroundings


class SavedNews(QObject):
    """Follows what stores a draft; ``told(text)`` fires with the news."""

    told = Signal(str)

    def __init__(self, surroundings: Surroundings, parent: QObject) -> None:
        """Begin with nothing to follow."""
        super().__init__(parent)
        self._around = surroundings

    def follow(self, keeper: Keeper) -> None:
        """Tell of a keeper from now on."""
        keeper.kept.connect(self._kept)
        keeper.failing.connect(self._failing)
        self.told.emit(self.tr("Saved automatically"))

    def _kept(self, moment: datetime) -> None:
        local = moment.astimezone(self._around.clock().tzinfo)
        self.told.emit(f"{self.tr('Saved automatically')} {local:%H:%M}")

    def _failing(self, failure: QuotewrightError) -> None:
        self.told.emit(self.tr("Not saved yet, trying again"))
        text, cure = self._around.speaker.failure(failure)
        self._around.toasts.show_news(f"{text} {cure}", "bad")
