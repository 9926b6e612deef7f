"""Missing episodes, their return interviews, and the strategy meetings that they call for."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.entities import MissingCircumstances, MissingEpisode, ReturnInterview
from models.errors import Conflict, Refusal
from models.queries.episodes import EPISODE, INTERVIEW
from models.queries.interviews import interviews_of
from models.rules import by_day
from models.services.as_seen import mend_to
from models.services.register.fields import fitting, need, put
from models.services.register.standing_rows import existing_child, keep
from models.services.signed_in import Service

GONE = "There is no such missing episode."
ANSWERS = frozenset({"strategy_meeting", "strategy_reason", "strategy_by", "strategy_on"})


class Missing(Service):
    """What a person records of a child who was missing; each adding gives the new row's id."""

    def add_episode(
        self,
        child_id: int,
        *,
        reported_at: date,
        returned_at: date | None = None,
        **fields: Any,
    ) -> int:
        """A missing episode; refuses a return before the report, and times to come.

        A day stands for a moment whose hour is not known, here and in whatever is changed.
        """
        self._check("add_missing_episode")
        with self._store.work("add_episode", "Add a missing episode") as session:
            child = existing_child(session, child_id)
            row = MissingEpisode(child_id=child.id)
            _fill(row, {"reported_at": reported_at, "returned_at": returned_at, **fields})
            self._check_times(row)
            return keep(session, row)

    def change_episode(self, episode_id: int, **changes: Any) -> None:
        """Mend a missing episode, such as with the time of return."""
        self._check("add_missing_episode")
        with self._store.work("change_episode", "Change a missing episode") as session:
            row = _episode(session, episode_id)
            _fill(row, changes)
            self._check_times(row)

    def mend_episode(self, episode_id: int, field: str, value: Any, seen: Any) -> None:
        """Change one field of an episode; Conflict where it is not what the editor saw."""
        self._check("add_missing_episode")
        if field not in EPISODE or field in ANSWERS:
            raise Refusal(f"An episode has no field called {field}.", field)
        with self._store.work("change_episode", "Change a missing episode") as session:
            row = _episode(session, episode_id)
            if field == "reported_at" and value is None:
                raise Refusal("Give the day of the report, and the time where it is known.", field)
            if _mend(row, field, value, seen):
                self._check_times(row)
                held = interviews_of(session, [episode_id]).get(episode_id)
                if held is not None:
                    _check_interview(row, held)

    def remove_episode(self, episode_id: int) -> None:
        """Take out an episode that was entered by mistake, with its interview and part 2."""
        self._check("add_missing_episode")
        with self._store.work("remove_episode", "Take out a missing episode") as session:
            row = _episode(session, episode_id)
            for part in (ReturnInterview, MissingCircumstances):
                for one in session.scalars(select(part).where(part.episode_id == episode_id)):
                    session.delete(one)
            session.flush()
            session.delete(row)

    def add_interview(self, episode_id: int, **fields: Any) -> int:
        """The return home interview of an episode: offered, accepted or declined, done.

        A second call for the same episode adds to what is there. Refuses one done before the
        return, and a refusal by the child without its reason.
        """
        self._check("add_return_interview")
        with self._store.work("add_interview", "Record a return interview") as session:
            episode, row = _interview(session, episode_id)
            put(row, by_day.spread(fields))
            self._check_interview_times(row)
            _check_interview(episode, row)
            if row.accepted is False and not row.declined_reason:
                raise Refusal("Say why it was declined.", "declined_reason")
            return keep(session, row)

    def mend_interview(self, episode_id: int, field: str, value: Any, seen: Any) -> None:
        """Change one field of an episode's interview, which begins with its first.

        A reason why it was declined says that it was not accepted; one that was held was. Conflict
        where the field is not what the editor saw.
        """
        self._check("add_return_interview")
        if field not in INTERVIEW:
            raise Refusal(f"An interview has no field called {field}.", field)
        with self._store.work("change_interview", "Change a return interview") as session:
            episode, row = _interview(session, episode_id)
            if not _mend(row, field, value, seen):
                return
            if field == "declined_reason":
                row.accepted = False if row.declined_reason else None
            elif field == "conducted_at" and row.conducted_at is not None:
                row.accepted, row.declined_reason = True, None
            self._check_interview_times(row)
            _check_interview(episode, row)
            session.add(row)

    def gone_through(self, episode_id: int) -> None:
        """Every name and place that the interview tells of is answered, from today."""
        self._check("add_return_interview")
        with self._store.work("gone_through", "Gone through a return interview") as session:
            _, row = _interview(session, episode_id)
            if not any((row.learned, row.push_factors, row.pull_factors, row.harm)):
                raise Refusal("Write down what was learned first.", "learned")
            row.gone_through_on = self._today

    def strategy_held(self, episode_id: int, on: date) -> None:
        """A strategy meeting was held on a day because of this episode and those before it."""
        self._check("add_missing_episode")
        if on > self._today:
            raise Refusal("This day is still to come.", "on")
        with self._store.work("strategy_held", "Record a strategy meeting") as session:
            row = _episode(session, episode_id)
            row.strategy_meeting, row.strategy_reason = on, None
            row.strategy_by, row.strategy_on = self._person.name, self._today

    def no_strategy(self, episode_id: int, reason: str) -> None:
        """No strategy meeting is needed now, and why; the next episode proposes one again."""
        self._check("add_missing_episode")
        reason = need(reason, "Say why none is needed.", "reason")
        with self._store.work("no_strategy", "No strategy meeting needed") as session:
            row = _episode(session, episode_id)
            row.strategy_meeting, row.strategy_reason = None, reason
            row.strategy_by, row.strategy_on = self._person.name, self._today

    def _check_times(self, row: MissingEpisode) -> None:
        for field in ("reported_at", "returned_at"):
            self._check_past(row, field)
        if by_day.before(row, "returned_at", row, "reported_at"):
            raise Refusal("The return lies before the report.", "returned_at")

    def _check_interview_times(self, row: ReturnInterview) -> None:
        for field in ("offered_at", "conducted_at"):
            self._check_past(row, field)
        if row.shared_on is not None and row.shared_on > self._today:
            raise Refusal("This day is still to come.", "shared_on")

    def _check_past(self, row: MissingEpisode | ReturnInterview, field: str) -> None:
        at = by_day.told(row, field)
        if at is not None and at > (self._now if isinstance(at, datetime) else self._today):
            raise Refusal("This time is still to come.", field)


def _episode(session: Session, episode_id: int) -> MissingEpisode:
    row = session.get(MissingEpisode, episode_id)
    if row is None:
        raise Refusal(GONE)
    return row


def _interview(session: Session, episode_id: int) -> tuple[MissingEpisode, ReturnInterview]:
    """An episode with its interview, which is new where there is none yet."""
    episode = _episode(session, episode_id)
    held = interviews_of(session, [episode_id]).get(episode_id)
    return episode, held or ReturnInterview(episode_id=episode_id)


def _check_interview(episode: MissingEpisode, row: ReturnInterview) -> None:
    if by_day.before(row, "conducted_at", episode, "returned_at"):
        raise Refusal("The interview lies before the return.", "conducted_at")


def _fill(row: MissingEpisode, fields: dict[str, Any]) -> None:
    """Fill fields of an episode; missing or absent by the panel's list."""
    if fields.get("kind"):
        row.kind = _kind(fields["kind"])
    put(row, by_day.spread({name: value for name, value in fields.items() if name != "kind"}))


def _kind(value: Any) -> str:
    found = codes.find("missing_kinds", str(value)) or codes.recognise("missing_kinds", str(value))
    if found is None:
        raise Refusal("That is not on the panel's list.", "kind")
    return found.code


def _mend(row: Any, field: str, value: Any, seen: Any) -> bool:
    """Whether the field is another now; Conflict where it was not what the editor saw."""
    if field in by_day.STANDS:
        return _mend_moment(row, field, value, seen)
    wanted = _kind(value) if field == "kind" else fitting(row, field, value)
    return mend_to(row, field, wanted, value, seen)


def _mend_moment(row: Any, field: str, value: date | None, seen: date | None) -> bool:
    standing = by_day.told(row, field)
    if standing == value:
        return False
    if standing != seen:
        raise Conflict(field, standing, value)
    put(row, by_day.spread({field: value}))
    return True
