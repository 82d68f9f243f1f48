"""Limits and people as a file: what is written is read back equal."""

from __future__ import annotations

from datetime import date

import msgspec
from msgspec.structs import replace

from app.quoting.authority.matrix import FlagRule, Function, Scope, Window
from app.quoting.authority.source import AuthoritySource
from app.quoting.authority.staff import Absence, Staff
from app.quoting.authority.writing import write_source
from app.quoting.authority.written import WrittenAuthority, WrittenConsultation
from catalog.charge import ChargeType, PriceRegulation
from catalog.local_text import LocalText
from tests.app.quoting.authority.sources import LI, SOURCE, VALUE, ZHOU

FULL = AuthoritySource(
    replace(
        SOURCE.written,
        criteria=(
            replace(
                VALUE,
                id="lines",
                measure="discount",
                unit="percent",
                name=LocalText('引"号\\\n末', "quo\x7fte"),
                scope=Scope(("专线",), (PriceRegulation.MARKET,), (ChargeType.RECURRING,)),
                consult=(WrittenConsultation("legal", "22"),),
            ),
        ),
        flags=(FlagRule("pay", LocalText("付款"), "L2", ("A",), ("payment_due",), ("legal",)),),
        functions=(Function("legal", LocalText("法律", "legal")),),
        window=Window(90, 3),
        unsigned_limit="50000",
    ),
    Staff(
        (LI, replace(ZHOU, email="zhou@example.com")),
        (Absence("2", date(2026, 12, 1), date(2026, 12, 5), "1"),),
    ),
)


def read(text: str) -> AuthoritySource:
    """A file as the program reads it."""
    plain = msgspec.toml.decode(text)
    people = {name: plain.pop(name) for name in ("people", "absences") if name in plain}
    return AuthoritySource(msgspec.convert(plain, WrittenAuthority), msgspec.convert(people, Staff))


def test_everything_comes_back() -> None:
    """Every field, with quotes and what no editor shows."""
    assert read(write_source(FULL)) == FULL
    assert read(write_source(SOURCE)) == SOURCE


def test_what_says_the_same_as_the_default_is_left_out() -> None:
    """And a person is a table of his own."""
    text = write_source(SOURCE)
    assert "window" not in text
    assert "smallest" not in text
    assert '[[people]]\nid = "2"\nname = "周敏"\nrole = "L2"\n' in text
    assert 'limits = ["100", "L1 + 400"]' in text
