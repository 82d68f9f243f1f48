"""The figures at the foot of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.widgets.totals_bar import Total

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.quoting.revision import Revision
    from app.ui.presenting.speaker import Speaker
    from pricing.billing import Bill
    from pricing.priced import Amounts


def totals_of(speaker: Speaker, revision: Revision, *, with_tax: bool) -> tuple[Total, ...]:
    """Monthly, one-time and contract totals, tax, saving and margin; amounts as chosen."""
    translate, figures = speaker.translate, speaker.figures
    totals = revision.priced.totals

    def shown(amounts: Amounts | Bill) -> str:
        return figures.yuan(amounts.net_amount if with_tax else amounts.net_ex_tax)

    contract = translate("Totals", "Contract ({term} months, with VAT)")
    if not with_tax:
        contract = translate("Totals", "Contract ({term} months, without VAT)")
    rates = " · ".join(
        f"{figures.rate(row.rate)} {figures.yuan(row.tax)}" for row in totals.tax_rows
    )
    billing = revision.billing
    first_name = translate("Totals", "First invoice")
    average_name = translate("Totals", "Average month")
    first = _steps(speaker, first_name, billing.first)
    average = _steps(speaker, average_name, billing.average)
    shown_totals = [
        Total("one_time", translate("Totals", "One-time"), shown(totals.one_time), hint=first),
        Total(
            "first",
            first_name,
            shown(billing.first),
            hint=first,
            min_window=1320,
        ),
        Total("contract", contract.format(term=totals.term), shown(totals.contract), hint=average),
        Total(
            "average",
            average_name,
            shown(billing.average),
            hint=average,
            min_window=1640,
        ),
        Total(
            "tax",
            translate("Totals", "VAT in it"),
            figures.yuan(totals.contract.tax),
            hint=rates,
            min_window=1100,
        ),
        _saving(speaker, revision),
        _margin(speaker, revision),
    ]
    if billing.committed:
        shown_totals.insert(-2, _committed(speaker, revision, shown))
    if totals.yearly.net_amount:
        yearly = Total("yearly", translate("Totals", "Yearly"), shown(totals.yearly))
        shown_totals.insert(1, yearly)
    monthly = translate("Totals", "Monthly total")
    return (*shown_totals, Total("monthly", monthly, shown(totals.monthly), "hero"))


def _committed(
    speaker: Speaker, revision: Revision, shown: Callable[[Amounts | Bill], str]
) -> Total:
    """What usage costs at least in a month; it stands in no other total."""
    translate, billing = speaker.translate, revision.billing
    hint = translate(
        "Totals",
        "Least cost of usage, used or not: {amount} over the term, in no other total",
    )
    return Total(
        "committed",
        translate("Totals", "Committed usage a month"),
        shown(billing.committed_month),
        hint=hint.format(amount=speaker.figures.yuan(billing.committed)),
    )


def _steps(speaker: Speaker, title: str, bill: Bill) -> str:
    """What is billed and how it comes about, a line for each step."""
    figures = speaker.figures
    lines = [f"{title}: {figures.yuan(bill.net_amount)}"]
    lines += [
        f"{speaker.words(step.code, **step.parameters)} {figures.money(step.change)}"
        for step in bill.steps
    ]
    return "\n".join(lines)


def _saving(speaker: Speaker, revision: Revision) -> Total:
    caption = speaker.translate("Totals", "Saving a month")
    hint = speaker.translate("Totals", "Against the typical month, like for like")
    saving = revision.saving
    if saving is None or not revision.priced.items:
        return Total("saving", caption, "–", hint=hint)
    text = speaker.figures.yuan(saving.saving)
    return Total("saving", caption, text, "warn" if saving.saving < 0 else "normal", hint=hint)


def _margin(speaker: Speaker, revision: Revision) -> Total:
    caption = speaker.translate("Totals", "Margin (internal)")
    criterion = next((c for c in revision.verdict.criteria if c.id == "margin"), None)
    if criterion is None or criterion.value is None or not revision.priced.items:
        return Total("margin", caption, "–", min_window=1380)
    low = criterion.own_limit is not None and criterion.value < criterion.own_limit
    text = speaker.figures.percent(criterion.value)
    return Total("margin", caption, text, "warn" if low else "normal", min_window=1380)
