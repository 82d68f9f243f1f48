"""The verdict in words, in both languages: criteria, people, and the way back."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from app.figures import Figures
from app.quoting.authority import ApprovalStep, Approver
from app.quoting.authority.fitting import fitting
from app.quoting.authority.judging import Surroundings
from app.quoting.authority_text import told_criteria, told_fitting, told_steps
from app.quoting.freezing import trial_of
from app.quoting.item_edits import set_item_discount
from app.translation import load_words
from catalog.local_text import LocalText
from pricing.alterations.percentage import Percentage
from tests.sample import revision_of, sample_case, sample_catalog, sample_rules, work_out_case

if TYPE_CHECKING:
    from app.quoting.authority import Verdict
    from catalog.local_text import Language


def criteria(number: int, language: Language = "en") -> list[str]:
    """The criteria of a case in words."""
    revision = revision_of(number)
    words, figures = load_words(language), Figures(language)
    return list(told_criteria(revision.verdict, revision.priced, words, figures))


def steps(verdict: Verdict, language: Language = "en") -> list[str]:
    """The steps of a verdict in words."""
    return list(told_steps(verdict, load_words(language), Figures(language)))


def test_each_criterion_is_told_with_its_limit_and_level() -> None:
    """Percent, months, yuan and flags; a minimum the other way round."""
    told = criteria(5)
    assert told[0] == "market discount: 20 % (own ≤ 5 %) -> L4"
    assert "free months: 0 months (own ≤ 1 months) -> L1" in told
    assert "deal margin: 42.22 % (own ≥ 35 %) -> L1" in told
    assert "contract value: ¥1,547,290.00 (own ≤ ¥100,000.00) -> L4" in told
    assert told[-1] == "tender -> L3"
    assert criteria(5, "zh")[0] == "市场价折扣：20%（本人 ≤ 5%）→ L4"


def test_the_people_are_named_in_their_order() -> None:
    """Who stands in for whom, who decides in place of whom, and that nobody is named."""
    verdict = revision_of(5).verdict
    assert steps(verdict) == [
        "1. L2 team leader: 周敏",
        "2. L3 department manager: 陈志远",
        "3. L4 city vice president: 赵海燕",
    ]
    name = LocalText("主管", "leader")
    others = (
        ApprovalStep(1, "L2", name, (), (Approver("a", "A", "B"), Approver("c", "C"))),
        ApprovalStep(2, "L3", name, (), (Approver("d", "D"),), "L1"),
        ApprovalStep(3, "L4", name, ()),
    )
    verdict = msgspec.structs.replace(verdict, steps=others)
    assert steps(verdict) == [
        "1. L2 leader: A (standing in for B) or C",
        "2. L3 leader: D (in place of L1)",
        "3. L4 leader: nobody is named",
    ]
    assert steps(verdict, "zh")[0] == "1. L2 主管：A（代 B） 或 C"


def told_back(percent: str, language: Language = "en", **fields: object) -> list[str]:
    """The way back of the first case with a discount on its bundle."""
    quote = set_item_discount(sample_case(1).quote, "i1", Percentage(Decimal(percent)))
    quote = msgspec.structs.replace(quote, **fields)
    worked = work_out_case(1, quote)
    found = fitting(trial_of(worked, sample_catalog(), sample_rules(), Surroundings()))
    revision = worked.revision
    words, figures = load_words(language), Figures(language)
    return list(told_fitting(found, revision.verdict, revision.priced, words, figures))


def test_the_way_back_is_told() -> None:
    """From 12 % to the manager's 5 %; and nothing where it is not needed."""
    assert told_back("12") == [
        "Back within own authority:",
        "  C1 flat-rate plan, low long-distance tier: 12 % -> 5 %",
    ]
    assert told_back("4") == []
    assert told_back("12", "zh")[0] == "回到本人权限内："


def test_what_discounts_cannot_mend_is_told() -> None:
    """A tender stays one."""
    assert told_back("12", tender=True)[::2] == [
        "What discounts can mend:",
        "Whatever is taken back: tender",
    ]
    assert told_back("0", tender=True) == ["Whatever is taken back: tender"]


def test_the_worst_case_names_what_it_counts() -> None:
    """An optional item by its name, another quote by its number."""
    revision = revision_of(5)
    first = revision.priced.items[0]
    one = msgspec.structs.replace(revision.verdict.criteria[5], worst=(first.id, "QW-9", "QW-9/i1"))
    verdict = msgspec.structs.replace(revision.verdict, criteria=(one,))
    told = list(told_criteria(verdict, revision.priced, load_words("en"), Figures("en")))
    name = first.name.en
    assert told[1] == f"  worst case with {name}; counted with QW-9"
