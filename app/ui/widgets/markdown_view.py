"""MarkdownView: a page of Markdown with room between its parts, in the colours of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from app.ui.theme import current_theme
from app.ui.tokens import Space, Type

if TYPE_CHECKING:
    from pathlib import Path

_HEADINGS: Final = {1: Type.H1, 2: Type.TITLE, 3: Type.STRONG}
_PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"
_LINE = 140
"""Height of a line in percent."""


class MarkdownView(QTextBrowser):
    """Shows one page; a link that is clicked is told by ``anchorClicked``."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Show nothing.

        Args:
            name: What a screen reader calls it.
            parent: Parent widget.
        """
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setOpenLinks(False)

    def show_page(self, text: str, folder: Path) -> None:
        """Show a page from its beginning; pictures are named from a folder."""
        document = self.document()
        document.setBaseUrl(QUrl.fromLocalFile(f"{folder}/"))
        font = self.font()
        font.setPixelSize(Type.BODY.pixels + 1)
        document.setDefaultFont(font)
        document.setDocumentMargin(Space.LG)
        document.setMarkdown(text, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        self._dress(document)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def _dress(self, document: QTextDocument) -> None:
        """Give headings their size, paragraphs their room, and keys their ground."""
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        block = document.begin()
        while block.isValid():
            cursor.setPosition(block.position())
            cursor.movePosition(
                QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            level = block.blockFormat().headingLevel()
            cursor.mergeBlockFormat(_spaced(block, level))
            if level:
                cursor.mergeCharFormat(_heading(level))
            self._mark_keys(cursor, block.position(), block.textFormats())
            block = block.next()
        cursor.endEditBlock()

    def _mark_keys(
        self, cursor: QTextCursor, start: int, ranges: list[QTextLayout.FormatRange]
    ) -> None:
        ground = QTextCharFormat()
        ground.setBackground(current_theme().color("sunken"))
        ground.setForeground(current_theme().color("accent_text"))
        for one in ranges:
            if one.format.fontFixedPitch():
                cursor.setPosition(start + one.start)
                cursor.setPosition(
                    start + one.start + one.length,
                    QTextCursor.MoveMode.KeepAnchor,
                )
                cursor.mergeCharFormat(ground)


def _spaced(block: QTextBlock, level: int) -> QTextBlockFormat:
    listed, pictured = block.textList() is not None, block.text() == _PICTURE
    spaced = QTextBlockFormat()
    spaced.setTopMargin(Space.LG if level else 0)
    spaced.setBottomMargin(Space.XS if listed else Space.SM)
    spaced.setLineHeight(
        100 if pictured else _LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
    )
    return spaced


def _heading(level: int) -> QTextCharFormat:
    style = _HEADINGS.get(level, Type.STRONG)
    dressed = QTextCharFormat()
    font = QFont()
    font.setPixelSize(style.pixels)
    font.setWeight(QFont.Weight(style.weight))
    dressed.setFont(
        font, QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesSpecifiedOnly
    )
    dressed.setProperty(QTextFormat.Property.FontSizeAdjustment, 0)
    return dressed
