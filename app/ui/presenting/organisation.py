"""An organisation in words of the window: people, limits, status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.presenting.approvals import measured
from app.ui.widgets.rows import Cell, ColumnSpec, TableRow

if TYPE_CHECKING:
    from datetime import date

    from app.approval.signing.organisation import Organisation
    from app.quoting.authority import AuthorityMatrix
    from app.ui.presenting.speaker import Speaker


def organisation_status(speaker: Speaker, organisation: Organisation | None, day: date) -> str:
    """Which organisation is installed, and until when it holds."""
    translate = speaker.translate
    if organisation is None:
        return translate("Signing", "No organisation file: nothing is signed")
    text = translate("Signing", "Organisation {name} no. {no}, valid until {date}")
    if day > organisation.valid_until:
        text = translate("Signing", "Organisation {name} no. {no} ended on {date}")
    return text.format(
        name=organisation.name,
        no=organisation.policy_no,
        date=speaker.figures.date(organisation.valid_until),
    )


def member_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """Columns of the people."""
    translate = speaker.translate
    return (
        ColumnSpec("name", translate("Signing", "Name"), 0, "left"),
        ColumnSpec("role", translate("Signing", "Role"), 150, "left"),
        ColumnSpec("key", translate("Signing", "Key"), 100, "left"),
    )


def member_rows(
    speaker: Speaker, organisation: Organisation, matrix: AuthorityMatrix
) -> tuple[TableRow, ...]:
    """One row a person; of a key its first digits."""
    roles = {one.id: speaker.name(one.name) for one in matrix.levels}
    roles.update({one.id: speaker.name(one.name) for one in matrix.functions})
    none, gone = (
        speaker.translate("Signing", "none"),
        speaker.translate("Signing", "revoked"),
    )
    rows = []
    for one in organisation.members:
        key = Cell(one.key[:8] or none, tone="normal" if one.key else "muted")
        if one.key and one.key in organisation.revoked:
            key = Cell(gone, tone="bad")
        role = f"{one.role} {roles.get(one.role, '')}".strip()
        rows.append(TableRow(one.id, f"{one.name} {one.id}", cells=(Cell(role), key)))
    return tuple(rows)


def limit_columns(speaker: Speaker, matrix: AuthorityMatrix) -> tuple[ColumnSpec, ...]:
    """A criterion, then each level."""
    first = ColumnSpec("name", speaker.translate("Approvals", "Criterion"), 0, "left")
    return (first, *(ColumnSpec(one.id, one.id, 84) for one in matrix.levels))


def limit_rows(speaker: Speaker, matrix: AuthorityMatrix) -> tuple[TableRow, ...]:
    """One row a criterion: how far each level may go."""
    unlimited = speaker.translate("Signing", "any")
    return tuple(
        TableRow(
            one.id,
            speaker.name(one.name),
            cells=tuple(
                Cell(unlimited if limit is None else measured(speaker, limit, one.unit))
                for limit in one.limits
            ),
        )
        for one in matrix.criteria
    )
