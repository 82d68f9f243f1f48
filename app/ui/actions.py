"""The table of actions: identifier, text and keys; made into Qt actions once per window."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
        *_elsewhere(),
    )


def _elsewhere() -> tuple[ActionSpec, ...]:
    """Those that do not need an open quote, and what closes it."""
    translate = QCoreApplication.translate
    return (
        ActionSpec("questions", translate("Actions", "Questions and needs…"), ("Ctrl+Shift+Q",)),
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
        ActionSpec("new_customer", translate("Actions", "New customer")),
        ActionSpec("duplicates", translate("Actions", "Find duplicate customers…")),
        ActionSpec("import_customers", translate("Actions", "Import customers…")),
        ActionSpec("export_customers", translate("Actions", "Export customers…")),
        ActionSpec("import_catalogue", translate("Actions", "Import catalogue…")),
        ActionSpec(
            "export_table", translate("Actions", "Export the table to Excel…"), ("Ctrl+Shift+X",)
        ),
        ActionSpec("columns", translate("Actions", "Columns of the table…"), ("Ctrl+Shift+K",)),
        ActionSpec("backups", translate("Actions", "Backups…")),
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


def add_actions(window: QWidget, deeds: Mapping[str, Callable[[], None]]) -> dict[str, QAction]:
    """Give a window its actions with their keys.

    Args:
        window: In which the keys work.
        deeds: What each action does, by identifier.
    """
    actions = {}
    for spec in action_specs():
        action = QAction(spec.text, window)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        action.triggered.connect(lambda _=False, deed=deeds[spec.id]: deed())
        window.addAction(action)
        actions[spec.id] = action
    return actions
