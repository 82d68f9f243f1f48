"""Workspace: the user's database with its stores, and the rules in force; opened once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import RecordMissing
from app.paths import resource
from app.quoting.customer_tables import CustomerMapping
from app.quoting.number_pattern import QUOTE_NUMBER, quote_pattern_fault
from app.services.editions_in_force import with_editions
from app.services.policies import load_rules, load_tax_classes
from app.services.signing_desk import SigningDesk
from app.storage.authority_store import AuthorityStore
from app.storage.bill_imports import BillImports
from app.storage.catalog_store import CatalogStore
from app.storage.customer_imports import CustomerImports
from app.storage.customer_log import CustomerLog
from app.storage.customer_store import CustomerStore
from app.storage.database import Database
from app.storage.document_store import DocumentStore
from app.storage.draft_store import DraftStore, RuleDraftStore
from app.storage.folders import bill_layouts_file, customer_layouts_file, layouts_file
from app.storage.layout_store import LayoutStore
from app.storage.leaflet_store import LeafletStore
from app.storage.life_store import LifeStore
from app.storage.market_store import MarketStore
from app.storage.numbering import QuoteNumbers
from app.storage.policy_store import PolicyStore
from app.storage.quote_store import QuoteStore
from app.storage.sales_library_store import SalesLibraryStore
from app.storage.settings_store import SettingsStore, supplier
from app.storage.template_store import TemplateStore
from app.storage.usage_store import UsageStore
from catalog.layout.mapping import ColumnMapping
from catalog.product_catalog import ProductCatalog
from pricing.bill_reading.bill_mapping import BillMapping

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from app.documents.fill_worker import Filler
    from app.documents.pdf import FontSet
    from app.quoting.authority import AuthorityMatrix
    from app.quoting.freezing import Rulebook
    from app.quoting.quote import Quote
    from app.quoting.supplier import Supplier
    from app.settings import Settings
    from catalog.product_catalog import CatalogContent
    from catalog.tax_class import TaxClass
    from pricing.policy import PricingPolicy

_VERSIONS_KEPT = 4
"""Catalogue versions kept at hand besides the newest one."""


class Workspace:
    """Everything that belongs to one user's data folder.

    Attributes:
        folder: The data folder.
        database: The open database.
        catalogs: Catalogue versions.
        drafts: The draft of the next one.
        rule_drafts: The draft of the next rule set.
        customers: Customers and bills.
        customer_log: Edits of customers, with undo and merging.
        customer_imports: Imports of customers, each taken back as one.
        market: Classes of customers, thresholds and other tables of the user's own.
        bill_imports: Which file each figure of the bills came from.
        quotes: Quotes and their edit logs.
        life: What happened to quotes: submissions, decisions, issues.
        documents: Issued files by content.
        templates: The user's own Word templates.
        sales_library: Stories, differences, known limits, demonstration kits.
        numbers: Numbers of new quotes.
        policies: Pricing policies that were ever in force.
        signing: The organisation file and the user's own key.
        authority: Limits and people of one's own: draft and published editions.
        shipped: Editions of limits that come with the program.
        rules: Rules in force.
        tax_classes: Tax classes in force.
        settings: The user's settings.
        settings_kept: Called when they were stored.
        usage: How often and how lately offerings were taken.
        problems: What was wrong with the stored settings, if anything.
    """

    def __init__(self, folder: Path, database: Database) -> None:
        """Build the stores on an open database; use ``open``."""
        self.folder = folder
        self.database = database
        self.catalogs = CatalogStore(database)
        self.drafts = DraftStore(database)
        self.rule_drafts = RuleDraftStore(database)
        self.customers = CustomerStore(database)
        self.customer_log = CustomerLog(database)
        self.customer_imports = CustomerImports(database)
        self.bill_imports = BillImports(database)
        self.market = MarketStore(database)
        self.quotes = QuoteStore(database)
        self.life = LifeStore(database)
        self.documents = DocumentStore(database)
        self.templates = TemplateStore(database)
        self.leaflets = LeafletStore(database.folder)
        self.sales_library = SalesLibraryStore(database)
        self.numbers = QuoteNumbers(database)
        self.settings_store = SettingsStore(folder)
        self.layouts = LayoutStore(layouts_file(folder), ColumnMapping)
        self.bill_layouts = LayoutStore(bill_layouts_file(folder), BillMapping)
        self.customer_layouts = LayoutStore(customer_layouts_file(folder), CustomerMapping)
        self.usage = UsageStore(folder)
        self.settings, self.problems = self.settings_store.load()
        self.settings_kept: Callable[[], None] = lambda: None
        self.policies = PolicyStore(database)
        self.authority = AuthorityStore(database)
        published = self.rule_drafts.published()
        rules = load_rules(self.policies.load(published).rules if published else None)
        self.signing = SigningDesk(folder)
        rules = rules._replace(pricing=self.policies.keep(rules.pricing))
        self.shipped: tuple[AuthorityMatrix, ...] = rules.editions
        self.rules: Rulebook = self.judged(rules)
        self.tax_classes: tuple[TaxClass, ...] = load_tax_classes()
        self._catalog: ProductCatalog | None = None
        self._older: dict[str, ProductCatalog] = {}
        self._fonts: FontSet | None = None
        self._filler: Filler | None = None

    @classmethod
    def open(cls, folder: Path) -> Workspace:
        """Open the data folder; it is made when it is not there.

        Raises:
            StorageError: If the database cannot be opened.
        """
        database = Database.open(folder)
        try:
            return cls(folder, database)
        except BaseException:
            database.close()  # what cannot be read may be restored, which nobody may hold open
            raise

    def close(self) -> None:
        """Close the database, and end who fills templates."""
        if self._filler is not None:
            self._filler.close()
        self.database.close()

    def catalog(self) -> ProductCatalog | None:
        """The newest catalogue version, indexed; ``None`` before the first import."""
        if self._catalog is None:
            content = self.catalogs.latest()
            self._catalog = ProductCatalog(content) if content is not None else None
        return self._catalog

    def adopt_catalog(self, content: CatalogContent) -> None:
        """Have this as the newest version, which was stored just now; it is not read back."""
        self._catalog = ProductCatalog(content)

    def catalog_version(self, version: str) -> ProductCatalog:
        """A particular catalogue version, indexed; the ones used last are kept at hand.

        Raises:
            RecordMissing: If there is no such version.
        """
        newest = self._catalog
        if newest is not None and newest.version == version:
            return newest
        known = self._older.pop(version, None)
        if known is None:
            known = ProductCatalog(self.catalogs.load(version))
        self._older[version] = known
        for unused in list(self._older)[:-_VERSIONS_KEPT]:
            self._older.pop(unused, None)
        return known

    def catalog_of(self, quote: Quote) -> ProductCatalog:
        """The catalogue that a quote is priced with: its own version, or else the newest one.

        Raises:
            RecordMissing: If its version is not stored, or none is.
        """
        if quote.catalog_version:
            return self.catalog_version(quote.catalog_version)
        newest = self.catalog()
        if newest is None:
            raise RecordMissing(record="catalogue")
        return newest

    def policy_version(self, version: str) -> PricingPolicy:
        """A pricing policy with its rules; empty for the one in force.

        Raises:
            RecordMissing: If there is no such version.
        """
        now = self.rules.pricing
        return now if version in ("", now.version) else self.policies.load(version)

    def judged(self, rules: Rulebook) -> Rulebook:
        """Rules with the authority that holds: the organisation's, one's own, the program's.

        Raises:
            ImportRejected: A published edition has a mistake in the eyes of this program.
            StorageError: The database failed.
        """
        own = with_editions(rules, self.shipped, self.authority.editions())
        return self.signing.applied(own)

    def rules_of(self, quote: Quote) -> Rulebook:
        """The rules that a quote is priced with: its own version, or else those in force.

        Raises:
            RecordMissing: If its version is not stored.
        """
        return self.rules._replace(pricing=self.policy_version(quote.policy_version))

    def supplier(self) -> Supplier:
        """The company that makes the offers."""
        return supplier(self.settings)

    def fonts(self) -> FontSet:
        """Fonts of the documents, loaded at the first document and kept."""
        if self._fonts is None:
            from app.documents.pdf import FontSet

            self._fonts = FontSet.load(resource("fonts"))
        return self._fonts

    def filler(self) -> Filler:
        """Who fills the user's own templates; started at the first one and kept."""
        if self._filler is None:
            from app.documents.fill_worker import Filler

            self._filler = Filler()
        return self._filler

    def next_number(self, day: date) -> str:
        """The number of the next quote, as the settings say.

        Raises:
            StorageError: The database failed.
        """
        own = self.settings
        pattern = QUOTE_NUMBER if quote_pattern_fault(own.quote_number) else own.quote_number
        return self.numbers.next_number(day, pattern, own.manager_id)

    def save_settings(self, settings: Settings, begun: Settings | None = None) -> None:
        """Keep other settings; those that were left alone stay as another window stored them.

        Args:
            settings: With what was changed.
            begun: As they were when that began; those of this workspace when not given.

        Raises:
            StorageError: The file could not be written.
        """
        self.settings = self.settings_store.change(begun or self.settings, settings)
        self.settings_kept()

    def reread_settings(self) -> None:
        """Take over what another window stored."""
        self.settings = self.settings_store.load().settings

    def forget_catalog(self) -> None:
        """Read the newest version again the next time it is asked for."""
        self._catalog = None
