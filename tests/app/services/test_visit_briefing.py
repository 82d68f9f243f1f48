"""What one takes along: who is there, what to watch, what to ask, with room for notes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec
import pytest

from app.quoting.buying_factor import BuyingFactor
from app.quoting.customer import (
    Competitor,
    Contact,
    ContactRole,
    CustomerNote,
    CustomerPromise,
    PromiseState,
)
from app.quoting.interview import Answer
from app.quoting.market.values import Market, RivalOperator, RivalPrice
from app.services.visit_briefing import briefing_of, write_briefing
from app.translation import load_words
from tests.app.storage.stored_values import NOON
from tests.sample import sample_case, sample_catalog

if TYPE_CHECKING:
    from pathlib import Path

    from app.documents.briefing_document import Briefing
    from app.services.workspace import Workspace

TODAY = date(2026, 11, 23)
CUSTOMER = msgspec.structs.replace(
    sample_case(4).customer,
    contacts=(Contact("李总", "总经理", (ContactRole.DECIDER,), "139", "doubter"),),
    competitors=(Competitor("X通", "固话", 0, date(2026, 12, 20), 3),),
    journal=(
        CustomerNote("喜欢喝茶", date(2026, 1, 5)),
        CustomerNote("装修到月底", date(2026, 11, 1)),
    ),
    interview=(Answer("hotel.peak", "旺季天天占线", agreed=True, day=TODAY),),
)


@pytest.fixture
def stored(workspace: Workspace) -> Workspace:
    """The hotel, whom a doubter decides for."""
    workspace.customers.save(CUSTOMER, sample_case(4).bills, now=NOON)
    return workspace


def part(briefing: Briefing, title: str) -> tuple[str, ...]:
    """The lines below a title."""
    return next(one.lines for one in briefing.parts if one.title == title)


def test_people_come_with_what_to_do_and_what_not(stored: Workspace) -> None:
    """Also what ends soon, and the latest note first."""
    briefing = briefing_of(stored, CUSTOMER.id, load_words("zh"), TODAY)
    (person,) = part(briefing, "要见的人")
    assert person.startswith("李总: 总经理 · 决策 · 139 · 疑虑型 — 给数据和证明")
    watched = part(briefing, "注意")
    assert any("X通" in line and "27 天" in line for line in watched)
    assert part(briefing, "近期备忘") == ("2026-11-01 装修到月底", "2026-01-05 喜欢喝茶")


def test_competitors_are_told_by_dated_facts_alone(stored: Workspace) -> None:
    """Codes, products and prices with day and source; what we think of them stays at home."""
    known = RivalOperator("X通", "17951", "固话", "价格低", "服务差")
    price = RivalPrice("X通", "固话", 1_800, date(2026, 9, 1), "营业厅公示", "月")
    other = RivalPrice("Y通", "专线", 1, date(2026, 9, 1), "传闻")
    market = Market(operators=(known,), rival_prices=(price, other))
    for table in ("operators", "rival_prices"):
        stored.market.commit(table, None, market, NOON)
    briefing = briefing_of(stored, CUSTOMER.id, load_words("zh"), TODAY)
    assert part(briefing, "竞争对手的情况（有日期的事实）") == (
        "X通 · 17951 · 固话",
        "固话：¥18.00/月（2026-09-01，营业厅公示）",
    )
    told = " ".join(line for one in briefing.parts for line in one.lines)
    assert "价格低" not in told
    assert "服务差" not in told


def test_questions_stand_by_kind_and_answers_take_the_room_for_notes(stored: Workspace) -> None:
    """Four kinds of them."""
    briefing = briefing_of(stored, CUSTOMER.id, load_words("en"), TODAY)
    kinds = [one for one in briefing.parts if one.asked]
    assert len(kinds) == 4
    answered = [one.answer for kind in kinds for one in kind.asked if one.answer]
    assert answered == ["旺季天天占线"]


def test_a_prospect_has_a_briefing_too(workspace: Workspace) -> None:
    """What is not known is left out; the quote's products are asked about."""
    bare = msgspec.structs.replace(
        CUSTOMER, contacts=(), journal=(), interview=(), installed=(), accounts=()
    )
    workspace.customers.save(bare, type(sample_case(4).bills)(), now=NOON)
    briefing = briefing_of(workspace, bare.id, load_words("zh"), TODAY, sample_case(2).quote)
    titles = [one.title for one in briefing.parts]
    assert "要见的人" not in titles
    assert "潜在客户，还没有我们的业务" in part(briefing, "客户")


def test_what_is_quoted_comes_with_three_and_a_half_sentences_and_fabe(
    workspace: Workspace,
) -> None:
    """The telephone line of the bundle: four sentences, then feature to evidence."""
    case = sample_case(1)
    workspace.customers.save(case.customer, case.bills, now=NOON)
    workspace.catalogs.save(sample_catalog().content)
    briefing = briefing_of(workspace, case.customer.id, load_words("zh"), TODAY, case.quote)
    lines = part(briefing, "怎么介绍：固定电话")
    assert len(lines) == 8
    assert lines[0] == "简单地说，它就是一个跟着单位走、几十年不变的电话号码。"
    assert lines[3] == "比如一家幼儿园，家长十年来都打同一个号码。"
    assert lines[4] == "特点：铜缆或光纤到户的固定号码，断电仍可通话"
    assert lines[7].startswith("证据：按服务标准")
    assert "怎么介绍：网络快车（ADSL） 2M" in [one.title for one in briefing.parts]


def test_the_word_file_says_the_same(stored: Workspace, tmp_path: Path) -> None:
    """Read back with its questions and lines for notes."""
    from docx import Document

    file = tmp_path / "briefing.docx"
    write_briefing(stored, CUSTOMER.id, load_words("zh"), file, TODAY)
    texts = [paragraph.text for paragraph in Document(str(file)).paragraphs]
    assert texts[0] == f"拜访提纲：{CUSTOMER.name}"
    assert "旺季天天占线" in texts
    asked = sum(
        bool(one.asked) * len(one.asked)
        for one in briefing_of(stored, CUSTOMER.id, load_words("zh"), TODAY).parts
    )
    assert sum(text.startswith("____") for text in texts) == 2 * (asked - 1)


def test_how_we_stand_is_told_of_the_latest_quote_that_says_it(stored: Workspace) -> None:
    """5×4×2 and 3×5×5 of 125 and 75: 115 of 200 are 57.50 %; the weakest comes first."""
    case = sample_case(4)
    factors = (BuyingFactor("价格", 3, 5, 5), BuyingFactor("四小时修复", 5, 4, 2, "请工程师同去"))
    quote = msgspec.structs.replace(case.quote, buying_factors=factors)
    briefing = briefing_of(stored, CUSTOMER.id, load_words("zh"), TODAY, quote)
    told = part(briefing, "竞争位置（购买关键因素 × 我方能力 × 关系）")
    assert told == (
        "总体达到 57.5%；差得最多的在前",
        "四小时修复：重要 5 × 能力 4 × 关系 2 = 40/125 · 请工程师同去",
        "价格：重要 3 × 能力 5 × 关系 5 = 75/75",
    )
    bare = briefing_of(stored, CUSTOMER.id, load_words("zh"), TODAY)
    assert not [one for one in bare.parts if one.title.startswith("竞争位置")]


def test_open_promises_are_told(stored: Workspace) -> None:
    """Kept ones are not; who is held back says so."""
    promises = (
        CustomerPromise("送路由器", state=PromiseState.KEPT),
        CustomerPromise("申请优惠", "李经理", TODAY, TODAY, hold=True),
    )
    asked = msgspec.structs.replace(CUSTOMER, promises=promises)
    stored.customers.save(asked, sample_case(4).bills, now=NOON)
    briefing = briefing_of(stored, CUSTOMER.id, load_words("zh"), TODAY)
    assert part(briefing, "未了的承诺") == ("挽留中 · 申请优惠 · 李经理 · 2026-11-23",)
