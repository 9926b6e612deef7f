"""What approved minutes say put right: a new version; and new days for what is past due."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Action, AgendaItem, MinutesVersion, Recommendation
from models.errors import Refusal
from models.marks import MinutesState
from models.queries import minutes as query
from models.queries.running_order import item_references
from models.rules.actions import CARRIED, FINISHED
from models.rules.day_words import short
from models.rules.frozen import STANDS
from models.rules.recommendations import UNANSWERED
from models.services.actions import update_action
from models.services.issuing import Issuing
from models.services.recommendations import word_anew

NEW_DAY = "A new day: the one agreed had passed before this was issued."


class Correcting(Issuing):
    """How minutes that were approved come to say something else."""

    def correct(self, version_id: int, corrections: str) -> int:
        """A new version that says what was put right; the old one stays. Gives its id."""
        self._check("correct_minutes")
        if not corrections.strip():
            raise Refusal("Say what is put right.", "corrections")
        with self._store.work("correct_minutes", "Correct the minutes", barrier=True) as session:
            return self._corrected(session, version_id, corrections.strip())

    def set_new_days(self, meeting_id: int, day: date) -> str:
        """A new day for all that a meeting agreed, is still to be done and was due before today.

        Where approved minutes, recalled since or not, say by when something is recommended, a
        correction is opened that says so. Gives what was done in a sentence; Refusal where nothing
        is past due.
        """
        self._check("update_action")
        if day < self._today:
            raise Refusal("That day has passed too.", "day")
        with self._store.reading() as session:
            recommended = bool(_recommended(session, meeting_id, self._today))
            approved = query.standing(session, meeting_id).state in STANDS
        if recommended:
            self._check("correct_minutes" if approved else "record_recommendation")
        opened = approved and recommended
        label = "Give what is past due a new day"
        with self._store.work("set_new_days", label, barrier=opened) as session:
            asked = _recommended(session, meeting_id, self._today)
            actions = _agreed(session, meeting_id, self._today)
            if not (asked or actions):
                raise Refusal("Nothing that this meeting agreed is past due.", "day")
            if opened:
                version = query.standing(session, meeting_id).version_id
                assert version is not None
                self._corrected(session, version, _put_right(session, asked, day))
            for one in asked:
                word_anew(one, "by_date", day, self._today)
            for action in actions:
                self._new_day(session, action, day, approved=approved)
        return _said(len(asked) + len(actions), day, opened=opened)

    def _new_day(self, session: Session, action: Action, day: date, *, approved: bool) -> None:
        """What is not approved yet is agreed so; later an action is carried to its new day."""
        if not approved:
            action.due_on, action.due_words = day, None
            return
        update_action(
            session, action.id, CARRIED, at=self._now, by=self._person.name, text=NEW_DAY,
            new_due=day,
        )  # fmt: skip

    def _corrected(self, session: Session, version_id: int, corrections: str) -> int:
        old = session.get_one(MinutesVersion, version_id)
        latest = query.standing(session, old.meeting_id)
        recalled = latest.state == MinutesState.RECALLED.value
        if latest.version_id != version_id or not (latest.settled or recalled):
            raise Refusal("Only the latest approved minutes can be corrected.")
        if not recalled:
            old.state, old.state_at = MinutesState.CORRECTED.value, self._now
            old.by_name = self._person.name
        _open_items(session, old.meeting_id)
        return self._version(session, old.meeting_id, old.number + 1, corrections=corrections)

    def _version(
        self, session: Session, meeting_id: int, number: int, *, corrections: str | None = None
    ) -> int:
        row = MinutesVersion(
            meeting_id=meeting_id,
            number=number,
            made_at=self._now,
            by_name=self._person.name,
            corrections=corrections,
        )
        session.add(row)
        session.flush()
        return row.id


def _open_items(session: Session, meeting_id: int) -> None:
    """Items approved by themselves are open again: a correction may be about any of them."""
    for item in session.scalars(
        select(AgendaItem).where(
            AgendaItem.meeting_id == meeting_id, AgendaItem.approved_at.is_not(None)
        )
    ):
        item.approved_at = None


def _recommended(session: Session, meeting_id: int, today: date) -> list[Recommendation]:
    """What a meeting recommended for a day before today and no plan has answered."""
    return list(
        session.scalars(
            select(Recommendation)
            .join(AgendaItem, AgendaItem.id == Recommendation.item_id)
            .where(
                AgendaItem.meeting_id == meeting_id,
                Recommendation.by_date < today,
                Recommendation.withdrawn.is_(False),
                Recommendation.status.in_(UNANSWERED),
            )
            .order_by(Recommendation.id)
        )
    )


def _agreed(session: Session, meeting_id: int, today: date) -> list[Action]:
    """What a meeting agreed and nobody has finished, though its day lies before today."""
    return list(
        session.scalars(
            select(Action)
            .where(
                Action.meeting_id == meeting_id,
                Action.due_on < today,
                Action.status.not_in(FINISHED),
            )
            .order_by(Action.id)
        )
    )


def _put_right(session: Session, asked: list[Recommendation], day: date) -> str:
    """What the correction says: by reference alone, for all who read minutes."""
    items = item_references(session, {one.item_id for one in asked})
    told = [
        f"{one.reference} ({items.get(one.item_id or 0, 'no item')}) by {short(day)}, "
        f"in place of {short(one.by_date)}"
        for one in asked
        if one.by_date is not None
    ]
    return f"Days that had passed before papers were issued: {'; '.join(told)}."


def _said(count: int, day: date, *, opened: bool) -> str:
    has = "1 has" if count == 1 else f"{count} have"
    told = f"{has} a new day, {short(day)}."
    if not opened:
        return told
    return f"{told} A correction of the minutes says so: the chair approves it before they go."
