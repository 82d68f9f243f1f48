"""Two records become one: what is chosen is chosen, and nothing that is listed is lost."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import msgspec

from app.quoting.customer import (
    Account,
    Contact,
    Customer,
    CustomerPromise,
    InstalledService,
    Leaving,
    PlannedVisit,
    PromiseState,
    Site,
)
from app.quoting.customer_merging import (
    Difference,
    differences,
    merged,
    merged_bills,
    needs_reason,
    usual_choice,
)
from app.quoting.customer_profile import ProfileField
from app.quoting.interview import Answer
from catalog.local_text import LocalText
from pricing.bills import BillComponent, Bills

KEPT = Customer(
    "k",
    "江南精密",
    "SMB",
    address="苏州",
    accounts=(Account("1", "江南精密"),),
    contacts=(Contact("甲", phone="139"),),
    sites=(Site("S1", "总部"), Site("S2", "仓库")),
    installed=(InstalledService("PSTN", 1, "S1"),),
    facts={"staff": Decimal(5)},
    notes="a",
)
OTHER = Customer(
    "o",
    "江南精密机械",
    "KEY",
    credit_code="X",
    address="苏州市",
    accounts=(Account("1", "x"), Account("2", "王建国"), Account("3", "y", "母公司")),
    contacts=(Contact("甲", "经理", phone="139"), Contact("乙")),
    sites=(Site("S1", "总部"), Site("S2", "门市"), Site("S5", "新楼", parent="S2")),
    installed=(InstalledService("PSTN", 1, "S1"), InstalledService("FTTO", 1, "S2")),
    facts={"staff": Decimal(9), "rooms": Decimal(3)},
    notes="b",
)


def test_differences_are_facts_that_only_one_can_have() -> None:
    """Notes and further segments are kept of both."""
    assert differences(KEPT, OTHER) == (
        Difference(ProfileField.NAME, "江南精密", "江南精密机械"),
        Difference(ProfileField.SEGMENT, "SMB", "KEY"),
        Difference(ProfileField.ADDRESS, "苏州", "苏州市"),
        Difference(ProfileField.CREDIT_CODE, "", "X"),
    )
    assert usual_choice(differences(KEPT, OTHER)) == {ProfileField.CREDIT_CODE}


def test_chosen_facts_are_taken_and_the_others_stay() -> None:
    """The other segment becomes a further one."""
    one = merged(KEPT, OTHER, {ProfileField.CREDIT_CODE, ProfileField.ADDRESS}, "法定代表人")
    assert (one.id, one.name, one.address, one.credit_code) == ("k", "江南精密", "苏州市", "X")
    assert one.further_segments == ("KEY",)
    assert one.notes == "a\nb"
    assert one.facts == {"staff": Decimal(5), "rooms": Decimal(3)}


def test_accounts_under_another_name_bear_the_reason() -> None:
    """Known ones stay as they are; one that has its reason keeps it."""
    assert needs_reason(KEPT, OTHER)
    one = merged(KEPT, OTHER, (), "法定代表人")
    assert one.accounts == (
        Account("1", "江南精密"),
        Account("2", "王建国", "法定代表人"),
        Account("3", "y", "母公司"),
    )
    assert not needs_reason(one, OTHER)


def test_lists_hold_what_both_know_once() -> None:
    """One person is one person; the same line at the same place is told twice."""
    one = merged(KEPT, OTHER, ())
    assert [person.name for person in one.contacts] == ["甲", "乙"]
    assert len(one.installed) == 2


def test_sites_that_share_an_identifier_are_told_apart() -> None:
    """S2 is two places: the one that comes in gets a new name, and what names it follows."""
    one = merged(KEPT, OTHER, ())
    assert one.sites == (
        Site("S1", "总部"),
        Site("S2", "仓库"),
        Site("S3", "门市"),
        Site("S5", "新楼", parent="S3"),
    )
    assert one.installed[1] == InstalledService("FTTO", 1, "S3")


def test_nobody_is_his_own_headquarters() -> None:
    """A branch merged into its headquarters belongs to nobody."""
    branch = Customer("o", "x", "SMB", parent="k")
    assert differences(KEPT, branch)[0].field is ProfileField.NAME
    assert merged(KEPT, branch, ()).parent == ""
    assert merged(branch, KEPT, {ProfileField.PARENT}).parent == ""


def test_bills_of_both_are_kept() -> None:
    """Months of one component are joined, mine counting; another one of the name is its own."""
    rent, fee = LocalText("月租", "Rental"), LocalText("费", "Fee")
    mine = Bills((BillComponent("r", rent, {"2026-01": 1, "2026-02": 2}, account="1"),))
    theirs = Bills(
        (
            BillComponent("r", rent, {"2026-02": 9, "2026-03": 3}, account="1"),
            BillComponent("r", fee, {"2026-02": 7}, account="2"),
        )
    )
    found = merged_bills(mine, theirs)
    assert [(one.id, one.amounts) for one in found.components] == [
        ("r", {"2026-02": 2, "2026-03": 3, "2026-01": 1}),
        ("r-2", {"2026-02": 7}),
    ]


def test_what_is_given_up_and_what_was_answered_is_known_of_both() -> None:
    """Of an account or a question that both know, what the one who stays said."""
    replace = msgspec.structs.replace
    kept = replace(
        KEPT,
        leaving=(Leaving("1", "PSTN", reason="a"),),
        interview=(Answer("q1", text="a"),),
        visits=(PlannedVisit(date(2026, 11, 25), "续约", done=True),),
        promises=(CustomerPromise("赠品", state=PromiseState.KEPT),),
    )
    other = replace(
        OTHER,
        leaving=(Leaving("1", "PSTN", reason="b"), Leaving("", "FTTO"), Leaving("", "PSTN")),
        interview=(Answer("q1", text="b"), Answer("q2", text="c")),
        visits=(PlannedVisit(date(2026, 11, 25), "续约"), PlannedVisit(date(2026, 11, 26))),
        promises=(CustomerPromise("赠品"), CustomerPromise("赠品", due=date(2026, 12, 1))),
    )
    one = merged(kept, other, set())
    assert [(gone.account, gone.offering, gone.reason) for gone in one.leaving] == [
        ("1", "PSTN", "a"),
        ("", "FTTO", ""),
        ("", "PSTN", ""),
    ]
    assert [(said.question, said.text) for said in one.interview] == [("q1", "a"), ("q2", "c")]
    assert [(visit.day.day, visit.done) for visit in one.visits] == [(25, True), (26, False)]
    states = [(promise.state, promise.due) for promise in one.promises]
    assert states == [(PromiseState.KEPT, None), (PromiseState.OPEN, date(2026, 12, 1))]
