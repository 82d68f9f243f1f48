"""Promises of the allow-list for tags."""

from __future__ import annotations

import pytest

from app.documents.tags import environment, full_width_braces, tag_faults, unbalanced, used_names

KNOWN = frozenset({"name", "rows", "rows[]", "rows[].net", "group", "group.net"})


@pytest.mark.parametrize(
    "source",
    [
        "{{ name }}",
        "{{ group.net | upper }}",
        "{% if group and not name == 'x' %}a{% else %}b{% endif %}",
        "{% for row in rows %}{{ loop.index }} {{ row.net }}{% endfor %}",
    ],
)
def test_fields_conditions_and_loops_are_allowed(source: str) -> None:
    """What a template needs passes."""
    assert tag_faults(source, KNOWN, "document") == ()


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("{{ nmae }}", "template.unknown_field"),
        ("{{ group.cost }}", "template.internal_field"),
        ("{{ margin }}", "template.internal_field"),
        ("{{ name.upper() }}", "template.forbidden"),
        ("{{ 9 ** 9 }}", "template.forbidden"),
        ("{{ 'x' * 9 }}", "template.forbidden"),
        ("{{ name[0] }}", "template.forbidden"),
        ("{{ name | attr('x') }}", "template.forbidden"),
        ("{% set x = 1 %}", "template.forbidden"),
        ("{% import 'x' as y %}", "template.forbidden"),
        ("{% macro m() %}{% endmacro %}", "template.forbidden"),
        ("{% for c in name %}{% endfor %}", "template.not_a_list"),
        ("{{ ''.__class__ }}", "template.unknown_field"),
        ("{% if name %}", "template.syntax"),
    ],
)
def test_everything_else_is_a_fault(source: str, code: str) -> None:
    """Each forbidden construct is named by its own code."""
    assert code in {fault.code for fault in tag_faults(source, KNOWN, "document")}


def test_fourth_loop_is_too_deep() -> None:
    """Loops over loops stay three deep, so a small template cannot fill a disk."""
    known = KNOWN | {"rows[].rows", "rows[].rows[]", "a", "a[]", "b", "b[]"}
    source = (
        "{% for r in rows %}{% for s in r.rows %}{% for x in a %}{% for y in b %}"
        "{% endfor %}{% endfor %}{% endfor %}{% endfor %}"
    )
    assert [fault.code for fault in tag_faults(source, known, "d")] == ["template.too_deep"]


def test_unknown_field_suggests_the_nearest() -> None:
    """The message helps to mend the template."""
    (fault,) = tag_faults("{{ group.nett }}", KNOWN, "document")
    assert fault.parameters["suggestion"] == "group.net"


def test_used_names_follow_loops() -> None:
    """A member of a list is named by its list."""
    assert used_names("{% for r in rows %}{{ r.net }}{% endfor %}") == {"rows", "rows[].net"}


@pytest.mark.parametrize("text", ["{{ a", "a }}", "{{ a {{ b }}", "{% if a }}", "{{ a %}"])
def test_unbalanced_tags_are_found(text: str) -> None:
    """A tag has to be opened and closed by its own kind."""
    assert unbalanced(text)


def test_balanced_tags_are_not_reported() -> None:
    """Plain braces are text."""
    assert unbalanced("{ a } {{ b }} {% if c %}{% endif %} 50%") == ""


def test_full_width_braces_are_found() -> None:
    """A Chinese keyboard types braces that no filling notices."""
    assert "｛｛ name ｝｝" in full_width_braces("价格｛｛ name ｝｝元")
    assert full_width_braces("价格{{ name }}元（含税）") == ""


def test_environment_has_no_globals_and_escapes() -> None:
    """The second wall: nothing to reach for, and text stays text."""
    made = environment()
    assert made.globals == {}
    assert made.from_string("{{ a }}").render(a="A&B<x>") == "A&amp;B&lt;x&gt;"
