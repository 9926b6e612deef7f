"""Words that lay something on somebody: "to", "will", "has agreed to", "can you please"."""

import re

# "The officer to be told" is asked for nothing.
PASSIVE = (
    r"(?!\s+be\s+(?:\w+ed|told|given|sent|seen|made|put|written|held|kept|brought|done|taken"
    r"|found|spoken|shown)\b)"
    # "…, police to know and no one else": who may hear of it, and no deed.
    r"(?!\s+(?:know|hear)\b[^;]*?\b(?:only|alone)\b)"
    r"(?!\s+(?:know|hear|see|read)\b[^;]*?\bno(?:body|[\s-]?one)\s+else\b)"
)
PLEDGED = (
    r"(?:(?:has|have|had|is|are|kindly|also|now|already|['’]s)\s+)*"
    r"(?:agree[sd]?|offer(?:s|ed)|undert(?:akes?|aken|ook)|volunteer(?:s|ed)|promise[sd]|commit(?:s|ted)"
    r"|plans|planning|hop(?:es|ing)|happy|willing)\s+to"
)
HELD_TO = (
    r"(?:(?:['’]s|is|are)\s+)?(?:going\s+(?:(?:out|back|over|round|in|along|down|up)\s+)?to|gonna|gona|gunna)"
    r"|(?:['’]s|is|are|was|were)\s+(?:due\s+to|asked\s+to|tasked\s+(?:to|with)|requested\s+to)"
    r"|(?:needs?|has|have)\s+to|should|must|shall"
    r"|(?:takes?|has|gets?|picks?\s+up|to\s+take|will\s+take)\s+(?:an?|the|that)\s+action\s+to"
)
"""What is promised or expected: less plain than "to" and "will"."""
PLAIN_TO = r"(?:(?:is|are)\s+)?to|2(?=\s+[a-z]{2,})"
WILLED = r"will|['’]ll"
ABLE = r"can"
CALLED = (
    r",?\s*(?:please\s+)?(?:can|could|would|will)\s+(?:you|they)\b(?:\s+please)?"
    r"|,?\s*(?:you|they)(?:['’]?re|\s+are)\s+(?:going\s+to|gonna)|,?\s*you(?:['’]ll|\s+will|\s+need\s+to|\s+have\s+to)"
    r"|[,–—-]?\s*(?:please|pls|plz)(?=\s+[a-z])"
)
"""Said to their face: "Raman, can you ring home"."""
DUTY = re.compile(
    rf"^\s*(?:['’]s\s+(?:team|officers|staff|workers))?[),\s]*(?:[–—>|-]+\s*(?=to\b|please\b))?(?:(?:both|each|all|then|again)\s+)?"
    rf"(?:{CALLED}|{PLEDGED}|{HELD_TO}|{PLAIN_TO}|{WILLED}|{ABLE})(?!\w){PASSIVE}\s*",
    re.IGNORECASE,
)
_ENDS = (
    (1.0, re.compile(rf"(?:{PLEDGED}|{HELD_TO})\s*$", re.IGNORECASE)),
    (2.0, re.compile(rf"(?:\bto|\b2|{CALLED})\s*$", re.IGNORECASE)),
    (1.5, re.compile(r"(?:\bwill|['’]ll)\s*$", re.IGNORECASE)),
    (0.25, re.compile(rf"\b(?:{ABLE})\s*$", re.IGNORECASE)),
    (0.5, re.compile(r"(?::|–|—|\s-|,|\||>)\s*$")),
)


def firmness(words: str) -> float:
    """How plainly words that end so ask for something: 2 for "to", 0 where they do not."""
    return next((weight for weight, ends in _ENDS if ends.search(words)), 0.0)
