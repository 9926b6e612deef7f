"""Pictures of windows in all sizes and themes: python -m tests.ui.pictures OUT."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui import look

SIZES = ((1366, 768), (1920, 1080))
THEMES = ("light", "dark")
SCALES = (1.0, 1.5, 2.0)
SETTLES_MS = 80


def grab_all(
    app: QApplication, make: Callable[[], QWidget], out: Path, name: str
) -> Iterator[Path]:
    """Write a picture of a window for each size, theme and text scale; give their paths."""
    out.mkdir(parents=True, exist_ok=True)
    window = make()
    look.wear(window)
    for width, height in SIZES:
        for theme in THEMES:
            for scale in SCALES:
                look.apply(app, theme, scale)
                window.resize(width, height)
                window.show()
                QTest.qWait(SETTLES_MS)
                path = out / f"{name}-{theme}-{width}-{round(scale * 100)}.png"
                window.grab().save(str(path))
                yield path
    window.close()


def main() -> None:
    """Picture the gallery into the folder given."""
    from tests.ui.gallery import entries, sample_workspace
    from ui.tasks import TasksAtOnce
    from ui.window import MainWindow

    app = QApplication(sys.argv[:1])
    look.apply(app)

    def make() -> QWidget:
        window = MainWindow(sample_workspace(), entries(), tasks=TasksAtOnce())
        window.go("children")
        return window

    for path in grab_all(app, make, Path(sys.argv[1]), "gallery"):
        sys.stdout.write(f"{path.name}\n")


if __name__ == "__main__":
    main()
