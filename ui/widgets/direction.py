"""Names that are read from the right keep their place in a sentence on screen."""

import re

FIRST_STRONG, END = "\u2068", "\u2069"
_LETTER = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
_RUN = re.compile(rf"{FIRST_STRONG}?({_LETTER}(?:[\s'’\u200c-]*{_LETTER})*){END}?")


def in_order(text: str) -> str:
    """The text with each run of Arabic, Hebrew or the like kept apart, so that it turns no other.

    Without this “محمد and Mohammed” is laid out as if all of it were read from the right.
    """
    if text.isascii():
        return text
    return _RUN.sub(lambda run: f"{FIRST_STRONG}{run[1]}{END}", text)
