"""`python -m quotes` is the command line."""

from __future__ import annotations

from quotes.cli.app import main

if __name__ == "__main__":
    main()
