"""Marked internal facts in a revision, and a search for them of its own."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from decimal import Decimal
from functools import cache
from itertools import count
from typing import TYPE_CHECKING

import pypdfium2
from msgspec.structs import replace

from app.quoting.customer import Competitor, CustomerNote, CustomerPromise, PlannedVisit
from app.quoting.freezing import work_out
from app.quoting.sales_facts import SalesFacts
from catalog.money import yuan
from catalog.product_catalog import ProductCatalog
from pricing.concession import measure
from tests.sample import QUOTE_DAY, SUPPLIER, sample_case, sample_catalog, sample_rules

if TYPE_CHECKING:
    from app.quoting.revision import Revision
    from catalog.money import Fen

WORDS = (
    "CANARYQUOTENOTE",
    "金丝雀报价备注",
    "CANARYCUSTOMERNOTE",
    "CANARYPERSONALITY",
    "CANARYMERGEREASON",
    "CANARYLEVELNAME",
    "CANARYJOURNAL",
    "CANARYVISIT",
    "CANARYPROMISE",
    "CANARYSOURCE",
    "CANARYGRADE",
    "CANARYRIVAL",
    "CANARYPARENT",
    "CANARYVENUE",
)
"""Remarks and names that only colleagues may read."""
MARK = Decimal("0.1357")
"""Added to each limit, so that no other figure reads the same."""
LEAST_DIGITS = 5
"""Shorter figures stand in dates and numbers of accounts by chance."""
_MARKUP = re.compile(r"<[^>]*>")
_GAPS = re.compile(r"[\s,，'’\u00a0\u2009]+")
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)


@cache
def marked_catalog() -> ProductCatalog:
    """The sample catalogue, where each unit cost is a figure that stands nowhere else."""
    content = sample_catalog().content
    numbers = count(13)
    offerings = tuple(
        replace(
            offering,
            charges=tuple(
                replace(charge, cost=Decimal(f"{7 * next(numbers)}.{next(numbers) % 90 + 10}7391"))
                for charge in offering.charges
            ),
        )
        for offering in content.offerings
    )
    return ProductCatalog(replace(content, offerings=offerings))


def marked_revision(number: int, language: str) -> Revision:
    """A worked case whose remarks, costs, people and limits are marked."""
    case, rules = sample_case(number), sample_rules()
    quote = replace(case.quote, notes="CANARYQUOTENOTE 金丝雀报价备注", language=language)
    customer = replace(
        case.customer,
        notes="CANARYCUSTOMERNOTE",
        journal=(CustomerNote("CANARYJOURNAL", QUOTE_DAY),),
        visits=(PlannedVisit(QUOTE_DAY, "CANARYVISIT"),),
        sales=SalesFacts(venue="CANARYVENUE"),
        promises=(CustomerPromise("CANARYPROMISE", "CANARYPROMISE", QUOTE_DAY),),
        competitors=(
            *case.customer.competitors,
            Competitor("CANARYRIVAL", "x", 1, source="CANARYSOURCE", informed=QUOTE_DAY),
        ),
        credit_grade="CANARYGRADE",
        parent="CANARYPARENT",
        contacts=tuple(
            replace(contact, personality="CANARYPERSONALITY") for contact in case.customer.contacts
        ),
        accounts=tuple(
            replace(account, reason="CANARYMERGEREASON") for account in case.customer.accounts
        ),
    )
    matrix = rules.authority
    levels = tuple(
        replace(level, name=replace(level.name, zh="CANARYLEVELNAME", en="CANARYLEVELNAME"))
        for level in matrix.levels
    )
    criteria = tuple(
        replace(
            criterion,
            limits=tuple(limit + MARK if limit is not None else None for limit in criterion.limits),
        )
        for criterion in matrix.criteria
    )
    edition = replace(matrix, levels=levels, criteria=criteria)
    marked = rules._replace(authority=edition, editions=())
    worked = work_out(quote, customer, case.bills, marked_catalog(), marked, SUPPLIER, label="A")
    assert worked.revision.quote.price_date == QUOTE_DAY
    return worked.revision


def internal_figures(revision: Revision) -> frozenset[str]:
    """Costs, margins and limits of a revision as digits."""
    charges = [charge for item in revision.priced.items for charge in item.charges]
    amounts: set[Fen] = {charge.cost_amount for charge in charges}
    totals = revision.priced.totals
    kinds = (totals.one_time, totals.monthly, totals.yearly, totals.contract)
    amounts |= {kind.cost for kind in kinds}
    amounts |= {kind.net_ex_tax - kind.cost for kind in kinds}
    margin = measure(revision.priced)
    amounts |= {margin.cost, margin.revenue - margin.cost}
    found = {f"{yuan(abs(amount)):.2f}" for amount in amounts if amount}
    units = {
        f"{charge.cost}"
        for offering in marked_catalog().content.offerings
        for charge in offering.charges
    }
    limits = {
        f"{limit + MARK}"
        for criterion in sample_rules().authority.criteria
        for limit in criterion.limits
        if limit is not None
    }
    return frozenset(text for text in found | units | limits if len(text) > LEAST_DIGITS)


def found_in(data: bytes, wanted: frozenset[str]) -> tuple[str, ...]:
    """What of the marked facts a file holds anywhere: parts, properties, streams, metadata."""
    text = _GAPS.sub("", "\n".join(_texts(data)))
    numbers = set(re.findall(r"\d+\.\d+", text))
    return tuple(sorted({one for one in wanted if one in (numbers if one[0].isdigit() else text)}))


def _texts(data: bytes) -> list[str]:
    return _parts_of_package(data) if data[:2] == b"PK" else _parts_of_pdf(data)


def _parts_of_package(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        raw = [package.read(name).decode("utf-8", "replace") for name in package.namelist()]
        return [*package.namelist(), *raw, *(_MARKUP.sub("", part) for part in raw)]


def _parts_of_pdf(data: bytes) -> list[str]:
    found = [data.decode("latin-1")]
    for match in _STREAM.finditer(data):
        try:
            found.append(zlib.decompress(match[1]).decode("latin-1"))
        except zlib.error:
            continue
    document = pypdfium2.PdfDocument(data)
    found.extend(document.get_metadata_dict().values())
    found.extend(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return found
