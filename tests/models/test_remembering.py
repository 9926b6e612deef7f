"""Nothing that was written for the panel is left in the program's memory of words after a lock."""

import gc
from collections.abc import Iterator
from datetime import time
from functools import _lru_cache_wrapper
from importlib import import_module
from typing import Any

import pytest

from models.clock import SetClock
from models.workspace import Workspace
from tests.house.test_remembered import STAYS, decorated

CHILD, STREET = "Ottoline Quickwater", "Fennimore Rise"


@pytest.fixture
def workspace(clock: SetClock) -> Iterator[Workspace]:
    made = Workspace.memory("Ada Administrator", clock)
    made.panel.make("Northmoor MACE", starts=time(9, 30), ends=time(12, 30))
    made.register.add_child(CHILD)
    yield made
    made.close()


def filled() -> set[str]:
    """Everything of the house that remembers something now, by where it is written."""
    gc.unfreeze()  # what the tests' start had frozen is not among the objects
    found = (one for one in gc.get_objects() if type(one) is _lru_cache_wrapper)
    return {
        f"{one.__module__}.{one.__qualname__}"
        for one in found
        if one.__module__.split(".")[0] in ("models", "exports", "ui") and holds(one)
    }


def holds(one: Any) -> bool:
    return bool(one.cache_info().currsize)


def write_about(child: str) -> None:
    """Let the capture bar, a paper, the net and the comparing of names see a child's name."""
    from models.rules.capture import read_line
    from tests.models.rules.capture.utterances import corpus_room

    read_line(f"{child} seen at {STREET}", corpus_room())
    import_module("models.matching.likeness").compare_names(child, "Otto Quickwater")
    import_module("models.intake.understanding.lexicon").recognise("child", child)
    import_module("exports.redaction.index").name_words(child)
    name_parts = import_module("models.rules.name_parts")
    name_parts.parts_of((name_parts.spoken(child),))
    import_module("models.rules.risk_words").rank(child)


def test_a_lock_leaves_no_word_of_the_panel_in_memory(workspace: Workspace) -> None:
    write_about(CHILD)
    assert {"models.matching.parts.name_parts", "models.rules.name_parts.parts_of"} <= filled()

    workspace.lock()

    assert filled() <= STAYS | decorated("kept")


def test_closing_the_file_leaves_none_either(clock: SetClock) -> None:
    made = Workspace.memory("Ada Administrator", clock)
    write_about(CHILD)
    made.close()
    assert "models.matching.parts.name_parts" not in filled()


def test_a_list_that_the_panel_changes_is_read_anew(workspace: Workspace) -> None:
    rank = import_module("models.rules.risk_words").rank
    assert rank("Alarming") is None
    workspace.panel.add_code("risk_levels", "alarming", "Alarming")
    workspace.panel.change_code("risk_levels", "alarming", "rank", 3)
    assert rank("Alarming") == 3
