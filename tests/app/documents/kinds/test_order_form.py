"""Promises of order forms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from app.documents.kinds.order_form import ORDER_FORM
from app.documents.readback import pdf_pages
from app.quoting.customer import Site
from app.quoting.paper import for_customer
from pricing.item import ItemAction
from tests.app.documents.case_one import CASE_ONE, PLAN
from tests.app.documents.papers import FIGURES, changed, chinese, made, read_passages
from tests.sample import revision_of

if TYPE_CHECKING:
    from catalog.local_text import Language


def _orders(**facts: object) -> Any:  # noqa: ANN401 (a tree of texts)
    return ORDER_FORM.fields(changed(**facts), chinese(), FIGURES)["orders"]


def test_every_firm_item_has_an_order_of_its_own() -> None:
    """Numbered on; what is optional is not ordered yet."""
    second = msgspec.structs.replace(PLAN, id="i2")
    option = msgspec.structs.replace(PLAN, id="i3", optional=True)
    orders = _orders(items=(PLAN, second, option))
    assert [order["number"] for order in orders] == [
        "QW-20261123-0001-A/01",
        "QW-20261123-0001-A/02",
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("case", "orders"), [(2, 4), (5, 6)])
def test_order_takes_a_page(case: int, orders: int, language: Language) -> None:
    """Five sites or twelve: each order begins and ends on its page."""
    paper = made("order_form", for_customer(revision_of(case), draft=False), language=language)
    assert paper.pages == orders
    sign = "经办人签字" if language == "zh" else "Signatureofthehandler"
    assert all(sign in page for page in pdf_pages(paper.pdf))


def test_place_of_an_item_is_its_site_else_all_sites_else_the_address() -> None:
    """Nobody is sent to the wrong shop."""
    sites = (Site("s1", "一店", "东街1号"), Site("s2", "二店"))
    at_second = msgspec.structs.replace(PLAN, site="s2")
    (order,) = _orders(items=(at_second,), sites=sites)
    assert order["places"] == [{"name": "二店", "address": CASE_ONE.customer_address}]
    (order,) = _orders(sites=sites)
    assert [place["name"] for place in order["places"]] == ["一店", "二店"]
    (order,) = _orders(sites=())
    assert order["places"] == [
        {"name": CASE_ONE.customer_name, "address": CASE_ONE.customer_address}
    ]


def test_many_places_stand_two_in_a_row() -> None:
    """Five sites take three rows; the last has one."""
    (order,) = _orders(sites=tuple(Site(str(at), f"店{at}", f"{at}号") for at in range(1, 6)))
    assert order["places"] == []
    assert [(row["left"], row["right"]) for row in order["pairs"]] == [
        ("店1", "店2"),
        ("店3", "店4"),
        ("店5", ""),
    ]


@pytest.mark.parametrize(
    ("action", "ticked"),
    [
        (ItemAction.ADD, "☑新装☐变更☐拆除"),
        (ItemAction.MODIFY, "☐新装☑变更☐拆除"),
        (ItemAction.DELETE, "☐新装☐变更☑拆除"),
    ],
)
def test_type_of_order_is_ticked(action: ItemAction, ticked: str) -> None:
    """What the item does to what the customer has."""
    paper = made("order_form", changed(items=(msgspec.structs.replace(PLAN, action=action),)))
    assert any(ticked in text for text in read_passages(paper.docx))


def test_charges_are_printed_with_their_vat_and_sum() -> None:
    """The shares of the plan, as in the contract's annex."""
    read = read_passages(made("order_form", CASE_ONE).docx)
    assert "固定电话月租|4线|每月|25.00|92.01|84.41|9%|7.60" in read
    assert "一次性0.00元每月668.00元" in read


def test_facts_to_fill_in_by_hand_are_reported() -> None:
    """Case one has no credit code."""
    assert [p.where.column for p in ORDER_FORM.findings(CASE_ONE)] == ["customer.credit_code"]


def test_without_firm_items_nothing_is_ordered() -> None:
    """Options alone are no order."""
    option = msgspec.structs.replace(PLAN, optional=True)
    assert ORDER_FORM.applies(CASE_ONE)
    assert not ORDER_FORM.applies(changed(items=(option,)))
