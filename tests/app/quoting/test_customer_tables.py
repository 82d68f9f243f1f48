"""Columns are known by their headings, whatever their order, or by what was confirmed before."""

from __future__ import annotations

from app.quoting.customer_tables import (
    CUSTOMERS,
    CustomerMapping,
    find_layout,
    fingerprint,
    mapping_of,
)

TITLES = {
    "name": ("名称", "Name"),
    "address": ("地址",),
    "arrears": ("欠费(元)", "欠费"),
    "customer": ("客户",),
    "contacts_name": ("姓名", "联系人"),
    "contacts_phone": ("电话",),
}


def test_headings_below_a_title_are_found_in_any_order_with_their_remarks() -> None:
    """A remark in brackets does not count; what is not known is left aside."""
    rows = [("客户清单", "", ""), ("欠费（万元）", "星座", "名称"), ("1", "狮子", "甲")]
    found = find_layout(rows, TITLES, {})
    assert found is not None
    assert (found.kind, found.head, found.fields) == (CUSTOMERS, 1, ("arrears", "", "name"))
    assert found.aside == ("星座",)
    assert found.chosen


def test_the_list_most_of_whose_columns_are_named_is_proposed() -> None:
    """Contacts of customers are not customers."""
    found = find_layout([("客户", "联系人", "电话"), ("甲", "赵", "1")], TITLES, {})
    assert found is not None
    assert (found.kind, found.fields) == ("contacts", ("customer", "name", "phone"))


def test_where_nothing_is_known_a_person_has_to_say_it() -> None:
    """The first row of several texts is proposed as that of headings, and nothing is read."""
    found = find_layout([("名单",), ("甲方", "老板", "价值"), ("甲", "乙", "3")], TITLES, {})
    assert found is not None
    assert (found.head, found.fields, found.chosen) == (1, ("", "", ""), False)
    assert found.missing == ("name",)
    assert find_layout([("只有一格",)], TITLES, {}) is None


def test_what_was_confirmed_holds_for_columns_in_another_order() -> None:
    """Also what is left aside, and the segment; a field that there is no more is not read."""
    mapping = CustomerMapping(CUSTOMERS, {"甲方": "name", "老板": "gone"}, "SMB")
    known = {fingerprint(("甲方", "老板", "")): mapping}
    found = find_layout([("老板", " 甲方 ")], TITLES, known)
    assert found is not None
    assert (found.fields, found.segment, found.confirmed) == (("", "name"), "SMB", True)
    again = mapping_of(found)
    assert again.columns == {"甲方": "name", "老板": ""}
