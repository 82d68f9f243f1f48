"""A customer goes through the form unharmed, and faults are named."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from app.quoting.customer import ContactRole, Customer
from app.services.customer_file import CustomerFile
from app.storage.customer_record import StoredCustomer
from app.ui.presenting.customer_form import CustomerForm, FormFault, customer_of, form_of
from app.ui.presenting.customers import sections_of
from pricing.bills import Bills
from tests.app.ui.speaking import speaker
from tests.sample import CASES, sample_case, sample_catalog


@pytest.mark.parametrize("number", CASES)
def test_a_customer_survives_the_form(number: int) -> None:
    """Every field of every sample customer comes back, sites with what items name them by."""
    customer = sample_case(number).customer
    again = customer_of(speaker(), form_of(speaker(), customer), customer)
    assert again == customer


@pytest.mark.parametrize(
    ("field", "value", "word"),
    [
        ("name", " ", "name"),
        ("segment", "", "segment"),
        ("arrears", "1.005", "1.005"),
        ("contacts", (("王", "", "老板", "", "", ""),), "老板"),
        ("installed", (("PSTN", "vier", ""),), "vier"),
        ("competitors", (("X", "line", "1", "10", "soon"),), "soon"),
        ("facts", (("students", "many"),), "many"),
    ],
)
def test_a_fault_names_what_is_wrong(field: str, value: object, word: str) -> None:
    """Nothing is guessed."""
    known = form_of(speaker(), sample_case(1).customer)._asdict()
    typed: dict[str, Any] = {**known, field: value}
    form = CustomerForm(**typed)
    with pytest.raises(FormFault) as fault:
        customer_of(speaker(), form, sample_case(1).customer)
    assert word in str(fault.value)


def test_the_area_comes_back() -> None:
    """It decides prices, and what may be sold at all."""
    customer = Customer("C9", "某公司", "SMB", area="320100")
    assert customer_of(speaker(), form_of(speaker(), customer), customer) == customer


def test_roles_may_be_typed_in_both_languages() -> None:
    """The names on the screen and the words of the file format."""
    form = form_of(speaker(), Customer("C9", "某公司", "SMB"))
    form = form._replace(contacts=(("王", "", "决策、payer", "", "a@b.cn", ""),))
    (contact,) = customer_of(speaker(), form, Customer("C9", "", "")).contacts
    assert contact.roles == (ContactRole.DECIDER, ContactRole.PAYER)


def _file(customer: Customer) -> CustomerFile:
    return CustomerFile(StoredCustomer(customer, Bills(), 1, datetime(2026, 11, 22, tzinfo=UTC)))


def test_only_lists_with_content_are_shown() -> None:
    """Case one knows no competitors."""
    sections = sections_of(speaker(), _file(sample_case(1).customer), sample_catalog())
    titles = [section.title for section in sections]
    assert "Contacts" in titles
    assert "Competitors" not in titles
    installed = next(s for s in sections if s.title == "Installed services")
    assert installed.entries[0].title == "固定电话"
