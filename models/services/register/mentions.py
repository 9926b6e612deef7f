"""Names in free text as a person answers them: a link as wide as its text, or not meant."""

from collections.abc import Mapping, Sequence
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
from models.records.mentions import Meant
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
        """The text means the subject; gives the link's id, as `link_mentions` does of several."""
        one = Meant((about, about_id, subject_id), ends, source, as_written)
        return self.link_mentions((one,))[0]

    def link_mentions(self, meant: Sequence[Meant]) -> tuple[int, ...]:
        """Each of these texts means its subject: link the two, all as one step; gives link ids.

        That it is who is meant is confirmed so; a link may be read by whom its text may be read
        by, counts as what its text was (fact, opinion, intelligence) and has its day as the
        source's. Texts of one kind that say the same make one link, with the first's source.
        """
        self._check("add_link")
        with self._store.work("link_mention", _linked(len(meant))) as session:
            made: dict[tuple[Any, ...], int] = {}
            return tuple(self._link_meant(session, one, made) for one in meant)

    def not_meant(self, about: str, about_id: int, subject_id: int) -> None:
        """The text does not mean the subject; it is not asked again."""
        self.none_meant(((about, about_id, subject_id),))

    def none_meant(self, keys: Sequence[tuple[str, int, int]]) -> None:
        """None of these texts means its subject; none is asked again. All as one step."""
        self._check("add_link")
        with self._store.work("not_meant", _not_meant(len(keys))) as session:
            for about, about_id, subject_id in keys:
                text_of(session, about, about_id)
                self._answer_mention(session, about, about_id, subject_id, None)

    def ask_mention_again(self, key: tuple[str, int, int]) -> None:
        """Take back that a text does not mean a subject; the name is offered again."""
        self._check("add_link")
        with self._store.work("ask_mention_again", "Take back that a name is not meant") as session:
            row = _answer_to(session, key)
            if row is None or row.meant:
                raise Refusal("Nobody says any more that this is not meant.")
            session.delete(row)

    def _link_meant(self, session: Session, one: Meant, made: dict[tuple[Any, ...], int]) -> int:
        about, about_id, subject_id = one.key
        text = text_of(session, about, about_id)
        facts = _facts_of(text)
        same = (*one.ends, *facts.values())
        if same not in made:
            link = new_link(
                session, *one.ends, self._today, confirmed=True, source=one.source,
                source_date=one.day, **facts,
            )  # fmt: skip
            made[same] = link.id
        item_id = getattr(text, "item_id", None)
        if item_id is not None and one.as_written:
            session.add(Mention(item_id=item_id, subject_id=subject_id, as_written=one.as_written))
        self._answer_mention(session, about, about_id, subject_id, made[same])
        return made[same]

    def _answer_mention(
        self, session: Session, about: str, about_id: int, subject_id: int, link_id: int | None
    ) -> None:
        existing(session, subject_id)
        row = _answer_to(session, (about, about_id, subject_id))
        if row is None:
            row = MentionAnswer(about=about, about_id=about_id, subject_id=subject_id)
            session.add(row)
        row.meant, row.link_id = link_id is not None, link_id
        row.answered_by, row.answered_at = self._person.name, self._now


def _answer_to(session: Session, key: tuple[str, int, int]) -> MentionAnswer | None:
    about, about_id, subject_id = key
    return session.scalars(
        select(MentionAnswer).where(
            MentionAnswer.about == about,
            MentionAnswer.about_id == about_id,
            MentionAnswer.subject_id == subject_id,
        )
    ).first()


def text_of(session: Session, about: str, about_id: int, among: Mapping[str, Any] = TEXTS) -> Any:
    """The row that holds a text, by its table and id. Raises Refusal where it is gone."""
    kind = among.get(about)
    found = session.get(kind, about_id) if kind is not None else None
    if found is None:
        raise Refusal("That text is no longer there.")
    return found


def _facts_of(text: Any) -> dict[str, Any]:
    """Who may read what is made of a text, whose it is, and as what it counts."""
    return {
        "sharing": getattr(text, "sharing", None) or Sharing.ALL_PANEL.value,
        "shared_with": getattr(text, "shared_with", ()),
        "agency_id": getattr(text, "agency_id", None),
        "information": getattr(text, "information", None) or Information.NOT_STATED.value,
    }


def _linked(count: int) -> str:
    return "Link a name in a text" if count == 1 else f"Link {count:,} names in texts"


def _not_meant(count: int) -> str:
    return (
        "A name in a text is somebody else's"
        if count == 1
        else f"{count:,} names in texts are somebody else's"
    )
