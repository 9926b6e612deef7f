"""The end of a link that is on no record tonight: its name, and the words that link it."""

import re
from collections.abc import Sequence

from models import codes
from models.rules.capture.reading import Mention
from models.rules.names import TITLES

MOST_WORDS = 7
NAME = re.compile(r"\s*(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+)(?=\s|$)")
NO_FIRST_NAME = TITLES | {"young", "old", "big", "little", "the"}


def unknown_after(text: str) -> tuple[str, str] | None:
    """The words of a relation at the beginning, and the name that follows them."""
    words = text.strip(" ().,:;").split()
    for length in range(min(MOST_WORDS, len(words) - 1), 0, -1):
        said = " ".join(words[:length])
        if said.casefold() in said_of_links():
            return said, " ".join(words[length:]).removeprefix("the ")
    return None


def unknown_first(text: str, mentions: Sequence[Mention]) -> tuple[str, str, Mention | None] | None:
    """ "Tony Marsh - uncle": a name on no record, the words behind it, and who they lead to.

    The words are those of a relation, or none where the name stands alone beside somebody known.
    """
    found = NAME.match(text)
    first = found["name"].split()[0].lower() if found else ""
    if found is None or first in NO_FIRST_NAME or first in said_of_links():
        return None
    behind = next((one for one in mentions if one.start >= found.end()), None)
    if any(one.start == found.start("name") for one in mentions):
        return None
    between = text[found.end() : behind.start if behind else len(text)]
    words = " ".join(between.strip(" ().,:;").split())
    if words.casefold() not in said_of_links() and (words or behind is None):
        return None
    return found["name"], words, behind


def unknown_last(
    text: str, mentions: Sequence[Mention]
) -> tuple[Mention | None, str | None, str] | None:
    """ "Mum - Sharon Denby", "Slade - Tony Bartlett": who is known, the words, and a whole name."""
    before = mentions[0] if mentions and not text[: mentions[0].start].strip() else None
    start = before.end if before else 0
    told = unknown_after(text[start:])
    words, name = told or (None, text[start:].strip() if before else "")
    at = text.find(name, start)
    if not NAME.fullmatch(name) or any(one.start == at for one in mentions):
        return None
    return before, words, name


@codes.kept
def said_of_links() -> frozenset[str]:
    """Every wording of a relation, from either side."""
    return frozenset(
        words.casefold()
        for one in codes.relations()
        for words in (one.code, one.label, one.reverse, *one.synonyms)
    )
