"""TemplateDetail: one template with its sample pages, findings, versions and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.ui.pages.templates.sample_pages import SamplePages
from app.ui.presenting.templates import (
    default_name,
    finding_rows,
    template_name,
    version_name,
)
from app.ui.theme import set_role
from app.ui.tokens import Space
from app.ui.widgets.card import Card
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.notice import Notice
from app.ui.widgets.parts import make_button, make_icon_button, make_label
from app.ui.widgets.problem_list import ProblemList

if TYPE_CHECKING:
    from app.services.template_trial import Trial
    from app.services.templates import TemplateRow
    from app.ui.page import Surroundings


class TemplateDetail(QScrollArea):
    """Shows a template.

    * ``wanted(deed)``: ``copy``, ``open``, ``check``, ``take``, ``default``, ``export`` or
      ``remove``.
    * ``restore_wanted(number)``: an older version is wanted again.
    * ``drop_wanted(default)``: it is to be the default for these no longer.

    Attributes:
        buttons: The buttons by deed.
    """

    wanted = Signal(str)
    restore_wanted = Signal(int)
    drop_wanted = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        """Begin without a template."""
        super().__init__(parent)
        self._around = around
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setAccessibleName(self.tr("The template"))
        self._name = make_label("", "h1")
        self._about = make_label("", "second")
        self._about.setWordWrap(True)
        self.changed = Notice("pencil-line")
        self.changed.acted.connect(lambda: self.wanted.emit("take"))
        self.buttons = self._make_buttons()
        self.pages = SamplePages(around.tasks)
        self._pages_card = Card(self.tr("With the sample customer"))
        self._pages_card.body.addWidget(self.pages)
        self.findings = ProblemList(self.tr("Findings"), self.tr("Nothing is wrong."))
        self._findings_card = Card(self.tr("Check"))
        self._findings_card.body.addWidget(self.findings)
        self._versions = Card(self.tr("Versions"))
        self._defaults = Card(self.tr("Default for"))
        self._build()

    def _make_buttons(self) -> dict[str, QPushButton]:
        buttons = {
            "copy": make_button(self.tr("Copy…"), icon="copy"),
            "open": make_button(self.tr("Open in Word"), icon="external-link"),
            "check": make_button(self.tr("Check"), icon="check-check"),
            "take": make_button(self.tr("Take over…"), "primary", icon="check"),
            "default": make_button(self.tr("Make default…"), icon="star"),
            "export": make_button(self.tr("Save a copy…"), icon="file-down"),
            "remove": make_button(self.tr("Remove"), icon="trash-2"),
        }
        for deed, button in buttons.items():
            button.clicked.connect(lambda _=False, which=deed: self.wanted.emit(which))
        return buttons

    def _build(self) -> None:
        inside = QWidget()
        set_role(inside, "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, Space.XS, 0)
        column.setSpacing(Space.MD)
        head = QFrame()
        set_role(head, "card")
        texts = QVBoxLayout(head)
        texts.setContentsMargins(Space.LG, Space.MD, Space.LG, Space.MD)
        texts.setSpacing(Space.SM)
        texts.addWidget(self._name)
        texts.addWidget(self._about)
        deeds = FlowLayout(Space.SM)
        for button in self.buttons.values():
            deeds.addWidget(button)
        texts.addLayout(deeds)
        cards = (self._pages_card, self._findings_card, self._defaults, self._versions)
        for part in (head, self.changed, *cards):
            column.addWidget(part)
        column.addStretch()
        self.setWidget(inside)

    def show_template(self, row: TemplateRow, trial: Trial | None, *, checking: bool) -> None:
        """Show a template with what is known of it by now."""
        speaker, own = self._around.speaker, row.template is not None
        self._name.setText(template_name(speaker, row))
        facts = [
            self.tr("Version {version}").format(version=row.version or "–"),
            row.responsible,
            self.tr("made from {origin}").format(origin=row.template.origin)
            if row.template is not None and row.template.origin
            else "",
            self.tr("open in Word") if row.in_use else "",
        ]
        self._about.setText(" · ".join(fact for fact in facts if fact))
        for deed in ("open", "take", "remove"):
            self.buttons[deed].setVisible(own)
        self.buttons["take"].setEnabled(row.changed)
        self.buttons["copy"].setEnabled(not own or bool(row.version))
        self.buttons["default"].setEnabled(not own or bool(row.version))
        self.buttons["check"].setEnabled(not checking)
        if row.changed:
            self.changed.say(
                self.tr("Changed in Word – check it and take it over"), self.tr("Take over…")
            )
        else:
            self.changed.hide()
        self._show_trial(trial, checking=checking)
        self._show_versions(row)
        self._show_defaults(row)

    def _show_trial(self, trial: Trial | None, *, checking: bool) -> None:
        speaker = self._around.speaker
        self.findings.set_problems(finding_rows(speaker, trial.problems if trial else ()))
        self.findings.setVisible(trial is not None)
        note = self.tr("Checking…") if checking else self.tr("Not checked yet.")
        self._findings_card.set_note("" if trial is not None else note)
        count = len(trial.problems) if trial is not None else 0
        blocked = trial is not None and trial.blocked
        self._findings_card.set_mark(str(count) if count else "", "bad" if blocked else "warn")
        self.pages.show_pdf(trial.pdf if trial is not None else b"")
        self._pages_card.setVisible(trial is None or bool(trial.pdf))
        self._pages_card.set_note("" if trial is not None else note)

    def _show_versions(self, row: TemplateRow) -> None:
        _empty(self._versions)
        versions = row.template.versions if row.template is not None else ()
        for version in reversed(versions):
            line = QHBoxLayout()
            text = make_label(version_name(self._around.speaker, version))
            text.setWordWrap(True)
            line.addWidget(text, 1)
            if version is not versions[-1]:
                told = self.tr("Restore version {number}").format(number=version.number)
                again = make_button(self.tr("Restore"), "link")
                again.setAccessibleName(told)
                again.clicked.connect(
                    lambda _=False, number=version.number: self.restore_wanted.emit(number)
                )
                line.addWidget(again)
            _put(self._versions, line)
        self._versions.setVisible(bool(versions))

    def _show_defaults(self, row: TemplateRow) -> None:
        _empty(self._defaults)
        for default in row.defaults:
            line = QHBoxLayout()
            name = default_name(self._around.speaker, default)
            line.addWidget(make_label(name), 1)
            drop = make_icon_button(
                "x", self.tr("No default for {name} any more").format(name=name)
            )
            drop.clicked.connect(lambda _=False, which=default: self.drop_wanted.emit(which))
            line.addWidget(drop)
            _put(self._defaults, line)
        self._defaults.setVisible(bool(row.defaults))


def _put(card: Card, line: QHBoxLayout) -> None:
    holder = QWidget()
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(Space.SM)
    holder.setLayout(line)
    card.body.addWidget(holder)


def _empty(card: Card) -> None:
    while (place := card.body.takeAt(0)) is not None:
        widget = place.widget()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
