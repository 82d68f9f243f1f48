"""The field guide: what a template of a kind may print, for the people who edit templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.documents.kind import DocumentKind, Field
    from app.translation import Words
    from catalog.local_text import Language


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
    lines += [_row(field, words.language) for field in kind.guide]
    return "\n".join([*lines, ""])


def _row(field: Field, language: Language) -> str:
    return f"| `{field.name}` | {field.description.spoken(language)} | `{_example(field)}` |"


def _example(field: Field) -> str:
    """How a template uses the field; the member of a list goes by the list's last name."""
    list_name, _, member = field.name.rpartition("[]")
    if field.is_list:
        return f"{{%tr for row in {_spoken(field.name)} %}} … {{%tr endfor %}}"
    if field.is_choice:
        return f"{{%p if {_spoken(field.name)} %}} … {{%p endif %}}"
    shown = f"row{member}" if list_name else field.name
    return f"{{{{ {shown} }}}}"


def _spoken(name: str) -> str:
    """A name below a list, as it is said inside the loop over that list."""
    list_name, _, member = name.rpartition("[]")
    return f"row{member}" if list_name else name
