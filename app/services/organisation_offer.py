"""An organisation file before it is taken: who, what, which limits, until when, by which root."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.approval.signing.evidence import seen_policy
from app.approval.signing.keys import is_told, mark_of
from app.approval.signing.organisation import Organisation, read_organisation
from app.approval.signing.signed_file import Kind, opened
from app.errors import SignatureRefused

if TYPE_CHECKING:
    from app.services.workspace import Workspace


class Offer(NamedTuple):
    """An organisation file that holds.

    Attributes:
        data: The file.
        organisation: What it says.
        root: Public key that signed it.
        mark: Twenty letters by which people compare that key.
        pinned: Whether that root is the one pinned here; otherwise the user has to say what the
            administrator told him of it.
        before: Number of the one that is installed; 0 for none.
    """

    data: bytes
    organisation: Organisation
    root: str
    mark: str
    pinned: bool
    before: int


def offered(workspace: Workspace, data: bytes) -> Offer:
    """What an organisation file offers.

    Raises:
        SignatureRefused: It does not hold, is older than one seen, or another root signed it.
    """
    desk, log = workspace.signing, workspace.life.log()
    root = opened(data, Kind.ORGANISATION, Organisation).key
    if desk.root and root != desk.root:
        raise SignatureRefused(reason="sign_other_root")
    found = read_organisation(data, root, max(desk.seen, seen_policy(log))).body
    try:
        before = desk.organisation(log).policy_no
    except SignatureRefused:
        before = 0
    return Offer(data, found, root, mark_of(root), bool(desk.root), before)


def take_offer(workspace: Workspace, offer: Offer, told: str = "") -> Organisation:
    """Install an organisation; its authority counts from now on.

    Args:
        workspace: The user's data.
        offer: As it was looked at.
        told: The first time: the root key or its mark, as the administrator told it.

    Raises:
        SignatureRefused: The root is not the one that was told.
        FileError: The data folder cannot be written.
    """
    if not offer.pinned and not is_told(offer.root, told):
        raise SignatureRefused(reason="sign_root_not_told")
    found = workspace.signing.install(offer.data, offer.root, workspace.life.log())
    workspace.rules = workspace.signing.applied(workspace.rules)
    return found
