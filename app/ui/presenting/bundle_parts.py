"""What is composed in a bundle, as rows one types into: components, groups, prices, conditions."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from app.ui.presenting.catalogue_detail import charge_name
from app.ui.presenting.catalogue_words import basis_name, field_title
from app.ui.presenting.items import FAMILY_ICONS
from app.ui.widgets.rows import EMPTY_CELL, Cell, ColumnSpec, QuoteRow
from catalog.bundle import PricingForm
from catalog.bundle_draft import part_at
from catalog.bundle_fields import part_field
from catalog.component_kind import ComponentKind
from catalog.option_group import MemberPricing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from app.ui.presenting.speaker import Speaker
    from catalog.bundle import BundledOffering
    from catalog.option_group import OptionGroup
    from catalog.problem import Problem
    from catalog.product_catalog import ProductCatalog

QUANTITY, TERMS, PRICE, LIST, LEAST, MOST, DEFAULT = range(1, 8)
"""Columns after the title."""
_NAMES = ("name", "quantity", "terms", "price", "list", "least", "most", "default")
_PLAIN = ("components", "children", "one_time", "overage", "options", "conditions")


def part_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """Columns of the composed list."""
    translate = speaker.translate
    return (
        ColumnSpec("name", translate("Bundles", "Content"), 0, "left"),
        ColumnSpec("quantity", field_title(speaker, "quantity"), 96),
        ColumnSpec("terms", translate("Bundles", "Counted"), 100, "left", typed="text"),
        ColumnSpec("price", field_title(speaker, "price"), 84),
        ColumnSpec("list", field_title(speaker, "list_price"), 76),
        ColumnSpec("least", field_title(speaker, "least"), 60),
        ColumnSpec("most", field_title(speaker, "most"), 60),
        ColumnSpec("default", translate("Bundles", "Usual"), 64),
    )


def column_name(bundle: BundledOffering, place: str, column: int) -> str:
    """The field that a column of a row stands for; empty when the row has none there."""
    name = _NAMES[column]
    part = part_at(bundle, place)
    if name == "price" and getattr(part, "pricing", None) is MemberPricing.PERCENT_OFF:
        return "percent"
    return name if part_field(place, name) is not None else ""


def has_numbers(bundle: BundledOffering) -> bool:
    """Whether anything of the bundle has least and most numbers."""
    return bool(bundle.groups or bundle.options or bundle.conditions)


def kind_words(speaker: Speaker, place: str) -> tuple[tuple[str, str], ...]:
    """What may be chosen in the column of terms: pairs of word and text."""
    if "/members/" in place:
        return tuple((pricing.value, pricing_name(speaker, pricing)) for pricing in MemberPricing)
    if place.startswith("components/"):
        return tuple(
            (kind.value, speaker.words(f"difference.value.{kind}")) for kind in ComponentKind
        )
    return ()


def pricing_name(speaker: Speaker, pricing: MemberPricing) -> str:
    """What a chosen member costs."""
    translate = speaker.translate
    return {
        MemberPricing.INCLUDED: translate("Bundles", "included"),
        MemberPricing.LIST: translate("Bundles", "list price"),
        MemberPricing.OWN_PRICE: translate("Bundles", "own price"),
        MemberPricing.PERCENT_OFF: translate("Bundles", "percent off"),
    }[pricing]


def form_name(speaker: Speaker, form: PricingForm) -> str:
    """How a bundle comes to its price."""
    translate = speaker.translate
    return {
        PricingForm.FIXED: translate("Bundles", "One price a month"),
        PricingForm.PERCENT_OFF: translate("Bundles", "Percent off each component"),
        PricingForm.COMPONENT_PRICES: translate("Bundles", "Prices of its own"),
        PricingForm.SUM: translate("Bundles", "Sum of list prices"),
    }[form]


def list_title(speaker: Speaker, list_: str) -> str:
    """The name of a list of parts."""
    return field_title(speaker, list_)


def part_rows(
    speaker: Speaker,
    catalog: ProductCatalog,
    bundle: BundledOffering,
    problems: Sequence[Problem],
    *,
    editable: bool,
) -> tuple[QuoteRow, ...]:
    """Every list of the bundle that holds something, and the components in any case."""
    rows = _Rows(speaker, catalog, bundle, part_faults(speaker, bundle, problems), editable)
    return tuple(rows.sections())


def part_faults(
    speaker: Speaker, bundle: BundledOffering, problems: Sequence[Problem]
) -> dict[tuple[str, str], str]:
    """What is wrong, by charge, group or inner bundle, and the field; the field may be empty."""
    found = {}
    for problem in problems:
        if problem.where.subject != bundle.code:
            continue
        named = problem.parameters
        text = " ".join(speaker.finding(problem.code, named))
        field = named.get("field", "").split(" ")
        column = field[-1] if len(field) > 1 else ""
        subject = named.get("charge") or named.get("group") or named.get("bundle") or ""
        if len(field) > 1:
            subject = field[-2] if field[0] != "groups" or len(field) > 2 else field[1]
        if subject:
            found[subject, {"units": "quantity"}.get(column, column)] = text
    return found


class _Rows:
    """Makes the rows of one bundle."""

    def __init__(
        self,
        speaker: Speaker,
        catalog: ProductCatalog,
        bundle: BundledOffering,
        faults: Mapping[tuple[str, str], str],
        editable: bool,
    ) -> None:
        self._speaker = speaker
        self._catalog = catalog
        self._bundle = bundle
        self._faults = faults
        self._editable = editable

    def sections(self) -> Iterator[QuoteRow]:
        for list_ in _PLAIN:
            parts = getattr(self._bundle, list_)
            if list_ == "children":
                yield from self._groups()
            if parts or list_ == "components":
                rows = tuple(self._row(f"{list_}/{at}", part) for at, part in enumerate(parts))
                title = list_title(self._speaker, list_)
                yield QuoteRow(list_, "section", "", title, str(len(parts)), children=rows)

    def _groups(self) -> Iterator[QuoteRow]:
        for at, group in enumerate(self._bundle.groups):
            place = f"groups/{at}"
            rows = tuple(
                self._row(f"{place}/members/{number}", member)
                for number, member in enumerate(group.members)
            )
            name = self._speaker.name(group.name) or group.code
            badge = self._faults.get((group.code, ""), "")
            yield QuoteRow(
                place,
                "section",
                "",
                f"{list_title(self._speaker, 'groups')} · {name}",
                _group_rule(self._speaker, group),
                badge="!" if badge else "",
                cells=self._cells(place, group, group.code),
                children=rows,
            )

    def _row(self, place: str, part: object) -> QuoteRow:
        code = _code_of(part)
        child = self._catalog.bundle(code) if place.startswith("children/") else None
        owner = self._catalog.owner(code)
        if child is not None:
            title, icon = self._speaker.name(child.name), "layers"
        elif place.startswith("conditions/"):
            title, icon = code, "list-filter"
        else:
            title = charge_name(self._speaker, self._catalog, code)
            icon = FAMILY_ICONS.get(owner.family, "package") if owner is not None else "circle-help"
        shown = "" if title == code else code
        return QuoteRow(place, "item", icon, title, shown, cells=self._cells(place, part, code))

    def _cells(self, place: str, part: object, code: str) -> tuple[Cell, ...]:
        return tuple(self._cell(place, part, code, column) for column in range(1, len(_NAMES)))

    def _cell(self, place: str, part: object, code: str, column: int) -> Cell:
        if column == LIST:
            return self._list(code)
        name = column_name(self._bundle, place, column)
        if not name or (column == PRICE and not self._has_price(part)):
            return EMPTY_CELL
        field = part_field(place, name)
        assert field is not None  # noqa: S101 (for the type checker: column_name has looked)
        value = part
        for step in field.path:
            value = getattr(value, step)
        fault = self._faults.get((code, name), "")
        words = dict(kind_words(self._speaker, place))
        text, unit = self._text(name, value), ""
        if column == TERMS and words:
            text = words.get(str(value), "")
        if name == "percent":
            unit = "%"
        if column == QUANTITY:
            charge = self._catalog.charge(code)
            unit = charge.unit if charge is not None else ""
        return Cell(
            text,
            unit,
            tone="bad" if fault else "normal",
            editable=self._editable and not (column == TERMS and bool(words)),
            hint=fault,
        )

    def _has_price(self, part: object) -> bool:
        pricing = getattr(part, "pricing", None)
        if pricing is not None:
            return pricing in {MemberPricing.OWN_PRICE, MemberPricing.PERCENT_OFF}
        return not hasattr(part, "kind") or self._bundle.form is PricingForm.COMPONENT_PRICES

    def _list(self, code: str) -> Cell:
        charge = self._catalog.charge(code)
        if charge is None:
            return EMPTY_CELL
        text = self._speaker.figures.price(charge.list_price)
        return Cell(text, basis_name(self._speaker, charge), "muted")

    def _text(self, name: str, value: object) -> str:
        if value is None or (value == 0 and name in {"least", "most", "default"}):
            return "–" if name in {"least", "most", "default", "price"} else ""
        if isinstance(value, tuple):
            return "、".join(str(one) for one in value)
        if name == "price":
            return self._speaker.figures.price(_decimal(value))
        if name == "percent":
            return f"{_decimal(value).normalize():f}"
        return str(value)


def _decimal(value: object) -> Decimal:
    assert isinstance(value, Decimal)  # noqa: S101 (for the type checker: prices are)
    return value


def _code_of(part: object) -> str:
    for name in ("charge", "bundle", "measure", "code"):
        code = getattr(part, name, None)
        if code is not None:
            return str(code)
    return ""


def _group_rule(speaker: Speaker, group: OptionGroup) -> str:
    translate = speaker.translate
    if group.is_alternative:
        return translate("Bundles", "exactly one")
    if group.most:
        text = translate("Bundles", "{least} to {most}")
        return text.format(least=group.least, most=group.most)
    return translate("Bundles", "at least {least}").format(least=group.least)
