"""The log of this machine: what the program did, by kind and number, never a name or a note."""

import logging
from logging.handlers import RotatingFileHandler
from types import TracebackType

from platformdirs import user_log_path

LOGGER = logging.getLogger("macedesk")
SIZE = 512 * 1024


def begin() -> None:
    """Write the log to this machine's log folder; small, turned over, ids only."""
    folder = user_log_path("MaceDesk", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        folder / "macedesk.log", maxBytes=SIZE, backupCount=2, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOGGER.addHandler(handler)
    LOGGER.setLevel(logging.INFO)
    LOGGER.propagate = False


def did(operation: str, number: int) -> None:
    """Note that an operation was kept."""
    LOGGER.info("kept %s %d", operation, number)


def failed(kind: type[BaseException], trace: TracebackType | None) -> None:
    """Note the class of an error and where it came from; its message may hold a name and is not."""
    LOGGER.error("%s at %s", kind.__name__, place(trace))


def place(trace: TracebackType | None) -> str:
    """The last place of a traceback inside the program: file and line."""
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return "unknown"
    name = trace.tb_frame.f_code.co_filename.replace("\\", "/").rsplit("/", 2)
    return f"{'/'.join(name[-2:])}:{trace.tb_lineno}"
