"""What journeys about signing share: an organisation, key files that open quickly, two people."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from app.approval.signing.keys import LEAST_COST, mark_of, new_key
from app.services.organisation_file import signed_organisation
from app.services.own_key import take_key
from app.services.workspace import Workspace
from app.ui.dialogs.key_dialogs import UnlockDialog
from tests.journeys.test_approval import become

if TYPE_CHECKING:
    from pathlib import Path

    from app.ui.hand import Hand

PASSPHRASE = "correct horse battery"  # noqa: S105 -- opens nothing but these
KEYS = {owner: new_key(owner) for owner in ("root", "M001", "M102")}
PEOPLE = (("M001", "李明轩", "L1"), ("M102", "陈志远", "L3"))
MARK = mark_of(KEYS["root"].public)


class Parties(NamedTuple):
    """Two data folders that share nothing but files, and where these lie.

    Attributes:
        manager: Of the account manager, with the campus quote.
        approver: Of the department manager.
        desk: Organisation file, key files, whatever is sent.
    """

    manager: Path
    approver: Path
    desk: Path


def written(number: int, until: str = "2126-12-31") -> bytes:
    """The organisation as the administrator writes it."""
    people = "".join(
        f'[[members]]\nid = "{one}"\nname = "{name}"\nrole = "{role}"\nkey = "{KEYS[one].public}"\n'
        for one, name, role in PEOPLE
    )
    head = f'name = "某某分公司"\npolicy_no = {number}\nvalid_until = {until}\nmax_days = 60\n'
    return (head + people).encode()


def sit_down(manager: Path, sample: Path, folder: Path) -> Parties:
    """Everything that lies ready before anybody opens a window."""
    approver, desk = folder / "approver" / "profile", folder / "desk"
    shutil.copytree(sample, approver)
    desk.mkdir()
    become(approver, "M102", "陈志远", "L3")
    workspace = Workspace.open(manager)
    data = signed_organisation(workspace, written(7), KEYS["root"], datetime.now(UTC))
    workspace.close()
    (desk / "o.qorg").write_bytes(data)
    for owner, _, _ in PEOPLE:
        (desk / f"{owner}.qkey").write_bytes(KEYS[owner].lock(PASSPHRASE, LEAST_COST))
    return Parties(manager, approver, desk)


def equip(profile: Path, owner: str, parties: Parties) -> None:
    """Install the organisation and the key without a window."""
    workspace = Workspace.open(profile)
    organisation = (parties.desk / "o.qorg").read_bytes()
    workspace.signing.install(organisation, KEYS["root"].public)
    take_key(workspace, owner, (parties.desk / f"{owner}.qkey").read_bytes())
    workspace.close()


def unlock(hand: Hand) -> None:
    """Type the passphrase that is asked for."""
    dialog = hand.dialog(UnlockDialog)
    hand.enter(PASSPHRASE, dialog.passphrase)
    hand.click(dialog.agree)
    hand.wait_idle()


def as_person(workspace: Workspace, owner: str) -> Workspace:
    """A workspace whose user has his key at hand."""
    data = KEYS[owner].lock(PASSPHRASE, LEAST_COST)
    workspace.settings = replace(workspace.settings, manager_id=owner)
    workspace.signing.unlock(data, PASSPHRASE, datetime.now(UTC).astimezone())
    return workspace
