"""Two assessments side by side: by one scheme indicator by indicator, else level and judgement."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from models.records.assessing import Given
from models.rules.scheme_form import (
    NOT_ANSWERED,
    SUSPECTED,
    UNKNOWN,
    Question,
    is_present,
    word_of,
)

NOT_ASKED = "not asked"
THERE, GONE, CHANGED = "now there", "no longer there", "changed"
UNSAID = "not answered again"
OPEN = frozenset({SUSPECTED, UNKNOWN})
"""What later says neither that a risk is there nor that it is not."""
ONLY_LATER, ONLY_EARLIER = "new in this version", "not in the later version"


@dataclass(frozen=True)
class Pair:
    """One indicator in both: how each answered it, and in a word what changed."""

    label: str
    group: str
    earlier: str
    later: str
    change: str = ""
    protective: bool = False


def family(scheme_code: str | None) -> str:
    """The scheme of which a row is a version."""
    return (scheme_code or "").split(" v")[0]


def alike(one: str | None, other: str | None) -> bool:
    """Whether two assessments are by versions of one scheme, so that indicators compare."""
    return bool(one) and family(one) == family(other)


def compared(
    earlier: Sequence[Given],
    later: Sequence[Given],
    asked_before: Sequence[Question] = (),
    asked_now: Sequence[Question] = (),
) -> tuple[Pair, ...]:
    """Every indicator that either answered, in the later form's order, the earlier's own last."""
    old, new = _by_key(earlier), _by_key(later)
    before, now = {_key(one): one for one in asked_before}, {_key(one): one for one in asked_now}
    order = dict.fromkeys([*now, *before, *new, *old])
    return tuple(
        _pair(old.get(key), new.get(key), before.get(key), now.get(key), (bool(before), bool(now)))
        for key in order
        if key in old or key in new
    )


def _key(one: Given | Question) -> str:
    worded = one.label if isinstance(one, Question) else one.worded
    return one.code or " ".join(worded.casefold().split())


def _by_key(given: Iterable[Given]) -> Mapping[str, Given]:
    return {_key(one): one for one in given}


def _pair(
    old: Given | None,
    new: Given | None,
    before: Question | None,
    now: Question | None,
    forms: tuple[bool, bool],
) -> Pair:
    asked = now or before
    worded = asked.label if asked else (new or old).worded  # type: ignore[union-attr]
    return Pair(
        worded,
        asked.group if asked else "",
        _said(old, before, forms[0]),
        _said(new, now, forms[1]),
        _change(old, new, forms[0] and not before, forms[1] and not now),
        bool(asked and asked.protective),
    )


def _said(given: Given | None, asked: Question | None, form: bool) -> str:
    if given is None:
        return NOT_ASKED if form and asked is None else NOT_ANSWERED
    return word_of(asked, given) if asked else given.answer


def _answered(given: Given | None) -> bool:
    return given is not None and given.answer != NOT_ANSWERED


def _change(old: Given | None, new: Given | None, unasked: bool, dropped: bool) -> str:
    """What changed; only an answer that it is not there says that a risk has gone."""
    if old is None and unasked:
        return ONLY_LATER
    if new is None and dropped:
        return ONLY_EARLIER
    if _answered(old) and not _answered(new):
        return UNSAID
    before, after = old.answer if old else "", new.answer if new else ""
    if is_present(after) and not is_present(before) and before != SUSPECTED:
        return THERE
    if is_present(before) and not is_present(after) and after not in OPEN:
        return GONE
    same = old and new and (before, old.window) == (after, new.window)
    return "" if same else CHANGED
