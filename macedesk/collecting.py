"""When Python looks for cycles: in the window's thread alone, seldom, and not over what stays."""

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

# Importing the program makes some hundred thousand objects that live to its end. Each look over all
# of them costs some fifty milliseconds: a third of the start, and a jerk in the room.
LIMITS = 20_000, 20, 50
EVERY_MS = 500


def wait() -> None:
    """Look for no cycles until `begin`, and none by itself from then on.

    Python looks in whatever thread happens to make the next object. A widget in a cycle would be
    deleted there, which Qt forbids: it ends the program at the next change of look.
    """
    gc.disable()


def begin(window: "QObject") -> None:
    """Look for cycles while a window lives, among what is made from now on."""
    from PySide6.QtCore import QTimer

    wait()
    if not gc.get_freeze_count():
        gc.freeze()
    timer = QTimer(window)
    timer.timeout.connect(look_if_due)
    timer.start(EVERY_MS)


def look_if_due(limits: tuple[int, int, int] = LIMITS) -> None:
    """Look over the oldest generation past its limit, in the thread that calls: the window's."""
    counts = gc.get_count()
    for generation in (2, 1, 0):
        if counts[generation] > limits[generation]:
            gc.collect(generation)
            return
