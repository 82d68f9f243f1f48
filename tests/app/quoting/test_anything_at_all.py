"""Whatever a file may hold is worked out: no exception, no silent zero, every finding told."""

from __future__ import annotations

from typing import Any

import msgspec
from hypothesis import event, given, settings
from hypothesis import strategies as st

from app.quoting.customer import Customer
from app.quoting.freezing import work_out
from app.quoting.quote import Quote
from app.translation import load_words
from pricing.bills import Bills
from pricing.item import ItemCharge, QuoteItem
from tests.anything import anything, mixed
from tests.sample import CASES, SUPPLIER, sample_case, sample_catalog, sample_rules

WORDS = (
    *("B01L", "B02", "B05", "B10", "PSTN", "ADSL1", "IDCR", "LD"),
    *("PSTN.RENT", "PSTN.INST", "ADSL1.RENT", "LD.DOM", "SMB", "KEY", "hotel", "2026-08", "L1"),
)
TEXTS = load_words("en")


def _quotes() -> st.SearchStrategy[Any]:
    """Those of the worked cases with strange fields, items and charges; and altogether strange."""
    real = st.sampled_from([sample_case(number).quote for number in CASES])
    charges = [c for n in CASES for item in sample_case(n).quote.items for c in item.charges]
    some = mixed(st.sampled_from(charges), anything(ItemCharge, WORDS))
    items = [item for number in CASES for item in sample_case(number).quote.items]
    odd = mixed(st.sampled_from(items), anything(QuoteItem, WORDS)) | st.builds(
        lambda item, extra: msgspec.structs.replace(item, charges=(*item.charges, *extra)),
        st.sampled_from(items),
        st.lists(some, max_size=2),
    )
    strange = st.builds(
        lambda quote, more: msgspec.structs.replace(quote, items=tuple(more)),
        real,
        st.lists(odd, max_size=5, unique_by=lambda item: item.id),
    )
    return strange | mixed(strange, anything(Quote, WORDS)) | anything(Quote, WORDS)


quotes = _quotes()
customers = mixed(
    st.sampled_from([sample_case(number).customer for number in CASES]), anything(Customer, WORDS)
)
bills = st.just(sample_case(1).bills) | anything(Bills, WORDS)


@settings(max_examples=150, deadline=None)
@given(quotes, customers, bills)
def test_whatever_can_be_read_is_worked_out(quote: Quote, customer: Customer, past: Bills) -> None:
    """As it came out of a file, and once more with what was known before."""
    quote = msgspec.json.decode(msgspec.json.encode(quote), type=Quote)
    customer = msgspec.json.decode(msgspec.json.encode(customer), type=Customer)
    worked = work_out(quote, customer, past, sample_catalog(), sample_rules(), SUPPLIER, label="A")
    priced = worked.revision.priced
    event("priced" if any(item.charges for item in priced.items) else "nothing has a price")
    again = work_out(
        quote, customer, past, sample_catalog(), sample_rules(), SUPPLIER, label="A", known=worked
    )
    assert again.revision.priced == priced
    for item in priced.items:
        for charge in item.charges:
            if charge.net_amount == 0 and charge.list_price >= 1 and charge.quantity:
                assert len(charge.steps) > 1, "a charge became free without a step"
    for problem in priced.problems:
        text, cure = TEXTS.told(problem.code, problem.parameters)
        assert text and cure, problem.code  # noqa: PT018 (a finding is told with both)
        known = {item.id for item in quote.items}
        assert problem.where.subject in known or problem.where.column
