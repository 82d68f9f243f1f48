"""The printed explanation alone is enough to add a quote up again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from app.figures import Figures
from app.quoting.explanation import explain
from app.translation import load_words
from catalog.money import fen
from tests.sample import CASES, revision_of

if TYPE_CHECKING:
    from catalog.local_text import Language
    from catalog.money import Fen

STEP = re.compile(r" {4}.+: (-?[\d,]+\.\d\d) = (-?[\d,]+\.\d\d)")
NET = re.compile(r" {4}[^:=]+: (-?[\d,]+\.\d\d) \(.*?(-?[\d,]+\.\d\d).*?(-?[\d,]+\.\d\d),.*")
LANGUAGES: tuple[Language, ...] = ("zh", "en")


def amount(text: str) -> Fen:
    """Fen of a printed figure."""
    return fen(text.replace(",", ""))


@pytest.mark.parametrize("number", CASES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_printed_steps_add_up_to_the_printed_net_amounts(
    number: int, language: Language
) -> None:
    """Each change leads to its result, the last result is the net amount, and net and VAT sum."""
    revision = revision_of(number)
    running, nets = 0, []
    fresh = True
    for line in explain(revision, load_words(language), Figures(language)).splitlines():
        if step := STEP.fullmatch(line):
            change, result = amount(step[1]), amount(step[2])
            running = change if fresh else running + change
            assert running == result, line
            fresh = False
        elif net := NET.fullmatch(line):
            assert amount(net[1]) == running, line
            assert amount(net[2]) + amount(net[3]) == running, line
            nets.append(running)
            fresh = True
        elif not line.startswith(" " * 4):
            fresh = True
    charges = [charge for item in revision.priced.items for charge in item.charges]
    assert nets == [charge.net_amount for charge in charges]
