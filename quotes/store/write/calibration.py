"""How confidences are to be read, in a database: fitted to verdicts and kept, or taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotes.errors import UsageError
from quotes.store.db.asking import ask
from quotes.store.query.rows import LAST_FIT

if TYPE_CHECKING:
    from quotes.store.db.connection import Connection
    from quotes.verdicts.agreement import Calibration

_INSERT = """
INSERT INTO calibrations (key, slope, shift, verdicts, at)
SELECT coalesce(max(key), 0) + 1, :slope, :shift, :verdicts, :at FROM calibrations
"""


def calibrate(connection: Connection) -> Calibration:
    """Fit the confidences to all verdicts. Raises UsageError where there are too few."""
    from quotes.store.write.verdicts import all_verdicts
    from quotes.verdicts.agreement import calibrate as fit
    from quotes.verdicts.editing import now

    found = fit(all_verdicts(connection)).model_copy(update={"at": now()})
    connection.run(_INSERT, found.model_dump(include={"slope", "shift", "verdicts", "at"}))
    return found


def uncalibrate(connection: Connection) -> Calibration | None:
    """Take back the last fit; returns the one before it, which holds again, None for none.

    Raises UsageError where confidences are as the model gave them.
    """
    from quotes.verdicts.agreement import Calibration

    rows = ask(connection, LAST_FIT)
    if not rows:
        raise UsageError("nothing to undo: confidences are as the model gives them")
    connection.run("DELETE FROM calibrations WHERE key = :key", {"key": rows[0].key})
    before = ask(connection, LAST_FIT)
    if not before:
        return None
    kept = ("slope", "shift", "verdicts", "at")
    return Calibration(**{name: getattr(before[0], name) for name in kept})
