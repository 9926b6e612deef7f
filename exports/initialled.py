"""A child's part with the child's own name as initials in its free text, for systems and copies."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from exports.child_part import OF_ANSWERS, OF_RECOMMENDATIONS
from exports.naming import naming
from models.records.documents import ExtractPapers, KnownName
from models.records.masks import TextMask
from models.records.outcomes import RecommendationRow

WORDS = ("text", *OF_RECOMMENDATIONS, *OF_ANSWERS)


def initialled(
    papers: ExtractPapers, known: Iterable[KnownName] = (), others: TextMask | None = None
) -> ExtractPapers:
    """The papers whose recommendations call their child by initials, by whatever name it went.

    `known` are all names on record; those of this child's record that are no other's are its own.
    `others` masks children and homes on record, as in the papers of members.
    """
    item, panel = papers.item, replace(papers.panel, full_names=False)
    names = naming(panel, [item], papers.meeting.held_on, others=others).within(item)
    own = _own(known, item.row.subject_id)
    shown = item.header.initials

    def rewrite(text: str) -> str:
        called = names.rewrite(text)
        return own.sub(shown, called) if own is not None else called

    rows = tuple(_row(one, rewrite) for one in item.recommendations)
    return replace(papers, item=replace(item, recommendations=rows))


def _own(known: Iterable[KnownName], child_id: int | None) -> re.Pattern[str] | None:
    """What else the child goes by, the longest first."""
    found = {one.text for one in known if one.subject_id == child_id and one.kind == "child"}
    words = sorted((re.escape(one) for one in found if len(one) > 1), key=len, reverse=True)
    return (
        re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-])", re.IGNORECASE) if words else None
    )


def _row(one: RecommendationRow, rewrite: Callable[[str], str]) -> RecommendationRow:
    said = ((name, getattr(one, name)) for name in WORDS)
    changed: dict[str, Any] = {name: rewrite(text) for name, text in said if text}
    return replace(one, **changed)
