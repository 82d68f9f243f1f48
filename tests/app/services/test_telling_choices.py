"""What a proposal may take in, and the files that come along with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from app.errors import IssueRefused
from app.quoting.sales_library import SalesLibrary
from app.quoting.telling import Telling
from app.quoting.telling_edits import with_telling
from app.services.issue_documents import PaperKind, issue_documents
from app.services.proposal_material import put_material_beside
from app.services.telling_choices import choices_of, telling_choices
from app.services.visit_briefing import briefing_of
from app.translation import load_words
from catalog.product_catalog import ProductCatalog
from tests.app.documents.telling import (
    DEMO,
    LEAFLET,
    LIBRARY,
    NEAR,
    SECRET,
    STEADY,
    TELLING,
    TOLD,
    logo_picture,
)
from tests.app.storage.stored_values import NOON, later
from tests.sample import QUOTE_DAY, sample_case, sample_catalog, work_out_case

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.workspace import Workspace

CASE = sample_case(1)


def with_leaflet() -> ProductCatalog:
    """The sample catalogue, where the telephone line has a leaflet."""
    content = sample_catalog().content
    offerings = tuple(
        msgspec.structs.replace(one, leaflets=(LEAFLET,)) if one.code == "PSTN" else one
        for one in content.offerings
    )
    return ProductCatalog(msgspec.structs.replace(content, offerings=offerings))


def test_choices_come_from_library_and_catalogue() -> None:
    """The bundle holds the telephone: its leaflet and its link are among them."""
    found = choices_of(LIBRARY, CASE.customer, CASE.quote, with_leaflet())
    assert found.differences == (NEAR,)
    assert found.stories == (TOLD, SECRET)
    assert found.leaflets == (LEAFLET,)
    assert [(one.name.zh, one.link) for one in found.demos] == [("固定电话", DEMO.link)]


def test_what_the_quote_holds_stays_among_the_choices() -> None:
    """Whatever became of the library."""
    quote = with_telling(CASE.quote, Telling(differences=(STEADY,), stories=(TOLD,)))
    found = choices_of(LIBRARY, CASE.customer, quote, with_leaflet())
    assert found.differences == (STEADY, NEAR)
    assert found.stories == (TOLD, SECRET)


def test_the_logo_of_another_quote_of_the_customer_is_offered(workspace: Workspace) -> None:
    """So it is chosen once for a customer."""
    workspace.customers.save(CASE.customer, CASE.bills, now=NOON)
    workspace.catalogs.save(sample_catalog().content)
    logo = workspace.leaflets.keep("标志.png", logo_picture())
    first = with_telling(CASE.quote, Telling(logo=logo))
    second = msgspec.structs.replace(CASE.quote, id="q2", number="QW-2")
    workspace.quotes.create(first, now=NOON)
    workspace.quotes.create(second, now=later(1))
    assert telling_choices(workspace, second).logo == logo
    assert telling_choices(workspace, first).logo is None


def test_files_lie_beside_the_proposal_once(workspace: Workspace, tmp_path: Path) -> None:
    """Written again they are not doubled; another file of the name is left alone."""
    logo = workspace.leaflets.keep("接通率证明.png", logo_picture())
    quote = with_telling(CASE.quote, Telling(leaflets=(logo,)))
    (path,) = put_material_beside(workspace, quote, tmp_path)
    assert path.name == "接通率证明.png"
    assert put_material_beside(workspace, quote, tmp_path) == (path,)
    path.write_bytes(b"mine")
    (other,) = put_material_beside(workspace, quote, tmp_path)
    assert other != path
    assert (path.read_bytes(), other.read_bytes()) == (b"mine", logo_picture())


def test_a_story_whose_permission_was_withdrawn_stops_the_proposal(
    workspace: Workspace, tmp_path: Path
) -> None:
    """It was permitted when the quote took it; nothing is written, and the choice is gone."""
    workspace.customers.save(CASE.customer, CASE.bills, now=NOON)
    workspace.catalogs.save(sample_catalog().content)
    quote = with_telling(CASE.quote, Telling(stories=(TOLD,)))
    workspace.quotes.create(quote, now=NOON)
    revision = work_out_case(1, quote).revision
    closed = msgspec.structs.replace(TOLD, permitted=False)
    workspace.sales_library.change(lambda _old: SalesLibrary(stories=(closed,)), NOON)
    with pytest.raises(IssueRefused) as refused:
        issue_documents(workspace, revision, (PaperKind.PROPOSAL,), tmp_path / "o", now=NOON)
    assert refused.value.parameters["reason"] == "story_withdrawn"
    assert not (tmp_path / "o").exists()
    assert telling_choices(workspace, quote).stories == (closed,)


def test_states_of_the_library_are_kept_one_below_the_other(workspace: Workspace) -> None:
    """The same again adds none; the one before can be put back."""
    store = workspace.sales_library
    empty, full = store.change(lambda _old: LIBRARY, NOON)
    assert (empty.stories, full) == ((), LIBRARY)
    assert store.change(lambda old: old, later(1)) == (LIBRARY, LIBRARY)
    store.change(lambda _old: empty, later(2))
    assert store.library() == empty


def test_the_briefing_has_reasons_limits_stories_and_what_to_bring(workspace: Workspace) -> None:
    """A story that may not be told says so; the kit comes with its link."""
    workspace.customers.save(CASE.customer, CASE.bills, now=NOON)
    workspace.catalogs.save(sample_catalog().content)
    workspace.sales_library.change(lambda _old: LIBRARY, NOON)
    words = load_words("zh")
    briefing = briefing_of(workspace, CASE.customer.id, words, QUOTE_DAY, CASE.quote)
    parts = {part.title: part.lines for part in briefing.parts}
    assert parts[words("briefing.reasons")] == ("就近服务",)
    assert parts[words("briefing.limits")] == ("停电时无绳话机不能用 → 配一部有绳话机，断电照样通",)
    told, secret = parts[words("briefing.stories")]
    assert told.endswith("月均话费下降 12.5%")
    assert secret.endswith("（未获准引用，仅供内部）")
    assert parts["带去"] == ("演示话机一部、来电显示样机 https://demo.example.cn/pstn",)


def test_nothing_of_limits_and_kits_is_in_a_quote() -> None:
    """They cannot come onto paper: a quote has no place for them."""
    quote = msgspec.json.encode(with_telling(CASE.quote, TELLING)).decode()
    for hidden in ("停电时", "断电照样通", "演示话机一部"):
        assert hidden not in quote
