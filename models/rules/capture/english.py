"""Whether a word is one of English, told by a shipped list."""

from collections import defaultdict
from functools import cache
from importlib import resources

HEAD = 2
"""Letters by which the words lie together."""


def is_english(word: str) -> bool:
    """True for a word in small letters that the list holds."""
    return f"\n{word}\n" in _english().get(word[:HEAD], "")


@cache
def _english() -> dict[str, str]:
    """The words by the letters they begin with, each group as one text: a set takes tenfold."""
    text = resources.files("resources").joinpath("spelling", "english.txt").read_text("utf-8")
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for word in text.splitlines():
        if not word.startswith("#"):
            groups[word[:HEAD]].append(word)
    return {head: "\n".join(("", *words, "")) for head, words in groups.items()}
