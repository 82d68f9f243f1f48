"""A backup is restored from the list of backups, and what was there is kept beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent

from app.quoting.customer import Customer
from app.start import make_window
from app.ui.dialogs.backups_dialog import BackupsDialog
from app.ui.hand import Hand
from app.ui.shell import Shell
from pricing.bills import Bills
from tests.journeys.conftest import NOON

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


def test_a_backup_takes_the_place_of_the_data(qapp: QApplication, profile: Path) -> None:
    """A customer who was added after it is gone; the data with him are kept."""
    shell = Shell(lambda: make_window(profile, language="zh", papers=profile.parent / "papers"))
    shell.window.show()
    hand = Hand(shell.window)
    hand.wait_for(lambda: shell.window.tools.backups.folder is not None, "the data")
    hand.wait_idle()
    shell.window.actions_by_id["backups"].trigger()
    dialog = hand.dialog(BackupsDialog)
    (backup,) = dialog._backups.values()
    assert dialog.table.current_key() == backup.name
    dialog.reject()
    workspace = shell.window.workspace
    assert workspace is not None
    before = workspace.customers.revisions()
    new = Customer("later", "后来的客户", "SMB")
    workspace.customers.save(new, Bills(), now=NOON)
    assert set(workspace.customers.revisions()) == {*before, "later"}
    assert shell.restore(backup)
    hand = Hand(shell.window)
    hand.wait_for(lambda: shell.window.workspace is not None, "the data again")
    hand.wait_idle()
    restored = shell.window.workspace
    assert restored is not None
    assert restored.customers.revisions() == before
    assert list(profile.glob("replaced-*.db"))
    shell.window.close()
    shell.window.around.toasts.clear()
    shell.window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
