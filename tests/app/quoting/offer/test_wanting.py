"""What a search is asked in the window: needs at hand, estimated usage, and what is replaced."""

from __future__ import annotations

import msgspec

from app.quoting.customer import InstalledService, Site
from app.quoting.offer.asking import Circumstances
from app.quoting.offer.wanting import (
    Asked,
    expected_usage,
    need_of,
    needs_at_hand,
    usage_charge,
    wish_for,
)
from pricing.bills import Bills
from tests.sample import sample_case, sample_catalog, sample_rules, work_out_case


def around(number: int, *, empty: bool = False, billed: bool = True) -> Circumstances:
    """A worked case, with nothing quoted or without bills."""
    quote, customer, bills = sample_case(number)
    if empty:
        quote = msgspec.structs.replace(quote, items=())
    if not billed:
        bills = Bills()
    analysis = work_out_case(number).revision.analysis if billed else None
    pricing = sample_rules().pricing
    return Circumstances(quote, customer, bills, analysis, sample_catalog(), pricing)


def test_needs_are_those_of_the_quote_and_of_an_empty_one_what_is_installed() -> None:
    """C1-L holds four lines with caller display; the kindergarten has four lines and 2M."""
    quoted = {need.id: need.quantity for need in needs_at_hand(around(1))}
    assert quoted == {"PSTN.RENT": 4, "PSTN.CLIP": 4, "ADSL2.RENT": 1}
    installed = {need.id: need.quantity for need in needs_at_hand(around(1, empty=True))}
    assert installed == {"PSTN.RENT": 4, "ADSL2.RENT": 1}


def test_a_need_is_the_usual_charge_or_the_one_named() -> None:
    """A bundle is no need, and what has no monthly charge neither."""
    catalog = sample_catalog()
    for code, found in (("PSTN", "PSTN.RENT"), ("PSTN.CLIP", "PSTN.CLIP")):
        need = need_of(catalog, code, 3)
        assert need is not None
        assert (need.id, need.quantity) == (found, 3)
    assert need_of(catalog, "B02", 1) is None
    assert need_of(catalog, "LD", 1) is None
    assert usage_charge(catalog, "LD") == "LD.DOM"
    assert usage_charge(catalog, "B02") == ""


def test_usage_is_estimated_only_where_no_bill_tells_it() -> None:
    """Calls of what is installed are asked for, at first as unknown."""
    assert expected_usage(around(1)) == {}
    unknown = around(1, empty=True, billed=False)
    unknown = unknown._replace(
        customer=msgspec.structs.replace(unknown.customer, installed=(InstalledService("PSTN", 4),))
    )
    assert expected_usage(unknown) == {"PSTN.LOCAL": 0}
    wish = wish_for(unknown, Asked(needs_at_hand(unknown), usage={"PSTN.LOCAL": 300}))
    assert wish.usage == {"PSTN.LOCAL": (300,)}


def test_what_is_bought_or_rented_is_answered_by_both_unless_one_is_named() -> None:
    """A modem is either; its lease, or its sale, is what it says."""
    catalog = sample_catalog()
    answers = {}
    for code in ("MODEM", "MODEM.LEASE", "MODEM.EQP"):
        need = need_of(catalog, code, 4)
        assert need is not None
        answers[need.id] = need.answers
    assert answers == {
        "MODEM": ("MODEM.LEASE", "MODEM.EQP"),
        "MODEM.LEASE": ("MODEM.LEASE",),
        "MODEM.EQP": ("MODEM.EQP",),
    }
    either = need_of(catalog, "MODEM", 4)
    assert either is not None
    assert either.name.zh == "ADSL调制解调器 设备租用 / 设备（销售）"


def test_what_is_installed_at_sites_is_wanted_there() -> None:
    """Three lines at the gate, named by its name, and one of which nobody says where."""
    site = Site("S1", "大门")
    of = around(1, empty=True)
    installed = (InstalledService("PSTN", 3, "大门"), InstalledService("PSTN", 1))
    customer = msgspec.structs.replace(of.customer, sites=(site,), installed=installed)
    needs = needs_at_hand(of._replace(customer=customer))
    assert [(need.id, need.site, need.quantity) for need in needs] == [
        ("PSTN.RENT @S1", "S1", 3),
        ("PSTN.RENT", "", 1),
    ]
