"""A child's recommendations as a block of text sized for a case note."""

from collections.abc import Sequence
from datetime import date

from exports.phrases import short_day
from exports.tables import past_due, plan_name
from models.records.documents import ExtractPapers
from models.records.outcomes import RecommendationRow
from models.rules.recommendations import (
    ACCEPTED,
    RecommendationStatus,
    in_words,
    is_unanswered,
)

MOST = 4_000
"""Letters that the note fields of case systems take."""
CUT = "… the rest stands on the recommendations sheet."


def copy_block(papers: ExtractPapers) -> str:
    """The recommendations that stand, from a child's part that has been through the net.

    The child is initials and number; what is too long for a note ends with where the rest is.
    """
    rows = [one for one in papers.item.recommendations if not one.withdrawn]
    head = f"{papers.panel.name}, {short_day(papers.meeting.held_on)}: {_child(papers)}"
    reply = _asked(papers, [one for one in rows if is_unanswered(one.status)])
    on = papers.made_at.date()
    blocks = ["\n".join(_lines(one, on)) for one in rows] or ["No recommendations to the plan."]
    return _sized(f"{head}\n{papers.panel.marking}", blocks, reply)


def _asked(papers: ExtractPapers, rows: Sequence[RecommendationRow]) -> str:
    """By when an answer is due, and where; a day that has passed is no new one."""
    if not (rows and papers.reply_by):
        return ""
    today = papers.made_at.date()
    missed = min(
        (one.reply_by for one in rows if one.reply_by and one.reply_by < today), default=None
    )
    if missed is not None:
        was = f"An answer was due by {short_day(missed)}"
        return f"{was}: please send it now to {papers.reply_to}."
    return f"Please answer by {short_day(papers.reply_by)} to {papers.reply_to}."


def _child(papers: ExtractPapers) -> str:
    return " ".join(filter(None, (papers.item.header.initials, papers.child_system_id)))


def _lines(one: RecommendationRow, on: date) -> list[str]:
    last = [
        f"to {one.addressed_to}" if one.addressed_to else "",
        f"into the {plan_name(one.to_plan)}" if one.to_plan else "",
        one.plan_domain or "",
        f"by {short_day(one.by_date)}{''.join(past_due(one, on))}" if one.by_date else "no date",
    ]
    facts = ", ".join(part for part in last if part)
    seen = [f"   Shown by: {one.evidence_sought}"] if one.evidence_sought else []
    answer = [f"   {_sentence(_answer(one))}"] if not is_unanswered(one.status) else []
    return [f"{one.reference}  {_sentence(one.text)}", f"   {facts}", *seen, *answer]


def _answer(one: RecommendationRow) -> str:
    """What the plan answered, on which day, and why or where the plan shows it."""
    day = one.plan_updated_on if one.status == RecommendationStatus.IN_PLAN else one.replied_on
    told = f"Answer: {in_words(one.status)}{f', {short_day(day)}' if day else ''}"
    changed = one.modified_text if one.status == RecommendationStatus.MODIFIED else None
    shown = one.plan_evidence if one.status == RecommendationStatus.IN_PLAN else None
    to_come = one.plan_by if one.status in ACCEPTED else None
    by = f"to be in the plan by {short_day(to_come)}" if to_come else None
    parts = [part.strip(" .") for part in (by, changed, shown, one.reply_reason) if part]
    why = ". ".join(f"{part[:1].upper()}{part[1:]}" for part in dict.fromkeys(parts))
    return f"{told}: {why}" if why else told


def _sentence(text: str) -> str:
    flat = " ".join(text.split())
    return flat if flat.endswith((".", "!", "?")) else f"{flat}."


def _sized(head: str, blocks: Sequence[str], reply: str) -> str:
    """Whole recommendations as far as there is room, and always when an answer is due."""
    room = MOST - len(head) - len(reply) - len(CUT) - 8
    kept: list[str] = []
    for block in blocks:
        room -= len(block) + 2
        if room < 0:
            kept.append(CUT)
            break
        kept.append(block)
    return "\n\n".join([head, *kept, *([reply] if reply else [])])
