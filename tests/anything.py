"""Any value that a file may hold: a strategy made from the type itself, absurd figures included.

Numbers are of every size, decimals may be no number at all, texts may be empty or strange; some are
words that the product knows, so that the rest of a value is looked at as well.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

import msgspec
from hypothesis import strategies as st
from msgspec import inspect

DECIMALS = st.one_of(
    st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-10, max_value=110),
    st.sampled_from(
        [Decimal(text) for text in ("NaN", "sNaN", "Infinity", "-Infinity", "1E+400", "1E-400")]
    ),
    st.decimals(),
)
WHOLE = st.one_of(st.integers(-2, 40), st.sampled_from([-(10**9), 10**9, 2**63 - 1]), st.integers())
DAYS = st.sampled_from([date.min, date(2026, 11, 23), date.max]) | st.dates()


def anything(kind: type, words: tuple[str, ...]) -> st.SearchStrategy[Any]:
    """Values of a type.

    Args:
        kind: A struct or any other type that msgspec decodes.
        words: Texts that the product knows, such as codes of offerings.
    """
    texts = st.sampled_from(("", " ", "\0", "无", *words)) | st.text(max_size=8)
    return _of(inspect.type_info(kind), texts, 0)


def mixed(real: st.SearchStrategy[Any], strange: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Real values of a struct with a few of their fields taken from strange ones."""

    def mix(data: tuple[Any, Any, set[int]]) -> object:
        one, other, places = data
        names = one.__struct_fields__
        changed = {names[place % len(names)] for place in places}
        return msgspec.structs.replace(one, **{name: getattr(other, name) for name in changed})

    return st.tuples(real, strange, st.sets(st.integers(0, 40), max_size=3)).map(mix)


def _of(info: inspect.Type, texts: st.SearchStrategy[str], depth: int) -> st.SearchStrategy[Any]:
    """One type; deeper values are shorter."""
    many = partial(st.lists, max_size=3 if depth < 2 else 1)
    deeper = partial(_of, texts=texts, depth=depth + 1)
    found: st.SearchStrategy[Any]
    match info:
        case inspect.StructType():
            fields = {
                field.name: deeper(field.type)
                if field.required
                else _default(field) | deeper(field.type)
                for field in info.fields
            }
            found = st.fixed_dictionaries(fields).map(lambda known: info.cls(**known))
        case inspect.UnionType():
            found = st.one_of([_of(one, texts, depth) for one in info.types])
        case inspect.VarTupleType():
            found = many(deeper(info.item_type)).map(tuple)
        case inspect.TupleType():
            found = st.tuples(*map(deeper, info.item_types))
        case inspect.DictType():
            found = many(st.tuples(deeper(info.key_type), deeper(info.value_type))).map(dict)
        case inspect.EnumType():
            found = st.sampled_from(list(info.cls))
        case inspect.LiteralType():
            found = st.sampled_from(info.values)
        case _:
            found = _plain(info, texts)
    return found


def _default(field: inspect.Field) -> st.SearchStrategy[Any]:
    if field.default is not msgspec.NODEFAULT:
        return st.just(field.default)
    return st.builds(field.default_factory)


def _plain(info: inspect.Type, texts: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    known: dict[type[inspect.Type], st.SearchStrategy[Any]] = {
        inspect.NoneType: st.none(),
        inspect.BoolType: st.booleans(),
        inspect.IntType: WHOLE,
        inspect.StrType: texts,
        inspect.DecimalType: DECIMALS,
        inspect.DateType: DAYS,
        inspect.DateTimeType: st.datetimes(),
    }
    return known[type(info)]
