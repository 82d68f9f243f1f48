"""One use case per file; joins quoting, documents and storage; no Qt."""
