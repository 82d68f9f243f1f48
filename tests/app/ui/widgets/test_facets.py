"""What is left of a list, and how many rows each further choice would leave."""

from __future__ import annotations

from app.ui.widgets.facets import Facet, Facts, narrow, sort_text

STATE, OWNER = Facet("state", "State", (("new", "New"), ("sent", "Sent"))), Facet("owner", "Owner")
FACTS: tuple[Facts, ...] = (
    (("new",), ("Li",)),
    (("sent",), ("Li",)),
    (("sent",), ("Wang",)),
    ((), ("Wang", "Li")),
)


def test_everything_is_left_where_nothing_is_wanted() -> None:
    """And every word is counted."""
    found = narrow(FACTS, (STATE, OWNER), {})
    assert found.places == [0, 1, 2, 3]
    assert found.counts == [{"new": 1, "sent": 2}, {"Li": 3, "Wang": 2}]


def test_words_of_one_facet_are_alternatives_and_facets_conditions() -> None:
    """New or sent, and of Wang."""
    found = narrow(FACTS, (STATE, OWNER), {"state": ("new", "sent"), "owner": ("Wang",)})
    assert found.places == [2]


def test_a_facet_counts_what_the_others_leave() -> None:
    """So that a further word of the same facet says how many it would add."""
    found = narrow(FACTS, (STATE, OWNER), {"state": ("new",)})
    assert found.places == [0]
    assert found.counts == [{"new": 1, "sent": 2}, {"Li": 1}]


def test_wishes_of_facets_that_are_not_there_narrow_nothing() -> None:
    """As those of a view that an older program saved."""
    assert narrow(FACTS, (STATE, OWNER), {"gone": ("x",)}).places == [0, 1, 2, 3]


def test_a_word_without_a_text_is_its_own() -> None:
    """Names come from the rows."""
    assert (STATE.text("sent"), OWNER.text("Li")) == ("Sent", "Li")


def test_chinese_is_sorted_by_pinyin() -> None:
    """Beijing, Shanghai, Tianjin, Chongqing; Latin before them, whatever the case."""
    texts = ["重庆", "天津", "上海", "北京", "beta", "Alpha"]
    assert sorted(texts, key=sort_text) == ["Alpha", "beta", "北京", "上海", "天津", "重庆"]
