"""The opening: the statement read aloud, who is here, quorum, interests, the last minutes."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from models import codes
from models.records.meeting import MeetingRecord
from models.rules.words_read import STATEMENT, changed_since
from ui.desk import Desk
from ui.live.ask_bar import AskBar
from ui.live.attendance import Attendance
from ui.live.declarations import Declarations
from ui.live.half_typed import HalfTyped, of_meeting
from ui.live.holding import HoldingCard
from ui.live.ledger import focus_of
from ui.live.state import RoomState
from ui.live.veil import Veil
from ui.live.words_aloud import aloud
from ui.widgets.buttons import button
from ui.widgets.card import Card, CardList
from ui.widgets.combo import Combo
from ui.widgets.dates import plain_date
from ui.widgets.flow import FlowLayout
from ui.widgets.in_sight import bring_into_sight
from ui.widgets.labels import Words, set_look
from ui.widgets.sentence_line import SentenceLine

CHANGED = "its words were changed since"


class Opening(QWidget):
    """Statement, interests and minutes at the left; attendance at the right."""

    def __init__(self, desk: Desk, state: RoomState, bar: AskBar) -> None:
        super().__init__()
        self.holding, self.script = HoldingCard(desk, state), ScriptCard(desk, state)
        self.quorum = QuorumCard(desk, state)
        self.minutes = MinutesCard(desk, state)
        self.declarations = Declarations(desk, state)
        self.attendance = Attendance(desk, state, bar)
        cards = self.cards = CardList("Opening")
        for card in (self.script, self.holding, self.quorum, self.declarations, self.minutes):
            cards.add(card)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(cards, 1)
        row.addWidget(self.attendance, 1)

    def refill(self) -> None:
        """Show how far the opening has come."""
        cards = (self.script, self.holding, self.quorum, self.minutes, self.declarations)
        parts = (*cards, self.attendance)
        for part in parts:
            part.refill()

    def go_to(self, step: int) -> None:
        """Go to a part by number: statement, attendance, quorum, interests, minutes."""
        places = (
            self.script.read,
            self.attendance.list,
            self.quorum.decision if self.quorum.asks else self.attendance.list,
            self.declarations.member,
            self.minutes.agreed,
        )
        if 0 <= step < len(places):
            focus_of(places[step])
            bring_into_sight(places[step])

    def first_field(self) -> QWidget:
        """Where the hand goes when the opening is shown."""
        read = self.script.done
        return self.attendance.list if read else self.script.read


class ScriptCard(Card):
    """The statement to read aloud, and that it was read, by whom and when."""

    def __init__(self, desk: Desk, state: RoomState) -> None:
        super().__init__("Statement")
        self.desk, self.state = desk, state
        self.words = {key: Words() for key in STATEMENT}
        for one in self.words.values():
            self.add(one)
        self.read = button("Read aloud", self._read, "primary")
        row = FlowLayout()
        row.addWidget(self.read)
        self.body.addLayout(row)

    @property
    def done(self) -> bool:
        """True once the statement was read."""
        return self.state.meeting is not None and self.state.meeting.script_read_at is not None

    def refill(self) -> None:
        """Show its words, and whether it was read."""
        meeting = self.state.meeting
        for key, one in self.words.items():
            one.setText(aloud(self.state, key))
            one.setVisible(bool(one.text()))
        if meeting is not None and meeting.script_read_at is not None:
            self.say("Statement", "", self._read_words(meeting))
        else:
            self.say("Statement", "to be read aloud", "not read yet")
        self.read.setText("Read aloud again" if self.done else "Read aloud")

    def _read_words(self, meeting: MeetingRecord) -> str:
        said = f"✓ read aloud {meeting.script_read_at:%H:%M}, {meeting.script_read_by}"
        panel = self.desk.workspace.read.panel_of(meeting.id)
        return f"{said}; {CHANGED}" if changed_since(panel, meeting, STATEMENT) else said

    def _read(self) -> None:
        meeting = self.state.meeting
        if meeting is None:
            return
        by = meeting.chair or self.desk.workspace.signed_in_name
        if self.desk.attempt(self, self.desk.workspace.conduct.read_script, meeting.id, by):
            self.state.refresh({"meeting"})


class QuorumCard(Card):
    """Quorum in words; where it is not met, what the chair decides and why."""

    def __init__(self, desk: Desk, state: RoomState) -> None:
        super().__init__("Quorum")
        self.desk, self.state = desk, state
        self.words = Words()
        choices = [(row.label, row.label) for row in codes.load("quorum_decisions")]
        self.decision, self.reason = Combo(choices, "The chair decides"), SentenceLine()
        self.reason.setAccessibleName("Reason")
        self.reason.setPlaceholderText("Reason; Enter keeps")
        self.reason_veil = Veil(self.reason, state)
        self.reason.returnPressed.connect(self._decide)
        for part in (self.words, self.decision, self.reason_veil):
            self.add(part)
        fields = {"decision": self.decision, "reason": self.reason}
        self.half = HalfTyped(self, desk.workspace.store, of_meeting(state, "quorum"), fields)

    @property
    def asks(self) -> bool:
        """True while the quorum is not met."""
        return self.state.facts.quorum is not None and not self.state.facts.quorum.met

    def refill(self) -> None:
        """Show the quorum as it stands."""
        quorum, meeting = self.state.facts.quorum, self.state.meeting
        decided = meeting.quorum_decision if meeting else None
        words = quorum.words if quorum is not None else ""
        if decided:
            words = f"{words}. {decided}: {meeting.quorum_reason}" if meeting else words
        self.words.setText(words)
        set_look(self.words, "medium" if self.asks else "low")
        for part in (self.decision, self.reason_veil):
            part.setVisible(self.asks)
        self.half.recall()
        self.reason_veil.refresh()

    def _decide(self) -> None:
        meeting, decision = self.state.meeting, self.decision.value()
        if meeting is None or not isinstance(decision, str):
            focus_of(self.decision)
            return
        decide = self.desk.workspace.conduct.decide_quorum
        if self.desk.attempt(self, decide, meeting.id, decision, self.reason.text()):
            self.half.drop()
            self.reason.clear()
            self.state.refresh({"meeting"})


class MinutesCard(Card):
    """Whether the minutes of the last meeting are agreed, and with what corrections."""

    def __init__(self, desk: Desk, state: RoomState) -> None:
        super().__init__("Minutes of the last meeting")
        self.desk, self.state = desk, state
        self.corrections = SentenceLine()
        self.corrections.setAccessibleName("Corrections")
        self.corrections.setPlaceholderText("Corrections, if any")
        self.agreed = button("Agreed", lambda: self._agree(True))
        self.not_agreed = button("Not agreed", lambda: self._agree(False), "quiet")
        self.corrections.returnPressed.connect(lambda: self._agree(True))
        self.veil = Veil(self.corrections, state)
        self.add(self.veil)
        store, key = desk.workspace.store, of_meeting(state, "corrections")
        fields = {"corrections": self.corrections}
        self.half = HalfTyped(self, store, key, fields, self._half_typed)
        row = FlowLayout()
        row.addWidget(self.agreed)
        row.addWidget(self.not_agreed)
        self.body.addLayout(row)

    def refill(self) -> None:
        """Show whether they were agreed."""
        meeting, last = self.state.meeting, self._last()
        soft = plain_date(last) if last else "none on record"
        state = {True: "✓ agreed", False: "not agreed", None: "not settled yet"}
        agreed = meeting.previous_minutes_agreed if meeting else None
        self.say("Minutes of the last meeting", soft, state[agreed])
        kept = (meeting.previous_minutes_corrections if meeting else None) or ""
        if not self.corrections.hasFocus() and not self.corrections.isModified():
            self.corrections.setText(kept)
        self.half.recall()
        self.veil.refresh()

    def _agree(self, agreed: bool) -> None:
        meeting = self.state.meeting
        if meeting is None:
            return
        words = self.corrections.text().strip() or None
        minutes = self.desk.workspace.conduct.previous_minutes
        if self.desk.attempt(self, minutes, meeting.id, self._last(), agreed, words):
            self.half.drop()
            self.corrections.setModified(False)
            self.state.refresh({"meeting"})

    def _half_typed(self) -> dict[str, object] | None:
        return self.half.values() if self.corrections.isModified() else None

    def _last(self) -> date | None:
        meeting = self.state.meeting
        if meeting is None:
            return None
        last: date | None = self.desk.workspace.read.preceding_day(
            meeting.held_on, meeting.series_id
        )
        return last
