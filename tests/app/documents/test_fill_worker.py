"""Promises of the killable worker."""

from __future__ import annotations

import pytest

from app.documents.fill_worker import Filler, fill_apart
from app.documents.word import fill
from app.errors import DocumentError, TemplateError, WorkerFailed
from tests.app.documents.small_templates import KNOWN, VALUES, small_template

TEMPLATE = small_template("致 {{ name }}")


def test_worker_gives_the_same_bytes_as_filling_here() -> None:
    """A template is filled alike wherever it comes from."""
    here = fill(TEMPLATE, VALUES, known=KNOWN, name="t", title="题", pictures={})
    apart = fill_apart(TEMPLATE, VALUES, known=KNOWN, name="t", title="题", pictures={})
    assert apart == here


def test_template_at_fault_is_told_as_such() -> None:
    """The failure crosses the border between processes with its reason."""
    with pytest.raises(TemplateError, match="unknown_field"):
        fill_apart(small_template("{{ x }}"), VALUES, known=KNOWN, name="t", title="", pictures={})


def test_forbidden_value_is_told_as_such() -> None:
    """The data's fault is not the template's."""
    values = {**VALUES, "name": "\x07"}
    with pytest.raises(DocumentError, match="U\\+0007"):
        fill_apart(TEMPLATE, values, known=KNOWN, name="t", title="", pictures={})


def test_damaged_template_does_not_hurt_the_program() -> None:
    """Whatever breaks in the worker stays there."""
    with pytest.raises((TemplateError, WorkerFailed)):
        fill_apart(b"PK\x03\x04junk", VALUES, known=KNOWN, name="t", title="", pictures={})


def test_worker_out_of_time_is_killed() -> None:
    """No answer in time is an answer."""
    with pytest.raises(WorkerFailed, match="time"):
        fill_apart(TEMPLATE, VALUES, known=KNOWN, name="t", title="", pictures={}, seconds=0.0)


def test_worker_that_stays_fills_one_after_the_other() -> None:
    """What one order said is not in the next, and a template at fault does not end it."""
    filler = Filler()
    others = {**VALUES, "name": "乙"}
    try:
        first = filler.fill(TEMPLATE, VALUES, known=KNOWN, name="t", title="题", pictures={})
        with pytest.raises(TemplateError, match="unknown_field"):
            filler.fill(
                small_template("{{ x }}"), VALUES, known=KNOWN, name="t", title="", pictures={}
            )
        second = filler.fill(TEMPLATE, others, known=KNOWN, name="t", title="题", pictures={})
    finally:
        filler.close()
    assert first == fill(TEMPLATE, VALUES, known=KNOWN, name="t", title="题", pictures={})
    assert second == fill(TEMPLATE, others, known=KNOWN, name="t", title="题", pictures={})


def test_after_a_worker_was_killed_another_takes_the_next_order() -> None:
    """A template without end costs its own paper only."""
    filler = Filler()
    try:
        with pytest.raises(WorkerFailed, match="time"):
            filler.fill(TEMPLATE, VALUES, known=KNOWN, name="t", title="", pictures={}, seconds=0.0)
        filled = filler.fill(TEMPLATE, VALUES, known=KNOWN, name="t", title="题", pictures={})
    finally:
        filler.close()
    assert filled == fill(TEMPLATE, VALUES, known=KNOWN, name="t", title="题", pictures={})
