"""Our extension about forms and groups is read strictly, with the place of each fault."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from catalog.bundle import ChildBundle, PricingForm
from catalog.component_kind import ComponentKind
from catalog.tmf620.group_reading import read_component, read_forms
from catalog.tmf620.json_node import Findings, JsonNode


def node(value: dict[str, Any]) -> tuple[JsonNode, Findings]:
    """An extension, and where its findings go."""
    findings = Findings("file.json")
    return JsonNode(value, "$", findings, ""), findings


def test_nothing_said_is_a_fixed_price() -> None:
    """With nothing to choose."""
    extension, findings = node({})
    forms = read_forms(extension)
    assert forms == (PricingForm.FIXED, Decimal(0), (), (), False)
    assert not findings.everything()


def test_what_is_left_out_has_its_usual_value() -> None:
    """A member may be chosen once, at its list price, by everybody."""
    group = {"code": "g", "members": [{"charge": "LINE.RENT"}]}
    extension, findings = node({"groups": [group], "children": [{"bundle": "B", "quantity": 2}]})
    forms = read_forms(extension)
    (member,) = forms.groups[0].members
    assert (member.units, member.least, member.most, member.default) == (1, 0, 1, 0)
    assert member.pricing == "list"
    assert member.segments == ("ALL",)
    assert member.kind is ComponentKind.MONTHLY
    assert forms.children == (ChildBundle("B", 2),)
    assert not findings.everything()


@pytest.mark.parametrize(
    "value",
    [
        {"form": "gift"},
        {"groups": [{"code": "g", "members": [{"charge": "A.B", "pricing": "gift"}]}]},
        {"groups": [{"members": []}]},
        {"children": [{"bundle": "B"}]},
    ],
)
def test_a_fault_is_a_finding(value: dict[str, Any]) -> None:
    """A word that nobody knows, a group without a code, a bundle without a number."""
    extension, findings = node(value)
    read_forms(extension)
    assert len(findings.everything()) == 1


def test_a_component_may_have_a_price() -> None:
    """In the form that gives components prices of their own."""
    part, _ = node({"charge": "A.B", "quantity": 2, "kind": "yearly", "price": Decimal("9.5")})
    read = read_component(part)
    assert (read.charge, read.quantity, read.kind) == ("A.B", 2, ComponentKind.YEARLY)
    assert read.price == Decimal("9.5")
