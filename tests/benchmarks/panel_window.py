"""The program's own window on a file of ten years, its first page filled."""

import sys
from datetime import datetime
from pathlib import Path

from macedesk import collecting

collecting.wait()

from macedesk import startup
from models.clock import SetClock
from models.workspace import Workspace
from tests.benchmarks.shown import tell

app, known = startup.application()
morning = SetClock(datetime(2026, 11, 12, 9, 30))
workspace = Workspace.open(Path(sys.argv[1]), sys.argv[2], clock=morning)
window = startup.show(workspace, known)
tell(app)
