"""The floor: an empty window in a program that imports SQLAlchemy and knows the same entities."""

from PySide6.QtWidgets import QApplication, QMainWindow
from sqlalchemy.orm import configure_mappers

import models.entities  # noqa: F401
from tests.benchmarks.shown import tell

app = QApplication(["bare"])
configure_mappers()
window = QMainWindow()
window.resize(1440, 900)
window.show()
tell(app)
