"""Rows of a list that are about nobody: its legend below, and the count behind a heading."""

import re
from collections.abc import Sequence

_LEGEND = re.compile(
    r"\W*(?:key|legend|notes?|n\.?b\.?|abbreviations?|colour code|rag)\b\W*", re.IGNORECASE
)
_MEANS = re.compile(r"\w\s*=\s*\w")
_COUNT = re.compile(
    r"\s*(?:[(\[]\s*\d{1,4}\s*(?:children|child|cases?|yps?|young people)?\s*[)\]]|"
    r"[-–:]\s*\d{1,4}(?:\s*(?:children|child|cases?|yps?|young people))?|"
    r"\b\d{1,4}\s*(?:children|child|cases?|yps?|young people))\s*$",
    re.IGNORECASE,
)


def is_legend(texts: Sequence[str]) -> bool:
    """Whether a row explains a list: "Key:", or "RA = risk assessment" and nothing else."""
    if not texts:
        return False
    explained = [bool(_MEANS.search(text)) for text in texts]
    return all(explained) or (_LEGEND.fullmatch(texts[0]) is not None and all(explained[1:]))


def without_number(heading: str) -> str:
    """A heading without how many stand below it: "HARBOURSIDE (2)"."""
    return _COUNT.sub("", heading) or heading
