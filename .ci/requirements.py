"""Print the pinned requirements of pyproject.toml, one per line, for pip."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
sys.stdout.write("\n".join(wanted) + "\n")
