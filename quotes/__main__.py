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

    from quotes.cli.stopping import leave_when_told

    leave_when_told()
    # Both before anything else is imported: imports make many objects and drop few, and pydantic
    # would look through all packages that are installed for plugins of its own.
    gc.set_threshold(100_000, 20, 20)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from quotes.cli.app import main

    main()


if __name__ == "__main__":
    main()
