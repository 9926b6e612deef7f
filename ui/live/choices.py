"""The choices of a question in place: those that what is typed stands for."""

from collections.abc import Callable, Sequence

from ui.widgets.lines import Line

Find = Callable[[str], Sequence[Line]]


def among(lines: Sequence[Line]) -> Find:
    """Choose among these, by the words of each."""
    return lambda text: [line for line in lines if matches(text, line.words)]


def matches(text: str, words: str) -> bool:
    """True where each typed word begins a word, full stops left out: "ar" finds A.R."""
    beginnings = words.casefold().replace(".", "").split()
    typed = text.casefold().replace(".", "").split()
    return all(any(one.startswith(word) for one in beginnings) for word in typed)
