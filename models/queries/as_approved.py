"""What registers and settings said as the chair approved minutes: later printings say it again."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from datetime import date, datetime
from typing import Any, TypeVar, cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import MinutesVersion, PaperContent
from models.queries.minutes import Standing
from models.queries.once import once
from models.records.documents import MeetingPapers
from models.records.item import ItemHeader, ItemRecord
from models.records.meeting import AttendanceRow, MeetingRecord
from models.records.outcomes import ActionRow
from models.records.panel import PanelRecord
from models.records.subjects import LinkRecord
from models.rules.words_read import as_read

T = TypeVar("T")
Kept = Mapping[str, Any]
NOTHING: Kept = {}
_PANEL = (
    "name", "acronym", "area", "marking", "handling", "full_names", "section_order",
    "section_names", "wordings", "minutes_order", "pictures", "necessity",
)  # fmt: skip
_LAID_OUT = (
    "name", "acronym", "area", "marking", "handling", "section_order", "section_names", "wordings",
    "minutes_order", "necessity",
)  # fmt: skip
"""What a correction keeps of the version before it: by what names, in what order and words."""
_ROW = ("label", "initials", "subject_reference")
_CAME = ("name", "role", "agency", "deputy_for")
_LINK = (
    "relation", "confidence", "confirmed", "information", "in_question", "out_of_date", "grading",
    "conditions",
)  # fmt: skip
_ACTION = (
    "owner", "agency", "due_on", "due_words", "status", "finished", "rag", "standing",
    "carried_count", "subject", "subject_initials", "last_update", "last_reason",
)  # fmt: skip
_MEASURE = ("lead", "status", "standing", "due_on", "legal_basis", "conditions")
_HEADER = tuple(one.name for one in fields(ItemHeader) if one.name not in {"name", "tags"})
_DAYS = frozenset({"due_on", "birth_date", "assessed_on", "last_meeting_on"})


def to_keep(papers: MeetingPapers) -> dict[str, Any]:
    """What these papers take from settings and registers, which go on changing after approval."""
    return {
        "panel": _told(papers.panel, _PANEL),
        "items": {
            str(one.row.id): {
                "row": _told(one.row, _ROW),
                "header": _told(one.header, _HEADER),
                "links": {str(link.id): _told(link, _LINK) for link in one.links},
                "measures": {str(each.id): _told(each, _MEASURE) for each in one.measures},
            }
            for one in papers.items
        },
        "quorum": papers.quorum,
        "dissent_step": papers.dissent_step,
        "attendance": {str(one.id): _told(one, _CAME) for one in papers.attendance},
        "actions": {
            str(one.id): _told(one, _ACTION) for one in (*papers.actions, *papers.earlier_actions)
        },
    }


def approved(session: Session, stands: Standing) -> Kept:
    """What was kept as these minutes were approved; nothing where they are not, or it was not."""
    if not stands.settled or stands.version_id is None:
        return NOTHING
    return _kept(session, stands.version_id)


@once
def _kept(session: Session, version_id: int) -> Kept:
    words = session.scalar(
        select(PaperContent.content)
        .join(MinutesVersion, MinutesVersion.text_sha256 == PaperContent.sha256)
        .where(MinutesVersion.id == version_id)
    )
    return cast(Kept, json.loads(words).get("approved", NOTHING)) if words else NOTHING


def panel_then(
    session: Session, panel: PanelRecord, held: MeetingRecord, stands: Standing
) -> PanelRecord:
    """The panel as a meeting's papers tell it: with the words that were read there.

    Approved ones as they were approved; a correction, until its own words are kept, and what was
    recalled, by the headings, order and standing words of the version approved last.
    """
    told = approved(session, stands)
    if told:
        return panel_as_approved(as_read(panel, held), told)
    before = session.scalar(
        select(MinutesVersion.id)
        .where(
            MinutesVersion.meeting_id == held.id,
            MinutesVersion.approved_at.is_not(None),
            MinutesVersion.text_sha256.is_not(None),
        )
        .order_by(MinutesVersion.number.desc())
    )
    kept = _kept(session, before).get("panel", NOTHING) if before is not None else NOTHING
    laid_out = {name: kept[name] for name in _LAID_OUT if name in kept}
    return as_read(_again(panel, laid_out), held)


def as_approved(papers: MeetingPapers, kept: Kept) -> MeetingPapers:
    """Papers as they were told when approved: what the reader may have of them, in those words."""
    if not kept:
        return papers
    return replace(
        papers,
        quorum=kept.get("quorum", papers.quorum),
        dissent_step=kept.get("dissent_step", papers.dissent_step),
        items=tuple(item_as_approved(one, kept, papers.approval.at) for one in papers.items),
        actions=actions_as_approved(papers.actions, kept),
        earlier_actions=actions_as_approved(papers.earlier_actions, kept),
    )


def panel_as_approved(panel: PanelRecord, kept: Kept) -> PanelRecord:
    """The panel's settings as they were then; initials once asked for hold for all printings."""
    told = _again(panel, kept.get("panel", NOTHING))
    return replace(told, full_names=told.full_names and panel.full_names)


def actions_as_approved(actions: Iterable[ActionRow], kept: Kept) -> tuple[ActionRow, ...]:
    """Actions as they stood then."""
    told = kept.get("actions", NOTHING)
    return tuple(_again(one, told.get(str(one.id), NOTHING)) for one in actions)


def attendance_as_approved(rows: Iterable[AttendanceRow], kept: Kept) -> tuple[AttendanceRow, ...]:
    """Who came, as they and their agencies were called then."""
    told = kept.get("attendance", NOTHING)
    return tuple(_again(one, told.get(str(one.id), NOTHING)) for one in rows)


def item_as_approved(one: ItemRecord, kept: Kept, at: datetime | None) -> ItemRecord:
    """An item as its subject was told of then, without links that were found later."""
    told = kept.get("items", NOTHING).get(str(one.row.id))
    if told is None:
        return one
    return replace(
        one,
        row=_again(one.row, told["row"]),
        header=_again(one.header, _known(one.header, told["header"])),
        links=tuple(
            _again(link, told["links"].get(str(link.id), NOTHING))
            for link in one.links
            if not _found_later(link, at)
        ),
        measures=tuple(
            _again(each, told.get("measures", NOTHING).get(str(each.id), NOTHING))
            for each in one.measures
        ),
        actions=actions_as_approved(one.actions, kept),
        open_actions=actions_as_approved(one.open_actions, kept),
    )


def _known(header: ItemHeader, told: Kept) -> Kept:
    """What this reader may read: a reason that is not for them now was not theirs then."""
    return told if header.reason else {**told, "reason": None}


def _found_later(link: LinkRecord, at: datetime | None) -> bool:
    return bool(at and link.recorded_on and link.recorded_on > at.date())


def _told(record: Any, names: Iterable[str]) -> dict[str, Any]:
    found = {name: getattr(record, name) for name in names}
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in found.items()
    }


def _again(record: T, told: Kept) -> T:
    if not told:
        return record
    return cast(T, replace(cast(Any, record), **{key: _value(key, told[key]) for key in told}))


def _value(name: str, kept: Any) -> Any:
    if name in _DAYS:
        return date.fromisoformat(kept) if kept else None
    return _tuples(kept)


def _tuples(kept: Any) -> Any:
    return tuple(map(_tuples, kept)) if isinstance(kept, list) else kept
