"""Headquarters and branches: found by name, never in a circle."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.quoting.customer import Customer
from app.services.customer_file import read_file
from app.services.customer_tree import family_of, headquarters_named
from app.services.policies import load_customer_policy
from catalog.cell_text import CellFault
from pricing.bills import Bills
from tests.app.storage.stored_values import NOON

if TYPE_CHECKING:
    from app.services.workspace import Workspace


@pytest.fixture
def family(workspace: Workspace) -> Workspace:
    """A group with a company, which has a branch."""
    for identifier, name, parent in (
        ("g", "江南集团", ""),
        ("c", "江南精密", "g"),
        ("b", "江南精密苏州分公司", "c"),
    ):
        customer = Customer(identifier, name, "SMB", parent=parent)
        workspace.customers.save(customer, Bills(), now=NOON)
    return workspace


def test_headquarters_are_named_in_full_or_by_identifier(family: Workspace) -> None:
    """Half a name is nobody's."""
    assert headquarters_named(family, "c", " 江南集团 ") == "g"
    assert headquarters_named(family, "c", "g") == "g"
    assert headquarters_named(family, "c", "") == ""
    with pytest.raises(CellFault, match="headquarters_unknown"):
        headquarters_named(family, "c", "江南")


@pytest.mark.parametrize("name", ["江南集团", "江南精密", "江南精密苏州分公司"])
def test_nobody_belongs_to_himself(family: Workspace, name: str) -> None:
    """Neither at once nor over others."""
    with pytest.raises(CellFault, match="headquarters_circle"):
        headquarters_named(family, "g", name)


def test_the_file_tells_who_is_above_and_below(family: Workspace) -> None:
    """Only those next to the customer."""
    file = read_file(family, "c")
    assert file.headquarters == "江南集团"
    assert [branch.id for branch in file.branches] == ["b"]


def test_the_policy_has_classes_from_the_highest(workspace: Workspace) -> None:
    """Otherwise nobody would be of a lower one."""
    least = [one.least for one in load_customer_policy().market.classes]
    assert least == sorted(least, reverse=True)
    assert workspace.customers.search() == ()


def test_everybody_who_belongs_together_stands_in_one_tree(family: Workspace) -> None:
    """Seen from any of them; who stands alone has none, and a circle ends."""
    family.customers.save(Customer("d", "江南电子", "SMB", parent="g"), Bills(), now=NOON)
    tree = [("g", 0), ("d", 1), ("c", 1), ("b", 2)]
    for whose in ("g", "b", "d"):
        found = [(one.id, one.level) for one in family_of(family, whose)]
        assert sorted(found) == sorted(tree)
        assert found[0] == ("g", 0)
        assert found.index(("b", 2)) == found.index(("c", 1)) + 1
    family.customers.save(Customer("x", "独行", "SMB", parent="x"), Bills(), now=NOON)
    assert family_of(family, "x") == ()
