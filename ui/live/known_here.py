"""Who on record is named in a line, or may be a link's unknown end, as the room may see it."""

from collections.abc import Iterable, Iterator

from models.marks import SubjectKind
from models.matching.strangers import first_names
from models.records.looking import Hit, NamedTonight
from models.records.mentions import Known
from models.rules.capture import FOR_FILE, CaptureKind, CaptureReading
from models.rules.names import plain
from ui.live.state import RoomState

ANOTHER = "Another child is named in what goes into this child's file"
NOBODY_HERE = "“{name}” is nobody of this meeting: say whose risk it is, or Ctrl+K"
MOST, SHORTEST, MOST_NAMED = 2, 3, 6


class KnownHere:
    """Looks once for each name; Enter opens the look-up, where one is taken or nobody is."""

    def __init__(self, state: RoomState) -> None:
        self._state = state
        self._said: tuple[object, tuple[Hit, ...]] = (None, ())
        self._noted: tuple[object, tuple[Known, ...]] = (None, ())
        self._tonight = NamedTonight(0)

    def tags(self, readings: Iterable[CaptureReading]) -> list[tuple[str, str]]:
        """By initials who may be meant and why; nothing where nobody is alike."""
        names = (one.unknown for one in readings if one.kind is CaptureKind.LINK and one.unknown)
        hits = (hit for name in names for hit in self._hits(name))
        return [
            (f"On record: {', '.join(filter(None, self._called(hit)))}?", "accent") for hit in hits
        ]

    def named(self, readings: Iterable[CaptureReading]) -> list[tuple[str, str]]:
        """By initials who and what on record a note names, with where else today.

        What goes into the child's own file is warned of where it names another child.
        """
        readings = tuple(readings)
        texts = [one.text for one in readings if one.kind is CaptureKind.NOTE and one.text.strip()]
        said = [self._where(one) for text in texts for one in self._in_text(text)]
        told = ", ".join(list(dict.fromkeys(said))[:MOST_NAMED])
        tags = [(f"Names on record: {told}", "plain")] if told else []
        return [*self._in_anothers_file(readings), *tags]

    def strangers(self, readings: Iterable[CaptureReading]) -> list[tuple[str, str]]:
        """First names in what cannot wait that nobody of this meeting bears: whose risk is it?"""
        return [(NOBODY_HERE.format(name=one), "medium") for one in self.nobody_here(readings)]

    def nobody_here(self, readings: Iterable[CaptureReading]) -> tuple[str, ...]:
        """The first names in what cannot wait that nobody of this meeting bears."""
        texts = (one.text for one in readings if one.kind is CaptureKind.URGENT)
        return tuple(dict.fromkeys(name for text in texts for name in self._unborne(text)))

    def _unborne(self, text: str) -> Iterator[str]:
        context = self._state.context
        if context is None:
            return
        named = [one.name for one in (*context.people, *context.agencies)]
        named += [name for one in context.subjects for name in (one.name, *one.aliases)]
        borne = {word for name in named for word in plain(name).split()}
        yield from first_names(text, borne)

    def _in_anothers_file(self, readings: Iterable[CaptureReading]) -> list[tuple[str, str]]:
        texts = (one.text for one in readings if one.field == FOR_FILE)
        others = (one for text in texts for one in self._in_text(text))
        names = (self._state.masked(one.label) for one in others if one.kind == SubjectKind.CHILD)
        told = ", ".join(dict.fromkeys(names))
        return [(f"{ANOTHER}: {told}", "medium")] if told else []

    def _in_text(self, text: str) -> tuple[Known, ...]:
        """Those named in a text beside the item's own subject, as the room may know of them."""
        meeting, workspace, item_id = (
            self._state.meeting, self._state.workspace, self._state.item_id,
        )  # fmt: skip
        if meeting is None:
            return ()
        key = text, meeting.id, item_id, workspace.store.last_operation
        if self._noted[0] != key:
            room = workspace.read_as(workspace.room_reader(meeting.id, item_id))
            self._tonight = room.named_tonight(meeting.id, item_id)
            own = self._tonight.subject_id
            found = tuple(one for one in room.named_in(text) if one.subject_id != own)
            self._noted = key, found
        return self._noted[1]

    def _where(self, one: Known) -> str:
        """Its name as the room may see it, its own reference, and the items that name it too."""
        own = self._tonight.own.get(one.subject_id, (0, ""))[1]
        also = ", ".join(self._tonight.named.get(one.subject_id, ()))
        beside = "; ".join(filter(None, (own, f"also {also}" if also else "")))
        return f"{self._state.masked(one.label)}{f' ({beside})' if beside else ''}"

    def _called(self, hit: Hit) -> tuple[str, str]:
        return self._state.masked(hit.initials), hit.why

    def _hits(self, name: str) -> tuple[Hit, ...]:
        meeting, workspace, item_id = (
            self._state.meeting, self._state.workspace, self._state.item_id,
        )  # fmt: skip
        if meeting is None or len(name) < SHORTEST:
            return ()
        key = name, meeting.id, item_id, workspace.store.last_operation
        if self._said[0] != key:
            room = workspace.read_as(workspace.room_reader(meeting.id, item_id))
            named = room.named_tonight(meeting.id, item_id)
            self._said = key, room.look_up(name, named)[:MOST]
        return self._said[1]
