"""decoding_facts(): what a decoder says is wrong with a text, as a code and values in no language.

The decoders of TOML, JSON and of our values (msgspec) say it in English. Findings carry a code
instead (``fault``, a text below ``[fault]``) with what the text names, so that the window and the
command line say it in the user's language.
"""

from __future__ import annotations

import re

_FORMS = (
    ("unknown_field", re.compile(r"unknown field `(?P<field>[^`]*)`")),
    ("missing_field", re.compile(r"missing required field `(?P<field>[^`]*)`")),
    (
        "wrong_length",
        re.compile(r"Expected `(?P<wanted>[^`]+)` of length (?P<count>[^`,]+?)(, got .*)?$"),
    ),
    (
        "wrong_length",
        re.compile(r"Expected `(?P<wanted>[^`]+)` of at (least|most) length (?P<count>\d+)"),
    ),
    ("out_of_bounds", re.compile(r"Expected `(int|float|decimal)` (?P<bound>[<>]=? ?\S+)$")),
    ("wrong_kind", re.compile(r"Expected `(?P<wanted>[^`]+)`, got `(?P<got>[^`]+)`")),
    ("wrong_kind", re.compile(r"Expected `(?P<wanted>[^`]+)`$")),
    ("not_allowed", re.compile(r"Invalid (enum )?value '?(?P<value>.*?)'?$")),
    ("no_date", re.compile(r"Invalid (RFC3339|ISO8601) encoded date")),
    ("no_number", re.compile(r"Invalid decimal string|not a number")),
    ("out_of_range", re.compile(r"out of range")),
    ("broken_at", re.compile(r"\(at line (?P<line>\d+), column (?P<column>\d+)\)$")),
    ("broken_at_byte", re.compile(r"malformed: .*\(byte (?P<byte>\d+)\)$")),
    ("broken_off", re.compile(r"at end of document|truncated")),
    ("not_utf8", re.compile(r"codec can't decode|[Ii]nvalid utf-?8", re.IGNORECASE)),
    ("too_deep", re.compile(r"recursion", re.IGNORECASE)),
)


def decoding_facts(message: str) -> dict[str, str]:
    """A decoder's message as parameters of a finding: ``fault`` and what its text names.

    Args:
        message: As the decoder says it, without the place behind `` - at ``.

    Returns:
        ``fault`` is ``unreadable`` for a message that is not known.
    """
    for fault, form in _FORMS:
        found = form.search(message)
        if found is not None:
            named = {name: value for name, value in found.groupdict().items() if value}
            return {"fault": fault, **named}
    return {"fault": "unreadable"}
