"""Ctrl+K in the room: one line over the capture bar to look up whom or what was just named."""

from collections.abc import Hashable
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QFrame, QVBoxLayout, QWidget

from models.marks import SubjectKind
from models.records.looking import ACTION, Hit, NamedTonight
from models.rules.capture import CaptureReading
from models.rules.finding import GUESSED
from ui import look
from ui.desk import Desk
from ui.live.ask_bar import AskBar
from ui.live.capture_bar import CaptureBar
from ui.live.choices import among
from ui.live.look_up_adding import HOW, NewRecord, offers
from ui.live.look_up_card import Acts, LookUpCard
from ui.live.look_up_words import End, card_lines, hit_line, name_of, relation_lines, relation_said
from ui.live.state import RoomState
from ui.widgets.lines import Line

SHORTEST, WIDTH, GAP = 2, 820, 6
QUESTION = "Look up: name, nickname, phone, vehicle, place, V4, A012"
HINT = "Enter opens · Esc back to the sentence · Ctrl+K again: go to or do"
PAGES = {"child": "children"}
Told = tuple[End, tuple[str, bool] | None]


class LookUp(QFrame):
    """The line, what it found and the card of a hit; it lies over the room and moves nothing.

    What is read is what everyone present may read; names are as on record only while the item
    in hand is revealed. Leaving gives the hand back where it was, at its place in the sentence.
    """

    turn_wanted = Signal(object)
    linked = Signal()
    """Something was linked or added out of the line."""

    def __init__(self, page: QWidget, desk: Desk, state: RoomState, bar: CaptureBar) -> None:
        super().__init__(page)
        self.setProperty("look", "card")
        self.setAccessibleName("Look up")
        self.desk, self.state = desk, state
        self._page, self._capture = page, bar
        self.bar, self.card = AskBar(), LookUpCard()
        self.adding = NewRecord(desk, state, self.bar, self._done)
        self._named, self._room = NamedTonight(0), None
        self._hits: tuple[Hit, ...] = ()
        self._told: Told | None = None
        self._back: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.bar)
        column.addWidget(self.card)
        self.bar.gone.connect(self._bar_gone)
        state.item_changed.connect(self._read_again)
        state.place_changed.connect(self.leave)
        self.hide()

    # opening and leaving

    def begin(self, text: str = "", told: Told | None = None) -> None:
        """Ask whom; `told` is what a line said of its known end and the relation."""
        if self.isHidden():
            self._back = self._hand()
        self._told = told
        self._read()
        self.card.hide()
        self.show()
        self.raise_()
        self.bar.ask(QUESTION, self._answer, self._lines, text, hint=HINT)

    def offer(self, reading: CaptureReading) -> None:
        """Look up, or add, the name of a captured link that nobody of this meeting goes by."""
        known, said = reading.subject, reading.relation or ""
        if known is not None and reading.unknown:
            end = End(known.id, known.kind, self.state.masked(known.name))
            self.begin(reading.unknown, (end, relation_said(said)))

    def leave(self) -> None:
        """Take the line away; the hand goes back to the sentence where it stood."""
        if self.isHidden():
            return
        back, self._back = self._back, None
        self.hide()
        self.card.hide()
        self._hits, self._told, self._room = (), None, None
        if not self.bar.isHidden():
            self.bar.leave()
        if back is not None:
            back.setFocus(Qt.FocusReason.PopupFocusReason)

    def place(self) -> None:
        """Stand over the capture bar, as wide as it at most, and no higher than the page."""
        whole, bar = self._page.rect(), self._capture.rect()
        bar.moveTo(self._capture.mapTo(self._page, bar.topLeft()))
        width = min(look.current().px(WIDTH), bar.width())
        wanted = self.layout().totalHeightForWidth(width) if self.layout() else 0
        height = min(max(wanted, self.minimumSizeHint().height()), bar.top() - 2 * GAP)
        self.setGeometry(bar.left(), max(GAP, bar.top() - GAP - height), width, height)
        self.setMaximumHeight(whole.height())

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self.place()
        return done

    def _hand(self) -> QWidget:
        """Where the hand goes back to: the text it was in, else the capture bar."""
        focus = self.window().focusWidget()
        inside = focus is not None and self._page.isAncestorOf(focus)
        if focus is None or not inside or isinstance(focus, QAbstractButton):
            return self._capture.line
        return focus

    def _bar_gone(self) -> None:
        if self.card.isHidden():
            self.leave()

    # looking up

    def _read(self) -> None:
        meeting, workspace = self.state.meeting, self.state.workspace
        if meeting is None:
            return
        item_id = self.state.item_id
        self._room = workspace.read_as(workspace.room_reader(meeting.id, item_id))
        self._named = self._room.named_tonight(meeting.id, item_id)

    def _read_again(self) -> None:
        """Who is in the room, or what is revealed, has changed under the line."""
        if not self.isHidden():
            self._read()
            if not self.bar.isHidden():
                self.bar.refill()

    def _lines(self, text: str) -> list[Line]:
        self._hits = ()
        if self._room is not None and len(text) >= SHORTEST:
            self._hits = self._room.look_up(text, self._named)
        masked, revealed = self.state.masked, self.state.revealed
        lines = [hit_line(at, hit, masked, revealed) for at, hit in enumerate(self._hits)]
        told = self._told[1] if self._told else None
        return [*lines, *offers(text, told)] if self._may_be_new(text) else lines

    def _may_be_new(self, text: str) -> bool:
        """Nothing goes by what was typed; a single word may be the beginning of what is found."""
        whole = len(text.split()) > 1 or all(hit.why in GUESSED for hit in self._hits)
        return whole and not any(hit.exact for hit in self._hits)

    def _answer(self, text: str, key: Hashable | None) -> bool:
        if isinstance(key, SubjectKind):
            own, relation = self._told or (self._own, None)
            self.adding.begin(text, key, own, relation)
            return False
        if isinstance(key, int) and key < len(self._hits):
            self._show(self._hits[key])
            return True
        return False

    @property
    def _own(self) -> End | None:
        """The subject of the item in hand."""
        row = self.state.row
        if row is None or row.subject_id is None or row.subject_kind is None:
            return None
        return End(row.subject_id, row.subject_kind, self.state.shown_name(row))

    # the card

    def _show(self, hit: Hit) -> None:
        own, masked, revealed = self._own, self.state.masked, self.state.revealed
        name = name_of(hit, masked, revealed)
        title = f"{hit.reference}  {name}" if hit.reference else name
        self.card.tell(title, card_lines(hit, own, masked, revealed), self._acts(hit))
        self.place()

    def _acts(self, hit: Hit) -> Acts:
        acts: Acts = {}
        own = self._told[0] if self._told else self._own
        if own is not None and self._relations(own, hit):
            acts["L"] = (f"Link to {own.name}", lambda: self._link(own, hit))
        if hit.item_id is not None and hit.item_id != self.state.item_id:
            row = self.state.row_of(hit.item_id)
            words = f"Turn to {row.reference}" if row is not None else "Turn to its item"
            acts["T"] = (words, lambda: self._turn(hit.item_id))
        if hit.subject_id is not None or hit.kind == ACTION:
            acts["O"] = ("Open the record, leaving the room", lambda: self._open(hit))
        acts["Esc"] = ("Back to the sentence", self.leave)
        return acts

    def _relations(self, own: End, hit: Hit) -> list[Line]:
        if hit.subject_id is None or hit.subject_id == own.id:
            return []
        name = name_of(hit, self.state.masked, self.state.revealed)
        there = hit.links if own == self._own else ()
        return relation_lines(own, End(hit.subject_id, hit.kind, name), there)

    def _turn(self, item_id: Any) -> None:
        self.leave()
        self.turn_wanted.emit(item_id)

    def _open(self, hit: Hit) -> None:
        self.leave()
        if hit.kind == ACTION:
            self.desk.go("actions", hit.action_id)
        else:
            self.desk.go(PAGES.get(hit.kind, "people"), hit.subject_id)

    def _link(self, own: End, hit: Hit) -> None:
        lines = self._relations(own, hit)
        told = self._told[1] if self._told else None
        said = next((line for line in lines if line.key == told), None)
        if said is not None and self._keep(own, hit, said):
            self.leave()
            return

        def answer(_text: str, key: Hashable | None) -> bool:
            chosen = next((line for line in lines if line.key == key), None)
            return chosen is not None and self._keep(own, hit, chosen)

        self.bar.ask(HOW, answer, among(lines))
        self.card.hide()

    def _keep(self, own: End, hit: Hit, line: Line) -> bool:
        code, other_does_it = line.key if isinstance(line.key, tuple) else ("", False)
        ends = (hit.subject_id, own.id) if other_does_it else (own.id, hit.subject_id)
        link = self.desk.workspace.conduct.link
        done = self.desk.attempt(self.bar, link, self.state.item_id, ends[0], code, ends[1])
        if done:
            self._done(f"Linked: {line.words}")
        return done

    def _done(self, words: str) -> None:
        self.linked.emit()
        self.desk.notice.say(words)
