"""From the manager to the approver and back as files, with two programs that share nothing."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from app.approval.deciding import Ruling
from app.approval.event import Person
from app.approval.signing.keys import LEAST_COST, SigningKey, new_key
from app.approval.state import Deed, QuoteState
from app.errors import SignatureRefused, StepRefused
from app.services.organisation_file import signed_organisation
from app.services.quote_life import decide, doing, hindrances, submit
from app.services.signed_exchange import (
    decide_request,
    import_decision,
    read_request,
    request_file,
)
from app.services.verifying import verify_file
from app.services.working_out import work_out_stored
from app.translation import load_words
from tests.app.services.conftest import NOON

if TYPE_CHECKING:
    from app.services.workspace import Workspace

SELLER = Person("M001", "李明轩", "L1")
HEAD = Person("M102", "陈志远", "L3")
PASSPHRASE = "correct horse battery"  # noqa: S105 -- opens nothing but these
KEYS = {owner: new_key(owner) for owner in ("root", "M001", "M102")}
YES = Ruling(Deed.APPROVED)
CAMPUS = "Q0003"


def written(number: int = 1) -> bytes:
    """The organisation as the administrator writes it."""
    people = "".join(
        f'[[members]]\nid = "{one.id}"\nname = "{one.name}"\nrole = "{one.role}"\n'
        f'key = "{KEYS[one.id].public}"\n'
        for one in (SELLER, HEAD)
    )
    head = f'name = "某某分公司"\npolicy_no = {number}\nvalid_until = 2027-06-30\nmax_days = 60\n'
    return (head + people).encode()


def installed(workspace: Workspace, number: int = 1) -> bytes:
    """The organisation file, installed as by a start of the program."""
    data = signed_organisation(workspace, written(number), KEYS["root"], NOON)
    workspace.signing.install(data, KEYS["root"].public, workspace.life.log())
    workspace.rules = workspace.signing.applied(workspace.rules)
    return data


def unlocked(workspace: Workspace, key: SigningKey) -> None:
    """The user has typed his passphrase."""
    workspace.signing.unlock(key.lock(PASSPHRASE, LEAST_COST), PASSPHRASE, NOON)


def codes(workspace: Workspace, days: int = 0) -> list[str]:
    """Why the gate is closed."""
    found = hindrances(workspace, work_out_stored(workspace, CAMPUS), NOON + timedelta(days=days))
    signature = "release.signature"
    return [one.parameters["reason"] if one.code == signature else one.code for one in found]


def submitted(workspace: Workspace) -> None:
    """The campus quote is handed in with the author's signature."""
    installed(workspace)
    unlocked(workspace, KEYS["M001"])
    submit(workspace, work_out_stored(workspace, CAMPUS), doing(SELLER, NOON))


def answered(workspace: Workspace, ruling: Ruling = YES) -> bytes:
    """The decision of the department manager, made from nothing but the request file."""
    organisation = workspace.signing.organisation()
    asked = read_request(request_file(workspace, CAMPUS), organisation)
    return decide_request(asked, organisation, ruling, KEYS["M102"], NOON)


def test_a_decision_comes_back_as_a_file_and_opens_the_gate(sample: Workspace) -> None:
    """Requested, answered elsewhere, imported; the same file a second time changes nothing."""
    submitted(sample)
    assert codes(sample) == ["release.pending"]
    data = answered(sample)
    assert import_decision(sample, data, NOON).state is QuoteState.APPROVED
    assert codes(sample) == []
    before = sample.life.history(CAMPUS).entries
    import_decision(sample, data, NOON)
    assert sample.life.history(CAMPUS).entries == before


def test_nothing_is_submitted_or_decided_with_a_locked_key(sample: Workspace) -> None:
    """Nor with somebody else's, nor with one that lay unlocked for more than ten minutes."""
    installed(sample)
    revision = work_out_stored(sample, CAMPUS)
    for key, minutes in ((None, 0), (KEYS["M102"], 0), (KEYS["M001"], 11)):
        if key is not None:
            unlocked(sample, key)
        with pytest.raises(StepRefused) as refused:
            submit(sample, revision, doing(SELLER, NOON + timedelta(minutes=minutes)))
        assert refused.value.problems[0].parameters["reason"] == "sign_key_locked"
    unlocked(sample, KEYS["M001"])
    submit(sample, revision, doing(SELLER, NOON))
    with pytest.raises(StepRefused):
        decide(sample, CAMPUS, YES, doing(HEAD, NOON))
    unlocked(sample, KEYS["M102"])
    decide(sample, CAMPUS, YES, doing(HEAD, NOON))
    assert codes(sample) == []


def test_a_changed_request_or_decision_is_refused(sample: Workspace) -> None:
    """Any byte of it, or a decision for a request that was never made here."""
    submitted(sample)
    organisation = sample.signing.organisation()
    request, decision = request_file(sample, CAMPUS), answered(sample)
    for data in (request.replace(b"Q0003", b"Q0004"), request[:-1], b"{}"):
        with pytest.raises(SignatureRefused):
            read_request(data, organisation)
    for data in (decision.replace(b'"until":"2026', b'"until":"2027'), decision + b"\n"):
        with pytest.raises(SignatureRefused):
            import_decision(sample, data, NOON)


def test_a_file_is_verified_in_both_languages(sample: Workspace) -> None:
    """Genuine and current; later no longer current; changed not genuine."""
    submitted(sample)
    organisation, root = sample.signing.organisation(), KEYS["root"].public
    data = answered(sample, Ruling(Deed.APPROVED_WITH_CONDITIONS, conditions=("预付三个月",)))
    found = verify_file(data, organisation, root, NOON.date())
    assert (found.genuine, found.current) == (True, True)
    told = [*found.told(load_words("zh"))]
    assert told[0] == "真实：签名成立。"
    assert "陈志远（L3）" in told[1]
    assert "条件：预付三个月" in told
    assert "Condition: 预付三个月" in found.told(load_words("en"))
    late = verify_file(data, organisation, root, NOON.date() + timedelta(days=61))
    assert (late.genuine, late.current) == (True, False)
    changed = data.replace("预付三个月".encode(), "预付一个月".encode())
    assert not verify_file(changed, organisation, root, NOON.date()).genuine
    asked = verify_file(request_file(sample, CAMPUS), organisation, root, NOON.date())
    assert (asked.genuine, "李明轩" in [*asked.told(load_words("en"))][1]) == (True, True)


def test_without_its_organisation_nothing_is_printed(sample: Workspace) -> None:
    """Deleting the file, or all of the folder, does not make signatures unnecessary."""
    submitted(sample)
    import_decision(sample, answered(sample), NOON)
    folder = sample.folder / "signing"
    (folder / "organisation.qorg").unlink()
    assert codes(sample) == ["sign_organisation_missing"]
    for file in folder.iterdir():
        file.unlink()
    assert codes(sample) == ["sign_organisation_missing"]
