"""TodayDesk: pins quotes and customers to the start page, and reminds customers of papers."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.errors import QuotewrightError
from app.quoting.customer import PromiseState
from app.ui.files_out import open_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from app.quoting.alert import Alert
    from app.services.today import PinKind
    from app.services.visits import Visit
    from app.services.workspace import Workspace
    from app.ui.library.today_signals import TodaySignals
    from app.ui.page import Surroundings

_A_WEEK = timedelta(days=7)


class TodayDesk(QObject):
    """What is done from the start page without leaving it.

    * ``changed()``: something is pinned, or no longer. * ``failed(failure)``.
    * ``work_wanted(unfinished)``: go on with what was begun.
    * ``analysis_wanted(customer)``: a visit to the customer is planned; show his bills.

    Attributes:
        workspace: The user's data; set when it is open.
        open_with: Opens a file; gives whether there is a program for it.
    """

    changed = Signal()
    failed = Signal(object)
    work_wanted = Signal(object)
    analysis_wanted = Signal(str)

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        """Begin without a workspace."""
        super().__init__(parent)
        self._around = around
        self.workspace: Workspace | None = None
        self.open_with: Callable[[Path], bool] = open_file

    def serve(self, page: TodaySignals) -> None:
        """Do what the start page asks for."""
        page.remind_wanted.connect(self.remind)
        page.put_off_wanted.connect(self.put_off)
        page.put_aside_wanted.connect(self.put_aside)
        page.visit_settled.connect(self.settle)
        page.visit_wanted.connect(self.plan)
        page.promise_settled.connect(self.settle_promise)
        page.step_done.connect(self.settle_step)
        page.pin_wanted.connect(self.toggle)
        page.work_wanted.connect(self.work_wanted)
        page.forget_wanted.connect(self.forget)

    def toggle(self, kind: PinKind, identifier: str) -> None:
        """Pin a record, or no longer."""
        from app.services.today import toggle_pin

        if self.workspace is None or not identifier:
            self._around.toasts.show_news(self.tr("Choose a quote or customer to pin"), "info")
            return
        try:
            pinned = toggle_pin(self.workspace, kind, identifier)
        except QuotewrightError as failure:
            self.failed.emit(failure)
            return
        told = self.tr("Pinned to the start page") if pinned else self.tr("No longer pinned")
        self._around.toasts.show_news(told, "ok")
        self.changed.emit()

    def forget(self, key: str) -> None:
        """Show an import or a batch that was begun no more."""
        from app.services.unfinished import forget

        if self.workspace is not None:
            forget(self.workspace, key)
            self.changed.emit()

    def settle(self, visit: Visit, made: bool) -> None:
        """Store that a visit was made, or take it away; a press takes that back."""
        from app.services.visits import settle_visit

        told = self.tr("The visit was made") if made else self.tr("The visit is taken away")
        self._change(
            visit.customer,
            told,
            lambda workspace, now: settle_visit(workspace, visit, now, made=made),
        )

    def plan(self, customer: str, about: str) -> None:
        """Plan a visit about something for the next working day, and show what the bills say."""
        from app.quoting.visits import next_working_day
        from app.services.visits import plan_visit

        day = next_working_day(self._around.clock().date())
        told = self.tr("The visit is planned for {day}; it stands on Today").format(day=day)

        def change(workspace: Workspace, now: datetime) -> bool:
            return plan_visit(workspace, customer, about, now)

        if self._change(customer, told, change):
            self.analysis_wanted.emit(customer)

    def settle_promise(self, alert: Alert, state: PromiseState) -> None:
        """Store what became of a promise that an alert tells; a press takes that back."""
        from app.services.promises import settle_promise

        told = {
            PromiseState.KEPT: self.tr("The promise is kept"),
            PromiseState.WITHDRAWN: self.tr("The promise is withdrawn"),
        }
        self._change(
            alert.customer,
            told.get(state, ""),
            lambda workspace, now: settle_promise(workspace, alert, state, now),
        )

    def settle_step(self, alert: Alert) -> None:
        """Store that the next step of an alert was taken; a press takes that back."""
        from app.services.next_steps import settle_step

        told = self.tr("Done; it stands among the notes. What is the next step?")
        self._change(
            alert.customer, told, lambda workspace, now: settle_step(workspace, alert, now)
        )

    def _change(
        self, customer: str, told: str, change: Callable[[Workspace, datetime], bool]
    ) -> bool:
        """Store a change of a customer and tell it with a way back; gives whether that went well.

        Args:
            customer: Whom it is about.
            told: What is said of it.
            change: Stores it; gives whether there was anything to store.
        """
        workspace = self.workspace
        if workspace is None:
            return False
        try:
            if not change(workspace, self._around.clock()):
                return True
        except QuotewrightError as failure:
            self.failed.emit(failure)
            return False

        def undo() -> None:
            try:
                workspace.customer_log.undo(customer, self._around.clock())
            except QuotewrightError as failure:
                self.failed.emit(failure)
            self.changed.emit()

        self.changed.emit()
        toast = self._around.toasts.show_news(told, "ok", self.tr("Undo"))
        toast.acted.connect(undo)
        return True

    def put_off(self, alert: str) -> None:
        """Show an alert again in a week."""
        from app.services.alerts import put_off

        workspace, now = self.workspace, self._around.clock()
        if workspace is not None:
            until = now.date() + _A_WEEK
            self._answer(alert, lambda: put_off(workspace, alert, until, now))

    def put_aside(self, alert: str) -> None:
        """Show an alert never again, for a reason that is asked."""
        from app.services.alerts import put_aside

        workspace, now = self.workspace, self._around.clock()
        reason = self._around.messages.ask(self.tr("Why is nothing to be done about it?"))
        if workspace is not None and reason:
            self._answer(alert, lambda: put_aside(workspace, alert, reason, now))

    def _answer(self, alert: str, keep: Callable[[], None]) -> None:
        from app.services.alerts import bring_back

        workspace = self.workspace
        if workspace is None:
            return
        try:
            keep()
        except QuotewrightError as failure:
            self.failed.emit(failure)
            return

        def undo() -> None:
            bring_back(workspace, alert)
            self.changed.emit()

        self.changed.emit()
        toast = self._around.toasts.show_news(self.tr("Not shown for now"), "ok", self.tr("Undo"))
        toast.acted.connect(undo)

    def remind(self, quote_id: str) -> None:
        """Open an e-mail that asks the customer for an answer; the user sends it."""
        workspace = self.workspace
        if workspace is None:
            return

        def work() -> Path:
            from app.services.mailing import write_reminder

            return write_reminder(workspace, quote_id)

        self._around.tasks.run(lambda _task: work(), self._show_mail, self.failed.emit)

    def _show_mail(self, file: Path) -> None:
        if self.open_with(file):
            told = self.tr("The reminder is open in your mail program: {name}")
            self._around.toasts.show_news(told.format(name=file.name), "ok")
            return
        told = self.tr("No program is set up to open {name}").format(name=file.name)
        self._around.messages.warning(told, str(file))
