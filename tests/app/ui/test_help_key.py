"""Every dialog has a page of the manual."""

from __future__ import annotations

import ast
from pathlib import Path

from app.services.manual import PAGES
from app.ui.help_key import DIALOG_PAGES

FRAMES = {"FormDialog", "SteppedDialog", "FilesDialog", "_PassphraseDialog", "_Differences"}
ABOUT_WHERE_ONE_IS = {"CrashDialog", "ManualDialog", "MessageDialog"}
"""They come up anywhere: the page is that of the place."""


def dialogs() -> set[str]:
    """Names of all dialog classes of the window."""
    found, grown = {"QDialog"}, True
    classes = [
        (node.name, {base.id for base in node.bases if isinstance(base, ast.Name)})
        for file in Path("app/ui").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
    ]
    while grown:
        more = {name for name, bases in classes if bases & found} - found
        grown = bool(more)
        found |= more
    return found - {"QDialog"}


def test_every_dialog_leads_to_a_page_that_there_is() -> None:
    """A new dialog is told where it belongs; one that is gone is forgotten."""
    assert dialogs() - FRAMES - ABOUT_WHERE_ONE_IS == set(DIALOG_PAGES)
    assert set(DIALOG_PAGES.values()) <= set(PAGES)
