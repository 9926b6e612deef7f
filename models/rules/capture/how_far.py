"""How far an action is by what is told of it: a part done is not done, and carrying wins."""

import re

from models.rules.actions import CARRIED, CARRIES_ON, DONE, LED, ActionStatus, status_in
from models.rules.capture.numbers import spelt

NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twelve": 12,
}  # fmt: skip
COUNT = rf"\d{{1,3}}|{'|'.join(NUMBERS)}"
OUT_OF = re.compile(
    rf"\b(?P<done>{COUNT})\s+(?:out\s+)?of\s+(?:the\s+|his\s+|her\s+|their\s+)?(?P<all>{COUNT})\b",
    re.IGNORECASE,
)
# "2/3 done"; "visit 3/12" is a day.
PART = re.compile(
    r"(?<![\d/])(?P<done>\d)/(?P<all>\d)\s+(?:\w+\s+)?(?=done|complete)", re.IGNORECASE
)
SOME = re.compile(
    r"\b(?:some|most|several|part|half|a\s+(?:few|couple))\s+(?:of\b|(?:\w+\s+){0,2}(?=done|complete))"
    r"|\ball\s+(?:but|except|bar)\b|\b(?:only|just)\s+(?:one|1|the\s+first)\b"
    r"|\b(?:done|completed?|finished)\s+(?:in\s+part|apart\s+from|except|bar|all\s+but)\b"
    r"|\b(?:1st|first)\s+(?:(?:one|visit|half|part|session|meeting|interview)\s+)"
    r"(?=(?:is\s+|has\s+been\s+)?(?:done|complete))",
    re.IGNORECASE,
)
LEFT = re.compile(
    rf"\b(?:{COUNT}|rest|others?|remainder|remaining|second|2nd|third|3rd|last)\s+"
    r"(?:[\w'’-]+\s+){0,2}?"
    r"(?:(?:is|are|still|yet)\s+)*(?:outstanding|left|remain\w*|to\s+(?:do|go|follow|come|complete)"
    r"|pending|not\s+(?:yet\s+)?done|overdue|still)\b"
    r"|\bbut\s+(?:(?:it|he|she|they|we|is|are|still|also)\s+)*(?:needs?|to\s+be|has\s+to|have\s+to|not\s+all)\b"
    rf"|\b(?:{COUNT}|rest|others?)\s+still\b|\bstill\s+(?:{COUNT}|some)\s+(?:to|left|outstanding)\b",
    re.IGNORECASE,
)
# "Not fully done", "not yet accepted"; "not done" itself is a status.
NOT_YET = re.compile(
    r"\b(?:not|never|\w+n['’]t|(?:has|have|was|is|are)nt)\s+(?!(?:only|just|needed|a|the)\b)(?:\w+\s+){0,2}"
    r"(?:done|completed?|finished|closed|discharged|actioned|accepted)\b",
    re.IGNORECASE,
)
# "To be done by Friday", "will be finished", "being done": still to come, whatever it is by then.
TO_COME = re.compile(
    r"\b(?:to|will|['’]ll|shall|should|must|could|may|might|would)\s+(?:\w+\s+)?be\s+(?:\w+\s+)?"
    r"(?:done|completed?|finished|actioned)\b",
    re.IGNORECASE,
)
BEING = re.compile(r"\bbeing\s+(?:done|completed|finished|actioned)\b", re.IGNORECASE)
CARRY = re.compile(
    r"\b(?:carry|roll|push)\s+(?:(?:it|this|that|rest|the\s+rest|remainder|the\s+others?)\s+)?"
    r"(?:forward|fwd|over|on\s+to|to\b|until\b)|(?<!\w)c/?f(?:wd|d)?(?!\w)"
    r"|\bcarried\s+(?:forward|fwd|over)\s+(?:to|until)\b",
    re.IGNORECASE,
)
WAS = re.compile(r"\b(?:was|were|had\s+been|previously|after\s+being|once)\s+$", re.IGNORECASE)


IRREGULAR = {
    "hold": ("held",), "send": ("sent",), "write": ("written", "wrote"), "see": ("seen", "saw"),
    "take": ("taken", "took"), "give": ("given", "gave"), "meet": ("met",), "get": ("got",),
    "speak": ("spoke", "spoken"), "ring": ("rang", "rung"), "make": ("made",), "find": ("found",),
    "bring": ("brought",), "tell": ("told",), "draw": ("drawn", "drew"), "put": ("put",),
    "set": ("set",), "seek": ("sought",),
}  # fmt: skip


def status_of(news: str) -> str | None:
    """How far the action is: what stands first decides ("cancel A015, not needed" is cancelled).

    "Done" of two in three is progress; what is to be carried is carried, whatever was done of it.
    """
    news = BEING.sub("in progress", TO_COME.sub("to come", spelt(news)))
    status = status_in(re.split(r"[,;.]", news)[0]) or status_in(news)
    if status in (*DONE, ActionStatus.ACCEPTED) and NOT_YET.search(news):
        status = ActionStatus.NOT_DONE.value
    if status in DONE:
        if _is_carried(news):
            return CARRIED
        return ActionStatus.IN_PROGRESS.value if _is_in_part(news) else status
    if status is None and _is_in_part(news):
        return ActionStatus.IN_PROGRESS.value
    unfinished = status in (None, ActionStatus.NOT_DONE, ActionStatus.IN_PROGRESS)
    carried = CARRIES_ON.search(news) or CARRY.search(news)
    return CARRIED if unfinished and carried else status


def as_asked(news: str, asked: str, by: str = "") -> str | None:
    """ "Served on Friday" of "Serve CAWN on Slade": done, or done in part, as the words go on."""
    deed = asked.lower().split(maxsplit=1)
    past = "|".join(map(re.escape, _past_of(deed[0]))) if deed else "(?!)"
    told = re.match(
        rf"(?P<before>(?:[\w'’-]+\s+){{0,5}}?)(?:{past})\b", LED.sub("", news, count=1), re.I
    )
    if told is None or not _of_the_action(told["before"], f"{' '.join(deed[1:])} {by.lower()}"):
        return None
    return status_of(f"done {LED.sub('', news, count=1)[told.end() :]}")


def _of_the_action(said: str, asked: str) -> bool:
    """ "CAWN signed and" of "serve CAWN on Slade": its own words and what else was done of it."""
    words = (word for word in said.lower().split() if word not in ("the", "and", "was", "now"))
    return all(word in asked.split() or word.endswith("ed") for word in words)


def _past_of(deed: str) -> tuple[str, ...]:
    """What is said of a deed once it is done: "served", "referred", "sent"."""
    stem = deed.removesuffix("e")
    regular = (f"{stem}ed", f"{deed}{deed[-1]}ed", f"{deed.removesuffix('y')}ied")
    return (*regular, *IRREGULAR.get(deed, ()))


def _is_carried(news: str) -> bool:
    """ "1 visit done, c/f to 8 Jan": said as what is to come, not of how it once was."""
    return any(not WAS.search(news[: one.start()]) for one in CARRY.finditer(news))


def _is_in_part(news: str) -> bool:
    told = (*OUT_OF.finditer(news), *PART.finditer(news))
    counts = ((_number(one["done"]), _number(one["all"])) for one in told)
    return any(done < whole for done, whole in counts) or bool(
        SOME.search(news) or LEFT.search(news)
    )


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word.lower()]
