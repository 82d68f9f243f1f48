"""Attacks on the database, the workbook and the papers; envelopes; with a workspace of its own."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from app.approval.log import seal
from app.approval.state import Deed, QuoteState
from app.approval.submitting import begun
from app.documents.pdf.seal import EDGE, module_width, modules
from app.documents.pdfium import opened
from app.documents.sealed_paper import read_sealed
from app.errors import SignatureRefused
from app.services.envelopes import sign_envelope, use_envelope, written_corridor
from app.services.issue_documents import PaperKind, issue_documents
from app.services.quote_life import doing, submit
from app.services.signed_exchange import import_decision
from app.services.verifying import verify_file
from app.services.verifying_papers import is_paper, verify_code, verify_paper, verify_sealed
from app.services.working_out import work_out_stored
from app.storage.life_store import append
from app.translation import load_words
from catalog.product_catalog import ProductCatalog
from tests.app.services.conftest import NOON
from tests.app.services.test_signed_exchange import (
    CAMPUS,
    HEAD,
    KEYS,
    SELLER,
    answered,
    codes,
    installed,
    submitted,
    unlocked,
)

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.workspace import Workspace

CORRIDOR = """manager = "M001"
customer = "{customer}"
credit_code = "{code}"
free_months = {free}
shortest = 12
longest = 60
until = 2026-12-31
conditions = [{conditions}]
[families]
{families}
[limits]
{limits}
"""


def corridor(workspace: Workspace, *, free: int = 12) -> bytes:
    """A corridor around the campus quote: each family and criterion with some room."""
    revision = work_out_stored(workspace, CAMPUS)
    catalog = workspace.catalog_of(revision.quote)
    names = {offering.family for offering in catalog.content.offerings} | {"bundles"}
    room = {
        one.id: "1" if one.exact is None else str(one.exact + (-5 if one.smallest else 5))
        for one in revision.verdict.criteria
    }
    said = [one.key or one.text for one in revision.quote.conditions]
    return CORRIDOR.format(
        customer=revision.customer.id,
        code=revision.customer.credit_code,
        free=free,
        conditions=", ".join(f'"{one}"' for one in said),
        families="\n".join(f'"{name}" = "60"' for name in sorted(names)),
        limits="\n".join(f'"{name}" = "{value}"' for name, value in room.items()),
    ).encode()


def test_attack_04_a_price_list_changed_in_the_database_is_noticed(sample: Workspace) -> None:
    """Its version is the same, its prices are not: dearer lists make small discounts of large."""
    submitted(sample)
    import_decision(sample, answered(sample), NOON)
    assert codes(sample) == []
    catalog = sample.catalog()
    assert catalog is not None
    content = catalog.content
    changed = replace(content, offerings=content.offerings[1:])
    sample.adopt_catalog(ProductCatalog(changed).content)
    revision = work_out_stored(sample, CAMPUS)
    assert revision.priced.catalog_version == content.version
    assert codes(sample) == ["sign_prices_changed"]


def test_attack_06_a_row_written_into_the_database_approves_nothing(sample: Workspace) -> None:
    """An approval with a good chain, as any program can write it."""
    submitted(sample)
    revision = sample.life.history(CAMPUS).frozen["A"]
    event = replace(
        begun(Deed.APPROVED, revision, doing(HEAD, NOON)),
        roles=("L2", "L3"),
        acting=("L3",),
        until=NOON.date() + timedelta(days=9),
    )
    with sample.database.writing() as connection:
        (entry,) = append(connection, (event,))
    assert entry == seal(entry.event, sample.life.log()[-2])
    assert sample.life.life(CAMPUS).state is QuoteState.APPROVED
    assert codes(sample) == ["sign_missing", "release.not_covered"]


def test_attacks_07_15_16_only_what_was_issued_is_genuine(
    sample: Workspace, tmp_path: Path
) -> None:
    """Contract and workbook as issued; with one byte more, and when they are of one's own."""
    submitted(sample)
    import_decision(sample, answered(sample), NOON)
    kinds = (PaperKind.CONTRACT, PaperKind.APPROVAL)
    revision = work_out_stored(sample, CAMPUS)
    issued = issue_documents(sample, revision, kinds, tmp_path, now=NOON, final=True)
    organisation, root = sample.signing.organisation(), KEYS["root"].public
    assert [file.path.suffix for file in issued] == [".docx", ".pdf", ".xlsx"]
    for file in issued:
        data = file.path.read_bytes()
        assert is_paper(data)
        found = verify_paper(data, sample.life.log(), organisation, NOON.date())
        assert (found.genuine, found.current) == (True, True)
        told = "".join(found.told(load_words("zh")))
        assert "陈志远（L3）：批准，签名成立" in told
        changed = verify_paper(data + b" ", sample.life.log(), organisation, NOON.date())
        assert not changed.genuine
        with pytest.raises(SignatureRefused):
            import_decision(sample, data, NOON)
        assert not verify_file(data, organisation, root, NOON.date()).genuine


def test_a_paper_carries_a_code_that_says_who_approved_it(
    sample: Workspace, tmp_path: Path
) -> None:
    """The code is on every page, the QR code on the first; both are read without the register."""
    submitted(sample)
    import_decision(sample, answered(sample), NOON)
    revision = work_out_stored(sample, CAMPUS)
    issued = issue_documents(
        sample, revision, (PaperKind.CONTRACT,), tmp_path, now=NOON, final=True
    )
    data = issued[1].path.read_bytes()
    organisation = sample.signing.organisation()
    found = verify_sealed(data, organisation, NOON.date())
    assert found is not None
    assert (found.genuine, found.current) == (True, True)
    told = "".join(found.told(load_words("zh")))
    total = f"{revision.priced.totals.contract.net_amount / 100:,.2f}"
    assert all(part in told for part in (revision.quote.number, total, "陈志远（L3）"))
    sealed = read_sealed(data)
    assert verify_code(sealed.ticket, organisation, NOON.date()) == found
    assert len(modules(sealed.ticket)) <= 49
    late = verify_sealed(data, organisation, NOON.date() + timedelta(days=61))
    assert late is not None
    assert (late.genuine, late.current) == (True, False)
    parts = sealed.ticket.split(":")
    for place, other in enumerate(("QW-1", "B", "A" * 23, "1", "2027-12-31", "9", "0" * 16, "A")):
        line = ":".join((*parts[:place], other, *parts[place + 1 :]))
        assert not verify_code(line, organisation, NOON.date()).genuine


def test_the_qr_code_is_drawn_as_it_was_made(sample: Workspace, tmp_path: Path) -> None:
    """Every module of the picture on the first page is dark or light as the code has it."""
    submitted(sample)
    import_decision(sample, answered(sample), NOON)
    revision = work_out_stored(sample, CAMPUS)
    kinds = (PaperKind.QUOTATION,)
    issued = issue_documents(sample, revision, kinds, tmp_path, now=NOON, final=True)
    data = issued[1].path.read_bytes()
    scale = 8
    with opened(data) as document:
        page = document[0]
        width, height = page.get_size()
        picture = page.render(scale=scale).to_pil().convert("L")
        page.close()
    rows = modules(read_sealed(data).ticket)
    step = module_width(len(rows))
    side = len(rows) * step
    left, top = width - EDGE - side, height - EDGE - side
    for down, row in enumerate(rows):
        for across, dark in enumerate(row):
            x, y = left + (across + 0.5) * step, top + (down + 0.5) * step
            shade = picture.getpixel((int(x * scale), int(y * scale)))
            assert (shade < 128) is dark, (down, across)


def test_a_clock_set_back_is_told_with_the_final_paper(sample: Workspace, tmp_path: Path) -> None:
    """The paper is made, by the day of the log; a few minutes are nothing."""
    submitted(sample)
    import_decision(sample, answered(sample), NOON)
    revision = work_out_stored(sample, CAMPUS)
    told = []
    for back in (timedelta(minutes=4), timedelta(hours=5)):
        issued = issue_documents(
            sample, revision, (PaperKind.QUOTATION,), tmp_path, now=NOON - back, final=True
        )
        told.append([one.code for file in issued for one in file.problems])
    assert "release.clock_back" not in told[0]
    assert "release.clock_back" in told[1]


def test_a_draft_carries_no_code(sample: Workspace, tmp_path: Path) -> None:
    """Nor does a paper where nothing is signed."""
    issued = issue_documents(
        sample, work_out_stored(sample, CAMPUS), (PaperKind.CONTRACT,), tmp_path, now=NOON
    )
    assert read_sealed(issued[1].path.read_bytes()).ticket == ""


def test_inside_an_envelope_the_manager_prints(sample: Workspace) -> None:
    """Signed in advance by the head of department, for this customer, within these limits."""
    installed(sample)
    organisation = sample.signing.organisation()
    data = sign_envelope(written_corridor(corridor(sample)), organisation, KEYS["M102"], NOON)
    told = verify_file(data, organisation, KEYS["root"].public, NOON.date())
    assert (told.genuine, told.current) == (True, True)
    unlocked(sample, KEYS["M001"])
    submit(sample, work_out_stored(sample, CAMPUS), doing(SELLER, NOON))
    assert use_envelope(sample, CAMPUS, data, NOON).state is QuoteState.APPROVED
    assert codes(sample) == []
    sample.signing.install(_revoking(sample), KEYS["root"].public, sample.life.log())
    assert codes(sample) == ["sign_revoked", "release.not_covered"]


def test_outside_an_envelope_he_does_not(sample: Workspace) -> None:
    """No free months were granted; and nobody grants himself anything."""
    installed(sample)
    organisation = sample.signing.organisation()
    unlocked(sample, KEYS["M001"])
    submit(sample, work_out_stored(sample, CAMPUS), doing(SELLER, NOON))
    narrow = sign_envelope(
        written_corridor(corridor(sample, free=0)), organisation, KEYS["M102"], NOON
    )
    own = sign_envelope(written_corridor(corridor(sample)), organisation, KEYS["M001"], NOON)
    with pytest.raises(SignatureRefused):
        use_envelope(sample, CAMPUS, narrow, NOON)
    for proof in (narrow, own):
        revision = sample.life.history(CAMPUS).frozen["A"]
        event = replace(
            begun(Deed.APPROVED, revision, doing(HEAD, NOON)),
            roles=("L2", "L3"),
            acting=("L3",),
            until=NOON.date() + timedelta(days=9),
            proof=proof.decode(),
        )
        with sample.database.writing() as connection:
            append(connection, (event,))
        assert "release.not_covered" in codes(sample)


def _revoking(workspace: Workspace) -> bytes:
    """The next edition of the organisation, without the head's key."""
    from app.approval.signing.organisation import sign_organisation

    known = workspace.signing.organisation()
    gone = (KEYS["M102"].public,)
    return sign_organisation(replace(known, policy_no=2, revoked=gone), KEYS["root"])
