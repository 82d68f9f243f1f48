"""Our renderer beside LibreOffice: the same Word files, the same faces, the differences explained.

Run with ``make compare-pdf``. It prints a table and writes ``out/compare-pdf/index.html`` with the
pages side by side. Where LibreOffice is not installed it says so and does nothing.
"""
