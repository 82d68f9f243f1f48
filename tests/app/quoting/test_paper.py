"""What a customer may see: every figure he needs, and nothing that is ours alone."""

from __future__ import annotations

from decimal import Decimal

import msgspec
import pytest

from app.quoting.customer import Competitor, Contact, ContactRole, CustomerNote
from app.quoting.item_edits import set_discount, set_optional
from app.quoting.paper import for_customer
from app.quoting.revision import CustomerRevision, PaperBill, PaperContact
from app.quoting.secrets import secrets_of
from pricing.alterations.percentage import Percentage
from tests.app.committed import committed_revision
from tests.app.without_tax import revision_without_tax
from tests.sample import CASES, revision_of, sample_case

INTERNAL = {"cost", "margin", "verdict", "own_limit", "notes", "personality", "policy", "steps"}
INTERNAL |= {
    "journal",
    "visits",
    "promises",
    "buying_factors",
    "sales",
    "strengths",
    "weaknesses",
    "venue",
    "relationship",
    "credit_grade",
    "competitors",
    "informed",
    "arrears",
}


def names_in(value: object) -> set[str]:
    """Every field name anywhere below a value as it would be written."""
    if isinstance(value, dict):
        return {str(key) for key in value} | {n for part in value.values() for n in names_in(part)}
    if isinstance(value, list | tuple):
        return {name for part in value for name in names_in(part)}
    return set()


@pytest.mark.parametrize("number", CASES)
def test_the_papers_carry_the_figures_of_the_revision(number: int) -> None:
    """Sum by sum and charge by charge."""
    revision = revision_of(number)
    paper = for_customer(revision, draft=True)
    totals = revision.priced.totals
    for name in ("one_time", "monthly", "yearly", "contract"):
        ours, theirs = getattr(totals, name), getattr(paper, name)
        assert (theirs.list_amount, theirs.net_amount, theirs.net_ex_tax, theirs.tax) == (
            ours.list_amount,
            ours.net_amount,
            ours.net_ex_tax,
            ours.tax,
        )
    assert paper.draft
    assert paper.expected_bill == totals.expected_bill
    assert paper.usage_monthly == totals.usage.net_amount
    assert paper.free_value == totals.free.net_amount
    assert paper.tax_rows == totals.tax_rows
    assert (paper.saving, paper.replay) == (revision.saving, revision.replay)
    for item, shown in zip(revision.priced.items, paper.items, strict=True):
        assert [c.net_amount for c in item.charges] == [c.net_amount for c in shown.charges]
        assert [c.tax for c in item.charges] == [c.tax for c in shown.charges]


@pytest.mark.parametrize("number", CASES)
def test_nothing_internal_has_a_place_on_paper(number: int) -> None:
    """Neither a field for it, nor any of the texts that must stay with us."""
    revision = revision_of(number)
    paper = for_customer(revision, draft=False)
    assert not names_in(msgspec.to_builtins(paper)) & INTERNAL
    texts = {part.strip() for part in repr(paper).split("'")}
    for secret in secrets_of(revision):
        if not secret[0].isdigit():
            assert secret not in texts
    amounts = {value for value in numbers_in(msgspec.to_builtins(paper)) if value > 100_00}
    assert revision.priced.totals.contract.cost not in amounts


def numbers_in(value: object) -> set[int]:
    """Every whole number anywhere below a value."""
    if isinstance(value, dict):
        return {n for part in value.values() for n in numbers_in(part)}
    if isinstance(value, list | tuple):
        return {n for part in value for n in numbers_in(part)}
    return {value} if isinstance(value, int) else set()


def test_people_are_named_without_remarks() -> None:
    """The decider and the signer; nobody when there is none."""
    paper = for_customer(revision_of(1), draft=False)
    assert paper.decider == PaperContact("王先生", "园长", "138****0001")
    assert paper.signer == PaperContact("刘主任", "办公室主任", "138****0002")
    revision = revision_of(1)
    alone = msgspec.structs.replace(revision.customer, contacts=())
    nobody = for_customer(msgspec.structs.replace(revision, customer=alone), draft=False)
    assert (nobody.decider, nobody.signer) == (None, None)


def test_what_is_free_optional_or_given_says_so() -> None:
    """A free installation, a discount in percent, an optional item, an allowance, usage."""
    quote = set_discount(sample_case(4).quote, "i3", "E1TRK.INST", Percentage(Decimal(100)))
    quote = set_optional(quote, "i5", optional=True)
    paper = for_customer(revision_of(4, quote), draft=False)
    charges = {charge.name.zh: charge for item in paper.items[1:] for charge in item.charges}
    installation = charges["数字中继（E1 30路） 一次性接入费"]
    assert (installation.free, installation.discount) == (True, Decimal(100))
    assert not charges["数字中继（E1 30路） 月租"].free
    assert [item.optional for item in paper.items] == [False] * 4 + [True, False, False]
    assert sum(charge.usage for charge in charges.values()) == 4
    bundle = for_customer(revision_of(1), draft=False).items[0]
    assert [charge.allowance for charge in bundle.charges] == [False, False, False, True, True]
    assert [(unit, str(price)) for _, unit, price in bundle.overage] == [
        ("分钟", "0.10"),
        ("分钟", "0.25"),
    ]


def test_roles_find_the_first_who_has_one() -> None:
    """A person may have several."""
    people = (
        Contact("甲", roles=(ContactRole.USER,)),
        Contact("乙", roles=(ContactRole.PAYER, ContactRole.SIGNER)),
        Contact("丙", roles=(ContactRole.SIGNER,)),
    )
    customer = msgspec.structs.replace(sample_case(1).customer, contacts=people)
    signer = customer.contact_with(ContactRole.SIGNER)
    assert signer is not None
    assert signer.name == "乙"
    assert customer.contact_with(ContactRole.DECIDER) is None


def test_secrets_are_costs_profit_and_remarks() -> None:
    """Written with and without thousands, each once; figures the customer sees are no secret."""
    revision = revision_of(1)
    secrets = secrets_of(revision)
    assert {"3140.16", "3,140.16", "261.68", "4,214.04"} <= set(secrets)
    assert len(secrets) == len(set(secrets))
    assert "" not in secrets
    for item in revision.priced.items:
        for charge in item.charges:
            assert f"{charge.net_amount // 100}.{charge.net_amount % 100:02d}" not in secrets
    noted = msgspec.structs.replace(
        revision, quote=msgspec.structs.replace(revision.quote, notes="底价\n\n 可再让 ")
    )
    assert {"底价", "可再让"} <= set(secrets_of(noted))
    people = msgspec.structs.replace(
        revision,
        customer=msgspec.structs.replace(
            revision.customer,
            contacts=(Contact("甲", personality="爱面子"), Contact("乙", personality="power")),
            competitors=(Competitor("某公司", "专线", source="门卫说的"),),
            journal=(CustomerNote("不吃辣\n左撇子"),),
        ),
    )
    found = set(secrets_of(people))
    assert {"爱面子", "门卫说的", "不吃辣", "左撇子"} <= found
    assert "power" not in found


def test_a_paper_is_a_value_of_its_own() -> None:
    """Nothing leads from it back to the revision."""
    fields = {field.name for field in msgspec.structs.fields(CustomerRevision)}
    assert not fields & {"priced", "quote", "customer", "verdict"}


def test_a_list_price_without_vat_is_carried_beside_the_one_with_it() -> None:
    """3,200.00 without, 3,488.00 with; None where the list price has VAT in it."""
    paper = for_customer(revision_without_tax(5, "MSTP10.RENT"), draft=True)
    prices = {
        charge.name.zh: (charge.list_price, charge.price_without_tax)
        for item in paper.items
        for charge in item.charges
    }
    assert prices["MSTP以太专线 10M 月租"] == (Decimal(3488), Decimal(3200))
    assert prices["MSTP以太专线 100M 月租"] == (Decimal(9800), None)


def test_the_committed_minimum_of_usage_is_told_apart() -> None:
    """20.00 a month; contract value and average month are those of the case without it."""
    plain = for_customer(revision_of(5), draft=True)
    paper = for_customer(committed_revision(), draft=True)
    assert paper.committed_month == PaperBill(20_00, 18_35, 1_65)
    assert plain.committed_month == PaperBill(0, 0, 0)
    assert paper.contract == plain.contract
    assert paper.average_month == plain.average_month
