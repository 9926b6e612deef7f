"""Records as those who have an interest in an item may have them: without its subjects."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar, cast

from exports.making import Making
from exports.pseudonyms import Net, index_of
from exports.redaction.words import fold
from exports.rewriting import rewritten
from models.records.documents import MeetingPapers
from models.records.issuing import Conflicted
from models.records.panel import AgencyRecord
from models.rules.names import parse_name

T = TypeVar("T")
NOBODY = frozenset[str]()
AGREED = ("earlier_actions", "actions", "recommendations")


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
        if not isinstance(record, MeetingPapers):
            return rewritten(record, net.clean_quietly)
        told = replace(rewritten(record, net.clean_quietly), **_of_items(record, subject_ids, net))
        return cast(T, _spoken_of_without(told, subject_ids, net))

    return rewrite


def _of_items(record: MeetingPapers, subject_ids: frozenset[int], net: Net) -> dict[str, Any]:
    """What is said within items and agreed there, where a first name is that of their child."""
    firsts = {
        one.subject_id: frozenset(map(fold, parse_name(one.name).first[:1]))
        for one in record.spoken_of
        if one.subject_id is not None and one.subject_id not in subject_ids
    }
    of_items = {one.row.id: firsts.get(one.row.subject_id or 0, NOBODY) for one in record.items}

    def told(one: T, own: frozenset[str]) -> T:
        return rewritten(one, lambda text: net.clean_quietly(text, own))

    found = {name: getattr(record, name) for name in AGREED}
    return {
        "items": tuple(told(one, of_items[one.row.id]) for one in record.items),
        **{
            name: tuple(told(one, of_items.get(one.item_id, NOBODY)) for one in rows)
            for name, rows in found.items()
        },
    }


def _spoken_of_without(
    record: MeetingPapers, subject_ids: frozenset[int], net: Net
) -> MeetingPapers:
    """The record, where part of a name that the net alone takes for a word tells nobody either."""
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
