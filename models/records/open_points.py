"""What is still open before minutes are approved or their papers go, and where it is mended."""

from dataclasses import dataclass
from enum import StrEnum


class Before(StrEnum):
    """What a point should be settled before."""

    APPROVAL = "approval"
    ISSUE = "issue"


class Mend(StrEnum):
    """Where a point is mended: the place that one key leads to."""

    MEETING = "Meeting, opening"
    ITEM = "Meeting, the item"
    CHILD = "Children, the child's page"
    ACTION = "Actions"
    NEW_DAYS = "New days, Alt+D"
    RETURNS = "Agenda, Returns"
    COMMENTS = "Comments"
    FROM_WORD = "From Word"
    ITEMS = "Items"
    DOCUMENTS = "Documents"
    AGENCIES = "Settings, Agencies"
    MEMBERS = "Settings, Members"
    PANEL = "Settings, Panel"


@dataclass(frozen=True)
class OpenPoint:
    """One thing that is open: what, at which item, and the record to which its key leads.

    `of` is what it is open in, such as an action, where that is not the item itself.
    """

    words: str
    before: Before
    mend: Mend
    mend_id: int | None = None
    reference: str = ""
    of: str = ""

    @property
    def sentence(self) -> str:
        """The point by itself."""
        if self.names_it:
            return self.words
        return f"{self.of}: {self.words[0].lower()}{self.words[1:]}" if self.of else self.words

    @property
    def names_it(self) -> bool:
        """Whether the words themselves say in what it is open."""
        return bool(self.of) and self.words.startswith(self.of)
