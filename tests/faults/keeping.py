"""A child process that keeps lines until it is killed, saying each one that was kept."""

import sys
from pathlib import Path

from models.storage.store import Store
from tests.models.storage.small import Child, Item, Small

store = Store.open(Path(sys.argv[1]), sys.argv[2], base=Small)
with store.work("add", "Add child") as session:
    session.add(Child(label="Robin"))
number = 0
while True:
    number += 1
    with store.work("line", "Keep line") as session:
        session.add(Item(subject_id=1, text=f"line {number}"))
    store.keep_draft("next", f"half of {number + 1}")
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()
