"""What an item was sent to another tier as, or came as: why, what went with it, the answer."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.records.escalations import EscalationRecord
from models.records.item import ItemRow
from models.records.tiers import SeriesRecord
from ui.desk import Desk
from ui.pages.records.drafted import DraftedEntry
from ui.pages.records.fields import Field
from ui.pages.records.permitted import may
from ui.widgets.buttons import button
from ui.widgets.dates import short_date
from ui.widgets.flow import empty, in_a_row
from ui.widgets.labels import Words

TITLE_HINT = "What it is called there, without a name; the tier says whether it speaks of people"
ANSWER = (Field("answer", "What they are told", "long", hint="Empty: as it was decided"),)


class SentUp(QWidget):
    """Not there while the panel has one tier; `told` stands where the item is told of first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._item_id = desk, 0
        self._told: dict[int, EscalationRecord] = {}
        self._others: tuple[SeriesRecord, ...] = ()
        self.send = button("Send to another tier", self._ask)
        self.entry: DraftedEntry | None = None
        self._answering = 0
        self._rows = QVBoxLayout()
        self._forms = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.told = QWidget()
        self.told.setLayout(self._rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._forms)
        self._column.addWidget(in_a_row((self.send,)))

    def show_item(self, row: ItemRow, meeting_id: int, *, initials: bool) -> None:
        """Show what went up from an item, or what it came as."""
        read = self._desk.workspace.read
        series = read.series()
        self.setVisible(len(series) > 1)
        self.told.hide()
        if len(series) < 2:
            return
        if row.id != self._item_id:
            self._put_aside()
            self._item_id = row.id
        found = read.escalations(row.id)
        self._told = {one.id: one for one in found}
        empty(self._rows)
        for one in found:
            self._rows.addWidget(self._shown(one))
        self.told.setVisible(bool(found) and not initials)
        own = read.meeting(meeting_id).series_id
        self._others = tuple(one for one in series if one.id != own)
        self.send.setVisible(may(self._desk, "build_agenda") and not initials)

    def _shown(self, one: EscalationRecord) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        here = one.there_id == self._item_id
        way = f"From {one.from_tier}" if here else f"To {one.to_tier}"
        stands = "" if here and not one.answer else f": {one.standing}"
        column.addWidget(Words(f"{way}, {short_date(one.sent_on)}{stands}", "strong"))
        told = [f"Why: {one.reason}", f"Asked: {one.asked}"]
        told += one.before if here else ()
        told += [f"Answer: {one.answer}"] if one.answer else []
        for line in told:
            column.addWidget(Words(line))
        if may(self._desk, "build_agenda"):
            column.addWidget(self._ways(one, here=here))
        return made

    def _ways(self, one: EscalationRecord, *, here: bool) -> QWidget:
        if here:
            begun = self._desk.workspace.store.draft(_answer_key(one.id)) is not None
            words = "Go on with the answer" if begun else "Answer in other words"
            answer = button(words, lambda: self._ask_answer(one.id), "quiet")
            answer.setVisible(not one.heard)
            return in_a_row((answer,))
        back = button("Take it back", lambda: self._withdraw(one.id), "quiet")
        back.setAccessibleName(f"Take back what went to {one.to_tier}")
        back.setVisible(one.there_id is None)
        return in_a_row((back,))

    def _ask(self) -> None:
        only = self._others[0].id if len(self._others) == 1 else None
        self._open("Send to another tier", _fields(self._others), self._send,
                   f"send up {self._item_id}", {"series": only}, "Send it")  # fmt: skip

    def _open(
        self,
        title: str,
        fields: Sequence[Field],
        enter: Callable[[dict[str, Any]], Any],
        key: str,
        values: dict[str, Any],
        words: str = "Keep",
    ) -> None:
        """Show one form in sight; what was begun in it comes back."""
        self._put_aside()
        self.entry = DraftedEntry(title, fields, self._desk, enter, key, words)
        self._forms.addWidget(self.entry)
        self.entry.ask(values)

    def _put_aside(self) -> None:
        if self.entry is not None:
            self.entry.put_aside()
            self._forms.removeWidget(self.entry)
            self.entry.deleteLater()
            self.entry = None

    def _send(self, values: dict[str, Any]) -> None:
        escalate = self._desk.workspace.tiers.escalate
        escalate(
            self._item_id, values.get("series") or 0, values.get("reason") or "",
            values.get("asked") or "", values.get("title"),
        )  # fmt: skip
        self._desk.notice.say("Sent. It is proposed for their next agenda.")

    def _withdraw(self, escalation_id: int) -> None:
        if self._desk.attempt(self, self._desk.workspace.tiers.withdraw, escalation_id):
            self._desk.notice.say("Taken back.")

    def _ask_answer(self, escalation_id: int) -> None:
        self._answering = escalation_id
        self._open("Answer the tier that sent it", ANSWER, self._answer,
                   _answer_key(escalation_id),
                   {"answer": self._told[escalation_id].answer})  # fmt: skip

    def _answer(self, values: dict[str, Any]) -> None:
        text = values.get("answer") or ""
        self._desk.workspace.tiers.answer(self._answering, text)
        back = self._told[self._answering].from_tier
        told = (
            f"Answered. {back} reads it when" if text.strip() else f"{back} reads the decision when"
        )
        self._desk.notice.say(f"{told} the subject is next on its agenda.")


def _answer_key(escalation_id: int) -> str:
    return f"answer to tier {escalation_id}"


def _fields(others: Sequence[SeriesRecord]) -> tuple[Field, ...]:
    return (
        Field("series", "Goes to", "pick", tuple((one.id, one.name) for one in others)),
        Field("reason", "Why it goes up", "long"),
        Field("asked", "What they are asked", "long"),
        Field("title", "Called there", hint=TITLE_HINT),
    )
