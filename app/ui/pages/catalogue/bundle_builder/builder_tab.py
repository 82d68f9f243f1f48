"""The bundle builder: the composed list at the left, what it comes to at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.ui.pages.catalogue.bundle_builder.bundle_head import (
    CONTENT,
    PARTICULARS,
    PREVIEW,
    BundleHead,
)
from app.ui.pages.catalogue.bundle_builder.composer import Composer
from app.ui.pages.catalogue.bundle_builder.figures_panel import FiguresPanel
from app.ui.pages.catalogue.bundle_builder.quoted_view import QuotedView
from app.ui.presenting.bundle_form import CODE, YES_NO, bundle_form, why_not_bundle
from app.ui.theme import set_role
from app.ui.tokens import Space
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.typed_form import TypedForm
from app.ui.widgets.window_width import watch_window_width
from catalog.bundle import BundledOffering, PricingForm
from catalog.bundle_draft import copy_bundle, new_bundle, on_sale_again, put_bundle, withdrawn
from catalog.bundle_fields import BUNDLE_FIELDS, set_bundle_field, set_form
from catalog.cell_text import CellFault, read_code
from catalog.draft import Patch
from catalog.local_text import LocalText
from pricing.bundle_design import DesignBasis

if TYPE_CHECKING:
    from datetime import date

    from app.ui.draft_session import DraftSession
    from app.ui.page import Surroundings
    from app.ui.pages.catalogue.draft_desk import DraftDesk
    from catalog.product_catalog import ProductCatalog
    from pricing.policy import PricingPolicy

_FIGURES, _FIGURES_COMPACT = 476, 420
_WIDE: Final = 1420
_PARTS: Final = (CONTENT, PARTICULARS, PREVIEW)


class BundleBuilder(QWidget):
    """Composes the bundles of a draft; without one it shows those of the catalogue."""

    def __init__(
        self, surroundings: Surroundings, desk: DraftDesk, parent: QWidget | None = None
    ) -> None:
        """Begin without a catalogue; edits go to the desk."""
        super().__init__(parent)
        self._around = surroundings
        self._desk = desk
        self._catalog: ProductCatalog | None = None
        self._draft: DraftSession | None = None
        self._code = ""
        self.policy: PricingPolicy | None = None
        speaker = surroundings.speaker
        self.head = BundleHead(speaker)
        self.composer = Composer(surroundings)
        self.form = TypedForm(self._why_not)
        self.quoted = QuotedView(speaker)
        self.figures = FiguresPanel(speaker)
        self._parts = QStackedWidget()
        self._stack = QStackedWidget()
        self._build()
        self._connect()
        watch_window_width(self, self._fit)

    def _build(self) -> None:
        framed = QWidget()
        set_role(framed, "scrolled")
        padded = QVBoxLayout(framed)
        padded.setContentsMargins(Space.LG, Space.MD, Space.LG, Space.LG)
        padded.addWidget(self.form)
        padded.addStretch()
        particulars = QScrollArea()
        particulars.setFrameShape(QFrame.Shape.NoFrame)
        particulars.setWidgetResizable(True)
        particulars.setWidget(framed)
        for part in (self.composer, particulars, self.quoted):
            self._parts.addWidget(part)
        left = QFrame()
        set_role(left, "card")
        inside = QVBoxLayout(left)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addWidget(self.head)
        inside.addWidget(self._parts, 1)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(Space.LG, Space.LG, Space.LG, Space.LG)
        row.setSpacing(Space.MD)
        row.addWidget(left, 1)
        row.addWidget(self.figures)
        nothing = EmptyState(
            "layers",
            self.tr("No bundles yet"),
            self.tr("Begin a draft and compose the first one."),
            self.tr("New bundle"),
        )
        nothing.activated.connect(self._begin)
        self._stack.addWidget(nothing)
        self._stack.addWidget(whole)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self._stack)

    def _connect(self) -> None:
        head = self.head
        head.chosen.connect(self.show_code)
        head.new.clicked.connect(self.add)
        head.copy.clicked.connect(self._copy)
        head.withdraw.clicked.connect(self._withdraw)
        head.form_chosen.connect(self._set_form)
        head.edited.connect(self._edit_field)
        head.typing.connect(self._try_field)
        head.part_chosen.connect(lambda part: self._parts.setCurrentIndex(_PARTS.index(part)))
        self.form.edited.connect(self._edit_field)
        self.composer.edited.connect(self._put)
        self.composer.tried.connect(self._try)
        self.figures.taken.connect(lambda bundle: self._put("bundle.price", bundle))

    def _fit(self, width: int) -> None:
        self.figures.setFixedWidth(_FIGURES if width >= _WIDE else _FIGURES_COMPACT)

    # ------------------------------------------------------------ showing

    @property
    def bundle(self) -> BundledOffering | None:
        """The chosen bundle as the draft, or the catalogue, has it."""
        return self._catalog.bundle(self._code) if self._catalog is not None else None

    @property
    def _today(self) -> date:
        return self._around.clock().date()

    def show_catalog(self, catalog: ProductCatalog, draft: DraftSession | None) -> None:
        """Show the bundles of a version or of the draft; the chosen one stays where it can."""
        self._catalog, self._draft = catalog, draft
        bundles = catalog.content.bundles
        self._stack.setCurrentIndex(1 if bundles else 0)
        if self.bundle is None:
            self._code = bundles[0].code if bundles else ""
        changed = draft.changed_keys() if draft is not None else frozenset[str]()
        self.head.show_bundles(bundles, self._code, changed, self._today)
        self._show()

    def show_code(self, code: str) -> None:
        """Show another bundle."""
        self._code = code
        self.head.bundles.setCurrentIndex(self.head.bundles.findData(code))
        self._show()

    def _show(self) -> None:
        catalog, bundle, draft = self._catalog, self.bundle, self._draft
        if catalog is None or bundle is None:
            return
        editable = draft is not None
        problems = draft.problems if draft is not None else ()
        self.head.show_bundle(bundle, self._today, editable=editable)
        self.composer.show_bundle(catalog, bundle, problems, editable=editable)
        is_new = draft is not None and all(b.code != bundle.code for b in draft.base.bundles)
        fields = bundle_form(self._around.speaker, bundle, problems, is_new=is_new)
        self.form.set_fields(fields)
        self.form.setEnabled(editable)
        self._try(bundle)

    def _basis(self, bundle: BundledOffering) -> DesignBasis | None:
        """The day is today, or the first day on which the bundle is sold."""
        if self._catalog is None or self.policy is None:
            return None
        first = bundle.valid.first
        day = first if first is not None and first > self._today else self._today
        return DesignBasis(self._catalog, self.policy, day)

    def _try(self, tried: BundledOffering | None) -> None:
        """Show what a bundle comes to; without one what the draft has."""
        bundle = tried or self.bundle
        basis = self._basis(bundle) if bundle is not None else None
        if bundle is not None and basis is not None:
            self.figures.show_bundle(basis, bundle, editable=self._draft is not None)
            self.quoted.show_bundle(basis, bundle)

    # ------------------------------------------------------------ editing

    def _put(self, label: str, bundle: BundledOffering, merge_key: str = "") -> None:
        """Keep the bundle as it is now."""
        if bundle != self.bundle:
            self._desk.apply(label, put_bundle(bundle), merge_key)
        else:
            self._try(None)

    def _why_not(self, name: str, text: str) -> str:
        taken: set[str] = set()
        if name == CODE and self._catalog is not None:
            content = self._catalog.content
            taken = {one.code for one in content.offerings}
            taken |= {one.code for one in content.bundles} - {self._code}
        return why_not_bundle(self._around.speaker, taken, name, text)

    def _with_field(self, name: str, text: str) -> BundledOffering | None:
        bundle = self.bundle
        if bundle is None:
            return None
        if name in YES_NO:
            return msgspec.structs.replace(bundle, **{name: text == str(True)})
        try:
            return set_bundle_field(bundle, BUNDLE_FIELDS[name], text)
        except CellFault:
            return None

    def _try_field(self, name: str, text: str) -> None:
        self._try(self._with_field(name, text))

    def _edit_field(self, name: str, text: str) -> None:
        if name == CODE:
            self._rename(read_code(text))
            return
        changed = self._with_field(name, text)
        if changed is not None:
            self._put("bundle.field", changed, f"{self._code}.{name}")

    def _rename(self, code: str) -> None:
        bundle = self.bundle
        if bundle is not None and code != bundle.code:
            renamed = msgspec.structs.replace(bundle, code=code)
            self._code = code
            self._desk.apply("bundle.field", Patch(bundles=(renamed,), removed=(bundle.code,)))

    def _set_form(self, form: str) -> None:
        if self.bundle is not None:
            self._put("bundle.field", set_form(self.bundle, PricingForm(form)))

    # ------------------------------------------------------------ whole bundles

    def _begin(self) -> None:
        if self._draft is None:
            self._desk.begin()
        else:
            self.add()

    def add(self) -> None:
        """Begin an empty bundle."""
        if self._draft is not None:
            name = LocalText("新套餐", "New bundle")
            self.take(new_bundle(self._draft.content, name))

    def take(self, bundle: BundledOffering) -> None:
        """Begin with a bundle; the keyboard goes to the search that fills it."""
        if self._draft is not None:
            self._add("bundle.new", bundle)
            self.head.parts.set_current(CONTENT)
            self._parts.setCurrentIndex(0)
            self.composer.search.setFocus()

    def _copy(self) -> None:
        if self._draft is not None and self.bundle is not None:
            self._add("bundle.copy", copy_bundle(self._draft.content, self.bundle))

    def _add(self, label: str, bundle: BundledOffering) -> None:
        self._code = bundle.code
        self._desk.apply(label, put_bundle(bundle))

    def _withdraw(self) -> None:
        """A bundle that was never published goes; another one ends."""
        bundle, draft = self.bundle, self._draft
        if bundle is None or draft is None:
            return
        if all(one.code != bundle.code for one in draft.base.bundles):
            self._desk.apply("bundle.withdraw", Patch(removed=(bundle.code,)))
        elif bundle.valid.is_before(self._today):
            self._put("bundle.withdraw", on_sale_again(bundle))
        else:
            self._put("bundle.withdraw", withdrawn(bundle, self._today))
