"""A connection that is never closed, so that a window that ends leaves the log of another be."""

import ctypes
import sys
from typing import Any


def stay(connection: Any) -> None:
    """Keep a connection until the program has ended, without the farewell of a last one.

    On POSIX systems every lock of a program on a file ends as soon as any part of that program (a
    file dialogue, a reader of papers) opens and closes the file. Another program then takes itself
    for the last as it closes, and removes the write-ahead log into which the first still writes:
    all that it kept after that was lost. Whoever has such a connection is never the last. Windows
    holds locks by handle, and replaces no file that is open. (SQLite, How To Corrupt An SQLite
    Database File, 2.2.)
    """
    if sys.platform == "win32":
        connection.close()
    else:
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(connection))
