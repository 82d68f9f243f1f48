"""Start Quotewright: the window without arguments, the command line with them."""

from __future__ import annotations

import sys

from app.start import main

if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        # A packaged program starts its worker processes by starting itself.
        import multiprocessing

        multiprocessing.freeze_support()
    sys.exit(main())
