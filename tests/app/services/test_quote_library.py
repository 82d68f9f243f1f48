"""Quotes are created, edited, undone and found; the workspace knows what it works with."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec
import pytest

from app.errors import RecordChangedElsewhere, RecordMissing
from app.quoting.header_edits import set_title
from app.quoting.item_edits import add_charge, add_offering, set_discount
from app.services.checking import check_everything
from app.services.import_sample import SAMPLE_VERSION, import_sample, is_empty
from app.services.listing import figures_of
from app.services.pinyin import initials
from app.services.quote_library import commit_edit, create_quote, history_of, move_to, open_quote
from app.services.working_out import find_quote, work_out_stored
from app.services.workspace import Workspace
from app.settings import Settings
from pricing.alterations.percentage import Percentage
from tests.app.services.conftest import NOON
from tests.sample import CASES, QUOTE_DAY, expected_case, revision_of, sample_case, yuan_fen

if TYPE_CHECKING:
    from pathlib import Path

    from app.quoting.quote import Quote


def edited(workspace: Workspace, quote: Quote, revision: int, operation: str) -> int:
    """Store a value after an edit, with its sums."""
    figures = figures_of(revision_of(int(quote.id[-1]), quote))
    return commit_edit(
        workspace,
        revision,
        quote,
        label="edit",
        merge_key="",
        figures=figures,
        operation_id=operation,
        now=NOON,
    )


def test_a_new_workspace_is_empty(workspace: Workspace) -> None:
    """No catalogue, no customers; rules and tax classes are there."""
    assert is_empty(workspace)
    assert workspace.catalog() is None
    assert workspace.problems == ()
    assert workspace.rules.pricing.guided_band == 15
    assert len(workspace.tax_classes) == 5
    with pytest.raises(RecordMissing):
        workspace.catalog_version("x")


def test_the_sample_brings_catalogue_customers_quotes_and_names(workspace: Workspace) -> None:
    """By the same readers as a user's files."""
    shares: list[float] = []
    done = import_sample(workspace, today=QUOTE_DAY, now=NOON, progress=shares.append)
    assert (done.offerings, done.charges, done.bundles) == (162, 344, 20)
    assert (done.customers, done.quotes) == (5, 5)
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert not is_empty(workspace)
    catalog = workspace.catalog()
    assert catalog is not None
    assert catalog.version == SAMPLE_VERSION
    assert workspace.catalog_version(SAMPLE_VERSION).content == catalog.content
    assert workspace.settings.manager_name == "李明轩"
    assert workspace.supplier().name


def test_importing_the_sample_twice_changes_nothing(sample: Workspace) -> None:
    """On another day, with the names that the user has given since."""
    sample.save_settings(msgspec.structs.replace(sample.settings, manager_name="王"))
    before = sample.catalogs.latest()
    import_sample(sample, today=date(2027, 1, 5), now=NOON)
    assert sample.catalogs.latest() == before
    assert len(sample.quotes.search("")) == 5
    assert sample.settings.manager_name == "王"


def test_the_names_of_the_sample_are_all_known_to_the_settings() -> None:
    """A misspelt one would be ignored silently."""
    from app.paths import resource

    given = msgspec.toml.decode(resource("sample", "settings.toml").read_bytes())
    known = {field.name for field in msgspec.structs.fields(Settings)}
    assert set(given) <= known


@pytest.mark.parametrize("number", CASES)
def test_a_stored_case_is_worked_out_as_on_paper(sample: Workspace, number: int) -> None:
    """Found by its printed number or by its identifier."""
    expected = expected_case(number)["deal"]
    by_number = work_out_stored(sample, f"QW-20261123-000{number}")
    by_id = work_out_stored(sample, f"Q000{number}")
    assert by_number == by_id
    assert by_number.label == "A"
    assert by_number.fingerprint
    figures = figures_of(by_number)
    assert figures.monthly == yuan_fen(expected["monthly"])
    assert figures.contract == yuan_fen(expected["contract"])


def test_what_is_not_there_is_told(workspace: Workspace) -> None:
    """No catalogue yet, and no such quote."""
    with pytest.raises(RecordMissing) as failure:
        work_out_stored(workspace, "QW-1")
    assert failure.value.parameters == {"record": "catalogue"}
    with pytest.raises(RecordMissing):
        find_quote(workspace, "QW-1")
    with pytest.raises(RecordMissing):
        create_quote(workspace, "nobody", today=QUOTE_DAY, now=NOON)


def test_a_number_that_is_part_of_another_finds_nothing(sample: Workspace) -> None:
    """A quote must not be taken for another one."""
    with pytest.raises(RecordMissing):
        find_quote(sample, "QW-20261123")


def test_a_new_quote_has_a_number_and_the_settings_of_its_author(sample: Workspace) -> None:
    """Valid for fifteen days, for the term and in the language of the settings."""
    opened = create_quote(sample, "C0001", today=QUOTE_DAY, now=NOON)
    quote = opened.quote
    assert quote.number.startswith("QW-20261123-")
    assert quote.manager.name == "李明轩"
    assert (quote.price_date, quote.valid_until) == (QUOTE_DAY, date(2026, 12, 8))
    assert (quote.term, quote.language, quote.items) == (12, "zh", ())
    assert opened.customer.name == "幼苗幼儿园"
    assert opened.bills == sample_case(1).bills
    assert (opened.revision, opened.position) == (1, 0)
    again = create_quote(sample, "C0001", today=QUOTE_DAY, now=NOON)
    assert again.quote.number != quote.number


def test_edits_are_kept_one_by_one_and_undone(sample: Workspace) -> None:
    """Opening again gives the value, its place and everything that undo and redo reach."""
    opened = open_quote(sample, "Q0005")
    one = set_discount(opened.quote, "i4", "CE.LEASE", Percentage(Decimal(10)))
    two = set_title(one, "新标题")
    revision = edited(sample, one, opened.revision, "a")
    revision = edited(sample, two, revision, "b")
    steps = history_of(sample, "Q0005")
    assert [step.quote for step in steps] == [opened.quote, one, two]
    assert [step.position for step in steps] == [0, 1, 2]
    assert [step.label for step in steps] == ["", "edit", "edit"]
    move_to(sample, "Q0005", revision, 1, operation_id="c", now=NOON)
    again = open_quote(sample, "Q0005")
    assert (again.quote, again.position) == (one, 1)
    assert [step.quote for step in history_of(sample, "Q0005")] == [opened.quote, one, two]


def test_an_edit_from_an_old_window_is_refused(sample: Workspace) -> None:
    """Nothing of the other window's work is lost."""
    opened = open_quote(sample, "Q0001")
    edited(sample, set_title(opened.quote, "一"), opened.revision, "a")
    with pytest.raises(RecordChangedElsewhere):
        edited(sample, set_title(opened.quote, "二"), opened.revision, "b")
    assert open_quote(sample, "Q0001").quote.title == "一"


def test_lists_show_the_sums_of_the_latest_value(sample: Workspace) -> None:
    """668.00 for the bundle, and 25.00 and 6.00 for one more line with caller display."""
    (before,) = sample.quotes.search("QW-20261123-0001")
    assert (before.monthly, before.contract) == (668_00, 8_016_00)
    opened = open_quote(sample, "Q0001")
    catalog = sample.catalog()
    assert catalog is not None
    quote = add_offering(opened.quote, catalog, "PSTN")
    quote = add_charge(quote, "i2", "PSTN.CLIP", 1)
    edited(sample, quote, opened.revision, "a")
    (row,) = sample.quotes.search("QW-20261123-0001")
    assert row.monthly == 668_00 + 25_00 + 6_00
    assert row.contract == 12 * row.monthly + 100_00


def test_the_sample_and_the_templates_have_no_errors(sample: Workspace) -> None:
    """What comes with the program must be right."""
    assert not [problem for problem in check_everything(sample, QUOTE_DAY) if problem.blocks]


def test_the_catalogue_is_read_again_when_it_is_forgotten(sample: Workspace) -> None:
    """After an import in another window."""
    first = sample.catalog()
    assert sample.catalog() is first
    sample.forget_catalog()
    again = sample.catalog()
    assert again is not first
    assert again is not None
    assert first is not None
    assert again.content == first.content


def test_settings_are_kept(workspace: Workspace, tmp_path: Path) -> None:
    """For the next start."""
    workspace.save_settings(msgspec.structs.replace(workspace.settings, supplier_name="某公司"))
    assert workspace.supplier().name == "某公司"
    again = Workspace.open(tmp_path / "data")
    assert again.settings.supplier_name == "某公司"
    again.close()


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("宽带", "kd"),
        ("长途", "ct zt"),
        ("商务领航(1M)", "swlh1m"),
        ("OA", "oa"),
        ("", ""),
    ],
)
def test_initials_follow_the_words_and_keep_latin_and_digits(name: str, found: str) -> None:
    """Where the readings of the characters alone differ, both are kept."""
    assert initials(name) == found
