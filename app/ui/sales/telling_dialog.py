"""TellingDialog: chapters of the proposal, what we do better, stories, material, logo, terms."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.quoting.sales_library import MOST_DIFFERENCES
from app.quoting.telling import Chapter, Telling
from app.quoting.telling_edits import own_terms
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.presenting.chapters import chapter_names
from app.ui.tokens import Space
from app.ui.widgets.parts import make_button, make_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.quoting.quote import Quote
    from app.services.telling_choices import Choices
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from catalog.local_text import LocalText
    from catalog.selling_points import Leaflet

T = TypeVar("T")
_SIZE = (620, 460)
_PICTURES = ("image/png", "image/jpeg")


class TellingDialog(FormDialog):
    """Asks what the proposal tells; nothing is ticked that the quote has not taken in.

    Attributes:
        chapters: A box for each chapter; ticked: it is there.
        differences, stories, leaflets, demos: Boxes in the order of the choices.
        terms: Terms of this customer alone, one a line.
    """

    def __init__(
        self,
        around: Surroundings,
        workspace: Workspace,
        quote: Quote,
        choices: Choices,
        parent: QWidget,
    ) -> None:
        """Show what may be taken in."""
        super().__init__(self.tr("What the proposal tells"), self.tr("Apply"), parent)
        self._around, self._workspace, self._choices = around, workspace, choices
        telling = quote.telling
        self.logo = telling.logo
        self._column = QVBoxLayout()
        self._column.setSpacing(Space.SM)
        self.chapters = self._chapters(telling)
        self.differences = self._boxes(
            self.tr("Why us: three at most, against the recorded competitors first"),
            [(one.claim, one in telling.differences) for one in choices.differences],
        )
        self.stories = self._boxes(
            self.tr("Success stories, each on the page of cases"),
            [(one.title, one in telling.stories) for one in choices.stories],
        )
        self._lock_secret_stories()
        self.leaflets = self._boxes(
            self.tr("Leaflets that come along as files"),
            [(one.name, one in telling.leaflets) for one in choices.leaflets],
        )
        self.demos = self._boxes(
            self.tr("Demonstrations, with their links"),
            [(one.name, one in telling.demos) for one in choices.demos],
        )
        self._add_logo()
        self.terms = QPlainTextEdit("\n".join(own_terms(quote)))
        self.terms.setAccessibleName(self.tr("Special terms"))
        self.terms.setPlaceholderText(
            self.tr(
                "Terms of this customer alone, one a line: in proposal and contract; a clause "
                "of no library has to be approved"
            )
        )
        self.terms.setFixedHeight(72)
        self.terms.setTabChangesFocus(True)
        self._column.addWidget(make_label(self.tr("Special terms"), "second"))
        self._column.addWidget(self.terms)
        self._column.addStretch()
        self._scroll()
        for box in self.differences:
            box.toggled.connect(self._limit)
        self._limit()

    def telling(self) -> Telling:
        """What is ticked."""
        choices = self._choices
        return Telling(
            tuple(chapter for chapter, box in self.chapters.items() if not box.isChecked()),
            _ticked(choices.differences, self.differences),
            _ticked(choices.stories, self.stories),
            _ticked(choices.leaflets, self.leaflets),
            _ticked(choices.demos, self.demos),
            self.logo,
        )

    def own_terms(self) -> tuple[str, ...]:
        """The terms, without empty lines."""
        typed = map(str.strip, self.terms.toPlainText().splitlines())
        return tuple(dict.fromkeys(filter(None, typed)))

    # ------------------------------------------------------------ parts

    def _chapters(self, telling: Telling) -> dict[Chapter, QCheckBox]:
        self._column.addWidget(make_label(self.tr("Chapters"), "second"))
        return {
            chapter: self._box(name, ticked=chapter not in telling.left_out)
            for chapter, name in chapter_names(self._around.speaker).items()
        }

    def _boxes(self, title: str, rows: Sequence[tuple[LocalText, bool]]) -> list[QCheckBox]:
        label = make_label(title, "second")
        label.setVisible(bool(rows))
        self._column.addWidget(label)
        name = self._around.speaker.name
        return [self._box(name(text), ticked=ticked) for text, ticked in rows]

    def _box(self, text: str, *, ticked: bool) -> QCheckBox:
        box = QCheckBox(text.replace("&", "&&"))
        box.setAccessibleName(text)
        box.setChecked(ticked)
        self._column.addWidget(box)
        return box

    def _lock_secret_stories(self) -> None:
        """What must not be told can only be taken out."""
        for story, box in zip(self._choices.stories, self.stories, strict=True):
            if not story.permitted:
                box.setChecked(False)
                box.setEnabled(False)
                box.setText(self.tr("{title} (may not be told)").format(title=box.text()))

    def _limit(self) -> None:
        """The fourth difference cannot be ticked."""
        full = sum(box.isChecked() for box in self.differences) >= MOST_DIFFERENCES
        for box in self.differences:
            box.setEnabled(box.isChecked() or not full)

    def _add_logo(self) -> None:
        self._logo_name = make_label("", "body")
        self.choose_logo = make_button(self.tr("Choose a picture…"), "quiet", icon="image")
        self.choose_logo.clicked.connect(self._choose)
        self.other_logo = make_button(self.tr("Take that of another quote"), "quiet")
        self.other_logo.clicked.connect(lambda: self._show_logo(self._choices.logo))
        self.other_logo.setVisible(self._choices.logo is not None)
        self.no_logo = make_button(self.tr("Without"), "quiet")
        self.no_logo.clicked.connect(lambda: self._show_logo(None))
        row = QHBoxLayout()
        row.addWidget(self._logo_name, 1)
        for button in (self.choose_logo, self.other_logo, self.no_logo):
            button.setAutoDefault(False)
            row.addWidget(button)
        self._column.addWidget(make_label(self.tr("The customer's logo on the cover"), "second"))
        self._column.addLayout(row)
        self._show_logo(self.logo)

    def _show_logo(self, logo: Leaflet | None) -> None:
        self.logo = logo
        name = self._around.speaker.name(logo.name) if logo is not None else self.tr("none")
        self._logo_name.setText(name)

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("The customer's logo"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Picture (*.png *.jpg *.jpeg)"))
        dialog.fileSelected.connect(lambda name: self.bring_logo(Path(name)))
        dialog.open()

    def bring_logo(self, file: Path) -> None:
        """Keep a picture as the logo; a PDF is none."""
        workspace = self._workspace

        def work(_task: object) -> Leaflet:
            from app.services.leaflets import keep_leaflets

            return keep_leaflets(workspace, (file,))[0]

        def done(kept: Leaflet) -> None:
            picture = kept.media_type in _PICTURES
            self.show_problem("" if picture else self.tr("The logo has to be a PNG or a JPEG."))
            if picture:
                self._show_logo(kept)

        self._around.tasks.run(work, done, self._around.tell)

    def _scroll(self) -> None:
        inside = QWidget()
        self._column.setContentsMargins(0, 0, Space.MD, 0)
        inside.setLayout(self._column)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumSize(*_SIZE)
        self.body.addWidget(area)


def _ticked(listed: tuple[T, ...], boxes: list[QCheckBox]) -> tuple[T, ...]:
    return tuple(one for one, box in zip(listed, boxes, strict=True) if box.isChecked())
