"""The application: quoting, documents, storage, services, window and command line."""
