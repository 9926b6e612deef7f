"""What a tracker's category says: a category of the scheme, kinds of exploitation, other forms."""

import re
from collections.abc import Iterator

from models import codes
from models.codes import ExploitationType
from models.intake.understanding import answers
from models.intake.understanding.value import Value, chosen
from models.intake.understanding.value_codes import DENIED, kinds_of_exploitation

NO_CATEGORY = "no known category"
SAYS_MORE = "“{}” says more than the category, and is kept as written"
NO_HARM = frozenset({"missing", "none"})
WAYS = frozenset({"online", "internet", "internet based", "cyber", "social media"})
"""Words that alone tell by what way, not of what harm."""
_UNTOLD = frozenset({"HOME", "NONE"})  # "other" and "none identified" name no kind
_OF_CATEGORIES = re.compile(
    r"\b(?:and|with|also|or|plus|other|non|forms?|of|exploitation|evidence|suspicion|child|cse|ce|"
    r"(?:cat(?:egory)?|level)\d?)\b",
    re.IGNORECASE,
)
_OTHER_THAN = re.compile(r"\bnon\b", re.IGNORECASE)
_EDGES = re.compile(r"^(?:\W|\band\b|\bwith\b)+|\W+$", re.IGNORECASE)


def category_of(field: str, raw: str, this_year: int) -> list[Value]:
    """Return a category of CSE, the kinds of exploitation named, and whether other forms are said.

    Words beyond these are kept beside them; words that are none of these suit the field less.
    """
    words = chosen(raw)
    category, other, known = answers.read_category(words)
    if DENIED.search(words) and not answers.says_nothing(words):
        other, known = False, category is not None
    kinds = _kinds(words, category)
    named = [row for kind in kinds for row in _rows(kind)]
    other = other or any(row.counts_as != "CSE" and row.group not in NO_HARM for row in named)
    found = [Value("types", kinds)] if kinds else []
    found = found or ([] if known else _nearly(words))
    if category or not found:
        note = "" if known else NO_CATEGORY
        found.append(Value(field, category, 0.4 if note else 1.0, note))
    if words and (known or kinds) and not answers.leaves_open(words):
        found.append(Value("category_words", words))
    if known and not kinds and _says_more(words):
        found.append(Value("category_note", words, 0.7, SAYS_MORE.format(words)))
    return [*found, Value("other_exploitation", True)] if other else found


def _kinds(words: str, category: str | None) -> tuple[str, ...]:
    """Return the kinds as a column of kinds would read them, () where no known one is among them.

    Beside a category of CSE the mere word "CSE" names no kind of its own.
    """
    rest = _EDGES.sub("", answers.without_category(words)) if category else words
    if not rest or codes.normalise(rest) in WAYS:
        return ()
    said = kinds_of_exploitation("types", rest, 0)[0].value
    kinds = tuple(map(str, said)) if isinstance(said, tuple) else ()
    named = {row.code for kind in kinds for row in _rows(kind)}
    return kinds if named - ({"CSE"} if category else set()) else ()


def _rows(words: str) -> Iterator[ExploitationType]:
    """Yield the rows that words name: one, or each of several where nothing is denied."""
    whole = codes.recognise("exploitation_types", words)
    several = (
        ()
        if DENIED.search(words) or _OTHER_THAN.search(words)
        else codes.mentions("exploitation_types", words)
    )
    rows = [whole] if whole else several
    if not any(row.code in _UNTOLD for row in rows):
        yield from (row for row in rows if isinstance(row, ExploitationType))


def _nearly(words: str) -> list[Value]:
    """Return the kind that words all but name, to be asked about, and the words themselves."""
    row = codes.nearly("exploitation_types", words)
    if row is None or row.code in {*_UNTOLD, "ONL"}:
        return []
    note = f"“{words}” read as {row.label}"
    return [Value("types", (row.label,), 0.5, note), Value("category_note", words, 0.5, note)]


def _says_more(words: str) -> bool:
    """Say whether words hold more than a category and that other forms are suspected."""
    if answers.says_nothing(words):
        return False
    rest = _OF_CATEGORIES.sub(" ", answers.without_category(words))
    return any(map(str.isalpha, rest))
