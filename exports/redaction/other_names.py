"""What becomes of the words by which a text says that somebody has another name."""

import re
from collections.abc import Iterable

ANOTHER_NAME = "another name"
_IT = rf"[“\"‘']?{ANOTHER_NAME}\b[”\"’']?"
_MORE = rf"(?:(?:,|,?\s+(?:or|and))\s+{_IT})*"
_THE_NAME = r"(?:\s+the\s+(?:street\s+)?name(?:\s+of)?)?"
_SAYS = (
    r"(?:(?:who\s+is\s+)?(?:also\s+|better\s+)?"
    rf"(?:known\s+as|called|nicknamed|going\s+by{_THE_NAME}|a\.?k\.?a\.?|alias)"
    rf"|who\s+(?:also\s+)?(?:goes\s+by|uses){_THE_NAME}|whose\s+(?:\w+\s+)?name\s+is)"
)
_IS = r"(?<!\bis)(?<!\bwas)(?<!\bare)(?<!\bbeen)(?<!\balso)"
PARTS = frozenset({"not", "but", "and", "or", "who", "which", "while", "though", "although"})
"""Words before which a comma stands though a subject goes before it."""
NOTHING = re.compile(
    rf",\s+(?:{_SAYS}\s+)?{_IT}{_MORE}(?!\s+by\b),?"
    rf"|{_IS}\s+{_SAYS}\s+{_IT}{_MORE}(?!\s+by\b)"
    rf"|\s+(?:or|and)\s+{_IT}"
    rf"|\s+\((?:[\w.]+\s+){{0,3}}{_IT}\)",
    re.IGNORECASE,
)
"""Words that say no more without the name, and go."""
SHORTER = (
    (re.compile(rf"\bthe\s+(?:street\s+)?name(?:\s+of)?\s+{_IT}", re.I), ANOTHER_NAME),
    (
        re.compile(rf"\b(known|called|nicknamed)(?:\s+as)?\s+{_IT}\s+by\b", re.I),
        r"\1 something by",
    ),
    (re.compile(rf"\bknown\s+as\s+{_IT}", re.I), f"known by {ANOTHER_NAME}"),
    (re.compile(rf"\bname\s+is\s+{_IT}", re.I), "name is withheld"),
)


def without(text: str, shown: Iterable[str]) -> str:
    """The text without what is empty once the other name is gone; `shown` stand for people."""
    people = sorted(set(shown))
    for one in people:
        who = re.escape(one)
        text = re.sub(rf"{who}\s+[\"“‘'(]{ANOTHER_NAME}[\"”’')]\s+{who}", one, text)
    alone = re.compile(rf"(?:^|[.!?:;]\s|\n)[“\"(]?(?:{'|'.join(map(re.escape, people))})$")
    text = NOTHING.sub(lambda found: _comma(found, alone), text)
    for words, instead in SHORTER:
        text = words.sub(instead, text)
    return text


def _comma(found: re.Match[str], alone: re.Pattern[str]) -> str:
    """The comma behind the name goes where the person does something, and parts words else."""
    after = found.string[found.end() :].lstrip().partition(" ")[0]
    subject = alone.search(found.string, 0, found.start()) is not None
    return "," if found[0].endswith(",") and (not subject or after in PARTS) else ""
