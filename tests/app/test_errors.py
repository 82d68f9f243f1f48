"""Expected failures are one tree; each keeps its facts and finds its words by its code."""

from __future__ import annotations

import pytest

from app.errors import (
    Cancelled,
    FileError,
    FileRefused,
    FileUnreadable,
    ImportRejected,
    QuotewrightError,
    ReadbackDiffers,
    RecordMissing,
    StorageError,
    TemplateError,
)
from app.translation import load_words
from catalog.problem import Problem

A, B = Problem("a"), Problem("b", parameters={"x": "1"})


def test_a_failure_keeps_its_facts_as_texts() -> None:
    """For the message, and for the log."""
    failure = RecordMissing(record=7)
    assert failure.parameters == {"record": "7"}
    assert str(failure) == "storage.missing(record=7)"
    assert isinstance(failure, StorageError)
    assert isinstance(failure, QuotewrightError)


@pytest.mark.parametrize(
    ("failure", "parameters"),
    [
        (FileRefused("a.xlsx", [A, B]), {"file": "a.xlsx", "reasons": "a(); b(x=1)"}),
        (FileUnreadable("a.csv", A), {"file": "a.csv", "reasons": "a()"}),
        (TemplateError("t", [Problem("x")]), {"template": "t", "reasons": "x()"}),
        (ReadbackDiffers("f", [Problem("p")]), {"file": "f", "reasons": "p()"}),
        (ImportRejected([Problem("a"), Problem("b")]), {"count": "2"}),
        (Cancelled(), {}),
    ],
)
def test_each_kind_names_what_its_text_needs(
    failure: QuotewrightError, parameters: dict[str, str]
) -> None:
    """In both languages no placeholder is left over."""
    assert failure.parameters == parameters
    for language in ("zh", "en"):
        words = load_words("zh" if language == "zh" else "en")
        text, cure = words.told(failure.code, failure.parameters)
        assert all(value in text for value in parameters.values())
        assert text != words.told("failure", {})[0]
        assert cure


def test_lists_of_reasons_stay_lists() -> None:
    """So that a window can show them one by one."""
    problems = [Problem("a")]
    assert FileRefused("f", [A, B]).findings == (A, B)
    assert TemplateError("t", problems).findings == tuple(problems)
    assert ReadbackDiffers("f", problems).findings == tuple(problems)
    assert ImportRejected(problems).problems == tuple(problems)
    assert FileUnreadable("f", A).findings == (A,)
    assert isinstance(FileUnreadable("f", A), FileError)
