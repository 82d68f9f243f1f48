"""Names of the files that travel between the author, the approver and the administrator."""

from __future__ import annotations

from typing import Final

SUFFIXES: Final = (".qreq", ".qdec", ".qenv", ".qorg", ".qkey")
"""Files that the program opens; what they are, their content says."""
