"""Names in free text as a person answers them: a link as wide as its text, or not meant."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import (
    Discussion,
    InformationLine,
    Mention,
    MentionAnswer,
    MissingEpisode,
    Referral,
    ReturnInterview,
    Subject,
)
from models.errors import Refusal
from models.marks import Information, Sharing
from models.services.register.adding import existing
from models.services.register.links import new_link
from models.services.signed_in import Service

TEXTS: dict[str, Any] = {
    one.__tablename__: one
    for one in (Referral, InformationLine, Discussion, MissingEpisode, ReturnInterview, Subject)
}


class Mentioned(Service):
    """What a person says of a name that stands in a text about somebody else."""

    def link_mention(
        self,
        about: str,
        about_id: int,
        subject_id: int,
        ends: tuple[int, str, int],
        source: str,
        as_written: str = "",
    ) -> int:
        """The text means the subject: link the two; gives the link's id.

        `ends` are who does it, the relation, and to whom. The link is confirmed, may be read by
        whom its text may be read by, and counts as what its text was: fact, opinion, intelligence.
        """
        self._check("add_link")
        with self._store.work("link_mention", "Link a name in a text") as session:
            text = _text(session, about, about_id)
            link = new_link(
                session,
                *ends,
                self._today,
                confirmed=True,
                source=source,
                sharing=getattr(text, "sharing", None) or Sharing.ALL_PANEL.value,
                shared_with=getattr(text, "shared_with", ()),
                agency_id=getattr(text, "agency_id", None),
                information=getattr(text, "information", None) or Information.NOT_STATED.value,
            )
            item_id = getattr(text, "item_id", None)
            if item_id is not None and as_written:
                session.add(Mention(item_id=item_id, subject_id=subject_id, as_written=as_written))
            self._answer_mention(session, about, about_id, subject_id, link.id)
            return link.id

    def not_meant(self, about: str, about_id: int, subject_id: int) -> None:
        """The text does not mean the subject; it is not asked again."""
        self._check("add_link")
        with self._store.work("not_meant", "A name in a text is somebody else's") as session:
            _text(session, about, about_id)
            self._answer_mention(session, about, about_id, subject_id, None)

    def _answer_mention(
        self, session: Session, about: str, about_id: int, subject_id: int, link_id: int | None
    ) -> None:
        existing(session, subject_id)
        row = session.scalars(
            select(MentionAnswer).where(
                MentionAnswer.about == about,
                MentionAnswer.about_id == about_id,
                MentionAnswer.subject_id == subject_id,
            )
        ).first()
        if row is None:
            row = MentionAnswer(about=about, about_id=about_id, subject_id=subject_id)
            session.add(row)
        row.meant, row.link_id = link_id is not None, link_id
        row.answered_by, row.answered_at = self._person.name, self._now


def _text(session: Session, about: str, about_id: int) -> Any:
    kind = TEXTS.get(about)
    found = session.get(kind, about_id) if kind is not None else None
    if found is None:
        raise Refusal("That text is no longer there.")
    return found
