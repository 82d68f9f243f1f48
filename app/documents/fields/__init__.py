"""Groups of fields that several kinds of documents share: each a guide and a function."""
