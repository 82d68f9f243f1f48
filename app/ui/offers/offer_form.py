"""OfferForm: what is needed and how the best offer is chosen."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QVBoxLayout, QWidget

from app.quoting.measures import is_fixed_line
from app.quoting.offer.problem import Goal
from app.quoting.offer.wanting import Asked, expected_usage, need_of, needs_at_hand, usage_charge
from app.ui.finding import Finder
from app.ui.presenting.offers import USAGE, need_columns, need_rows, usage_rows
from app.ui.presenting.search import found_note, hits_of
from app.ui.tokens import Space
from app.ui.widgets.choice_chips import ChoiceChips
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.number_field import DecimalField
from app.ui.widgets.parts import make_label
from app.ui.widgets.search_popup import SearchPopup
from app.ui.widgets.segmented import Segmented
from catalog.charge import ChargeType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.quoting.offer.asking import Circumstances
    from app.quoting.offer.problem import Need
    from app.ui.page import Surroundings
    from app.ui.widgets.search_hits import SearchHit
    from catalog.money import Fen
    from catalog.search import Found

_TERMS = (12, 24, 36)
_HIGH = 220
_MOST_UNITS = 10**6


class OfferForm(QWidget):
    """Holds the question; ``changed()`` fires when it is another one."""

    changed = Signal()

    def __init__(self, around: Surroundings, of: Circumstances, parent: QWidget) -> None:
        """Begin with what the quote offers, or with what the customer has."""
        super().__init__(parent)
        self._around, self._of = around, of
        self._needs: dict[str, Need] = {need.id: need for need in needs_at_hand(of)}
        self._usage = expected_usage(of)
        self._finder = Finder(around.indexes, around.tasks, self)
        self._finder.answered.connect(self._show_found)
        self._finder.look_in(of.catalog.content)
        self.needs = DataTable(need_columns(around.speaker), self.tr("Needs"), compact=True)
        self.needs.setMinimumHeight(_HIGH)
        self.needs.cell_edited.connect(self._edit)
        self.needs.remove_requested.connect(self._remove)
        self.search = SearchPopup(self.tr("Add what is needed"), self.tr("Find what is needed"))
        self.search.query_changed.connect(self._find)
        self.search.chosen.connect(self.add_need)
        self._settings()
        self._lay_out()
        self._show_needs()

    def _settings(self) -> None:
        self.goal = Segmented(
            (
                (Goal.LEAST_COST.value, self.tr("least cost")),
                (Goal.MOST_MARGIN.value, self.tr("most margin")),
            ),
            Goal.LEAST_COST.value,
            self.tr("Best is"),
        )
        self.saving = DecimalField()
        self.saving.setRange(0, 99)
        self.saving.setDecimals(1)
        self.saving.setSuffix(" %")
        self.saving.setSpecialValueText(self.tr("any"))
        self.terms = ChoiceChips(self.tr("Commitment in months"))
        own = self._of.quote.term
        lengths = sorted({own, *_TERMS})
        self.terms.set_words([(str(n), str(n)) for n in lengths])
        self.terms.set_picked((str(own),))
        self.discounts = ChoiceChips(self.tr("Discounts to try"))
        self.discounts.set_words([(str(n), f"{n} %") for n in (3, 5, 10)])
        self.approval = QCheckBox(self.tr("also beyond my own authority"))
        self.competitors: list[tuple[QCheckBox, Fen]] = []
        speaker, today = self._around.speaker, self._of.quote.like_for_like.competitor
        for one in self._of.customer.competitors:
            text = self.tr("It replaces {operator}: {monthly} a month")
            monthly = speaker.figures.yuan(one.monthly)
            box = QCheckBox(text.format(operator=one.operator, monthly=monthly))
            box.setChecked(today >= one.monthly > 0)
            self.competitors.append((box, one.monthly))

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(Space.SM)
        rows = (
            (self.tr("Best is"), self.goal),
            (self.tr("Saves at least"), self.saving),
            (self.tr("Months"), self.terms),
            (self.tr("Discounts to try"), self.discounts),
        )
        for caption, field in rows:
            form.addRow(make_label(caption, "second"), field)
            field.setAccessibleName(caption)
        for box in (self.approval, *(box for box, _ in self.competitors)):
            box.setAccessibleName(box.text())
            form.addRow(box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SM)
        column.addWidget(self.needs, 1)
        column.addWidget(self.search)
        column.addLayout(form)

    # ------------------------------------------------------------ what is asked

    def asked(self) -> Asked:
        """The question as it stands."""
        percent = Decimal(str(round(self.saving.value(), 1)))
        return Asked(
            tuple(self._needs.values()),
            Goal(self.goal.current),
            percent or None,
            tuple(int(word) for word in self.terms.picked_words()),
            tuple(Decimal(word) for word in self.discounts.picked_words()),
            self.approval.isChecked(),
            {code: units for code, units in self._usage.items() if units},
        )

    def competitor(self) -> Fen:
        """Fen a month paid to competitors that the offer replaces.

        Where the customer's competitors are not known, what the quote says.
        """
        if not self.competitors:
            return self._of.quote.like_for_like.competitor
        return sum(monthly for box, monthly in self.competitors if box.isChecked())

    def cancels_lines(self) -> bool:
        """Whether the offer is to replace fixed lines that the customer has from others."""
        pairs = zip(self.competitors, self._of.customer.competitors, strict=True)
        return any(box.isChecked() and is_fixed_line(one) for (box, _), one in pairs)

    # ------------------------------------------------------------ needs

    def add_need(self, code: str) -> None:
        """Want one of an offering, or one more."""
        need = need_of(self._of.catalog, code, 1)
        calls = usage_charge(self._of.catalog, code)
        if need is None and calls:
            self._usage.setdefault(calls, 0)
            self._show_needs()
            return
        if need is None:
            self._around.toasts.show_news(self.tr("It has no monthly charge"), "warn")
            return
        # A charge answers one need, at whatever sites it is wanted.
        same = [one for one in self._needs.values() if set(one.answers) & set(need.answers)]
        known = next((one for one in same if not one.site), None)
        if known is None and same:
            need = msgspec.structs.replace(same[0], id=same[0].pool, site="", pool="")
        count = known.quantity + 1 if known is not None else 1
        need = known or need
        self._needs[need.id] = msgspec.structs.replace(need, quantity=count)
        self._show_needs()

    def set_units(self, need_id: str, units: int) -> None:
        """Want so many; 0 wants none."""
        if need_id.startswith(USAGE):
            self._usage[need_id.removeprefix(USAGE)] = min(units, _MOST_UNITS)
        elif units <= 0:
            self._needs.pop(need_id, None)
        elif need_id in self._needs:
            need = self._needs[need_id]
            self._needs[need_id] = msgspec.structs.replace(need, quantity=min(units, _MOST_UNITS))
        self._show_needs()

    def _edit(self, key: str, _column: int, text: str) -> None:
        if text.strip().isdecimal():
            self.set_units(key, int(text))

    def _remove(self, keys: tuple[str, ...]) -> None:
        for key in keys:
            self.set_units(key, 0)

    def _show_needs(self) -> None:
        speaker = self._around.speaker
        sites = {site.id: site.name for site in self._of.customer.sites}
        needs = need_rows(speaker, tuple(self._needs.values()), sites)
        self.needs.set_rows((*needs, *usage_rows(speaker, self._of.catalog, self._usage)))
        self.changed.emit()

    def _find(self, text: str) -> None:
        found = self._finder.ask(text) if text.strip() else None
        if found is None:
            self.search.set_hits(())
        else:
            self._show_found(found)

    def _show_found(self, found: Found) -> None:
        speaker, typed = self._around.speaker, self.search.text()
        hits = hits_of(speaker, self._of.catalog, found, typed)
        single = [part for hit in hits for part in self._parts(hit)]
        single.sort(key=lambda hit: hit.code.casefold() != typed.strip().casefold())
        self.search.set_hits(tuple(single), found_note(speaker, found, typed))

    def _parts(self, hit: SearchHit) -> Iterator[SearchHit]:
        """A hit with the further monthly charges of its offering; nothing of a bundle.

        Of what is either rented or bought each charge as well.
        """
        offering = self._of.catalog.offering(hit.key)
        if offering is None:
            return
        yield hit
        monthly = [one for one in offering.charges if one.type is ChargeType.RECURRING]
        usual = monthly[0].code if monthly else ""
        either = offering.either(usual)
        for charge in offering.charges:
            several = charge.code in either and len(either) > 1
            if not several and (charge.type is not ChargeType.RECURRING or charge.code == usual):
                continue
            sold = self._of.catalog.sold(charge.code)
            title = self._around.speaker.name(sold.name) if sold is not None else hit.title
            yield msgspec.structs.replace(
                hit, key=charge.code, code=charge.code, title=title, title_marks=(), code_marks=()
            )
