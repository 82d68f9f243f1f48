"""Try a template on the sample case: the work of a killable process.

A Word file that somebody sent is linted, filled with the sample kindergarten, laid out and read
back here, so that whatever it does to the libraries it does alone. What comes out is plain data.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from app.documents.kinds import KINDS
from app.documents.template import Template, find_template
from app.documents.template_limits import too_large
from app.documents.template_lint import lint_docx
from app.errors import DocumentError, ReadbackDiffers
from app.figures import Figures
from app.paths import resource
from app.quoting.freezing import work_out
from app.quoting.paper import for_customer
from app.quoting.price_schedule import price_schedule
from app.services.import_cases import read_bills, read_customer, read_quote
from app.services.import_catalog import read_catalog_files
from app.services.policies import load_rules, load_tax_classes
from app.settings import Settings
from app.storage.settings_store import supplier
from app.translation import load_words
from catalog.known_type import known
from catalog.problem import Place, Problem, Severity
from catalog.product_catalog import ProductCatalog

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.documents.pdf import FontSet
    from app.quoting.revision import CustomerRevision
    from catalog.local_text import Language

_DAY = date(2026, 11, 23)
"""Of the sample quote; its catalogue is valid then."""
_OF_THE_SAMPLE = frozenset({"paper.fact_missing", "paper.clause_left_out"})
"""Findings about the sample's facts, not about the template."""


class Trial(msgspec.Struct, frozen=True):
    """What a template does with the sample case.

    Attributes:
        problems: Everything that is wrong with it; it must not be used when one of them blocks.
        pdf: The sample paper; empty where it could not be made.
    """

    problems: tuple[Problem, ...]
    pdf: bytes = b""

    @property
    def blocked(self) -> bool:
        """Whether the template must not be used."""
        return any(problem.blocks for problem in self.problems)


def try_template(
    docx: bytes, kind_id: str, language: Language, _report: Callable[[float], None]
) -> Trial:
    """Lint a template and make the sample paper of it.

    Args:
        docx: The file, which has passed the gate.
        kind_id: Identifier of the kind.
        language: Language of its text.
    """
    from app.documents.pdf import FontSet

    name = f"{kind_id}/{language}"
    try:
        large = too_large(docx)
    except ValueError as error:
        return Trial((_problem("template.unreadable", name, reason=str(error)),))
    if large:
        return Trial((_problem("template.too_large", name, reason=large),))
    fonts = FontSet.load(resource("fonts"))
    manifest = find_template(kind_id, language).manifest
    found = lint_docx(docx, manifest, KINDS[kind_id], fonts=fonts)
    if any(problem.blocks for problem in found):
        return Trial(found)
    # Filled here and not in a process of its own: this is one already.
    made = _made(Template(manifest, docx, bundled=True), language, fonts)
    return Trial((*found, *made.problems), made.pdf)


def sample_paper(kind_id: str) -> CustomerRevision:
    """The sample kindergarten's quote, as a customer's paper shows it."""
    folder = resource("sample")
    content = read_catalog_files(
        folder / "catalogue.csv", folder / "bundles.toml", load_tax_classes(), _DAY, version="1"
    ).accepted()
    case = folder / "cases" / "1"
    settings = msgspec.toml.decode((folder / "settings.toml").read_bytes(), type=known(Settings))
    catalog, rules = ProductCatalog(content), load_rules()
    revision = work_out(
        read_quote(case / "quote.toml"),
        read_customer(case / "customer.toml"),
        read_bills(case / "bills.csv"),
        catalog,
        rules,
        supplier(settings),
    ).revision
    if kind_id != "price_schedule":
        return for_customer(revision, draft=False)
    return for_customer(
        revision, draft=False, schedule=price_schedule(revision, catalog, rules.pricing)
    )


def _made(template: Template, language: Language, fonts: FontSet) -> Trial:
    """The sample paper, proved as any other one."""
    from app.documents.issue import draw, render

    kind_id = template.manifest.kind
    paper, words, figures = sample_paper(kind_id), load_words(language), Figures(language)
    kind = KINDS[kind_id]
    try:
        done = render(
            kind,
            paper,
            language=language,
            fonts=fonts,
            words=words,
            figures=figures,
            template=template,
        )
    except ReadbackDiffers as failure:
        told = [
            _problem("template.not_shown", template.name, what=" / ".join(one.parameters.values()))
            for one in failure.differences
        ]
        drawn = draw(
            kind,
            paper,
            language=language,
            fonts=fonts,
            words=words,
            figures=figures,
            template=template,
        )
        return Trial(tuple(told), drawn.data)
    except DocumentError as failure:
        reason = "; ".join(failure.parameters.values())
        return Trial((_problem("template.not_filled", template.name, reason=reason),))
    except (ValueError, KeyError, RecursionError) as failure:
        reason = f"{type(failure).__name__}: {failure}"
        return Trial((_problem("template.not_filled", template.name, reason=reason),))
    found = (one for one in done.findings if one.code not in _OF_THE_SAMPLE)
    return Trial(tuple(found), done.pdf)


def _problem(code: str, name: str, **parameters: str) -> Problem:
    return Problem(code, Severity.ERROR, Place(file=name), parameters)
