"""A dialog for what a part of a bundle says beyond its row: names, notes, who may choose it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.ui.dialogs.form_dialog import FormDialog
from app.ui.presenting.bundle_form import detail_caption
from app.ui.presenting.draft_fields import why_not
from catalog.bundle_draft import part_at
from catalog.bundle_fields import detail_fields, set_part_field
from catalog.typed_field import typed_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.ui.presenting.speaker import Speaker
    from catalog.bundle import BundledOffering

_WIDTH = 460


class PartDialog(FormDialog):
    """Shows the details of one part; ``changed`` gives the bundle as typed."""

    def __init__(
        self, speaker: Speaker, bundle: BundledOffering, place: str, parent: QWidget
    ) -> None:
        """Show what the part says now."""
        super().__init__(self.tr("Details"), self.tr("Apply"), parent)
        self.setMinimumWidth(_WIDTH)
        self._speaker = speaker
        self._bundle, self._place = bundle, place
        self.fields: dict[str, QLineEdit] = {}
        part = part_at(bundle, place)
        for name, field in detail_fields(place).items():
            editor = QLineEdit(typed_text(part, field))
            editor.textEdited.connect(lambda _text: self._check())
            self.add_field(detail_caption(speaker, name), editor)
            self.fields[name] = editor
        first = next(iter(self.fields.values()), None)
        if first is not None:
            first.setFocus()
            first.selectAll()

    def _check(self) -> None:
        """Tell the first text that has no reading, and agree to nothing until there is none."""
        found = (
            why_not(self._speaker, field, self.fields[name].text())
            for name, field in detail_fields(self._place).items()
        )
        problem = next((text for text in found if text), "")
        self.show_problem(problem)
        self.agree.setEnabled(not problem)

    def changed(self) -> BundledOffering:
        """The bundle with what was typed.

        Raises:
            CellFault: A text has no reading; the dialog does not agree to such.
        """
        bundle = self._bundle
        for name, editor in self.fields.items():
            bundle = set_part_field(bundle, self._place, name, editor.text())
        return bundle
