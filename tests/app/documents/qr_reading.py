"""A reader of QR codes that shares nothing with what draws them: written from ISO/IEC 18004.

It finds the three corners in a picture, samples the modules, checks format and version words,
takes the mask off, checks every block by Reed-Solomon, and reads alphanumeric text. It corrects
nothing: a code as we print it has no errors, so that any fault of the encoder is noticed.
"""

from __future__ import annotations

from itertools import groupby, permutations
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PIL.Image import Image

_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_BLOCKS = {
    1: (10, (16,)),
    2: (16, (28,)),
    3: (26, (44,)),
    4: (18, (32, 32)),
    5: (24, (43, 43)),
    6: (16, (27,) * 4),
    7: (18, (31,) * 4),
    8: (22, (38, 38, 39, 39)),
}
"""Of level M by version: check words a block, and data words of each block."""
_ALIGNED = {1: (), 7: (6, 22, 38), 8: (6, 24, 42)}
_MEDIUM, _FORMAT_MASK, _FORMAT_POLYNOMIAL, _VERSION_POLYNOMIAL = 0b00, 0x5412, 0x537, 0x1F25
_MIDDLE = 128
_MASKS = (
    lambda i, j: (i + j) % 2 == 0,
    lambda i, _j: i % 2 == 0,
    lambda _i, j: j % 3 == 0,
    lambda i, j: (i + j) % 3 == 0,
    lambda i, j: (i // 2 + j // 3) % 2 == 0,
    lambda i, j: i * j % 2 + i * j % 3 == 0,
    lambda i, j: (i * j % 2 + i * j % 3) % 2 == 0,
    lambda i, j: ((i + j) % 2 + i * j % 3) % 2 == 0,
)


class NoCode(ValueError):
    """What was read is no QR code without faults."""


class _Corner(NamedTuple):
    x: float
    y: float
    module: float


def modules_in(picture: Image) -> list[list[bool]]:
    """The modules of the one QR code in a picture that is not turned."""
    grey = picture.convert("L")
    shades, wide = grey.tobytes(), grey.width
    corner, far = _square(_corners(shades, wide))
    span = far.x - corner.x
    version = round((round(span / corner.module) + 7 - 17) / 4)
    size = version * 4 + 17
    step = span / (size - 7)
    return [
        [
            shades[int(corner.y + (down - 3) * step) * wide + int(corner.x + (across - 3) * step)]
            < _MIDDLE
            for across in range(size)
        ]
        for down in range(size)
    ]


def _square(corners: Sequence[_Corner]) -> tuple[_Corner, _Corner]:
    """The upper left corner and the one to its right, of the three that make a square."""
    found = [
        (one, right)
        for one, right, below in permutations(corners, 3)
        if right.x - one.x > 7 * one.module
        and abs(right.y - one.y) < one.module / 2
        and abs(below.x - one.x) < one.module / 2
        and abs((below.y - one.y) - (right.x - one.x)) < one.module / 2
    ]
    if len(found) != 1:
        msg = f"{len(corners)} corners"
        raise NoCode(msg)
    return found[0]


def text_of(modules: Sequence[Sequence[bool]]) -> str:
    """What a code of level M says, every word of it checked."""
    size = len(modules)
    version = (size - 17) // 4
    _check_fixed(modules)
    mask = _mask(modules)
    if version >= 7:
        _check_version(modules, version)
    bits = [
        modules[i][j] ^ _MASKS[mask](i, j)
        for i, j in _places(size)
        if not _is_function(i, j, version)
    ]
    words = [
        sum(bit << 7 - n for n, bit in enumerate(bits[at : at + 8]))
        for at in range(0, len(bits) // 8 * 8, 8)
    ]
    return said(_data_of(words, version))


def said(data: Sequence[int]) -> str:
    """The text of data words: one alphanumeric segment, then nothing but padding."""
    bits = "".join(f"{word:08b}" for word in data)
    if bits[:4] != "0010":
        raise NoCode("not alphanumeric")
    count, at, text = int(bits[4:13], 2), 13, ""
    for _ in range(count // 2):
        first, second = divmod(int(bits[at : at + 11], 2), 45)
        text, at = text + _LETTERS[first] + _LETTERS[second], at + 11
    if count % 2:
        text, at = text + _LETTERS[int(bits[at : at + 6], 2)], at + 6
    rest = bits[at + 4 :]
    filling = rest[-(len(rest) // 8 * 8) :] if len(rest) >= 8 else ""
    padding = "".join(f"{(0xEC, 0x11)[n % 2]:08b}" for n in range(len(filling) // 8))
    if "1" in bits[at : at + 4] or filling != padding:
        raise NoCode("no end of the text")
    return text


def is_block(words: Sequence[int], check: int) -> bool:
    """Whether all syndromes of a block of data and check words are zero."""
    return all(_value(words, n) == 0 for n in range(check))


def _data_of(words: Sequence[int], version: int) -> list[int]:
    check, sizes = _BLOCKS[version]
    if len(words) < sum(sizes) + check * len(sizes):
        raise NoCode("too few words")
    blocks: list[list[int]] = [[] for _ in sizes]
    stream = iter(words)
    for at in range(max(sizes)):
        for block, length in zip(blocks, sizes, strict=True):
            if at < length:
                block.append(next(stream))
    for _ in range(check):
        for block in blocks:
            block.append(next(stream))
    if not all(is_block(block, check) for block in blocks):
        raise NoCode("a block does not check")
    return [word for block, length in zip(blocks, sizes, strict=True) for word in block[:length]]


def _mask(modules: Sequence[Sequence[bool]]) -> int:
    """The mask that the format word names; both copies must say the same."""
    last = len(modules) - 1
    first = [*((8, j) for j in (0, 1, 2, 3, 4, 5, 7, 8)), *((i, 8) for i in (7, 5, 4, 3, 2, 1, 0))]
    second = [*((last - n, 8) for n in range(7)), *((8, last - 7 + n) for n in range(8))]
    found = {sum(modules[i][j] << 14 - n for n, (i, j) in enumerate(c)) for c in (first, second)}
    if len(found) != 1:
        raise NoCode("two formats")
    word = found.pop() ^ _FORMAT_MASK
    if _rest(word, _FORMAT_POLYNOMIAL) or word >> 13 != _MEDIUM:
        raise NoCode("a wrong format")
    return word >> 10 & 7


def _check_version(modules: Sequence[Sequence[bool]], version: int) -> None:
    far = len(modules) - 11
    for turned in (False, True):
        places = [(n // 3, far + n % 3) for n in range(18)]
        bits = [modules[j][i] if turned else modules[i][j] for i, j in places]
        word = sum(bit << n for n, bit in enumerate(bits))
        if word >> 12 != version or _rest(word, _VERSION_POLYNOMIAL):
            raise NoCode("a wrong version word")


def _check_fixed(modules: Sequence[Sequence[bool]]) -> None:
    """Corners with their white edge, timing, and the dark module."""
    last = len(modules) - 1
    for top, left in ((0, 0), (0, last - 6), (last - 6, 0)):
        for i in range(max(0, top - 1), min(last, top + 7) + 1):
            for j in range(max(0, left - 1), min(last, left + 7) + 1):
                ring = max(abs(i - top - 3), abs(j - left - 3))
                if modules[i][j] is not (ring in (0, 1, 3)):
                    raise NoCode("a wrong corner")
    timing = range(8, last - 7)
    if any(modules[6][n] is (n % 2 == 1) or modules[n][6] is (n % 2 == 1) for n in timing):
        raise NoCode("wrong timing")
    if not modules[last - 7][8]:
        raise NoCode("no dark module")


def _places(size: int) -> Iterator[tuple[int, int]]:
    """All places of words in their order: two columns at a time, upwards and downwards."""
    upwards = True
    for right in (*range(size - 1, 6, -2), 5, 3, 1):
        for i in reversed(range(size)) if upwards else range(size):
            yield i, right
            yield i, right - 1
        upwards = not upwards


def _is_function(i: int, j: int, version: int) -> bool:
    size = version * 4 + 17
    near, far = 8, size - 8
    if (i <= near and (j <= near or j >= far)) or (i >= far and j <= near):
        return True
    if 6 in (i, j):
        return True
    if version >= 7 and ((i < 6 and j >= size - 11) or (j < 6 and i >= size - 11)):
        return True
    centres = _ALIGNED.get(version, (6, version * 4 + 10))
    corners = {(6, 6), (6, centres[-1]), (centres[-1], 6)} if centres else set()
    return any(
        abs(i - a) <= 2 and abs(j - b) <= 2
        for a in centres
        for b in centres
        if (a, b) not in corners
    )


def _rest(word: int, polynomial: int) -> int:
    while word.bit_length() >= polynomial.bit_length():
        word ^= polynomial << word.bit_length() - polynomial.bit_length()
    return word


def _value(words: Sequence[int], exponent: int) -> int:
    """The polynomial of the words at a power of 2."""
    found = 0
    for word in words:
        found = (_POWERS[(_LOGS[found] + exponent) % 255] if found else 0) ^ word
    return found


def _powers() -> tuple[int, ...]:
    """Powers of 2 in the field of 256 elements with the polynomial 0x11D."""
    found = [1]
    for _ in range(254):
        doubled = found[-1] << 1
        found.append(doubled ^ 0x11D if doubled > 255 else doubled)
    return tuple(found)


_POWERS = _powers()
_LOGS = {power: exponent for exponent, power in enumerate(_POWERS)}


def _corners(shades: bytes, wide: int) -> list[_Corner]:
    """Centres of dark-light-dark-light-dark of 1:1:3:1:1, seen along rows and columns."""
    found: list[_Corner] = []
    for y in range(len(shades) // wide):
        line = shades[y * wide : (y + 1) * wide]
        for x, module in _patterns([shade < _MIDDLE for shade in line]):
            column = [shade < _MIDDLE for shade in shades[int(x) :: wide]]
            for middle, other in _patterns(column):
                if abs(middle - y) > module / 2 or abs(other - module) > module / 2:
                    continue
                if all(abs(x - one.x) + abs(middle - one.y) > 7 * module for one in found):
                    found.append(_Corner(x, middle, (module + other) / 2))
    return found


def _patterns(line: Sequence[bool]) -> Iterator[tuple[float, float]]:
    """Middle and width of a module of each such pattern in a line."""
    runs = [(dark, len(list(run))) for dark, run in groupby(line)]
    at = 0
    for n, (dark, length) in enumerate(runs):
        widths = [width for _, width in runs[n : n + 5]]
        if dark and len(widths) == 5:
            module = sum(widths) / 7
            wanted = (1, 1, 3, 1, 1)
            near = zip(widths, wanted, strict=True)
            if module >= 2 and all(abs(w - k * module) <= 0.3 * module for w, k in near):
                yield at + sum(widths) / 2, module
        at += length
