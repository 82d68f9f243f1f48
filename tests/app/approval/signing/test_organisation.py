"""The organisation: one staff for every edition, and nothing that lets two people be one."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from app.approval.signing.organisation import (
    MOST_DAYS,
    Organisation,
    read_organisation,
    sign_organisation,
)
from app.approval.signing.signed_file import Kind, seal
from app.errors import SignatureRefused
from app.quoting.authority import Absence, Person, Staff
from tests.app.approval.signing.parties import ORGANISATION, key_of

ROOT = key_of("root")
AWAY = Absence("301", date(2026, 12, 1), date(2026, 12, 5), "201")
LEADER = ORGANISATION.members[2]
(MATRIX,) = ORGANISATION.authority


def test_every_edition_has_the_whole_staff() -> None:
    """With number, name, role and team, and who stands in for whom."""
    members = (replace(LEADER, team="一组"), ORGANISATION.members[3])
    later = replace(MATRIX, version="later", valid_from=date(2027, 1, 1))
    known = replace(ORGANISATION, members=members, absences=(AWAY,), authority=(MATRIX, later))
    staff = Staff((Person("201", "张敏", "L2", "一组"), Person("301", "赵军", "L3")), (AWAY,))
    assert known.editions() == (replace(MATRIX, staff=staff), replace(later, staff=staff))
    assert known.matrix_on(date(2026, 12, 31)).version == MATRIX.version
    assert known.matrix_on(date(2027, 1, 1)) == replace(later, staff=staff)


def test_a_member_is_found_by_his_number() -> None:
    """Or nobody."""
    assert ORGANISATION.member("201") == LEADER
    assert ORGANISATION.member("999") is None


def refused(**fields: Any) -> str:  # noqa: ANN401 (of an organisation)
    """Why an organisation can be neither signed nor read; empty when it can."""
    known: Organisation = replace(ORGANISATION, **fields)
    reasons = set()
    for deed in (
        lambda: sign_organisation(known, ROOT),
        lambda: read_organisation(seal(Kind.ORGANISATION, known, ROOT), ROOT.public),
    ):
        try:
            deed()
        except SignatureRefused as fault:
            reasons.add(fault.parameters["reason"])
        else:
            reasons.add("")
    (only,) = reasons
    return only


@pytest.mark.parametrize(
    ("fields", "sound"),
    [
        ({}, True),
        ({"policy_no": 1}, True),
        ({"policy_no": 0}, False),
        ({"max_days": 1}, True),
        ({"max_days": 0}, False),
        ({"max_days": MOST_DAYS}, True),
        ({"max_days": MOST_DAYS + 1}, False),
        ({"authority": ()}, False),
        ({"authority": (replace(MATRIX, staff=Staff((Person("1", "x", "L5"),))),)}, False),
        ({"authority": (MATRIX, replace(MATRIX, staff=Staff((), (AWAY,))))}, False),
        ({"revoked": (LEADER.key,)}, True),
        ({"revoked": ("stolen",)}, False),
        ({"members": (LEADER, replace(LEADER, key=""))}, False),
        ({"members": (LEADER, replace(LEADER, id="202"))}, False),
        ({"members": (LEADER, replace(LEADER, id="202", key=""))}, True),
        ({"members": (replace(LEADER, key=""), replace(LEADER, id="202", key=""))}, True),
        ({"members": (replace(LEADER, id=" "),)}, False),
        ({"members": (replace(LEADER, key="ab"),)}, False),
    ],
)
def test_what_contradicts_itself_is_neither_signed_nor_read(
    fields: dict[str, Any], sound: bool
) -> None:
    """Numbers and keys are one person's; days have an end; the staff stands in one place."""
    assert refused(**fields) == ("" if sound else "sign_organisation_faulty")


def test_an_edition_that_was_seen_is_not_older_than_itself() -> None:
    """The same number again is taken; a lower one is not."""
    data = sign_organisation(ORGANISATION, ROOT)
    number = ORGANISATION.policy_no
    assert read_organisation(data, ROOT.public, number).body == ORGANISATION
    with pytest.raises(SignatureRefused) as old:
        read_organisation(data, ROOT.public, number + 1)
    assert old.value.parameters["reason"] == "sign_policy_old"
