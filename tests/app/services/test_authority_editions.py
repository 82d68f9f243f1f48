"""Limits and people of one's own: from an edit to what a quote needs from the first day on."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from app.approval.signing.organisation import read_organisation
from app.errors import ImportRejected, SignatureRefused
from app.quoting.authority.source import edition_of_source, patch_to
from app.services.authority_editions import (
    Publication,
    begin_authority_draft,
    check_authority,
    open_authority,
    publish_authority,
)
from app.services.authority_files import export_authority, import_authority
from app.services.authority_trial import try_authority
from app.services.organisation_file import signed_organisation
from app.services.quote_life import hindrances
from app.services.working_out import work_out_stored
from app.services.workspace import Workspace
from app.storage.draft_log import DraftEdit
from tests.app.services.conftest import NOON
from tests.app.services.test_signed_exchange import KEYS, installed
from tests.sample import QUOTE_DAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.quoting.authority.source import AuthoritySource
    from app.services.authority_editions import OpenAuthorityDraft

KINDERGARTEN = "Q0001"
"""Its contract is worth 8 016.00."""
WANTED = Publication("own-1", QUOTE_DAY, "less for everybody", "M102", "陈志远")


def lower(source: AuthoritySource) -> AuthoritySource:
    """An account manager may decide on contracts up to 8 000."""
    criteria = tuple(
        replace(one, limits=("8000", *one.limits[1:])) if one.id == "contract_value" else one
        for one in source.written.criteria
    )
    return replace(source, written=replace(source.written, criteria=criteria))


def edited(
    workspace: Workspace, edit: Callable[[AuthoritySource], AuthoritySource] = lower
) -> OpenAuthorityDraft:
    """A draft with one edit."""
    draft = begin_authority_draft(workspace, today=QUOTE_DAY, now=NOON)
    assert draft.stored is not None
    patch = patch_to(draft.source, edit(draft.source))
    kept = DraftEdit(draft.stored.position + 1, "limits.field", "", patch)
    stored = draft.stored
    workspace.authority.commit_edit(stored.id, stored.revision, f"op{stored.id}", kept, now=NOON)
    return open_authority(workspace, QUOTE_DAY)


def level(workspace: Workspace) -> str:
    """Whom the kindergarten's quote needs."""
    return work_out_stored(workspace, KINDERGARTEN).verdict.level


def test_limits_hold_from_their_first_day_on(sample: Workspace) -> None:
    """The price date of the quote is the 23rd: from then on 8 016.00 needs a team leader."""
    assert level(sample) == "L1"
    edition = publish_authority(sample, edited(sample), WANTED, now=NOON)
    assert (edition.sequence, edition.version, edition.by) == (1, "own-1", "M102")
    assert level(sample) == "L2"
    folder = sample.folder
    sample.close()
    again = Workspace.open(folder)
    assert level(again) == "L2"
    again.close()


def test_before_the_first_day_the_former_limits_hold(sample: Workspace) -> None:
    """One day later is too late for this quote."""
    later = WANTED._replace(valid_from=QUOTE_DAY + timedelta(days=1))
    publish_authority(sample, edited(sample), later, now=NOON)
    assert level(sample) == "L1"
    assert sample.rules.authority_on(QUOTE_DAY).version == "sample-2026"
    assert sample.rules.authority_on(later.valid_from).version == "own-1"


def test_the_next_draft_begins_with_what_was_published(sample: Workspace) -> None:
    """And what came before can still be read."""
    first = publish_authority(sample, edited(sample), WANTED, now=NOON)
    opened = open_authority(sample, QUOTE_DAY)
    assert opened.stored is None
    assert opened.source == first.source
    assert opened.source.written.criteria[-1].limits[0] == "8000"

    def back(source: AuthoritySource) -> AuthoritySource:
        one = source.written.criteria[-1]
        criteria = (*source.written.criteria[:-1], replace(one, limits=("1", *one.limits[1:])))
        return replace(source, written=replace(source.written, criteria=criteria))

    second = WANTED._replace(version="own-2")
    publish_authority(sample, edited(sample, back), second, now=NOON)
    assert [one.version for one in sample.authority.editions()] == ["own-1", "own-2"]
    assert sample.authority.editions()[0] == first


def refusals(workspace: Workspace, draft: OpenAuthorityDraft, wanted: Publication) -> list[str]:
    """Codes of what speaks against publishing, which is refused with the same."""
    codes = [one.code for one in check_authority(workspace, draft, wanted, NOON.date())]
    with pytest.raises(ImportRejected) as refused:
        publish_authority(workspace, draft, wanted, now=NOON)
    assert [one.code for one in refused.value.problems] == codes
    return codes


def test_what_forbids_publishing(sample: Workspace) -> None:
    """A day that is past, a name that is taken, nothing changed, and every finding."""
    untouched = begin_authority_draft(sample, today=QUOTE_DAY, now=NOON)
    past = WANTED._replace(version="sample-2026", valid_from=date(2026, 11, 22))
    assert refusals(sample, untouched, past) == [
        "authority.valid_from_past",
        "authority.version_taken",
        "authority.nothing_changed",
    ]

    def nobody(source: AuthoritySource) -> AuthoritySource:
        staff = replace(source.staff, people=source.staff.people[:-1])
        return replace(source, staff=staff)

    draft = edited(sample, nobody)
    assert refusals(sample, draft, WANTED) == ["authority.level_without_people"]
    assert sample.authority.editions() == ()


def test_with_an_organisation_it_is_only_read(sample: Workspace) -> None:
    """Its limits and people are shown, and nothing is published."""
    draft = edited(sample)
    installed(sample)
    shown = open_authority(sample, QUOTE_DAY)
    assert shown.organisation is not None
    assert [person.id for person in shown.source.staff.people] == ["M001", "M102"]
    assert "authority.organisation_holds" in refusals(sample, draft, WANTED)


def test_the_trial_names_quotes_that_are_judged_otherwise(sample: Workspace) -> None:
    """Of five open quotes the kindergarten's needs the team leader instead of nobody."""
    matrix, _ = edition_of_source(lower(open_authority(sample, QUOTE_DAY).source))
    assert matrix is not None
    seen: list[tuple[int, int]] = []
    run = try_authority(sample, matrix, QUOTE_DAY, lambda *step: seen.append(step))
    assert seen == [(done, 5) for done in range(6)]
    assert (run.quotes, run.unreadable) == (5, ())
    (one,) = [found for found in run.changed if "幼儿园" in found.title]
    assert one.levels == ("L1", "L2")
    assert one.people == ((), ("L2 周敏",))
    assert one.criteria == ("contract_value",)
    same = try_authority(sample, sample.rules.authority, QUOTE_DAY)
    assert same.changed == ()


def test_a_changed_publication_closes_the_gate(sample: Workspace) -> None:
    """As a changed log of decisions does."""
    publish_authority(sample, edited(sample), WANTED, now=NOON)
    with sample.database.writing() as connection:
        connection.exec_driver_sql("DROP TRIGGER authority_editions_never_update")
        connection.exec_driver_sql(
            "UPDATE authority_editions SET sequence = 7"  # the first is missing then
        )
        connection.exec_driver_sql(
            "INSERT INTO authority_editions SELECT 8, at, content FROM authority_editions"
        )
    codes = [one.code for one in hindrances(sample, work_out_stored(sample, KINDERGARTEN), NOON)]
    assert codes[0] == "authority.log_broken"


def test_limits_and_people_go_out_and_come_back(sample: Workspace, tmp_path: Path) -> None:
    """As one file; one of people alone leaves the limits, and other files are refused."""
    source = lower(open_authority(sample, QUOTE_DAY).source)
    path = tmp_path / "limits.toml"
    export_authority(source, path)
    assert import_authority(path, open_authority(sample, QUOTE_DAY).source) == source
    people = tmp_path / "staff.toml"
    people.write_text('[[people]]\nid = "9"\nname = "王"\nrole = "L2"\n', encoding="utf-8")
    brought = import_authority(people, source)
    assert brought.written == source.written
    assert [person.id for person in brought.staff.people] == ["9"]
    people.write_text("a = 1\n", encoding="utf-8")
    with pytest.raises(ImportRejected) as refused:
        import_authority(people, source)
    assert [one.code for one in refused.value.problems] == ["authority.no_limits_in_file"]
    people.write_text('[[people]]\nid = 9\nnmae = "王"\n', encoding="utf-8")
    with pytest.raises(ImportRejected) as refused:
        import_authority(people, source)
    assert {one.code for one in refused.value.problems} == {"import.field_wrong"}


def test_an_organisation_is_signed_from_what_was_published(sample: Workspace) -> None:
    """Limits and people, with keys by staff number; a key of nobody is refused."""
    publish_authority(sample, edited(sample), WANTED, now=NOON)
    head = 'name = "某某分公司"\npolicy_no = 1\nvalid_until = 2027-06-30\nmax_days = 60\n'
    text = f'{head}[keys]\nM102 = "{KEYS["M102"].public}"\n'
    data = signed_organisation(sample, text.encode(), KEYS["root"], NOON)
    body = read_organisation(data, KEYS["root"].public).body
    assert [one.id for one in body.members] == [
        one.id for one in sample.rules.authority.staff.people
    ]
    keyed = [one.id for one in body.members if one.key]
    assert keyed == ["M102"]
    assert body.matrix_on(QUOTE_DAY).version == "own-1"
    wrong = text.replace("M102 =", "M999 =")
    with pytest.raises(SignatureRefused):
        signed_organisation(sample, wrong.encode(), KEYS["root"], NOON)
