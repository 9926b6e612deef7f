"""Disposes of a record, saying where it is and waiting there to be killed."""

import sys
import time
from pathlib import Path

from models.clock import SetClock
from models.workspace import Workspace
from tests.models.services.old_panel import NOW, PASSPHRASE, REASON, SECOND

path, record, moment = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]


def stand(here: str) -> None:
    """Say where it is; where it is to be killed, wait for that."""
    sys.stdout.write(f"{here}\n")
    sys.stdout.flush()
    if here == moment:
        time.sleep(60)


workspace = Workspace.open(path, PASSPHRASE, clock=SetClock(NOW))
forget = workspace.store.keep
workspace.store.keep = lambda *args, **named: (forget(*args, **named), stand("written"))[0]
workspace.retention.dispose(
    [("subject", record)],
    REASON,
    SECOND,
    tell=lambda done, of: stand("gathering"),
    sweeping=lambda: stand("sweeping"),
)
stand("done")
