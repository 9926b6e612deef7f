"""Chosen papers of the log recalled, each from whom it went to; their version stands."""

from collections.abc import Collection
from typing import Any

from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.pages.minutes.recall_fields import REASON, hide_secret, how_recalled, notes_written
from ui.pages.minutes.writing import write_recall
from ui.pages.records.entering import EntryCard
from ui.working import WorkBar

ONE = "{} is called back with a note to whoever got it; the version stands."
SEVERAL = "{} papers are called back with notes to whoever got them; the version stands."


class RecallChosen(EntryCard):
    """Asks why; `work` shows how the notes are written, `page` is where the folder is asked."""

    def __init__(self, desk: Desk, work: WorkBar, page: QWidget) -> None:
        super().__init__("Recall what is chosen?", REASON, desk, self._recall, "Recall")
        self._work, self._page = work, page
        self._meeting_id, self._ids = 0, frozenset[int]()
        hide_secret(self)

    def ask_of(self, meeting_id: int, issue_ids: Collection[int]) -> None:
        """Ask why these are recalled; Refusal where none of them is out."""
        from exports import recalling

        workspace = self._desk.workspace
        rows = recalling.chosen(workspace, meeting_id, issue_ids)
        self._meeting_id, self._ids = meeting_id, frozenset(one.id for one in rows)
        locked = recalling.needs_passphrase(workspace, meeting_id, rows)
        self.form.show_row("passphrase", locked)
        one = len(rows) == 1
        told = ONE.format(rows[0].document) if one else SEVERAL.format(len(rows))
        self.say("Recall what is chosen?", told)
        self.ask()

    def _recall(self, values: dict[str, Any]) -> None:
        from exports import recalling

        meeting_id, ids = self._meeting_id, self._ids
        rows = recalling.chosen(self._desk.workspace, meeting_id, ids)
        how = how_recalled(self._desk, self._page, meeting_id, rows, values)

        def write(workspace: Any) -> tuple[str, ...]:
            return recalling.write_recall_of(workspace, meeting_id, ids, *how)

        def done(written: tuple[str, ...]) -> None:
            self._desk.notice.say(notes_written(written, how))

        write_recall(self._desk, self._work, write, done)
