"""The five worked cases as every kind of paper in both languages: made, read back and scanned."""

from __future__ import annotations

import io
import zipfile
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from app.documents.kinds import KINDS
from app.quoting.paper import for_customer
from app.quoting.price_schedule import price_schedule
from app.quoting.secrets import secrets_of
from tests.app.documents.papers import made
from tests.sample import CASES, revision_of, sample_catalog, sample_rules

if TYPE_CHECKING:
    from catalog.local_text import Language


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("kind_id", sorted(KINDS))
@pytest.mark.parametrize("case", CASES)
def test_every_case_makes_every_paper(case: int, kind_id: str, language: Language) -> None:
    """Every figure is there, nothing internal is, and the PDF shows all that Word shows."""
    revision = revision_of(case)
    schedule = price_schedule(revision, sample_catalog(), sample_rules().pricing)
    paper = made(
        kind_id,
        for_customer(revision, draft=False, schedule=schedule),
        *secrets_of(revision),
        language=language,
    )
    assert {finding.code for finding in paper.findings} <= {"paper.fact_missing"}
    assert not _touching_tables(paper.docx)


def _touching_tables(docx: bytes) -> int:
    """How often a table follows another at once; Word would join them into one."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))[0]
    tags = [etree.QName(child).localname for child in body]
    return sum(pair == ("tbl", "tbl") for pair in pairwise(tags))
