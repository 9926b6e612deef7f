"""A line that is read as it is typed: tags beside it show what it understood."""

from collections.abc import Sequence

from models.rules.capture import CaptureContext, CaptureKind, CaptureReading, recounted
from models.rules.flagged import Flag
from ui.autosave import once
from ui.live.completing import Completing
from ui.live.for_whom import ForWhom
from ui.live.handed_decision import HandedDecision
from ui.live.known_here import KnownHere
from ui.live.state import RoomState
from ui.live.understood import tags_of
from ui.live.whose_risk import WhoseRisk
from ui.live.word_watch import WordWatch, in_question
from ui.widgets.flow import Chips
from ui.widgets.sentence_line import SentenceLine

READ_MS, KNOWN_MS, SETTLES_MS = 40, 250, 700


class UnderstoodLine(HandedDecision):
    """`readings` are what the line says, read after a pause in the typing; `chips` show them."""

    def __init__(self, state: RoomState) -> None:
        super().__init__()
        self.state = state
        self.readings: tuple[CaptureReading, ...] = ()
        self._completing = Completing()
        self._last: tuple[str, CaptureContext | None, tuple[CaptureReading, ...]] = ("", None, ())
        self.chips = Chips(name="Understood", stays=True)
        self.line = SentenceLine()
        self.known = KnownHere(state)
        self.whose = WhoseRisk(state, self.known)
        self.whom = ForWhom(self.line, self.whose.says_whose)
        self.watch = WordWatch(self.line, self._warned_of, explains=False)
        self._reading = once(self, READ_MS, self.understand)
        self._knowing = once(self, KNOWN_MS, self.say_known)
        # Once the hand rests at an empty line the room that the tags took is given back.
        self._settling = once(self, SETTLES_MS, lambda: self.line.text() or self.chips.settle())
        self.line.textChanged.connect(lambda _text: self._reading.start())
        # What came back before the item was read is understood once it is.
        for come in (state.item_changed, state.place_changed, state.meeting_changed):
            come.connect(self._read_what_came_back)

    def understand(self) -> None:
        """Read the line now and show what it says."""
        self._reading.stop()
        text, context = self.line.text(), None
        if text.strip():
            context = self.state.context
        self.readings = self._not_itself(self._read(text, context))
        if context is not None:
            held, mended = context.actions_so_far, self._lent is not None
            self.readings = recounted(self.readings, held, mended=mended)
        self.chips.show_tags(tags_of(self.readings, self.state))
        asked = (CaptureKind.NOTE, CaptureKind.URGENT)
        if any(one.unknown or one.kind in asked for one in self.readings):
            self._knowing.start()
        self.watch.look()

    def say_known(self) -> None:
        """Say beside what was understood who on record is named, or may be an unknown name."""
        self._knowing.stop()
        found = []
        if self._lent is None:
            known = self.known
            found = [*known.tags(self.readings), *known.named(self.readings)]
            found += known.strangers(self.readings)
        if found:
            self.chips.show_tags([*tags_of(self.readings, self.state), *found])

    def _read(self, text: str, context: CaptureContext | None) -> tuple[CaptureReading, ...]:
        """What a text says; Enter asks again what was understood before it."""
        if context is None:
            self._last = ("", None, ())
        elif (text, context) != self._last[:2]:
            read = self.whom.read(text, context)
            self._last = text, context, read
        return self._last[2]

    def _read_what_came_back(self) -> None:
        if self.line.text() and not self.readings:
            self._reading.start()

    def _warned_of(self, text: str) -> Sequence[Flag]:
        """The words that a warning of the line speaks of: they are underlined, the tags say why."""
        said = {words for reading in self.readings for words in reading.warnings}
        return [one for one in in_question(text) if one.sentence in said] if said else ()

    def _complete(self) -> None:
        in_room, context = not self.state.revealed, self.state.context
        self.line.setText(self._completing.next(self.line.text(), context, in_room=in_room))
