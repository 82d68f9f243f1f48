"""A second pricing engine, slow and plain, written from the semantics and not from the engine."""
