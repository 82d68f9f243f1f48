"""What is one's own is told apart from what comes with the program and from the samples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.services.guided_tour import can_import, has_customer
from app.services.setting_up import SetupPart, SetupState, setup_steps
from tests.app.services.conftest import NOON

if TYPE_CHECKING:
    from app.services.workspace import Workspace


def states(workspace: Workspace) -> dict[SetupPart, SetupState]:
    """The state of every part."""
    return {step.part: step.state for step in setup_steps(workspace)}


def test_samples_are_not_ones_own(sample: Workspace, workspace: Workspace) -> None:
    """The sample's catalogue, customers, company and manager leave these parts open."""
    left = (SetupPart.CATALOGUE, SetupPart.CUSTOMERS, SetupPart.COMPANY, SetupPart.MANAGER)
    for one in (sample, workspace):
        assert [part for part, state in states(one).items() if state is SetupState.OPEN] == [*left]
    assert (has_customer(sample, "C0001"), can_import(sample)) == (True, False)
    assert (has_customer(workspace, "C0001"), can_import(workspace)) == (False, True)


def test_a_part_is_done_when_there_is_something_of_ones_own(sample: Workspace) -> None:
    """A customer besides the five, another company, a second version of the catalogue."""
    customer, bills = sample.customers.load("C0001")
    sample.customers.save(replace(customer, id="own", name="自己的客户"), bills, now=NOON)
    sample.save_settings(replace(sample.settings, supplier_name="某某通信公司"))
    catalog = sample.catalog()
    assert catalog is not None
    sample.catalogs.save(replace(catalog.content, version="own"))
    sample.forget_catalog()
    done = [part for part, state in states(sample).items() if state is SetupState.DONE]
    assert done == [SetupPart.CATALOGUE, SetupPart.CUSTOMERS, SetupPart.COMPANY]
    assert not has_customer(sample, "C0001"), "its plans are not in the catalogue in force"
