"""One way in which a sentence tells a field: how it is worded and what is read."""

import re
from collections.abc import Callable
from dataclasses import dataclass

Found = re.Match[str]
Reading = Callable[[Found, int], object]

DENIED = re.compile(r"\b(?:not|never|nor|unaware|without|no)\b|n['’]t\b", re.IGNORECASE)
PARENT = r"(?:mother|mum|father|dad|parents?|carers?|nan|gran\w*|guardian)"


@dataclass(frozen=True)
class Telling:
    """A field, how a sentence tells it, and what is read.

    `names` says that the sentence has to speak of the child, so that a form's guidance, which
    speaks of any child, tells nothing.
    """

    field: str
    pattern: re.Pattern[str]
    read: Reading
    names: bool = True


def telling(field: str, pattern: str, read: Reading, names: bool = True) -> Telling:
    """Return a telling; a worker's name is told from other words by its capitals."""
    return Telling(field, re.compile(pattern, re.IGNORECASE if field != "lead" else 0), read, names)
