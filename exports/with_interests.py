"""Records as those who have an interest in an item may have them: without its subjects."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from exports.making import Making
from exports.pseudonyms import Net, index_of
from exports.rewriting import rewritten
from models.records.documents import MeetingPapers
from models.records.issuing import Conflicted
from models.records.panel import AgencyRecord

T = TypeVar("T")


def to_members(group: Conflicted) -> str:
    """Who declared the interest, as an audience."""
    return ", ".join(group.names)


def rewriting_without(making: Making, group: Conflicted) -> Callable[[T], T]:
    """Takes the subjects of an interest out of all text of a record."""
    hidden = tuple(one for one in making.known if one.subject_id in group.subject_ids)
    staff = [one.name for one in making.papers.attendance]
    net = Net(
        index_of(hidden),
        professionals=(*staff, *group.names),
        confirmed_by_nobody=True,
        speaks_of=group.subject_ids,
    )

    def rewrite(record: T) -> T:
        return _spoken_of_without(rewritten(record, net.clean_quietly), group, net)

    return rewrite


def _spoken_of_without(record: T, group: Conflicted, net: Net) -> T:
    """The record, where part of a name that the net alone takes for a word tells nobody either."""
    if not isinstance(record, MeetingPapers):
        return record
    spoken = (
        replace(one, shown=net.young_person(one.subject_id))
        if one.subject_id in group.subject_ids
        else one
        for one in record.spoken_of
    )
    return replace(record, spoken_of=tuple(spoken))


def rewriting_for(making: Making, agency: AgencyRecord) -> Callable[[T], T]:
    """Takes out of all text what every member of an agency has an interest in, if all have one."""
    found = making.audiences.held_by_all(agency.id)
    if not found:
        return lambda record: record

    def rewrite(record: T) -> T:
        for group in found:
            record = rewriting_without(making, group)(record)
        return record

    return rewrite
