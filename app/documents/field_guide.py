"""The field guide: what templates may print, made from the kinds, for people who edit templates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

import msgspec

if TYPE_CHECKING:
    from app.documents.kind import DocumentKind, Field, FieldValue, FieldValues
    from app.translation import Words

_LONGEST: Final = 60
"""Characters of an example."""


class GuideRow(msgspec.Struct, frozen=True):
    """One field, for people.

    Attributes:
        name: As the guide of its kind declares it.
        meaning: What it is.
        tag: How a template uses it, ready to be pasted.
        example: What it shows for the sample customer; empty where that shows nothing.
        kinds: Identifiers of the kinds that have it.
        is_list: Whether a template loops over it.
    """

    name: str
    meaning: str
    tag: str
    example: str
    kinds: tuple[str, ...]
    is_list: bool


def field_guide(kind: DocumentKind, words: Words) -> str:
    """The guide of one kind as Markdown: a table of tags with their meaning.

    Args:
        kind: The kind of document.
        words: Texts of the reader's language.
    """
    headings = words("paper.guide.headings").split("|")
    lines = [
        f"# {kind.title(words)}",
        "",
        words("paper.guide.introduction"),
        "",
        f"| {' | '.join(headings)} |",
        f"| {' | '.join('---' for _ in headings)} |",
    ]
    lines += [
        f"| `{row.name}` | {row.meaning} | `{row.tag}` |"
        for row in guide_rows((kind,), words, {kind.id: {}})
    ]
    return "\n".join([*lines, ""])


def guide_rows(
    kinds: Sequence[DocumentKind], words: Words, values: Mapping[str, FieldValues]
) -> tuple[GuideRow, ...]:
    """Every field of some kinds, once, in the order of the first kind that has it.

    Args:
        kinds: The kinds.
        words: Texts of the reader's language.
        values: What each kind prints for the sample customer, by identifier of the kind.
    """
    fields: dict[str, Field] = {}
    used: dict[str, list[str]] = {}
    for kind in kinds:
        for field in kind.guide:
            fields.setdefault(field.name, field)
            used.setdefault(field.name, []).append(kind.id)
    return tuple(
        GuideRow(
            name,
            field.description.spoken(words.language),
            tag_of(field),
            example_of(name, values[used[name][0]], words),
            tuple(used[name]),
            field.is_list,
        )
        for name, field in fields.items()
    )


def tag_of(field: Field) -> str:
    """How a template uses the field; the member of a list goes by the list's last name."""
    list_name, _, member = field.name.rpartition("[]")
    if field.is_list:
        return f"{{%tr for row in {_spoken(field.name)} %}} … {{%tr endfor %}}"
    if field.is_choice:
        return f"{{%p if {_spoken(field.name)} %}} … {{%p endif %}}"
    shown = f"row{member}" if list_name else field.name
    return f"{{{{ {shown} }}}}"


def example_of(name: str, values: FieldValues, words: Words) -> str:
    """What a field shows for the sample customer; members of lists as in the first row."""
    found: FieldValue | None = values
    for step in name.replace("[]", ".[]").split("."):
        if step == "[]":
            rows = found if isinstance(found, Sequence) and not isinstance(found, str) else ()
            found = next(iter(rows), None)
        else:
            found = found.get(step) if isinstance(found, Mapping) else None
    if found is None or isinstance(found, Mapping):
        return ""
    if isinstance(found, bool):
        return words("paper.guide.yes" if found else "paper.guide.no")
    if isinstance(found, str):
        if any(0xE000 <= ord(one) <= 0xF8FF for one in found):  # noqa: PLR2004 - private use area
            return ""  # a reference is resolved where the document is numbered
        shown = " ".join(found.split())
        return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"
    return words("paper.guide.count", count=len(found))


def _spoken(name: str) -> str:
    """A name below a list, as it is said inside the loop over that list."""
    list_name, _, member = name.rpartition("[]")
    return f"row{member}" if list_name else name
