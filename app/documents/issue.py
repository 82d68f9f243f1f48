"""Render a document: fill, convert, read back, scan. Nothing that fails a step leaves here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.approval.signing.ticket import is_signed_line
from app.documents.kind import Audience, known_names
from app.documents.template import find_template
from app.errors import ReadbackDiffers, TemplateError, WorkerFailed
from catalog.problem import Place, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.documents.fill_worker import Filler
    from app.documents.kind import DocumentKind, PrintedFigure
    from app.documents.pdf import Finding, FontSet, PdfResult
    from app.documents.template import Template
    from app.figures import Figures
    from app.quoting.revision import CustomerRevision
    from app.translation import Words
    from catalog.local_text import Language


class RenderedDocument(msgspec.Struct, frozen=True):
    """A finished document.

    Attributes:
        docx: The Word document.
        pdf: The PDF with the same words.
        pages: Number of pages of the PDF.
        findings: What should be looked at: facts to fill in by hand, things that the PDF cannot
            show as Word would.
        template_version: Version of the template that was filled.
    """

    docx: bytes
    pdf: bytes
    pages: int
    findings: tuple[Problem, ...]
    template_version: str


def render(
    kind: DocumentKind,
    revision: CustomerRevision,
    *,
    language: Language,
    fonts: FontSet,
    words: Words,
    figures: Figures,
    secrets: Sequence[str] = (),
    template: Template | None = None,
    filler: Filler | None = None,
    converter: Callable[[bytes], bytes] | None = None,
    ticket: str = "",
) -> RenderedDocument:
    """Make a document and prove that it says what the revision says.

    Args:
        kind: What to make.
        revision: What to print; it has no place for internal figures.
        language: Language of the document.
        fonts: Fonts of the PDF.
        words: Texts in that language.
        figures: Formats in that language.
        secrets: Internal figures and remarks of this quote, as text; a customer's document that
            shows one is refused.
        template: What is filled; the program's own when not given.
        filler: Fills a user's template; a worker of its own when not given.
        converter: Makes the PDF in place of our own renderer, unless it fails or its PDF says
            something else than the Word document. Drafts are always ours: they carry a mark; so
            are papers with a ticket.
        ticket: Line for a QR code on the first page, whose short code stands at the foot of
            every page; empty for none.

    Raises:
        TemplateError: If there is no template, or it is at fault.
        DocumentError: If a value must not be printed.
        ReadbackDiffers: If the written document is not what the revision says.
        IssueRefused: If it shows an internal figure.
        WorkerFailed: If a user's template took too much time or memory.
    """
    from app.documents.docx_seal import with_seal
    from app.documents.leak_scan import refuse_leaks
    from app.documents.readback import compare

    if language not in kind.languages:
        raise TemplateError(f"{kind.id}/{language}", [Problem("template.not_found")])
    template = template or find_template(kind.id, language)
    docx = _filled(kind, revision, words, figures, template, filler)
    draft_mark = words("paper.draft") if revision.draft else ""
    code = revision.code
    printed = kind.printed(revision, words, figures)
    line = ""
    # What was signed has to stand on the pages; a plain line only repeats the letters.
    own = None if draft_mark or is_signed_line(ticket) else converter
    result, found = _converted(kind, docx, printed, own, words)
    if result is None:
        # A ticket names the contract value: a paper that does not show it has the code alone.
        totalled = any(figure.place == "contract total" for figure in printed)
        line = ticket if totalled else ""
        result = _laid_out(kind, revision, docx, language, fonts, words, (line, ""))
        if code and not _on_every_page(code, result.data):  # a template of the user's own
            result = _laid_out(kind, revision, docx, language, fonts, words, (line, code))
            draft_mark = code
        compare(kind.id, docx, result.data, printed, draft_mark=draft_mark)
    if kind.audience is Audience.CUSTOMER:
        public = [text for figure in printed for text in figure.texts]
        for data in (docx, result.data):
            refuse_leaks(data, secrets, public=public)
    if code:
        docx = with_seal(docx, revision.number, revision.label, code, line)
    found = (*kind.findings(revision), *found, *map(_pdf_finding, result.findings))
    return RenderedDocument(docx, result.data, result.pages, found, template.manifest.version)


def draw(
    kind: DocumentKind,
    revision: CustomerRevision,
    *,
    language: Language,
    fonts: FontSet,
    words: Words,
    figures: Figures,
    template: Template | None = None,
    filler: Filler | None = None,
) -> PdfResult:
    """What a document looks like now, for the screen: nothing is proved, so it is not handed out.

    Args:
        kind: What to draw.
        revision: What it prints.
        language: Language of the document.
        fonts: Fonts of the PDF.
        words: Texts in that language.
        figures: Formats in that language.
        template: What is filled; the program's own when not given.
        filler: Fills a user's template; a worker of its own when not given.

    Raises:
        TemplateError: If there is no template, or it is at fault.
        DocumentError: If a value must not be printed.
    """
    template = template or find_template(kind.id, language)
    docx = _filled(kind, revision, words, figures, template, filler)
    return _laid_out(kind, revision, docx, language, fonts, words)


def write_word(
    kind: DocumentKind,
    revision: CustomerRevision,
    *,
    language: Language,
    words: Words,
    figures: Figures,
    template: Template | None = None,
    filler: Filler | None = None,
) -> bytes:
    """The Word document alone, to be compared with another: nothing is proved.

    Args:
        kind: What to write.
        revision: What it prints.
        language: Language of the document.
        words: Texts in that language.
        figures: Formats in that language.
        template: What is filled; the program's own when not given.
        filler: Fills a user's template; a worker of its own when not given.

    Raises:
        TemplateError: If there is no template, or it is at fault.
        DocumentError: If a value must not be printed.
    """
    template = template or find_template(kind.id, language)
    return _filled(kind, revision, words, figures, template, filler)


def _laid_out(
    kind: DocumentKind,
    revision: CustomerRevision,
    docx: bytes,
    language: Language,
    fonts: FontSet,
    words: Words,
    seal: tuple[str, str] = ("", ""),
) -> PdfResult:
    """The PDF of our own renderer; ``seal`` is a ticket and its short code."""
    from app.documents.pdf import convert

    return convert(
        docx,
        fonts=fonts,
        title=f"{kind.title(words)} {revision.customer_name}",
        language="zh-CN" if language == "zh" else "en",
        draft_mark=words("paper.draft") if revision.draft else "",
        ticket=seal[0],
        code=seal[1],
    )


def _on_every_page(code: str, pdf: bytes) -> bool:
    from app.documents.readback import pdf_pages

    return all(code in page for page in pdf_pages(pdf))


def _converted(
    kind: DocumentKind,
    docx: bytes,
    printed: Sequence[PrintedFigure],
    converter: Callable[[bytes], bytes] | None,
    words: Words,
) -> tuple[PdfResult | None, tuple[Problem, ...]]:
    """The PDF of another program; None where ours is to be made, with the reason."""
    from app.documents.pdf import PdfResult
    from app.documents.readback import compare, pdf_pages

    if converter is None:
        return None, ()
    try:
        data = converter(docx)
        compare(kind.id, docx, data, printed)
    except (WorkerFailed, ReadbackDiffers) as failure:
        told = {"what": words.failure(failure)[0]}
        return None, (Problem("paper.converter", Severity.WARNING, Place(), told),)
    return PdfResult(data, len(pdf_pages(data)), ()), ()


def _filled(
    kind: DocumentKind,
    revision: CustomerRevision,
    words: Words,
    figures: Figures,
    template: Template,
    filler: Filler | None = None,
) -> bytes:
    """The Word document."""
    from app.documents.bill_picture import draw_bills
    from app.documents.docx_package import picture_frames
    from app.documents.fill_worker import fill_apart
    from app.documents.logo_picture import LOGO_NAME, fitted_logo
    from app.documents.word import fill

    try:
        frames = picture_frames(template.docx)
    except ValueError as error:
        fault = Problem("template.unreadable", parameters={"reason": str(error)})
        raise TemplateError(template.name, [fault]) from error
    pictures = {
        name: draw_bills(chart, frames[name], figures)
        for name, chart in kind.charts(revision, words, figures).items()
        if name in frames
    }
    if revision.logo and LOGO_NAME in frames:
        pictures[LOGO_NAME] = fitted_logo(revision.logo, frames[LOGO_NAME])
    apart = fill_apart if filler is None else filler.fill
    return (fill if template.bundled else apart)(
        template.docx,
        kind.fields(revision, words, figures),
        known=known_names(kind.guide),
        name=template.name,
        title=f"{kind.title(words)} {revision.customer_name}",
        pictures=pictures,
    )


def _pdf_finding(finding: Finding) -> Problem:
    """What the PDF cannot show; an empty box in place of a character is never handed out."""
    missing = finding.what.startswith("missing glyph")
    what = finding.what.removeprefix("missing glyph ")
    return Problem(
        "paper.missing_glyph" if missing else "paper.unsupported",
        Severity.ERROR if missing else Severity.WARNING,
        Place(sheet=finding.where),
        {"what": what},
    )
