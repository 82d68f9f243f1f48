"""What the start page asks for; the page and its menus say it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class TodaySignals(QWidget):
    """What somebody wants from the start page.

    * ``opened(id)``: open a quote. * ``decide_wanted(id)``: decide one. * ``remind_wanted(id)``.
    * ``customer_wanted(id)``: show a customer. * ``new_wanted()``: begin a quote.
    * ``analysis_wanted(customer)``, ``quote_wanted(customer)``: what an alert asks for.
    * ``put_off_wanted(alert)``, ``put_aside_wanted(alert)``: see an alert later, or never.
    * ``pin_wanted(kind, id)``: pin a record, or no longer.
    * ``visit_settled(visit, made)``: a visit was made, or is taken away.
    * ``visit_wanted(customer, about)``: plan a visit, and show what his bills say.
    * ``promise_settled(alert, state)``: a promise was kept, or is withdrawn.
    * ``step_done(alert)``: the next step with a customer was taken.
    * ``work_wanted(unfinished)``, ``forget_wanted(key)``: go on with what was begun, or never.
    """

    opened = Signal(str)
    decide_wanted = Signal(str)
    remind_wanted = Signal(str)
    customer_wanted = Signal(str)
    analysis_wanted = Signal(str)
    quote_wanted = Signal(str)
    put_off_wanted = Signal(str)
    put_aside_wanted = Signal(str)
    new_wanted = Signal()
    pin_wanted = Signal(str, str)
    visit_wanted = Signal(str, str)
    promise_settled = Signal(object, object)
    step_done = Signal(object)
    visit_settled = Signal(object, bool)
    work_wanted = Signal(object)
    forget_wanted = Signal(str)
