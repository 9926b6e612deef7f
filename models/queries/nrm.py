"""Referrals to the National Referral Mechanism: of one child, and those that wait for somebody."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Agency, NrmReferral
from models.queries.kept_settings import kept_settings
from models.queries.knowable import check_knowable, knowable, leads
from models.queries.working import days_closed
from models.records.clocks import NrmRow
from models.records.reader import Reader
from models.rules import nrm as rule
from models.rules.first_responders import first_responder_warning

KEPT = tuple(
    name
    for name in NrmRow.__dataclass_fields__
    if name not in {"stage", "status", "awaited", "clock", "due", "overdue", "warning"}
)
"""The fields of a row that are kept as they are entered."""


def nrm_of(session: Session, reader: Reader, child_id: int) -> tuple[NrmRow, ...]:
    """What is recorded of a child and the NRM, the latest first."""
    ids = check_knowable(session, reader, child_id)
    rows = session.scalars(
        select(NrmReferral).where(NrmReferral.child_id.in_(ids)).order_by(NrmReferral.id)
    )
    return tuple(reversed(_read(session, reader, list(rows), dict.fromkeys(ids, ids[0]))))


def nrm_waiting(session: Session, reader: Reader) -> tuple[NrmRow, ...]:
    """What is awaited for each child, with its clock: by the latest entry, and of each referral."""
    rows = session.scalars(
        select(NrmReferral).where(knowable(reader, NrmReferral.child_id)).order_by(NrmReferral.id)
    )
    found = _read(session, reader, list(rows), leads(session))
    return tuple(one for one in found if one.awaited)


def _read(
    session: Session, reader: Reader, rows: list[NrmReferral], lead: Mapping[int, int]
) -> list[NrmRow]:
    whose = {one.id: lead.get(one.child_id, one.child_id) for one in rows}
    entries: dict[int, list[NrmReferral]] = {}
    for one in rows:
        entries.setdefault(whose[one.id], []).append(one)
    runs = {
        one.id
        for of_child in entries.values()
        for one, has in zip(of_child, rule.still_run(of_child), strict=True)
        if has
    }
    usual, closed = kept_settings(session).get(rule.USUAL_BODY), days_closed(session)
    kinds = _kinds(session, [one.first_responder for one in rows])
    return [_row(one, reader.today, usual, closed, kinds, runs=one.id in runs) for one in rows]


def _row(
    one: NrmReferral,
    today: date,
    usual: str | None,
    closed: Collection[date],
    kinds: dict[str, str | None],
    *,
    runs: bool,
) -> NrmRow:
    clock = rule.nrm_clock(one, usual, today, closed) if runs else None
    name = one.first_responder
    warnings = (
        first_responder_warning(name, kinds.get(name or "")),
        rule.order_warning(one.considered_on, one.referred_on),
    )
    return NrmRow(
        **{field: getattr(one, field) for field in KEPT},
        stage=rule.stage_of(one),
        status=rule.status_words(one),
        awaited=clock.awaited if clock else "",
        clock=clock.words if clock else "",
        due=clock.due if clock else None,
        overdue=bool(clock and clock.overdue),
        warning=" ".join(filter(None, warnings)),
    )


def _kinds(session: Session, names: Iterable[str | None]) -> dict[str, str | None]:
    """The kind of each agency of the panel that is named."""
    wanted = {one for one in names if one}
    if not wanted:
        return {}
    rows = session.execute(select(Agency.name, Agency.kind).where(Agency.name.in_(wanted)))
    return dict(rows.all())
