"""A program killed in the middle of a meeting has lost no kept line."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import select

from models.storage.check import check
from models.storage.sealing import Cost
from models.storage.store import Store
from tests.models.storage.small import Item, Small

PASSPHRASE = "three quiet words"
HOUSE = Path(__file__).parents[2]


@pytest.mark.parametrize("lines", [1, 25, 80])
def test_no_kept_line_is_lost_when_the_program_is_killed(tmp_path, lines):
    path = tmp_path / "panel.mace"
    Store.create(path, PASSPHRASE, cost=Cost(64, 1, 1), base=Small).close()
    kept = killed_after(lines, path)
    store = Store.open(path, PASSPHRASE, base=Small)
    with store.reading() as session:
        texts = session.scalars(select(Item.text).order_by(Item.id)).all()
    assert texts[:kept] == [f"line {number}" for number in range(1, kept + 1)]
    assert len(texts) <= kept + 1
    assert store.draft("next")
    assert check(store).sound
    store.close()


def killed_after(lines, path):
    """How many lines the child said it had kept before it was killed."""
    child = subprocess.Popen(
        [sys.executable, Path(__file__).with_name("keeping.py"), path, PASSPHRASE],
        cwd=HOUSE,
        env={**os.environ, "PYTHONPATH": str(HOUSE)},
        stdout=subprocess.PIPE,
        text=True,
    )
    kept = 0
    with child:
        for said in child.stdout:
            kept = int(said)
            if kept >= lines:
                break
        child.kill()
        rest = child.stdout.read().split("\n")[:-1]
    return max([kept, *map(int, rest)])


def test_a_killed_window_leaves_no_lock(tmp_path):
    path = tmp_path / "panel.mace"
    Store.create(path, PASSPHRASE, cost=Cost(64, 1, 1), base=Small).close()
    killed_after(1, path)
    store = Store.open(path, PASSPHRASE, base=Small)
    assert store.file.lock.alone()
    store.close()
