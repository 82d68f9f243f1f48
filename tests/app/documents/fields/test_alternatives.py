"""Promises of alternatives: the offer is A, whatever may be chosen in its place follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from app.documents.fields.alternatives import alternatives_fields, alternatives_of
from tests.app.documents.case_one import MONTHLY, NOTHING, PLAN
from tests.app.documents.papers import FIGURES, changed, chinese, made, read_passages

if TYPE_CHECKING:
    from app.quoting.revision import CustomerRevision, PaperItem


def _item(ident: str, **facts: Any) -> PaperItem:  # noqa: ANN401 (fields of an item)
    return msgspec.structs.replace(PLAN, id=ident, **facts)


def _revision(*optional: PaperItem) -> CustomerRevision:
    return changed(items=(PLAN, *optional))


def test_offer_without_alternatives_has_no_options() -> None:
    """A single optional service is an extra and no alternative."""
    extra = _item("i2", optional=True, is_bundle=False, charges=PLAN.charges[:1])
    assert alternatives_of(_revision(extra)) == ()
    assert "可选方案" not in read_passages(made("proposal", _revision(extra)).docx)


def test_optional_bundle_stands_beside_the_offer() -> None:
    """A is the offer; B costs 600.00 a month and is in no total."""
    cheap = msgspec.structs.replace(MONTHLY, net_amount=600_00)
    found: Any = alternatives_fields(
        _revision(_item("i2", optional=True, monthly=cheap)), chinese(), FIGURES
    )["alternatives"]
    assert [(one["letter"], one["is_offer"]) for one in found] == [("A", True), ("B", False)]
    assert [one["parts"][0]["monthly"] for one in found] == ["668.00", "600.00"]
    assert found[0]["parts"][0]["contents"][0] == "固定电话 月租 4 线"


def test_optional_items_under_one_heading_are_one_option() -> None:
    """Two services of a heading stand in one column, with what each costs once."""
    once = msgspec.structs.replace(NOTHING, list_amount=100_00, net_amount=50_00)
    service = {"optional": True, "is_bundle": False, "section": "无线"}
    found: Any = alternatives_fields(
        _revision(_item("i2", **service), _item("i3", one_time=once, **service)), chinese(), FIGURES
    )["alternatives"]
    assert [len(one["parts"]) for one in found] == [1, 2]
    assert [part["one_time"] for part in found[1]["parts"]] == ["", "50.00"]


def test_options_are_printed_side_by_side() -> None:
    """One row holds all columns, so they are compared and not read one after the other."""
    dear = msgspec.structs.replace(MONTHLY, net_amount=888_00)
    paper = made("proposal", _revision(_item("i2", optional=True, monthly=dear)))
    read = read_passages(paper.docx)
    row = next(text for text in read if text.startswith("A|推荐"))
    assert "668.00元/月" in row
    assert "|B|备选|" in row
    assert "888.00元/月" in row
