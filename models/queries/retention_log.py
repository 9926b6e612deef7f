"""Holds as they stand, and certificates of what was disposed of."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.entities import Disposal, RetentionHold, Subject
from models.records.reader import Reader
from models.records.retention import CertificateRow, HoldRow
from models.rules import access, day_words
from models.rules.retention import Hold, Scope, in_force

SCOPES = {
    Scope.EVERYTHING: "all records",
    Scope.CHILDREN: "all children's records",
    Scope.MEETINGS: "all meetings and minutes",
}


def holds(session: Session, reader: Reader) -> tuple[HoldRow, ...]:
    """Every hold, those in force first."""
    if not access.may(reader.role, "set_legal_hold"):
        return ()
    rows = [_hold_row(session, one, reader.today) for one in session.scalars(select(RetentionHold))]
    return tuple(sorted(rows, key=lambda one: (not one.in_force, -one.id)))


def certificates(session: Session, reader: Reader) -> tuple[CertificateRow, ...]:
    """Every certificate of disposal, the latest first."""
    if not access.may(reader.role, "dispose_records"):
        return ()
    rows = session.scalars(select(Disposal).order_by(Disposal.id.desc()))
    return tuple(certificate_of(one) for one in rows)


def certificate_of(one: Disposal) -> CertificateRow:
    """A kept certificate as a record."""
    return CertificateRow(
        one.id,
        one.reference,
        one.kind,
        one.record_uuid,
        one.basis,
        one.due_on,
        one.reason,
        one.by_name or "",
        one.second_person,
        one.at,
        one.rows,
        one.papers,
        one.backups,
    )


def standing_holds(session: Session, today: date) -> list[tuple[Hold, str]]:
    """The holds in force, each with its reason."""
    rows = session.scalars(select(RetentionHold).where(RetentionHold.lifted_at.is_(None)))
    found = [(Hold(one.scope, one.about, one.about_id, one.until), one.reason) for one in rows]
    return [pair for pair in found if in_force(pair[0], today)]


def _hold_row(session: Session, one: RetentionHold, today: date) -> HoldRow:
    standing = one.lifted_at is None and in_force(Hold(until=one.until), today)
    lifted = ""
    if one.lifted_at is not None:
        day = day_words.in_words(one.lifted_at.date())
        lifted = f"Lifted on {day} by {one.lifted_by}: {one.lifted_reason}"
    return HoldRow(
        one.id, _covered_words(session, one), one.reason, one.by_name or "", one.made_at, one.until,
        standing, lifted,
    )  # fmt: skip


def _covered_words(session: Session, one: RetentionHold) -> str:
    scope, _, code = one.scope.partition(":")
    if scope == Scope.EXPLOITATION:
        form = codes.find("exploitation_types", code)
        return f"All records of {form.label if form else code}"
    if scope:
        return SCOPES[Scope(scope)].capitalize()
    if one.about == "subject":
        return session.scalar(select(Subject.label).where(Subject.id == one.about_id)) or "A record"
    return {"meeting": "A meeting", "paper": "A paper", "referral": "A referral"}.get(
        one.about, "Comments on minutes"
    )


def hold_scopes(session: Session, reader: Reader) -> tuple[tuple[str, str], ...]:
    """What a hold for an inquiry can cover, by the key that is kept."""
    return tuple(scopes())


def review_months(session: Session, reader: Reader, code: str) -> int:
    """How many months later a record that is kept on is looked at again, by its class."""
    row = codes.find("retention", code)
    return (row.review_months if isinstance(row, codes.Retention) else None) or 12


def scopes() -> Sequence[tuple[str, str]]:
    """What a hold for an inquiry can cover, by the key that is kept."""
    forms = codes.rows_of("exploitation_types", codes.ExploitationType)
    return (
        *((one.value, words.capitalize()) for one, words in SCOPES.items()),
        *((f"{Scope.EXPLOITATION.value}:{one.code}", f"All records of {one.label}")
          for one in forms if one.code != "NONE"),
    )  # fmt: skip
