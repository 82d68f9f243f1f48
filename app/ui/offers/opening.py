"""Opens what belongs to needs and offers; the rest of the folder is loaded when it is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.quoting.customer import Customer
    from app.quoting.industry_template import IndustryTemplate
    from app.quoting.interview import QuestionBank
    from app.services.growth import Growth
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from app.ui.pages.studio.studio_page import StudioPage
    from app.ui.session import QuoteSession


def show_questions(
    around: Surroundings,
    workspace: Workspace | None,
    customer_id: str,
    session: QuoteSession | None,
    parent: QWidget,
    stored: Callable[[], None] = lambda: None,
) -> None:
    """Show the questions for a customer; with his open quote needs may be written into it.

    ``stored`` is called after each answer that was stored.
    """
    if workspace is None or not customer_id:
        return

    def read() -> tuple[Customer, QuestionBank, tuple[Growth, ...]]:
        from app.services.growth import growth_of
        from app.services.question_bank import load_questions

        customer, bills = workspace.customers.load(customer_id)
        return customer, load_questions(), growth_of(customer, bills, workspace.catalog())

    def show(found: tuple[Customer, QuestionBank, tuple[Growth, ...]]) -> None:
        from app.ui.offers.question_dialog import QuestionDialog

        customer, bank, growth = found
        dialog = QuestionDialog(around, workspace, customer, bank, session, parent)
        dialog.show_growth(growth)
        dialog.stored.connect(lambda _customer: stored())
        dialog.open()

    around.tasks.run(lambda _task: read(), show)


def ask_in_quote(around: Surroundings, workspace: Workspace | None, studio: StudioPage) -> None:
    """Show the questions for the customer of the open quote."""
    session = studio.session
    if session is not None:
        show_questions(around, workspace, session.quote.customer, session, studio.window())


def show_offer(around: Surroundings, studio: StudioPage) -> None:
    """Show needs, the best offer for them, and the options of the open quote."""
    from app.ui.offers.offer_dialog import OfferDialog

    if studio.session is not None:
        OfferDialog(around, studio.session, studio.window()).open()


def show_plans(around: Surroundings, studio: StudioPage) -> None:
    """Show every plan that the customer could have, with the past months under each."""
    from app.ui.dialogs.plans_dialog import PlansDialog

    if studio.session is not None:
        PlansDialog(around, studio.session, studio.window()).open()


def show_scenarios(around: Surroundings, studio: StudioPage) -> None:
    """Show the targets of the negotiation and the options, side by side."""
    from app.ui.offers.scenario_dialog import ScenarioDialog

    if studio.session is not None:
        ScenarioDialog(around, studio.session, studio.window()).open()


def show_industry(around: Surroundings, studio: StudioPage) -> None:
    """Show what is typical of an industry; what is ticked becomes one edit of the open quote."""
    session = studio.session
    if session is None:
        return

    def read() -> tuple[tuple[IndustryTemplate, ...], QuestionBank]:
        from app.services.industry_templates import load_industries
        from app.services.question_bank import load_questions

        return load_industries(), load_questions()

    def show(found: tuple[tuple[IndustryTemplate, ...], QuestionBank]) -> None:
        from app.quoting.industry_template import with_industry
        from app.ui.offers.industry_dialog import IndustryDialog

        dialog = IndustryDialog(around.speaker, *found, session, studio.window())

        def apply() -> None:
            taken, catalog = dialog.taken(), session.basis.catalog
            session.apply("industry", lambda quote: with_industry(quote, catalog, taken))

        dialog.accepted.connect(apply)
        dialog.open()

    around.tasks.run(lambda _task: read(), show)


def show_revisions(around: Surroundings, workspace: Workspace | None, studio: StudioPage) -> None:
    """Compare the open quote with an earlier revision, or go back to its items."""
    from app.ui.pages.studio.revision_desk import compare_revisions

    compare_revisions(around, workspace, studio)


def studio_deeds(
    around: Surroundings,
    studio: Callable[[], StudioPage],
    workspace: Callable[[], Workspace | None],
) -> dict[str, Callable[[], None]]:
    """What can be asked about the open quote, by the identifier of its action.

    Args:
        around: What dialogs share.
        studio: The page of the open quote; it is built when it is first asked for.
        workspace: The user's data.
    """
    return {
        "offer": lambda: show_offer(around, studio()),
        "plans": lambda: show_plans(around, studio()),
        "revisions": lambda: show_revisions(around, workspace(), studio()),
        "industry": lambda: show_industry(around, studio()),
        "scenarios": lambda: show_scenarios(around, studio()),
        "like_for_like": lambda: _show_replaced(around, studio()),
        "position": lambda: _show_position(around, studio()),
        "places": lambda: _ask_places(studio()),
    }


def _ask_places(studio: StudioPage) -> None:
    """Ask for site and paying account of the marked items."""
    studio.items.block.ask_places()


def _show_position(around: Surroundings, studio: StudioPage) -> None:
    """Show what the customer decides by and how we stand in it."""
    from app.ui.dialogs.position_details import show_position

    if studio.session is not None:
        show_position(around.speaker, studio.session, studio.window())


def _show_replaced(around: Surroundings, studio: StudioPage) -> None:
    """Show what the offer replaces, of our bills and of what competitors are paid."""
    from app.ui.offers.replaced_dialog import ReplacedDialog

    if studio.session is not None:
        ReplacedDialog(around.speaker, studio.session, studio.window()).open()
