"""Needs with what answers them, computed sentences and totals of options, as papers print them."""

from __future__ import annotations

from typing import Any

import msgspec

from app.documents.fields.alternatives import alternatives_fields
from app.documents.fields.story import printed_options, story_fields
from app.figures import Figures
from app.quoting.need_edits import meet_need
from app.quoting.options import put_beside
from app.quoting.paper import for_customer
from app.translation import load_words
from pricing.item import ItemCharge, QuoteItem
from tests.sample import sample_case, work_out_case

ZH, WORDS = Figures("zh"), load_words("zh")


def test_only_needs_that_something_quoted_answers_are_told() -> None:
    """In the order of the needs; a bundle that is not in the quote answers nothing."""
    quote = sample_case(2).quote
    second, first = quote.needs[1], quote.needs[0]
    quote = meet_need(meet_need(quote, second, "ADSL1"), first, "B02")
    quote = meet_need(quote, first, "B09")
    paper = for_customer(work_out_case(2, quote).revision, draft=True)
    told: Any = story_fields(paper, WORDS, ZH)["solutions"]
    assert [(one["need"], one["name"]) for one in told] == [
        (first, "商贸直通车"),
        (second, "网络快车（ADSL） 1M"),
    ]


def test_options_say_what_each_comes_to_alone() -> None:
    """Four lines alone: 4 x 25.00, calls expected at 100 x 0.11; the offer 668.00 as it is."""
    quote = sample_case(1).quote
    lines = QuoteItem("i1", "PSTN", 4, (ItemCharge("PSTN.RENT", 4),))
    calls = QuoteItem("i2", "PSTN", 1, (ItemCharge("PSTN.LOCAL", 100),))
    quote = put_beside(quote, (lines, calls), "只含单项业务")
    revision = work_out_case(1, quote).revision
    a, b = revision.options
    assert (a.letter, a.monthly, a.contract, a.gain) == ("A", 668_00, 8016_00, 40_00)
    assert (b.letter, b.monthly, b.usage, b.contract) == ("B", 100_00, 11_00, 1200_00)
    paper = for_customer(revision, draft=True)
    rows: Any = alternatives_fields(paper, WORDS, ZH)["alternatives"]
    options = rows[0]["options"]
    assert options[1]["totals"][:2] == [
        "月租合计 100.00 元",
        "另有预计使用费每月 11.00 元，不在合同总额内",
    ]
    assert [one["name"] for one in options[1]["parts"]] == ["固定电话"]
    assert printed_options(paper, ZH)[1].texts == ("100.00", "1,200.00")


def test_what_is_said_of_each_offering_of_a_bundle_is_told_once() -> None:
    """Four lines and a broadband in the bundle, the line once more beside it: two offerings."""
    quote = sample_case(1).quote
    line = QuoteItem("i9", "PSTN", 1, (ItemCharge("PSTN.RENT", 1),))
    optional = QuoteItem("i8", "CTX", 1, (ItemCharge("CTX.RENT", 1),), optional=True)
    quote = msgspec.structs.replace(quote, items=(*quote.items, line, optional))
    paper = for_customer(work_out_case(1, quote).revision, draft=True)
    told: Any = story_fields(paper, WORDS, ZH)["features"]
    assert [one["name"] for one in told] == ["固定电话", "网络快车（ADSL） 2M"]
    assert told[0]["feature"] == "铜缆或光纤到户的固定号码，断电仍可通话"
    assert told[0]["evidence"] == "按服务标准城区报修24小时内修复，每月公布达标率"
    english: Any = story_fields(paper, load_words("en"), Figures("en"))["features"]
    assert english[0]["benefit"].startswith("Old customers always reach you")


def test_nothing_internal_is_in_the_story() -> None:
    """No level, no margin, no cost: fields are those a customer may read."""
    from app.quoting.story import MetNeed, OptionFigures, Selling, Share, Story

    names = {
        name
        for kind in (MetNeed, OptionFigures, Selling, Share, Story)
        for name in kind.__struct_fields__
    }
    assert names.isdisjoint({"level", "margin", "cost", "verdict", "floor"})
    assert msgspec.json.encode(Story())
