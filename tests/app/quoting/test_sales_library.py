"""What the sales library proposes for a customer."""

from __future__ import annotations

import msgspec

from app.quoting.customer import Competitor
from app.quoting.sales_library import (
    Difference,
    SalesLibrary,
    SuccessStory,
    differences_against,
    stories_for,
    withdrawn,
)
from catalog.local_text import LocalText
from tests.app.documents.telling import DEMO, LIBRARY, LIMIT, PROOF, TOLD
from tests.builders import a_customer


def test_what_counts_against_the_recorded_competitor_comes_first() -> None:
    """What counts against another one alone is not proposed."""
    other = Difference(LocalText("对Y网"), rivals=("Y网",))
    library = SalesLibrary(differences=(other, *LIBRARY.differences))
    rival = a_customer(competitors=(Competitor("X通", "宽带"),))
    claims = [one.claim.zh for one in differences_against(library, rival)]
    assert claims == ["网络稳定", "就近服务"]
    assert [one.claim.zh for one in differences_against(library, a_customer())] == ["就近服务"]


def test_stories_of_the_industry_come_first_then_those_of_what_is_quoted() -> None:
    """None is left out: the briefing shows them all."""
    plain = SuccessStory(LocalText("丙"), "trade")
    sold = SuccessStory(LocalText("乙"), "trade", offerings=("PSTN",))
    same = SuccessStory(LocalText("甲"), "hotel")
    library = SalesLibrary(stories=(plain, sold, same))
    assert [one.title.zh for one in stories_for(library, "hotel", ("PSTN",))] == ["甲", "乙", "丙"]
    assert [one.title.zh for one in stories_for(library, "", ())] == ["丙", "乙", "甲"]


def test_a_permission_can_be_withdrawn() -> None:
    """By the title; a story that the library no longer knows is as it was taken."""
    taken_back = msgspec.structs.replace(TOLD, permitted=False)
    assert withdrawn((TOLD,), SalesLibrary(stories=(taken_back,))) == (TOLD,)
    assert withdrawn((TOLD,), LIBRARY) == ()
    assert withdrawn((TOLD,), SalesLibrary()) == ()


def test_limits_and_kits_are_found_by_product() -> None:
    """Of what is sold, and of nothing else."""
    assert LIBRARY.limits_of({"PSTN"}) == (LIMIT,)
    assert LIBRARY.demos_of({"PSTN", "CTX"}) == (DEMO,)
    assert LIBRARY.limits_of({"CTX"}) == ()
    assert LIBRARY.proofs() == (PROOF,)
