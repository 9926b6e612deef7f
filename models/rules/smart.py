"""What is weak about an action before it is agreed: warnings beside it, never a bar to it."""

import re
from dataclasses import dataclass
from datetime import date

from models.rules.names import plain

MOST_ACTIONS = 5
CARRIED_TOO_OFTEN = 3
WEAK_VERBS = re.compile(
    r"\b(?:continue(?:s|d)?\s+to\s+monitor|monitor(?:s|ing)?|liais(?:e|es|ing)|liase|"
    r"explor(?:e|es|ing)|keep\s+(?:an\s+eye|under\s+review)|touch\s+base|be\s+aware|raise\s+awareness|"
    r"look\s+into|consider(?:s)?|offer\s+support)\b",
    re.IGNORECASE,
)
EVERYONE = frozenset({
    "all", "everyone", "everybody", "panel", "the panel", "whole panel", "partners", "agencies",
    "professionals", "team", "all agencies", "all members", "all partners", "all present",
    "all professionals", "all panel members", "tbc", "tba",
})  # fmt: skip


@dataclass(frozen=True)
class ActionDraft:
    """An action as it stands: what, who, by when, and what will show that it is done."""

    text: str
    owner: str | None = None
    agency: str | None = None
    due: date | None = None
    evidence: str | None = None
    carried: int = 0


def is_everyone(words: str) -> bool:
    """True if the words name the whole room, which is nobody."""
    return plain(words) in EVERYONE


def action_warnings(draft: ActionDraft, review: date | None = None) -> tuple[str, ...]:
    """Sentences on an action without named owner, date, clear verb, or due after the review."""
    warnings = (
        _owner(draft),
        _due(draft, review),
        verb_warning(draft.text),
        _carried(draft.carried),
    )
    return tuple(warning for warning in warnings if warning)


def _owner(draft: ActionDraft) -> str | None:
    if draft.owner and is_everyone(draft.owner):
        return "An action for everyone is done by no one: name one person."
    if draft.owner:
        return None
    if draft.agency:
        return f"No named owner: {draft.agency} is an agency, name a person."
    return "No named owner."


def _due(draft: ActionDraft, review: date | None) -> str | None:
    if draft.due is None:
        return "No date."
    if review and draft.due > review:
        return f"Due after the review on {review.day} {review:%B}."
    return None


def verb_warning(text: str) -> str | None:
    """A sentence if the text uses a verb that nobody can see done: monitor, liaise, explore."""
    weak = WEAK_VERBS.search(text)
    return f"“{weak[0]}” cannot be seen done: say what will happen." if weak else None


def _carried(times: int) -> str | None:
    if times < CARRIED_TOO_OFTEN:
        return None
    return f"Carried {times} times: change it, escalate it or close it."


def evidence_warning(draft: ActionDraft) -> str | None:
    """A sentence if nothing says what will show that the action is done."""
    return None if (draft.evidence or "").strip() else "Nothing says what will show it is done."


def item_warnings(actions: int, measures: int, named: int) -> tuple[str, ...]:
    """Sentences on a whole item: too many actions, or a person or place named and not disrupted.

    `named` counts persons of concern and places spoken of in the item.
    """
    warnings = []
    if actions > MOST_ACTIONS:
        warnings.append(
            f"{actions} actions for one item: more than {MOST_ACTIONS} are seldom done."
        )
    if named and not measures:
        warnings.append("A person or place is named and no disruption is recorded.")
    return tuple(warnings)
