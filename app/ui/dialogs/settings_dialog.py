"""SettingsDialog: every setting, made from the definition of ``Settings`` itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.settings import Settings, setting_fields
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.presenting.setting_words import (
    choice_words,
    example_of,
    fault_of,
    group_words,
    unit_of,
)
from app.ui.tokens import Space
from app.ui.widgets.number_field import NumberField
from app.ui.widgets.parts import make_icon_button, make_label
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.quoting.authority import AuthorityMatrix
    from app.settings import SettingField
    from app.ui.presenting.speaker import Speaker

_SIZE: Final = (620, 520)
_ROLE: Final = "role"


class _Editor(NamedTuple):
    field: SettingField
    widget: QLineEdit | QSpinBox | QComboBox

    def value(self) -> str | int:
        if isinstance(self.widget, QComboBox):
            return str(self.widget.currentData())
        if isinstance(self.widget, QSpinBox):
            return self.widget.value()
        return self.widget.text().strip()


class SettingsDialog(FormDialog):
    """Shows the groups side by side and the settings of one under them."""

    def __init__(
        self,
        settings: Settings,
        matrix: AuthorityMatrix,
        speaker: Speaker,
        parent: QWidget,
        *,
        group: str = "window",
    ) -> None:
        """Show what the settings say.

        Args:
            settings: As they are.
            matrix: Levels and functions that there are.
            speaker: Language of the window.
            parent: Window that it belongs to.
            group: The group to begin with.
        """
        super().__init__(self.tr("Settings"), self.tr("Keep"), parent)
        self.resize(*_SIZE)
        self._settings = settings
        self._speaker = speaker
        roles = [(one.id, one.name) for one in matrix.levels]
        roles += [(one.id, one.name) for one in matrix.functions]
        self._roles = [(role, f"{role} {speaker.name(name)}") for role, name in roles]
        self._choices = choice_words(speaker)
        self._editors: dict[str, _Editor] = {}
        groups = group_words(speaker)
        self.groups = Segmented(tuple(groups.items()), group, self.tr("Group of settings"))
        self._pages = QStackedWidget()
        fields = setting_fields()
        for name in groups:
            self._pages.addWidget(self._page([one for one in fields if one.group == name]))
        order = list(groups)
        self._pages.setCurrentIndex(order.index(group))
        self.groups.chosen.connect(lambda name: self._pages.setCurrentIndex(order.index(name)))
        self.body.insertWidget(0, self.groups, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._pages, 1)

    def editor(self, name: str) -> QLineEdit | QSpinBox | QComboBox:
        """The field of a setting."""
        return self._editors[name].widget

    def settings(self) -> Settings:
        """The settings with what was entered."""
        entered = {name: editor.value() for name, editor in self._editors.items()}
        return msgspec.structs.replace(self._settings, **entered)

    def accept(self) -> None:
        """Keep only what can be kept."""
        fault = fault_of(self._speaker, self.settings())
        self.show_problem(fault)
        if not fault:
            super().accept()

    # ------------------------------------------------------------ building

    def _page(self, fields: Sequence[SettingField]) -> QWidget:
        inside = QWidget()
        form = QFormLayout(inside)
        form.setContentsMargins(0, Space.SM, Space.MD, 0)
        form.setHorizontalSpacing(Space.LG)
        form.setVerticalSpacing(Space.SM)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for field in fields:
            self._add(form, field)
        scrolled = QScrollArea()
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setWidgetResizable(True)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setWidget(inside)
        for part in (inside, scrolled.viewport()):  # the colour of the dialog, not of a canvas
            part.setAutoFillBackground(False)
        return scrolled

    def _add(self, form: QFormLayout, field: SettingField) -> None:
        title, hint = self._speaker.name(field.title), self._speaker.name(field.help)
        widget = self._make(field)
        self._editors[field.name] = _Editor(field, widget)
        widget.setAccessibleName(title)
        widget.setAccessibleDescription(hint)
        label = make_label(title, "second")
        label.setBuddy(widget)
        column = QVBoxLayout()
        column.setSpacing(Space.XXS)
        column.addLayout(self._with_button(widget) if field.kind == "folder" else _row(widget))
        if hint:
            said = make_label(hint, "caption")
            said.setWordWrap(True)
            column.addWidget(said)
        if isinstance(widget, QLineEdit) and example_of(self._speaker, field.name, widget.text()):
            column.addWidget(self._example(field.name, widget))
        form.addRow(label, column)

    def _make(self, field: SettingField) -> QLineEdit | QSpinBox | QComboBox:
        value = getattr(self._settings, field.name)
        if field.name == _ROLE:
            known = [*self._roles]
            if value not in dict(known):
                known.append((value, value))
            return _combo(known, value)
        if field.kind == "choice":
            words = self._choices
            return _combo([(one, words[field.name, one]) for one in field.choices], value)
        if field.kind == "number":
            spin = NumberField()
            spin.setRange(field.least, field.most)
            spin.setValue(value)
            spin.setSuffix(f" {unit_of(self._speaker, field)}".rstrip())
            return spin
        return QLineEdit(value)

    def _with_button(self, widget: QWidget) -> QHBoxLayout:
        button = make_icon_button("folder-open", self.tr("Choose a folder"))
        button.clicked.connect(lambda: self._choose_folder(widget))
        row = _row(widget)
        row.addWidget(button)
        return row

    def _choose_folder(self, field: QWidget) -> None:
        assert isinstance(field, QLineEdit)  # noqa: S101 (folders are typed or chosen)
        chosen = QFileDialog.getExistingDirectory(self, self.windowTitle(), field.text())
        if chosen:
            field.setText(chosen)

    def _example(self, name: str, field: QLineEdit) -> QWidget:
        shown = make_label("", "caption")
        shown.setWordWrap(True)

        def show(pattern: str) -> None:
            shown.setText(example_of(self._speaker, name, pattern))

        field.textChanged.connect(show)
        show(field.text())
        return shown


def _row(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Space.XS)
    row.addWidget(widget, 1)
    return row


def _combo(words: Sequence[tuple[str, str]], current: str) -> QComboBox:
    combo = QComboBox()
    for word, text in words:
        combo.addItem(text, word)
    combo.setCurrentIndex(combo.findData(current))
    return combo
