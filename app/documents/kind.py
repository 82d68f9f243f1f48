"""DocumentKind: what a kind of document must provide, and how its fields are declared.

A kind turns a frozen ``CustomerRevision`` into plain values that are already formatted. It knows
no file format and computes no price; the Word template decides where the values stand. Because a
``CustomerRevision`` has no place for cost, margin or authority, no template can print them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import TypeAlias

import msgspec

from app.documents.bills_chart import BillsChart
from app.figures import Figures
from app.quoting.revision import CustomerRevision
from app.translation import Words
from catalog.local_text import Language, LocalText
from catalog.problem import Problem

FieldValue: TypeAlias = "str | bool | Sequence[FieldValue] | Mapping[str, FieldValue]"
"""What a field may hold: text, yes or no, a list, or a group of fields."""

FieldValues: TypeAlias = Mapping[str, FieldValue]
"""A group of fields by name."""


class Audience(StrEnum):
    """Who may read a document."""

    CUSTOMER = "customer"
    INTERNAL = "internal"


class Field(msgspec.Struct, frozen=True):
    """One value that a template of a kind may print.

    Attributes:
        name: Dotted; the members of a list are written ``price.rows[].name``.
        zh: What it is, for people who edit templates.
        en: The same in English.
        is_list: A list that a template may loop over.
        is_choice: Yes or no, or a group that may be missing: for ``{% if %}``.
    """

    name: str
    zh: str
    en: str
    is_list: bool = False
    is_choice: bool = False

    @property
    def description(self) -> LocalText:
        """What it is, in both languages."""
        return LocalText(self.zh, self.en)


class PrintedFigure(msgspec.Struct, frozen=True):
    """Texts that a finished document must show together, in one paragraph or one table row.

    Attributes:
        place: What they are, for the message when they are missing, such as ``contract total``.
        texts: As formatted; all of them in one passage.
    """

    place: str
    texts: tuple[str, ...]


def no_charts(
    _revision: CustomerRevision, _words: Words, _figures: Figures
) -> dict[str, BillsChart]:
    """The charts of a kind that has none."""
    return {}


def always(_revision: CustomerRevision) -> bool:
    """Whether a kind applies that every quote can have."""
    return True


class DocumentKind(msgspec.Struct, frozen=True):
    """A kind of document.

    Attributes:
        id: Name of its folder below ``templates``.
        languages: Languages it can be issued in.
        audience: Who reads it; customer papers are scanned for internal figures.
        guide: Every field, in the order in which the field guide lists them.
        fields: The values for a template, by name; exactly those that the guide declares.
        charts: Charts by the name that a template's placeholder picture carries.
        printed: What the finished document is compared with; taken from the revision anew.
        findings: What should be looked at before the document is handed out.
        applies: Whether a revision has anything for it to show; without bills there is no
            analysis of bills.
    """

    id: str
    languages: tuple[Language, ...]
    audience: Audience
    guide: tuple[Field, ...]
    fields: Callable[[CustomerRevision, Words, Figures], dict[str, FieldValue]]
    charts: Callable[[CustomerRevision, Words, Figures], dict[str, BillsChart]]
    printed: Callable[[CustomerRevision, Words, Figures], tuple[PrintedFigure, ...]]
    findings: Callable[[CustomerRevision], tuple[Problem, ...]]
    applies: Callable[[CustomerRevision], bool] = always

    def title(self, words: Words) -> str:
        """What the document is called."""
        return words(f"paper.{self.id}.title")


def known_names(guide: Sequence[Field]) -> frozenset[str]:
    """Every name that a template may use: the fields and the groups that hold them."""
    names: set[str] = set()
    for field in guide:
        name = field.name
        while name:
            names.add(name)
            stem = name.removesuffix("[]")
            name = stem if stem != name else name.rpartition(".")[0]
    return frozenset(names | {f"{field.name}[]" for field in guide if field.is_list})
