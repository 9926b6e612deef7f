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


def rewriting_without(making: Making, *groups: Conflicted) -> Callable[[T], T]:
    """Takes the subjects of interests out of all text of a record.

    One net for all of them: a text is read once, and each has a pseudonym of their own.
    """
    subject_ids = frozenset[int]().union(*(one.subject_ids for one in groups))
    hidden = tuple(one for one in making.known if one.subject_id in subject_ids)
    staff = [one.name for one in making.papers.attendance]
    net = Net(
        index_of(hidden),
        professionals=(*staff, *(name for one in groups for name in one.names)),
        confirmed_by_nobody=True,
        speaks_of=subject_ids,
        others=(one for one in making.known if one.subject_id not in subject_ids),
    )

    def rewrite(record: T) -> T:
        return _spoken_of_without(rewritten(record, net.clean_quietly), subject_ids, net)

    return rewrite


def _spoken_of_without(record: T, subject_ids: frozenset[int], net: Net) -> T:
    """The record, where part of a name that the net alone takes for a word tells nobody either."""
    if not isinstance(record, MeetingPapers):
        return record
    spoken = (
        replace(one, shown=net.young_person(one.subject_id))
        if one.subject_id in subject_ids
        else one
        for one in record.spoken_of
    )
    return replace(record, spoken_of=tuple(spoken))


def rewriting_for(making: Making, agency: AgencyRecord) -> Callable[[T], T]:
    """Takes out of all text what every member of an agency has an interest in, if all have one."""
    found = making.audiences.held_by_all(agency.id)
    return rewriting_without(making, *found) if found else lambda record: record
