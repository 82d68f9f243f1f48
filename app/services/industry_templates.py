"""Templates of industries, read from ``resources/industries.toml``; checked when it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.errors import UnknownFormat
from app.paths import resource
from app.quoting.industry_template import IndustryTemplate
from app.services.question_bank import load_questions
from catalog.known_type import known

if TYPE_CHECKING:
    from pathlib import Path


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    industries: tuple[IndustryTemplate, ...]


def load_industries(file: Path | None = None) -> tuple[IndustryTemplate, ...]:
    """Every template, in the order of the file.

    Args:
        file: The program's own when not given.

    Raises:
        UnknownFormat: The file is not what it should be, an industry stands twice, or names a need
            that there is not; it names the place.
    """
    path = file or resource("industries.toml")
    try:
        found = msgspec.toml.decode(path.read_bytes(), type=known(_File)).industries
    except (msgspec.DecodeError, UnicodeDecodeError) as failure:
        detail, _, place = str(failure).partition(" - at ")
        raise UnknownFormat(record=path.name, place=place.strip("`"), detail=detail) from failure
    bank, seen = load_questions(), set[str]()
    for one in found:
        unknown = [need for need in one.needs if bank.need(need) is None]
        if unknown or one.industry in seen:
            raise UnknownFormat(record=path.name, place=one.industry, detail=" ".join(unknown))
        seen.add(one.industry)
    return found
