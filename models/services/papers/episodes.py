"""Missing episodes and return home interviews: each episode once, by child and time reported."""

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy import select

from models import codes
from models.entities import MissingCircumstances, MissingEpisode, ReturnInterview
from models.intake.understanding.answers import says_nothing
from models.rules import by_day
from models.services.papers.children import fill_child, meet_child
from models.services.papers.facts import Facts
from models.services.papers.filing import Filing, source
from models.services.papers.notes import with_lines


def file_missing(filing: Filing, facts: Facts) -> None:
    """A missing episode with its interview; one on record is only completed."""
    if not (facts.text("name") or facts.text("la_id")):
        filing.leave(facts)
        return
    child_id = meet_child(filing, facts, may_come_again=True).id
    fill_child(filing, child_id, facts, None)
    episode = _standing(filing, child_id, facts.when("reported"))
    if episode is None:
        episode = filing.add(MissingEpisode(child_id=child_id, source=source(filing)))
        filing.filed.made += 1
    _complete(episode, facts)
    _circumstances(filing, episode, facts)
    _interview(filing, episode, facts)
    filing.leave(facts)


def _standing(filing: Filing, child_id: int, reported: date | None) -> MissingEpisode | None:
    """The episode of that moment; where one of the two has no hour, the only one of its day."""
    if reported is None:
        return None
    day = reported.date() if isinstance(reported, datetime) else reported
    held = [
        one
        for one in filing.held(MissingEpisode, child_id)
        if one.reported_at is not None and one.reported_at.date() == day
    ]
    for one in held:
        if by_day.told(one, "reported_at") == reported:
            return one
    without = not isinstance(reported, datetime)
    likely = [one for one in held if without or one.reported_by_day]
    return likely[0] if len(likely) == 1 else None


def _complete(episode: MissingEpisode, facts: Facts) -> None:
    kind = codes.recognise("missing_kinds", facts.text("type"))
    if kind is not None:
        episode.kind = kind.code
    said = {
        "reported_at": facts.when("reported"),
        "missing_from": facts.text("place_from"),
        "returned_at": facts.when("returned"),
        "police_risk": facts.text("police_risk"),
        "police_reference": facts.text("police_ref"),
        "found_where": facts.text("found_at"),
        "found_with": facts.text("found_with"),
        "harm": facts.text("harm"),
        "prevention_check": facts.yes("prevention"),
    }
    _fill(episode, said)


def _fill(row: MissingEpisode | ReturnInterview, said: Mapping[str, object]) -> None:
    """Fill what the paper says; a day alone takes no hour away that is known of the same day."""
    for name, value in said.items():
        if value is None:
            continue
        if name in by_day.STANDS and value == _day_of(getattr(row, name)):
            continue
        for field, kept in by_day.spread({name: value}).items():
            setattr(row, field, kept)


def _day_of(at: datetime | None) -> date | None:
    return at.date() if at is not None else None


def _circumstances(filing: Filing, episode: MissingEpisode, facts: Facts) -> None:
    """Add how it was this time to what stands of the episode."""
    said = facts.text("notes")
    if said is None or says_nothing(said):
        return
    rows = filing.queued(MissingCircumstances, episode.id)
    if not rows and not filing.is_new(MissingEpisode, episode.id):
        asked = select(MissingCircumstances).where(MissingCircumstances.episode_id == episode.id)
        rows = tuple(filing.session.scalars(asked))
    row = rows[0] if rows else filing.add(MissingCircumstances(episode_id=episode.id))
    row.circumstances = with_lines(row.circumstances, said)


def _interview(filing: Filing, episode: MissingEpisode, facts: Facts) -> None:
    said = {
        "offered_at": facts.when("rhi_offered"),
        "conducted_at": facts.when("rhi_completed"),
        "declined_reason": _declined(facts),
        "provider": facts.text("rhi_by"),
        "accepted": _accepted(facts),
    }
    learned = _learned(facts)
    if learned is None and all(value is None for value in said.values()):
        return
    standing = None
    if not filing.is_new(MissingEpisode, episode.id):
        standing = filing.session.scalars(
            select(ReturnInterview).where(ReturnInterview.episode_id == episode.id)
        ).first()
    if standing is None:
        standing = filing.add(ReturnInterview(episode_id=episode.id, source=source(filing)))
    _fill(standing, said)
    if learned is not None:
        standing.learned = with_lines(standing.learned, learned)


def _learned(facts: Facts) -> str | None:
    """What came out of the talk, below what stands there; nothing where the list says none."""
    said = facts.text("learned")
    return None if said is None or says_nothing(said) else said


def _declined(facts: Facts) -> str | None:
    """Why it was declined; a plain No in that column means that it was not."""
    if facts.value("rhi_declined") is True:
        return "declined, no reason written"
    words = facts.text("rhi_declined")
    return None if words is None or words.lower() in {"no", "n", "false"} else words


def _accepted(facts: Facts) -> bool | None:
    said = facts.yes("rhi_accepted")
    if said is None and _declined(facts) is not None:
        return False
    if said is None and facts.when("rhi_completed") is not None:
        return True
    return said
