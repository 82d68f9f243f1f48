"""A program that edits drafts and customers in the real window until it is killed.

As ``window_process``, but it edits the draft of the catalogue, of the rules, of limits and people,
and a customer. Rows: ``made KIND DIGEST`` before an edit is handed in, ``kept KIND DIGEST`` when
everything handed in is stored.
"""

from __future__ import annotations

import hashlib
import os
import random
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtTest import QTest

from app.quoting.authority.source import patch_to
from app.start import make_application, make_window
from app.ui.hand import Hand
from app.ui.library.customer_desk import CustomerDesk
from app.ui.pages.authority.authority_desk import AuthorityDesk
from app.ui.pages.catalogue.rules.rule_desk import RuleDesk
from catalog.draft import Patch
from catalog.local_text import LocalText
from pricing.rule_draft import PutRule, RulePatch

__import__("app.services.workspace")
__import__("sqlalchemy.dialects.sqlite")

if TYPE_CHECKING:
    from app.ui.draft_history import DraftHistory

CUSTOMER = "C0001"
KINDS = ("catalogue", "rules", "limits", "customer")
_PATIENCE = 60


def digest(value: object) -> str:
    """What stands for a value in the rows."""
    return hashlib.sha256(msgspec.json.encode(value, order="deterministic")).hexdigest()[:20]


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
    window.show()
    hand = Hand(window)
    hand.wait_for(lambda: window.workspace is not None, "the data")
    window.show_customer(CUSTOMER)
    window.go_to("approvals/limits")
    window.go_to("catalogue")
    window.catalogue.show_tab("rules")
    window.catalogue.desk.begin()
    hand.wait_idle()
    rules, limits = window.findChildren(RuleDesk)[0], window.findChildren(AuthorityDesk)[0]
    customer = window.findChildren(CustomerDesk)[0]
    hand.wait_for(lambda: customer.file is not None, "the customer")
    sessions: dict[str, DraftHistory[Any, Any]] = {}
    for kind, session in zip(
        KINDS, (window.catalogue.desk.session, rules.session, limits.session), strict=False
    ):
        assert session is not None
        sessions[kind] = session
        _follow(kind, session)
    customer.stored.connect(lambda _id: tell(f"kept customer {digest(customer.customer)}"))
    customer.failed.connect(lambda failure: tell(f"bug {failure!r}"))
    tell(f"kept customer {digest(customer.customer)}")
    while True:
        _do_something(sessions, customer, chance)
        QTest.qWait(chance.randrange(1, 30))


def _follow(kind: str, session: DraftHistory[Any, Any]) -> None:
    """Tell of everything that is handed in, and of everything that is stored."""
    keeper = session.keeper
    assert keeper is not None
    hand_in = keeper.keep

    def keep(job: msgspec.Struct) -> None:
        tell(f"made {kind} {digest(session.content)}")
        hand_in(job)

    def kept(_moment: object) -> None:
        if not keeper.pending:
            tell(f"kept {kind} {digest(session.content)}")

    keeper.keep = keep  # type: ignore[method-assign] # seen on its way, and passed on
    keeper.kept.connect(kept)
    keeper.failing.connect(lambda failure: tell(f"bug {failure!r}"))
    tell(f"kept {kind} {digest(session.content)}")


def _do_something(
    sessions: dict[str, DraftHistory[Any, Any]], customer: CustomerDesk, chance: random.Random
) -> None:
    kind, number = chance.choice(KINDS), chance.randrange(1, 300)
    if kind == "customer":
        assert customer.customer is not None
        after = msgspec.structs.replace(customer.customer, notes=f"记 {number}")
        if after != customer.customer:
            tell(f"made customer {digest(after)}")
            customer.edit(after, "notes")
        return
    session = sessions[kind]
    turn = chance.random()
    if turn < 0.2:
        session.undo()
    elif turn < 0.3:
        session.redo()
    else:
        patch = _patch(kind, session.content, number)
        # Edits of one key say all that those before them did, so a key is of one offering.
        key = patch.offerings[0].code if isinstance(patch, Patch) else kind
        session.apply("edit", lambda _content: patch, key if turn < 0.5 else "")


def _patch(kind: str, content: Any, number: int) -> object:  # noqa: ANN401 (three kinds of drafts)
    replace = msgspec.structs.replace
    if kind == "catalogue":
        offering = content.offerings[number % len(content.offerings)]
        return Patch(offerings=(replace(offering, lead_time=number),))
    if kind == "rules":
        rule = content.rules[0]
        named = replace(rule, name=LocalText(f"规则{number}", f"rule {number}"))
        return RulePatch(put=(PutRule(named, instead=rule.id),))
    written = replace(content.written, unsigned_limit=str(number))
    return patch_to(content, replace(content, written=written))


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
