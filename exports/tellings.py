"""Who tells a child and its parents what a panel decided, as papers say it, or why nobody does."""

import re

from exports import phrases
from exports.marking import Marked
from exports.phrases import NOT_RECORDED
from exports.wordml import Bold, Own, Text
from models.records.item import ItemRecord
from models.records.outcomes import TellingRecord
from models.records.places import Place
from models.rules.points import CHILD_TOLD, PARENTS_TOLD
from models.rules.told import not_to_be_told, speaks_of_telling

NOBODY = re.compile(r"(?:nobody|no[ -]one|neither)\b", re.IGNORECASE)
"""How a reason begins that says itself that nobody tells."""
GOES_ON = re.compile(
    r"(?:[Ww]ill|[Ss]hall|[Ii]s\s+to|[Tt]o)\s+(?!(?:(?:not|only|then|also)\s+)*be\b)[a-z]"
)
"""How words begin that go on from who tells: "will tell her on Monday", not "to be told so"."""


def who_tells(item: ItemRecord) -> list[Text]:
    """Who tells the child and each parent, or why nobody does."""
    told = (
        _nobody_tells(item, CHILD_TOLD, "Child"),
        *map(telling_text, item.tellings),
        _nobody_tells(item, PARENTS_TOLD, "Parents"),
    )
    return [one for one in told if one is not None]


def _nobody_tells(item: ItemRecord, code: str, whom: str) -> Text | None:
    """Why nobody tells the child, or the parents, where somebody said why."""
    reason = item.why_not(code)
    if not reason:
        return None
    known = NOBODY.match(reason) or not_to_be_told(reason) or speaks_of_telling(reason)
    words = phrases.sentence(reason)
    return (Bold(f"{whom}: "), words if known else f"Nobody tells them. {words}")


def telling_text(one: TellingRecord) -> Text:
    """Who tells whom by when, what may be said and what must not."""
    pieces: list[str] = [Bold(f"{one.whom[:1].upper()}{one.whom[1:]}: ")]
    text = phrases.sentence(one.text)
    goes_on = one.teller is not None and GOES_ON.match(text) is not None
    said = Marked(phrases.going_on(text) if goes_on else text, Place("telling", one.id, "text"))
    kept = Marked(phrases.stopped(one.must_not), Place("telling", one.id, "must_not"))
    safe = f"It is {'' if one.safe_to_write else 'not '}safe to write."
    for lead, words in (
        ("", _teller(one)),
        ("", one.teller if goes_on else None),
        ("", said),
        ("" if not_to_be_told(one.must_not) else "Must not be said: ", kept),
        ("", Own(safe) if one.safe_to_write is not None else None),
    ):
        if words:
            pieces += [Own(f"{' ' if len(pieces) > 1 else ''}{lead}"), words]
    return tuple(pieces)


def _teller(one: TellingRecord) -> str | None:
    """Who tells, and by when; words that say it themselves need nothing before them."""
    by = f"by {phrases.day(one.by_date)}" if one.by_date else None
    words = one.text or ""
    if one.teller and (words.startswith(f"{one.teller} ") or GOES_ON.match(words)):
        return phrases.sentence(by) if by else None
    if (one.text or not_to_be_told(one.must_not)) and one.teller is None and by is None:
        return None
    return f"{phrases.joined(one.teller or f'teller {NOT_RECORDED}', by)}."
