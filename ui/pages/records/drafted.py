"""A form for something long: what is half-typed is kept each second, and comes back."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QTimer

from ui.desk import Desk
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field, value_of

EACH_MS = 1000


class DraftedEntry(EntryCard):
    """An entry whose words are drafted under a key until it is kept or left on purpose."""

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        desk: Desk,
        enter: Callable[[dict[str, Any]], Any],
        key: str,
        words: str = "Keep",
    ) -> None:
        super().__init__(title, fields, desk, enter, words)
        self._key = key
        self._begun: dict[str, str] = {}
        self._noted: dict[str, str] = {}
        self._drafting = QTimer(self, interval=EACH_MS)
        self._drafting.timeout.connect(self.note)

    def ask(self, values: Mapping[str, Any] | None = None) -> None:
        """Show the form with these values, and over them what was half-typed."""
        if not self.isHidden():
            self.note()
        super().ask(values)
        self._begun = self._words()
        draft = self._desk.workspace.store.draft(self._key)
        if draft is not None:
            super().ask({**(values or {}), **json.loads(draft)})
        self._drafting.start()

    def note(self) -> None:
        """Keep what is typed now, where it is not what the form began with."""
        typed = self._words()
        changed = {name: text for name, text in typed.items() if text != self._begun.get(name)}
        if changed and changed != self._noted:
            self._noted = changed
            self._desk.workspace.store.keep_draft(self._key, json.dumps(changed))

    def put_aside(self) -> None:
        """Take the form away; what was drafted comes back when it is asked for again."""
        if not self.isHidden():
            self.note()
        self._drafting.stop()
        super().leave()

    def leave(self) -> None:
        """Take the form away, and what was drafted with it."""
        self._drafting.stop()
        self._desk.workspace.store.drop_draft(self._key)
        super().leave()

    def _words(self) -> dict[str, str]:
        said = {name: value_of(widget) for name, widget in self._widgets.items()}
        return {name: value for name, value in said.items() if isinstance(value, str)}
