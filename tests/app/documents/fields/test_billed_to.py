"""The order form says which account pays, where one is named."""

from __future__ import annotations

import json

import msgspec

from app.documents.fields.orders import orders_fields
from app.figures import Figures
from app.quoting.fingerprint import fingerprint
from app.quoting.item_block import set_bill_to
from app.quoting.paper import for_customer
from app.translation import load_words
from tests.sample import revision_of


def _printed(account: str) -> str:
    revision = revision_of(1)
    quote = set_bill_to(revision.quote, [item.id for item in revision.quote.items], account)
    paper = for_customer(msgspec.structs.replace(revision, quote=quote), draft=True)
    fields = orders_fields(paper, load_words("zh"), Figures("zh"))
    return json.dumps(fields, ensure_ascii=False)


def test_the_order_form_names_the_paying_account() -> None:
    """Beside the address; nothing is said where none is named."""
    assert "（付费账户 0512-777）" in _printed("0512-777")
    assert "付费账户" not in _printed("")


def test_the_paying_account_is_part_of_what_is_agreed() -> None:
    """And taken away again it leaves the fingerprint as it was."""
    revision = revision_of(1)
    quote = revision.quote
    changed = set_bill_to(quote, (quote.items[0].id,), "0512-1")
    again = set_bill_to(changed, (quote.items[0].id,), "")
    assert again == quote
    known = fingerprint(quote, revision.customer, revision.priced)
    assert fingerprint(changed, revision.customer, revision.priced) != known
