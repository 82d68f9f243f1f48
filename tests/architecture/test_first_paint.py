"""Nothing heavy is imported before the window is seen: in ``make check``, so none creeps in."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HEAVY = (
    "sqlalchemy",
    "alembic",
    "openpyxl",
    "reportlab",
    "docx",
    "docxtpl",
    "lxml",
    "pypinyin",
    "PIL",
    "pypdfium2",
    "jinja2",
    "asyncio",
    "rapidfuzz",
    "cryptography",
    "highspy",
    "numpy",
    "calamine",
    "python_calamine",
    "defusedxml",
    "multiprocessing",
    "email",
)
"""Libraries, and parts of the standard library that only they or single deeds need."""
PAINT = """
import sys
from pathlib import Path
from app.start import make_application, make_window
application = make_application()
window = make_window(Path(sys.argv[1]), language="zh")
seen = []
window.painted.connect(lambda: (seen.extend(sys.modules), application.quit()))
window.show()
application.exec()
print("\\n".join(seen))
"""


def test_nothing_heavy_is_loaded_before_the_first_paint(tmp_path: Path) -> None:
    """The window is seen first; the database and the writers of files come later."""
    done = subprocess.run(
        [sys.executable, "-c", PAINT, str(tmp_path / "profile")],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert "PySide6" in loaded, "the window was not painted"
    assert loaded & set(HEAVY) == set()
