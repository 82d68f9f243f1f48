"""Promises of the difference between two contracts, passage by passage."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.quoting.contract_text import ContractText, Passage, Reference
from app.quoting.text_difference import Entry, EntryKind, TextDifference, compare_texts, side_texts

SAME, RENUMBERED, CHANGED, ADDED, REMOVED, MOVED, LEFT = EntryKind
PARTIES = Passage(("当事人",), number="第一条", heading=True)
NAMES = Passage(("双方的名称见本合同首部。",), number="1.1")
PRICE = Passage(("价款",), number="第二条", heading=True)
MONTHLY = Passage(("本业务每月费用为人民币668.00元，按月支付。",), number="2.1")
TERM = Passage(("合同期为12个月，自服务开通之日起计算。",), number="2.2")
PASSAGES = st.builds(
    Passage,
    st.lists(st.text(alphabet="甲乙应当30元", max_size=8), min_size=2, max_size=2).map(tuple),
    st.sampled_from([(1, 1), (2,)]),
) | st.builds(lambda text: Passage((text,)), st.text(alphabet="甲乙应当30元", max_size=12))


def compared(old: list[Passage], new: list[Passage]) -> TextDifference:
    """The difference between two lists of passages."""
    return compare_texts(ContractText(tuple(old)), ContractText(tuple(new)))


def kinds(difference: TextDifference) -> list[EntryKind]:
    """What happened, passage by passage."""
    return [entry.kind for entry in difference.entries]


def test_a_contract_does_not_differ_from_itself() -> None:
    """Nothing is told."""
    difference = compared([PARTIES, NAMES], [PARTIES, NAMES])
    assert kinds(difference) == [SAME, SAME]
    assert not difference.differs


def test_an_added_clause_only_renumbers_those_behind_it() -> None:
    """The text of the others is the same, and that is said."""
    new = Passage(("乙方应当保守商业秘密。",), number="2.1")
    later = [Passage(one.texts, number=number) for one, number in ((MONTHLY, "2.2"), (TERM, "2.3"))]
    difference = compared([PRICE, MONTHLY, TERM], [PRICE, new, *later])
    assert kinds(difference) == [SAME, ADDED, RENUMBERED, RENUMBERED]
    assert difference.differs


def test_numbers_alone_are_no_difference_of_words() -> None:
    """Another number of a clause, and of a reference to it."""
    see = [
        Passage((f"见{n}。",), references=(Reference(0, 1, 4, "REF x"),))
        for n in ("第二条", "第三条")
    ]
    difference = compared(
        [PRICE, see[0]], [Passage(("价款",), number="第三条", heading=True), see[1]]
    )
    assert kinds(difference) == [RENUMBERED, RENUMBERED]
    assert not difference.differs


def test_words_in_the_place_of_a_number_are_a_change() -> None:
    """The numbering of a file from outside can say anything before a clause."""
    hidden = Passage(TERM.texts, number="2.2 甲方有权随时解除：")
    difference = compared([TERM], [hidden])
    assert kinds(difference) == [CHANGED]
    assert difference.differs


def test_a_changed_passage_is_found_between_added_ones() -> None:
    """It is another version and not a new one, although nothing near it is the same."""
    changed = Passage(("本业务每月费用为人民币601.20元，按季支付。",), number="2.2")
    other = Passage(("甲方可以委托第三人付款，但应当事先通知乙方。",), number="2.1")
    difference = compared([MONTHLY], [other, changed])
    assert difference.entries[0] == Entry(ADDED, None, 0)
    assert (difference.entries[1].kind, difference.entries[1].old) == (CHANGED, 0)
    assert [one.text for one in difference.entries[1].pieces[0]] == [
        "本业务每月费用为人民币", "668.00", "601.20", "元，按", "月", "季", "支付。",
    ]  # fmt: skip


def test_a_moved_passage_is_told_at_both_places() -> None:
    """Where it stood, and where it stands."""
    difference = compared([TERM, PARTIES, NAMES], [PARTIES, NAMES, TERM])
    assert difference.entries[0] == Entry(LEFT, 0, 2)
    assert (difference.entries[3].kind, difference.entries[3].old) == (MOVED, 0)
    assert difference.count(MOVED) == 1


def test_a_passage_that_was_moved_and_changed_tells_its_words() -> None:
    """Most of it is the same, so nobody has to read it again."""
    changed = Passage((TERM.texts[0].replace("12", "24"),), number="1.2")
    difference = compared([TERM, PARTIES, NAMES], [PARTIES, NAMES, changed])
    assert [piece.text for piece in difference.entries[3].pieces[0]][1:3] == ["12", "24"]


def test_rows_of_another_shape_are_no_versions_of_each_other() -> None:
    """A row with another number of cells cannot be told word by word."""
    row, wider = Passage(("固定电话", "3"), (1, 1)), Passage(("固定电话", "3", "元"), (1, 1, 1))
    assert kinds(compared([row], [wider])) == [REMOVED, ADDED]


def test_headers_and_footnotes_are_compared_as_well() -> None:
    """What only one of the two has is told."""
    old, new = ContractText((), ("甲 A", "同")), ContractText((), ("同", "注：另计"))
    assert compare_texts(old, new).beside == (("甲 A",), ("注：另计",))


@given(st.lists(PASSAGES, max_size=9), st.lists(PASSAGES, max_size=9))
def test_both_contracts_can_be_read_from_the_difference(
    old: list[Passage], new: list[Passage]
) -> None:
    """No passage is lost or told twice, whatever came, went or moved."""
    difference = compared(old, new)
    assert side_texts(difference, old=True) == [one.texts for one in old]
    assert side_texts(difference, old=False) == [one.texts for one in new]
