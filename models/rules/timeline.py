"""What a time line shows beside its marks: clusters, gaps, and both in words."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta

from models.records.timeline import Cluster, Gap, Happening, Mark, TimelineRow
from models.rules.day_words import short
from models.rules.listing import counted, listed

LEAST, WITHIN_DAYS, GAP_WEEKS = 3, 3, 8
HAPPENED = frozenset({Mark.EPISODE, Mark.INCIDENT, Mark.CONTACT})
"""What counts for a cluster: meetings and papers come together by themselves."""
Told = tuple[date, str, tuple[int, ...], Happening | Cluster | Gap]
"""A line: its day, what kind of thing it is, whose, and the thing."""
COUNTED = {
    Mark.EPISODE: ("missing episode", "missing episodes"),
    Mark.INCIDENT: ("piece of information", "pieces of information"),
    Mark.CONTACT: ("contact", "contacts"),
}


def clusters(
    rows: Iterable[TimelineRow], within: int = WITHIN_DAYS, least: int = LEAST
) -> tuple[Cluster, ...]:
    """Times of at most so many days in which so many subjects had something, the earliest first.

    None overlaps another: each begins with the first thing that is in no earlier one.
    """
    events = sorted(
        (one for row in rows for one in row.happenings if one.mark in HAPPENED),
        key=lambda one: one.at,
    )
    found, at = [], 0
    while at < len(events):
        end = at
        last = events[at].at + timedelta(days=within)
        while end < len(events) and events[end].at <= last:
            end += 1
        inside = events[at:end]
        if len({one.subject_id for one in inside}) >= least:
            found.append(Cluster(tuple(inside)))
            at = end
        else:
            at += 1
    return tuple(found)


def half_of(subjects: int) -> int:
    """How many make a cluster where nobody says: half of those shown, and no fewer than three."""
    return max(LEAST, -(-subjects // 2))


def gaps(row: TimelineRow, today: date, weeks: int = GAP_WEEKS) -> tuple[Gap, ...]:
    """Times of at least so many weeks without anything, from the first thing on to the end."""
    end = row.closed_on or today
    found, done = [], None
    for one in row.happenings:
        if one.at > end:
            break
        if done is not None and (one.at - done).days >= 7 * weeks:
            found.append(Gap(row.subject.id, done, one.at))
        done = max(filter(None, (done, one.at, _lasted(one, end))))
    if done is not None and (end - done).days >= 7 * weeks:
        found.append(Gap(row.subject.id, done, end))
    return tuple(found)


def _lasted(one: Happening, end: date) -> date | None:
    """Until when something filled the time; a measure in force is no news of a child."""
    if one.mark is not Mark.EPISODE:
        return one.at
    return one.until or (end if one.lasts else one.at)


def cluster_words(found: Cluster, name: Callable[[int], str]) -> str:
    """A cluster in a sentence: how many, when, who, and what."""
    names = [name(one) for one in found.subject_ids]
    kinds = Counter(one.mark for one in found.happenings)
    what = listed([counted(kinds[one], *COUNTED[one]) for one in COUNTED if kinds[one]])
    when = f"within {_days(found)}, {span(found.since, found.until)}"
    return f"{len(names)} {when}: {listed(names)}; {what}."


def gap_words(found: Gap, name: Callable[[int], str]) -> str:
    """A gap in a sentence."""
    when = span(found.since, found.until)
    return f"{name(found.subject_id)}: nothing recorded for {found.weeks} weeks, {when}."


def span(since: date, until: date) -> str:
    """Two days as one writes them: 2 to 5 Nov 2026."""
    if since == until:
        return short(since)
    if since.year != until.year:
        return f"{short(since)} to {short(until)}"
    if since.month != until.month:
        return f"{since.day} {since:%b} to {short(until)}"
    return f"{since.day} to {short(until)}"


def in_words(
    rows: Sequence[TimelineRow], found: Sequence[Cluster], today: date, weeks: int
) -> Iterator[Told]:
    """Everything of the picture as (day, kind, whose, what), the latest first."""
    lines: list[Told] = [
        (one.at, one.mark.value, (one.subject_id,), one) for row in rows for one in row.happenings
    ]
    lines += [(one.until, "Cluster", one.subject_ids, one) for one in found]
    lines += [(one.until, "Gap", (one.subject_id,), one)
              for row in rows for one in gaps(row, today, weeks)]  # fmt: skip
    return iter(
        sorted(lines, key=lambda line: (line[0], line[1] in ("Cluster", "Gap")), reverse=True)
    )


def _days(found: Cluster) -> str:
    count = (found.until - found.since).days + 1
    return "one day" if count == 1 else f"{count} days"
