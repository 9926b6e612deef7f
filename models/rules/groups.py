"""Groups: who joined and left between two looks, in order of role, and how that is said."""

from collections.abc import Iterable, Sequence
from datetime import date

from models import codes
from models.records.groups import CaseHolder, GroupRecord, GroupVersion, Growth, MemberRow
from models.rules.day_words import short

MOST = 6
"""How many members the head of an item names."""
ROLES = ("leader", "harming", "core", "peripheral", "at risk")
TEXTS = ("people", "places", "risk", "tension", "plan", "plan_lead", "review_on")
LABELS = {
    "people": "People",
    "places": "Places",
    "risk": "Risk",
    "tension": "Tension and conflict",
    "plan": "Plan",
    "plan_lead": "Who leads the plan",
    "review_on": "Review on",
}


def growth(before: Sequence[MemberRow], now: Sequence[MemberRow], since: date) -> Growth:
    """Who is a member now and was not before, and the other way round."""
    was, is_now = ({one.subject_id for one in each} for each in (before, now))
    return Growth(
        since,
        tuple(one for one in now if one.subject_id not in was),
        tuple(one for one in before if one.subject_id not in is_now),
    )


def young_people_words(found: Growth) -> str:
    """The figure in words: how many further young people were drawn in."""
    if found.since is None:
        return "First look: growth is counted from here"
    count = found.young_people
    if not count:
        return "No further young people were drawn in"
    if count == 1:
        return "1 further young person was drawn in"
    return f"{count} further young people were drawn in"


def by_role(members: Iterable[MemberRow]) -> tuple[MemberRow, ...]:
    """Members in the order of their roles, those without one last, by name within each."""

    def place(one: MemberRow) -> tuple[int, str]:
        at = ROLES.index(one.role) if one.role in ROLES else len(ROLES)
        return at + (not one.role), one.label.casefold()

    return tuple(sorted(members, key=place))


def role_words(role: str | None) -> str:
    """A role as people read it."""
    row = codes.find("group_member_roles", role) if role else None
    return row.label if row is not None else (role or "No role yet")


def changed(now: GroupVersion, before: GroupVersion | None) -> tuple[str, ...]:
    """Labels of what an assessment says otherwise than the one before."""
    if before is None:
        return ()
    told = tuple(LABELS[name] for name in TEXTS if getattr(now, name) != getattr(before, name))
    roles = {one.subject_id: one.role for one in before.members}
    moved = any(roles.get(one.subject_id, one.role) != one.role for one in now.members)
    return (*told, "Roles") if moved else told


def address_lines(holders: Iterable[CaseHolder]) -> tuple[str, ...]:
    """A line for each address of a distribution list, each address once."""
    found: dict[str, str] = {}
    for one in holders:
        if one.email:
            name = "".join(sign for sign in one.name if sign not in '"<>;,\r\n')
            found.setdefault(one.email.strip().casefold(), f"{name} <{one.email.strip()}>")
    return tuple(found.values())


def head_tags(group: GroupRecord) -> tuple[tuple[str, str], ...]:
    """What the head of its item says of a group: growth, members by initials, places shared."""
    grown = group.growth.young_people > 0
    since = f" since {short(group.growth.since)}" if group.growth.since else ""
    tags = [(f"{young_people_words(group.growth)}{since}", "medium" if grown else "plain")]
    told = [f"{one.initials}{f' {role_words(one.role).lower()}' if one.role else ''}"
            for one in group.members]  # fmt: skip
    if told:
        rest = f" and {len(told) - MOST} more" if len(told) > MOST else ""
        tags.append((f"{len(told)} members: {', '.join(told[:MOST])}{rest}", "accent"))
    tags += [(f"{one.label}: {len(one.whose)} of them", "plain")
             for one in group.places if len(one.whose) > 1][:3]  # fmt: skip
    return tuple(tags)
