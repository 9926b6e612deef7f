"""The minutes as they print, composed off the window's thread where something moved since."""

from collections.abc import Callable

from models.errors import Refusal
from ui.desk import Desk
from ui.pages.minutes.preview import Preview
from ui.pages.minutes.writing import compose_minutes


class ComposedMinutes:
    """Shows a version's minutes in the preview, but none that come late for a meeting left."""

    def __init__(self, desk: Desk, preview: Preview, shown: Callable[[], int | None]) -> None:
        """`shown` gives the meeting of the page."""
        self._desk, self._preview, self._shown = desk, preview, shown
        self._shows: tuple[int, int, str] | None = None

    def forget(self) -> None:
        """Something has changed: compose them again when they are asked for."""
        self._shows = None

    def show_of(self, meeting_id: int, version_id: int, state: str) -> None:
        """Show the minutes of a meeting in a version and state."""
        if self._shows == (meeting_id, version_id, state):
            return
        self._shows = (meeting_id, version_id, state)

        def done(blob: bytes) -> None:
            if self._shown() == meeting_id:
                self._preview.show_document(f"minutes {meeting_id}.docx", blob)

        compose_minutes(self._desk, meeting_id, done, self._not_read)

    def _not_read(self, error: object) -> None:
        self.forget()
        if isinstance(error, Refusal):
            self._desk.notice.answer(self._preview, error)
