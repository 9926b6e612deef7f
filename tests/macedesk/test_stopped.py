"""A program that is ended from below Python leaves where it stood, and nothing of what it held."""

import os
import subprocess
import sys
from pathlib import Path

STOPS = """
import faulthandler
from platformdirs import user_log_path
from macedesk import crash

def held(name):
    faulthandler._sigsegv()

crash.no_core_dumps()
crash.note_where_it_stops()
print(user_log_path("MaceDesk", appauthor=False), flush=True)
held("Aidan Ravenscroft")
"""


def test_it_leaves_files_and_lines_and_no_name(tmp_path: Path) -> None:
    home = {name: str(tmp_path) for name in ("HOME", "XDG_STATE_HOME", "LOCALAPPDATA")}
    done = subprocess.run(
        [sys.executable, "-c", STOPS],
        env={**os.environ, **home},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    left = (Path(done.stdout.strip()) / "macedesk-stopped.log").read_text("utf-8")
    assert " in held" in left
    assert "Ravenscroft" not in left

