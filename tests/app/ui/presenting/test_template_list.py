"""Templates are found by words, told apart and sorted."""

from __future__ import annotations

from app.services.templates import TemplateRow
from app.ui.presenting.template_list import (
    found_templates,
    sorted_templates,
    template_facets,
    template_facts,
    template_views,
)
from app.ui.widgets.facets import narrow
from tests.app.ui.speaking import speaker

ROWS = (
    TemplateRow("a", "contract", "zh", "", "2", "法务部", ()),
    TemplateRow("b", "proposal", "en", "Hotels", "1", "Marketing", (), changed=True),
)


def found_by(wants: dict[str, tuple[str, ...]]) -> str:
    """Identifiers of those that are left."""
    facts = template_facts(speaker(), ROWS)
    places = narrow(facts, template_facets(speaker()), wants).places
    return "".join(ROWS[place].id for place in places)


def test_templates_are_narrowed() -> None:
    """By language, person, whose they are, and whether they changed."""
    assert found_by({"person": ("法务部",)}) == "a"
    assert found_by({"whose": ("program",)}) == "ab"
    assert found_by({"check": ("changed",)}) == "b"
    kinds = [facts[0] for facts in template_facts(speaker(), ROWS)]
    assert found_by({"kind": kinds[1]}) == "b"
    views = {view.id: view for view in template_views(speaker())}
    assert found_by(views[":changed"].wants) == "b"


def test_templates_are_found_by_words() -> None:
    """In name, person or language, whatever the case."""
    assert [row.id for row in found_templates(speaker(), ROWS, "hotels MARKETING")] == ["b"]
    assert [row.id for row in found_templates(speaker(), ROWS, "")] == ["a", "b"]


def test_templates_are_sorted() -> None:
    """By version."""
    rows = sorted_templates(speaker(), ROWS, ("version", False))
    assert [row.id for row in rows] == ["b", "a"]
