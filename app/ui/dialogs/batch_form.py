"""What is made of an offer for each customer of a batch: papers, language, folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.services.issue_documents import PaperKind
from app.ui.presenting.paper_names import paper_name
from app.ui.tokens import Space
from app.ui.widgets.parts import make_button
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from app.ui.presenting.speaker import Speaker
    from catalog.local_text import Language


class BatchForm(QWidget):
    """Fields; ``changed()`` when one of them was."""

    changed = Signal()

    def __init__(
        self, language: Language, folder: Path, speaker: Speaker, parent: QWidget | None = None
    ) -> None:
        """Begin with contracts.

        Args:
            language: Of the pattern.
            folder: For the papers, unless another one is chosen.
            speaker: Texts.
            parent: Parent widget.
        """
        super().__init__(parent)
        self._speaker = speaker
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SM)
        column.addLayout(self._papers())
        self.tongue = Segmented((("zh", "中文"), ("en", "EN")), language, self.tr("Language"))
        self.submit = QCheckBox(self.tr("Submit each quote: within your authority it is final"))
        tip = self.tr("Each quote is asked by itself; what may not leave is a draft, with why.")
        self.submit.setToolTip(tip)
        row = QHBoxLayout()
        row.addWidget(self.tongue)
        row.addWidget(self.submit, 1)
        column.addLayout(row)
        self.folder = QLineEdit(str(folder))
        self.folder.setAccessibleName(self.tr("Folder for the papers"))
        self.folder.textChanged.connect(lambda _text: self.changed.emit())
        choose = make_button(self.tr("Folder…"), icon="folder-open")
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose_folder)
        place = QHBoxLayout()
        place.addWidget(self.folder, 1)
        place.addWidget(choose)
        column.addLayout(place)

    def _papers(self) -> QGridLayout:
        self.kinds: dict[str, QCheckBox] = {}
        grid = QGridLayout()
        grid.setSpacing(Space.SM)
        offered = [kind for kind in PaperKind if kind is not PaperKind.APPROVAL]
        for at, kind in enumerate(offered):
            box = QCheckBox(paper_name(self._speaker, kind))
            box.setObjectName(f"batch-{kind}")
            box.setChecked(kind is PaperKind.CONTRACT)
            box.toggled.connect(lambda _on: self.changed.emit())
            self.kinds[kind] = box
            grid.addWidget(box, at // 3, at % 3)
        return grid

    def chosen(self) -> tuple[PaperKind, ...]:
        """The papers for each customer."""
        return tuple(PaperKind(kind) for kind, box in self.kinds.items() if box.isChecked())

    def language(self) -> Language:
        """Of the papers."""
        return "en" if self.tongue.current == "en" else "zh"

    def place(self) -> Path | None:
        """The folder; ``None`` where none is named."""
        text = self.folder.text().strip()
        return Path(text) if text else None

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder for the papers"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.open()
