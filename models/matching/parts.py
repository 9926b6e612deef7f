"""Names taken apart as they are compared, and read as another writes them."""

from dataclasses import dataclass, field, replace

from models.matching.as_typed import in_order
from models.matching.latin import in_latin, of_other_script
from models.matching.sounding import consonants, is_listed
from models.remembering import remembered
from models.rules.names import parse_name, plain

LEAST_CONSONANTS = 3


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name as compared: folded first names and surname; whether its letters were other ones."""

    first: tuple[str, ...]
    surname: str
    transliterated: bool = False
    words: tuple[str, ...] = field(init=False)
    """Every word of the name, surname last."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", (*self.first, *self.surname.split()))

    @property
    def turned(self) -> "NameParts":
        """The name as if its parts had been written in the other order."""
        words = self.words
        return replace(self, first=words[1:], surname=words[0])


@remembered(65536)
def name_parts(name: str) -> NameParts:
    """A name in either order, titles apart, as it is compared: in Latin letters."""
    parsed = parse_name(in_order(in_latin(name)))
    first = [word for part in parsed.first for word in plain(part).split()]
    # What stands where the surname would, as in "YK17 C", may be no word of a name.
    surname = plain(parsed.surname) or (first.pop() if first else "")
    return NameParts(tuple(first), surname, of_other_script(name))


def read_alike(one: NameParts, other: NameParts) -> NameParts:
    """The first name, which was transliterated, with the vowels that the other is written with.

    Arabic writes no short vowels, and each country transliterates in its own way; words of which
    the consonants agree are read as one. Where it is known how a word is spelt, that counts.
    """
    told = {consonants(word): word for word in reversed(other.words)}

    def read(word: str) -> str:
        heard = consonants(word)
        if len(heard) < LEAST_CONSONANTS or is_listed(word) or word in other.words:
            return word
        return told.get(heard, word)

    surname = " ".join(map(read, one.surname.split()))
    return replace(one, first=tuple(map(read, one.first)), surname=surname)
