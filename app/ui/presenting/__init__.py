"""View models: pure functions that turn a revision into what widgets show; no Qt in here."""
