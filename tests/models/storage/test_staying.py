"""Nothing that is kept goes into a log that another window has taken away."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import select

from models.storage.store import Store

from .conftest import PASSPHRASE
from .small import Child, Small

ROOT = Path(__file__).parents[3]
ANOTHER = """
import sys
from pathlib import Path
from models.storage.store import Store
from tests.models.storage.small import Small
store = Store.open(Path(sys.argv[1]), sys.argv[2], base=Small)
{}
store.close()
"""

SEES_IT = """
with store.reading() as session:
    found = session.connection().exec_driver_sql("SELECT label FROM subject ORDER BY id")
    assert found.scalars().all() == ["before", "after"]
"""


def another_window(path: Path, does: str = "") -> None:
    """Another program opens the file, does this and closes it."""
    code = ANOTHER.format(does)
    subprocess.run([sys.executable, "-c", code, str(path), PASSPHRASE], cwd=ROOT, check=True)


def keep(store: Store, label: str) -> None:
    with store.work("add", "Add") as session:
        session.add(Child(label=label, born=None, system_id=None))


@pytest.mark.skipif(sys.platform == "win32", reason="holds its locks by handle")
def test_what_is_kept_after_a_file_dialogue_read_the_file_and_another_window_closed_it_stays(
    panel: Store, path: Path
) -> None:
    keep(panel, "before")
    for part in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
        part.read_bytes()
    another_window(path)
    keep(panel, "after")
    another_window(path, SEES_IT)
    with panel.reading() as session:
        assert session.scalars(select(Child.label)).all() == ["before", "after"]


def test_the_last_window_that_closes_leaves_no_log(panel: Store, path: Path) -> None:
    keep(panel, "before")
    another_window(path)
    log = path.with_name(path.name + "-wal")
    assert log.exists()
    panel.close()
    assert not log.exists()
    assert Store.open(path, PASSPHRASE, base=Small).last_operation == panel.last_operation
