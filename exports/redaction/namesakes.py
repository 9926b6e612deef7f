"""Children who bear the child's own first name, told apart by how their surname begins."""

from exports.redaction.found import Hit, Sure
from exports.redaction.index import name_words
from exports.redaction.reading import Reading

LONGEST_BEGINNING = 4


def namesake(reading: Reading, at: int) -> Hit | None:
    """The child's own first name with the beginning of another surname: "Ellie Z" of Ellie M."""
    after = reading.words[at + 1] if at + 1 < len(reading.words) else None
    if after is None or not after.capital or not reading.together(at, at + 1):
        return None
    if len(after.text) > LONGEST_BEGINNING or is_article(reading, at + 1):
        return None
    if any(word.startswith(after.text) for word in reading.spared.own):
        return None
    first = reading.words[at].text
    names = frozenset(
        one
        for one in reading.index.by_word.get(first, set()) - reading.spared.hidden
        if any(part.startswith(after.text) for part in name_words(one.text) if part != first)
    )
    if not names:
        return None
    stop = reading.text[after.end : after.end + 1] == "." and len(after.raw) == 1
    kind = min(one.kind for one in names)
    return Hit(reading.words[at].start, after.end + stop, kind, Sure.NEAR, True, names)


def is_article(reading: Reading, at: int) -> bool:
    """Whether a letter is the word "I" or "A" and no initial: no stop follows it."""
    word = reading.words[at]
    if word.raw not in ("A", "I"):
        return False
    rest = reading.text[word.end : word.end + 1]
    return word.raw == "I" or rest == " " and reading.text[word.end + 1 : word.end + 2].islower()
