"""Files of the map: postcodes and outlines read in, a picture saved with its marking."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.records.incidents import MapPlace
from ui.desk import Desk
from ui.pages.picture_file import save_picture
from ui.pages.records.permitted import may
from ui.tasks import Progress
from ui.widgets.buttons import button
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import SoftLabel
from ui.working import WorkBar

POSTCODES, OUTLINES = "Postcodes (*.csv *.zip)", "GeoJSON (*.geojson *.json)"
LARGEST = 40_000_000


class MapFiles(QWidget):
    """The buttons, how far a reading is, and how many places lie where.

    `postcodes` and `folder` stand beside the places that have no position yet.
    """

    def __init__(self, desk: Desk, shown: Callable[[], tuple[Any, Any, Any]]) -> None:
        super().__init__()
        self._desk, self._shown = desk, shown
        self.work, self.told = WorkBar(desk), SoftLabel("", wrap=False)
        self.postcodes = button("Read a postcode file", self.read_postcodes)
        self.folder = button("Read a postcode folder", self.read_folder)
        self.outlines = button("Read district outlines", self.read_outlines)
        self.drop = button("Draw without outlines", self.drop_outlines)
        self.save_button = button("Save as a picture", self.save)
        self._build()

    def tell(self, places: Sequence[MapPlace], *, outlined: bool) -> None:
        """Say how many places are on the map, and by what; outlines that are there may go."""
        self.drop.setVisible(outlined and may(self._desk, "edit_settings"))
        on = [one for one in places if one.easting is not None]
        coded = sum(one.known_by == "postcode" for one in on)
        off = sum(one.placeable and one.easting is None for one in places)
        parts = (f"{len(on):,} on the map", f"{coded:,} by postcode" if coded else "",
                 f"{off:,} without a position" if off else "")  # fmt: skip
        self.told.setText(" · ".join(filter(None, parts)))

    def read_postcodes(self) -> None:
        """Choose a file of postcodes, and keep where those of places lie."""
        self._read(self._desk.dialogues.open_files(self, "Read a postcode file", POSTCODES))

    def read_folder(self) -> None:
        """Choose the folder of Code-Point Open, and keep where those of places lie."""
        folder = self._desk.dialogues.choose_folder(self, "Read a postcode folder")
        self._read([folder] if folder is not None else [])

    def read_outlines(self) -> None:
        """Choose a file of outlines, drawn under the places from now on."""
        chosen = self._desk.dialogues.open_files(self, "Read district outlines", OUTLINES)
        if chosen:
            self._desk.attempt(self, self._take_outlines, chosen[0])

    def drop_outlines(self) -> None:
        """Draw the map without outlines again."""
        self._desk.attempt(self, self._desk.workspace.panel.drop_outlines)

    def save(self) -> None:
        """Save what the map shows, as all the panel may see it, with its marking."""
        save_picture(self._desk, self, "Save the map", "map.png", self._picture)

    def _build(self) -> None:
        flow = FlowLayout(gap=8)
        for widget in (self.save_button, self.outlines, self.drop, self.told):
            flow.addWidget(widget)
        self.postcodes.setEnabled(may(self._desk, "edit_record"))
        self.folder.setEnabled(may(self._desk, "edit_record"))
        self.outlines.setEnabled(may(self._desk, "edit_settings"))
        self.drop.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(flow)
        column.addWidget(self.work)

    def _read(self, chosen: Sequence[Path]) -> None:
        if not chosen:
            return
        path, workspace = chosen[0], self._desk.workspace
        wanted = workspace.read.place_postcodes()

        def work(progress: Progress) -> Any:
            from models.intake.postcodes import read_postcodes

            return read_postcodes(path, wanted, progress.report)

        def done(found: Any) -> None:
            take = workspace.register.take_postcodes
            if self._desk.attempt(self, take, found.found, path.name):
                self._desk.notice.say(_taken(len(found.found), len(wanted), found.rows))

        self.work.start("Reading postcodes", work, done)

    def _take_outlines(self, path: Path) -> None:
        from models.errors import Refusal, Trouble
        from models.intake.outlines import TOO_LARGE

        try:
            large = path.stat().st_size > LARGEST
            content = b"" if large else path.read_bytes()
        except OSError as error:
            raise Trouble("The file could not be read.") from error
        if large:
            raise Refusal(TOO_LARGE)
        many = self._desk.workspace.panel.take_outlines(path.name, content)
        areas = "area is" if many == 1 else "areas are"
        self._desk.notice.say(f"{many} {areas} drawn under the places. Ctrl+Z takes it back.")

    def _picture(self) -> QImage:
        from ui.pages.people.places.map_picture import picture

        return picture(self._desk.workspace, *self._shown())


def _taken(found: int, wanted: int, rows: int) -> str:
    if not wanted:
        return "No place has a postcode yet, so nothing was taken."
    missing = f"; {wanted - found:,} are not in it" if found < wanted else ""
    return f"{rows:,} rows read: {found:,} of {wanted:,} postcodes found{missing}."
