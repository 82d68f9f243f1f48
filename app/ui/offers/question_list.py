"""QuestionList: questions kind by kind, each with what the customer answered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.quoting.interview import Answer, QuestionForm, QuestionKind
from app.ui.tokens import Space
from app.ui.widgets.parts import make_label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.quoting.interview import Question
    from app.ui.presenting.speaker import Speaker


class QuestionList(QWidget):
    """Shows questions; ``answered(answer)`` fires when an answer was typed or agreed to.

    Attributes:
        fields: What was answered, by the identifier of the question.
        boxes: Whether the customer has the need that it points to, likewise.
    """

    answered = Signal(object)

    def __init__(self, speaker: Speaker, questions: Iterable[Question]) -> None:
        """Show questions, which are in the order of their kinds."""
        super().__init__()
        self._speaker = speaker
        self.fields: dict[str, QLineEdit] = {}
        self.boxes: dict[str, QCheckBox] = {}
        self._days: dict[str, QWidget] = {}
        names = {
            QuestionKind.BACKGROUND: self.tr("Background: how things are"),
            QuestionKind.DIFFICULTY: self.tr("Difficulty: what is hard"),
            QuestionKind.IMPLICATION: self.tr("Implication: what follows"),
            QuestionKind.BENEFIT: self.tr("Benefit: what it would be worth"),
        }
        steps = {
            QuestionKind.BACKGROUND: self.tr("Observe and listen; few are enough."),
            QuestionKind.DIFFICULTY: self.tr("Ask, and let the customer finish."),
            QuestionKind.IMPLICATION: self.tr("Hint at what follows; he draws the conclusion."),
            QuestionKind.BENEFIT: self.tr("Stimulate: he says himself what it would be worth."),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, Space.SM, 0)
        column.setSpacing(Space.SM)
        kind: QuestionKind | None = None
        for question in questions:
            if question.kind is not kind:
                kind = question.kind
                column.addSpacing(Space.SM)
                column.addWidget(make_label(names[kind], "strong"))
                column.addWidget(make_label(steps[kind], "caption"))
            column.addLayout(self._row(question))
        column.addStretch()

    def _row(self, question: Question) -> QVBoxLayout:
        text = make_label(self._speaker.name(question.text))
        hint = make_label("　".join(self._hints(question)), "caption")
        for label in (text, hint):
            label.setWordWrap(True)
        field = self.fields[question.id] = QLineEdit()
        field.setAccessibleName(text.text())
        field.setPlaceholderText(self.tr("What the customer said"))
        field.editingFinished.connect(partial(self._tell, question.id))
        line = QHBoxLayout()
        line.setSpacing(Space.SM)
        line.addWidget(field, 1)
        if question.need:
            box = self.boxes[question.id] = QCheckBox(self.tr("has this need"))
            box.setAccessibleName(f"{text.text()} {box.text()}")
            box.clicked.connect(partial(self._tell, question.id))
            line.addWidget(box)
        row = QVBoxLayout()
        row.setSpacing(Space.XXS)
        row.addWidget(text)
        row.addWidget(hint)
        row.addLayout(line)
        return row

    def _hints(self, question: Question) -> list[str]:
        """How much room it leaves, how to ask it, and what to ask next."""
        closed = question.form is QuestionForm.CLOSED
        told = [self.tr("Closed question.") if closed else self.tr("Open question.")]
        if question.hint.zh:
            told.append(self._speaker.name(question.hint))
        if question.follow_up.zh:
            extended = self.tr("Go on: {question}")
            told.append(extended.format(question=self._speaker.name(question.follow_up)))
        return told

    def show_answers(self, answers: Iterable[Answer]) -> None:
        """Show what was answered; a field in which somebody writes is left alone."""
        known = {answer.question: answer for answer in answers}
        for name, field in self.fields.items():
            answer = known.get(name, Answer(name))
            if not (field.hasFocus() and field.isModified()):
                field.setText(answer.text)
            field.setToolTip(answer.day.isoformat() if answer.day is not None else "")
            if name in self.boxes:
                self.boxes[name].setChecked(answer.agreed)

    def _tell(self, name: str, *_state: bool) -> None:
        box, field = self.boxes.get(name), self.fields[name]
        field.setModified(False)
        agreed = box is not None and box.isChecked()
        self.answered.emit(Answer(name, field.text().strip(), agreed))
