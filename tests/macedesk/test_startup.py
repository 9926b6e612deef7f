"""The program is imported in the order that starts it soonest, and no more than it shows first."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest

from macedesk import commandline

HOUSE = Path(__file__).parents[2]
COMMANDED = """
import sys
from macedesk import commandline, opening

print(*sys.modules)
"""
IN_ORDER = "import sys; from macedesk import startup; print(*sys.modules)"
SHOWN = """
import sys
from datetime import date
from macedesk import startup
from models.entities import Action
from models.workspace import Workspace

app, known = startup.application()
workspace, day = Workspace.memory(), date(2026, 1, 1)
with workspace.store.work("record_action", "Record action") as session:
    session.add(Action(reference="A1", text="Ring the school", made_on=day, due_on=day))
window = startup.show(workspace, known)
assert [line.section for line in window.page.lines if line.goes_to == "actions"] == ["Overdue"] * 2
print(*sys.modules)
"""
RECORDS = {"changes", "chasing", "panel", "reader", "tiers", "today", "versions"}


def imported(program: str) -> list[str]:
    """The modules that a fresh program has imported by its end, in order."""
    told = subprocess.run(
        [sys.executable, "-c", program], cwd=HOUSE, capture_output=True, text=True, check=True
    )
    return told.stdout.split()


def test_the_models_are_imported_before_pyside_begins_to_read_sources() -> None:
    order = imported(IN_ORDER)
    late = order[order.index("PySide6") :]
    assert [name for name in late if name.startswith(("sqlalchemy.orm", "models.entities"))] == []


def test_the_first_page_imports_no_records_but_its_own() -> None:
    names = [name.split(".") for name in imported(SHOWN) if name.startswith("models.")]
    assert {name[2] for name in names if name[1:2] == ["records"] and name[2:]} <= RECORDS
    assert ["models", "codes", "meeting"] not in names


def test_a_window_waits_for_no_command_and_no_keyring() -> None:
    names = imported(COMMANDED)
    assert [name for name in names if name.startswith(("macedesk.commandline.", "keyring"))] == []


@pytest.mark.parametrize("name", commandline.WHERE)
def test_each_command_is_found_in_its_module(name: str) -> None:
    found = commandline.main.get_command(click.Context(commandline.main), name)
    assert found is not None
    assert found.name == name


def test_no_module_holds_a_command_that_is_not_told() -> None:
    modules = [import_module(f"macedesk.commandline.{one}") for one in commandline.WHERE.values()]
    told = {command.name for module in modules for command in module.COMMANDS}
    assert told == set(commandline.WHERE)
