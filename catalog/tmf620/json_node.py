"""JsonNode: one JSON object of a file from outside, read member by member with its path.

A member of the wrong type is a finding and is read as missing, so that one reading tells every
finding of the whole file. Text is kept as it is, but never with characters that an eye cannot see.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from catalog.cell_text import CellFault, read_name
from catalog.money import unit_micro
from catalog.problem import Place, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST_TEXT = 4000
LARGEST_NUMBER = 10**12
LARGEST_COUNT = 10**9
_KINDS = {str: "string", bool: "boolean", int: "number", Decimal: "number", list: "array"}


class Findings:
    """Collects what is found in one file; the same finding in many places is told once, counted."""

    def __init__(self, file: str) -> None:
        """Start with nothing found in a file of this name."""
        self._file = file
        self._found: dict[tuple[str, str], Problem] = {}
        self._counted: dict[tuple[str, Severity, str], tuple[int, str]] = {}

    def add(
        self,
        code: str,
        path: str,
        subject: str,
        parameters: Mapping[str, object],
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Note one finding at a JSON path; a place that is read again adds nothing."""
        where = Place(file=self._file, column=path, subject=subject)
        facts = {name: str(value) for name, value in parameters.items()}
        self._found.setdefault((code, path), Problem(code, severity, where, facts))

    def count(self, code: str, path: str, severity: Severity, field: str = "") -> None:
        """Note a finding that is told once with its number of places; the first path is named."""
        key = (code, severity, field)
        count, first = self._counted.get(key, (0, path))
        self._counted[key] = (count + 1, first)

    def everything(self) -> tuple[Problem, ...]:
        """All findings, the counted ones last."""
        counted = tuple(
            Problem(
                code,
                severity,
                Place(file=self._file, column=path),
                {"field": field, "count": str(count)},
            )
            for (code, severity, field), (count, path) in self._counted.items()
        )
        return (*self._found.values(), *counted)


class JsonNode:
    """An object of the file.

    Attributes:
        path: Where it stands, such as ``$[3].price``.
        subject: Identifier of the resource that it belongs to.
    """

    def __init__(
        self, members: Mapping[str, object], path: str, findings: Findings, subject: str = ""
    ) -> None:
        """Keep the members; nothing is read yet."""
        self.path = path
        self.subject = subject or _identifier(members)
        self.findings = findings
        self._members = members

    def has(self, key: str) -> bool:
        """Whether a member is there and says something: not null, empty, false or zero."""
        return bool(self._members.get(key))

    def given(self, key: str) -> bool:
        """Whether a member is there, whatever it says."""
        return self._members.get(key) is not None

    def problem(self, code: str, key: str = "", **parameters: object) -> None:
        """Note an error at a member, or at the object itself."""
        self.findings.add(code, self.path_of(key), self.subject, parameters)

    def hint(self, code: str, key: str, **parameters: object) -> None:
        """Note something worth knowing about a member."""
        path = self.path_of(key)
        self.findings.add(code, path, self.subject, parameters, Severity.HINT)

    def path_of(self, key: str) -> str:
        """Path of a member."""
        return f"{self.path}.{key}" if key else self.path

    def text(self, key: str) -> str:
        """A text as it is written; empty when it is missing or wrong."""
        value = self._members.get(key)
        if value is None:
            return ""
        if not isinstance(value, str):
            self._wrong(key, value, "string")
            return ""
        return self._visible(key, value)

    def scalar(self, key: str) -> str:
        """A text, a number or a yes-no as our characteristics keep it; empty for anything else."""
        value = self._members.get(key)
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, int | Decimal):
            return f"{value:f}" if isinstance(value, Decimal) else str(value)
        return self.text(key)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; what is no text is a finding."""
        read = []
        for position, value in enumerate(self._list(key)):
            place = f"{key}[{position}]"
            if isinstance(value, str):
                read.append(self._visible(place, value))
            else:
                self._wrong(place, value, "string")
        return tuple(read)

    def number(self, key: str) -> Decimal | None:
        """A number of yuan or percent, below 10^12 with at most six decimals."""
        value = self._members.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            self._wrong(key, value, "number")
            return None
        number = Decimal(value)
        try:
            unit_micro(number)
        except ValueError:
            self._out_of_range(key, number)
            return None
        if abs(number) >= LARGEST_NUMBER:
            self._out_of_range(key, number)
            return None
        return number

    def count(self, key: str) -> int | None:
        """A whole number from 0 to 10^9."""
        number = self.number(key)
        if number is None:
            return None
        if number != number.to_integral_value() or not 0 <= number <= LARGEST_COUNT:
            self._out_of_range(key, number)
            return None
        return int(number)

    def flag(self, key: str, *, otherwise: bool) -> bool:
        """True or false."""
        value = self._members.get(key)
        if value is None:
            return otherwise
        if not isinstance(value, bool):
            self._wrong(key, value, "boolean")
            return otherwise
        return value

    def child(self, key: str) -> JsonNode | None:
        """An object inside this one."""
        value = self._members.get(key)
        if value is None:
            return None
        if not isinstance(value, dict):
            self._wrong(key, value, "object")
            return None
        return JsonNode(value, self.path_of(key), self.findings, self.subject)

    def children(self, key: str) -> list[JsonNode]:
        """A list of objects inside this one; what is no object is a finding."""
        nodes = []
        for position, value in enumerate(self._list(key)):
            place = f"{key}[{position}]"
            if isinstance(value, dict):
                nodes.append(JsonNode(value, self.path_of(place), self.findings, self.subject))
            else:
                self._wrong(place, value, "object")
        return nodes

    def not_kept(self, *keys: str) -> None:
        """Count members that say something which our catalogue has no place for."""
        for key in keys:
            if self.has(key):
                path = self.path_of(key)
                self.findings.count("exchange.not_kept", path, Severity.WARNING, key)

    def _list(self, key: str) -> list[object]:
        value = self._members.get(key)
        if value is None:
            return []
        if not isinstance(value, list):
            self._wrong(key, value, "array")
            return []
        return value

    def _visible(self, key: str, value: str) -> str:
        if value.strip():
            try:
                read_name(value, LONGEST_TEXT)
            except CellFault as fault:
                self.problem(fault.code, key, **fault.parameters)
                return ""
        return value

    def _wrong(self, key: str, value: object, wanted: str) -> None:
        found = _KINDS.get(type(value), "object")
        self.problem("exchange.wrong_type", key, wanted=wanted, found=found)

    def _out_of_range(self, key: str, number: Decimal) -> None:
        self.problem("exchange.number_out_of_range", key, value=str(number)[:40])


def _identifier(members: Mapping[str, object]) -> str:
    value = members.get("id")
    return value[:80] if isinstance(value, str) else ""
