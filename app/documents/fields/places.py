"""Fields of where things are installed and which account pays for them, site by site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.documents.fields.units import quantity_text
from app.documents.kind import Field, PrintedFigure
from app.quoting.site_tree import Place, paying_account, site_tree
from catalog.problem import Place as Where
from catalog.problem import Problem, Severity

if TYPE_CHECKING:
    from app.documents.kind import FieldValue
    from app.figures import Figures
    from app.quoting.revision import CustomerRevision, PaperItem
    from app.translation import Words

_BUNDLE_UNIT = "套"
_INDENT = "　"

PLACES_GUIDE = (
    Field(
        "has_places", "有业务指明了地点或付费账户", "An item names site or account", is_choice=True
    ),
    Field(
        "places",
        "各地点的业务和付费账户；都未指明时为空",
        "Services and paying account of each site; empty where no item names any",
        is_list=True,
    ),
    Field("places[].name", "地点；下级地点缩进", "Site; lower ones are indented"),
    Field("places[].address", "地址", "Address"),
    Field("places[].services", "业务及数量", "Services with quantities"),
    Field("places[].account", "付费账户：号码和户名", "Paying account with its holder"),
)


def places_fields(
    revision: CustomerRevision, words: Words, figures: Figures
) -> dict[str, FieldValue]:
    """The fields ``has_places`` and ``places``.

    A site stands there when something is installed at it or below it; all of them stand there
    when something is said to be for all.
    """
    placed = _placed(revision)
    if not placed:
        return {"has_places": False, "places": []}
    rows: list[FieldValue] = []
    for place in placed:
        if not place.site:
            name = words("paper.all_sites") if revision.sites else revision.customer_name
            address = "" if revision.sites else revision.customer_address
            rows.append(_row(name, address, _told(revision, place, placed[place], words, figures)))
    for site, level in site_tree(revision.sites):
        name = _INDENT * level + site.name
        own = [place for place in placed if place.site == site.id]
        rows += [
            _row(name, site.address, _told(revision, place, placed[place], words, figures))
            for place in own
        ]
        if not own and _is_listed(revision, site.id, placed):
            rows.append(_row(name, site.address, ("", "")))
    return {"has_places": True, "places": rows}


def ordered_quantity(item: PaperItem, words: Words, figures: Figures) -> str:
    """How many of an item, in the unit of its monthly charge."""
    main = next((charge for charge in item.charges if charge.period.value == "month"), None)
    units = [main.unit] if main else [charge.unit for charge in item.charges]
    unit = _BUNDLE_UNIT if item.is_bundle or not units else units[0]
    return quantity_text(item.quantity, unit, words, figures)


def account_text(number: str, revision: CustomerRevision, words: Words) -> str:
    """An account with its holder; what is said where nobody has named one."""
    if not number:
        return words("paper.usual_account")
    holder = next((one.holder for one in revision.accounts if one.number == number), "")
    return " ".join(filter(None, (number, holder)))


def printed_places(
    revision: CustomerRevision, words: Words, figures: Figures
) -> tuple[PrintedFigure, ...]:
    """What a finished paper must show in a row: site, what is installed there, who pays."""
    names = {site.id: site.name for site in revision.sites}
    return tuple(
        PrintedFigure(
            "site",
            tuple(
                filter(
                    None,
                    (
                        names.get(place.site, ""),
                        *_told(revision, place, items, words, figures),
                    ),
                )
            ),
        )
        for place, items in _placed(revision).items()
        if not place.site or place.site in names
    )


def place_findings(revision: CustomerRevision) -> tuple[Problem, ...]:
    """Sites and accounts that items name and the customer does not have (any more)."""
    sites = {site.id for site in revision.sites}
    accounts = {account.number for account in revision.accounts}
    firm = [item for item in revision.items if not item.optional]
    lost_sites = dict.fromkeys(item.site for item in firm if item.site not in sites | {""})
    lost = dict.fromkeys(item.bill_to for item in firm if item.bill_to not in accounts | {""})
    return (
        *(_finding("paper.site_unknown", "site", name) for name in lost_sites),
        *(_finding("paper.account_unknown", "account", name) for name in lost),
    )


def _finding(code: str, what: str, name: str) -> Problem:
    return Problem(code, Severity.WARNING, Where(column=what), {what: name})


def _placed(revision: CustomerRevision) -> dict[Place, list[PaperItem]]:
    """Firm items by where they are and who pays; none where no item says either."""
    found: dict[Place, list[PaperItem]] = {}
    firm = [item for item in revision.items if not item.optional]
    if not any(item.site or item.bill_to for item in firm):
        return found
    known = {site.id for site in revision.sites}
    for item in firm:
        site = item.site if item.site in known else ""
        account = paying_account(item.bill_to, site, revision.sites, revision.accounts)
        found.setdefault(Place(site, account), []).append(item)
    return found


def _is_listed(revision: CustomerRevision, site: str, placed: dict[Place, list[PaperItem]]) -> bool:
    """Whether a site without services of its own stands in the list."""
    upper = {one.id: one.parent for one in revision.sites}
    if any(not place.site for place in placed):
        return True
    seen = set[str]()
    for place in placed:
        name = place.site
        while name and name not in seen:
            seen.add(name)
            name = upper.get(name, "")
    return site in seen


def _told(
    revision: CustomerRevision,
    place: Place,
    items: list[PaperItem],
    words: Words,
    figures: Figures,
) -> tuple[str, str]:
    """Services with their quantities, and the account."""
    services = words("paper.list_comma").join(
        f"{figures.text(item.name)} {ordered_quantity(item, words, figures)}" for item in items
    )
    return services, account_text(place.account, revision, words)


def _row(name: str, address: str, told: tuple[str, str]) -> dict[str, FieldValue]:
    return {"name": name, "address": address, "services": told[0], "account": told[1]}
