"""What a passphrase is worth, in tenths of a bit that were added up by hand."""

from __future__ import annotations

import pytest

from app.approval.signing.passphrase import Strength, _worth, strength

TWELVE = "acegikmoqsuw"
"""Letters of which none follows the one before: 25 each."""


@pytest.mark.parametrize(
    ("sign", "worth"),
    [("a", 25), ("Z", 25), ("7", 33), ("!", 40), ("\x7f", 40), ("\x80", 70), ("江", 70)],
)
def test_each_sign_is_worth_by_its_kind(sign: str, worth: int) -> None:
    """Letters of words least, Chinese characters most."""
    assert _worth(sign) == worth


@pytest.mark.parametrize(
    ("passphrase", "found"),
    [
        ("acegikmoq", Strength.SHORT),
        ("acegikmoqs", Strength.WEAK),
        ("长江大桥五月风吹过", Strength.SHORT),
        # Nine characters and a space: 630 + 40.
        ("长江大桥五 月风吹过", Strength.GOOD),
        # 15 letters are 375, 16 are 400, 23 are 575, 24 are 600.
        (TWELVE + "ybd", Strength.WEAK),
        (TWELVE + "ybdf", Strength.FAIR),
        (TWELVE + "ybdfhjlnprt", Strength.FAIR),
        (TWELVE + "ybdfhjlnprtv", Strength.GOOD),
        # Twelve letters and three digits: 300 + 99.
        (TWELVE + "159", Strength.WEAK),
        # The last letter stands beside the first one of the alphabet, not beside it here.
        (TWELVE + "ydfb", Strength.FAIR),
    ],
)
def test_what_does_not_repeat_is_added_up(passphrase: str, found: Strength) -> None:
    """At each bound and one below it."""
    assert strength(passphrase) is found


@pytest.mark.parametrize(
    "passphrase",
    [
        # The first 25, each of the others 10: 385.
        "a" * 37,
        # The first 25, fifteen that go on in order: 175; upwards or downwards.
        "abcdefghijklmnop",
        "ponmlkjihgfedcba",
        # a, ax, xa are new, 75; the other thirteen repeat a pair: 205.
        "ax" * 8,
    ],
)
def test_what_repeats_or_goes_on_in_order_is_worth_little(passphrase: str) -> None:
    """One bit a sign."""
    assert strength(passphrase) is Strength.WEAK
