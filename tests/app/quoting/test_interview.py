"""Questions, answers, needs and proposals: data that is whole, edits that can be undone."""

from __future__ import annotations

from datetime import date

import pytest

from app.errors import UnknownFormat
from app.quoting.answering import with_answer
from app.quoting.interview import (
    MOST_BACKGROUND,
    Answer,
    QuestionForm,
    QuestionKind,
    evidence_of,
    families_of,
    found_needs,
    too_many_background,
)
from app.quoting.need_edits import drop_need, meet_need, wants
from app.services.question_bank import load_questions
from tests.builders import a_customer, a_quote, an_item
from tests.sample import sample_catalog

BANK = load_questions()
DAY = date(2026, 11, 23)
INDUSTRIES = 8


def test_every_industry_asks_the_four_kinds_in_both_languages() -> None:
    """Ten industries, and questions for everybody; every question has a hint."""
    industries = [file for file in BANK.files if file.industry]
    assert len(industries) >= INDUSTRIES
    for file in BANK.files:
        assert {one.kind for one in file.questions} == set(QuestionKind)
        assert file.name.zh
        assert file.name.en
        for one in file.questions:
            for text in (one.text, one.hint):
                assert text.zh
                assert text.en


def test_kinds_are_asked_in_their_order_and_the_industry_before_everybody() -> None:
    """Background first; an unknown industry is asked what everybody is asked."""
    asked = BANK.questions_for("education")
    order = list(QuestionKind)
    assert [order.index(one.kind) for one in asked] == sorted(
        order.index(one.kind) for one in asked
    )
    assert asked[0].id == "education.pupils"
    assert [one.id for one in BANK.questions_for("")] == [
        one.id for one in BANK.questions_for("nobody knows")
    ]


def test_every_proposal_is_sold_by_the_sample_catalogue() -> None:
    """With a reason in both languages."""
    catalog = sample_catalog()
    for need in BANK.needs:
        assert need.answers
        for one in need.answers:
            assert catalog.bundle(one.offering) or catalog.offering(one.offering)
            assert one.reason.zh
            assert one.reason.en


def test_only_agreed_needs_are_found_and_the_most_spoken_of_comes_first() -> None:
    """What the catalogue does not have is not proposed."""
    answers = (
        Answer("trade.names", agreed=True),
        Answer("trade.out_of_stock", agreed=True),
        Answer("trade.order_net", agreed=True),
        Answer("trade.missed", text="from time to time"),
        Answer("no such question", agreed=True),
    )
    found = found_needs(BANK, answers, sample_catalog())
    assert [(one.need.id, one.spoken) for one in found] == [("order_online", 2), ("one_bill", 1)]
    assert [one.code for one in found[0].proposals] == ["ADSL1", "B08"]


def test_an_answer_takes_the_place_of_the_one_before() -> None:
    """The same again keeps its day and changes nothing; an empty one takes it away."""
    customer = a_customer()
    once = with_answer(customer, Answer("trade.shops", "five", day=DAY))
    again = with_answer(once, Answer("trade.shops", "five", day=date(2026, 12, 1)))
    assert again is once
    assert with_answer(once, Answer("trade.shops", "six", day=DAY)).interview == (
        Answer("trade.shops", "six", day=DAY),
    )
    assert with_answer(once, Answer("trade.shops")).interview == ()


def test_many_background_questions_are_warned_of() -> None:
    """Five are not too many, six are."""
    background = [
        one.id
        for file in BANK.files
        for one in file.questions
        if one.kind is QuestionKind.BACKGROUND
    ]
    asked = [Answer(name, "said") for name in background]
    assert not too_many_background(BANK, asked[:MOST_BACKGROUND])
    assert too_many_background(BANK, asked[: MOST_BACKGROUND + 1])


def test_a_need_is_written_once_and_met_by_what_the_quote_holds() -> None:
    """Taken out, its links go too."""
    quote = a_quote(an_item("B02"))
    met = meet_need(meet_need(quote, "one bill", ""), "one bill", "B02")
    assert met.needs == ("one bill",)
    assert wants(met, "one bill", "B02")
    assert not wants(meet_need(met, "one bill", "B09"), "one bill", "B09")
    assert meet_need(met, "one bill", "B02") is met
    assert drop_need(met, "one bill") == quote
    assert drop_need(quote, "one bill") is quote


def test_a_question_that_points_nowhere_is_refused(tmp_path: object) -> None:
    """The file and the question are named."""
    from pathlib import Path

    folder = Path(str(tmp_path))
    (folder / "needs.toml").write_text("needs = []", encoding="utf-8")
    (folder / "x.toml").write_text(
        'industry = "x"\nname = { zh = "x" }\n[[questions]]\nid = "q"\nkind = "benefit"\n'
        'text = { zh = "?" }\nneed = "none"\n',
        encoding="utf-8",
    )
    with pytest.raises(UnknownFormat) as refused:
        load_questions(folder)
    assert refused.value.parameters["place"] == "q"


def test_product_families_are_asked_about_between_industry_and_everybody() -> None:
    """Of both forms; a family that nobody asks about adds nothing."""
    asked = BANK.questions_for("hotel", ("CONF", "VOICE", "no such family"))
    background = [one.id for one in asked if one.kind is QuestionKind.BACKGROUND]
    assert background == ["hotel.rooms", "conference.now", "voice.now", "general.phones"]
    assert {one.form for one in asked} == set(QuestionForm)
    families = {file.family for file in BANK.files if file.family}
    known = {offering.family for offering in sample_catalog().content.offerings}
    assert families <= known
    assert len(families) >= INDUSTRIES


def test_a_bundle_is_of_the_families_of_what_it_holds() -> None:
    """Each once, in the order of what is had; what is not sold is of none."""
    assert families_of(("HYT", "B02", "gone", "PSTN"), sample_catalog()) == ("CONF", "VOICE")


def test_evidence_is_what_the_customer_said_of_a_need() -> None:
    """With its day; a tick without words says nothing."""
    answers = (
        Answer("trade.out_of_stock", "断货三天", agreed=True, day=DAY),
        Answer("trade.order_net", agreed=True),
        Answer("trade.names", "太麻烦", agreed=True),
    )
    assert evidence_of(BANK, answers, "order_online") == "断货三天 (2026-11-23)"
    quote = meet_need(a_quote(), "order", "", "断货三天")
    assert quote.need_fact("order").evidence == "断货三天"
    assert meet_need(quote, "order", "B08", "别的").need_fact("order").evidence == "断货三天"
    assert drop_need(quote, "order") == a_quote()
