"""Start Quotewright: the window without arguments, the command line with them."""

from __future__ import annotations

import sys

from app.start import main

if __name__ == "__main__":
    sys.exit(main())
