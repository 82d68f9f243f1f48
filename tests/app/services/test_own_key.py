"""The user's own key in the data folder: made, opened, changed, taken over, never overwritten."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from app.approval.signing.keys import LEAST_COST, is_told, mark_of, new_key
from app.approval.signing.passphrase import Strength, strength
from app.errors import SignatureRefused
from app.services.own_key import change_passphrase, make_key, own_key, take_key, unlock_own
from tests.app.services.conftest import NOON

if TYPE_CHECKING:
    from app.services.workspace import Workspace

FIRST, SECOND = "correct horse battery", "staple of another kind"
HOUR = timedelta(hours=1)


def test_a_key_is_made_opened_and_changed(workspace: Workspace) -> None:
    """It opens with the passphrase in force only, for as long as was asked."""
    assert own_key(workspace, "M001", NOON).public == ""
    public = make_key(workspace, "M001", FIRST)
    known = own_key(workspace, "M001", NOON)
    assert (known.public, known.mark, known.unlocked) == (public, mark_of(public), False)
    with pytest.raises(SignatureRefused):
        make_key(workspace, "M001", FIRST)
    change_passphrase(workspace, "M001", FIRST, SECOND)
    with pytest.raises(SignatureRefused):
        unlock_own(workspace, "M001", FIRST, NOON, HOUR)
    unlock_own(workspace, "M001", SECOND, NOON, HOUR)
    assert own_key(workspace, "M001", NOON + HOUR).unlocked
    assert not own_key(workspace, "M001", NOON + 2 * HOUR).unlocked
    assert workspace.signing.key_of("M001", NOON + 2 * HOUR) is None


def test_a_backup_is_taken_over_and_no_key_is_overwritten(workspace: Workspace) -> None:
    """Of the same person only; another one does not take the place of the first."""
    mine, other = new_key("M001"), new_key("M001")
    data = mine.lock(FIRST, LEAST_COST)
    assert take_key(workspace, "M001", data) == mine.public
    assert take_key(workspace, "M001", data) == mine.public
    for owner, file in (("M001", other.lock(FIRST, LEAST_COST)), ("M002", data)):
        with pytest.raises(SignatureRefused):
            take_key(workspace, owner, file)
    assert own_key(workspace, "M001", NOON).public == mine.public


def test_a_key_is_told_by_its_digits_or_its_mark() -> None:
    """However they are grouped; another key's mark is not taken."""
    public = new_key("root").public
    mark = mark_of(public)
    assert len(mark.replace("-", "")) == 20
    assert all(is_told(public, told) for told in (public, mark, mark.lower(), f" {public} "))
    assert not any(is_told(public, told) for told in ("", mark[:-1], mark_of("0" * 64)))


@pytest.mark.parametrize(
    ("passphrase", "worth"),
    [
        ("short", Strength.SHORT),
        ("aaaaaaaaaaaaaaaaaaaa", Strength.WEAK),
        ("12345678901234", Strength.WEAK),
        ("abcabcabcabcabcabc", Strength.WEAK),
        (FIRST, Strength.FAIR),
        ("春眠不觉晓处处闻啼鸟", Strength.GOOD),
        ("kV7!tR2#qZ9&mX4%wB", Strength.FAIR),
        ("seven wet tigers paint my old bicycle", Strength.GOOD),
    ],
)
def test_what_repeats_is_worth_little(passphrase: str, worth: Strength) -> None:
    """A hint, by counting; long passphrases of several words are the best."""
    assert strength(passphrase) is worth
