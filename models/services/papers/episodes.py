"""Missing episodes and return home interviews: each episode once, by child and time reported."""

from datetime import datetime

from sqlalchemy import select

from models import codes
from models.entities import MissingEpisode, ReturnInterview
from models.services.papers.children import meet_child
from models.services.papers.facts import Facts
from models.services.papers.filing import Filing, source


def file_missing(filing: Filing, facts: Facts) -> None:
    """A missing episode with its interview; one on record is only completed."""
    if not (facts.text("name") or facts.text("la_id")):
        filing.leave(facts)
        return
    child_id = meet_child(filing, facts).id
    reported = facts.moment("reported")
    episode = _standing(filing, child_id, reported)
    if episode is None:
        episode = filing.add(
            MissingEpisode(child_id=child_id, reported_at=reported, source=source(filing))
        )
        filing.filed.made += 1
    _complete(episode, facts)
    _interview(filing, episode, facts)
    filing.leave(facts)


def _standing(filing: Filing, child_id: int, reported: datetime | None) -> MissingEpisode | None:
    if reported is None:
        return None
    held = filing.held(MissingEpisode, child_id)
    return next((one for one in held if one.reported_at == reported), None)


def _complete(episode: MissingEpisode, facts: Facts) -> None:
    kind = codes.recognise("missing_kinds", facts.text("type"))
    if kind is not None:
        episode.kind = kind.code
    said = {
        "missing_from": facts.text("place_from"),
        "returned_at": facts.moment("returned"),
        "police_risk": facts.text("police_risk"),
        "police_reference": facts.text("police_ref"),
        "found_where": facts.text("found_at"),
        "found_with": facts.text("found_with"),
        "harm": facts.text("harm"),
    }
    for name, value in said.items():
        if value is not None:
            setattr(episode, name, value)


def _interview(filing: Filing, episode: MissingEpisode, facts: Facts) -> None:
    said = {
        "offered_at": facts.moment("rhi_offered"),
        "conducted_at": facts.moment("rhi_completed"),
        "declined_reason": _declined(facts),
        "provider": facts.text("rhi_by"),
        "accepted": _accepted(facts),
    }
    if all(value is None for value in said.values()):
        return
    standing = None
    if not filing.is_new(MissingEpisode, episode.id):
        standing = filing.session.scalars(
            select(ReturnInterview).where(ReturnInterview.episode_id == episode.id)
        ).first()
    if standing is None:
        filing.add(ReturnInterview(episode_id=episode.id, source=source(filing), **said))
        return
    for name, value in said.items():
        if value is not None:
            setattr(standing, name, value)


def _declined(facts: Facts) -> str | None:
    """Why it was declined; a plain No in that column means that it was not."""
    words = facts.text("rhi_declined")
    return None if words is None or words.lower() in {"no", "n", "false"} else words


def _accepted(facts: Facts) -> bool | None:
    said = facts.yes("rhi_accepted")
    if said is None and _declined(facts) is not None:
        return False
    if said is None and facts.moment("rhi_completed") is not None:
        return True
    return said
