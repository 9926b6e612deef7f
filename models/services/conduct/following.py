"""Following up: news of an earlier action, told by its number."""

from datetime import date

from models.errors import Refusal
from models.rules.actions import REOPENED, ActionStatus, finished_words, is_open
from models.services.actions import action_by_reference, add_news
from models.services.conduct.agreeing import Agreeing


class Following(Agreeing):
    """What became of the actions of earlier meetings."""

    def follow_up(
        self,
        item_id: int | None,
        reference: str,
        status: str | None,
        text: str,
        new_due: date | None,
        *,
        meeting_id: int | None = None,
    ) -> str:
        """Keep news of the action of that number; gives a few words of what was kept.

        Told outside any item it is the meeting's own.

        A finished action stays as it ended, whatever is told of it: its news is kept with it. Only
        "reopened", said on purpose, opens it again.
        """
        action_id, now = self._action_of(reference)
        if not is_open(now) and status != REOPENED:
            self._tell(action_id, text, item_id, meeting_id)
            return f"News of {reference} kept: it stays “{finished_words(now.value)}”"
        after = ActionStatus.IN_PROGRESS.value if status in (None, REOPENED) else status
        self.update_action(
            action_id,
            after,
            text,
            text or None,
            new_due=new_due,
            item_id=item_id,
            meeting_id=meeting_id,
        )
        return f"{reference} updated" if is_open(now) else f"{reference} opened again"

    def _tell(self, action_id: int, text: str, item_id: int | None, meeting_id: int | None) -> None:
        self._check("update_action")
        with self._store.work("update_action", "Update action") as session:
            add_news(
                session,
                action_id,
                text,
                at=self._now,
                by=self._person.name,
                item_id=item_id,
                meeting_id=meeting_id,
            )

    def _action_of(self, reference: str) -> tuple[int, ActionStatus]:
        with self._store.reading() as session:
            found = action_by_reference(session, reference)
            if found is None:
                raise Refusal("There is no action of that number.", "action")
            return found.id, ActionStatus(found.status)
