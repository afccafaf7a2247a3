"""`quotes`, or `python -m quotes`, is the command line."""

import os


def main() -> None:
    """Run the command line of this process and exit."""
    try:
        _run()
    except KeyboardInterrupt:  # before `leave_when_told` takes over
        os.write(2, b"quotes: stopped\n")
        os._exit(130)


def _run() -> None:
    import gc
    import sys
    from types import ModuleType

    from quotes.cli.stopping import leave_when_told

    leave_when_told()
    # All before anything else is imported: imports make many objects and drop few; pydantic would
    # look through all packages that are installed for plugins of its own; and spaCy would import
    # its own commands, with two clients of the web, for `spacy.info` alone, which nobody calls.
    gc.set_threshold(100_000, 20, 20)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    unused = ModuleType("spacy.cli.info")
    vars(unused)["info"] = None
    sys.modules[unused.__name__] = unused
    from quotes.cli.app import main

    main()


if __name__ == "__main__":
    main()
