"""What an assessment must say: judgement beside the score, a reason where they differ."""

from collections.abc import Sequence

from models.codes.risk import Level, Scheme
from models.errors import Refusal
from models.records.assessing import Given
from models.rules.scheme_form import NOT_ANSWERED, Question, reckoned
from models.rules.schemes import Score, direction, score

DIFFERS = "The judgement differs from the score: say why in the reason."
NO_LEVEL = "Say the level: the score gives none, so it is professional judgement."
PARTS = ": "
LEAST_BEGUN = 3  # letters
NOTHING_ANSWERED = "Nothing is answered yet: answer the indicators, or say the level."


def score_of(scheme: Scheme, asked: Sequence[Question], given: Sequence[Given]) -> Score:
    """What the scheme's arithmetic makes of the answers."""
    known = {one.code: one for one in asked}
    return score(scheme, [reckoned(known[one.code], one) for one in given if one.code in known])


def anything_answered(given: Sequence[Given]) -> bool:
    """Whether any indicator has an answer."""
    return any(one.answer != NOT_ANSWERED for one in given)


def check_answers(asked: Sequence[Question], given: Sequence[Given]) -> None:
    """Raises Refusal for an indicator or an answer that the scheme does not know."""
    known = {one.code: one for one in asked}
    for one in given:
        if one.answer == NOT_ANSWERED:
            continue
        question = known.get(one.code or "")
        if question is None:
            raise Refusal(f"This scheme does not ask “{one.worded}”.", "answers")
        if question.number:
            _check_number(question, one.answer)
        elif (one.answer, one.window) not in {(c.answer, c.window) for c in question.choices}:
            raise Refusal(f"“{one.answer}” is no answer to “{question.label}”.", "answers")


def check_judgement(
    computed: str | None, judged: str | None, rationale: str | None, *, answered: bool = True
) -> None:
    """Raises Refusal where there is no level at all, or one that differs without a reason.

    `answered`: whether a scheme that asks indicators has an answer to any.
    """
    if not computed and not judged:
        raise Refusal(NO_LEVEL if answered else NOTHING_ANSWERED, "judgement")
    if computed and judged and not same_level(computed, judged) and not (rationale or "").strip():
        raise Refusal(DIFFERS, "rationale")


def same_level(one: str | None, other: str | None) -> bool:
    """Whether two levels in words are the same."""
    return " ".join((one or "").casefold().split()) == " ".join((other or "").casefold().split())


def level_of_words(scheme: Scheme | None, words: str | None) -> Level | None:
    """The level of a scheme that words name: by label or a part of it, code or another word."""
    if scheme is None or not words:
        return None
    return next((one for one in scheme.levels if _names(one, words)), None)


def in_scheme(scheme: Scheme | None, words: str | None) -> str | None:
    """A level as the scheme words it where words name or begin one of its own, else as said.

    A beginning has three letters or more and is of one level only: "mod" of "moderate risk".
    """
    said = (words or "").strip() or None
    found = level_of_words(scheme, said) or _begun(scheme, said)
    return found.label if found else said


def moved(scheme: Scheme | None, before: str | None, now: str | None) -> str | None:
    """Whether risk went up, stayed or went down by the scheme's own order of levels."""
    return direction(level_of_words(scheme, before), level_of_words(scheme, now))


def _names(level: Level, words: str) -> bool:
    return any(same_level(one, words) for one in (*_words(level), level.code))


def _words(level: Level) -> tuple[str, ...]:
    parts = level.label.split(PARTS, 1)  # "Category 4: significant risk"
    return (level.label, *parts, *level.synonyms)


def _begun(scheme: Scheme | None, words: str | None) -> Level | None:
    """The only level of a scheme that words begin, three letters or more."""
    typed = " ".join((words or "").casefold().rstrip(".").split())
    if scheme is None or len(typed) < LEAST_BEGUN:
        return None
    begun = [
        one for one in scheme.levels if any(w.casefold().startswith(typed) for w in _words(one))
    ]
    return begun[0] if len(begun) == 1 else None


def _check_number(question: Question, answer: str) -> None:
    if not answer.isdecimal():
        raise Refusal(f"Give a whole number for “{question.label}”.", "answers")
    if question.most is not None and int(answer) > question.most:
        raise Refusal(f"“{question.label}” is 0 to {question.most}.", "answers")
