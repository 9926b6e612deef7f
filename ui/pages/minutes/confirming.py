"""The documents of the meeting that is shown: made to be read, and confirmed one by one."""

from collections.abc import Callable
from typing import Any

from ui.desk import Desk
from ui.pages.minutes.documents import Documents
from ui.pages.minutes.made import MadeDocuments
from ui.pages.records.permitted import may
from ui.working import WorkBar


class Confirming:
    """Makes them, shows them in their tab and keeps who confirmed which."""

    def __init__(
        self,
        desk: Desk,
        work: WorkBar,
        tab: Documents,
        shown: Callable[[], int | None],
        counted: Callable[[], object],
    ) -> None:
        """`shown` gives the meeting of the page; `counted` hears that the tab was filled anew."""
        self._desk, self._tab, self._shown, self._counted = desk, tab, shown, counted
        self.made = MadeDocuments(desk, work)
        tab.confirmed.connect(self._confirm)

    def show(self) -> None:
        """Show those of the meeting, as far as they are made."""
        meeting_id = self._shown()
        if meeting_id is None:
            return
        rows = self._desk.workspace.read.confirmations(meeting_id)
        known = frozenset((one.document, one.digest) for one in rows)
        self._tab.show_documents(self.made.of(meeting_id), known, stale=self.made.stale)
        self._tab.allow(may(self._desk, "confirm_document"))
        self._counted()

    def make(self, then: Callable[[], object]) -> None:
        """Make every document in memory and show them, then do what follows of that meeting."""
        meeting_id = self._shown()

        def done() -> None:
            self.show()
            if self._shown() == meeting_id:
                then()

        if meeting_id is not None:
            self.made.make(meeting_id, done)

    def with_them_made(self, then: Callable[[], object]) -> None:
        """Do what follows once they stand as they would be made now."""
        meeting_id = self._shown()
        if meeting_id is not None and self.made.ready(meeting_id):
            then()
        else:
            self.make(then)

    def _confirm(self, document: Any) -> None:
        meeting_id = self._shown()
        if meeting_id is not None:
            from exports.disclosure import redactions

            confirm, taken_out = self._desk.workspace.minutes.confirm, redactions(document.findings)
            what = meeting_id, document.name, document.digest, taken_out
            self._desk.attempt(self._tab, confirm, *what)
