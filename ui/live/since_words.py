"""What has changed since last time, in a clerk's short sentences, as the room may read it."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from models import codes
from models.marks import Information
from models.records.item import ItemRecord
from models.records.outcomes import ActionRow, RecommendationRow
from models.records.since import Assessed, Followed, Interviewed, Month, Moved, SinceLast
from models.records.subjects import LinkRecord
from models.rules import since as rule
from models.rules.links import kind_words
from models.rules.listing import listed
from models.rules.recommendations import RecommendationStatus as Answer
from ui.widgets.dates import day_and_month

MOST, LIVES_AT, CONFIRMED = 3, "lives at", "confirmed"
TOOK = frozenset({Answer.ACCEPTED, Answer.MODIFIED, Answer.IN_PLAN})
OPEN = frozenset({Answer.ISSUED, Answer.DRAFT})


def title(since: SinceLast) -> str:
    """Over the sentences: since when they count."""
    if since.discussed is None:
        return "First time at the panel: the last 90 days"
    return f"Since {day_and_month(since.discussed)}"


def sentences(item: ItemRecord, revealed: bool) -> list[str]:
    """A line for each matter that changed, in the order in which a chair hears them."""
    since = item.since_last
    if since is None:
        return []
    lines = (
        [_decided(item)] if since.discussed is not None else [],
        [*_missing(since), *_interviews(since.interviews)],
        [*map(_assessed, since.assessed), *map(_moved, since.moved)],
        [*_followed(since.followed, _open(item)), *_still_open(item, since.followed)],
        _links(item, since.since, revealed),
        _answers(item.earlier_recommendations, since.since),
    )
    whole = [" · ".join(parts) for parts in lines if parts]
    return [f"{line[0].upper()}{line[1:]}." for line in whole]


def nothing(since: SinceLast) -> str:
    """What is said where nothing changed."""
    if since.discussed is None:
        return "Nothing recorded in the last 90 days."
    return f"Nothing recorded since {day_and_month(since.discussed)}."


def by_month(months: Sequence[Month]) -> str:
    """What the picture shows, in words."""
    if not months:
        return ""
    gone = [f"{one.episodes} in {one.first:%B}" for one in months if one.episodes]
    missing = f"Missing episodes: {', '.join(gone)}" if gone else "No missing episodes"
    risk: list[str] = []
    before: str | None = None
    for one in months:
        if one.risk is not None and one.risk != before:
            risk.append(f"{one.risk} from {one.first:%B}" if before else one.risk)
            before = one.risk
    stood = f"Risk: {', '.join(risk)}" if risk else "Risk not assessed"
    return f"Twelve months to {months[-1].first:%B}. {missing}. {stood}."


def _decided(item: ItemRecord) -> str:
    head, since = item.header, item.since_last
    then = since is not None and head.last_meeting_on == since.discussed
    return f"decided: {head.last_decision}" if then and head.last_decision else "no decision then"


def _missing(since: SinceLast) -> Iterator[str]:
    if not since.episodes and not since.missing_then:
        return
    counted = f" ({since.missing_now} in 90 days, was {since.missing_then})"
    known = since.discussed is not None
    yield f"{_count(since.episodes, 'missing episode')}{counted if known else ''}"


def _interviews(interviews: Sequence[Interviewed]) -> Iterator[str]:
    told = [one for one in interviews if one.state != rule.DONE]
    done = len(interviews) - len(told)
    if len(interviews) == 1 and told:
        yield f"return interview of {_interview(told[0])}"
    elif told:
        in_time = [f"{done} done within 72 hours"] if done else []
        yield f"return interviews: {', '.join([*map(_interview, told[-MOST:]), *in_time])}"
    elif done:
        yield f"{_count(done, 'return interview')} done within 72 hours"


def _interview(one: Interviewed) -> str:
    day, reason = _day(one.episode_on), (one.reason or "").strip().rstrip(".")
    if one.state == rule.DECLINED and "declin" in reason.casefold():
        return f"{day} {reason[0].lower()}{reason[1:]}"
    state = "done after 72 hours" if one.state == rule.DONE_LATE else one.state
    return f"{day} {state}{f': {reason}' if reason else ''}"


def _assessed(one: Assessed) -> str:
    same = (one.before or "").casefold() == one.level.casefold()
    was = f", was {one.before}" if one.before and not same else ", as before" if same else ""
    return f"assessment {_day(one.on)}: {one.level}{was}"


def _moved(one: Moved) -> str:
    if one.what == rule.HOME:
        return f"moved home {_day(one.on)}"
    return f"{one.what} {one.after} since {_day(one.on)}, was {one.before}"


def _open(item: ItemRecord) -> dict[str, ActionRow]:
    return {one.reference: one for one in item.open_actions if not one.finished}


def _followed(followed: Sequence[Followed], left: Collection[str]) -> Iterator[str]:
    done = [one.reference for one in followed if one.done]
    if done:
        yield f"{listed(done)} done"
    for one in followed:
        if not one.done and one.reference not in left:
            yield f"{one.reference} {_news(one)}"


def _still_open(item: ItemRecord, followed: Sequence[Followed]) -> Iterator[str]:
    """Every open action once, with how late it is and what was told of it since."""
    told = {one.reference: _news(one) for one in followed}
    named = []
    for reference, one in _open(item).items():
        late = one.standing if one.rag == "red" else ""
        words = "; ".join(filter(None, (late, told.get(reference, ""))))
        named.append(f"{reference} ({words})" if words else reference)
    if named:
        yield f"still open: {', '.join(named)}"


def _news(one: Followed) -> str:
    return f"{one.status}{f': {one.reason}' if one.reason else ''}"


def _links(item: ItemRecord, since: date, revealed: bool) -> list[str]:
    new = [
        one
        for one in item.links
        if one.recorded_on is not None
        and one.recorded_on > since
        and (revealed or one.relation not in of_homes())
    ]
    if not new:
        return []
    sure = {_unsure(one) for one in new}
    alike = next(iter(sure)) if len(sure) == 1 else ""
    named = [_link(one, revealed, told=alike) for one in new]
    rest = f" and {len(named) - MOST} more" if len(named) > MOST else ""
    word = "new link" if len(named) == 1 else "new links"
    return [f"{word}{f' ({alike})' if alike else ''}: {', '.join(named[:MOST])}{rest}"]


def of_homes() -> frozenset[str]:
    """How it is worded that somebody lives somewhere: where a child lives is not for the room."""
    known = codes.find("link_relations", LIVES_AT)
    if not isinstance(known, codes.LinkRelation):
        return frozenset()
    return frozenset({known.label, known.reverse})


def _link(one: LinkRecord, revealed: bool, told: str) -> str:
    name = one.other_label if revealed else one.other_initials
    unsure = "" if told else _unsure(one)
    return f"{one.relation} {name}{f' ({unsure})' if unsure else ''}"


def _unsure(one: LinkRecord) -> str:
    if one.information == Information.INTELLIGENCE:
        return kind_words(one) or ""
    return "" if one.confidence == CONFIRMED else one.confidence


def _answers(made: Sequence[RecommendationRow], since: date) -> list[str]:
    """What the plan did with those that last time made or left open."""
    asked = [one for one in made if not one.withdrawn and _counts(one, since)]
    if not asked:
        return []
    took = [one for one in asked if one.status in TOOK]
    told = [f"the plan took {len(took)} of {_count(len(asked), 'recommendation')}"]
    for one in asked:
        if one.status == Answer.REJECTED:
            told.append(f"{one.reference} rejected{_why(one.reply_reason)}")
    waiting = [one.reference for one in asked if one.status in OPEN]
    return [*told, *([f"{listed(waiting)} not answered"] if waiting else [])]


def _counts(one: RecommendationRow, since: date) -> bool:
    days = (one.made_on, one.replied_on, one.plan_updated_on)
    return one.status in OPEN or any(day is not None and day >= since for day in days)


def _why(reason: str | None) -> str:
    return f": {reason.rstrip('.')}" if reason else ""


def _day(day: date) -> str:
    return f"{day.day} {day:%b}"


def _count(count: int, word: str) -> str:
    return f"{count or 'no'} {word}{'' if count == 1 else 's'}"
