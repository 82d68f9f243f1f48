"""What is told of a customer: people, codes, debts, ends of contracts, and what is missing."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from app.quoting.customer import (
    Account,
    Competitor,
    Contact,
    ContactRole,
    Customer,
    DecisionLevel,
    InstalledService,
    Relationship,
    Site,
)
from app.quoting.customer_review import (
    PARTS,
    CustomerPolicy,
    check_sign,
    completeness,
    levels_unknown,
    review,
)
from app.quoting.market.values import ClassThreshold, Market
from pricing.bills import Bills
from tests.app.storage.stored_values import some_bills

TODAY = date(2026, 11, 22)
POLICY = CustomerPolicy(
    90,
    market=Market(
        (
            ClassThreshold("A", 1_000_000),
            ClassThreshold("B", 300_000),
            ClassThreshold("C"),
            ClassThreshold("A", 200_000, "县城"),
        )
    ),
)
NOBODY = Customer("c", "江南精密", "SMB")


def _codes(customer: Customer) -> list[str]:
    return [problem.code for problem in review(customer, POLICY, TODAY)]


@pytest.mark.parametrize("code", ["91350100M000100Y43", "91110000600037341L"])
def test_a_right_credit_code_is_not_mentioned(code: str) -> None:
    """The first is the standard's own example."""
    assert check_sign(code) == code[-1]
    found = _codes(msgspec.structs.replace(NOBODY, credit_code=code))
    assert not any("credit_code" in one for one in found)


def test_a_wrong_last_sign_names_the_right_one() -> None:
    """Two digits changed places."""
    wrong = msgspec.structs.replace(NOBODY, credit_code="91350100M000100Y34")
    found = next(one for one in review(wrong, POLICY, TODAY) if "credit" in one.code)
    # With Y4 in front the last sign is 3, so that sum is 28 modulo 31. With Y3 it is less by the
    # weight of that place, 28: nought.
    assert found.code == "customer.credit_code_sign"
    assert found.parameters == {
        "value": "91350100M000100Y34",
        "wanted": check_sign(wrong.credit_code),
    }
    assert check_sign(wrong.credit_code) == "0"


@pytest.mark.parametrize("code", ["91350100M000100Y4", "91350100I000100Y43", "320594000012345"])
def test_a_code_of_another_form_is_told(code: str) -> None:
    """Too short, with an I, or of the old register."""
    assert "customer.credit_code_form" in _codes(msgspec.structs.replace(NOBODY, credit_code=code))


def test_levels_without_anybody_we_know_are_told() -> None:
    """A name in the list whom nobody knows is no relation."""
    customer = msgspec.structs.replace(
        NOBODY,
        contacts=(
            Contact("甲", level=DecisionLevel.GENERAL_MANAGER, relationship=Relationship.NONE),
            Contact("乙", level=DecisionLevel.DEPUTY, relationship=Relationship.KNOWN),
            Contact("丙", relationship=Relationship.STRONG),
        ),
    )
    assert levels_unknown(customer) == (
        DecisionLevel.GENERAL_MANAGER,
        DecisionLevel.DEPARTMENT_HEAD,
        DecisionLevel.STAFF,
    )
    told = [p.parameters["level"] for p in review(customer, POLICY, TODAY) if p.parameters]
    assert told == ["general_manager department_head staff"]
    assert _codes(customer)[0] == "customer.no_signer"


@pytest.mark.parametrize(
    ("ends", "told"),
    [
        (date(2026, 11, 21), ["customer.rival_ended"]),
        (date(2026, 11, 22), ["customer.rival_ends"]),
        (date(2027, 2, 20), ["customer.rival_ends"]),
        (date(2027, 2, 21), []),
        (None, []),
    ],
)
def test_the_end_of_a_competitors_contract_is_told_in_time(
    ends: date | None, told: list[str]
) -> None:
    """From ninety days before: 22 November and 90 days are 20 February."""
    customer = msgspec.structs.replace(
        NOBODY, competitors=(Competitor("另一家", "专线", ends=ends),)
    )
    assert [code for code in _codes(customer) if "rival" in code] == told


def test_what_names_nothing_is_told() -> None:
    """A site of a service, a site of a site, an account of a site."""
    customer = msgspec.structs.replace(
        NOBODY,
        accounts=(Account("1", "x"),),
        sites=(Site("S1", "总部", account="1"), Site("S2", "仓库", parent="S9", account="2")),
        installed=(InstalledService("PSTN", 1, "S1"), InstalledService("PSTN", 1, "S8")),
        arrears=100,
    )
    found = [code for code in _codes(customer) if "no_such" in code or "arrears" in code]
    assert found == [
        "customer.in_arrears",
        "customer.no_such_site",
        "customer.no_such_site",
        "customer.no_such_account",
    ]


def test_a_class_is_what_is_paid_in_a_typical_month() -> None:
    """From the threshold on; who pays nothing has none. An area with classes has no others."""
    monthly = (0, 1, 299_999, 300_000, 999_999, 1_000_000)
    assert [POLICY.class_of(one) for one in monthly] == ["", "C", "C", "B", "B", "A"]
    assert POLICY.class_of(200_000, "县城") == "A"
    assert POLICY.class_of(199_999, "县城") == ""


def test_the_points_of_all_parts_are_a_hundred() -> None:
    """So that the meter says percent."""
    assert sum(part.weight for part in PARTS) == 100


def test_what_is_missing_comes_with_what_matters_most_first() -> None:
    """Nothing known: all parts; all known: none."""
    percent, missing = completeness(NOBODY, Bills())
    assert percent == 0
    assert missing[0].id == "credit_code"
    assert {part.id for part in missing} == {part.id for part in PARTS}
    person = Contact(
        "甲",
        roles=(ContactRole.SIGNER, ContactRole.DECIDER),
        phone="139",
        level=DecisionLevel.STAFF,
        relationship=Relationship.GOOD,
    )
    known = msgspec.structs.replace(
        NOBODY,
        credit_code="x",
        address="x",
        representative="x",
        industry="x",
        accounts=(Account("1", "x"),),
        contacts=(person,),
        sites=(Site("S1", "x"),),
        installed=(InstalledService("PSTN"),),
    )
    percent, missing = completeness(known, some_bills())
    assert (percent, [part.id for part in missing]) == (92, ["chain"])
