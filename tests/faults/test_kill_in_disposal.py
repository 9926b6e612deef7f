"""A program killed in the middle of a disposal leaves the record whole or nothing of it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from models.clock import SetClock
from models.storage.check import check
from models.workspace import Workspace
from tests.models.services.old_panel import NOW, PASSPHRASE, old_panel, pages

HOUSE = Path(__file__).parents[2]
WORDS = (b"saffronjacket", b"quillstone", b"bramblecote", b"mistakenalias")


def killed(path, record, moment):
    child = subprocess.Popen(
        [sys.executable, Path(__file__).with_name("disposing.py"), path, str(record), moment],
        cwd=HOUSE,
        env={**os.environ, "PYTHONPATH": str(HOUSE)},
        stdout=subprocess.PIPE,
        text=True,
    )
    with child:
        for said in child.stdout:
            if said.strip() == moment:
                break
        child.kill()


@pytest.mark.parametrize(("moment", "gone"), [("written", False), ("sweeping", True)])
def test_all_or_nothing_of_it_is_left(tmp_path, moment, gone):
    path = tmp_path / "panel.mace"
    made = old_panel(path)
    made.workspace.close()
    killed(path, made.due, moment)
    workspace = Workspace.open(path, PASSPHRASE, clock=SetClock(NOW))
    assert (workspace.read.find("Ivy Ashdown") == ()) == gone
    assert len(workspace.read.certificates()) == gone
    assert check(workspace.store).sound
    with workspace.store.resting():
        left = pages(workspace.store)
    assert [word in left for word in WORDS] == [not gone] * len(WORDS)
    workspace.close()
