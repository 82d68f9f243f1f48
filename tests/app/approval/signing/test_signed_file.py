"""A signed file says of which kind it is, and its signature covers every figure of it."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import msgspec
import pytest

from app.approval.signing.canonical import canonical
from app.approval.signing.signed_file import ALGORITHM, Kind, Opened, kind_of, opened, seal
from app.errors import SignatureRefused
from tests.app.approval.signing.parties import key_of

KEY = key_of("301")


class Body(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something to sign."""

    name: str
    limits: dict[str, Decimal] = {}
    steps: tuple[Decimal, ...] = ()


def signed(body: object, **outer: Any) -> bytes:  # noqa: ANN401 (of the file)
    """A file with anything in it, under a good signature."""
    kind = Kind.DECISION
    known: dict[str, Any] = {
        "algorithm": ALGORITHM,
        "body": body,
        "key": KEY.public,
        "kind": kind,
        "signature": KEY.sign(kind, canonical(body)),
    }
    return canonical(known | outer)


def reason(data: bytes, kind: Kind = Kind.DECISION, key: str = "") -> str:
    """Why a file is refused; empty when it is not."""
    try:
        opened(data, kind, Body, key)
    except SignatureRefused as refused:
        return refused.parameters["reason"]
    return ""


def test_a_file_comes_back_with_who_signed_it() -> None:
    """The content, the key and the signature, which is that of the content."""
    body = Body("x", {"margin": Decimal("1.50")}, (Decimal(1), Decimal("2.5")))
    data = seal(Kind.DECISION, body, KEY)
    signature = KEY.sign(Kind.DECISION, canonical(msgspec.to_builtins(body)))
    assert opened(data, Kind.DECISION, Body) == Opened(body, KEY.public, signature)
    assert opened(data, Kind.DECISION, Body, KEY.public).body == body
    assert kind_of(data) is Kind.DECISION
    file = json.loads(data)
    assert (file["algorithm"], file["kind"]) == ("Ed25519/SHA-256", "decision/1")


FULL = {"name": "x", "limits": {}, "steps": []}


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (signed(FULL), ""),
        (signed(FULL, algorithm="RSA"), "sign_wrong_kind"),
        (signed(FULL, kind="request/1"), "sign_wrong_kind"),
        (signed(FULL, kind="other/1"), "sign_unreadable"),
        (signed(FULL, more=1), "sign_unreadable"),
        (signed(FULL, signature="00"), "sign_bad"),
        (signed(FULL, key=key_of("401").public), "sign_bad"),
        (signed(FULL | {"name": 1}), "sign_unreadable"),
        (signed(FULL | {"more": 1}), "sign_unreadable"),
        (signed({"name": "x"}), "sign_not_canonical"),
        (signed(FULL | {"limits": {"margin": "+1"}}), "sign_not_canonical"),
        (signed(FULL | {"limits": {"margin": "NaN"}}), "sign_not_canonical"),
        (signed(FULL | {"steps": ["1", "Infinity"]}), "sign_not_canonical"),
        (signed(FULL | {"steps": ["1", "2"]}), ""),
    ],
)
def test_a_file_is_refused_for_a_reason(data: bytes, why: str) -> None:
    """Another algorithm or kind, another key, another text, a figure that is none."""
    assert reason(data) == why


def test_another_key_than_expected_is_refused() -> None:
    """Though its signature is good."""
    assert reason(signed(FULL), key=key_of("401").public) == "sign_other_key"
    assert reason(signed(FULL), key=KEY.public) == ""
