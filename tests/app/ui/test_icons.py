"""Icons are read one by one and recoloured."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.paths import resource
from app.ui.icons import UnknownIconError, colored_svg, render_icon, svg_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

UI = Path(__file__).resolve().parents[3] / "app" / "ui"


def test_every_shipped_icon_is_drawn_in_the_current_colour() -> None:
    """An icon with a colour of its own would not follow the scheme."""
    files = sorted(resource("icons").glob("*.svg"))
    assert len(files) > 100
    odd = [path.name for path in files if 'stroke="currentColor"' not in path.read_text("utf-8")]
    assert odd == []


def test_the_licence_lies_beside_the_icons() -> None:
    """ISC asks for its notice in every copy."""
    assert "ISC License" in resource("icons", "LICENSE.txt").read_text(encoding="utf-8")


def test_colour_and_stroke_are_replaced() -> None:
    """Nothing of the neutral form is left."""
    svg = colored_svg("users", "red", stroke="1.75")
    assert 'stroke="red"' in svg
    assert 'stroke-width="1.75"' in svg
    assert "currentColor" not in svg


def test_an_unknown_icon_is_named_in_the_failure() -> None:
    """The programmer must see which name is wrong."""
    with pytest.raises(UnknownIconError, match="no-such-icon"):
        svg_text("no-such-icon")


def test_a_rendered_icon_has_lines_and_is_see_through(qapp: QApplication) -> None:
    """The corner of an icon is empty, its lines are not."""
    assert qapp is not None
    image = render_icon("users", "red", 24, 2.0).toImage()
    assert image.width() == 48
    assert image.pixelColor(0, 0).alpha() == 0
    assert max(image.pixelColor(x, y).alpha() for x in range(48) for y in range(48)) == 255


def named_in_table(node: ast.Assign | ast.AnnAssign) -> set[str]:
    """Return the icons of a table whose name says that it holds them."""
    target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
    if "ICONS" not in getattr(target, "id", "") or not isinstance(node.value, ast.Dict):
        return set()
    return {str(value.value) for value in node.value.values if isinstance(value, ast.Constant)}


def named_icons(path: Path) -> set[str]:
    """Return the icons that a module asks for by a literal name."""
    found: set[object] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Assign | ast.AnnAssign):
            found |= named_in_table(node)
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        values = [keyword.value for keyword in node.keywords if keyword.arg == "icon"]
        if name in {"icon", "pixmap", "make_icon_button", "EmptyState"}:
            values += node.args[:1]
        found |= {value.value for value in values if isinstance(value, ast.Constant)}
    return {name for name in found if isinstance(name, str) and name}


@pytest.mark.parametrize("path", sorted(UI.rglob("*.py")), ids=lambda path: path.name)
def test_every_icon_that_is_asked_for_is_shipped(path: Path) -> None:
    """A missing one would only fail when the user gets there."""
    missing = {name for name in named_icons(path) if not resource("icons", f"{name}.svg").exists()}
    assert missing == set()
