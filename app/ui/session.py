"""QuoteSession: the open quote, its price and its undo stack; the only thing that changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from app.quoting.authority.judging import ALONE, Surroundings
from app.quoting.quote import Quote
from app.quoting.scenario_edits import same_content
from app.ui.keeping import EditKept, Keeper, MoveKept
from app.ui.undo import ReplaceQuote

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from app.quoting.customer import Customer
    from app.quoting.freezing import Rulebook, Worked
    from app.quoting.supplier import Supplier
    from catalog.product_catalog import ProductCatalog
    from pricing.bills import Bills
    from pricing.context import Used
    from pricing.policy import PricingPolicy


class Basis(NamedTuple):
    """What a price depends on besides the quote.

    Attributes:
        customer: Whom the quote is for.
        bills: Past bills.
        catalog: Catalogue that the quote is priced with.
        rules: Rules in force.
        supplier: Who makes the offer.
        catalogs: Every version that the quote or its history names; under no name the one for
            values that name none.
        policies: Pricing policies likewise.
        used: What frozen quotes of all customers have used of promotions, by rule.
        around: Other quotes of the customer, for discount authority.
    """

    customer: Customer
    bills: Bills
    catalog: ProductCatalog
    rules: Rulebook
    supplier: Supplier
    catalogs: Mapping[str, ProductCatalog] = {}
    policies: Mapping[str, PricingPolicy] = {}
    used: Mapping[str, Used] = {}
    around: Surroundings = ALONE

    def of(self, quote: Quote) -> Basis:
        """The basis of a value: the same with the versions that the value names."""
        catalog = self.catalogs.get(quote.catalog_version, self.catalog)
        policy = self.policies.get(quote.policy_version, self.rules.pricing)
        if catalog is self.catalog and policy is self.rules.pricing:
            return self
        return self._replace(catalog=catalog, rules=self.rules._replace(pricing=policy))

    def work_out(self, quote: Quote, known: Worked | None = None, label: str = "") -> Worked:
        """Price and judge a quote; a label makes it a revision with a fingerprint."""
        from app.quoting.freezing import work_out  # the engine is not read before the first paint

        basis = self.of(quote)
        return work_out(
            quote,
            self.customer,
            self.bills,
            basis.catalog,
            basis.rules,
            self.supplier,
            label=label,
            known=known,
            used=self.used,
            around=self.around,
        )


class Step(Struct, frozen=True):
    """One value that undo and redo reach, with its place in the stored edit log."""

    position: int
    label: str
    merge_key: str
    quote: Quote


class QuoteSession(QObject):
    """Holds one open quote.

    * ``changed(before, after)``: what is shown is another ``Worked`` now; pages compare the parts
      that they show by identity.
    """

    changed = Signal(object, object)

    def __init__(
        self,
        basis: Basis,
        worked: Worked,
        steps: Sequence[Step],
        position: int,
        keeper: Keeper | None,
        speak: Callable[[str], str],
        parent: QObject | None = None,
    ) -> None:
        """Open a quote as it was left.

        Args:
            basis: What its price depends on.
            worked: The quote, worked out.
            steps: The values that undo and redo reach, oldest first.
            position: Place of the quote's value in the edit log.
            keeper: Stores edits; ``None`` keeps them in memory only.
            speak: Turns the identifier of an edit into its name.
            parent: Owner.
        """
        super().__init__(parent)
        self.basis = basis
        self.keeper = keeper
        self.allowed: Callable[[], bool] = lambda: True
        """Asked before each edit, undo and redo; may ask the user."""
        self.stack = QUndoStack(self)
        self._speak = speak
        self._committed = worked
        self._shown = worked
        self._target = worked.revision.quote
        self._steps = list(steps)
        self._restore(position)

    # ------------------------------------------------------------ reading

    @property
    def worked(self) -> Worked:
        """What is shown, a preview included."""
        return self._shown

    @property
    def committed(self) -> Worked:
        """The committed quote, worked out; no preview."""
        return self._committed

    @property
    def quote(self) -> Quote:
        """The committed quote."""
        return self._committed.revision.quote

    # ------------------------------------------------------------ editing

    def apply(self, label: str, edit: Callable[[Quote], Quote], merge_key: str = "") -> bool:
        """Make an edit: work it out first, then push and store it.

        Args:
            label: Identifier of the edit.
            edit: Gives the next value, or the very same object when nothing changes.
            merge_key: Edits of one key in a row are one step of undo.

        Returns:
            Whether anything changed.
        """
        before = self.quote
        after = edit(before)
        if after is before or not self._may_become(after):
            self.end_preview()
            return False
        worked = self.basis.work_out(after, known=self._shown)
        merges = self._merges(merge_key)
        self._note(Step(self._next_position(merges=merges), label, merge_key, after))
        self.stack.push(
            ReplaceQuote(
                self._speak(label),
                before,
                after,
                self._assign,
                merge_key=merge_key,
                merges=merges,
            )
        )
        self._commit(worked)
        if self.keeper is not None:
            self.keeper.keep(EditKept(worked.revision, label, merge_key))
        return True

    def preview(self, edit: Callable[[Quote], Quote]) -> None:
        """Show what an edit would give, without making it."""
        after = edit(self.quote)
        if after is self._shown.revision.quote:
            return
        if after is self.quote:
            self.end_preview()
            return
        self._show(self.basis.work_out(after, known=self._shown))

    def end_preview(self) -> None:
        """Show the committed quote again."""
        if self._shown is not self._committed:
            self._show(self._committed)

    def offer_catalog(self, catalog: ProductCatalog) -> None:
        """Have another catalogue version at hand, for an edit that names it."""
        known = {"": self.basis.catalog, **self.basis.catalogs, catalog.version: catalog}
        self.basis = self.basis._replace(catalogs=known)

    def offer_policy(self, policy: PricingPolicy) -> None:
        """Have another version of the pricing rules at hand, for an edit that names it."""
        known = {"": self.basis.rules.pricing, **self.basis.policies, policy.version: policy}
        self.basis = self.basis._replace(policies=known)

    def renew_used(self, used: Mapping[str, Used]) -> None:
        """Price again with what other quotes have used of promotions by now; no edit."""
        if used != self.basis.used:
            self.basis = self.basis._replace(used=used)
            self._commit(self.basis.work_out(self.quote))

    def renew_bills(self, bills: Bills, customer: Customer | None = None) -> None:
        """Compare with the bills, and of a customer, as they are now; no edit."""
        customer = customer or self.basis.customer
        if (bills, customer) != (self.basis.bills, self.basis.customer):
            self.basis = self.basis._replace(bills=bills, customer=customer)
            self._commit(self.basis.work_out(self.quote))

    # ------------------------------------------------------------ undo and redo

    def undo(self) -> None:
        """Go back one edit."""
        self.go_to(self.stack.index() - 1)

    def redo(self) -> None:
        """Go forward one edit."""
        self.go_to(self.stack.index() + 1)

    def go_to(self, index: int) -> None:
        """Go to the value after so many edits; outside the history nothing happens."""
        if not 0 <= index <= self.stack.count() or index == self.stack.index():
            return
        quote = self._steps[index].quote
        if not self._may_become(quote):
            return
        worked = self.basis.work_out(quote, known=self._shown)
        self.stack.setIndex(index)
        self._commit(worked)
        if self.keeper is not None:
            self.keeper.keep(MoveKept(self._steps[index].position))

    # ------------------------------------------------------------ inside

    def _may_become(self, quote: Quote) -> bool:
        """Whether the value may be taken; targets of a negotiation are nobody else's business."""
        return same_content(self.quote, quote) or self.allowed()

    def _restore(self, position: int) -> None:
        """Fill the stack with the stored history and go to the stored place in it."""
        places = [step.position for step in self._steps]
        if position not in places:
            self._steps = [Step(position, "", "", self._target)]
            return
        for before, after in zip(self._steps, self._steps[1:], strict=False):
            text = self._speak(after.label)
            key = after.merge_key
            command = ReplaceQuote(text, before.quote, after.quote, self._assign, merge_key=key)
            self.stack.push(command)
        self.stack.setIndex(places.index(position))

    def _merges(self, merge_key: str) -> bool:
        """Whether an edit joins the newest one: the same rule as in the stored edit log."""
        index = self.stack.index()
        at_the_end = index == self.stack.count() and index > 0
        return bool(merge_key) and at_the_end and self._steps[index].merge_key == merge_key

    def _next_position(self, *, merges: bool) -> int:
        newest = max(step.position for step in self._steps)
        return newest if merges else newest + 1

    def _note(self, step: Step) -> None:
        index = self.stack.index()
        if step.position == self._steps[index].position:
            self._steps[index] = step
        else:
            self._steps[index + 1 :] = [step]

    def _assign(self, quote: Quote) -> None:
        self._target = quote

    def _commit(self, worked: Worked) -> None:
        self._committed = worked
        self._show(worked)

    def _show(self, worked: Worked) -> None:
        before, self._shown = self._shown, worked
        self.basis = self.basis.of(worked.revision.quote)
        if before is not worked:
            self.changed.emit(before, worked)
