"""The sales library is filled in the real window, and a proposal takes from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from app.quoting.telling import Chapter
from app.services.issue_documents import PaperKind, issue_documents
from app.ui.sales.library_dialog import LibraryDialog
from app.ui.sales.telling_dialog import TellingDialog
from tests.app.documents.telling import logo_picture
from tests.journeys.steps import open_quote, session_of
from tests.journeys.test_analysis import KINDERGARTEN

if TYPE_CHECKING:
    from pathlib import Path

    from app.quoting.sales_library import SalesLibrary
    from app.ui.hand import Hand

STORIES = (
    "星光幼儿园每月少花96元\t\t星光幼儿园\t四条线合成一张账单\t月均下降12.5%\t是\n"
    "明月宾馆换线\t\t明月宾馆\t不许外传\t\t否"
)


def library(hand: Hand) -> SalesLibrary:
    """As it is stored."""
    assert hand.window.workspace is not None
    return hand.window.workspace.sales_library.library()


def paste(hand: Hand, action: str, text: str) -> LibraryDialog:
    """Open a list, and paste rows into it."""
    hand.window.actions_by_id[action].trigger()
    dialog = hand.dialog(LibraryDialog)
    QGuiApplication.clipboard().setText(text)
    hand.click(dialog.paste)
    return dialog


def test_the_library_is_pasted_stored_and_taken_back(hand: Hand) -> None:
    """From Excel, two rows; undo stands in the news."""
    dialog = paste(hand, "library/stories", STORIES)
    hand.click(dialog.agree)
    hand.wait_for(lambda: len(library(hand).stories) == 2, "the library")
    hand.wait_idle()
    assert [one.permitted for one in library(hand).stories] == [True, False]
    hand.click(hand.button("撤销", hand.window._toasts._shown[-1]))
    hand.wait_for(lambda: library(hand).stories == (), "the library of before")


def test_a_wrong_code_keeps_the_dialog_open(hand: Hand) -> None:
    """It is told what is wrong, and nothing is stored."""
    dialog = paste(hand, "library/demos", "没有的产品\t样机")
    hand.click(dialog.agree)
    assert dialog.isVisible()
    assert "没有的产品" in dialog.checked.fault.text()
    dialog.reject()
    assert library(hand).demos == ()


def test_a_proposal_takes_what_is_ticked_and_undo_takes_it_out(hand: Hand, tmp_path: Path) -> None:
    """A story, a difference with its proof, a logo, own terms, without a chapter; read back."""
    proof = tmp_path / "检测报告.png"
    proof.write_bytes(logo_picture())
    dialog = paste(hand, "library/differences", "网络稳定\t打得通\t接通率99.2%")
    dialog.rows.setCurrentCell(0, 0)
    dialog.bring((proof,))
    hand.wait_for(lambda: "检测报告 #" in dialog.rows.rows()[0][3], "the file")
    hand.click(dialog.agree)
    hand.wait_for(lambda: bool(library(hand).proofs()), "the proof")
    hand.wait_idle()
    hand.click(paste(hand, "library/stories", STORIES).agree)
    hand.wait_for(lambda: bool(library(hand).stories), "the stories")
    hand.wait_idle()
    session = open_quote(hand, KINDERGARTEN)
    hand.window.actions_by_id["telling"].trigger()
    hand.wait_idle()
    telling = hand.dialog(TellingDialog)
    told, secret = telling.stories
    assert (told.isEnabled(), secret.isEnabled()) == (True, False)
    assert "未获准引用" in secret.text()
    for box in (told, telling.differences[0], telling.chapters[Chapter.COMPANY]):
        box.click()
    telling.bring_logo(proof)
    hand.wait_idle()
    telling.terms.setPlainText("停机保号不收费\n")
    before = session.quote
    hand.click(telling.agree)
    hand.wait_idle()
    quote = session_of(hand).quote
    assert quote.telling.left_out == (Chapter.COMPANY,)
    assert quote.telling.logo is not None
    assert [clause.title.zh for clause in quote.clauses] == ["特别约定"]
    text = _words_of_proposal(hand, tmp_path / "out")
    for shown in ("星光幼儿园每月少花96元", "接通率99.2%", "随附：检测报告", "停机保号不收费"):
        assert shown in text, shown
    for hidden in ("明月宾馆", "关于我们"):
        assert hidden not in text, hidden
    assert (tmp_path / "out" / "检测报告.png").read_bytes() == logo_picture()
    session.undo()
    hand.wait_idle()
    assert session.quote == before


def _words_of_proposal(hand: Hand, folder: Path) -> str:
    """The proposal of the open quote, written and read back, without gaps."""
    from docx import Document

    workspace = hand.window.workspace
    assert workspace is not None
    issued = issue_documents(
        workspace,
        session_of(hand).worked.revision,
        (PaperKind.PROPOSAL,),
        folder,
        now=hand.window.around.clock(),
    )
    file = next(one.path for one in issued if one.path.suffix == ".docx")
    document = Document(str(file))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    texts = [*(paragraph.text for paragraph in document.paragraphs), *cells]
    return "".join("".join(texts).split())


def test_leaflets_of_the_quote_are_written(hand: Hand, tmp_path: Path) -> None:
    """Two pages for the kindergarten: the line and the broadband of its bundle."""
    open_quote(hand, KINDERGARTEN)
    file = tmp_path / "单页.docx"
    hand.window.guide.sales.write_leaflets(file, show=False)
    hand.wait_for(file.exists, "the leaflets")
    hand.wait_idle()
    assert any("2" in text for text in hand.window.around.toasts.texts())
