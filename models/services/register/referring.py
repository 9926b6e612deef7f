"""A referral begun by the panel itself, of somebody or something that others' papers name."""

from sqlalchemy.orm import Session

from models.entities import Referral
from models.errors import Refusal
from models.marks import SubjectKind
from models.queries.concern import review_proposed
from models.services.register.adding import existing, put_child, put_person
from models.services.register.fields import need
from models.services.signed_in import Service

BY_THE_PANEL = "panel"


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

    def _new(self, session: Session, name: str, kind: str) -> int:
        if kind == SubjectKind.CHILD:
            return put_child(session, self._today, name, {}).id
        if kind != SubjectKind.PERSON:
            raise Refusal("Say whether this is a child or a person of concern.", "kind")
        again_on = {"review_on": review_proposed(session, self._today)}
        return put_person(session, self._today, name, None, (), again_on)
