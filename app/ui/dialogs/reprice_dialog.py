"""Reprice the open quote on newer versions of catalogue and rules: every difference first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.header_edits import set_catalog_version, set_policy_version
from app.quoting.price_causes import Edition, Editions
from app.quoting.repricing import compare_prices
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.presenting.differences import moved_text, repricing_columns, repricing_rows
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.figure_lines import FigureLines, Line
from app.ui.widgets.parts import make_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.quoting.quote import Quote
    from app.quoting.repricing import Repricing
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from app.ui.session import QuoteSession

_TABLE = (860, 280)


class RepriceDialog(FormDialog):
    """Shows what would change; accepting is left to whoever opened it."""

    def __init__(
        self,
        around: Surroundings,
        session: QuoteSession,
        newer: Edition,
        parent: QWidget,
    ) -> None:
        """Price the quote on the other versions, without changing it."""
        title, agree = self.tr("Reprice on version {version}"), self.tr("Reprice")
        super().__init__(title.format(version=_named(session.quote, newer)), agree, parent)
        self._speaker = around.speaker
        found = self._compared(session, newer)
        older = self.tr("The quote is on version {version} and stays on it unless you agree.")
        versions = f"{session.basis.catalog.version} · {session.basis.rules.pricing.version}"
        about = make_label(older.format(version=versions), "second")
        about.setWordWrap(True)
        self.totals = FigureLines()
        self.totals.set_lines(self._totals(found))
        self.summary = make_label(self._summary(found), "strong")
        self.summary.setWordWrap(True)
        self.changes = DataTable(repricing_columns(around.speaker), self.tr("Charges that change"))
        self.changes.setMinimumSize(*_TABLE)
        self.changes.set_rows(repricing_rows(around.speaker, found.changes))
        self.changes.setVisible(bool(found.changes))
        for part in (about, self.totals, self.summary, self.changes):
            self.body.addWidget(part)
        for problem in found.problems:
            told = make_label(" ".join(around.speaker.finding(problem.code, problem.parameters)))
            told.setWordWrap(True)
            self.body.addWidget(told)

    @staticmethod
    def _compared(session: QuoteSession, newer: Edition) -> Repricing:
        session.offer_catalog(newer.catalog)
        session.offer_policy(newer.policy)
        after = session.basis.work_out(repriced(session.quote, newer))
        older = Edition(session.basis.catalog, session.basis.rules.pricing)
        editions = Editions.of(older, newer)
        return compare_prices(session.worked.revision.priced, after.revision.priced, editions)

    def _totals(self, found: Repricing) -> tuple[Line, ...]:
        old, new = found.old.totals, found.new.totals
        rows = (
            (self.tr("Monthly"), old.monthly.net_amount, new.monthly.net_amount),
            (self.tr("One-time"), old.one_time.net_amount, new.one_time.net_amount),
            (self.tr("Contract total"), old.contract.net_amount, new.contract.net_amount),
        )
        figures = self._speaker.figures
        return tuple(
            Line(
                caption,
                figures.yuan(before)
                if before == after
                else f"{figures.yuan(before)} → {figures.yuan(after)}"
                f"  ({moved_text(self._speaker, after - before)})",
                before != after,
            )
            for caption, before, after in rows
        )

    def _summary(self, found: Repricing) -> str:
        if found.same:
            return self.tr("Nothing changes: every charge costs the same.")
        text = self.tr("{changed} charges change, {unchanged} stay as they are.")
        told = text.format(changed=len(found.changes), unchanged=found.unchanged)
        if found.problems:
            told += " " + self.tr("New findings: {count}.").format(count=len(found.problems))
        return told


def ask_repricing(
    around: Surroundings,
    workspace: Workspace,
    session: QuoteSession,
    parent: QWidget,
    is_open: Callable[[], bool],
) -> None:
    """Show what the newest versions would change, and make the change when that is agreed.

    Args:
        around: What every page knows.
        workspace: The user's data.
        session: The quote.
        parent: Owner of the dialog.
        is_open: Whether the quote is still the open one.
    """
    newest = workspace.catalog()
    if newest is None:
        return
    newer = Edition(newest, workspace.rules.pricing)

    def agree() -> None:
        if is_open():
            session.apply("catalog_version", lambda quote: repriced(quote, newer))

    dialog = RepriceDialog(around, session, newer, parent)
    dialog.accepted.connect(agree)
    dialog.open()


def repriced(quote: Quote, newer: Edition) -> Quote:
    """The quote on other versions; one that follows the rules in force goes on doing so."""
    on_catalog = set_catalog_version(quote, newer.catalog.version)
    if not quote.policy_version:
        return on_catalog
    return set_policy_version(on_catalog, newer.policy.version)


def _named(quote: Quote, newer: Edition) -> str:
    """The versions that are new to the quote."""
    known = (quote.catalog_version, quote.policy_version)
    versions = [newer.catalog.version]
    if quote.policy_version:
        versions.append(newer.policy.version)
    return " · ".join(one for one in versions if one not in known) or versions[0]
