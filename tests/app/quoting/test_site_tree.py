"""Sites stand below those that they belong to, and an account is found for each."""

from __future__ import annotations

from app.quoting.customer import Account, Site
from app.quoting.site_tree import paying_account, site_tree

SITES = (
    Site("H", "总部", account="100"),
    Site("W", "西区仓库", parent="B"),
    Site("B", "分公司", parent="H"),
    Site("C", "城东店", account="200"),
)
ACCOUNTS = (Account("100", "总部"), Account("200", "城东店"))


def test_sites_stand_below_those_that_they_belong_to() -> None:
    """With their levels, whatever the order of the list."""
    assert [(one.site.id, one.level) for one in site_tree(SITES)] == [
        ("H", 0),
        ("B", 1),
        ("W", 2),
        ("C", 0),
    ]


def test_a_circle_and_an_unknown_upper_site_lose_no_site() -> None:
    """Each site stands there once."""
    circle = (Site("a", "甲", parent="b"), Site("b", "乙", parent="a"), Site("c", "丙", parent="c"))
    lost = Site("d", "丁", parent="gone")
    assert [(one.site.id, one.level) for one in site_tree((*circle, lost))] == [
        ("c", 0),
        ("d", 0),
        ("a", 0),
        ("b", 1),
    ]


def test_the_item_decides_before_its_site_and_the_sites_above() -> None:
    """The only account of a customer pays where nobody said anything; of several none does."""
    assert paying_account("300", "W", SITES, ACCOUNTS) == "300"
    assert paying_account("", "W", SITES, ACCOUNTS) == "100"
    assert paying_account("", "C", SITES, ACCOUNTS) == "200"
    assert paying_account("", "", SITES, ACCOUNTS) == ""
    assert paying_account("", "", SITES, ACCOUNTS[:1]) == "100"


def test_a_circle_of_sites_without_account_ends() -> None:
    """Nobody pays there."""
    circle = (Site("a", "甲", parent="b"), Site("b", "乙", parent="a"))
    assert paying_account("", "a", circle, ACCOUNTS) == ""
