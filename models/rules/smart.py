"""What is weak about an action before it is agreed: warnings beside it, never a bar to it."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from models import codes
from models.rules.closed_days import day_off
from models.rules.language import unquoted
from models.rules.names import plain
from models.rules.nrm import referring_warning
from models.rules.working_days import NO_CLOSED_DAYS

LIST = "smart_warnings"
MOST_ACTIONS = "too_many"
CARRIED = "carried"
OF_OWNERS = "owner_all"
OF_EVIDENCE = "no_evidence"
EVERYONE = frozenset({
    "all", "everyone", "everybody", "panel", "the panel", "whole panel", "partners", "agencies",
    "professionals", "team", "all agencies", "all members", "all partners", "all present",
    "all professionals", "all panel members", "tbc", "tba",
})  # fmt: skip

OUTCOME = re.compile(
    r"\b(?:so\s+that|so\s+(?:he|she|they)|in\s+order\s+to|until|report\w*|feed\s*back|record\w*|confirm\w*"
    r"|agree\w*|complete\w*|refer\w*|referral|obtain\w*|send|share|write|plan|outcome|result|evidence|note"
    r"|assessment|application|appointment|statement|consent|whether|why|if|and\s+\w+)\b|\d",
    re.IGNORECASE,
)
"""What shows that an action is done, or what should come of it."""


@dataclass(frozen=True)
class ActionDraft:
    """An action as it stands: what, who, by when, and what will show that it is done."""

    text: str
    owner: str | None = None
    agency: str | None = None
    due: date | None = None
    evidence: str | None = None
    carried: int = 0


def limit(code: str, shipped: int) -> int:
    """The number of a warning that is not to be passed: the panel's, or as shipped."""
    row = codes.find(LIST, code)
    return row.limit or shipped if isinstance(row, codes.SmartWarning) else shipped


def most_actions() -> int:
    """How many actions one item can bear."""
    return limit(MOST_ACTIONS, 5)


def carried_too_often() -> int:
    """How many times an action may be carried before it is named."""
    return limit(CARRIED, 3)


@codes.kept
def _weak_words() -> re.Pattern[str]:
    """The words of every warning in use that nobody can see done, with their endings."""
    rows = codes.rows_of(LIST, codes.SmartWarning)
    return _any_of(
        word for row in rows if row.code not in (OF_OWNERS, OF_EVIDENCE) for word in row.patterns
    )


@codes.kept
def _open_ended() -> re.Pattern[str]:
    """What can be done for ever with nothing to show for it: support, discuss, work with."""
    rows = codes.rows_of(LIST, codes.SmartWarning)
    return _any_of(word for row in rows if row.code == OF_EVIDENCE for word in row.patterns)


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    forms = sorted((_with_endings(word) for word in words), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(forms) or '(?!)'})\b", re.IGNORECASE)


def _with_endings(words: str) -> str:
    """A pattern of the words with the endings of their first: liaise, liaises, liaising."""
    first, *rest = words.split()
    stem = re.escape(first.removesuffix("e"))
    ending = "(?:e|es|ed|ing)" if first.endswith("e") else "(?:s|es|ed|ing)?"
    return r"\s+".join([stem + ending, *map(re.escape, rest)])


def is_everyone(words: str) -> bool:
    """True if the words name the whole room, which is nobody."""
    return plain(words) in EVERYONE


def action_warnings(
    draft: ActionDraft, review: date | None = None, closed: Collection[date] = NO_CLOSED_DAYS
) -> tuple[str, ...]:
    """Sentences on an action without named owner, date, clear verb, due on a day on which nobody
    works, or after the review, or to refer to the NRM by who may not.
    """
    off = day_off(draft.due, closed)
    warnings = (
        _owner(draft),
        _due(draft, review),
        off.sentence if off else None,
        verb_warning(draft.text),
        referring_warning(draft.text, draft.agency) or None,
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


def weak_words(text: str) -> tuple[tuple[int, int], ...]:
    """Where verbs stand that nobody can see done: monitor, liaise, explore; none in a quotation."""
    return tuple(one.span() for one in unquoted(_weak_words(), text))


def weak_sentence(word: str) -> str:
    """What is said of a verb that nobody can see done."""
    return f"“{word}” cannot be seen done: say what will happen."


def verb_warning(text: str) -> str | None:
    """A sentence if the text uses a verb that nobody can see done: monitor, liaise, explore."""
    weak = weak_words(text)
    return weak_sentence(text[slice(*weak[0])]) if weak else None


def _carried(times: int) -> str | None:
    if times < carried_too_often():
        return None
    return f"Carried {times} times: change it, escalate it or close it."


def evidence_warning(draft: ActionDraft) -> str | None:
    """A sentence if an action that could go on for ever says nothing of what will show it is done.

    Most verbs show it themselves (visit, refer, send); what is weak already is said once.
    """
    text = draft.text
    if (draft.evidence or "").strip() or weak_words(text) or OUTCOME.search(text):
        return None
    open_ended = _open_ended().match(text.strip())
    return "Nothing says what will show it is done." if open_ended else None


def too_many(actions: int) -> tuple[str, ...]:
    """The sentence on an item that holds so many actions, where they are too many."""
    most = most_actions()
    if actions <= most:
        return ()
    return (f"{actions} actions for one item: more than {most} are seldom done.",)


def item_warnings(actions: int, measures: int, named: int) -> tuple[str, ...]:
    """Sentences on a whole item: too many actions, or a person or place named and not disrupted.

    `named` counts persons of concern and places spoken of in the item.
    """
    warnings = [*too_many(actions)]
    if named and not measures:
        warnings.append("A person or place is named and no disruption is recorded.")
    return tuple(warnings)
