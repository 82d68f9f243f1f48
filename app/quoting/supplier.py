"""Supplier: the company that makes the offer, as papers name it."""

from __future__ import annotations

import msgspec


class Supplier(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The company that makes the offer (乙方), from the user's settings.

    ``contract_number`` is the pattern by which it numbers papers; empty for the usual one.
    """

    name: str
    address: str = ""
    phone: str = ""
    credit_code: str = ""
    representative: str = ""
    bank: str = ""
    bank_account: str = ""
    hotline: str = ""
    brand: str = ""
    contract_number: str = ""
