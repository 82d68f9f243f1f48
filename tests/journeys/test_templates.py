"""Templates are copied, edited as Word would, taken over, made the default, and used."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from docx import Document
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from app.storage.template_store import hash_of
from app.ui.dialogs.field_guide_dialog import FieldGuideDialog
from app.ui.dialogs.issue_dialog import IssueDialog
from app.ui.dialogs.template_dialogs import BringInDialog, DefaultDialog, HandingDialog
from tests.journeys.steps import add, begin_quote

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.templates import TemplateRow
    from app.ui.hand import Hand
    from app.ui.pages.templates.templates_page import TemplatesPage


def _page(hand: Hand) -> TemplatesPage:
    """Go to the templates."""
    hand.shortcut(Qt.Key.Key_5)
    hand.wait_idle()
    return hand.window.pages.templates


def _current(page: TemplatesPage) -> TemplateRow:
    row = page.current
    assert row is not None
    return row


def _copied(hand: Hand, name: str) -> Path:
    """Copy the shipped quotation; gives its Word file."""
    page = _page(hand)
    page.table.set_current("quotation/zh")
    hand.wait_idle()
    hand.click(page.detail.buttons["copy"])
    dialog = hand.dialog(HandingDialog)
    hand.replace(dialog.name, name)
    hand.click(dialog.agree)
    hand.wait_for(lambda: _current(page).name == name, "the copy")
    hand.wait_idle()
    file = _current(page).file
    assert file is not None
    return file


def _typed(file: Path, text: str) -> None:
    """Type a paragraph as Word would: another file takes the place of the old one."""
    document = Document(str(file))
    document.add_paragraph(text)
    beside = file.with_name("~WRD0001.tmp")
    document.save(str(beside))
    beside.replace(file)


def _taken_over(hand: Hand, note: str) -> None:
    page = hand.window.pages.templates
    hand.wait_for(lambda: _current(page).changed, "the change to be noticed")
    hand.wait_idle()
    hand.click(page.detail.buttons["take"])
    dialog = hand.dialog(HandingDialog)
    hand.replace(dialog.note, note)
    hand.click(dialog.agree)
    hand.wait_idle()


def test_copied_template_is_edited_taken_over_and_used(hand: Hand) -> None:
    """The kindergarten's quotation holds the new words, and its record names version two."""
    session = begin_quote(hand)
    add(hand, "c1-l")
    segment = session.worked.revision.customer.segment
    file = _copied(hand, "小微报价")
    page = hand.window.pages.templates
    assert not page.detail.buttons["take"].isEnabled()
    _typed(file, "小微客户专享服务承诺")
    _taken_over(hand, "加服务承诺")
    hand.wait_for(lambda: _current(page).version == "2", "version two")
    assert any("加服务承诺" in text for text in hand.texts(page.detail))
    hand.click(page.detail.buttons["default"])
    dialog = hand.dialog(DefaultDialog)
    dialog.segment.setCurrentIndex(dialog.segment.findData(segment))
    hand.click(dialog.agree)
    hand.wait_for(lambda: bool(_current(page).defaults), "the default")
    hand.wait_idle()
    written: list[Path] = []
    hand.window.desk.written.connect(written.extend)
    hand.shortcut(Qt.Key.Key_E)
    issue = hand.dialog(IssueDialog)
    assert "小微报价 2" in issue.makers["quotation", "zh"].currentText()
    for kind, box in issue.boxes.items():
        if box.isChecked() and kind != "quotation":
            hand.click(box)
    hand.click(issue.agree)
    hand.wait_for(lambda: len(written) == 2, "the quotation", 120)
    hand.wait_idle()
    docx = next(path for path in written if path.suffix == ".docx").read_bytes()
    text = "\n".join(one.text for one in Document(io.BytesIO(docx)).paragraphs)
    assert "小微客户专享服务承诺" in text
    workspace = hand.window.workspace
    assert workspace is not None
    record = workspace.templates.made_from(session.quote.id, hash_of(docx))
    assert record is not None
    assert (record.name, record.version) == ("小微报价", "2")


def test_broken_tag_is_refused_with_page_and_paragraph(hand: Hand) -> None:
    """The finding stands beside the template, and version one stays in use."""
    file = _copied(hand, "坏模板")
    _typed(file, "{{ custmer.name }}")
    page = hand.window.pages.templates
    _taken_over(hand, "")
    shown = " ".join(hand.texts(page.detail.findings))
    assert "custmer.name" in shown
    count = len(Document(str(file)).element.body.xpath(".//w:p"))
    assert f"第 3 页 第 {count} 段：" in shown
    row = _current(page)
    assert (row.version, row.changed) == ("1", True)


def test_removed_template_comes_back_by_undo(hand: Hand) -> None:
    """The news offers it."""
    _copied(hand, "临时")
    page = hand.window.pages.templates
    hand.click(page.detail.buttons["remove"])
    hand.wait_for(lambda: all(row.name != "临时" for row in page._rows), "the removal")
    hand.wait_idle()
    hand.click(hand.button("撤销", hand.window))
    hand.wait_for(lambda: _current(page).name == "临时", "the template again")


def test_hostile_file_is_refused_and_the_window_goes_on(hand: Hand, tmp_path: Path) -> None:
    """A file with macros is dropped: the reason is told, nothing is brought in."""
    page = _page(hand)
    count = len(page._rows)
    file = tmp_path / "letter.docm"
    file.write_bytes(b"\xd0\xcf\x11\xe0" * 200)
    failures: list[Exception] = []
    page.failed.disconnect()
    page.failed.connect(failures.append)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    event = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.dropEvent(event)
    dialog = hand.dialog(BringInDialog)
    hand.click(dialog.agree)
    hand.wait_for(lambda: bool(failures), "the refusal")
    hand.wait_idle()
    assert hand.window.around.speaker.failure(failures[0])[0]  # type: ignore[arg-type] # ours
    page.refresh()
    hand.wait_idle()
    assert len(page._rows) == count


def test_field_guide_is_searched_and_its_tag_copied(hand: Hand) -> None:
    """Typing narrows the list; the button puts the tag on the clipboard."""
    page = _page(hand)
    hand.click(hand.button("字段表…", page))
    hand.wait_idle()
    dialog = hand.dialog(FieldGuideDialog)
    hand.enter("price.contract.net", dialog.search)
    hand.click(dialog.copy)
    assert QApplication.clipboard().text() == "{{ price.contract.net }}"
