"""Words of the settings: their groups, the texts of choices, and what cannot be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.file_names import file_name
from app.ui.presenting.paper_settings import converter_names, pattern_fault

if TYPE_CHECKING:
    from app.settings import SettingField, Settings
    from app.ui.presenting.speaker import Speaker


def group_words(speaker: Speaker) -> dict[str, str]:
    """Headings of the groups, in their order."""
    translate = speaker.translate
    return {
        "window": translate("Settings", "Window"),
        "manager": translate("Settings", "Account manager"),
        "supplier": translate("Settings", "Company"),
        "quotes": translate("Settings", "Quotes and papers"),
    }


def choice_words(speaker: Speaker) -> dict[tuple[str, str], str]:
    """What the choices of a setting are called, by setting and choice."""
    translate = speaker.translate
    system = translate("Settings", "As the computer")
    return {
        ("language", "system"): system,
        ("language", "zh"): "中文",
        ("language", "en"): "English",
        ("theme", "system"): system,
        ("theme", "light"): translate("Settings", "Light"),
        ("theme", "dark"): translate("Settings", "Dark"),
        ("density", "comfortable"): translate("Settings", "Comfortable"),
        ("density", "compact"): translate("Settings", "Compact"),
        ("document_language", "zh"): "中文",
        ("document_language", "en"): "English",
        **{
            ("pdf_converter", choice): name
            for choice, (name, _cost) in converter_names(speaker).items()
        },
    }


def unit_of(speaker: Speaker, field: SettingField) -> str:
    """What a number counts, as it stands behind it."""
    translate = speaker.translate
    units = {
        "validity_days": translate("Settings", "days"),
        "term": translate("Settings", "months"),
    }
    return units.get(field.name, "")


def fault_of(speaker: Speaker, settings: Settings) -> str:
    """Why settings cannot be kept; empty when they can."""
    return pattern_fault(speaker, settings.file_names)


def example_name(speaker: Speaker, pattern: str) -> str:
    """A pattern of file names, filled for an invented proposal."""
    translate = speaker.translate
    return file_name(
        pattern,
        {
            "kind": "proposal",
            "paper": translate("Settings", "Proposal"),
            "number": "QW-20261123-0001",
            "revision": "A",
            "customer": translate("Settings", "Sample Kindergarten"),
            "title": translate("Settings", "Phone and broadband"),
            "date": "2026-11-23",
            "language": "zh",
        },
    )
