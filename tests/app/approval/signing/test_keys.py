"""Keys: a passphrase opens its own box, and nothing that was changed."""

from __future__ import annotations

import json

import pytest

from app.approval.signing.canonical import canonical
from app.approval.signing.keys import LEAST_COST, is_signed, locked_key, new_key, unlock
from app.errors import SignatureRefused

CHEAP = LEAST_COST
PASSPHRASE = "五月的风 吹过长江大桥"  # noqa: S105 -- opens nothing but these


def reason(refused: pytest.ExceptionInfo[SignatureRefused]) -> str:
    """Why."""
    return refused.value.parameters["reason"]


def test_a_key_comes_back_from_its_file() -> None:
    """It signs, and only what it signed is signed."""
    key = new_key("M102")
    data = key.lock(PASSPHRASE, CHEAP)
    again = unlock(data, PASSPHRASE)
    assert (again.public, again.owner) == (key.public, "M102")
    signature = again.sign("x/1", b"text")
    assert is_signed("x/1", b"text", signature, key.public)
    assert not is_signed("y/1", b"text", signature, key.public)
    assert not is_signed("x/1", b"texts", signature, key.public)
    assert not is_signed("x/1", b"text", signature, new_key("M102").public)
    assert not is_signed("x/1", b"text", "not hexadecimal", key.public)


def test_a_key_shows_nothing_of_itself() -> None:
    """Neither in a log nor in its file."""
    key = new_key("M102")
    secret = key._private.private_bytes_raw().hex()
    assert secret not in repr(key)
    assert secret.encode() not in key.lock(PASSPHRASE, CHEAP)


def test_the_same_passphrase_typed_elsewhere_opens_it() -> None:
    """Full-width letters are the letters."""
    data = new_key("M102").lock("Ａbcdefghij", CHEAP)
    assert unlock(data, "Abcdefghij").owner == "M102"


def test_another_passphrase_opens_nothing() -> None:
    """Nor is a short one taken."""
    key = new_key("M102")
    with pytest.raises(SignatureRefused) as refused:
        unlock(key.lock(PASSPHRASE, CHEAP), PASSPHRASE + "!")
    assert reason(refused) == "sign_wrong_passphrase"
    with pytest.raises(SignatureRefused) as refused:
        key.lock("123456789")
    assert reason(refused) == "sign_passphrase_short"


@pytest.mark.parametrize("field", ["owner", "public", "salt", "nonce", "box"])
def test_a_changed_key_file_opens_nothing(field: str) -> None:
    """The public key and the owner are bound to the box."""
    file = json.loads(new_key("M102").lock(PASSPHRASE, CHEAP))
    first = "a" if file[field][0] != "a" else "b"
    file[field] = first + file[field][1:]
    with pytest.raises(SignatureRefused):
        unlock(canonical(file), PASSPHRASE)


@pytest.mark.parametrize("cost", [1 << 13, 1 << 21, (1 << 17) + 1, 0, -1])
def test_a_cost_out_of_bounds_is_not_even_tried(cost: int) -> None:
    """A cheap one can be guessed, a dear one stops the computer."""
    file = json.loads(new_key("M102").lock(PASSPHRASE, CHEAP))
    file["cost"] = cost
    with pytest.raises(SignatureRefused) as refused:
        locked_key(canonical(file))
    assert reason(refused) == "sign_key_cost"


@pytest.mark.parametrize("data", [b"", b"{}", b"\xff", b"[1.5]", b'{"a":1,"a":1}'])
def test_what_is_no_key_file_is_refused(data: bytes) -> None:
    """Whatever it is."""
    with pytest.raises(SignatureRefused):
        unlock(data, PASSPHRASE)
