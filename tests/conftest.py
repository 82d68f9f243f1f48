"""What holds for every test: random examples have no deadline, because the clock proves nothing."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("quotewright", deadline=None)
settings.load_profile("quotewright")
