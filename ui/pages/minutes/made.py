"""The documents of a meeting as they were made last, in memory, to be read and confirmed."""

from collections.abc import Callable
from typing import Any

from ui.desk import Desk
from ui.pages.minutes.writing import make_documents
from ui.working import WorkBar

# What changes nothing in any document.
ASIDE = frozenset({
    "confirmation", "minutes_version", "minutes_comment", "issue", "extract_due", "draft",
    "written_minutes", "redaction", "minutes_words", "edit_left",
})  # fmt: skip
GONE = "end_issue"
"""What an issue keeps of papers that have gone changes none of them."""


class MadeDocuments:
    """Those of one meeting at a time; `stale` once something has changed since.

    What is made only for whoever asks for it is none of them.
    """

    def __init__(self, desk: Desk, work: WorkBar) -> None:
        self._desk, self._work = desk, work
        self._made: tuple[Any, ...] = ()
        self._meeting_id: int | None = None
        self.stale = False
        self.count = 0
        """How many were put together, with those made only on request."""

    def of(self, meeting_id: int) -> tuple[Any, ...]:
        """The documents made of a meeting, none where those of another were made since."""
        return self._made if self._meeting_id == meeting_id else ()

    def ready(self, meeting_id: int) -> bool:
        """Whether they stand as they would be made now."""
        return bool(self.of(meeting_id)) and not self.stale

    def hear(self, changes: Any) -> bool:
        """Whether news may change a document: then what was made is stale."""
        moved = changes.operation != GONE and any(one not in ASIDE for one, _ in changes.touched)
        self.stale = self.stale or moved
        return moved

    def make(self, meeting_id: int, then: Callable[[], object]) -> None:
        """Make them off the window's thread, then do what follows."""

        def done(made: tuple[Any, ...]) -> None:
            self._made = tuple(one for one in made if not one.on_request)
            self.count = len(made)
            self._meeting_id, self.stale = meeting_id, False
            then()

        expected = self.count if self._meeting_id == meeting_id else 0
        make_documents(self._desk, self._work, meeting_id, done, expected=expected)
