"""On whom a judgement is laid by name, and whether that can only be another than the item's."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from models.rules.capture import judged_words as words
from models.rules.capture.context import CaptureContext
from models.rules.capture.judged_names import named_in
from models.rules.capture.levels import level_words
from models.rules.capture.phrases import Found, tokens_of
from models.rules.capture.refs import SubjectRef

OF_ANOTHER = "That is for {ref}: turn to it to decide on it."
NOT_TONIGHT = "That has no item today: add one to decide on it."
MAYBE_OF_ANOTHER = "That may be for {ref}: turn to it, or say “this one” to decide here."
MAYBE_NOT_TONIGHT = "That may be for another record: say “this one” to decide here."
TWO_JUDGED = "Two are judged in one line: keep each in a line of its own."


class Stands(Enum):
    """How a name stands to what is judged: it is laid on them, perhaps so, or they are beside.

    `TOO` is on whom something is laid behind another judgement: "keep Kyle and close Amber".
    """

    LAID_ON = 3
    TOO = 2
    PERHAPS = 1
    BESIDE = 0


Standing = Sequence[tuple[Found[SubjectRef], Stands]]


@dataclass(frozen=True)
class LaidOn:
    """Another than the item's own on whom a judgement is laid, or may be."""

    subject: SubjectRef
    stands: Stands

    @property
    def sentence(self) -> str:
        """Where it is judged, without a name."""
        ref = self.subject.ref
        if self.stands is Stands.TOO:
            return TWO_JUDGED
        if self.stands is Stands.LAID_ON:
            return OF_ANOTHER.format(ref=ref) if ref else NOT_TONIGHT
        return MAYBE_OF_ANOTHER.format(ref=ref) if ref else MAYBE_NOT_TONIGHT


def laid_on(text: str, context: CaptureContext) -> LaidOn | None:
    """The other on whom a judgement is laid by name; none where it is the item's own to have."""
    own = context.subject
    if own is None:
        return None
    stand = ((one, _stands(one, text, context)) for one in named_in(text, context))
    meant = [(one, where) for one, where in stand if where is not Stands.BESIDE]
    others = [(one, where) for one, where in meant if own not in one.items]
    if two := _judged_too(meant, others):
        return LaidOn(two, Stands.TOO)
    if len(others) < len(meant):
        return None
    sure = (one for one, where in meant if where is Stands.LAID_ON and _means_one(one, context))
    if found := next(sure, None):
        return LaidOn(found.items[0], Stands.LAID_ON)
    if not meant or _is_of_this_one(text, min(one.start for one, _ in meant), context):
        return None
    several = [one for found, _ in meant for one in found.items]
    return LaidOn(next((one for one in several if one.ref), several[0]), Stands.PERHAPS)


def _judged_too(meant: Standing, others: Standing) -> SubjectRef | None:
    """The other of two on whom a judgement each is laid, one behind the other."""
    if not any(where is Stands.TOO for _, where in meant):
        return None
    laid = (one for one, where in others if where is not Stands.PERHAPS)
    return next((one.items[0] for one in laid), None)


def _means_one(found: Found[SubjectRef], context: CaptureContext) -> bool:
    """Whether the words are a name wherever they stand, of one record and of nobody here."""
    shared = found.last - found.first == 1 and found.raw in context.names
    return len(found.items) == 1 and not shared and bool(context.subject_names.all_in(found.raw))


def _is_of_this_one(text: str, named: int, context: CaptureContext) -> bool:
    """ "Close this one", "keep him on panel": laid on the item's own before another is `named`."""
    return bool(words.THIS_ONE.search(text)) or any(
        _laid(text[_clause_at(text, one.start()) : one.start()], text[one.end() :], context)
        for one in words.THEM.finditer(text[:named])
    )


def _clause_at(text: str, place: int) -> int:
    """Where the clause begins in which a place lies."""
    return max((one.end() for one in words.BREAK.finditer(text[:place])), default=0)


def _stands(found: Found[SubjectRef], text: str, context: CaptureContext) -> Stands:
    before, after = text[: found.start], text[found.end :]
    start = _clause_at(text, found.start)
    said = before[start:]
    risk = words.RISK_TO.fullmatch(before)
    whose = words.FOR_WHOM.search(before) or risk
    if _tells_level(before, context) and _tells_level(" ".join(after.split()[:1]), context):
        return Stands.TOO
    if not _is_judged(before[:start], context) and _looked_at(said, after, context):
        return Stands.LAID_ON
    if words.REASON.search(said) or (words.BESIDE.search(before) and not whose):
        return Stands.BESIDE
    if after[:1] in ("'", "’") and not words.OWN_THING.match(after):
        return Stands.BESIDE
    laid = _laid(said, after, context) or bool(risk)
    if _is_judged(before[:start], context):
        # "…, Slade remains in Leeds" tells why; "…, Amber to remain" is of her.
        head = words.HEAD.fullmatch(said)
        told = head and not words.DUTY.match(after) and after.strip(" .!)")
        return Stands.TOO if laid and not told else Stands.BESIDE
    return Stands.LAID_ON if laid else Stands.PERHAPS


def _looked_at(before: str, after: str, context: CaptureContext) -> bool:
    """ "See Amber again", "revisit Leon in 6 weeks"."""
    if words.LOOKS_AT.fullmatch(before) is None:
        return False
    day = context.day_in(after)
    return bool(words.AGAIN.match(after)) or (day.found and not after[: day.start].strip())


def _tells_level(text: str, context: CaptureContext) -> bool:
    """Whether a level is told: of both sides of a name in "Kyle high and Amber low"."""
    levels = level_words(context.risk_levels)
    return any(one.word in levels for one in tokens_of(text))


def _laid(before: str, after: str, context: CaptureContext) -> bool:
    """ "Amber to remain", "step down Amber to …", "defer for Amber"."""
    if words.HEAD.fullmatch(before):
        between = words.BETWEEN.match(after)
        rest = after[between.end() :] if between else after
        return not rest.strip() or _is_judged_at(rest, context)
    led = words.LED_TO.search(before) or words.FOR_WHOM.search(before)
    behind = led or any(
        not before[one.end :].strip() for one in context.decision_names.all_in(before)
    )
    return bool(behind and (words.FOLLOWS.match(after) or _is_judged_at(after, context)))


def _is_judged_at(text: str, context: CaptureContext) -> bool:
    """Whether the text begins with a judgement: a verb of it, a decision, a level or a day."""
    tokens = tokens_of(text)
    if not tokens:
        return False
    word, day = tokens[0].word, context.day_in(text)
    return bool(
        words.JUDGES.fullmatch(word)
        or word in level_words(context.risk_levels)
        or context.decision_names.at(tokens, 0, text)
        or (day.found and not text[: day.start].strip())
    )


def _is_judged(text: str, context: CaptureContext) -> bool:
    """Whether the text holds a judgement of its own already."""
    tokens = tokens_of(text)
    found = context.decision_names.all_in(text) or context.day_in(text).found
    return bool(found) or any(
        words.JUDGES.fullmatch(one.word) or one.word in level_words(context.risk_levels)
        for one in tokens
    )
