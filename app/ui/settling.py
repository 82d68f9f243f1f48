"""A quote that was changed elsewhere while it was open here: the user says which state holds."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QCoreApplication

from app.errors import QuotewrightError

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from app.ui.session import QuoteSession


def settle(
    around: Surroundings,
    workspace: Workspace,
    session: QuoteSession,
    open_again: Callable[[], None],
) -> None:
    """Ask which state of a quote holds, store it, and open the quote as it is stored then.

    The state of this window is stored on top of the other one, which undo leads back to.

    Args:
        around: What every page knows.
        workspace: The user's data.
        session: The quote as it is here; its keeper stores nothing any more.
        open_again: Closes the quote and opens it as it is stored.
    """
    translate = QCoreApplication.translate
    mine = around.messages.confirm(
        translate("Settling", "This quote was changed by another program"),
        translate(
            "Settling",
            "Your last edits are not stored. Store your state as the newest one, and undo leads"
            " back to the other; or take over what is stored, and your last edits are lost.",
        ),
        yes=translate("Settling", "Store mine"),
        no=translate("Settling", "Take the stored one"),
    )
    if mine:
        try:
            _store(workspace, session, around)
        except QuotewrightError as failure:
            text, cure = around.speaker.failure(failure)
            around.messages.error(text, cure)
            settle(around, workspace, session, open_again)
            return
    if session.keeper is not None:
        session.keeper.give_up()
    open_again()


def _store(workspace: Workspace, session: QuoteSession, around: Surroundings) -> None:
    from app.services.listing import figures_of
    from app.services.quote_library import commit_edit, open_quote

    revision = session.committed.revision
    commit_edit(
        workspace,
        open_quote(workspace, revision.quote.id).revision,
        revision.quote,
        label="settled",
        merge_key="",
        figures=figures_of(revision),
        operation_id=uuid4().hex,
        now=around.clock(),
    )
