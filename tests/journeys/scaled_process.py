"""A program that compares the main screens at 150 %; ``test_pictures`` starts it.

The scale of a program is fixed when it begins. Its argument is a data folder; each line that it
prints is a picture that differs.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_SCALE_FACTOR"] = "1.5"
os.environ["TZ"] = "Asia/Shanghai"

from app.start import make_application
from tests.journeys.still_screens import SCALED, Seen, still_window


def main() -> None:
    """Look at every screen."""
    application = make_application()
    hand = still_window(Path(sys.argv[1]), SCALED)
    seen = Seen(hand, SCALED.name)
    seen.main_screens()
    sys.stdout.write("".join(f"{told}\n" for told in seen.found))
    sys.stdout.flush()
    hand.window.close()
    application.processEvents()
    os._exit(0)  # Qt takes its objects down in no order that Python knows


if __name__ == "__main__":
    main()
