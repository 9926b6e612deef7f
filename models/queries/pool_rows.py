"""One thing that could stand on an agenda: about whom, as what, and why."""

from sqlalchemy.orm import Session

from models.entities import Subject
from models.marks import ItemKind
from models.queries.short_labels import short_label
from models.records.meeting import PoolRow


def pool_row(
    session: Session,
    subject: Subject | None,
    kind: ItemKind,
    why: str,
    *,
    title: str | None = None,
    referral_id: int | None = None,
    review_id: int | None = None,
    carried_from_id: int | None = None,
    escalation_id: int | None = None,
) -> PoolRow:
    """A subject, or what goes by a title alone, as it is proposed for an agenda."""
    label = subject.label if subject else title or ""
    subject_kind = subject.kind if subject else ""
    return PoolRow(
        subject.id if subject else None,
        subject_kind,
        label,
        short_label(session, subject_kind, label),
        kind.value,
        why,
        referral_id,
        review_id,
        carried_from_id,
        True,
        escalation_id,
    )
