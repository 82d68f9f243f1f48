"""Marks of lines in exported customers: to be cancelled with the reason, at risk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.quoting.customer import Leaving
from app.services.customer_exchange import read_customers
from app.services.export_customers import customer_tables, export_found
from app.services.line_marks import risks_of
from app.translation import load_words
from tests.app.services.test_customer_exchange import DAY
from tests.app.storage.stored_values import later

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.workspace import Workspace

FELL = "65550101"


def test_lines_to_be_cancelled_and_at_risk_are_marked(sample: Workspace, tmp_path: Path) -> None:
    """The first line fell, so the other four are at risk; one of them is to be cancelled."""
    customer, bills = sample.customers.load("C0002")
    gone = Leaving("65550102", "PSTN", 1, "店铺转让")
    customer = msgspec.structs.replace(customer, leaving=(gone,))
    sample.customers.save(customer, bills, now=later(1))
    risks = risks_of(sample, (customer,))
    assert FELL not in risks["C0002"]
    tables = {one.title: one for one in customer_tables((customer,), load_words("zh"), risks)}
    accounts = tables["账户"]
    assert accounts.columns[-1] == "标记"
    marks = {row[1]: row[-1] for row in accounts.rows}
    assert marks[FELL] == ""
    assert marks["65550102"] == "拟取消：店铺转让"
    assert marks["65550103"] == "可能流失"
    services = {row[1]: row[-1] for row in tables["现有业务"].rows}
    assert services["PSTN"] == "拟取消：店铺转让"
    file = tmp_path / "customers.xlsx"
    export_found(sample, "", file, day=DAY, words=load_words("zh"))
    plan = read_customers((file,), sample)
    assert plan.problems == ()
    assert plan.customers == ()
