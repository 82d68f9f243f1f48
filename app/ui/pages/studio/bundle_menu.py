"""What the menu of a bundle does: choose its options, turn it into separate items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.quoting import bundle_edits
from app.ui.dialogs.bundle_dialog import BundleDialog, DissolveDialog, PartDiscountDialog
from app.ui.presenting.bundle_options import option_choices, price_now, whole_price
from pricing.alterations.percentage import Percentage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.quoting.quote import Quote
    from app.ui.presenting.cell_edits import CellEdit, PartDiscount
    from app.ui.presenting.speaker import Speaker
    from app.ui.session import QuoteSession
    from catalog.product_catalog import ProductCatalog

    Edit = Callable[[Quote], Quote]


class BundleMenu(QObject):
    """Opens the dialogs of one item's bundle; what is chosen shows at once and is one edit."""

    def __init__(self, session: QuoteSession, speaker: Speaker, window: QWidget) -> None:
        """Work on the open quote."""
        super().__init__(window)
        self._session = session
        self._speaker = speaker
        self._window = window

    def has_options(self, item_id: str) -> bool:
        """Whether there is anything to choose in an item."""
        item = self._session.quote.item(item_id)
        bundle = self._catalog.bundle(item.offering) if item is not None else None
        return bundle is not None and bool(
            bundle.groups or any(self._inner_groups(code.bundle) for code in bundle.children)
        )

    def is_bundle(self, item_id: str) -> bool:
        """Whether an item is a bundle that the catalogue knows."""
        item = self._session.quote.item(item_id)
        return item is not None and self._catalog.bundle(item.offering) is not None

    def _inner_groups(self, code: str) -> bool:
        inner = self._catalog.bundle(code)
        return inner is not None and bool(inner.groups)

    @property
    def _catalog(self) -> ProductCatalog:
        return self._session.basis.of(self._session.quote).catalog

    def choose(self, item_id: str) -> BundleDialog | None:
        """Open the options of an item."""
        item = self._session.quote.item(item_id)
        bundle = self._catalog.bundle(item.offering) if item is not None else None
        if item is None or bundle is None:
            return None
        customer = self._session.basis.customer
        segments = (customer.segment, *customer.further_segments)
        choices = option_choices(self._speaker, self._catalog, item, segments)
        title = self.tr("Options of {bundle}").format(bundle=self._speaker.name(bundle.name))
        dialog = BundleDialog(title, choices, self._window)
        made: dict[tuple[str, str], int] = {}

        def edit(quote: Quote) -> Quote:
            for (group, charge), quantity in made.items():
                quote = bundle_edits.set_choice(
                    quote, self._catalog, item_id, group, charge, quantity
                )
            return quote

        def chosen(group: str, charge: str, quantity: int) -> None:
            made.pop((group, charge), None)
            made[group, charge] = quantity
            self._session.preview(edit)
            self._tell(dialog, item_id)

        dialog.chosen.connect(chosen)
        dialog.accepted.connect(lambda: self._session.apply("item.choices", edit))
        dialog.rejected.connect(self._session.end_preview)
        self._tell(dialog, item_id)
        dialog.open()
        return dialog

    def _tell(self, dialog: BundleDialog, item_id: str) -> None:
        revision = self._session.worked.revision
        found = next(
            (
                problem
                for problem in revision.priced.problems
                if problem.where.subject == item_id and "group" in problem.parameters
            ),
            None,
        )
        named = dict(found.parameters) if found is not None else {}
        charge = self._catalog.charge(named.get("charge", ""))
        if charge is not None:
            named["charge"] = self._speaker.name(charge.name)
        problem = self._speaker.finding(found.code, named)[0] if found is not None else ""
        dialog.show_price(price_now(self._speaker, revision, item_id), problem)

    def dissolve(self, item_id: str, *, edit: Edit | None = None) -> DissolveDialog | None:
        """Ask whether the bundle shall become separate items.

        Args:
            item_id: The item.
            edit: Does that, and what follows from it; nothing but that if left out.
        """
        return self.ask(
            item_id,
            "item.dissolve",
            edit or (lambda quote: bundle_edits.dissolve_bundle(quote, self._catalog, item_id)),
            self.tr("Its parts become items of their own at their own prices."),
        )

    def ask(self, item_id: str, label: str, edit: Edit, text: str) -> DissolveDialog | None:
        """Ask before an edit that dissolves a bundle; both prices are shown."""
        session, speaker = self._session, self._speaker
        quote = session.quote
        item = quote.item(item_id)
        bundle = self._catalog.bundle(item.offering) if item is not None else None
        after = edit(quote)
        if bundle is None or after is quote:
            return None
        worked = session.basis.work_out(after, known=session.worked)
        old = {one.id for one in quote.items}
        made = tuple(one.id for one in after.items if one.id not in old)
        prices = (
            (self.tr("As a bundle"), whole_price(speaker, session.worked.revision, (item_id,))),
            (self.tr("As separate items"), whole_price(speaker, worked.revision, made)),
        )
        text = text.format(bundle=speaker.name(bundle.name))
        dialog = DissolveDialog(self.tr("Separate items"), text, prices, self._window)
        dialog.accepted.connect(lambda: session.apply(label, edit))
        dialog.open()
        return dialog

    # ------------------------------------------------------------ a discount on one part

    def preview(self, part: PartDiscount) -> None:
        """Show what a discount on a part would come to; nothing where it must be asked about."""
        edit = self._part_edit(part)
        if edit(self._session.quote).item(part.item) is not None:
            self._session.preview(edit)
        else:
            self._session.end_preview()

    def discount(self, wanted: CellEdit, part: PartDiscount) -> PartDiscountDialog | None:
        """Take something off one part; of a bundle with one price it is asked what is meant.

        Args:
            wanted: What was typed, as an edit of the whole bundle.
            part: The same, as it was typed.
        """
        session = self._session
        edit, quote = self._part_edit(part), session.quote
        after = edit(quote)
        if after.item(part.item) is not None:
            session.apply(wanted.label, edit, wanted.merge_key)
            return None
        session.end_preview()
        if part.discount is None:  # nothing stands on the part alone that could go
            session.apply(wanted.label, wanted.edit, wanted.merge_key)
            return None
        if not isinstance(part.discount, Percentage):  # a price of the part is none of the whole
            self.ask(part.item, "item.dissolve", edit, self._one_price)
            return None
        return self._ask_what(wanted, part, edit, after)

    def _ask_what(
        self, wanted: CellEdit, part: PartDiscount, edit: Edit, after: Quote
    ) -> PartDiscountDialog | None:
        session, speaker = self._session, self._speaker
        quote = session.quote
        old = {one.id for one in quote.items}
        made = tuple(one.id for one in after.items if one.id not in old)
        item, whole = quote.item(part.item), wanted.edit(quote)
        bundle = self._catalog.bundle(item.offering) if item is not None else None
        if bundle is None:
            return None
        prices = tuple(
            (
                caption,
                whole_price(
                    speaker, session.basis.work_out(one, known=session.worked).revision, items
                ),
            )
            for caption, one, items in (
                (self.tr("Now"), quote, (part.item,)),
                (self.tr("Off the whole bundle"), whole, (part.item,)),
                (self.tr("As separate items"), after, made),
            )
        )
        text = self._one_price.format(bundle=speaker.name(bundle.name))
        dialog = PartDiscountDialog(self.tr("Discount on a part"), text, prices, self._window)
        dialog.whole_wanted.connect(lambda: session.apply(wanted.label, wanted.edit))
        dialog.accepted.connect(lambda: session.apply("item.dissolve", edit))
        dialog.open()
        return dialog

    @property
    def _one_price(self) -> str:
        return self.tr("{bundle} has one price; changed in part it becomes separate items.")

    def _part_edit(self, part: PartDiscount) -> Edit:
        catalog = self._catalog
        return lambda quote: bundle_edits.discount_component(
            quote, catalog, part.item, part.charge, part.discount
        )

    def remove_component(self, item_id: str, charge: str) -> bool:
        """Take a charge out of a bundle; a fixed price is asked about first. False: no bundle."""
        if not self.is_bundle(item_id):
            return False

        def edit(quote: Quote) -> Quote:
            return bundle_edits.remove_component(quote, self._catalog, item_id, charge)

        after = edit(self._session.quote)
        if after.item(item_id) is not None:
            self._session.apply("item.choices", edit)
        else:
            self.ask(item_id, "item.dissolve", edit, self._one_price)
        return True
