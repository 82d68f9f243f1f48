"""Each import contract is seen failing: a violation is planted in a copy and must be reported."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

PLANTED = {
    "pricing in catalog": ("catalog/money.py", "import pricing.stages"),
    "services in quoting": ("app/quoting/quote.py", "import app.services.policies"),
    "pages in session": ("app/ui/session.py", "import app.ui.main_window"),
    "Qt in services": ("app/services/policies.py", "import PySide6.QtCore"),
    "pathlib in pricing": ("pricing/tax.py", "import pathlib"),
    "docx in a service": ("app/services/checking.py", "import docx"),
    "sqlalchemy in documents": ("app/documents/kind.py", "import sqlalchemy"),
    "alteration in alteration": (
        "pricing/alterations/percentage.py",
        "import pricing.alterations.free_months",
    ),
    "kind in kind": ("app/documents/kinds/contract.py", "import app.documents.kinds.proposal"),
    "engine in a document kind": ("app/documents/kinds/contract.py", "import pricing.engine"),
    "storage in the ui": ("app/ui/session.py", "import app.storage.database"),
    "a nameless module": ("app/helpers.py", '"""Everything else."""'),
    "a cycle": ("pricing/stages.py", "import pricing.engine"),
}


@pytest.mark.prove
@pytest.mark.parametrize("case", PLANTED, ids=lambda case: case.replace(" ", "-"))
def test_a_planted_violation_is_reported(case: str, tmp_path: Path) -> None:
    """The contracts are green as the code stands, and red with one wrong import."""
    file, line = PLANTED[case]
    for name in ("app", "catalog", "pricing"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    target = tmp_path / file
    text = target.read_text(encoding="utf-8") if target.exists() else ""
    target.write_text(f"{text}\n{line}  # planted\n", encoding="utf-8")
    command = "import sys; sys.path.insert(0, '.'); from importlinter.cli import lint_imports; "
    run = subprocess.run(
        [sys.executable, "-c", command + "sys.exit(lint_imports(no_cache=True))"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode != 0, run.stdout
    assert "BROKEN" in run.stdout or "not listed" in run.stdout, run.stdout[-2000:]
