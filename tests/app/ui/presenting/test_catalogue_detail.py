"""What the detail of the catalogue tells of offerings and bundles, checked against the sample."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from app.ui.presenting.catalogue_bundle import bundle_relations, bundle_texts, held_offerings
from app.ui.presenting.catalogue_detail import record_entries, relation_sections, touching_rules
from app.ui.presenting.characteristics import characteristic_entries
from catalog.period import ValidityPeriod
from catalog.price_list import PriceRecord
from catalog.product_catalog import ProductCatalog
from tests.app.ui.speaking import speaker
from tests.sample import sample_catalog, sample_rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.presenting.customers import Section
    from catalog.bundle import BundledOffering
    from catalog.offering import ProductOffering

CATALOG = sample_catalog()


def offering(code: str) -> ProductOffering:
    """An offering of the sample."""
    found = CATALOG.offering(code)
    assert found is not None
    return found


def bundle(code: str) -> BundledOffering:
    """A bundle of the sample."""
    found = CATALOG.bundle(code)
    assert found is not None
    return found


def titles(sections: Sequence[Section]) -> dict[str, list[str]]:
    """Titles of the entries of each section."""
    return {section.title: [entry.title for entry in section.entries] for section in sections}


def test_bundles_of_an_offering_are_told_with_how_it_is_in_them() -> None:
    """A mailbox is a choice in B16; the line is a component and more in seven bundles."""
    (mail,) = relation_sections(speaker(), CATALOG, offering("PAYMAIL"))[:1]
    found = {entry.detail.partition(" ")[0]: entry.marks for entry in mail.entries}
    assert found["B16"] == ("choice",)
    lines = relation_sections(speaker(), CATALOG, offering("PSTN"))[0]
    assert len(lines.entries) == 7
    assert all("component" in entry.marks for entry in lines.entries)


def test_its_own_relations_can_be_left_to_their_editor() -> None:
    """What others say of it is told in any case."""
    one = msgspec.structs.replace(offering("LD"), excludes=("IPLD",))
    whole = titles(relation_sections(speaker(), CATALOG, one))
    others = titles(relation_sections(speaker(), CATALOG, one, own=False))
    assert whole.keys() - others.keys() == {"前置商品", "互斥商品"}


def test_relations_of_a_bundle_are_its_offerings_and_the_bundles_around_it() -> None:
    """The offerings of B02, each once, in the order of its lists."""
    found = titles(bundle_relations(speaker(), CATALOG, bundle("B02")))
    assert [one.code for one in held_offerings(CATALOG, bundle("B02"))] == [
        "PSTN",
        "LD",
        "ADSL1",
        "ADSL2",
        "CVN",
    ]
    assert found == {
        "Offerings in it": [
            "固定电话",
            "国内国际长途直拨",
            "网络快车（ADSL） 1M",
            "网络快车（ADSL） 2M",
            "综合虚拟网（固话+天翼）",
        ]
    }


def test_rules_of_a_bundle_are_those_of_what_it_holds() -> None:
    """The ten-megabit line has its volume rule, and each rule is told once."""
    rules = sample_rules().pricing.rules
    mstp = [rule.id for rule in touching_rules(rules, offering("MSTP10"))]
    assert len(mstp) == 1
    twice = touching_rules(rules, offering("MSTP10"), offering("MSTP10"))
    assert [rule.id for rule in twice] == mstp
    assert touching_rules(rules, *held_offerings(CATALOG, bundle("B02"))) == ()


def test_texts_of_a_bundle_are_its_condition_notes_and_clauses() -> None:
    """A clause that has words is told in them."""
    found = titles(bundle_texts(speaker(), bundle("B02")))
    assert found["合同条款"] == ["拆除他网线路"]
    assert len(found["说明"]) == 4
    unknown = msgspec.structs.replace(bundle("B02"), clauses=("of_our_own",))
    assert titles(bundle_texts(speaker(), unknown))["合同条款"] == ["of_our_own"]


def test_conditional_prices_tell_their_conditions() -> None:
    """In the order segment, area, term, days; without any they are for everybody else."""
    days = ValidityPeriod(date(2026, 1, 1), None)
    records = (
        PriceRecord("R1", "PSTN.RENT", Decimal(22), days, ("EDU", "GOV"), ("城区",), 24),
        PriceRecord("R2", "PSTN.RENT", Decimal(25)),
    )
    catalog = ProductCatalog(msgspec.structs.replace(CATALOG.content, price_records=records))
    charge = catalog.charge("PSTN.RENT")
    assert charge is not None
    assert [tuple(entry[:2]) for entry in record_entries(speaker(), catalog, charge)] == [
        ("¥22.00", "EDU、GOV · 城区 · from 24 months · 2026-01-01 – "),
        ("¥25.00", "for everybody else"),
    ]


def test_characteristics_tell_what_their_values_may_be() -> None:
    """Addresses are free texts, the interface one of two, and both classes have names."""
    entries = characteristic_entries(speaker(), CATALOG.characteristics("MSTP10"))
    told = {entry.title: (entry.detail, entry.marks) for entry in entries}
    assert told["甲端地址"] == ("", ())
    assert told["接口"] == ("RJ45电口、LC光口 · usually RJ45电口", ("required",))
