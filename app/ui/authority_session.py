"""AuthoritySession: the draft of limits and people with its undo, kept edit by edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.authority.source import (
    AuthorityPatch,
    AuthoritySource,
    apply_authority_patch,
    edition_of_source,
)
from app.ui.draft_history import DraftHistory

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from app.quoting.authority import AuthorityMatrix
    from app.services.authority_editions import OpenAuthorityDraft
    from app.ui.keeping import Keeper
    from catalog.problem import Problem


class AuthoritySession(DraftHistory[AuthoritySource, AuthorityPatch]):
    """Holds limits and people that are shown; ``changed()`` as in ``DraftHistory``."""

    def __init__(
        self, draft: OpenAuthorityDraft, keeper: Keeper | None, parent: QObject | None = None
    ) -> None:
        """Open a draft as it was left, or limits that nobody has edited.

        Args:
            draft: The draft.
            keeper: Stores edits; ``None`` keeps them in memory only.
            parent: Owner.
        """
        super().__init__(draft.base, draft.stored, apply_authority_patch, keeper, parent)
        self.organisation = draft.organisation
        self._known: tuple[
            AuthoritySource | None, tuple[AuthorityMatrix | None, tuple[Problem, ...]]
        ] = (None, (None, ()))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with limits and people; worked out when it is first asked for."""
        return self._read()[1]

    @property
    def edition(self) -> AuthorityMatrix | None:
        """The edition that they make; ``None`` while anything blocks it."""
        return self._read()[0]

    def _read(self) -> tuple[AuthorityMatrix | None, tuple[Problem, ...]]:
        if self._known[0] is not self.content:
            self._known = (self.content, edition_of_source(self.content))
        return self._known[1]
