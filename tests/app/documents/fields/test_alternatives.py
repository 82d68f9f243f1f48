"""Promises of alternatives: the offer is A, whatever may be chosen in its place follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from app.documents.fields.alternatives import alternatives_fields, alternatives_of
from app.documents.fields.price import price_fields
from tests.app.documents.case_one import MONTHLY, NOTHING, PLAN
from tests.app.documents.papers import FIGURES, changed, chinese, made, read_passages

if TYPE_CHECKING:
    from app.quoting.revision import CustomerRevision, PaperItem


def _item(ident: str, **facts: Any) -> PaperItem:  # noqa: ANN401 (fields of an item)
    return msgspec.structs.replace(PLAN, id=ident, **facts)


def _revision(*optional: PaperItem) -> CustomerRevision:
    return changed(items=(PLAN, *optional))


def _rows(*optional: PaperItem) -> Any:  # noqa: ANN401 (a tree of texts)
    return alternatives_fields(_revision(*optional), chinese(), FIGURES)["alternatives"]


def _options(*optional: PaperItem) -> Any:  # noqa: ANN401 (a tree of texts)
    return [option for row in _rows(*optional) for option in row["options"]]


@pytest.mark.parametrize(
    ("options", "rows"),
    [(2, ["AB"]), (3, ["ABC"]), (4, ["AB", "CD"]), (5, ["ABC", "DE"]), (7, ["ABC", "DE", "FG"])],
)
def test_options_stand_three_abreast_and_never_one_alone(options: int, rows: list[str]) -> None:
    """None is left out, however many there are."""
    others = [_item(f"i{at}", optional=True) for at in range(2, options + 1)]
    found = _rows(*others)
    assert ["".join(one["letter"] for one in row["options"]) for row in found] == rows
    assert [row["is_pair"] for row in found] == [len(row) == 2 for row in rows]


def test_offer_without_alternatives_has_no_options() -> None:
    """A single optional service is an extra and no alternative."""
    extra = _item("i2", optional=True, is_bundle=False, charges=PLAN.charges[:1])
    assert alternatives_of(_revision(extra)) == ()
    assert "可选方案" not in read_passages(made("proposal", _revision(extra)).docx)


def test_optional_bundle_stands_beside_the_offer() -> None:
    """A is the offer; B costs 600.00 a month and is in no total."""
    cheap = msgspec.structs.replace(MONTHLY, net_amount=600_00)
    found = _options(_item("i2", optional=True, monthly=cheap))
    assert [(one["letter"], one["is_offer"]) for one in found] == [("A", True), ("B", False)]
    assert [one["parts"][0]["monthly"] for one in found] == ["668.00", "600.00"]
    contents = found[0]["parts"][0]["contents"]
    assert contents.startswith("固定电话 月租 4 线；固定电话 来电显示 4 线；")


def test_optional_items_under_one_heading_are_one_option() -> None:
    """Two services of a heading stand in one column, with what each costs once."""
    once = msgspec.structs.replace(NOTHING, list_amount=100_00, net_amount=50_00)
    service = {"optional": True, "is_bundle": False, "section": "无线"}
    found = _options(_item("i2", **service), _item("i3", one_time=once, **service))
    assert [len(one["parts"]) for one in found] == [1, 2]
    assert [part["one_time"] for part in found[1]["parts"]] == ["", "50.00"]


@pytest.mark.parametrize("other", ["无线\u3000", "无线\u200b", "\u65e0线 "])
def test_headings_that_look_equal_are_one_column(other: str) -> None:
    """A paper shows as one option what authority judges as one."""
    service: dict[str, Any] = {"optional": True, "is_bundle": False}
    found = _options(_item("i2", section="无线", **service), _item("i3", section=other, **service))
    assert [(one["letter"], len(one["parts"])) for one in found] == [("A", 1), ("B", 2)]


@pytest.mark.parametrize("heading", ["接入", "接入 ", "\u200b"])
def test_what_stands_under_a_heading_of_the_offer_is_an_extra(heading: str) -> None:
    """It is listed as what may be added, and no option is made of it."""
    firm = msgspec.structs.replace(PLAN, section="接入")
    extra = _item("i2", optional=True, is_bundle=False, section=heading, charges=PLAN.charges[:1])
    revision = changed(items=(firm, extra))
    assert alternatives_of(revision) == ()
    price: Any = price_fields(revision, chinese(), FIGURES)["price"]
    assert len(price["options"]) == 1


def test_options_are_printed_side_by_side() -> None:
    """One row holds all columns, so they are compared and not read one after the other."""
    dear = msgspec.structs.replace(MONTHLY, net_amount=888_00)
    paper = made("proposal", _revision(_item("i2", optional=True, monthly=dear)))
    read = read_passages(paper.docx)
    row = next(text for text in read if text.startswith("A|推荐"))
    assert "668.00元/月" in row
    assert "|B|备选|" in row
    assert "888.00元/月" in row


def test_a_long_option_stays_on_its_page() -> None:
    """Eight parts are named without contents; the others are counted, not dropped."""
    service: dict[str, Any] = {"optional": True, "is_bundle": False, "section": "甲"}
    option = _options(*(_item(f"i{at}", **service) for at in range(2, 12)))[1]
    assert len(option["parts"]) == 8
    assert {part["contents"] for part in option["parts"]} == {""}
    assert option["more"] == "另有2项"
    many = _options(_item("i2", optional=True, charges=PLAN.charges * 3))[1]
    assert many["more"] == ""
    assert many["parts"][0]["contents"].endswith("等15项")
