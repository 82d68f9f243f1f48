"""The tour through the sample kindergarten: from its bills to the papers for a visit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from app.ui.dialogs.plans_dialog import PlansDialog
from app.ui.dialogs.print_dialog import PrintDialog
from app.ui.places import CUSTOMERS
from app.ui.presenting.items import DISCOUNT
from app.ui.tour.tour_step import Sight, TourStep

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.ui.library.analysis_view import AnalysisView
    from app.ui.session import QuoteSession

Dialog = TypeVar("Dialog", PlansDialog, PrintDialog)

KINDERGARTEN: Final = "C0001"
"""The customer of the tour."""
PLAN: Final = "B01L"
"""The plan that is recommended to it."""
_DISCOUNT_TYPED: Final = "2"


def kindergarten_steps() -> tuple[TourStep, ...]:
    """Every step in order."""
    return (*_bills(), *_offer(), *_papers())


def _bills() -> tuple[TourStep, ...]:
    translate = QCoreApplication.translate
    return (
        TourStep(
            "customer",
            translate("Tour", "Open the kindergarten"),
            translate(
                "Tour", "Press {customers} for the customers, then choose 幼苗幼儿园 in the list."
            ),
            lambda sight: _list(sight) or _place(sight),
            lambda sight, _mark: _chosen(sight),
            lambda _sight: True,
            lambda sight: sight.pages.customer_wanted.emit(KINDERGARTEN),
        ),
        TourStep(
            "months",
            translate("Tour", "See what its bills say"),
            translate("Tour", "Press “Analysis” beside the bills, or {analysis}."),
            lambda sight: sight.pages.customers.detail.overview.analyse if _chosen(sight) else None,
            lambda sight, _mark: _analysing(sight) is not None,
            _chosen,
            lambda sight: sight.pages.analysis_wanted.emit(KINDERGARTEN),
        ),
        TourStep(
            "unusual",
            translate("Tour", "Look at the unusual months"),
            translate(
                "Tour",
                "Click one of the months, or reach the list with Tab: long-distance calls doubled"
                " in three months. A plan made for their average would be too dear, so the typical"
                " month counts.",
            ),
            lambda sight: view.reasons.table if (view := _analysing(sight)) is not None else None,
            lambda sight, _mark: _looking(sight),
            lambda sight: _analysing(sight) is not None,
            _look,
        ),
        TourStep(
            "quote",
            translate("Tour", "Begin a quote"),
            translate("Tour", "Press “Begin a quote”: it knows the customer and his bills."),
            _begin_button,
            lambda sight, _mark: _session(sight) is not None,
            lambda sight: _analysing(sight) is not None or _chosen(sight),
            lambda sight: sight.desk.start(KINDERGARTEN),
        ),
    )


def _offer() -> tuple[TourStep, ...]:
    translate = QCoreApplication.translate
    return (
        TourStep(
            "date",
            translate("Tour", "Price on a day of the sample's offer"),
            translate(
                "Tour",
                "The sample's plans are sold until 31 December 2026. Press the price date and"
                " choose a day before.",
            ),
            lambda sight: sight.desk.studio.facts if _session(sight) is not None else None,
            lambda sight, _mark: _is_sold(sight),
            lambda sight: _session(sight) is not None,
        ),
        TourStep(
            "plans",
            translate("Tour", "Compare plans"),
            translate(
                "Tour",
                "Press “Compare plans” beside the bills, or {plans}: each past month is"
                " worked out again under every plan.",
            ),
            lambda sight: sight.desk.studio.savings.plans if _session(sight) is not None else None,
            lambda sight, _mark: _dialog(sight, PlansDialog) is not None or _has_plan(sight),
            lambda sight: _session(sight) is not None,
            lambda sight: sight.desk.studio.savings.plans.click(),
        ),
        TourStep(
            "take",
            translate("Tour", "Take the plan into the quote"),
            translate(
                "Tour", "The recommended plan is chosen. Press Enter to put it into the quote."
            ),
            lambda sight: found.agree if (found := _dialog(sight, PlansDialog)) else None,
            lambda sight, _mark: _has_plan(sight) and _dialog(sight, PlansDialog) is None,
            lambda sight: _dialog(sight, PlansDialog) is not None,
            lambda sight: found.agree.click() if (found := _dialog(sight, PlansDialog)) else None,
        ),
        TourStep(
            "authority",
            translate("Tour", "See what you may grant"),
            translate(
                "Tour",
                "Give a discount: double-click the cell under “Discount”, or press F2 in it, type 2"
                " and Enter. The card of your authority says at once who has to agree. {undo} takes"
                " it back.",
            ),
            lambda sight: sight.desk.studio.side.authority if _has_plan(sight) else None,
            lambda sight, mark: _has_plan(sight) and _quote(sight) != mark,
            _has_plan,
            _give_discount,
            _quote,
        ),
    )


def _papers() -> tuple[TourStep, ...]:
    translate = QCoreApplication.translate
    return (
        TourStep(
            "print",
            translate("Tour", "Print the papers for the visit"),
            translate("Tour", "Press {print}."),
            lambda sight: sight.desk.studio.top.papers["choose"] if _has_plan(sight) else None,
            lambda sight, _mark: _dialog(sight, PrintDialog) is not None,
            _has_plan,
            lambda sight: sight.desk.deeds()["print"](),
        ),
        TourStep(
            "set",
            translate("Tour", "Nothing is forgotten at home"),
            translate(
                "Tour",
                "Proposal, contract and order form come in one go, the contract twice: one to sign,"
                " one to keep. Print them, or leave with Esc.",
            ),
            lambda sight: _dialog(sight, PrintDialog),
            lambda sight, _mark: _dialog(sight, PrintDialog) is None,
            lambda _sight: True,
            lambda sight: found.reject() if (found := _dialog(sight, PrintDialog)) else None,
        ),
    )


# ---------------------------------------------------------------- what is in front


def _place(sight: Sight) -> QWidget | None:
    return sight.navigation.button(CUSTOMERS)


def _list(sight: Sight) -> QWidget | None:
    return sight.pages.customers.table if sight.pages.is_in_front(CUSTOMERS) else None


def _chosen(sight: Sight) -> bool:
    """The kindergarten is in sight among the customers."""
    return sight.pages.is_in_front(CUSTOMERS) and sight.pages.chosen_customer == KINDERGARTEN


def _analysing(sight: Sight) -> AnalysisView | None:
    view = sight.pages.analysing
    return view if view is not None and view.customer == KINDERGARTEN else None


def _looking(sight: Sight) -> bool:
    view, focus = _analysing(sight), QApplication.focusWidget()
    return view is not None and focus is not None and view.reasons.isAncestorOf(focus)


def _look(sight: Sight) -> None:
    view = _analysing(sight)
    if view is not None:
        view.reasons.table.setFocus()


def _begin_button(sight: Sight) -> QWidget | None:
    view = _analysing(sight)
    if view is not None:
        return view.begin
    return sight.pages.customers.detail.start if _chosen(sight) else None


def _session(sight: Sight) -> QuoteSession | None:
    """The open quote of the kindergarten, while it is in front."""
    session = sight.desk.session
    if session is None or session.basis.customer.id != KINDERGARTEN:
        return None
    return session if sight.pages.stack.currentWidget() is sight.desk.studio else None


def _quote(sight: Sight) -> object:
    session = _session(sight)
    return session.quote if session is not None else None


def _is_sold(sight: Sight) -> bool:
    session = _session(sight)
    plan = session.basis.catalog.bundle(PLAN) if session is not None else None
    return plan is None or (session is not None and plan.valid.contains(session.quote.price_date))


def _has_plan(sight: Sight) -> bool:
    session = _session(sight)
    return session is not None and any(one.offering == PLAN for one in session.quote.items)


def _give_discount(sight: Sight) -> None:
    session = _session(sight)
    if session is not None:
        plan = next(one for one in session.quote.items if one.offering == PLAN)
        sight.desk.studio.items.tree.cell_edited.emit(plan.id, DISCOUNT, _DISCOUNT_TYPED)


def _dialog(sight: Sight, kind: type[Dialog]) -> Dialog | None:
    return next((one for one in sight.window.findChildren(kind) if one.isVisible()), None)
