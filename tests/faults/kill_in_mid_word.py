"""However often the program is killed in mid-word, at most one second of typing is lost.

Outside the normal suite: `pytest tests/faults/kill_in_mid_word.py`, twenty rounds, or as many as
MACEDESK_KILL_ROUNDS says.
"""

import json
import os
import random
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import text

from models.clock import SetClock
from models.storage.check import check
from models.storage.sealing import Cost
from models.workspace import Workspace
from tests.faults.typist import NOW
from tests.ui.live.room import hold, small_panel

PASSPHRASE = "three quiet words"
HOUSE = Path(__file__).parents[2]
ROUNDS = int(os.environ.get("MACEDESK_KILL_ROUNDS", "20"))
SECOND, LONGEST = 1.0, 6.0
KEPT = (
    "SELECT text FROM action UNION ALL SELECT text FROM information_line "
    "UNION ALL SELECT voice FROM discussion"
)


@pytest.fixture
def path(tmp_path):
    """A panel's file in the middle of its meeting."""
    made = tmp_path / "panel.mace"
    clock = SetClock(NOW)
    workspace = Workspace.create(
        made, PASSPHRASE, "Rita Choudhury", clock=clock, cost=Cost(64, 1, 1)
    )
    hold(small_panel(clock, workspace))
    workspace.close()
    return made


def test_at_most_one_second_of_typing_is_lost_however_often_the_program_is_killed(path):
    chance = random.Random(31)
    kept, before, lost = [], None, []
    for number in range(ROUNDS):
        told, killed = killed_within(path, number, chance.uniform(1.0, LONGEST))
        if before is not None:
            lost.append(lost_between(before, told[0]))
        kept += [one["kept"] for one in told if one["what"] == "ended" and one["kept"]]
        before = (told, killed)
        assert_all_there(path, kept)
    assert kept and len(lost) == ROUNDS - 1
    sys.stderr.write(f"\n{ROUNDS} rounds, {len(kept)} lines kept, most lost {max(lost):.2f} s\n")


def killed_within(path, number, seconds):
    """What the typist said until it was killed, and when that was."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.typist", path, PASSPHRASE, str(number)],
        cwd=HOUSE,
        env={**os.environ, "PYTHONPATH": str(HOUSE), "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    with child, ThreadPoolExecutor(1) as hearing:
        first = child.stdout.readline()
        rest = hearing.submit(child.stdout.read)  # a full pipe would stop the typist
        time.sleep(seconds)
        killed = time.monotonic()
        child.kill()
        lines = rest.result().split("\n")[:-1]
    return [json.loads(line) for line in (first, *lines)], killed


def lost_between(before, back):
    """The seconds of typing that did not come back, of what was in hand at the kill."""
    told, killed = before
    typed = [one for one in told if one["what"] in ("key", "ended")]
    if not typed or typed[-1]["what"] == "ended":
        return 0.0
    field = typed[-1]["field"]
    begun = max([at for at, one in enumerate(typed) if one["what"] == "ended"], default=-1)
    keys = typed[begun + 1 :]
    came = back["came"][field].strip()
    missing = [one["at"] for one in keys if not came.startswith(one["text"].strip())]
    lost = killed - missing[0] if missing else 0.0
    assert lost <= SECOND, f"{field}: {came[-30:]!r} of {keys[-1]['text'][-60:]!r}, {lost:.2f} s"
    assert back["said"].startswith("Back at V1, ")
    return lost


def assert_all_there(path, kept):
    """The file is sound and every line is in it that was said to be kept."""
    workspace = Workspace.open(path, PASSPHRASE, clock=SetClock(NOW))
    report = check(workspace.store)
    assert report.sound, report.problems
    with workspace.store.reading() as session:
        there = "\n".join(filter(None, session.execute(text(KEPT)).scalars()))
    workspace.close()
    missing = [mark for mark in kept if mark not in there]
    assert missing == []
