"""write_rules(): a rule set as the text of a rule file, which ``read_rules`` reads back equal.

What says the same as the default is left out; comments of a file that was read are not kept.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pricing.rule import PriceRule
    from pricing.rulebook import RuleSet

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_LAST_CONTROL = 0x1F
_DELETE = 0x7F
_FIRST = ("id", "name", "scope", "when", "alteration")
"""What a reader looks for first; the others follow in the order of the fields."""
_LADDERS = ("tiers", "steps")
"""Lists that stand one step a line, because people read them downwards."""


def write_rules(rules: RuleSet) -> str:
    """The text of a rule file, in TOML."""
    head = [
        "# Price rules: scope x condition x alteration.",
        f"version = {_value(rules.version)}",
        f"choice = {_value(rules.choice.value)}",
    ]
    return "\n".join((*head, *(_rule(rule) for rule in rules.rules))) + "\n"


def _rule(rule: PriceRule) -> str:
    told = _told(rule)
    names = (*(name for name in _FIRST if name in told), *(n for n in told if n not in _FIRST))
    lines = [f"{name} = {_value(told[name], name)}" for name in names]
    return "\n".join(("", "[[rule]]", *lines))


def _told(struct: msgspec.Struct) -> dict[str, object]:
    """The fields of a value that differ from their defaults; of a variant its kind comes first."""
    config = struct.__struct_config__
    told: dict[str, object] = {}
    if config.tag_field is not None:
        told[config.tag_field] = str(config.tag)
    for field in msgspec.structs.fields(type(struct)):
        value = getattr(struct, field.name)
        if value is None or (field.default is not msgspec.NODEFAULT and value == field.default):
            continue
        told[field.encode_name] = value
    return told


def _value(value: object, name: str = "") -> str:
    if isinstance(value, tuple):
        return _list(value, name)
    if isinstance(value, msgspec.Struct):
        return _table(_told(value))
    if isinstance(value, dict):
        return _table(value)
    return _plain(value)


def _plain(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return _text(value)
        case Decimal():
            return f'"{value:f}"'
        case date():
            return value.isoformat()
        case _:
            return str(value)


def _table(pairs: Mapping[str, object]) -> str:
    inside = ", ".join(f"{_key(key)} = {_value(part, key)}" for key, part in pairs.items())
    return f"{{ {inside} }}" if inside else "{}"


def _list(values: tuple[object, ...], name: str) -> str:
    parts = [_value(value) for value in values]
    if name in _LADDERS and len(parts) > 1:
        return "".join(("[\n", *(f"    {part},\n" for part in parts), "]"))
    return f"[{', '.join(parts)}]"


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _text(key)


def _text(text: str) -> str:
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(letter: str) -> str:
    if letter in _ESCAPES:
        return _ESCAPES[letter]
    code = ord(letter)
    return f"\\u{code:04X}" if code <= _LAST_CONTROL or code == _DELETE else letter
