"""Registration marks of which somebody saw a part: "NK19 C?K", "NK19…", "reg starts NK19"."""

import re
from collections.abc import Iterator

from models.rules.identifiers import MARK, REST, number_key
from models.rules.marks_in_words import parts_in_words

ONE = "?"
"""A sign that was not seen."""
LEAST_KNOWN, LONGEST = 4, 8
"""Signs that were seen at least; a mark with its blank has so many signs, words have more."""
_DOTS = re.compile(r"\.{2,}|…")
_OTHER = re.compile(rf"[^A-Z0-9{re.escape(ONE)}{REST}]")
_WHOLE = re.compile(MARK)
_SEEN = re.compile(
    r"(?<![\w?*])[A-Z?*_]{1,3}[\d?*_]{1,3}\s?[A-Z?*_]{0,3}(?:\s?(?:\.{2,}|…))?(?![\w?*])",
    re.IGNORECASE,
)


def mark_key(text: str | None) -> str:
    """A registration mark as compared, with what was not seen of it as ? and …; also of words.

    >>> mark_key("reg starts NK19")
    'NK19…'
    >>> mark_key("nk19 c*k"), mark_key("NK19..."), mark_key("ab12 cde"), mark_key("AB12 CDE?")
    ('NK19C?K', 'NK19…', 'AB12CDE', 'AB12CDE')
    """
    said = _DOTS.sub(REST, shown_mark(text or "").replace("*", ONE).replace("_", ONE))
    key = _OTHER.sub("", said)
    return number_key(key) if _WHOLE.fullmatch(key.rstrip(ONE + REST)) else key


def shown_mark(text: str) -> str:
    """A registration mark as it stands on a record: in capitals, of words what they tell of it."""
    told = next(parts_in_words(text), None) if len(text) > LONGEST else None
    return told[1] if told else text.strip().upper()


def says_a_mark(text: str) -> bool:
    """Whether a text has signs of a mark, whole or in part.

    >>> says_a_mark("reg starts NK19"), says_a_mark("silver Astra")
    (True, False)
    """
    return any(sign.isdigit() or sign in (ONE, "*", "_", REST) for sign in text)


def is_mark(text: str) -> bool:
    """Whether a text is a whole registration mark and nothing else."""
    return _WHOLE.fullmatch(text.strip().upper()) is not None


def is_partial(key: str) -> bool:
    """Whether a mark as compared is one of which enough was seen, and not all."""
    return (ONE in key or REST in key) and known_signs(key) >= LEAST_KNOWN


def known_signs(key: str) -> int:
    """How many signs of a mark were seen."""
    return len(number_key(key))


def fits(one: str, other: str) -> bool:
    """Whether one of two marks as compared is whole, and what was seen of the other is in it."""
    if is_partial(other):
        one, other = other, one
    if not is_partial(one) or ONE in other or REST in other:
        return False
    # Who sees the beginning alone may not count the signs that follow.
    seen = f"{one.rstrip(ONE)}{REST}" if one.endswith(ONE) else one
    pattern = "".join({ONE: ".", REST: ".*"}.get(sign, re.escape(sign)) for sign in seen)
    return re.fullmatch(pattern, other) is not None


def partial_marks(text: str) -> Iterator[str]:
    """The marks in a text of which only a part was seen, as written, with the words that say so."""
    yield from (one[0].strip() for one in _SEEN.finditer(text) if is_partial(mark_key(one[0])))
    yield from (written for written, key in parts_in_words(text) if is_partial(key))
