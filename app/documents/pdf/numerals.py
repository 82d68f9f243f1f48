"""How a list counter is written: 3, 三, 叁, iii, c, ③ and so on. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_DIGITS: Final = "〇一二三四五六七八九"
_CAPITALS: Final = "零壹贰叁肆伍陆柒捌玖"
_ROMAN: Final = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"
_CIRCLED: Final = 20
_CIRCLED_TWENTY_ONE: Final = 0x3251
_CIRCLED_THIRTY_SIX: Final = 0x32B1


def chinese(count: int) -> str:
    """Write 1 to 99999 as in 第一百零五条: 一, 十, 十一, 二十, 一百零五, 一千一百一十."""
    text = _grouped(count, "零一二三四五六七八九", "十百千")
    return text.removeprefix("一") if text.startswith("一十") else text


def capital(count: int) -> str:
    """Write with the capital figures of money and contracts: 壹拾, 贰."""
    return _grouped(count, _CAPITALS, "拾佰仟")


def written(count: int, form: str) -> str:
    """Write a counter in one of WordprocessingML's number formats; unknown ones as decimals."""
    if form in {"none", "bullet"}:
        return ""
    writer = _FORMS.get(form)
    return str(count) if writer is None or count < 1 else writer(count)


def is_known(form: str) -> bool:
    """Tell whether :func:`written` has the format."""
    return form in _FORMS or form in {"none", "bullet", "decimal"}


def _grouped(count: int, digits: str, units: str) -> str:
    high, low = divmod(count, 10000)
    if high:
        rest = ""
        if low:
            rest = ("零" if low < 1000 else "") + _grouped(low, digits, units)  # noqa: PLR2004 - gap
        return _grouped(high, digits, units) + "万" + rest
    text, gap = "", False
    for place in (3, 2, 1, 0):
        digit = count // 10**place % 10
        if not digit:
            gap = bool(text)
            continue
        text += (digits[0] if gap else "") + digits[digit] + (units[place - 1] if place else "")
        gap = False
    return text or digits[0]


def _digits(count: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(count))


def _letter(count: int) -> str:
    # Word repeats the letter: z is followed by aa, bb, cc.
    return chr(97 + (count - 1) % 26) * ((count - 1) // 26 + 1)


def _roman(count: int) -> str:
    text = ""
    for figure, letters in _ROMAN:
        text += letters * (count // figure)
        count %= figure
    return text


def _circled(count: int) -> str:
    if count <= _CIRCLED:
        return chr(0x245F + count)
    if count <= 35:  # noqa: PLR2004 - ㉟ ends one block of circled numbers, ㊱ begins another
        return chr(_CIRCLED_TWENTY_ONE + count - 21)
    return chr(_CIRCLED_THIRTY_SIX + count - 36) if count <= 50 else str(count)  # noqa: PLR2004 - ㊿


def _full_width(count: int) -> str:
    return "".join(chr(0xFF10 + int(digit)) for digit in str(count))


def _ordinal(count: int) -> str:
    teens = 11 <= count % 100 <= 13  # noqa: PLR2004 - 11th, 12th, 13th
    return f"{count}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(count % 10, 'th')}"


_FORMS: Final[dict[str, Callable[[int], str]]] = {
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "ideographDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "taiwaneseDigital": _digits,
    "chineseLegalSimplified": capital,
    "ideographLegalTraditional": capital,
    "ideographTraditional": lambda count: _STEMS[(count - 1) % 10],
    "ideographZodiac": lambda count: _BRANCHES[(count - 1) % 12],
    "lowerLetter": _letter,
    "upperLetter": lambda count: _letter(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalFullWidth": _full_width,
    "decimalZero": lambda count: f"{count:02d}",
    "decimalEnclosedParen": lambda count: f"({count})",
    "decimalEnclosedFullstop": lambda count: f"{count}.",
    "numberInDash": lambda count: f"- {count} -",
    "ordinal": _ordinal,
}
