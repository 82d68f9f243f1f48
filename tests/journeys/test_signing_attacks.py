"""Signed files that must not be taken: each is refused, and the screen says why; and envelopes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from app.approval.deciding import Ruling
from app.approval.event import Person
from app.approval.signing.granting import Decision
from app.approval.signing.keys import new_key
from app.approval.signing.signed_file import Kind, opened, seal
from app.approval.state import Deed
from app.quoting.item_edits import set_free_months
from app.services.organisation_file import signed_organisation
from app.services.quote_life import doing, submit, take_step
from app.services.signed_exchange import decide_request, read_request, request_file
from app.services.working_out import work_out_stored
from app.services.workspace import Workspace
from app.ui.dialogs.envelope_dialog import EnvelopeDialog
from app.ui.dialogs.hand_over_dialog import HandOverDialog
from app.ui.dialogs.submit_dialog import SubmitDialog
from tests.journeys.signing import KEYS, Parties, as_person, equip, sit_down, unlock, written
from tests.journeys.steps import open_quote
from tests.journeys.test_approval import QUOTE, answering, campus, come_in, picture, settled
from tests.journeys.test_signing import drop

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.ui.hand import Hand

__all__ = ["campus"]

SELLER = Person("M001", "李明轩", "L1")
DAY = timedelta(days=1)


@pytest.fixture
def parties(campus: Path, sample_profile: Path, tmp_path: Path) -> Parties:
    """The manager with organisation and key, the approver likewise."""
    found = sit_down(campus, sample_profile, tmp_path)
    equip(found.manager, "M001", found)
    equip(found.approver, "M102", found)
    return found


def decision_for(workspace: Workspace, ruling: Ruling, at: datetime) -> bytes:
    """What the department manager signs about what waits."""
    organisation = workspace.signing.organisation()
    asked = read_request(request_file(workspace, QUOTE), organisation)
    return decide_request(asked, organisation, ruling, KEYS["M102"], at)


def handed_in_twice(parties: Parties) -> dict[str, bytes]:
    """Revision A recalled, B waiting; the files that somebody tries to have taken."""
    workspace = as_person(Workspace.open(parties.manager), "M001")
    now = datetime.now(UTC).astimezone()
    workspace.rules = workspace.signing.applied(workspace.rules)
    submit(workspace, work_out_stored(workspace, QUOTE), doing(SELLER, now))
    yes = Ruling(Deed.APPROVED)
    first = decision_for(workspace, yes, now)
    take_step(workspace, QUOTE, Deed.RECALLED, doing(SELLER, now))
    stored = workspace.quotes.load(QUOTE)
    other = set_free_months(stored.quote, "i1", 3)
    workspace.quotes.commit_edit(QUOTE, stored.revision, "op2", "x", "", other, now=now)
    submit(workspace, work_out_stored(workspace, QUOTE), doing(SELLER, now))
    good = decision_for(workspace, yes, now)
    body = opened(good, Kind.DECISION, Decision).body
    late = Ruling(Deed.APPROVED, until=now.date() - DAY)
    stranger, root = new_key("M102"), new_key("root")
    files = {
        "other": first,
        "forged": seal(Kind.DECISION, body, stranger),
        "changed": good.replace(body.nonce.encode(), b"f" * len(body.nonce)),
        "own": seal(Kind.DECISION, replace(body, approver="M001"), KEYS["M001"]),
        "late": decision_for(workspace, late, now - 2 * DAY),
        "root": signed_organisation(workspace, written(8), root, now),
        "older": signed_organisation(workspace, written(6), KEYS["root"], now),
        "good": good,
    }
    workspace.close()
    return files


REASONS = {
    "other": "现在等待审批的不是那一版",
    "forged": "审批人不在组织文件中，或密钥不符",
    "changed": "内容被改动过",
    "own": "不能审批自己的报价",
    "late": "决定的有效期已过",
    "root": "根密钥与首次安装时的不同",
    "older": "比已经见过的组织文件旧",
}


def test_what_must_not_be_taken_is_refused_with_its_reason(
    open_window: Callable[[Path], Hand], parties: Parties
) -> None:
    """Replayed, forged, changed, one's own, too late, another root, an older organisation."""
    files = handed_in_twice(parties)
    hand = come_in(open_window, parties.manager)
    open_quote(hand, QUOTE)
    settled(hand, "待审批 B")

    def bring(name: str) -> None:
        path = parties.desk / f"{name}.qdec"
        path.write_bytes(files[name])
        hand.window.room.exchange.open(path)

    for name, reason in REASONS.items():
        said = answering(hand, "ok", partial(bring, name), f"signing-refused-{name}")
        assert any(reason in text for text in said), (name, said)
    settled(hand, "待审批 B")
    bring("good")
    settled(hand, "已批准 B")
    said = answering(hand, "ok", lambda: bring("other"))
    assert any(REASONS["other"] in text for text in said)
    settled(hand, "已批准 B")


def grant(hand: Hand, wide: bool) -> Path:
    """The approver writes an envelope for the campus quote; gives its file."""
    hand.window.room.write_envelope()
    dialog = hand.dialog(EnvelopeDialog)
    dialog.manager.setCurrentIndex(dialog.manager.findData("M001"))
    dialog.buyer.setCurrentIndex(
        next(row for row in range(dialog.buyer.count()) if "第三中学" in dialog.buyer.itemText(row))
    )
    dialog.longest.setValue(60)
    dialog.free.setValue(3 if wide else 0)
    dialog.until.setDate(dialog.until.maximumDate())
    if wide:
        for family in ("bundles", *dialog.choices.families):
            dialog.families.cell_edited.emit(family, 1, "60")
        for criterion, most in (
            ("free_months", "3"),
            ("margin", "30"),
            ("contract_value", "400000"),
        ):
            dialog.limits.cell_edited.emit(criterion, 1, most)
    picture(hand, f"signing-envelope-{wide}", dialog=True)
    hand.click(dialog.agree)
    if not wide:
        unlock(hand)
    told = hand.dialog(HandOverDialog)
    path = told.path
    told.reject()
    return path


def test_inside_an_envelope_nobody_is_asked(
    open_window: Callable[[Path], Hand], parties: Parties
) -> None:
    """The studio says what is outside of the narrow one; with the wide one it is approved."""
    workspace = Workspace.open(parties.manager)
    stored = workspace.quotes.load(QUOTE)
    day = datetime.now(UTC).astimezone().date() + 30 * DAY
    soon = replace(stored.quote, valid_until=max(day, stored.quote.price_date + DAY))
    now = datetime.now(UTC)
    workspace.quotes.commit_edit(QUOTE, stored.revision, "op3", "x", "", soon, now=now)
    workspace.close()
    approver = come_in(open_window, parties.approver)
    narrow, wide = grant(approver, wide=False), grant(approver, wide=True)
    approver.window.close()
    hand = come_in(open_window, parties.manager)
    open_quote(hand, QUOTE)
    settled(hand, "编制中")
    chip = hand.window.desk.studio.top.life.envelope
    assert chip.isHidden()
    drop(hand, narrow)
    hand.wait_for(chip.isVisible, "the envelope to be told")
    assert chip.text().startswith("超出预先批准")
    picture(hand, "signing-outside")
    drop(hand, wide)
    hand.wait_for(lambda: chip.text().startswith("在预先批准之内"), chip.text())
    picture(hand, "signing-inside")
    hand.click(hand.button("提交审批"))
    dialog = hand.dialog(SubmitDialog)
    assert any("预先批准" in text for text in hand.texts(dialog))
    hand.click(dialog.agree)
    unlock(hand)
    settled(hand, "已批准 A")
