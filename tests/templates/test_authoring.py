"""Promises of the package that drew the first templates."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from app.documents.template_lint import lint_template
from app.paths import template_folder
from templates.authoring.__main__ import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_drawing_again_gives_templates_without_findings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever loses a template can begin again."""
    monkeypatch.setattr(sys, "argv", ["authoring", str(tmp_path)])
    main()
    for place in ("proposal/zh", "contract/zh"):
        manifest = (template_folder() / place / "template.toml").read_bytes()
        (tmp_path / place / "template.toml").write_bytes(manifest)
        assert lint_template(tmp_path / place) == ()


def test_edited_templates_are_never_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a folder, what is there stays as it is."""
    before = (template_folder() / "contract/zh/template.docx").read_bytes()
    monkeypatch.setattr(sys, "argv", ["authoring"])
    main()
    assert (template_folder() / "contract/zh/template.docx").read_bytes() == before
    assert not list(tmp_path.iterdir())
