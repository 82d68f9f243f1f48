"""Sites of a customer as a tree, and which account pays for what is installed at one."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.quoting.customer import Account, Site


class SiteLevel(NamedTuple):
    """A site with how many sites it stands below."""

    site: Site
    level: int


class Place(NamedTuple):
    """Where something is installed and who pays for it.

    Attributes:
        site: Identifier of the site; empty for all of them.
        account: Number of the account; empty where nobody said which of several it is.
    """

    site: str
    account: str


def site_tree(sites: Sequence[Site]) -> tuple[SiteLevel, ...]:
    """Sites with those that belong to them right below, otherwise in the order given.

    A site whose upper one is unknown, or which stands in a circle, is a main one.
    """
    known = {site.id for site in sites}
    below: dict[str, list[Site]] = defaultdict(list)
    for site in sites:
        below[site.parent if site.parent in known - {site.id} else ""].append(site)
    found: dict[str, SiteLevel] = {}

    # None of a circle is a main site: the first one of it stands for one.
    for main in (*below[""], *sites):
        waiting = [(main, 0)]
        while waiting:
            site, level = waiting.pop()
            if site.id not in found:
                found[site.id] = SiteLevel(site, level)
                waiting.extend((one, level + 1) for one in reversed(below[site.id]))
    return tuple(found.values())


def paying_account(
    bill_to: str, site: str, sites: Iterable[Site], accounts: Sequence[Account]
) -> str:
    """Number of the account that pays: of the item, of its site or one above, or the only one.

    Args:
        bill_to: What the item says; empty for the usual one.
        site: Identifier of the site; empty for all.
        sites: The customer's.
        accounts: The customer's.

    Returns:
        Empty where nobody said which of several accounts pays.
    """
    known = {one.id: one for one in sites}
    seen = set[str]()
    while not bill_to and site in known and site not in seen:
        seen.add(site)
        bill_to, site = known[site].account, known[site].parent
    return bill_to or (accounts[0].number if len(accounts) == 1 else "")
