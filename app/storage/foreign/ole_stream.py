"""Take the workbook out of the container of the old binary format (compound file, MS-CFB)."""

from __future__ import annotations

import struct

_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LAST_SECTOR = 0xFFFFFFFA
"""Sector numbers from here on are marks, such as the end of a chain."""
_ENTRIES_IN_HEADER = 109
_ENTRY_SIZE = 128
_ROOT, _STREAM = 5, 2
_SMALL_STREAM = 4096
_SMALL_SECTOR = 64
_SHIFTS = (9, 12)


class DamagedContainer(ValueError):
    """The container contradicts itself, or has no such stream."""


def read_stream(data: bytes, names: tuple[str, ...]) -> bytes:
    """The content of the first stream that has one of the names.

    Raises:
        DamagedContainer: There is none, or its chain of sectors is broken.
    """
    try:
        return _Container(data).stream(names)
    except (struct.error, IndexError) as failure:
        raise DamagedContainer(str(failure)) from failure


class _Container:
    """A file system in a file: sectors, a table that chains them, a directory."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        (shift,) = struct.unpack_from("<H", data, 30)
        if not data.startswith(_MAGIC) or shift not in _SHIFTS:
            raise DamagedContainer("header")
        self._size = 1 << shift
        (directory,) = struct.unpack_from("<I", data, 48)
        (small_table, _count, extra) = struct.unpack_from("<III", data, 60)
        self._next = self._table(self._table_sectors(extra))
        self._directory = self._chain(directory)
        self._small_next = self._numbers(self._chain(small_table))

    def stream(self, names: tuple[str, ...]) -> bytes:
        """The content of a stream."""
        root = b""
        for place in range(0, len(self._directory) - _ENTRY_SIZE + 1, _ENTRY_SIZE):
            entry = self._directory[place : place + _ENTRY_SIZE]
            (length,) = struct.unpack_from("<H", entry, 64)
            name = entry[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            (start, size) = struct.unpack_from("<II", entry, 116)
            if entry[66] == _ROOT:
                root = self._chain(start)
            elif entry[66] == _STREAM and name in names:
                content = self._small(root, start) if size < _SMALL_STREAM else self._chain(start)
                if len(content) < size:
                    raise DamagedContainer("stream is cut off")
                return content[:size]
        raise DamagedContainer("no workbook")

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        sector = self._data[start : start + self._size]
        if not sector:
            raise DamagedContainer("sector beyond the end of the file")
        return sector.ljust(self._size, b"\0")

    def _table_sectors(self, extra: int) -> list[int]:
        """The sectors that hold the table of chains: some in the header, the rest in a list."""
        sectors = list(struct.unpack_from(f"<{_ENTRIES_IN_HEADER}I", self._data, 76))
        seen: set[int] = set()
        while extra < _LAST_SECTOR and extra not in seen:
            seen.add(extra)
            numbers = self._numbers(self._sector(extra))
            sectors.extend(numbers[:-1])
            extra = numbers[-1]
        return [sector for sector in sectors if sector < _LAST_SECTOR]

    def _table(self, sectors: list[int]) -> tuple[int, ...]:
        return self._numbers(b"".join(self._sector(sector) for sector in sectors))

    @staticmethod
    def _numbers(content: bytes) -> tuple[int, ...]:
        return struct.unpack(f"<{len(content) // 4}I", content[: len(content) // 4 * 4])

    def _chain(self, start: int) -> bytes:
        return b"".join(self._sector(number) for number in _walk(start, self._next))

    def _small(self, root: bytes, start: int) -> bytes:
        return b"".join(
            root[number * _SMALL_SECTOR : (number + 1) * _SMALL_SECTOR]
            for number in _walk(start, self._small_next)
        )


def _walk(start: int, following: tuple[int, ...]) -> list[int]:
    """The numbers of a chain.

    Raises:
        DamagedContainer: The chain runs in a circle.
    """
    numbers: list[int] = []
    number = start
    while number < _LAST_SECTOR:
        if len(numbers) > len(following):
            raise DamagedContainer("chain runs in a circle")
        numbers.append(number)
        number = following[number]
    return numbers
