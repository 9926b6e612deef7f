"""Words of a text that stand beside each other, by the run."""

import re
from collections.abc import Iterator

WORD = re.compile(r"[^\W_][\w'’&-]*|&")


def runs(text: str, longest: int) -> Iterator[str]:
    """Every run of so many words at most, with nothing but blanks or a hyphen between.

    >>> list(runs("The Travel Inn. Late", 2))
    ['The Travel', 'Travel Inn', 'The', 'Travel', 'Inn', 'Late']
    """
    words = list(WORD.finditer(text))
    for many in range(longest, 0, -1):
        for at in range(len(words) - many + 1):
            some = words[at : at + many]
            gaps = (
                text[one.end() : then.start()] for one, then in zip(some, some[1:], strict=False)
            )
            if all(gap in ("", "-") or gap.isspace() and "\n" not in gap for gap in gaps):
                yield text[some[0].start() : some[-1].end()]
