"""Where things lie in the data folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def database_file(folder: Path) -> Path:
    """The database of a data folder."""
    return folder / "quotewright.db"


def quick_catalogue_file(folder: Path) -> Path:
    """The newest catalogue in a form that is read quickly; made again when it is gone."""
    return folder / "catalogue.quick"


def backup_folder(folder: Path) -> Path:
    """Where the backups of a data folder are kept."""
    return folder / "backups"


def document_folder(folder: Path) -> Path:
    """Where issued documents are kept."""
    return folder / "documents"


def leaflet_folder(folder: Path) -> Path:
    """Where pictures and PDFs about offerings are kept."""
    return folder / "leaflets"


def template_texts(folder: Path) -> Path:
    """Where the versions of the user's own templates are kept."""
    return folder / "templates" / "kept"


def template_desk(folder: Path, template: str) -> Path:
    """The folder of the Word file in which a template of the user's is edited."""
    return folder / "templates" / template


def settings_file(folder: Path) -> Path:
    """The user's settings."""
    return folder / "settings.toml"


def layouts_file(folder: Path) -> Path:
    """What the columns of price lists of others mean, as confirmed before."""
    return folder / "layouts.json"


def bill_layouts_file(folder: Path) -> Path:
    """What the columns of bills mean, as confirmed before."""
    return folder / "bill-layouts.json"


def customer_layouts_file(folder: Path) -> Path:
    """What the columns of tables of customers mean, as confirmed before."""
    return folder / "customer-layouts.json"


def usage_file(folder: Path) -> Path:
    """How often and how lately offerings were taken."""
    return folder / "usage.json"


def alerts_file(folder: Path) -> Path:
    """What customers' bills and contracts warn of, as worked out last."""
    return folder / "alerts.json"


def alert_answers_file(folder: Path) -> Path:
    """Which warnings were put off or put aside, and why."""
    return folder / "alert-answers.json"


def pins_file(folder: Path) -> Path:
    """Which quotes and customers the user keeps at hand."""
    return folder / "pins.json"


def keys_file(folder: Path) -> Path:
    """Keys that the user chose for actions."""
    return folder / "keys.json"


def lists_file(folder: Path) -> Path:
    """How the user has arranged lists."""
    return folder / "lists.json"


def tour_file(folder: Path) -> Path:
    """How far the guided tour is."""
    return folder / "tour.json"


def begun_file(folder: Path) -> Path:
    """Imports and batches that were begun and not ended."""
    return folder / "begun.json"


def profiles_file(base: Path) -> Path:
    """Which profiles there are; in the first data folder only."""
    return base / "profiles.json"


def profile_folder(base: Path, profile: str) -> Path:
    """The data folder of a profile that was given no other one."""
    return base / "profiles" / profile
