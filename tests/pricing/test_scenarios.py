"""Every scenario file comes out as its author wrote it down."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scenario import Scenario, ScenarioFault

FOLDER = Path(__file__).parents[1] / "scenarios" / "pricing"
FILES = sorted(FOLDER.glob("*.txt"))
SIMPLE = "title\ncharge A.RENT monthly 10.00\nitem 1 x A\n  1 x A.RENT\n----------\n1 x A\n"


def test_there_are_the_five_cases_and_enough_small_ones() -> None:
    """An empty folder would prove nothing."""
    assert len([path for path in FILES if path.name.startswith("case-")]) == 5
    assert len(FILES) >= 50


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_scenario_comes_out_as_written(path: Path) -> None:
    """Charge by charge, sum by sum, level and findings."""
    scenario = Scenario.load(path)
    assert scenario.title
    assert "\n".join(scenario.result()) == "\n".join(scenario.expected)


def test_a_wrong_figure_is_noticed() -> None:
    """The comparison can fail: one fen is enough."""
    path = FOLDER / "free-months.txt"
    text = path.read_text(encoding="utf-8")
    scenario = Scenario(text.replace("218.00", "218.01"))
    assert scenario.result() != scenario.expected
    assert Scenario(text.replace("  ", "      ")).result() == Scenario(text).expected


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("colour red", "line 2"),
        ("date 2026-13-01", "line 2"),
        ("tender perhaps", "line 2"),
        ("catalogue other", "line 2"),
        ("item two x A", "line 2"),
        ("charge A.RENT weekly 10.00", "line 2"),
        ("bundle PACK cheap", "line 2"),
        ("item 1 x A  5 percent off", "line 2"),
        ("price A.RENT cheap", "line 2"),
        ("price A.RENT 10.00 since 2026-01-01", "line 2"),
        ("agreed A.RENT", "line 2"),
        ("tiers A.RENT 11: cheap", "line 2"),
        ("commitment A.RENT 10% off", "line 2"),
        ("promotion A free", "line 2"),
        ("promotion A 5% off sometimes", "line 2"),
        ("choice cheapest", "line 2"),
        ("discount 5%", "line 2"),
    ],
)
def test_a_line_without_meaning_is_named(line: str, wrong: str) -> None:
    """With its number, so that a pricer finds it."""
    with pytest.raises(ScenarioFault, match=wrong):
        Scenario(SIMPLE.replace("charge A.RENT monthly 10.00", line))


def test_a_file_needs_its_line_of_dashes() -> None:
    """Otherwise nothing would be expected."""
    with pytest.raises(ScenarioFault, match="dashes"):
        Scenario("title\nterm 12 months\n")


def test_the_guide_explains_every_word_that_is_used() -> None:
    """A file must be readable without reading the program."""
    guide = (FOLDER / "README.md").read_text(encoding="utf-8")
    words = {
        line.split()[0]
        for path in FILES
        for line in path.read_text(encoding="utf-8").partition("-----")[0].splitlines()[1:]
        if line.strip() and line[0].isalpha()
    }
    assert words <= {word for word in words if f"`{word} " in guide}
