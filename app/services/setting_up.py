"""What belongs to working with one's own data, and what of it is done."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from app.paths import resource
from app.settings import Settings
from catalog.known_type import known

if TYPE_CHECKING:
    from app.services.workspace import Workspace


class SetupPart(StrEnum):
    """The parts, in the order in which they are best done."""

    CATALOGUE = "catalogue"
    RULES = "rules"
    CUSTOMERS = "customers"
    COMPANY = "company"
    MANAGER = "manager"
    LIMITS = "limits"
    TEMPLATES = "templates"


class SetupState(StrEnum):
    """How far a part is."""

    DONE = "done"
    OPEN = "open"
    """Papers would say something that is not one's own."""
    SHIPPED = "shipped"
    """What comes with the program holds, which may be right."""


class SetupStep(NamedTuple):
    """One part; ``own`` is how much of one's own there is."""

    part: SetupPart
    state: SetupState
    own: int = 0


def setup_steps(workspace: Workspace) -> tuple[SetupStep, ...]:
    """Every part with its state.

    Raises:
        StorageError: The database failed.
    """
    from app.services.import_sample import SAMPLE_VERSION
    from app.services.sample_cases import sample_customers

    settings, given = workspace.settings, _sample_settings()
    versions = [row.version for row in workspace.catalogs.versions()]
    own_versions = sum(version != SAMPLE_VERSION for version in versions)
    samples = sample_customers(workspace)
    customers = len(workspace.customers.revisions()) - len(samples)
    company = bool(settings.supplier_name) and settings.supplier_name != given.supplier_name
    manager = bool(settings.manager_name) and settings.manager_name != given.manager_name
    editions = len(workspace.authority.editions())
    templates = len(workspace.templates.register().templates)
    done, open_, shipped = SetupState.DONE, SetupState.OPEN, SetupState.SHIPPED
    return (
        SetupStep(SetupPart.CATALOGUE, done if own_versions else open_, own_versions),
        SetupStep(SetupPart.RULES, done if workspace.rule_drafts.published() else shipped),
        SetupStep(SetupPart.CUSTOMERS, done if customers else open_, customers),
        SetupStep(SetupPart.COMPANY, done if company else open_),
        SetupStep(SetupPart.MANAGER, done if manager else open_),
        SetupStep(SetupPart.LIMITS, done if editions else shipped, editions),
        SetupStep(SetupPart.TEMPLATES, done if templates else shipped, templates),
    )


def _sample_settings() -> Settings:
    return msgspec.toml.decode(
        resource("sample", "settings.toml").read_bytes(), type=known(Settings)
    )
