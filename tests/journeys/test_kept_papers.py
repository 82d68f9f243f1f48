"""Papers that were written are found again: saved elsewhere, copied, dragged out, mailed."""

from __future__ import annotations

import email
from email.policy import default
from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.quoting.customer import Contact, ContactRole
from app.services.kept_papers import kept_papers
from app.ui.dialogs.clash_dialog import ClashDialog
from app.ui.dialogs.papers_dialog import PapersDialog
from app.ui.files_out import files_as_mime
from app.ui.pages.studio.preview_panel import PreviewPanel
from tests.journeys.steps import add, begin_quote

if TYPE_CHECKING:
    from email.message import EmailMessage
    from pathlib import Path

    from app.ui.hand import Hand

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def written(hand: Hand) -> list[Path]:
    """A quotation as Word and PDF, and the approval workbook, of a customer with an address."""
    session = begin_quote(hand)
    workspace = hand.window.workspace
    assert workspace is not None
    customer, bills = workspace.customers.load(session.quote.customer)
    contact = Contact("陈女士", "财务", (ContactRole.SIGNER,), email="chen@example.com")
    now = hand.window.around.clock()
    changed = msgspec.structs.replace(customer, contacts=(*customer.contacts, contact))
    workspace.customers.save(changed, bills, now=now)
    add(hand, "c1-l")
    return write(hand, ("quotation", "approval"))


def write(hand: Hand, kinds: tuple[str, ...]) -> list[Path]:
    """Write papers as their buttons do, and wait for them."""
    found: list[Path] = []
    hand.window.desk.written.connect(found.extend)
    hand.window.desk.write_papers(kinds)
    hand.wait_for(lambda: bool(found), "the papers", 120)
    hand.wait_idle()
    hand.window.desk.written.disconnect(found.extend)
    return found


def open_list(hand: Hand) -> PapersDialog:
    """Ctrl+Shift+E, and wait until the papers are listed."""
    hand.press(Qt.Key.Key_E, CONTROL_SHIFT)
    dialog = hand.dialog(PapersDialog)
    hand.wait_idle()
    dialog.handing.open_with = lambda _file: True
    dialog.handing.show_file = lambda _file: True
    return dialog


def choose(dialog: PapersDialog, endings: set[str]) -> None:
    """Select the papers with these endings."""
    dialog.table.clearSelection()
    everything = dialog.table.model()
    dialog.table.selectAll()
    wanted = [str(at) for at, one in enumerate(dialog.chosen()) if one.document.format in endings]
    dialog.table.clearSelection()
    for key in wanted:
        index = everything.index(int(key), 0)
        flags = dialog.table.selectionModel().SelectionFlag
        dialog.table.selectionModel().select(index, flags.Select | flags.Rows)


def read_mail(file: Path) -> EmailMessage:
    """An e-mail as a mail program reads it."""
    return email.message_from_bytes(file.read_bytes(), policy=default)


def test_what_was_written_is_listed_and_copied_as_files(hand: Hand, written: list[Path]) -> None:
    """Three files; the clipboard and a drag hold the very files of the folder."""
    dialog = open_list(hand)
    assert dialog.table.model().rowCount() == 3
    choose(dialog, {"pdf", "docx"})
    assert {(one.state, one.language) for one in dialog.chosen()} == {("draft", "zh")}
    copied: list[tuple[Path, ...]] = []
    dialog.handing.copied.connect(copied.append)
    hand.click(dialog.deeds["copy"])
    hand.wait_for(lambda: bool(copied), "the clipboard")
    files = {url.toLocalFile() for url in QGuiApplication.clipboard().mimeData().urls()}
    assert files == {str(path) for path in written if path.suffix != ".xlsx"}
    dragged = files_as_mime(copied[0])
    assert {url.toLocalFile() for url in dragged.urls()} == files
    hand.press(Qt.Key.Key_Escape)


def test_saving_where_a_file_is_asks_and_keeps_both_or_replaces(
    hand: Hand, written: list[Path], tmp_path: Path
) -> None:
    """Escape writes nothing; keep both adds a number; a file in use cannot be replaced."""
    target = tmp_path / "客户" / "报价单.pdf"
    target.parent.mkdir()
    target.write_bytes(b"older")
    dialog = open_list(hand)
    choose(dialog, {"pdf"})
    papers = dialog.chosen()
    dialog.handing.save(papers, [target])
    hand.dialog(ClashDialog)
    hand.press(Qt.Key.Key_Escape)
    hand.wait_idle()
    assert [path.name for path in target.parent.iterdir()] == ["报价单.pdf"]
    dialog.handing.save(papers, [target])
    hand.click(hand.dialog(ClashDialog).agree)
    second = target.with_name("报价单 (2).pdf")
    hand.wait_for(second.exists, "the second file")
    hand.wait_idle()
    pdf = next(path for path in written if path.suffix == ".pdf").read_bytes()
    assert (target.read_bytes(), second.read_bytes()) == (b"older", pdf)
    target.chmod(0o444)
    dialog.handing.save(papers, [target])
    held = hand.dialog(ClashDialog)
    assert not held.replace.isEnabled()
    assert any("Word" in text for text in hand.texts(held))
    hand.press(Qt.Key.Key_Escape)
    target.chmod(0o644)
    dialog.handing.save(papers, [target])
    hand.click(hand.dialog(ClashDialog).replace)
    hand.wait_for(lambda: target.read_bytes() == pdf, "the file to be replaced")
    hand.wait_idle()
    hand.press(Qt.Key.Key_Escape)


def test_mail_to_the_customer_is_a_draft_with_the_papers(hand: Hand, written: list[Path]) -> None:
    """Read back: recipient, subject and body in Chinese, both files byte for byte, no workbook."""
    dialog = open_list(hand)
    choose(dialog, {"pdf", "docx"})
    mails: list[Path] = []
    dialog.handing.mailed.connect(mails.append)
    hand.click(dialog.deeds["mail"])
    hand.wait_for(lambda: bool(mails), "the e-mail")
    mail = read_mail(mails[0])
    assert (mail["To"], mail["X-Unsent"]) == ("chen@example.com", "1")
    assert "报价单" in mail["Subject"]
    body = mail.get_body(("plain",))
    assert body is not None
    assert "陈女士，您好：" in body.get_content()
    assert "草稿" in body.get_content()
    attached = {part.get_filename(): part.get_content() for part in mail.iter_attachments()}
    sent = {path.name: path.read_bytes() for path in written if path.suffix != ".xlsx"}
    assert attached == sent
    hand.press(Qt.Key.Key_Escape)


def test_the_workbook_goes_to_the_approver_only(hand: Hand, written: list[Path]) -> None:
    """With the workbook chosen no mail goes to the customer, and the approver's leaves him out."""
    dialog = open_list(hand)
    choose(dialog, {"xlsx", "pdf"})
    assert not dialog.deeds["mail"].isEnabled()
    assert not dialog.deeds["approver"].isEnabled()
    choose(dialog, {"xlsx"})
    assert not dialog.deeds["mail"].isEnabled()
    mails: list[Path] = []
    dialog.handing.mailed.connect(mails.append)
    hand.click(dialog.deeds["approver"])
    hand.wait_for(lambda: bool(mails), "the e-mail")
    mail = read_mail(mails[0])
    assert "chen@example.com" not in mails[0].read_text(encoding="utf-8")
    (attached,) = (part.get_content() for part in mail.iter_attachments())
    assert attached == next(path for path in written if path.suffix == ".xlsx").read_bytes()
    hand.press(Qt.Key.Key_Escape)


def test_writing_again_asks_about_the_files_that_are_there(hand: Hand, written: list[Path]) -> None:
    """After an edit the quotation is written again: only the ticked file is replaced."""
    add(hand, "pstn")
    old = {path.name: path.read_bytes() for path in written}
    found: list[Path] = []
    hand.window.desk.written.connect(found.extend)
    hand.window.desk.write_papers(("quotation",))
    dialog = hand.dialog(ClashDialog)
    names = [dialog.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(2)]
    assert names == ["quotation.docx", "quotation.pdf"]
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    hand.click(dialog.replace)
    hand.wait_for(lambda: bool(found), "the papers", 120)
    hand.wait_idle()
    assert [path.name for path in found] == ["quotation (2).docx", "quotation.pdf"]
    folder = found[0].parent
    assert (folder / "quotation.docx").read_bytes() == old["quotation.docx"]
    assert (folder / "quotation.pdf").read_bytes() != old["quotation.pdf"]


def test_the_paper_beside_the_quote_is_written_and_copied(hand: Hand) -> None:
    """One press: the paper that is shown is proved, kept, and lies on the clipboard as files."""
    session = begin_quote(hand)
    add(hand, "c1-l")
    hand.press(Qt.Key.Key_P, CONTROL_SHIFT)
    papers = hand.window.desk.papers
    assert papers is not None
    assert isinstance(papers.preview, PreviewPanel)
    panel = papers.preview
    hand.wait_for(lambda: panel.settled, "the pages")
    QGuiApplication.clipboard().setText("before")
    hand.click(panel.bar.hand_on["copy"])
    hand.wait_for(lambda: bool(QGuiApplication.clipboard().mimeData().urls()), "the files", 120)
    hand.wait_idle()
    workspace = hand.window.workspace
    assert workspace is not None
    kept = {one.document.kind for one in kept_papers(workspace, session.quote.id)}
    assert kept == {panel.bar.kind}
    urls = QGuiApplication.clipboard().mimeData().urls()
    assert [url.fileName().rpartition(".")[2] for url in urls] == ["docx", "pdf"]


def test_a_paper_is_found_from_anywhere(hand: Hand, written: list[Path]) -> None:
    """Ctrl+K, its kind and its customer lead to the papers of that quote, which stays closed."""
    assert written
    hand.shortcut(Qt.Key.Key_2)
    hand.wait_idle()
    hand.shortcut(Qt.Key.Key_K)
    field = hand.window.guide.palette.field
    hand.enter("报价单 幼儿园", field)
    hand.wait_idle()
    assert field.hits.model().rowCount() >= 1
    hand.press(Qt.Key.Key_Return)
    dialog = hand.dialog(PapersDialog)
    hand.wait_idle()
    assert dialog.table.model().rowCount() == 3
    assert hand.window.stack.currentWidget() is hand.window.customers
    dialog.reject()
