"""A scripted meeting from start to close, on the script's own date and clock."""

from collections.abc import Callable
from datetime import date, timedelta

from macedesk.holding.items import ItemPlayer
from macedesk.holding.script import (
    Script,
    clock_time,
    day,
    entries,
    moments,
    text,
    texts,
)
from macedesk.holding.subjects import Subjects
from models.clock import SetClock
from models.errors import Refusal, Trouble
from models.marks import ItemState
from models.records.changes import Changes
from models.records.meeting import MeetingRecord
from models.workspace import Workspace

OPENING = timedelta(minutes=4)
DONE = frozenset({ItemState.DISCUSSED.value, ItemState.DEFERRED.value})


class Holding:
    """Plays a script: `kept` is told the operation number of each durable write."""

    def __init__(
        self,
        workspace: Workspace,
        clock: SetClock,
        script: Script,
        *,
        kept: Callable[[int], None],
        warn: Callable[[str], None],
    ) -> None:
        self._workspace = workspace
        self._clock = clock
        self._script = script
        self._kept = kept
        self._warn = warn
        self._members = {one.name: one.id for one in workspace.read.members()}

    def run(self, until_item: int | None = None) -> int:
        """Hold the meeting, or its first items; gives the meeting's id."""
        stop = self._workspace.store.subscribe(self._tell)
        try:
            meeting_id = self._meeting()
            self._open(meeting_id)
            items = entries(self._script.get("items"))
            last = len(items) if until_item is None else max(0, until_item)
            self._play(meeting_id, items[:last])
            if last >= len(items):
                self._close(meeting_id)
            return meeting_id
        finally:
            stop()

    def _tell(self, changes: Changes) -> None:
        self._kept(changes.number)

    def _meeting(self) -> int:
        begin, end = moments(self._script)
        found: MeetingRecord | None = self._workspace.read.meeting_on(begin.date())
        if found is None:
            raise Trouble(
                f"There is no meeting on {begin:%Y-%m-%d}. Build its agenda first: agenda --build."
            )
        facts = self._script["meeting"]
        changes = {"starts": begin.time(), "ends": end.time(), "venue": text(facts.get("venue"))}
        now = {"starts": found.starts, "ends": found.ends, "venue": found.venue}
        wanted = {key: value for key, value in changes.items() if value and value != now[key]}
        if wanted:
            self._workspace.agenda.change_meeting(found.id, **wanted)
        return found.id

    def _open(self, meeting_id: int) -> None:
        conduct, script = self._workspace.conduct, self._script
        conduct.start(meeting_id)
        chair = text(script.get("chair"))
        if chair:
            self._chair(meeting_id, chair)
        self._attendance(meeting_id)
        read = script.get("script_read")
        if isinstance(read, dict) and text(read.get("by")):
            at = clock_time(read.get("at"))
            when = self._clock.now().replace(hour=at.hour, minute=at.minute) if at else None
            conduct.read_script(meeting_id, text(read.get("by")) or "", when)
        self._previous(meeting_id)
        self._declarations(meeting_id)
        self._clock.move(OPENING)

    def _chair(self, meeting_id: int, name: str) -> None:
        member = self._members.get(name)
        if member is None:
            self._warn("The chair named in the script is not a member.")
        else:
            self._workspace.conduct.set_chair(meeting_id, member)

    def _attendance(self, meeting_id: int) -> None:
        for one in entries(self._script.get("attendance")):
            name, code = text(one.get("name")), (text(one.get("code")) or "").upper()
            if not name or not code:
                continue
            arrived, left = clock_time(one.get("arrived")), clock_time(one.get("left"))
            try:
                if name in self._members:
                    self._workspace.conduct.attend(
                        meeting_id, self._members[name], code, arrived, left
                    )
                else:
                    self._workspace.conduct.attend_guest(
                        meeting_id, name, code, None, arrived, left
                    )
            except Refusal as refused:
                self._warn(refused.message)

    def _previous(self, meeting_id: int) -> None:
        previous = self._script.get("previous_minutes")
        if not isinstance(previous, dict):
            return
        held = day(previous.get("date"), self._clock.today())
        corrections = "; ".join(texts(previous.get("corrections"))) or None
        self._workspace.conduct.previous_minutes(
            meeting_id, held, bool(previous.get("agreed")), corrections
        )

    def _declarations(self, meeting_id: int) -> None:
        known = {(one.member, one.item_id) for one in self._workspace.read.declarations(meeting_id)}
        for one in entries(self._script.get("declarations")):
            name = text(one.get("name")) or ""
            item = self._item_of(meeting_id, text(one.get("subject")))
            if name not in self._members:
                self._warn("A declaration names somebody who is not a member.")
            elif (name, item) not in known:
                reason = text(one.get("reason") or one.get("interest")) or "Interest declared"
                self._workspace.conduct.declare(meeting_id, self._members[name], reason, item)

    def _item_of(self, meeting_id: int, subject: str | None) -> int | None:
        if subject is None:
            return None
        found = Subjects(self._workspace, meeting_id, self._warn).item(subject)
        if found is None:
            self._warn("A declaration names a subject that is not on the agenda.")
        return found

    def _play(self, meeting_id: int, items: list[Script]) -> None:
        subjects = Subjects(self._workspace, meeting_id, self._warn)
        player = ItemPlayer(self._workspace, self._clock, subjects, self._members, self._warn)
        for script in items:
            item_id = subjects.item_for(script)
            state = next(
                row.state
                for row in self._workspace.read.running_order(meeting_id)
                if row.id == item_id
            )
            if state not in DONE:
                player.play(item_id, script)

    def _close(self, meeting_id: int) -> None:
        business = text(self._script.get("other_business") or self._script.get("aob"))
        if business:
            self._workspace.conduct.other_business(meeting_id, business)
        following: date | None = day(self._script.get("next_meeting"), self._clock.today())
        self._workspace.conduct.close(meeting_id, following)
