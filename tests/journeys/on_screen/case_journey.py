"""The journey of a worked case: from choosing the customer to the complete printed set."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.paths import resource
from app.services.import_cases import read_customer, read_quote
from app.ui.presenting.items import DISCOUNT, QUANTITY
from app.ui.presenting.row_keys import charge_key
from pricing.alterations.free_months import FreeMonths
from pricing.alterations.percentage import Percentage
from tests.journeys.on_screen.eyes import Cell

if TYPE_CHECKING:
    from app.quoting.quote import Quote
    from pricing.item import ItemCharge, QuoteItem
    from tests.journeys.on_screen.manners import ByKeys, ByMouse

_FACTS: Final = (("Facts", "Term"), ("Facts", "Valid until"), ("Facts", "Customer's needs"))
_TERM, _VALID_UNTIL, _NEEDS = _FACTS
_NEXT_STEP: Final = ("Actions", "Next step: submit, hand over, sign")
_APPROVAL: Final = ("Actions", "Write the approval sheet")
"""Texts of the window as they stand in the code, with their context."""


class CaseJourney:
    """Makes the quote of a case and its papers by what the window offers."""

    def __init__(self, case: int, manner: ByKeys | ByMouse) -> None:
        """Work on a case in a manner."""
        folder = resource("sample", "cases", str(case))
        self._wanted = read_quote(folder / "quote.toml")
        self._customer = read_customer(folder / "customer.toml").name
        self._manner = manner
        self._user, self._eyes, self._say = manner.user, manner.eyes, manner.say

    @property
    def characters(self) -> str:
        """What is typed on the way."""
        named = (self._say(*one) for one in (*_FACTS, _NEXT_STEP, _APPROVAL))
        return "".join((self._customer, self._wanted.title, *self._wanted.needs, *named))

    def begin(self) -> None:
        """Choose the customer and put the items into a quote."""
        self._user.step = "choose the customer, begin a quote"
        self._manner.begin(self._customer)
        for item in self._wanted.items:
            self._user.step = f"add {item.offering}"
            self._add(item)

    def run(self) -> None:
        """Do everything; the window may be closed then."""
        user = self._user
        self.begin()
        self._change_facts()
        user.step = "take the ways out of what stands in the way"
        while self._eyes.see(self._manner.first_cures):
            self._manner.cure()
        user.step = "hand in"
        self._manner.do(
            self._say("Life", "Submit for approval"),
            self._say(*_NEXT_STEP),
        )
        user.step = "write and print the set for the visit"
        self._print_set()
        user.step = "write the approval workbook"
        self._manner.do(self._say("TopBar", "Approval sheet"), self._say(*_APPROVAL))
        self._eyes.settle()

    # ------------------------------------------------------------ items

    @property
    def _quote(self) -> Quote:
        session = self._eyes.window.desk.session
        assert session is not None
        return session.quote

    def _item(self, item: str) -> QuoteItem:
        found = self._eyes.see(lambda: self._quote.item(item))
        assert found is not None
        return found

    def _add(self, wanted: QuoteItem) -> None:
        """Add an item and make it what it is to be."""
        self._manner.add(wanted.offering)
        key = self._eyes.see(lambda: self._quote.items[-1].id)
        here = {charge.code for charge in self._item(key).charges}
        for charge in wanted.charges:
            if charge.code not in here:
                self._add_charge(key, charge)
        if wanted.quantity != self._item(key).quantity:
            self._write(Cell(key, QUANTITY), str(wanted.quantity), "quantity of the item")
        for charge in wanted.charges:
            self._make_charge(key, charge)
        there = {charge.code for charge in wanted.charges}
        for charge in self._item(key).charges:
            if charge.code not in there:
                self._manner.reach(self._cell(key, charge.code, 0), "go to a charge not wanted")
                self._user.press("Delete", "take the charge out")
        for alteration in wanted.alterations:
            assert isinstance(alteration, FreeMonths)
            months = self._say("ItemTiming", "{count} months").format(count=alteration.months)
            self._manner.choose(Cell(key, 0), self._say("ItemTiming", "Free months"), months)

    def _add_charge(self, key: str, wanted: ItemCharge) -> None:
        entry = self._say("ItemMenu", "Add charge")
        self._manner.choose(Cell(key, 0), entry, self._name_of_charge(wanted.code))

    def _name_of_charge(self, code: str) -> str:
        def look() -> str:
            window = self._eyes.window
            session = window.desk.session
            charge = session.basis.catalog.charge(code) if session is not None else None
            return window.around.speaker.figures.text(charge.name) if charge is not None else ""

        return self._eyes.see(look)

    def _make_charge(self, key: str, wanted: ItemCharge) -> None:
        """Type quantity and discount of a charge where they are others."""
        if self._charge(key, wanted.code).quantity != wanted.quantity:
            cell = self._cell(key, wanted.code, QUANTITY)
            self._write(cell, str(wanted.quantity), f"quantity of {wanted.code}")
        alteration = wanted.alteration
        if isinstance(alteration, Percentage):
            cell = self._cell(key, wanted.code, DISCOUNT)
            self._write(cell, f"{alteration.percent}", f"discount on {wanted.code}")

    def _charge(self, key: str, code: str) -> ItemCharge:
        return next(one for one in self._item(key).charges if one.code == code)

    def _cell(self, key: str, code: str, column: int) -> Cell:
        """The cell of a charge; in the row of the item where the charge has none of its own."""

        def look() -> Cell:
            places = [one.code for one in self._quote.item(key).charges]  # type: ignore[union-attr] # it was just added
            row = charge_key(key, code, places.index(code))
            there = self._manner.tree().index_of(row).isValid()
            return Cell(row if there else key, column)

        return self._eyes.see(look)

    def _write(self, cell: Cell, text: str, why: str) -> None:
        self._manner.reach(cell, why)
        self._user.type(text, why)
        self._user.press("Return", why)

    # ------------------------------------------------------------ facts

    def _change_facts(self) -> None:
        wanted, user, apply = self._wanted, self._user, self._say("TermDialog", "Apply")
        here = self._eyes.see(lambda: self._quote)
        user.step = "term"
        if (here.term, here.tender) != (wanted.term, wanted.tender):
            self._manner.open_fact(self._say(*_TERM))
            user.type(str(wanted.term), "months")
            if wanted.tender:
                box = "The quote answers an invitation to tender"
                self._manner.tick(self._say("TermDialog", box))
            self._manner.agree(apply)
        user.step = "last day of validity"
        if here.valid_until != wanted.valid_until:
            self._manner.open_fact(self._say(*_VALID_UNTIL))
            user.type(f"{wanted.valid_until:%Y%m%d}", "the last day")
            self._manner.agree(apply)
        user.step = "the customer's needs"
        self._manner.open_fact(self._say(*_NEEDS))
        user.type("\n".join(wanted.needs), "the customer's needs")
        self._manner.agree(apply)
        user.step = "title of the solution"
        self._manner.start_title()
        user.type(wanted.title, "title")
        user.press("Return", "end the title")

    # ------------------------------------------------------------ papers

    def _print_set(self) -> None:
        """The set for a visit: papers are written, then the system's dialogue prints them."""
        eyes, user = self._eyes, self._user
        user.press("ctrl+p", "print the set for the visit")
        self._manner.agree(self._say("PrintDialog", "Choose printer…"))
        eyes.wait_for(lambda: eyes.front_kind() == "QPrintDialog", "the dialogue of printers", 120)
        eyes.settle()
        user.press("Return", "print")
        eyes.wait_for(lambda: eyes.front_kind() == "MainWindow", "the dialogue to go", 30)
        eyes.settle()
