"""Where a text holds words that blame or that nobody can see done, and what is said of each."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.rules.language import Term, findings
from models.rules.smart import weak_sentence, weak_words


@dataclass(frozen=True)
class Flag:
    """A word to think about: where it stands, and why in one sentence."""

    start: int
    end: int
    sentence: str


def flags(text: str, terms: Sequence[Term]) -> tuple[Flag, ...]:
    """Every word of a text that may blame or says too little, in order of place.

    What stands in quotation marks is somebody's own word: it is never flagged.
    """
    blaming = [Flag(one.start, one.end, one.warning) for one in findings(text, terms)]
    weak = [Flag(*span, weak_sentence(text[slice(*span)])) for span in weak_words(text)]
    return tuple(sorted((*blaming, *weak), key=lambda flag: flag.start))


def flag_at(found: Sequence[Flag], place: int) -> Flag | None:
    """The flagged word that a cursor stands in or just behind, a space further at most."""
    return next((one for one in found if one.start <= place <= one.end + 1), None)
