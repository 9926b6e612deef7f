"""When Python looks for cycles: not while the window opens, then seldom and not over what stays."""

import gc

# Importing the program makes some hundred thousand objects that live to its end. Each look over all
# of them costs some fifty milliseconds: a third of the start, and a jerk in the room.
YOUNG, MIDDLE, OLD = 20_000, 20, 50


def wait() -> None:
    """Look for no cycles until `begin`."""
    gc.disable()


def begin() -> None:
    """Look for cycles from now on, among what is made from now on; only after `wait`."""
    if gc.isenabled():
        return
    gc.freeze()
    gc.set_threshold(YOUNG, MIDDLE, OLD)
    gc.enable()
