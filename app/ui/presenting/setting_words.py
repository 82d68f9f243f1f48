"""Words of the settings: their groups, the texts of choices, and what cannot be kept."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app.quoting.number_pattern import (
    QUOTE_NUMBER,
    NumberParts,
    contract_number,
    contract_pattern_fault,
    is_local,
    quote_number,
    quote_pattern_fault,
)
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
    catalog = translate("Settings", "As in the catalogue")
    return {
        ("language", "system"): system,
        ("language", "zh"): "中文",
        ("language", "en"): "English",
        ("theme", "system"): system,
        ("theme", "light"): translate("Settings", "Light"),
        ("theme", "dark"): translate("Settings", "Dark"),
        ("density", "comfortable"): translate("Settings", "Comfortable"),
        ("density", "compact"): translate("Settings", "Compact"),
        ("amounts", "yuan"): translate("Settings", "Yuan"),
        ("amounts", "wan"): translate("Settings", "Ten thousand yuan"),
        ("speeds", "catalog"): catalog,
        ("speeds", "mbps"): "Mbps",
        ("speeds", "gbps"): "Gbps",
        ("volumes", "catalog"): catalog,
        ("volumes", "mb"): "MB",
        ("volumes", "gb"): "GB",
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
    for fault in (
        quote_pattern_fault(settings.quote_number),
        contract_pattern_fault(settings.contract_number),
    ):
        if fault:
            return number_faults(speaker)[fault]
    if "{manager}" in settings.quote_number and not settings.manager_id:
        return speaker.translate("Settings", "The number has your staff number: type it first")
    return pattern_fault(speaker, settings.file_names)


def number_faults(speaker: Speaker) -> dict[str, str]:
    """Why a pattern cannot number anything, by the code of its fault."""
    translate = speaker.translate
    return {
        "number.unknown_field": translate("Settings", "The pattern has a field that is not known"),
        "number.no_count": translate("Settings", "A quote number needs {seq}, or {seq:4}"),
        "number.date_gap": translate(
            "Settings",
            "Numbers would come again: {month} needs {year}, and {day} needs {month}",
        ),
        "number.sign": translate("Settings", "The number cannot be the name of a folder"),
        "number.long": translate("Settings", "The pattern is too long"),
        "number.not_one": translate("Settings", "A contract number needs {number} and {revision}"),
    }


def example_of(speaker: Speaker, name: str, text: str) -> str:
    """What a pattern of a setting makes, for an invented quote; empty for other settings."""
    translate = speaker.translate
    parts = NumberParts(date(2026, 11, 23), "7K3MQ2", "M001", 7)
    if name == "file_names":
        return translate("Settings", "Example: {name}").format(
            name=f"{example_name(speaker, text)}.docx"
        )
    if name == "quote_number":
        fault = quote_pattern_fault(text)
        if fault:
            return number_faults(speaker)[fault]
        told = translate("Settings", "Example: {name}").format(name=quote_number(text, parts))
        if is_local(text):
            told += translate("Settings", "; two computers may give the same number")
        return told
    if name == "contract_number":
        fault = contract_pattern_fault(text)
        if fault:
            return number_faults(speaker)[fault]
        number = contract_number(text, quote_number(QUOTE_NUMBER, parts), "A")
        return translate("Settings", "Example: {name}").format(name=number)
    return ""


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
