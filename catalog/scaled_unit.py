"""Units that stand for thousands of each other: 1 Gbps is 1000 Mbps, 1 GB is 1024 MB.

A value is kept in the unit of the catalogue. What is shown in another unit is exactly the same;
where that needs more than three decimals the catalogue's unit stays.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Final, Literal

SpeedUnit = Literal["catalog", "mbps", "gbps"]
"""How speeds are shown."""
VolumeUnit = Literal["catalog", "mb", "gb"]
"""How amounts of data are shown."""

_SHOWN: Final = {"mbps": "Mbps", "gbps": "Gbps", "mb": "MB", "gb": "GB"}
_SPEED: Final = re.compile(
    r"([kmgt])(?:bps|bit/s|bits/s|b/s|bit/秒|比特/秒)|(千兆|兆)(?:bps|比特/秒)"
)
_VOLUME: Final = re.compile(r"([kmgt]|千兆|兆)(?:b|bytes?|字节)")
_POWER: Final = {"k": -1, "m": 0, "兆": 0, "g": 1, "千兆": 1, "t": 2}
_STEP: Final = {"speed": 1000, "volume": 1024}
_TYPED: Final = re.compile(r"([+-]?[0-9][0-9,]*(?:\.[0-9]+)?)\s*(.*)")
_MOST_DECIMALS: Final = 3
_LONGEST: Final = 40


def shown_measure(
    value: str, unit: str, speeds: SpeedUnit = "catalog", volumes: VolumeUnit = "catalog"
) -> str:
    """A value with its unit, in the unit wished: ``1000``, ``Mbit/s`` is ``1 Gbps``.

    Args:
        value: As it is kept: plain digits, or anything else, which stays as it is.
        unit: Of the catalogue.
        speeds: Wish for speeds.
        volumes: Wish for amounts of data.
    """
    number, unit = in_unit(value, unit, speeds, volumes)
    return f"{number} {unit}" if number and unit else number


def in_unit(
    value: str, unit: str, speeds: SpeedUnit = "catalog", volumes: VolumeUnit = "catalog"
) -> tuple[str, str]:
    """Number and unit in which a value is shown."""
    scale = _scale(unit)
    wish = "catalog" if scale is None else speeds if scale[0] == "speed" else volumes
    if scale is None or wish == "catalog" or _plain(value) is None:
        return value, unit
    family, power = scale
    factor = Decimal(_STEP[family]) ** (power - _POWER[wish[0]])
    number = (Decimal(value) * factor).normalize()
    exponent = number.as_tuple().exponent
    # Halves of 1024 have up to ten decimals, and nobody reads those.
    if not isinstance(exponent, int) or -exponent > _MOST_DECIMALS:
        return value, unit
    return f"{number:f}", _SHOWN[wish]


def read_measure(
    typed: str, unit: str, speeds: SpeedUnit = "catalog", volumes: VolumeUnit = "catalog"
) -> str:
    """What somebody typed as plain digits in the catalogue's unit: ``１G`` is ``1000`` of Mbit/s.

    A number alone is in the unit shown. What has no reading comes back as it is.

    Args:
        typed: By a user, in any width, with or without a unit.
        unit: Of the catalogue.
        speeds: Unit in which speeds are shown.
        volumes: Unit in which amounts of data are shown.
    """
    text = unicodedata.normalize("NFKC", typed).strip()
    found = _TYPED.fullmatch(text)
    scale = _scale(unit)
    if found is None or len(text) > _LONGEST:
        return text
    number, suffix = Decimal(found[1].replace(",", "")), found[2].strip()
    if scale is None:
        own = not suffix or suffix == unicodedata.normalize("NFKC", unit).strip()
        return f"{number:f}" if own else text
    family, power = scale
    wish = speeds if family == "speed" else volumes
    typed_power = power if wish == "catalog" else _POWER[wish[0]]
    if suffix:
        said = suffix.casefold()
        other = (family, _POWER[said]) if said in _POWER else _scale(suffix)
        if other is None or other[0] != family:
            return text
        typed_power = other[1]
    value = number * Decimal(_STEP[family]) ** (typed_power - power)
    return f"{value.normalize():f}"


def _scale(unit: str) -> tuple[Literal["speed", "volume"], int] | None:
    """Family and power of a unit; nothing for one that is no speed and no amount of data."""
    text = unicodedata.normalize("NFKC", unit).casefold().replace(" ", "")
    speed, volume = _SPEED.fullmatch(text), _VOLUME.fullmatch(text)
    if speed is not None:
        return "speed", _POWER[speed[1]]
    if volume is not None:
        return "volume", _POWER[volume[1]]
    return None


def _plain(value: str) -> Decimal | None:
    return Decimal(value) if re.fullmatch(r"-?[0-9]+(?:\.[0-9]+)?", value) else None
