"""A quarter's performance by district, category, plan, risk, who children are, agency or tier."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Action, Agency, AgendaItem, Measure, Meeting, PanelSeries
from models.queries import performance as whole
from models.queries.grouped import group_of_children, order_of
from models.queries.local import authorities
from models.queries.quarterly import UNALLOCATED, unsaid_districts
from models.queries.tiers import of_tiers
from models.queries.visible import visible_to
from models.records.reader import Reader
from models.records.reports import Listed, ReportTable, Thing
from models.rules.breakdown import NOT_KNOWN, by_group

OF_CHILDREN = (
    "Referrals", "Children", "Risk assessments", "Missing and return home interviews",
    "Recommendations",
)  # fmt: skip
OF_AGENCIES = ("Actions", "Disruption", "Disruption by kind")
OF_TIERS = ("Meetings", "Quality of minutes", *OF_AGENCIES)
AGENCY, TIER = "agency", "tier"
NO_MEETING = "Of no meeting"
NO_AUTHORITY = "Settings, Panel, Districts says of no district whose it is: all are Unallocated."
SUMS = "A child that stands in no group, or an action of no agency or meeting, has the last column."


class Way(NamedTuple):
    """One way of telling figures apart: its code, its words, and how children are told apart."""

    code: str
    words: str
    counted: str


WAYS = (
    Way("district", "By district", "the district on the quarter's last day"),
    Way("authority", "By authority", "the authority of the district on the quarter's last day"),
    Way("category", "By category", "the category on the quarter's last day"),
    Way("plan", "By plan", "the plan on the quarter's last day"),
    Way("risk", "By level of risk", "the level of risk on the quarter's last day"),
    Way("gender", "By gender", "the gender on record"),
    Way("age", "By age", "the age on the quarter's last day"),
    Way("ethnicity", "By ethnicity", "the ethnicity on record"),
    Way(AGENCY, "By agency", "the agency that owns it"),
    Way(TIER, "By tier", "the tier whose meeting it was, or agreed it"),
)


def _unsaid(session: Session, reader: Reader, way: str) -> tuple[str, ...]:
    """What is said of districts or authorities where the panel has named none."""
    if way == "authority" and not authorities(session, reader):
        return (NO_AUTHORITY,)
    return unsaid_districts(session) if way == "district" else ()


def performance_by(session: Session, reader: Reader, on: date, way: str) -> ReportTable:
    """The day's own quarter told apart in one of `WAYS`; KeyError for another.

    Left out are sections whose figures are not of children, or by agency or tier those that no
    agency or meeting owns.
    """
    told = {one.code: one for one in WAYS}[way]
    table = whole.performance(session, reader, on, 1)
    parted = by_group(
        table,
        SECTIONS.get(way, OF_CHILDREN),
        _group_of(session, reader, on, way),
        order_of(session, reader, way),
        REST.get(way, NOT_KNOWN),
        _is_owned if way in SECTIONS else _is_child,
    )
    (quarter,) = table.columns
    return replace(
        parted,
        name=f"performance-by-{way}",
        title=f"{table.title}, {told.words[0].lower()}{told.words[1:]}",
        definitions=(f"{quarter}, up to the day. Each column is told by {told.counted}.", SUMS,
                     *_unsaid(session, reader, way),
                     *whole.DEFINITIONS[1:]),
    )  # fmt: skip


def _group_of(
    session: Session, reader: Reader, on: date, way: str
) -> Callable[[Thing], str | None]:
    if way == AGENCY:
        return _looked_up(_agency_of(session, reader))
    if way == TIER:
        return _looked_up(_tier_of(session, reader))
    known = group_of_children(session, reader, on, way)
    return lambda thing: known.get(thing) if isinstance(thing, int) else None


def _is_child(thing: Thing) -> bool:
    return isinstance(thing, int)


def _is_owned(thing: Thing) -> bool:
    """Whether it is a meeting, or an action or a measure, which an agency owns."""
    return isinstance(thing, Listed) and (
        thing.page in ("actions", "minutes") or isinstance(thing.key, tuple)
    )


def _looked_up(known: Mapping[object, str]) -> Callable[[Thing], str | None]:
    return lambda thing: None if isinstance(thing, int) else known.get((thing.page, thing.key))


def _agency_of(session: Session, reader: Reader) -> Mapping[object, str]:
    named = select(Action.id, Agency.name).join(Agency, Agency.id == Action.agency_id)
    led = select(Measure.id, Agency.name).join(Agency, Agency.id == Measure.lead_agency_id)
    known: dict[object, str] = {
        ("actions", one): name
        for one, name in session.execute(named.where(visible_to(reader, Action)))
    }
    for one, name in session.execute(led.where(visible_to(reader, Measure))):
        known["disruption", ("measure", one)] = name
    return known


def _tier_of(session: Session, reader: Reader) -> Mapping[object, str]:
    """Each meeting, and each action and measure that one agreed, with the name of its tier."""
    names = dict(session.execute(select(PanelSeries.id, PanelSeries.name)).all())
    held = select(Meeting.id, Meeting.series_id).where(of_tiers(reader))
    known: dict[object, str] = {
        ("minutes", one): names[tier] for one, tier in session.execute(held) if tier in names
    }
    for page, entity, key in (("actions", Action, int), ("disruption", Measure, _measure)):
        agreed = (
            select(entity.id, Meeting.series_id)
            .join(AgendaItem, AgendaItem.id == entity.item_id)
            .join(Meeting, Meeting.id == AgendaItem.meeting_id)
            .where(visible_to(reader, entity))
        )
        for one, tier in session.execute(agreed):
            if tier in names:
                known[page, key(one)] = names[tier]
    return known


def _measure(one: int) -> tuple[str, int]:
    return "measure", one


SECTIONS = {AGENCY: OF_AGENCIES, TIER: OF_TIERS}
REST = {"district": UNALLOCATED, "authority": UNALLOCATED, TIER: NO_MEETING}
