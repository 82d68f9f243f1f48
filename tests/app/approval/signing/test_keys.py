"""Keys: a passphrase opens its own box, and nothing that was changed."""

from __future__ import annotations

import json

import pytest

from app.approval.signing.canonical import canonical
from app.approval.signing.keys import (
    LEAST_COST,
    MOST_COST,
    _bound,
    _cipher,
    is_public_key,
    is_signed,
    is_told,
    locked_key,
    mark_of,
    new_key,
    unlock,
)
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


KEPT = (
    b'{"box":"278f07f57780d0ac6afc599b7bca4fee4a61ea850373fb4689a46fa3db2b6e27fad0b1d447a70496de6a'
    b'fc8e0a09abdf","cost":16384,"format":"quotewright-key/1","nonce":"8416f8e7e90b87710acde521",'
    b'"owner":"M102","public":"03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8",'
    b'"salt":"4b27752405a6061937d787160b87e2da"}'
)
"""A key file as it was written once; its private key is the bytes 0 to 31."""
SIGNATURE = (
    "bc1301accd762c78903e2cb314accd0ff391e1dd393ea18c037f3075a5e43eb7"
    "17ba1e23ea05bb125a47f1a67a00a95cc065173610305d3eb6036b85fe163007"
)


def test_a_key_file_of_today_opens_and_signs_for_ever() -> None:
    """The same passphrase, the same signature under the same text."""
    key = unlock(KEPT, PASSPHRASE)
    assert key._private.private_bytes_raw() == bytes(range(32))
    assert key.sign("x/1", b"text") == SIGNATURE
    assert repr(key) == "SigningKey(M102, 03a107bf)"


def test_each_box_has_salt_and_number_of_its_own() -> None:
    """Sixteen bytes and twelve, never the same twice."""
    key = new_key("M102")
    one, other = (json.loads(key.lock(PASSPHRASE, CHEAP)) for _ in "ab")
    assert (len(one["salt"]), len(one["nonce"]), one["cost"]) == (32, 24, CHEAP)
    assert one["salt"] != other["salt"]
    assert one["nonce"] != other["nonce"]


def test_any_passphrase_that_can_be_typed_is_taken() -> None:
    """Half a character that a keyboard driver left behind as well."""
    odd = "五月\ud800的风吹过长江大桥"
    assert unlock(new_key("M102").lock(odd, CHEAP), odd).owner == "M102"


def refused(**fields: object) -> str:
    """Why the kept file is refused once something in it is another."""
    with pytest.raises(SignatureRefused) as found:
        unlock(canonical(json.loads(KEPT) | fields), PASSPHRASE)
    return reason(found)


def test_a_key_file_is_refused_for_a_reason() -> None:
    """Another format, a field too many, what is no hexadecimal."""
    assert refused(format="quotewright-key/2") == "sign_wrong_kind"
    assert refused(colour="red") == "sign_unreadable"
    assert refused(cost="16384") == "sign_unreadable"
    assert refused(salt="x") == "sign_wrong_passphrase"
    assert refused(cost=CHEAP - 1) == "sign_key_cost"


def test_the_dearest_key_is_still_one() -> None:
    """Its cost is a bound, not beyond it."""
    assert locked_key(canonical(json.loads(KEPT) | {"cost": MOST_COST})).cost == MOST_COST


def test_a_box_that_holds_another_key_than_it_says_is_refused() -> None:
    """Whoever knows the passphrase can bind any name to the box; the key itself tells."""
    file = json.loads(KEPT)
    other = new_key("M102").public
    salt, nonce = bytes.fromhex(file["salt"]), bytes.fromhex(file["nonce"])
    box = _cipher(PASSPHRASE, salt, CHEAP).encrypt(nonce, bytes(range(32)), _bound(other, "M102"))
    assert refused(public=other, box=box.hex()) == "sign_wrong_passphrase"


@pytest.mark.parametrize(
    ("text", "public"),
    [
        ("ab" * 32, True),
        ("AB" * 32, False),
        ("ab" * 31, False),
        ("ab" * 33, False),
        ("ab " * 32, False),
        ("xy" * 32, False),
        ("", False),
    ],
)
def test_a_public_key_is_so_many_small_digits(text: str, public: bool) -> None:
    """So that one key has one way to be written."""
    assert is_public_key(text) is public


def test_a_key_is_told_by_its_mark_or_its_digits() -> None:
    """Read out with spaces and in small letters; the same for ever."""
    public = json.loads(KEPT)["public"]
    mark = mark_of(public)
    assert mark == "BUGBJ-XVILD-GEIZ2-5VOZR"
    for told in (mark, mark.lower(), mark.replace("-", " "), public, public.upper()):
        assert is_told(public, told)
    assert is_told(public, " ".join(public))
    for told in (mark[:-1], mark + "A", public[:-1], "", mark_of("ab" * 32), "ab" * 32):
        assert not is_told(public, told)
