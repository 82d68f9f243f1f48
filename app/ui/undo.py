"""ReplaceQuote: the one undo command. Every edit gives a new value, so undo swaps references."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.quoting.quote import Quote

_MERGING = 1
_ALONE = -1


class ReplaceQuote(QUndoCommand):
    """Puts one value in the place of another.

    Whatever can fail is done before the command is pushed: an exception inside ``redo`` would
    leave the command on the stack.
    """

    def __init__(
        self,
        text: str,
        before: Quote,
        after: Quote,
        assign: Callable[[Quote], None],
        *,
        merge_key: str = "",
        merges: bool = False,
    ) -> None:
        """Hold both values.

        Args:
            text: Name of the edit in the user's language.
            before: The value that undo gives back.
            after: The value that redo gives again.
            assign: Takes a value; it must not fail.
            merge_key: Edits of one key in a row are one step.
            merges: Whether this command becomes part of the one below it.
        """
        super().__init__(text)
        self.before = before
        self.after = after
        self.merge_key = merge_key
        self._assign = assign
        self._merges = merges

    def undo(self) -> None:
        """Give the former value."""
        self._assign(self.before)

    def redo(self) -> None:
        """Give the later value."""
        self._assign(self.after)

    def id(self) -> int:
        """Return one number for all commands that may merge."""
        return _MERGING if self.merge_key else _ALONE

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take over the value of a later command, if the session found that it belongs here."""
        if not isinstance(other, ReplaceQuote) or not other._merges:  # noqa: SLF001 - same class
            return False
        self.after = other.after
        return True
