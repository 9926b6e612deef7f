"""How a child process says that its window can be used, and what it weighs by then."""

import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication


def tell(app: QApplication) -> None:
    """Let everything paint and settle, then print the memory held in megabytes."""
    for _ in range(5):
        app.processEvents()
    sys.stdout.write(f"{resident():.1f}\n")
    sys.stdout.flush()
    sys.stdin.readline()
    os._exit(0)


def resident() -> float:
    """Megabytes of this process in memory now; the most it ever held where that is not told."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(one for one in status.read_text().splitlines() if one.startswith("VmRSS"))
        return int(line.split()[1]) / 1024
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)
