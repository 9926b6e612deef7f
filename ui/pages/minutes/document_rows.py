"""A document as a row of the list: for whom it is, how far it is confirmed, what was found."""

from dataclasses import dataclass
from typing import Any

from ui.rows import Column

FOUND = {
    "child": "another child",
    "family": "a family member",
    "person_of_concern": "a person of concern",
    "phone": "a phone number",
    "vehicle": "a vehicle",
    "online_account": "an online account",
    "place": "an address",
    "group": "a group",
    "person": "a name on no record",
    "tactic": "a measure",
    "action": "an action",
}

CHANGED = "It was confirmed, and what it says has changed since: read it and confirm it again."


@dataclass(frozen=True)
class DocumentRow:
    """A document with whether a person has confirmed exactly what it says now."""

    document: Any
    confirmed: bool
    before: bool = False
    """Whether a person has confirmed it in other words."""

    @property
    def state(self) -> str:
        """What is still to be done with it, in words."""
        if not self.document.needs_confirming:
            return "for reading"
        if self.confirmed:
            return "confirmed"
        if self.doubts:
            return f"{self.doubts} to look at"
        return "confirm again" if self.before else "to confirm"

    @property
    def notes(self) -> tuple[str, ...]:
        """What is to be known beside it, and why it is to be confirmed once more."""
        again = self.before and self.document.needs_confirming and not self.confirmed
        return (*self.document.notes, CHANGED) if again else tuple(self.document.notes)

    @property
    def doubts(self) -> int:
        """How many places a person must look at."""
        return sum(one.done == "to confirm" for one in self.document.findings)

    @property
    def whose(self) -> str:
        """For whom it is, with its item: nobody tells children by their number."""
        return ", ".join(filter(None, (self.document.audience, self.document.reference)))

    def as_it_leaves(self) -> bytes:
        """The document with its marks while it is looked at, without them once it is confirmed."""
        made = self.document.as_confirmed
        blob: bytes = made() if self.confirmed and made is not None else self.document.make(None)
        return blob


COLUMNS = (
    Column[DocumentRow]("Document", lambda r: r.document.name, width=20, stretch=True),
    Column[DocumentRow]("For", lambda r: r.whose, width=16),
    Column[DocumentRow]("State", lambda r: r.state, kind=lambda r: kind_of(r), width=13),
)


def finding_tags(row: DocumentRow) -> list[tuple[str, str]]:
    """What the net found, counted by kind; a name itself is never said.

    What was to be confirmed has been looked at once the document is confirmed.
    """
    counted: dict[tuple[str, str], int] = {}
    for one in row.document.findings:
        looked = row.confirmed and one.done == "to confirm"
        key = ("looked at" if looked else one.done, FOUND.get(one.kind, one.kind.replace("_", " ")))
        counted[key] = counted.get(key, 0) + 1
    return [
        (f"{done}: {what}{f', {count} times' if count > 1 else ''}",
         "medium" if done == "to confirm" else "plain")
        for (done, what), count in counted.items()
    ]  # fmt: skip


def kind_of(row: DocumentRow) -> str:
    """The look of its state; empty for one that is only read."""
    if not row.document.needs_confirming:
        return ""
    return "low" if row.confirmed else "medium"
