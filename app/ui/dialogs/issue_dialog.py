"""Which papers are written, and in which language the customer's are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from app.ui.dialogs.form_dialog import FormDialog
from app.ui.presenting.paper_names import paper_name
from app.ui.presenting.templates import choice_name
from app.ui.tokens import Space
from app.ui.widgets.parts import make_label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.services.template_choice import TemplateOptions
    from app.ui.presenting.speaker import Speaker
    from catalog.local_text import Language


class IssueDialog(FormDialog):
    """Offers every paper; what the quote has nothing to show in cannot be chosen."""

    def __init__(
        self,
        offered: Sequence[str],
        possible: Sequence[str],
        language: Language,
        speaker: Speaker,
        parent: QWidget,
        templates: Mapping[str, Mapping[Language, TemplateOptions]] | None = None,
        advice: Sequence[str] = (),
    ) -> None:
        """Offer papers.

        Args:
            offered: Every paper, in order; the usual ones are chosen.
            possible: Those that the quote has something to show in.
            language: Of the quote.
            speaker: Texts.
            parent: Window that it belongs to.
            templates: What each paper could be made from, where the user has a choice.
            advice: What to look at before papers leave.
        """
        super().__init__(self.tr("Write papers"), self.tr("Write"), parent)
        self.boxes: dict[str, QCheckBox] = {}
        self.makers: dict[tuple[str, Language], QComboBox] = {}
        papers = QWidget()
        column = QVBoxLayout(papers)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SM)
        for kind in offered:
            box = QCheckBox(paper_name(speaker, kind))
            box.setObjectName(f"issue-{kind}")
            box.setEnabled(kind in possible)
            box.setChecked(kind in possible)
            if kind not in possible:
                box.setToolTip(self.tr("There is nothing for this paper to show."))
            box.toggled.connect(self._judge)
            self.boxes[kind] = box
            column.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
            for tongue, options in (templates or {}).get(kind, {}).items():
                if options.others:
                    combo = _template_combo(speaker, paper_name(speaker, kind), options)
                    self.makers[kind, tongue] = combo
                    column.addWidget(combo)
        self.add_field(self.tr("Papers"), papers)
        self._tongues: dict[tuple[Language, ...], QRadioButton] = {
            ("zh",): QRadioButton(self.tr("Chinese")),
            ("en",): QRadioButton(self.tr("English")),
            ("zh", "en"): QRadioButton(self.tr("Both")),
        }
        self._tongues[(language,)].setChecked(True)
        for button in self._tongues.values():
            button.toggled.connect(lambda _on: self._show_makers())
        self._show_makers()
        self.add_field(self.tr("Language"), self._in_a_row())
        note = self.tr("The approval sheet is internal and is written once.")
        self.body.addWidget(make_label(note, "caption"))
        self.advice = make_label("\n".join(advice), "second")
        self.advice.setWordWrap(True)
        self.advice.setVisible(bool(advice))
        self.body.addWidget(self.advice)
        self.boxes[next(iter(self.boxes))].setFocus()

    def kinds(self) -> tuple[str, ...]:
        """The papers chosen, in the order offered."""
        return tuple(kind for kind, box in self.boxes.items() if box.isChecked())

    def languages(self) -> tuple[Language, ...]:
        """The languages of the customer's papers."""
        return next(found for found, button in self._tongues.items() if button.isChecked())

    def templates(self) -> dict[tuple[str, str], str]:
        """The templates that were named, by kind and language."""
        return {
            place: combo.currentData()
            for place, combo in self.makers.items()
            if combo.currentData() is not None
        }

    def _show_makers(self) -> None:
        """Offer templates of the languages that papers are written in."""
        for (_kind, tongue), combo in self.makers.items():
            combo.setVisible(tongue in self.languages())

    def choose_languages(self, languages: tuple[Language, ...]) -> None:
        """Choose Chinese, English or both."""
        self._tongues[languages].setChecked(True)

    def _in_a_row(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.LG)
        for button in self._tongues.values():
            row.addWidget(button)
        row.addStretch()
        return holder

    def _judge(self) -> None:
        self.agree.setEnabled(bool(self.kinds()))


def _template_combo(speaker: Speaker, paper: str, options: TemplateOptions) -> QComboBox:
    """The choice of a template: the usual one with the reason, then those to be named."""
    combo = QComboBox()
    combo.setAccessibleName(speaker.translate("Templates", "Template of {name}").format(name=paper))
    undecided = speaker.translate("Templates", "two defaults – choose one")
    usual = choice_name(speaker, options.usual) if options.usual is not None else undecided
    combo.addItem(usual, None)
    for identifier, name in options.others:
        combo.addItem(name or speaker.words("template.place.shipped"), identifier)
    return combo
