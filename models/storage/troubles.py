"""What the database complains of, said for people; the database's own words are not passed on."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from models.errors import Damage, Trouble
from models.storage.engine import DriverError

DAMAGED = "This panel's file is damaged. Leave it as it is and restore the last backup."
SAYINGS = (
    ("locked", "Another window is writing to this panel's file just now. Try again in a moment."),
    ("disk is full", "The disk is full: this was not kept. Make room, then try again."),
    ("disk i/o error", "The disk failed while writing: this was not kept. Check the disk."),
    ("readonly", "This panel's file may not be written to. Check its permissions."),
    ("unable to open", "This panel's file can no longer be opened. Check that it is still there."),
    ("malformed", DAMAGED),
    (
        "not a database",
        DAMAGED,
    ),
)


def saying(error: BaseException) -> str | None:
    """The plain sentence for a database error that is the machine's fault, else None."""
    text = str(error.orig if isinstance(error, DBAPIError) else error).lower()
    return next((words for sign, words in SAYINGS if sign in text), None)


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turn the machine's database errors into Trouble; a broken constraint stays what it is."""
    try:
        yield
    except (DBAPIError, DriverError) as error:
        words = saying(error)
        if words is None:
            raise
        raise (Damage if words == DAMAGED else Trouble)(words) from None
