"""The guided tour: where it was left, and whether its sample data are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import RecordMissing
from app.services.import_sample import SAMPLE_VERSION, is_empty
from app.storage.tour_store import TourPlace, load_tour, save_tour

if TYPE_CHECKING:
    from app.services.workspace import Workspace

__all__ = ["TourPlace", "can_import", "has_customer", "left_at", "remember"]


def left_at(workspace: Workspace) -> TourPlace:
    """Where the tour was left."""
    return load_tour(workspace.folder)


def remember(workspace: Workspace, place: TourPlace) -> None:
    """Keep where the tour is left."""
    save_tour(workspace.folder, place)


def has_customer(workspace: Workspace, customer: str) -> bool:
    """Whether the customer of the tour is there, and the sample catalogue that he is offered.

    Raises:
        StorageError: The database failed.
    """
    try:
        workspace.customers.load(customer)
    except RecordMissing:
        return False
    catalog = workspace.catalog()
    return catalog is not None and catalog.version == SAMPLE_VERSION


def can_import(workspace: Workspace) -> bool:
    """Whether the sample data can be imported without mixing with the user's own.

    Raises:
        StorageError: The database failed.
    """
    return is_empty(workspace)
