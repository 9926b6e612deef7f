"""The program is imported in the order that starts it soonest."""

import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).parents[2]
IN_ORDER = "import sys; from macedesk import startup; print(*sys.modules)"


def test_the_models_are_imported_before_pyside_begins_to_read_sources() -> None:
    told = subprocess.run(
        [sys.executable, "-c", IN_ORDER], cwd=HOUSE, capture_output=True, text=True, check=True
    )
    order = told.stdout.split()
    late = order[order.index("PySide6") :]
    assert [name for name in late if name.startswith(("sqlalchemy.orm", "models.entities"))] == []
