"""Find offerings and bundles by typing, among a hundred thousand within one repaint.

A :class:`CatalogIndex` joins what can be found into a few long strings (:mod:`column`), so that
``str.find`` does the work. Rows are in the order in which equally good hits are shown, so that the
first fifty found are the first fifty wanted. :mod:`ranking` looks through the index from the best
fit to the least (:mod:`fit`), :mod:`spelling` understands pinyin, :mod:`similar` forgives typing
errors, :mod:`places` says what to highlight, :mod:`usage` remembers what was taken.
"""

from __future__ import annotations

from catalog.search.fit import Fit
from catalog.search.found import Found, SearchHit
from catalog.search.index import CatalogIndex
from catalog.search.places import found_places
from catalog.search.ranking import Typing
from catalog.search.similar import similar
from catalog.search.usage import remember_use

__all__ = [
    "CatalogIndex",
    "Fit",
    "Found",
    "SearchHit",
    "Typing",
    "found_places",
    "remember_use",
    "similar",
]
