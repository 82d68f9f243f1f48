"""The command line's part in signing: keys, the organisation, requests, decisions, verifying."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli_keys import passphrase, read_file
from app.cli_life import DECISIONS
from app.errors import FileError, SignatureRefused

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from app.services.workspace import Workspace
    from app.translation import Words


def add_sign(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands; each is run with what was given, the workspace and the words."""
    keys = commands.add_parser("keys", help="make a key file; tells the public key")
    keys.add_argument("owner", help="staff number, or root for the organisation's own key")
    keys.add_argument("file", type=Path, help="key file to write")
    keys.set_defaults(run=_keys)
    sign = commands.add_parser("sign-org", help="sign an organisation file with the root key")
    sign.add_argument("source", type=Path, help="organisation in TOML, see docs")
    sign.add_argument("file", type=Path, help="organisation file to write")
    sign.add_argument("--key", type=Path, required=True, help="root key file")
    sign.set_defaults(run=_sign_org)
    install = commands.add_parser("install-org", help="take an organisation file")
    install.add_argument("file", type=Path)
    install.add_argument("--root", default="", help="public root key; needed the first time")
    install.set_defaults(run=_install)
    request = commands.add_parser("request", help="write the signed request of a submitted quote")
    request.add_argument("quote", help="number or identifier of the quote")
    request.add_argument("file", type=Path, help="request file to write")
    request.set_defaults(run=_request)
    _add_decide(commands)
    bring = commands.add_parser("import-decision", help="take a signed decision file")
    bring.add_argument("file", type=Path)
    bring.set_defaults(run=_import)
    advance = commands.add_parser("envelope", help="sign what a manager may grant in advance")
    advance.add_argument("source", type=Path, help="the corridor in TOML, see docs")
    advance.add_argument("file", type=Path, help="envelope file to write")
    advance.add_argument("--key", type=Path, required=True, help="the approver's key file")
    advance.set_defaults(run=_envelope)
    use = commands.add_parser("use-envelope", help="let an envelope answer a submitted quote")
    use.add_argument("quote", help="number or identifier of the quote")
    use.add_argument("file", type=Path, help="envelope file")
    use.set_defaults(run=_use)
    verify = commands.add_parser("verify", help="say whether a file is genuine and current")
    verify.add_argument("file", type=Path, help="a file, or the letters at the foot of a paper")
    verify.add_argument("--org", type=Path, help="organisation file (default: the installed one)")
    verify.add_argument("--root", default="", help="its public root key (default: the pinned one)")
    verify.add_argument(
        "--code", action="store_true", help="the file holds the text read from a QR code"
    )
    verify.set_defaults(run=_verify)


def _add_decide(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    decide = commands.add_parser("decide-request", help="answer a request file with a signature")
    decide.add_argument("request", type=Path)
    decide.add_argument("answer", choices=tuple(DECISIONS))
    decide.add_argument("file", type=Path, help="decision file to write")
    decide.add_argument("--key", type=Path, required=True, help="the approver's key file")
    decide.add_argument("--reason", default="", help="needed to return or reject")
    decide.add_argument("--condition", action="append", default=[], help="may be repeated")
    decide.add_argument("--until", type=date.fromisoformat, help="last day, as 2026-12-31")
    decide.add_argument(
        "--tolerate",
        action="append",
        default=[],
        help="how much worse a criterion may get, as margin=2; may be repeated",
    )
    decide.add_argument(
        "--despite-differences",
        action="store_true",
        help="sign although this program works out something else",
    )
    decide.set_defaults(run=_decide)


def _keys(given: argparse.Namespace, _workspace: Workspace, _words: Words) -> int:
    from app.approval.signing.keys import new_key

    if given.file.exists():
        raise FileError(file=given.file.name, reason="not_written")
    key = new_key(given.owner)
    _write(given.file, key.lock(passphrase()))
    print(key.public)
    return 0


def _sign_org(given: argparse.Namespace, workspace: Workspace, _words: Words) -> int:
    from app.approval.signing.keys import unlock
    from app.services.organisation_file import signed_organisation

    root = unlock(read_file(given.key), passphrase())
    data = signed_organisation(workspace, read_file(given.source), root, _now())
    _write(given.file, data)
    print(root.public)
    return 0


def _install(given: argparse.Namespace, workspace: Workspace, words: Words) -> int:
    log = workspace.life.log()
    found = workspace.signing.install(read_file(given.file), given.root, log)
    print(words("verify.organisation", name=found.name, no=found.policy_no))
    return 0


def _request(given: argparse.Namespace, workspace: Workspace, _words: Words) -> int:
    from app.services.signed_exchange import request_file
    from app.services.working_out import find_quote

    _write(given.file, request_file(workspace, find_quote(workspace, given.quote)))
    print(given.file)
    return 0


def _decide(given: argparse.Namespace, workspace: Workspace, words: Words) -> int:
    from app.approval.deciding import Ruling
    from app.approval.signing.keys import unlock
    from app.cli_request import told_request
    from app.services.received_requests import answer_asked, case_of_asked, read_asked
    from app.services.verifying import verify_file

    now = _now()
    organisation = workspace.signing.organisation(workspace.life.log())
    asked = read_asked(workspace, read_file(given.request))
    case, review = case_of_asked(workspace, asked, now)
    for line in told_request(case, review, words):
        print(line)
    if (review.findings or review.rows) and not given.despite_differences:
        print(words("asked.refused"))
        return 1
    ruling = Ruling(
        DECISIONS[given.answer],
        reason=given.reason,
        conditions=tuple(given.condition),
        tolerances=_tolerances(given.tolerate),
        until=given.until,
    )
    key = unlock(read_file(given.key), passphrase())
    data = answer_asked(workspace, asked, ruling, key, now)
    _write(given.file, data)
    for line in verify_file(data, organisation, "", now.date()).told(words):
        print(line)
    return 0


def _tolerances(typed: Sequence[str]) -> dict[str, Decimal]:
    """Tolerances as typed.

    Raises:
        SignatureRefused: One is not written as ``criterion=2``.
    """
    found = {}
    for one in typed:
        criterion, _, value = one.partition("=")
        try:
            found[criterion.strip()] = Decimal(value)
        except InvalidOperation as fault:
            raise SignatureRefused(reason="sign_unreadable") from fault
    return found


def _import(given: argparse.Namespace, workspace: Workspace, words: Words) -> int:
    from app.services.signed_exchange import import_decision

    data = read_file(given.file)
    now = _now()
    life = import_decision(workspace, data, now)
    print(words(f"reason.state_{life.on(now.date())}"))
    return 0


def _envelope(given: argparse.Namespace, workspace: Workspace, words: Words) -> int:
    from app.approval.signing.keys import unlock
    from app.services.envelopes import sign_envelope, written_corridor
    from app.services.verifying import verify_file

    now = _now()
    organisation = workspace.signing.organisation(workspace.life.log())
    key = unlock(read_file(given.key), passphrase())
    data = sign_envelope(written_corridor(read_file(given.source)), organisation, key, now)
    _write(given.file, data)
    for line in verify_file(data, organisation, "", now.date()).told(words):
        print(line)
    return 0


def _use(given: argparse.Namespace, workspace: Workspace, words: Words) -> int:
    from app.services.envelopes import use_envelope
    from app.services.working_out import find_quote

    now = _now()
    quote = find_quote(workspace, given.quote)
    life = use_envelope(workspace, quote, read_file(given.file), now)
    print(words(f"reason.state_{life.on(now.date())}"))
    return 0


def _verify(given: argparse.Namespace, workspace: Workspace, _words: Words) -> int:
    from app.approval.signing.organisation import read_organisation
    from app.services.verifying_any import is_typed, verify_any, verify_given, verify_typed
    from app.services.verifying_papers import verify_code
    from app.translation import load_words

    today, typed = _now().date(), str(given.file)
    if given.org is not None:
        root = given.root or workspace.signing.root
        organisation = read_organisation(read_file(given.org), root).body
        data = read_file(given.file)
        if given.code:
            found = verify_code(data.decode("utf-8", "replace"), organisation, today)
        else:
            found = verify_any(data, workspace.life.log(), organisation, root, today)
    elif given.code:
        found = verify_typed(workspace, read_file(given.file).decode("utf-8", "replace"), today)
    elif is_typed(typed) and not given.file.exists():
        found = verify_typed(workspace, typed, today)
    else:
        found = verify_given(workspace, given.file, today)
    for language in ("zh", "en"):
        for line in found.told(load_words(language)):
            print(line)
    return 0 if found.genuine and found.current else 1


def _write(file: Path, data: bytes) -> None:
    from app.storage.files import write_atomically

    write_atomically(file, data)


def _now() -> datetime:
    """The moment on the user's clock."""
    return datetime.now().astimezone()
