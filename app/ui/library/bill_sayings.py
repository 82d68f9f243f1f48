"""BillSayings: what is said of a customer's bills and lines, shown at once, stored, taken back."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.quoting.leaving import leaving_of, with_leaving, without_leaving
from app.services.leaving_lines import set_leaving
from app.services.month_reasons import explain_month
from app.ui.library.said_history import Marked, Said, SaidHistory
from pricing.bills import Bills, MonthReason

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.quoting.customer import Customer, Leaving
    from app.services.workspace import Workspace
    from app.ui.library.said_history import Step
    from app.ui.page import Surroundings
    from pricing.bills import Standing


class BillSayings(QObject):
    """Holds a customer with his bills.

    * ``changed()``: they are other ones now. * ``stored(customer, bills)``: so they are stored.
    * ``failed(failure)``: the last word is not stored.
    """

    changed = Signal()
    stored = Signal(object, object)
    failed = Signal(object)

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        """Begin without a customer."""
        super().__init__(parent)
        self._around = around
        self.workspace: Workspace | None = None
        self.customer: Customer | None = None
        self.bills = Bills()
        self._history = SaidHistory()
        self._jobs: deque[tuple[Callable[[], Any], Callable[[Any], None]]] = deque()

    def take(self, customer: Customer, bills: Bills) -> None:
        """Have another customer, or the same one as read anew."""
        if self.customer is None or customer.id != self.customer.id:
            self._history = SaidHistory()
        self.customer, self.bills = customer, bills
        self.changed.emit()

    # ------------------------------------------------------------ saying

    def explain(self, component: str, month: str, standing: Standing | None, text: str) -> bool:
        """Say why a component was unusual in a month; whether that is news."""
        known = {(one.component, one.month): one for one in self.bills.reasons}
        before = known.get((component, month))
        after = None
        if standing is not None:
            amount = next(c for c in self.bills.components if c.id == component).amounts[month]
            after = MonthReason(component, month, amount, standing, text.strip())
        return self._say(Said(component, month, before, after))

    def mark(self, account: str, offering: str, leaving: Leaving | None) -> bool:
        """Say that a line or service is given up, or stays; whether that is news."""
        if self.customer is None:
            return False
        before = leaving_of(self.customer, account, offering)
        return self._say(Marked(account, offering, before, leaving))

    def _say(self, step: Step) -> bool:
        if step.before == step.after:
            return False
        self._history.note(step)
        self._do(step, back=False)
        return True

    def undo(self) -> None:
        """Take back what was said last."""
        if (step := self._history.back()) is not None:
            self._do(step, back=True)

    def redo(self) -> None:
        """Say again what was taken back."""
        if (step := self._history.forward()) is not None:
            self._do(step, back=False)

    # ------------------------------------------------------------ storing

    def _do(self, step: Step, *, back: bool) -> None:
        """Show it at once, and store it beside the window."""
        if isinstance(step, Said):
            self._store_reason(step.component, step.month, step.before if back else step.after)
        else:
            self._store_leaving(step, step.before if back else step.after)

    def _store_reason(self, component: str, month: str, reason: MonthReason | None) -> None:
        workspace, customer, now = self.workspace, self.customer, self._around.clock()
        if workspace is None or customer is None:
            return
        if reason is None:
            self.bills = self.bills.without_reason(component, month)
        else:
            self.bills = self.bills.with_reason(reason)
        self.changed.emit()
        standing, text = (reason.standing, reason.text) if reason is not None else (None, "")
        whose = customer.id
        self._put(
            lambda: explain_month(workspace, whose, component, month, standing, text, now),
            lambda bills: self.stored.emit(self.customer, bills),
        )

    def _store_leaving(self, step: Marked, leaving: Leaving | None) -> None:
        workspace, customer, now = self.workspace, self.customer, self._around.clock()
        if workspace is None or customer is None:
            return
        account, offering = step.account, step.offering
        if leaving is None:
            self.customer = without_leaving(customer, account, offering)
        else:
            self.customer = with_leaving(customer, leaving)
        self.changed.emit()
        self._put(
            lambda: set_leaving(workspace, customer.id, account, offering, leaving, now),
            lambda stored: self.stored.emit(stored, self.bills),
        )

    def _put(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        """One after the other: each is stored upon what the one before it left."""
        self._jobs.append((work, then))
        if len(self._jobs) == 1:
            self._next()

    def _next(self) -> None:
        work, then = self._jobs[0]

        def done(answer: Any) -> None:  # noqa: ANN401 (each job knows its own answer)
            self._jobs.popleft()
            then(answer)
            if self._jobs:
                self._next()

        self._around.tasks.run(lambda _task: work(), done, self._refuse)

    def _refuse(self, failure: Exception) -> None:
        """What follows was said of something that is not so."""
        self._jobs.clear()
        self.failed.emit(failure)
