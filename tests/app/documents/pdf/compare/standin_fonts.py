"""The bundled faces under the names that documents use, so that both programs draw the same.

Two programs can only be compared on the same letters. Each family that a document names is given
to LibreOffice as a copy of the face that we draw it with, with the line height that Word gives the
family: those of the bundled face itself are a third taller and would move every page.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

from app.documents.pdf.fonts import is_sans, line_metrics

if TYPE_CHECKING:
    from pathlib import Path

CHINESE: Final = {
    "SimSun": "宋体",
    "NSimSun": "新宋体",
    "SimHei": "黑体",
    "Microsoft YaHei": "微软雅黑",
    "DengXian": "等线",
    "KaiTi": "楷体",
    "FangSong": "仿宋",
}
"""English and Chinese names of the East Asian families."""
LATIN: Final = ("Times New Roman", "Arial", "Calibri", "Cambria", "Courier New", "Courier")
_EM: Final = 1000
_CHINESE_LANGUAGE: Final = 0x0804
_ENGLISH_LANGUAGE: Final = 0x0409
_BOLD_STYLE: Final = 0x20
_USE_TYPO: Final = 0x80

_CONFIGURATION: Final = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<dir>{folder}</dir>
<cachedir>{folder}/cache</cachedir>
<match target="pattern"><edit name="family" mode="append_last"><string>SimSun</string>
<string>DejaVu Sans</string></edit></match>
</fontconfig>
"""


def make_standins(bundled: Path, folder: Path) -> Path:
    """Write the faces and a font configuration that knows nothing else; return the latter."""
    configuration = folder / "fonts.conf"
    if configuration.exists():
        return configuration
    folder.mkdir(parents=True, exist_ok=True)
    named = [(name, chinese, True) for name, chinese in CHINESE.items()]
    named += [(name, "", False) for name in LATIN]
    for name, local, is_chinese in named:
        for style, bold in (("Regular", False), ("Bold", True)):
            family = "Sans" if is_sans(local or name) else "Serif"
            data = (bundled / f"Noto{family}SC-{style}.ttf").read_bytes()
            file = folder / f"{name.replace(' ', '')}-{style}.ttf"
            metrics = line_metrics(local or name, chinese=is_chinese)
            file.write_bytes(_renamed(data, name, local, bold, metrics.above, metrics.below))
    symbols = bundled / "DejaVuSans-Symbols.ttf"
    (folder / symbols.name).write_bytes(symbols.read_bytes())
    configuration.write_text(_CONFIGURATION.format(folder=folder.resolve()), encoding="utf-8")
    return configuration


def _renamed(data: bytes, name: str, local: str, bold: bool, above: float, below: float) -> bytes:
    """Return a font file with another name and other line metrics, given in em."""
    tables = _tables(data)
    scale = struct.unpack_from(">H", tables["head"], 18)[0] / 1
    rise, fall = round(above * scale), round(below * scale)
    tables["name"] = _name_table(name, local, "Bold" if bold else "Regular")
    hhea = bytearray(tables["hhea"])
    struct.pack_into(">3h", hhea, 4, rise, -fall, 0)
    tables["hhea"] = bytes(hhea)
    os2 = bytearray(tables["OS/2"])
    selection = struct.unpack_from(">H", os2, 62)[0] & ~_USE_TYPO
    struct.pack_into(">H", os2, 4, 700 if bold else 400)
    struct.pack_into(">H", os2, 62, selection & ~0x40 | _BOLD_STYLE if bold else selection)
    struct.pack_into(">3h2H", os2, 68, rise, -fall, 0, rise, fall)
    tables["OS/2"] = bytes(os2)
    return _file(tables)


def _tables(data: bytes) -> dict[str, bytes]:
    found = {}
    for n in range(struct.unpack_from(">H", data, 4)[0]):
        tag, _, offset, length = struct.unpack_from(">4s3I", data, 12 + 16 * n)
        found[tag.decode()] = data[offset : offset + length]
    return found


def _name_table(name: str, local: str, style: str) -> bytes:
    """Family, style, full and PostScript name in English, the family in Chinese as well."""
    compact = name.replace(" ", "")
    texts = [
        (_ENGLISH_LANGUAGE, 1, name),
        (_ENGLISH_LANGUAGE, 2, style),
        (_ENGLISH_LANGUAGE, 3, f"{compact}-{style}-standin"),
        (_ENGLISH_LANGUAGE, 4, f"{name} {style}"),
        (_ENGLISH_LANGUAGE, 6, f"{compact}-{style}"),
    ]
    if local:
        texts.append((_CHINESE_LANGUAGE, 1, local))
    records, strings = b"", b""
    for language, kind, text in sorted(texts):
        coded = text.encode("utf-16-be")
        records += struct.pack(">6H", 3, 1, language, kind, len(coded), len(strings))
        strings += coded
    return struct.pack(">3H", 0, len(texts), 6 + len(records)) + records + strings


def _file(tables: dict[str, bytes]) -> bytes:
    """Put tables together into a font file."""
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    head = struct.pack(
        ">I4H", 0x00010000, count, power * 16, power.bit_length() - 1, (count - power) * 16
    )
    directory, body = b"", b""
    start = 12 + 16 * count
    for tag, content in sorted(tables.items()):
        padded = content + b"\0" * (-len(content) % 4)
        total = sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
        directory += struct.pack(">4s3I", tag.encode(), total, start + len(body), len(content))
        body += padded
    return head + directory + body
