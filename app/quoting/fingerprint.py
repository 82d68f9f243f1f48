"""The fingerprint of a revision: SHA-256 over its canonical content.

What a customer signs and an approver approves is this content: parties, items, prices, terms,
conditions, and the versions of catalogue and rules. Notes, scenarios and the order of object keys
do not change it; any figure does.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import msgspec

from app.quoting.telling import Telling

if TYPE_CHECKING:
    from app.quoting.customer import Customer
    from app.quoting.quote import Quote
    from pricing.priced import PricedQuote

_DOMAIN = b"quotewright/revision/1\n"


def fingerprint(quote: Quote, customer: Customer, priced: PricedQuote) -> str:
    """Hexadecimal digest of what the parties agree on."""
    agreed = msgspec.to_builtins(msgspec.structs.replace(quote, notes=""))
    agreed.pop("scenarios")  # nobody agrees on what might have been conceded
    # The version stands below, as it was priced: it is the same whether the quote names it or not.
    agreed.pop("catalog_version")
    agreed.pop("policy_version")
    agreed.pop("need_facts")  # internal
    agreed.pop("buying_factors")  # likewise
    if not quote.codes:
        agreed.pop("codes")  # what was signed before quotes had codes keeps its fingerprint
    if not quote.clauses:
        agreed.pop("clauses")  # likewise
    if not quote.met:
        agreed.pop("met")  # likewise
    if quote.telling == Telling():
        agreed.pop("telling")  # likewise
    for item in agreed["items"]:
        if not item["bill_to"]:
            item.pop("bill_to")  # likewise
        if not item["commitment"]:
            item.pop("commitment")  # likewise
    content = {
        "quote": agreed,
        "customer": {
            "id": customer.id,
            "name": customer.name,
            "credit_code": customer.credit_code,
            "address": customer.address,
        },
        "items": msgspec.to_builtins(priced.items),
        "totals": msgspec.to_builtins(priced.totals),
        "catalog": priced.catalog_version,
        "policy": priced.policy_version,
    }
    return sha256(_DOMAIN + msgspec.json.encode(content, order="deterministic")).hexdigest()
