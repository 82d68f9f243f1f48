"""lint_rules(): what a rule set and a catalogue promise together, proved or shown to be false.

Every finding that a quote can show comes with that quote, priced by the engine. The checks are a
table: a new one is a file in ``pricing/lint`` and a line here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.problem import Severity
from pricing.lint.case import LintCase
from pricing.lint.chosen_values import value_findings
from pricing.lint.cliffs import cliff_findings
from pricing.lint.cycles import cycle_findings
from pricing.lint.dear_bundles import bundle_findings
from pricing.lint.effect import effect_findings
from pricing.lint.floors import floor_findings
from pricing.lint.price_records import record_findings
from pricing.lint.quote_ties import quote_tie_findings
from pricing.lint.reach import reach_findings
from pricing.lint.superseded import superseded_findings
from pricing.lint.tax_rates import tax_findings
from pricing.lint.ties import tie_findings
from pricing.lint.whole_quote import whole_quote_findings

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from catalog.product_catalog import ProductCatalog
    from pricing.lint.finding import LintFinding
    from pricing.policy import PricingPolicy

CHECKS = (
    record_findings,
    tax_findings,
    tie_findings,
    reach_findings,
    effect_findings,
    superseded_findings,
    cliff_findings,
    floor_findings,
    cycle_findings,
    bundle_findings,
    whole_quote_findings,
    quote_tie_findings,
    value_findings,
)
"""Every check, in the order in which its findings are told among equally severe ones."""

_SEVERITIES = tuple(Severity)


def lint_rules(
    catalog: ProductCatalog,
    policy: PricingPolicy,
    day: date,
    watch: Callable[[], None] = lambda: None,
) -> tuple[LintFinding, ...]:
    """Findings about a rule set, price records, tax rates and bundles; errors come first.

    Args:
        catalog: A catalogue without errors of its own, see ``check_content``.
        policy: The rules, as ``read_rules`` accepts them, with floor margin and guided band.
        day: What ended before this day is left aside, but for a hint about expired rules.
        watch: Called before each check; it may raise to stop.
    """
    case = LintCase(catalog, policy, day)
    found: list[LintFinding] = []
    for check in CHECKS:
        watch()
        found.extend(check(case))
    return tuple(sorted(found, key=lambda one: _SEVERITIES.index(one.problem.severity)))
