"""An assessment of a place that came back: a new version with what was changed in Word."""

from typing import Any

from sqlalchemy import select

from models.entities import Place
from models.intake.assessed_place import DAYS
from models.queries.knowable import leads
from models.rules.place_assessment import FIELDS, WEIGHTINGS, weighting
from models.services.papers.facts import Facts
from models.services.papers.filing import Filing
from models.services.register.place_versions import begun_from, latest

NO_PLACE = "No one place on record is called so: nothing was kept."
NOT_UNDERSTOOD = "not understood"
HINTS = {"weighting": f"choose {'; '.join(WEIGHTINGS)}", "assessed_on": "choose a day up to today"}
SAME = "It says what was written: no version was made."


def file_place_assessment(filing: Filing, facts: Facts) -> None:
    """The next version of the place's assessment; none where nothing was changed."""
    place_id = _place(filing, facts.text("name") or "")
    last = latest(filing.session, place_id) if place_id is not None else None
    said = {name: _value(filing, facts, name) for name in FIELDS}
    changed = {name: value for name, value in said.items()
               if value is not None and value != getattr(last, name, None)}  # fmt: skip
    if place_id is None:
        filing.refuse(facts.where, NO_PLACE)
    elif changed:
        made = begun_from(last, place_id, filing.today, filing.by)
        for name, value in changed.items():
            setattr(made, name, value)
        if made.review_on is not None:
            filing.session.get_one(Place, place_id).review_on = made.review_on
        filing.session.add(made)
        filing.filed.subjects.append(place_id)
        filing.filed.made += 1
    else:
        filing.filed.unchanged.append((facts.where, SAME))
    filing.leave(facts)


def _place(filing: Filing, name: str) -> int | None:
    found = filing.session.scalars(select(Place.id).where(Place.label == name)).all()
    lead = leads(filing.session)
    those = {lead.get(one, one) for one in found}
    return those.pop() if len(those) == 1 else None


def _value(filing: Filing, facts: Facts, name: str) -> Any:
    """What is said anew and fits; what does not is kept as text."""
    said, text = facts.field(name), facts.text(name)
    if said is None or not text:
        return None
    value: Any = facts.day(name) if name in DAYS else text
    if name == "weighting":
        value = weighting(text)
    if name == "assessed_on" and value is not None and value > filing.today:
        value = None
    if value is None:
        hint = HINTS.get(name, NOT_UNDERSTOOD)
        filing.refuse(said.where, f"{FIELDS[name]}, {said.raw}: {hint}")
    return value
