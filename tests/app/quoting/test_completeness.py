"""How far a quote is prepared is counted by what is there."""

from __future__ import annotations

import msgspec

from app.quoting.completeness import PARTS, Lack, Part, completeness
from app.quoting.customer import Competitor, Site
from app.quoting.interview import Answer
from app.quoting.need_edits import meet_need
from app.quoting.quote import NeedFact
from app.quoting.scenario import Scenario
from app.quoting.telling_edits import with_telling
from pricing.bills import Bills
from tests.app.documents.telling import TELLING
from tests.sample import sample_case, work_out_case

REVISION = work_out_case(1).revision
BARE = msgspec.structs.replace(
    REVISION,
    quote=msgspec.structs.replace(sample_case(1).quote, items=(), needs=()),
    customer=msgspec.structs.replace(
        REVISION.customer, industry="", contacts=(), competitors=(), sites=(), interview=()
    ),
    bills=Bills(),
    analysis=None,
    saving=None,
)


def test_every_lack_belongs_to_one_part() -> None:
    """Five, four and five of them."""
    assert [len(PARTS[part]) for part in Part] == [5, 4, 5]
    assert [one for part in Part for one in PARTS[part]] == list(Lack)


def test_nothing_known_is_nought_percent() -> None:
    """Everything lacks, in the order of the work."""
    found = completeness(BARE)
    assert found.score == 0
    assert found.lacking_of(Part.NEEDS) == PARTS[Part.NEEDS]


def test_the_kindergarten_lacks_what_nobody_has_done() -> None:
    """Industry, decider, bills and sites; the bundle and its saving; needs without evidence."""
    found = completeness(REVISION)
    assert found.lacking_of(Part.INFORMATION) == (Lack.COMPETITORS,)
    assert found.score_of(Part.INFORMATION) == 80
    assert found.lacking_of(Part.NEEDS) == (Lack.ANSWERS, Lack.EVIDENCE, Lack.OWNERS)
    assert found.score_of(Part.NEEDS) == 25
    assert found.lacking_of(Part.STRATEGY) == (Lack.MET, Lack.DIFFERENCES, Lack.TARGETS)
    assert found.score_of(Part.STRATEGY) == 40
    assert found.score == 50  # 7 of 14


def test_everything_done_is_a_hundred() -> None:
    """Needs that something quoted answers, with owner and evidence."""
    quote = with_telling(sample_case(1).quote, TELLING)
    for need in quote.needs:
        quote = meet_need(quote, need, "B01L")
    facts = tuple(NeedFact(need, owner="李明轩", evidence="账单") for need in quote.needs)
    quote = msgspec.structs.replace(
        quote, need_facts=facts, scenarios=(Scenario("s1", "底线", 24),)
    )
    customer = msgspec.structs.replace(
        REVISION.customer,
        competitors=(Competitor("X通", "固话"),),
        sites=(Site("S1", "本部"),),
        interview=tuple(Answer(f"q{number}", "说过") for number in range(3)),
    )
    revision = msgspec.structs.replace(REVISION, quote=quote, customer=customer)
    assert completeness(revision).lacking == frozenset()
    assert completeness(revision).score == 100


def test_a_need_answered_by_what_is_not_quoted_is_not_met() -> None:
    """The item has gone; what it answered is open again."""
    quote = sample_case(1).quote
    for need in quote.needs:
        quote = meet_need(quote, need, "B02")
    revision = msgspec.structs.replace(REVISION, quote=quote)
    assert Lack.MET in completeness(revision).lacking
