"""Each site stands on paper with what is installed there and who pays for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.documents.fields.places import place_findings, places_fields, printed_places
from app.figures import Figures
from app.quoting.customer import Account, Site
from app.quoting.paper import for_customer
from app.translation import load_words
from tests.sample import revision_of

if TYPE_CHECKING:
    from app.quoting.revision import CustomerRevision

SITES = (
    Site("H", "总部", "中山路1号", account="100"),
    Site("B", "东店", "东街2号", parent="H"),
    Site("C", "西店", "西街3号", account="200"),
)
ACCOUNTS = (Account("100", "总部"), Account("200", "西店"))


def paper(*where: tuple[str, str]) -> CustomerRevision:
    """Case 1 with items at these sites, paid by these accounts."""
    revision = for_customer(revision_of(1), draft=True)
    firm = next(item for item in revision.items if not item.optional)
    items = tuple(
        msgspec.structs.replace(firm, id=f"i{at}", site=site, bill_to=account)
        for at, (site, account) in enumerate(where)
    )
    return msgspec.structs.replace(revision, items=items, sites=SITES, accounts=ACCOUNTS)


def rows(revision: CustomerRevision) -> list[tuple[str, str, str]]:
    """Name, account, and whether anything is installed, of each row."""
    fields = places_fields(revision, load_words("zh"), Figures("zh"))
    found = fields["places"]
    assert isinstance(found, list)
    return [(row["name"], row["account"], "x" if row["services"] else "") for row in found]


def test_nothing_is_said_where_no_item_says_anything() -> None:
    """Papers of before stay as they were."""
    fields = places_fields(paper(("", "")), load_words("zh"), Figures("zh"))
    assert fields == {"has_places": False, "places": []}


def test_one_site_has_a_row_for_each_account_that_pays() -> None:
    """A lower site is indented; the site above it stands there too, and nothing else does."""
    assert rows(paper(("B", ""), ("B", "200"))) == [
        ("总部", "", ""),
        ("　东店", "100 总部", "x"),
        ("　东店", "200 西店", "x"),
    ]


def test_what_is_for_all_sites_comes_first_and_lists_all_of_them() -> None:
    """Which of several accounts pays for it is not known."""
    assert rows(paper(("", ""), ("C", ""))) == [
        ("所有服务地点", "通常账户", "x"),
        ("总部", "", ""),
        ("　东店", "", ""),
        ("西店", "200 西店", "x"),
    ]


def test_a_finished_paper_must_show_site_services_and_account_together() -> None:
    """One row for each."""
    (figure,) = printed_places(paper(("C", "")), load_words("zh"), Figures("zh"))
    assert figure.texts[0] == "西店"
    assert figure.texts[2] == "200 西店"


def test_a_site_that_the_customer_does_not_have_is_told() -> None:
    """And counts as for all sites; so is an account."""
    lost = paper(("X", "999"))
    assert [(one.code, one.parameters) for one in place_findings(lost)] == [
        ("paper.site_unknown", {"site": "X"}),
        ("paper.account_unknown", {"account": "999"}),
    ]
    assert rows(lost)[0] == ("所有服务地点", "999", "x")
    assert not place_findings(paper(("C", "200")))
