"""The bundle as it stands in a quote: every charge with the steps that lead to its price."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.presenting.bundle_quoted import quoted_columns, quoted_findings, quoted_rows, quoted_sum
from app.ui.tokens import Space
from app.ui.widgets.parts import make_label
from app.ui.widgets.quote_tree import QuoteTree
from pricing.bundle_design import quote_one

if TYPE_CHECKING:
    from app.ui.presenting.speaker import Speaker
    from catalog.bundle import BundledOffering
    from pricing.bundle_design import DesignBasis


class QuotedView(QWidget):
    """Shows one bundle priced in a quote of its own, with the rules in force."""

    def __init__(self, speaker: Speaker, parent: QWidget | None = None) -> None:
        """Begin without a bundle."""
        super().__init__(parent)
        self._speaker = speaker
        self._shown: tuple[DesignBasis, BundledOffering] | None = None
        self._drawn: tuple[DesignBasis, BundledOffering] | None = None
        self.sum = make_label("", "strong")
        self.findings = make_label("", "second")
        self.findings.setWordWrap(True)
        self.tree = QuoteTree(quoted_columns(speaker), self.tr("The bundle as quoted"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.SM, 0, 0)
        column.setSpacing(Space.SM)
        texts = QVBoxLayout()
        texts.setContentsMargins(Space.LG, 0, Space.LG, 0)
        texts.addWidget(self.sum)
        texts.addWidget(self.findings)
        column.addLayout(texts)
        column.addWidget(self.tree, 1)

    def show_bundle(self, basis: DesignBasis, bundle: BundledOffering) -> None:
        """Show a bundle; it is priced when it is in sight."""
        self._shown = basis, bundle
        if self.isVisible():
            self._draw()

    def showEvent(self, event: object) -> None:  # noqa: ARG002 - Qt's signature
        """Catch up with what was edited meanwhile."""
        self._draw()

    def _draw(self) -> None:
        if self._shown is None or self._shown == self._drawn:
            return
        self._drawn = self._shown
        quote = quote_one(*self._shown)
        self.sum.setText(quoted_sum(self._speaker, quote))
        found = quoted_findings(self._speaker, quote)
        self.findings.setText(found)
        self.findings.setVisible(bool(found))
        self.tree.set_rows(quoted_rows(self._speaker, quote))
