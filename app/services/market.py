"""The tables of the market of a workspace, and what follows from them for customers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.services.policies import load_customer_policy

if TYPE_CHECKING:
    from app.quoting.customer_review import CustomerPolicy
    from app.quoting.market.values import Market
    from app.services.workspace import Workspace


def market_of(workspace: Workspace) -> Market:
    """Every table as it is now.

    Raises:
        UnknownFormat: A stored table is of a newer program.
        StorageError: The database failed.
    """
    return workspace.market.load(load_customer_policy().market)


def customer_policy(workspace: Workspace) -> CustomerPolicy:
    """What holds about customers; raises as ``market_of``."""
    policy = load_customer_policy()
    return msgspec.structs.replace(policy, market=workspace.market.load(policy.market))
