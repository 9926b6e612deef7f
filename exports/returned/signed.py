"""Who made a change in Word and when, as far as it was tracked."""

from collections.abc import Sequence
from datetime import datetime

from exports import phrases
from models.intake.edited import EditedPaper


def told_by(author: str, on: datetime | None) -> str:
    """Sam Lee, 13 Nov 2026."""
    return phrases.joined(author, phrases.short_day(on.date()) if on else "")


def who_changed(paper: EditedPaper, paragraphs: Sequence[int], now: str) -> tuple[str, ...]:
    """Those whose tracked changes lie in these paragraphs, where in those words if given."""
    found: dict[str, None] = {}
    for at in paragraphs:
        one = paper.paragraphs[at]
        start = one.text.find(now) if now else 0
        end = start + len(now) if now and start >= 0 else len(one.text)
        for change in one.tracked:
            if change.start <= end and change.end >= max(start, 0):
                found[told_by(change.author, change.on)] = None
    return tuple(filter(None, found))
