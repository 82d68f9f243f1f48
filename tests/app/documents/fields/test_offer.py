"""Promises of the fields of the offer."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import msgspec

from app.documents.fields.offer import condition_text, offer_fields
from app.quoting.paper import for_customer
from app.quoting.quote import QuoteCondition
from pricing.item import Choice, QuoteItem
from tests.app.documents.case_one import CASE_ONE, PLAN, PROMISE
from tests.app.documents.papers import FIGURES, changed, chinese
from tests.sample import revision_of, sample_case, sample_catalog

if TYPE_CHECKING:
    from app.quoting.revision import CustomerRevision


def _offer(revision: CustomerRevision) -> Any:  # noqa: ANN401 (a tree of texts)
    return offer_fields(revision, chinese(), FIGURES)


def test_overage_is_a_price_per_unit() -> None:
    """0.10 yuan a minute, not 0.1."""
    (item,) = _offer(CASE_ONE)["items"]
    assert item["overage"] == [
        {"name": "固定电话 本地通话费", "price": "0.10 元/分钟"},
        {"name": "国内国际长途直拨 国内长途", "price": "0.25 元/分钟"},
    ]
    assert _offer(CASE_ONE)["has_overage"] is True


def test_optional_item_is_not_part_of_the_offer() -> None:
    """It is listed with the price, under its own heading."""
    option = msgspec.structs.replace(PLAN, id="i2", optional=True)
    offer = _offer(changed(items=(PLAN, option)))
    assert len(offer["items"]) == 1
    assert offer["plan_names"] == "C1包月套餐·经济档（C1-L）"


def test_favours_are_said_in_words() -> None:
    """A discount and free months of an item."""
    favoured = msgspec.structs.replace(PLAN, extra_discount=Decimal(3), free_months=1, site="s1")
    (item,) = _offer(changed(items=(favoured,)))["items"]
    assert (item["discount"], item["free_months"], item["site"]) == (
        "在套餐价基础上优惠3%",
        "免1个月费用",
        "本部",
    )


def test_known_condition_comes_from_the_library() -> None:
    """A clause has one wording; a free text keeps its own."""
    known = QuoteCondition(key="competitor_line_cancelled", text="x")
    assert condition_text(known, chinese()).startswith("甲方拆除其在其他电信业务经营者处使用的固定")
    assert condition_text(QuoteCondition(key="unknown", text="y"), chinese()) == "y"


def test_due_date_counts_from_the_contract() -> None:
    """At once means at signing."""
    at_once = msgspec.structs.replace(PROMISE, days=0)
    due = [row["due"] for row in _offer(changed(conditions=(PROMISE, at_once)))["conditions"]]
    assert due == ["本合同生效之日起30日内", "签约时"]


def test_many_plans_are_named_by_the_first_three() -> None:
    """One line stays one line."""
    many = tuple(msgspec.structs.replace(PLAN, id=f"i{n}") for n in range(5))
    name = "C1包月套餐·经济档（C1-L）"
    assert _offer(changed(items=many[:2]))["plan_names"] == f"{name}、{name}"
    assert _offer(changed(items=many))["plan_names"] == f"{name}、{name}、{name}等5项"


def _of_sample(*items: QuoteItem) -> Any:  # noqa: ANN401 (a tree of texts)
    quote = msgspec.structs.replace(sample_case(1).quote, items=items)
    return _offer(for_customer(revision_of(1, quote), draft=True))["items"]


def test_what_was_chosen_in_a_bundle_stands_under_the_heading_of_its_group() -> None:
    """Nine mailboxes of B16 instead of five; what it always holds comes first."""
    (item,) = _of_sample(QuoteItem("i1", "B16", choices=(Choice("PAYMAIL.RENT", 9, "mail"),)))
    bundle = sample_catalog().bundle("B16")
    assert bundle is not None
    heading = next(group.name.zh for group in bundle.groups if group.code == "mail")
    rows = [(row["name"], row["quantity"]) for row in item["charges"]]
    assert rows[-2:] == [(f"{heading}：", ""), ("收费电子邮箱 月租", "9 户")]
    assert len(rows) == 7
    assert all(quantity for _name, quantity in rows[:-2])


def test_a_bundle_without_choices_has_no_headings() -> None:
    """Every row has a quantity."""
    (item,) = _of_sample(QuoteItem("i1", "B02"))
    assert all(row["quantity"] for row in item["charges"])


def test_time_for_paying_counts_from_the_bill() -> None:
    """Other promises count from the contract."""
    conditions = (QuoteCondition("payment_due", days=45), QuoteCondition("", "提供机房", days=10))
    told = _offer(msgspec.structs.replace(CASE_ONE, conditions=conditions))["conditions"]
    assert [one["due"] for one in told] == ["收到账单之日起45日内", "本合同生效之日起10日内"]
    assert told[0]["text"] == "甲方按账单付款，付款期限以本条为准"
