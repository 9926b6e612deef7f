"""A referral begun by the panel itself, of somebody or something that others' papers name."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import NameAnswer, Referral, UnreadText
from models.errors import Refusal
from models.marks import SubjectKind
from models.queries.concern import review_proposed
from models.records.unlisted import TextKey
from models.rules.names import plain
from models.services.register.adding import existing, put_child, put_person
from models.services.register.fields import need
from models.services.register.mentions import TEXTS, text_of
from models.services.signed_in import Service

BY_THE_PANEL = "panel"
NAMING = {**TEXTS, UnreadText.__tablename__: UnreadText}
"""Where names stand that are on no record: in texts, and in what papers said and nobody read."""


class Referring(Service):
    """The one key that the list of the unlisted offers."""

    def refer(
        self,
        subject_id: int | None,
        name: str,
        reason: str,
        kind: str = SubjectKind.CHILD.value,
    ) -> int:
        """Begin a referral, or a nomination of a person or place; gives the referral's id.

        Who is not on record is added by the name, a child or a person of concern (`kind`), as one
        step. The reason names nobody else: it is read with the child's own papers.
        """
        self._check("add_referral")
        if subject_id is None:
            self._check("add_record")
        reason = need(reason, "Say why.", "reason")
        with self._store.work("refer", "Begin a referral") as session:
            if subject_id is None:
                subject_id = self._new(session, name, kind)
            row = Referral(
                subject_id=existing(session, subject_id).id,
                entered_at=self._now,
                received_on=self._today,
                method=BY_THE_PANEL,
                referrer_name=self._person.name,
                reason=reason,
            )
            session.add(row)
            session.flush()
            return row.id

    def nobody_for_us(self, name: str, texts: Sequence[TextKey], reason: str) -> None:
        """A name on no record is nobody for the panel, as far as these texts give it.

        It is pointed out again when another text gives it.
        """
        self._check("add_referral")
        reason = need(reason, "Say why this is nobody for the panel.", "reason")
        with self._store.work("nobody_for_us", "A name is nobody for us") as session:
            key = plain(need(name, "Say whose name it is.", "name"))
            told = {(one.about, one.about_id): one for one in _answers(session, key)}
            for about, about_id in texts:
                row = told.get((about, about_id))
                if row is None:
                    text_of(session, about, about_id, NAMING)
                    row = NameAnswer(about=about, about_id=about_id, name=key, reason=reason)
                    session.add(row)
                row.reason, row.answered_by, row.answered_at = reason, self._person.name, self._now

    def point_out_again(self, name: str) -> None:
        """Take back that a name is nobody for the panel."""
        self._check("add_referral")
        with self._store.work("point_out_again", "Point a name out again") as session:
            for one in _answers(session, plain(name)):
                session.delete(one)

    def _new(self, session: Session, name: str, kind: str) -> int:
        if kind == SubjectKind.CHILD:
            return put_child(session, self._today, name, {}).id
        if kind != SubjectKind.PERSON:
            raise Refusal("Say whether this is a child or a person of concern.", "kind")
        again_on = {"review_on": review_proposed(session, self._today)}
        return put_person(session, self._today, name, None, (), again_on)


def _answers(session: Session, name: str) -> Iterable[NameAnswer]:
    return session.scalars(select(NameAnswer).where(NameAnswer.name == name)).all()
