"""Which papers are printed, and how many copies of each: at first the set for a visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.print_set import MOST_COPIES
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.presenting.paper_names import paper_name
from app.ui.widgets.number_field import NumberField
from app.ui.widgets.parts import make_label
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QSpinBox, QWidget

    from app.ui.presenting.speaker import Speaker
    from catalog.local_text import Language


class PrintDialog(FormDialog):
    """Asks for copies; papers come in the order of the set, then the others."""

    def __init__(
        self,
        possible: Sequence[str],
        wanted: Mapping[str, int],
        language: Language,
        speaker: Speaker,
        parent: QWidget,
    ) -> None:
        """Offer papers.

        Args:
            possible: Those that the quote has something to show in.
            wanted: Copies of the set for a visit, in order.
            language: Of the quote.
            speaker: Texts.
            parent: Window that it belongs to.
        """
        super().__init__(self.tr("Print papers"), self.tr("Choose printer…"), parent)
        self.counts: dict[str, QSpinBox] = {}
        ordered = [kind for kind in wanted if kind in possible]
        for kind in [*ordered, *(one for one in possible if one not in wanted)]:
            count = NumberField()
            count.setRange(0, MOST_COPIES)
            count.setValue(wanted.get(kind, 0))
            count.setSpecialValueText(self.tr("none"))
            count.valueChanged.connect(self._judge)
            self.counts[kind] = count
            self.add_field(paper_name(speaker, kind), count)
        self._tongue = Segmented((("zh", "中文"), ("en", "EN")), language, self.tr("Language"))
        self.add_field(self.tr("Language"), self._tongue)
        note = self.tr("Printed in this order. Papers say that they are drafts until approved.")
        said = make_label(note, "caption")
        said.setWordWrap(True)
        self.body.addWidget(said)
        if self.counts:
            next(iter(self.counts.values())).setFocus()
        self._judge()

    def copies(self) -> dict[str, int]:
        """Copies of each paper that is printed, in order."""
        return {kind: count.value() for kind, count in self.counts.items() if count.value()}

    def language(self) -> Language:
        """The language of the papers."""
        return "en" if self._tongue.current == "en" else "zh"

    def _judge(self) -> None:
        self.agree.setEnabled(bool(self.copies()))
