"""Every reason and every limit is told in both languages, with its figures."""

from __future__ import annotations

import pytest

from app.figures import Figures
from app.quoting.promotion_text import told_promotions, told_rejected, told_use
from app.translation import load_words
from catalog.local_text import Language, LocalText
from pricing.promotion_choice import Rejected
from pricing.promotion_limits import PromotionUse
from pricing.rule import Level, When
from tests.builders import a_catalog, a_charge, a_line, an_offering
from tests.pricing.rule_builders import a_policy, a_promotion, percent_off, priced_by

REASONS = (
    "same_group",
    "exclusive",
    "not_combinable",
    "manual",
    "least_total",
    "least_items",
    "no_charges",
    "floor",
    "quote_cap",
    "customer_cap",
    "budget",
)
LIMITS = ("floor", "quote_cap", "customer_cap", "budget")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_is_told(reason: str, language: Language) -> None:
    """With the name of the promotion."""
    told = told_rejected(Rejected("Q", reason), load_words(language), Figures(language))
    assert told.startswith("Q ")


def test_what_is_missing_is_told_in_yuan_or_in_items() -> None:
    """400.00 of 500.00; two of three items."""
    words, figures = load_words("en"), Figures("en")
    total = told_rejected(Rejected("Q", "least_total", "", 50_000, 40_000), words, figures)
    assert total == "Q is not used: it needs 500.00, there is 400.00"
    items = told_rejected(Rejected("Q", "least_items", "", 3, 2), words, figures)
    assert items == "Q is not used: it needs 3 items, there are 2"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("limit", LIMITS)
def test_every_limit_is_told(limit: str, language: Language) -> None:
    """With what is taken and what would be."""
    use = PromotionUse("Q", LocalText("满减", "off"), 48_000, 30_000, limit, 30_000)
    told = told_use(use, load_words(language), Figures(language))
    assert "300.00" in told
    assert "480.00" in told


def test_a_quote_tells_what_it_has_and_what_it_lacks() -> None:
    """10 % taken, another promotion that needs more; one that takes nothing is not told twice."""
    catalog = a_catalog(an_offering(a_charge("A.FEE", "100.00", cost="0")))
    policy = a_policy(
        a_promotion(percent_off(10), "P", level=Level.QUOTE),
        a_promotion(percent_off(5), "Q", level=Level.QUOTE, when=When(least_total=20_000)),
        a_promotion(percent_off(5), "R", level=Level.QUOTE, budget=0),
    )
    quote = priced_by(policy, catalog, a_line(code="A.FEE"))
    assert list(told_promotions(quote, load_words("en"), Figures("en"))) == [
        "rule P P takes 120.00 off over the term",
        "Q is not used: it needs 200.00, there is 100.00",
        "R is not used: its budget is used up",
    ]


def test_what_a_budget_has_left_is_told() -> None:
    """After what this quote takes, whether or not the budget cuts it."""
    words, figures = load_words("en"), Figures("en")
    use = PromotionUse("Q", LocalText("满减", "off"), 7_200, 7_200, remaining=2_800)
    assert told_use(use, words, figures).endswith("; the budget has 28.00 left after it")
    used_up = PromotionUse("Q", LocalText("满减", "off"), 7_200, 100, "budget", 100, 0)
    assert told_use(used_up, words, figures).endswith("; the budget has 0.00 left after it")
