"""The table of actions: identifier, text and keys; made into Qt actions once per window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget


class ActionSpec(Struct, frozen=True):
    """One action.

    Attributes:
        id: Name in the program.
        text: For people.
        keys: Key sequences; the first is shown.
        of_quote: Does something only while a quote is open.
    """

    id: str
    text: str
    keys: tuple[str, ...] = ()
    of_quote: bool = False


def action_specs() -> tuple[ActionSpec, ...]:
    """Every action of the main window."""
    translate = QCoreApplication.translate
    return (
        ActionSpec("palette", translate("Actions", "Find anything"), ("Ctrl+K",)),
        ActionSpec("find", translate("Actions", "Find and add"), ("Ctrl+I",)),
        ActionSpec("undo", translate("Actions", "Undo"), ("Ctrl+Z",)),
        ActionSpec("redo", translate("Actions", "Redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
        ActionSpec("history", translate("Actions", "History"), ("Ctrl+H",), of_quote=True),
        ActionSpec("rename", translate("Actions", "Edit title"), ("Ctrl+T",), of_quote=True),
        ActionSpec("issue", translate("Actions", "Write papers…"), ("Ctrl+E",), of_quote=True),
        ActionSpec(
            "papers", translate("Actions", "Papers written…"), ("Ctrl+Shift+E",), of_quote=True
        ),
        ActionSpec(
            "batch", translate("Actions", "Papers for many…"), ("Ctrl+Shift+B",), of_quote=True
        ),
        ActionSpec(
            "plans", translate("Actions", "Compare plans…"), ("Ctrl+Shift+L",), of_quote=True
        ),
        ActionSpec(
            "option", translate("Actions", "Option A, B, C…"), ("Ctrl+Shift+O",), of_quote=True
        ),
        ActionSpec(
            "revisions",
            translate("Actions", "Compare with an earlier revision"),
            ("Ctrl+Shift+R",),
            of_quote=True,
        ),
        ActionSpec(
            "scenarios",
            translate("Actions", "Scenarios and options…"),
            ("Ctrl+Shift+N",),
            of_quote=True,
        ),
        ActionSpec(
            "like_for_like", translate("Actions", "What the offer replaces…"), of_quote=True
        ),
        ActionSpec("position", translate("Actions", "Competitive position…"), of_quote=True),
        ActionSpec("paper_settings", translate("Actions", "Names, visit set, PDF…"), of_quote=True),
        ActionSpec("preview", translate("Actions", "Preview"), ("Ctrl+Shift+P",), of_quote=True),
        ActionSpec("print", translate("Actions", "Print…"), ("Ctrl+P",), of_quote=True),
        ActionSpec(
            "find_on_paper", translate("Actions", "Find on the pages"), ("Ctrl+F",), of_quote=True
        ),
        ActionSpec(
            "compare", translate("Actions", "Compare contracts…"), ("Ctrl+Shift+C",), of_quote=True
        ),
        ActionSpec(
            "offer", translate("Actions", "Needs and best offer…"), ("Ctrl+J",), of_quote=True
        ),
        ActionSpec(
            "places",
            translate("Actions", "Site and paying account…"),
            ("Ctrl+Shift+G",),
            of_quote=True,
        ),
        *_of_studio(),
        *_elsewhere(),
    )


FACTS: Final = (
    "term",
    "price_date",
    "valid_until",
    "activation",
    "needs",
    "discount",
    "codes",
    "channel",
    "language",
    "clauses",
    "payment",
)
"""Facts of a quote that can be changed."""
WRITTEN: Final = ("proposal", "contract", "approval")
"""Papers that are written by one action."""


def _of_studio() -> tuple[ActionSpec, ...]:
    """What buttons of the studio do, so that nobody needs a mouse to reach them."""
    translate = QCoreApplication.translate
    texts = (
        translate("Facts", "Term"),
        translate("Facts", "Prices of"),
        translate("Facts", "Valid until"),
        translate("Facts", "Activation"),
        translate("Facts", "Customer's needs"),
        translate("Facts", "Whole quote"),
        translate("Facts", "Promotion codes"),
        translate("Facts", "Sales channel"),
        translate("Facts", "Language of papers"),
        translate("Facts", "Contract clauses"),
        translate("Facts", "Time for paying"),
    )
    papers = (
        translate("Actions", "Write the proposal"),
        translate("Actions", "Write the contract"),
        translate("Actions", "Write the approval sheet"),
    )
    next_step = translate("Actions", "Next step: submit, hand over, sign")
    return (
        ActionSpec("findings", translate("Actions", "Go to the findings"), ("F8",), of_quote=True),
        ActionSpec("next_step", next_step, of_quote=True),
        *(
            ActionSpec(f"fact/{fact}", f"{text}…", of_quote=True)
            for fact, text in zip(FACTS, texts, strict=True)
        ),
        *(
            ActionSpec(f"paper/{kind}", text, of_quote=True)
            for kind, text in zip(WRITTEN, papers, strict=True)
        ),
    )


def _elsewhere() -> tuple[ActionSpec, ...]:
    """Those that do not need an open quote, and what closes it."""
    translate = QCoreApplication.translate
    return (
        ActionSpec("questions", translate("Actions", "Questions and needs…"), ("Ctrl+Shift+Q",)),
        ActionSpec("briefing", translate("Actions", "Visit briefing…")),
        ActionSpec(
            "visit", translate("Actions", "Plan a visit, open the analysis"), ("Ctrl+Shift+V",)
        ),
        ActionSpec("whom_to_visit", translate("Actions", "Whom to visit: value and risk…")),
        ActionSpec("pareto", translate("Actions", "Who brings the revenue: Pareto…")),
        ActionSpec("promises", translate("Actions", "Promises to the customer…")),
        *_of_sales(),
        ActionSpec("new", translate("Actions", "New quote"), ("Ctrl+N",)),
        ActionSpec("today", translate("Actions", "Today"), ("Ctrl+0", "Alt+Home")),
        ActionSpec("quotes", translate("Actions", "Quotes"), ("Ctrl+1",)),
        ActionSpec("customers", translate("Actions", "Customers"), ("Ctrl+2",)),
        ActionSpec("catalogue", translate("Actions", "Catalogue"), ("Ctrl+3",)),
        ActionSpec("approvals", translate("Actions", "Approvals"), ("Ctrl+4",)),
        ActionSpec("approvals/limits", translate("Actions", "Limits and people")),
        ActionSpec("templates", translate("Actions", "Templates"), ("Ctrl+5",)),
        ActionSpec("pin", translate("Actions", "Pin or unpin"), ("Ctrl+Shift+S",)),
        ActionSpec("analysis", translate("Actions", "Analysis of bills"), ("Ctrl+Shift+A",)),
        ActionSpec("bill_sources", translate("Actions", "Where figures of bills come from…")),
        ActionSpec("new_customer", translate("Actions", "New customer")),
        ActionSpec("duplicates", translate("Actions", "Find duplicate customers…")),
        ActionSpec("import_customers", translate("Actions", "Import customers…")),
        ActionSpec("export_customers", translate("Actions", "Export customers…")),
        *_market(),
        ActionSpec("import_catalogue", translate("Actions", "Import catalogue…")),
        ActionSpec("window", translate("Actions", "Another window"), ("Ctrl+Alt+N",)),
        ActionSpec("profiles", translate("Actions", "Profiles and data folder…")),
        ActionSpec("sample_in", translate("Actions", "Import sample data")),
        ActionSpec("sample_out", translate("Actions", "Take the sample data out…")),
        ActionSpec(
            "export_table", translate("Actions", "Export the table to Excel…"), ("Ctrl+Shift+X",)
        ),
        ActionSpec("columns", translate("Actions", "Columns of the table…"), ("Ctrl+Shift+K",)),
        ActionSpec("backups", translate("Actions", "Backups…")),
        ActionSpec("tour", translate("Actions", "Guided tour…"), ("Shift+F1",)),
        ActionSpec("setup", translate("Actions", "Set up with my own data…")),
        ActionSpec("settings", translate("Actions", "Settings…"), ("Ctrl+,",)),
        ActionSpec("keyboard", translate("Actions", "Keyboard…")),
        ActionSpec("manual", translate("Actions", "Manual"), ("F1",)),
        ActionSpec("who", translate("Actions", "Who is at work…")),
        ActionSpec("close_quote", translate("Actions", "Close the quote"), of_quote=True),
        ActionSpec("open", translate("Actions", "Open a signed file…"), ("Ctrl+O",)),
        ActionSpec("verify", translate("Actions", "Verify a paper…")),
        ActionSpec("key", translate("Actions", "My key…")),
        ActionSpec("theme", translate("Actions", "Light or dark"), ("Ctrl+Shift+D",)),
    )


def _market() -> tuple[ActionSpec, ...]:
    """The tables of the market, one action each."""
    translate = QCoreApplication.translate
    return (
        ActionSpec("market/classes", translate("Actions", "Classes of customers…")),
        ActionSpec("market/thresholds", translate("Actions", "Thresholds of high value…")),
        ActionSpec("market/weights", translate("Actions", "Weights of the scorecard…")),
        ActionSpec("market/venues", translate("Actions", "Table of cluster venues…")),
        ActionSpec("market/operators", translate("Actions", "Directory of competitors…")),
        ActionSpec("market/rival_prices", translate("Actions", "Prices of competitors…")),
        ActionSpec("market/territories", translate("Actions", "Territories…")),
        ActionSpec("market/teams", translate("Actions", "Teams by segment…")),
        ActionSpec("venues", translate("Actions", "Cluster venues and campaigns…")),
    )


def _of_sales() -> tuple[ActionSpec, ...]:
    """What one sells with."""
    translate = QCoreApplication.translate
    return (
        ActionSpec(
            "completeness", translate("Actions", "How far the quote is prepared"), of_quote=True
        ),
        ActionSpec("industry", translate("Actions", "Industry template…"), of_quote=True),
        ActionSpec("telling", translate("Actions", "What the proposal tells…"), of_quote=True),
        ActionSpec("visit_record", translate("Actions", "Record a visit…")),
        ActionSpec("leaflets", translate("Actions", "Leaflets of the quote…"), of_quote=True),
        ActionSpec("research", translate("Actions", "Anonymous needs and competitors…")),
        ActionSpec("library/stories", translate("Actions", "Success stories…")),
        ActionSpec("library/differences", translate("Actions", "Differences with proof…")),
        ActionSpec("library/limits", translate("Actions", "Known limits and answers…")),
        ActionSpec("library/demos", translate("Actions", "Demonstration kits…")),
    )


def add_actions(window: QWidget, deeds: Mapping[str, Callable[[], None]]) -> dict[str, QAction]:
    """Give a window its actions with their keys.

    Args:
        window: In which the keys work.
        deeds: What each action does, by identifier.
    """
    actions = {}
    for spec in action_specs():
        action = QAction(spec.text, window)
        action.setObjectName(spec.id)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        action.triggered.connect(lambda _=False, deed=deeds[spec.id]: deed())
        window.addAction(action)
        actions[spec.id] = action
    return actions
