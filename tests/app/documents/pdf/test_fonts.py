"""The faces: which draws a character, how tall a line is, what a subset holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.documents.pdf import FontSet
from app.documents.pdf.fonts import is_sans, line_metrics
from app.documents.pdf.truetype import TrueType
from tests.app.documents.pdf.documents import FOLDER, FONTS

if TYPE_CHECKING:
    import pathlib


@pytest.mark.parametrize("family", ["黑体", "微软雅黑", "等线", "Arial", "Noto Sans SC", "Calibri"])
def test_sans_families(family: str) -> None:
    """Families without serifs are drawn in Noto Sans."""
    assert is_sans(family)
    assert FONTS.find("字", family, bold=False).face == "sans"


@pytest.mark.parametrize("family", ["宋体", "仿宋", "楷体", "Times New Roman", "Noto Serif SC", ""])
def test_serif_families(family: str) -> None:
    """All others are drawn in Noto Serif."""
    assert not is_sans(family)
    assert FONTS.find("字", family, bold=True).face == "serif-bold"


def test_symbols_come_from_the_symbol_face() -> None:
    """☐ and ☑ are in no Chinese face."""
    for symbol in "☐☑☒✓":
        found = FONTS.find(symbol, "宋体", bold=False)
        assert (found.face, found.missing) == ("symbols", False)


def test_bullets_are_round_dots() -> None:
    """Chinese faces have specks for bullets; those of the symbol face are used."""
    assert FONTS.find("•", "微软雅黑", bold=False).face == "symbols"


def test_unknown_character_is_missing() -> None:
    """A character in no face is said to be missing."""
    assert FONTS.find("𠮷", "宋体", bold=False).missing


def test_faces_are_read_when_first_used(tmp_path: pathlib.Path) -> None:
    """Loading a set reads nothing: broken faces do no harm until they are needed."""
    for file in FOLDER.glob("*.ttf"):
        (tmp_path / file.name).write_bytes(b"broken")
    fonts = FontSet.load(tmp_path)
    with pytest.raises(ValueError, match="damaged"):
        fonts.face("sans")


def test_folder_without_faces_is_refused(tmp_path: pathlib.Path) -> None:
    """A missing face is found at once, not in the middle of a document."""
    with pytest.raises(FileNotFoundError):
        FontSet.load(tmp_path)


@pytest.mark.parametrize(
    ("family", "chinese", "height"),
    [
        ("宋体", True, 1.3),
        ("Noto Serif SC", True, 1.437),
        ("微软雅黑", True, 1.32),
        ("Times New Roman", False, 1.15),
        ("Calibri", False, 1.22),
        ("Calibri", True, 1.3),
    ],
)
def test_line_height_follows_the_named_family(family: str, chinese: bool, height: float) -> None:
    """The height of a line is that of the font the document names, not of the one that draws."""
    above, below = line_metrics(family, chinese=chinese)
    assert above + below == pytest.approx(height)


@pytest.fixture(params=["sans", "serif-bold", "symbols"])
def face(request: pytest.FixtureRequest) -> TrueType:
    """One bundled face after the other."""
    return FONTS.face(request.param)


def test_subset_is_a_font_with_the_same_outlines(face: TrueType) -> None:
    """A subset of three glyphs is much smaller and holds the same shapes."""
    glyphs = [0, face.glyphs[ord("é")], face.glyphs[ord("□")]]
    data = face.subset(glyphs)
    assert len(data) < 20_000
    small = TrueTypeSubset(data)
    assert [small.outline(n)[:10] for n in range(3)] == [face.outline(g)[:10] for g in glyphs]
    assert small.widths[:3] == [face.widths[glyph] for glyph in glyphs]


class TrueTypeSubset(TrueType):
    """A subset read back: it has outlines and widths but no character map and no names."""

    def table(self, tag: str) -> bytes:
        """Lend the parts that an embedded font does not need."""
        own = super().table(tag)
        if own or tag not in {"cmap", "name"}:
            return own
        return FONTS.face("sans").table(tag)


def test_composite_glyphs_bring_their_parts() -> None:
    """é of the symbol face is made of e and an accent: both are in the subset."""
    face = FONTS.face("symbols")
    data = face.subset([0, face.glyphs[ord("é")]])
    assert len(TrueTypeSubset(data).widths) == 4


def test_file_with_other_outlines_is_refused() -> None:
    """A font without glyf outlines cannot be embedded."""
    with pytest.raises(ValueError, match="TrueType outlines"):
        TrueType(b"OTTO" + bytes(8))


def test_names_and_weights() -> None:
    """Faces tell their PostScript name and weight."""
    assert FONTS.face("sans-bold").name == "NotoSansSC-Bold"
    assert FONTS.face("sans-bold").bold
    assert not FONTS.face("serif").bold
