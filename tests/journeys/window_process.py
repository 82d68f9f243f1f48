"""A program that works in the real window until it is killed; ``test_killing_window`` starts it.

For each row on its standard input, ``folder number``, it forks a worker and prints ``worker`` with
its process number. The worker opens the window on the data folder and edits a quote, takes edits
back, writes papers and saves settings, as chance wills it; where the number is odd it begins with
papers. Rows it prints:

* ``made DIGEST``: an edit is handed in to be stored; printed before it is.
* ``kept DIGEST``: everything handed in is stored, and this is the quote.
* ``paper DIGEST NAME``: a paper was written.
* ``dead``: the worker is; printed by the program.
"""

from __future__ import annotations

import hashlib
import os
import random
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.quoting.header_edits import set_term
from app.start import make_application, make_window
from app.storage.codec import QUOTE
from app.ui.dialogs.clash_dialog import ClashDialog
from app.ui.hand import Hand
from app.ui.presenting.items import QUANTITY

# Read before the workers are forked, so that each begins at once.
__import__("app.services.issue_documents")
__import__("app.services.workspace")
__import__("app.ui.pages.studio.studio_page")
__import__("docxtpl")
__import__("reportlab.pdfgen.canvas")
__import__("sqlalchemy.dialects.sqlite")

if TYPE_CHECKING:
    from msgspec import Struct

    from app.quoting.quote import Quote
    from app.ui.session import QuoteSession

QUOTE_ID = "Q0005"
ITEM = "i2"
_PATIENCE = 60


def digest(quote: Quote) -> str:
    """What stands for a quote in the rows."""
    return hashlib.sha256(QUOTE.encode(quote)).hexdigest()[:20]


def tell(row: str) -> None:
    """Print a row at once and as a whole."""
    os.write(1, f"{row}\n".encode())


def work(folder: Path, number: int) -> None:
    """Work in the window for ever."""
    signal.alarm(_PATIENCE)
    chance = random.Random(number)  # noqa: S311 -- what to do next, repeatable
    make_application()
    window = make_window(folder, language="zh", papers=folder / "papers")
    window.around.tasks.crashed.connect(lambda failure: tell(f"bug {failure!r}"))
    window.desk.written.connect(_tell_papers)
    window.show()
    hand = Hand(window)
    hand.wait_for(lambda: window.workspace is not None, "the data")
    window.desk.open(QUOTE_ID)
    hand.wait_for(lambda: window.desk.session is not None, "the quote")
    session = window.desk.session
    assert session is not None
    _follow(session)
    tell(f"kept {digest(session.quote)}")
    if number % 2:
        window.desk.write_papers(("quotation",))
    while True:
        _do_something(hand, session, chance)
        QTest.qWait(chance.randrange(1, 30))


def _follow(session: QuoteSession) -> None:
    """Tell of everything that is handed in, and of everything that is stored."""
    keeper = session.keeper
    assert keeper is not None
    hand_in = keeper.keep

    def keep(job: Struct) -> None:
        tell(f"made {digest(session.quote)}")
        hand_in(job)

    def kept(_moment: object) -> None:
        if not keeper.pending:
            tell(f"kept {digest(session.quote)}")

    keeper.keep = keep  # type: ignore[method-assign] # seen on its way, and passed on
    keeper.kept.connect(kept)
    keeper.failing.connect(lambda failure: tell(f"bug {failure!r}"))


def _do_something(hand: Hand, session: QuoteSession, chance: random.Random) -> None:
    window = hand.window
    for dialog in window.findChildren(ClashDialog):
        if dialog.isVisible():
            hand.click(dialog.replace if chance.random() < 0.7 else dialog.agree)
            return
    deed = chance.randrange(10)
    if deed < 4:
        tree = window.desk.studio.items.tree
        hand.edit_cell(tree, ITEM, QUANTITY, str(chance.randrange(1, 500)))
    elif deed < 6:
        months = chance.choice((12, 24, 36))
        session.apply("term", lambda quote: set_term(quote, months))
    elif deed == 6:
        hand.shortcut(Qt.Key.Key_Z)
    elif deed == 7:
        hand.shortcut(Qt.Key.Key_Y)
    elif deed == 8 and window.workspace is not None:
        settings = window.workspace.settings
        phone = f"1{chance.randrange(10**10):010}"
        window.workspace.save_settings(msgspec.structs.replace(settings, manager_phone=phone))
    elif window.desk.papers is not None:
        window.desk.write_papers(("quotation",))


def _tell_papers(files: tuple[Path, ...]) -> None:
    for file in files:
        tell(f"paper {hashlib.sha256(file.read_bytes()).hexdigest()} {file.name}")


def main() -> None:
    """Fork one worker after the other."""
    for row in sys.stdin:
        folder, number = row.rsplit(" ", 1)
        worker = os.fork()
        if worker == 0:
            work(Path(folder), int(number))
        tell(f"worker {worker}")
        os.waitpid(worker, 0)
        tell("dead")


if __name__ == "__main__":
    main()
