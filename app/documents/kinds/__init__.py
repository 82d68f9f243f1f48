"""KINDS: the documents that can be issued, by identifier. A new kind is one file and one line."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from app.documents.kinds.contract import CONTRACT
from app.documents.kinds.proposal import PROPOSAL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.documents.kind import DocumentKind

KINDS: Mapping[str, DocumentKind] = MappingProxyType(
    {
        PROPOSAL.id: PROPOSAL,
        CONTRACT.id: CONTRACT,
    }
)
