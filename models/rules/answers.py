"""What an answer to an open point most likely is: a name, words to keep, or a reason why not."""

import re
from collections.abc import Collection

BEGINS_A_REASON = re.compile(
    r"(?:(?:s?he|they|the child|child|it)\s+(?:was|were|is|has|had|could|would|did|will)\s*)?"
    r"(?:not|no|nobody|none|never|nothing|neither|n/a|unable|unknown|missing|absent|declined|"
    r"declines|refused|refuses|cannot|can't|couldn't|wouldn't|won't|didn't|wasn't|hasn't|"
    r"(?:could|would|did|was|has|will|is|do|does)\s*n[o']t)\b",
    re.IGNORECASE,
)
OWN_WORDS = re.compile(r"[\"“‘]|\b(?:I|I'm|I've|I'd|me|my|mine|myself)\b")
WHO = frozenset({
    "aunt", "carer", "carers", "coordinator", "father", "foster", "gp", "grandmother", "guardian",
    "keyworker", "lead", "manager", "mother", "mum", "dad", "nurse", "officer", "parent", "parents",
    "practitioner", "school", "sergeant", "teacher", "team", "uncle", "worker",
})  # fmt: skip
MOST_WORDS = 5
REFERRED = re.compile(
    r"\b(?:under|in|at|from|with|see|as|item|via|during)\s+([A-Z]{1,2}\d{1,2})\b", re.IGNORECASE
)
"""An item that running words refer to: "agreed under V1"."""


def gives_a_reason(text: str) -> bool:
    """Whether words begin as a reason does: "not seen", "nobody knows", "declined to speak"."""
    return BEGINS_A_REASON.match(text.strip()) is not None


def says_why_no_voice(text: str) -> bool:
    """Whether words tell why there is no voice, and are not the child's: "No, I want to stay"."""
    return gives_a_reason(text) and not OWN_WORDS.search(text)


def refers_to_another(text: str, others: Collection[str]) -> bool:
    """Whether words refer to another item, by its reference, for what was agreed there."""
    return any(one[1].upper() in others for one in REFERRED.finditer(text))


def calls_somebody(text: str) -> bool:
    """Whether words that are no name on record call somebody: "Ola Berg", "the social worker"."""
    words = re.findall(r"[^\W\d_][\w'’-]*", text)
    if not words or len(words) > MOST_WORDS or gives_a_reason(text):
        return False
    as_a_name = all(word[0].isupper() for word in words)
    return as_a_name or words[-1].casefold() in WHO
