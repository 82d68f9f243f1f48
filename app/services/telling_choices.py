"""What the proposal of a quote may take in: from the library, the catalogue, and other quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.quoting.quoted_facts import offerings_in
from app.quoting.sales_library import differences_against, stories_for, withdrawn
from app.quoting.telling import DemoLink
from catalog.local_text import LocalText

if TYPE_CHECKING:
    from app.quoting.customer import Customer
    from app.quoting.quote import Quote
    from app.quoting.sales_library import Difference, SalesLibrary, SuccessStory
    from app.services.workspace import Workspace
    from catalog.offering import ProductOffering
    from catalog.product_catalog import ProductCatalog
    from catalog.selling_points import Leaflet


class Choices(NamedTuple):
    """What may be taken in, the fitting first; what the quote holds already is among it.

    Attributes:
        differences: Against the recorded competitors first.
        stories: Of the industry first; those that must not be told are among them.
        leaflets: Of what is quoted.
        demos: Where what is quoted can be seen.
        logo: The one that another quote of the customer has; ``None`` for none.
    """

    differences: tuple[Difference, ...]
    stories: tuple[SuccessStory, ...]
    leaflets: tuple[Leaflet, ...]
    demos: tuple[DemoLink, ...]
    logo: Leaflet | None = None


def telling_choices(workspace: Workspace, quote: Quote) -> Choices:
    """What the proposal of a quote may take in.

    Raises:
        StorageError: The database failed.
        RecordMissing: There is no such customer or catalogue.
    """
    customer, _bills = workspace.customers.load(quote.customer)
    catalog, library = workspace.catalog_of(quote), workspace.sales_library.library()
    return choices_of(library, customer, quote, catalog)._replace(
        logo=_other_logo(workspace, quote)
    )


def choices_of(
    library: SalesLibrary, customer: Customer, quote: Quote, catalog: ProductCatalog
) -> Choices:
    """The same without a look at other quotes; a story that was withdrawn is taken out."""
    sold = sold_in(quote, catalog)
    gone = withdrawn(quote.telling.stories, library)
    kept = tuple(one for one in quote.telling.stories if one not in gone)
    told, codes = quote.telling, {*sold, *(item.offering for item in quote.items)}
    leaflets = (leaflet for one in sold.values() for leaflet in one.leaflets)
    demos = tuple(
        DemoLink(_name(one.offering, catalog), one.link)
        for one in library.demos_of(codes)
        if one.link
    )
    return Choices(
        tuple(dict.fromkeys((*told.differences, *differences_against(library, customer)))),
        tuple(dict.fromkeys((*kept, *stories_for(library, customer.industry, codes)))),
        tuple(dict.fromkeys((*told.leaflets, *leaflets))),
        tuple(dict.fromkeys((*told.demos, *demos))),
    )


def sold_in(quote: Quote, catalog: ProductCatalog) -> dict[str, ProductOffering]:
    """Offerings that a quote holds, by itself or in bundles, by their codes."""
    codes = dict.fromkeys(item.offering for item in quote.items)
    return {one.code: one for code in codes for one in offerings_in(catalog, code)}


def _name(code: str, catalog: ProductCatalog) -> LocalText:
    sold = catalog.bundle(code) or catalog.offering(code)
    return sold.name if sold is not None else LocalText(code)


def _other_logo(workspace: Workspace, quote: Quote) -> Leaflet | None:
    """The logo in the newest other quote of the customer that has one."""
    for row in workspace.quotes.of_customer(quote.customer):
        if row.id != quote.id:
            logo = workspace.quotes.load(row.id).quote.telling.logo
            if logo is not None:
                return logo
    return None
