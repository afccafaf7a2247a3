"""`quotes`, or `python -m quotes`, is the command line."""

from __future__ import annotations

import gc
import os


def main() -> None:
    """Run the command line of this process and exit."""
    # Both before anything is imported: imports make many objects and drop few, and pydantic would
    # look through all packages that are installed for plugins of its own.
    gc.set_threshold(100_000, 20, 20)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from quotes.cli.app import main

    main()


if __name__ == "__main__":
    main()
