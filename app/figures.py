"""Figures: money, percentages, dates and quantities as text; nothing else in the product formats.

``Figures`` is a value with a language, so a window in English and a contract in Chinese live side
by side; there is no process-wide locale.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, Literal

import msgspec

from app.amount_words import amount_in_words
from app.capital_figures import capital_amount
from catalog.local_text import Language, LocalText
from catalog.money import Fen, yuan
from catalog.scaled_unit import SpeedUnit, VolumeUnit, in_unit, read_measure, shown_measure

if TYPE_CHECKING:
    from datetime import date

    from catalog.period import Month

_WAN: Final = Decimal(10_000)
_ENGLISH_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


class Figures(msgspec.Struct, frozen=True):
    """Formats for one language.

    Attributes:
        language: ``zh`` or ``en``.
        listed_in: Unit of amounts in lists.
        speeds: Unit of speeds; the catalogue's on papers.
        volumes: Unit of amounts of data; the catalogue's on papers.
    """

    language: Language = "zh"
    listed_in: Literal["yuan", "wan"] = "yuan"
    speeds: SpeedUnit = "catalog"
    volumes: VolumeUnit = "catalog"

    def money(self, amount: Fen) -> str:
        """An amount with thousands separators and two decimals: ``8,016.00``."""
        return f"{yuan(amount):,.2f}"

    def yuan(self, amount: Fen) -> str:
        """An amount with its currency sign: ``¥8,016.00``; minus before the sign."""
        return f"-¥{yuan(-amount):,.2f}" if amount < 0 else f"¥{yuan(amount):,.2f}"

    def listed(self, amount: Fen) -> str:
        """An amount in a list: ``8,016.00``, or in ten thousand yuan to the yuan: ``0.8016``."""
        if self.listed_in == "yuan":
            return self.money(amount)
        return f"{yuan(amount) / _WAN:,.4f}"

    def measured(self, value: str, unit: str) -> str:
        """A value with its unit, speeds and amounts of data in the unit chosen: ``1 Gbps``."""
        return shown_measure(value, unit, self.speeds, self.volumes)

    def in_unit(self, value: str, unit: str) -> tuple[str, str]:
        """Number and unit of such a value."""
        return in_unit(value, unit, self.speeds, self.volumes)

    def read_measured(self, typed: str, unit: str) -> str:
        """What was typed as plain digits of the catalogue's unit; without a reading as it is."""
        return read_measure(typed, unit, self.speeds, self.volumes)

    def listed_title(self, title: str) -> str:
        """The title of a column of such amounts, with the unit where it is not the yuan."""
        if self.listed_in == "yuan":
            return title
        return f"{title}（万元）" if self.language == "zh" else f"{title}, 10k yuan"

    def price(self, unit_price: Decimal) -> str:
        """A unit price: at least two decimals, as many more as it has."""
        shown = unit_price.normalize()
        exponent = shown.as_tuple().exponent
        places = max(2, -exponent if isinstance(exponent, int) else 2)
        return f"{unit_price:,.{places}f}"

    def capital(self, amount: Fen) -> str:
        """An amount in Chinese capital figures: 捌仟零壹拾陆元整."""
        return capital_amount(amount)

    def words(self, amount: Fen) -> str:
        """An amount in English words: eight thousand and sixteen yuan only."""
        return amount_in_words(amount)

    def percent(self, value: Decimal) -> str:
        """A percentage without needless zeros: ``5 %``, ``5.65 %`` (Chinese: no space)."""
        text = f"{value.normalize():f}"
        return f"{text}%" if self.language == "zh" else f"{text} %"

    def rate(self, fraction: Decimal) -> str:
        """A tax rate given as a fraction: 0.09 is ``9%``."""
        return self.percent(fraction * 100)

    def quantity(self, count: int) -> str:
        """A count with thousands separators."""
        return f"{count:,}"

    def date(self, day: date) -> str:
        """A date as written in a contract: 2026年11月23日, 23 November 2026."""
        if self.language == "zh":
            return f"{day.year}年{day.month}月{day.day}日"
        return f"{day.day} {_ENGLISH_MONTHS[day.month - 1]} {day.year}"

    def month(self, month: Month) -> str:
        """A month as written: 2026年10月, October 2026."""
        year, number = month[:4], int(month[5:7])
        if self.language == "zh":
            return f"{year}年{number}月"
        return f"{_ENGLISH_MONTHS[number - 1]} {year}"

    def text(self, text: LocalText) -> str:
        """A text in this language."""
        return text.spoken(self.language)
