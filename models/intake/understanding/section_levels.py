"""Whose details a text stands under: the sections that are open, by the level of their heading."""

import re

from models.intake.understanding.context import CHILD, Context
from models.intake.understanding.lexicon import is_title
from models.intake.understanding.typed_lines import DETAILS

_OWN = re.compile(  # over whom a case system's record is about
    r"\W*(?:person(?:['’]?s|al)?|individual|client|service user)\W+(?:details|information)\W*",
    re.IGNORECASE,
)
LONG_TITLE = 4  # words: "Lead professional's update for MACE" is one, "Nominated by" is none
ABOUT = {"indicators": "indicators", "protective": "protective", "associates": "associate"}


class SectionLevels:
    """The headings that a text stands under, the outermost first."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._open: list[tuple[int, str | None]] = []

    @property
    def now(self) -> str | None:
        """Whose details the text now stands under."""
        return next((name for _, name in reversed(self._open) if name), None)

    def over(self, level: int) -> str | None:
        """Whose details a heading of that level stands under, itself not counted."""
        return next((name for open_, name in reversed(self._open) if name and open_ < level), None)

    def leave(self) -> None:
        """Come out from under every heading, as the signature below a form does."""
        self._open = []

    def enter(self, text: str, level: int) -> None:
        """Go under a heading; those of its level and below end."""
        while self._open and self._open[-1][0] >= level:
            self._open.pop()
        match = self._context.label(text, None)
        about = ABOUT.get(match.field) if match else None
        titled = is_title(text) and (level == 1 or len(text.split()) >= LONG_TITLE)
        titled = titled and not DETAILS.search(text)
        asked = text.rstrip().endswith("?")  # "Parents told of the referral?"
        named = None if titled or asked else self._context.whose(text)
        if self._context.kind == CHILD and _OWN.fullmatch(text):
            named = CHILD
        self._open.append((level, named or about))
