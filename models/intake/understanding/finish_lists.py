"""What the row of a list says together: days without a year, a status told in an update."""

import re
from dataclasses import replace

from models import codes
from models.intake.papers import ReadField
from models.intake.understanding.dates import read_day
from models.intake.understanding.names import looks_like_name
from models.intake.understanding.records import Growing
from models.intake.understanding.yearless import SHORT, TOLD, first_after
from models.rules.actions import UNFINISHED, ActionStatus
from models.rules.said_done import is_said_done

NOT_HELD = "no interview was held: the day beside it, {}, is that of this outcome"
SAID = "the update says that it was done: check"
NO_YEAR, CHECK = "no year written: read as the first after it", "from the update: check"
_LEAD = re.compile(r"^\W*((?:not (?:yet )?)?[A-Za-z-]+(?: progress)?)\b", re.IGNORECASE)
_DONE = re.compile(r"\b(?:done|completed?|closed|served|finished|sent|held|made)\b", re.IGNORECASE)
_BEGUN = re.compile(
    r"^\W*(?:started|begun|began|commenced)\b(?!.*\b(?:done|complet|finish|ended))", re.I
)
_HELD = re.compile(r"^\W*(?:done|completed|held|yes)\W+", re.IGNORECASE)


def due_after_meeting(growing: Growing) -> None:
    """Take a due day without a year for the first such day after the meeting that set it."""
    _dated(growing, "due", growing.get("meeting"))


def next_after_last(growing: Growing) -> None:
    """Take the next discussion's day without a year for the first after the last discussion."""
    _dated(growing, "next_review", growing.get("last_discussed"))


def told_by_update(growing: Growing) -> None:
    """Read "Done 29/4" in an update as the status, and its day, where no column says them."""
    field = growing.fields.get("update")
    said = str(field.value or "") if field else ""
    lead = _LEAD.match(said)
    if field is None or lead is None:
        return
    status = codes.recognise("action_statuses", lead[1])
    if status and growing.get("status") is None and codes.normalise(lead[1]) in _words(status):
        growing.fields["status"] = replace(
            field, name="status", value=status.code, sure=TOLD, note=CHECK
        )
    _say_where_it_is_done(growing, said)
    done = str(growing.get("status") or "").startswith("complete")
    days = SHORT.findall(said) if _DONE.search(said) else []
    if done and growing.get("completed") is None and len(days) < 2 and not _BEGUN.match(said):
        day = read_day(said, growing.this_year).value or first_after(said, growing.get("meeting"))
        if day:
            growing.fields["completed"] = replace(
                field, name="completed", value=day, sure=TOLD, note=CHECK
            )


def _say_where_it_is_done(growing: Growing, said: str) -> None:
    """Ask about a status that says open where the update says that it was done."""
    field = growing.fields.get("status")
    status = str(field.value or "") if field else ""
    if field is None or status not in UNFINISHED or not is_said_done(ActionStatus(status), said):
        return
    growing.fields["status"] = replace(field, sure=min(field.sure, TOLD), note=SAID)


_OFFERED = re.compile(
    r"\W*(?:offered|booked|due|arranged)\b(?!.*\b(?:done|held|completed)\b)", re.I
)


def interviewed(growing: Growing) -> None:
    """Read "done 10/06 Jo Marsh" as the interview's day after the child was back, and whose."""
    field = growing.fields.get("rhi_completed")
    if field and _not_held(growing, field):
        return
    if field and _OFFERED.match(field.raw) and "rhi_offered" not in growing.fields:
        growing.fields["rhi_offered"] = replace(field, name="rhi_offered")
        del growing.fields["rhi_completed"]
        return
    back = growing.get("returned") or growing.get("reported")
    if field is None or field.value not in (None, True):
        return
    day = first_after(field.raw, back)
    held = _HELD.match(field.raw)
    if day is None or held is None:
        return
    growing.fields["rhi_completed"] = replace(field, value=day, sure=TOLD, note=NO_YEAR)
    growing.lost = [one for one in growing.lost if one.where != field.where]
    who = SHORT.sub(" ", field.raw[held.end() :]).strip(" ,;-–")
    if looks_like_name(who) and growing.get("rhi_by") is None:
        growing.fields["rhi_by"] = ReadField("rhi_by", who, field.raw, field.where, TOLD)


def _not_held(growing: Growing, day: ReadField) -> bool:
    """Say whether an interview's outcome is that there was none, which the day beside is of."""
    why = growing.fields.get("rhi_declined")
    if why is None or why.where == day.where or not isinstance(why.value, str):
        return False
    growing.fields["rhi_declined"] = replace(why, note=NOT_HELD.format(day.raw))
    del growing.fields["rhi_completed"]
    return True


def _words(status: codes.Code) -> set[str]:
    return {codes.normalise(word) for word in (status.code, status.label, *status.synonyms)}


def _dated(growing: Growing, name: str, start: object) -> None:
    field = growing.fields.get(name)
    day = first_after(field.raw, start) if field and field.value is None else None
    if field is not None and day is not None:
        growing.fields[name] = replace(field, value=day, sure=TOLD, note=NO_YEAR)
        growing.lost = [one for one in growing.lost if one.where != field.where]
