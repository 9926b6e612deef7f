"""What an agency is called in the room: its short name where it has one."""

from dataclasses import replace

from ui.desk import Desk
from ui.live.ledger import Entry


class AgencyWords:
    """Agencies by their short names (Settings), on the screen; by their full names when read out.

    Asked at each refilling, so that a name mended in Settings is shown at once.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def brief(self, agency: str | None) -> str:
        """The short name of an agency, its name where it has none, nothing of no agency."""
        return self._short().get(agency or "", agency or "")

    def in_brief(self, entry: Entry) -> Entry:
        """An entry of or under an agency with its short name; its full name stays what is said."""
        short = self._short()
        words, whose = (short.get(one, one) for one in (entry.words, entry.whose))
        if (words, whose) == (entry.words, entry.whose):
            return entry
        return replace(entry, words=words, whose=whose, said=entry.spoken)

    def _short(self) -> dict[str, str]:
        read = self._desk.workspace.read
        return {one.name: one.short_name for one in read.agencies() if one.short_name}
