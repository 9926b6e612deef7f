"""What a chair says aloud, put as it would be typed: "I think we can close this one"."""

import re
from collections.abc import Iterator

FILLER = (
    r"(?:ok(?:ay)?|right|so|and|then|well|yes|yeah|yep|now|just|also|finally|lastly|fine|great|lovely|good|thank\s+you"
    r"|(?:after|following)\s+(?:\w+\s+){0,2}discussion|on\s+balance|having\s+heard\s+(?:all\s+)?(?:this|that)"
    r"|thanks(?:\s+(?:everyone|all|everybody))?|in\s+that\s+case|obviously|clearly|basically|actually)"
)
VIEW = (
    r"(?:i|we)(?:\s+all)?\s+(?:think|feel|felt|thought|believe|guess|suppose|agree|accept|accepted)|let['’]?s\s+(?:just\s+)?(?:say|call\s+it|put)|(?:i|we)(?:['’]d|\s+would)\s+(?:say|suggest|propose)"
    r"|can\s+i\s+(?:just\s+)?say|i['’]?m\s+(?:thinking|saying)|(?:we|everyone)(?:['’]?re|\s+are|['’]?s|\s+is)?\s+(?:all\s+)?agreed?s?"
    r"|all\s+agreed|it['’]?s\s+agreed|(?:the\s+)?(?:panel|group|meeting|chair)(?:['’]?s)?\s+(?:view|feeling|position)\s+is|(?:my|our)\s+view\s+is"
    r"|what\s+(?:i|we)(?:['’]d\s+like|\s+want|\s+need|\s+would\s+like)\s+is"
)
PROPOSAL = (
    r"let['’]?s|let\s+us|shall\s+we|(?:can|could|should|may)\s+we|why\s+don['’]?t\s+we|(?:what|how)\s+about"
    r"|we(?:['’]ll|['’]d\s+better|\s+(?:will|should|can|could|must|might|shall|need\s+to|want\s+to|ought\s+to|have\s+to))"
    r"|(?:we|i)(?:['’]re|['’]m|\s+are|\s+am)\s+(?:going\s+to|gonna|proposing\s+to|minded\s+to)"
    r"|i(?:['’]d|\s+would)\s+(?:like|prefer)\s+(?:us\s+)?(?:to\s+)?|i\s+(?:(?:want|need|have)\s+(?:us\s+)?to|should|must)"
    r"|we\s+(?:want|need)(?=\s+an?\b)|i\s+want(?=\s+(?:this|him|her|it|them|an?)\b)"
    r"|(?:i['’]?m\s+|we['’]?re\s+)?(?:happy|content|minded)\s+(?:for\s+(?:him|her|them|it|this|[A-Z][\w'’-]+)\s+)?to"
    r"|(?:it|this|that)(?:['’]?s|\s+is)\s+(?:an?|for)(?=\s+(?:notification|information))"
)
FRAME = re.compile(
    rf"\s*(?:(?:{FILLER})\b[\s,.:–—-]+|(?:{VIEW})\b(?:\s+that\b)?[\s,:–—-]+|(?:{PROPOSAL})\b\s+(?:just\s+|now\s+|also\s+)?)",
    re.IGNORECASE,
)
END = re.compile(
    r"[\s,]+(?:then|please|pls|thanks|thank\s+you|i\s+think|ok(?:ay)?|for\s+now|if\s+(?:everyone|we|all)(?:['’]?s|\s+are|\s+is|\s+all)?\s+(?:agreed?s?|happy))[\s.!]*$",
    re.IGNORECASE,
)
THIS_ONE = re.compile(
    r"\b(?:this|that|him|her|it|them)(?:\s+(?:one|item|case))?(?=\s|[,.;]|$)", re.IGNORECASE
)
# "Think about a hotel notice", "go for a closure": what a measure is asked for with.
SOUGHT = re.compile(
    r"\s*(?:(?:think\s+about|look\s+(?:at|into)|go\s+for|consider|get|have|use|try|apply\s+for|seek|pursue|do|be|an?|the)\s+)+",
    re.IGNORECASE,
)
THEM = re.compile(
    r"[\s,;–—-]+(?:(?:and|so)\s+)?(?:(?:can|could|shall|should)\s+we\s+|we\s+should\s+|please\s+|let['’]?s\s+)link\s+(?:them|these|those|the\s+two)(?:\s+(?:up|together))?[\s.?]*$",
    re.IGNORECASE,
)
STEPPED = re.compile(r"\bstepped\b", re.IGNORECASE)
ARTICLE = re.compile(r"\ban?\s+", re.IGNORECASE)
QUESTION = re.compile(r"\?\s*$")
MOST = 5


def unframed(text: str) -> Iterator[str]:
    """A line without the words that propose it, shorter and shorter; none for a question."""
    if QUESTION.search(text) and not THEM.search(text):
        return
    linked = THEM.search(text)
    if linked:
        yield f"link {text[: linked.start()]}"
    rest = END.sub("", text)
    for _ in range(MOST):
        found = FRAME.match(rest)
        if found is None:
            return
        rest = rest[found.end() :]
        yield rest


def sought(text: str) -> str:
    """What is asked for, without the words of asking: "a hotel notice on the Travelgate"."""
    found = SOUGHT.match(text)
    return text[found.end() :] if found else text


def without_this_one(text: str) -> str:
    """A decision's words without what they are about: "defer this one" as "defer"."""
    said = ARTICLE.sub("", STEPPED.sub("step", THIS_ONE.sub("", text)))
    return re.sub(r"\s+", " ", said).replace(" ,", ",").strip()
