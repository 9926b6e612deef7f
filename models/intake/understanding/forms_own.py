"""What a form says itself: what to fill in, where to send it, what its levels mean."""

import re

_INSTRUCTION = re.compile(
    r"^(?:\(|\W*dd?\s*[/.-]?\s*mm?\b|\W*please|e\.?g\.?\b|i\.e\.|include|including|consider|"
    r"tick\b|put (?:an? )?(?:x|cross|tick)\b|delete|guidance|note:|nb\b|"
    r"complete\b|this form|send|return this|for example|see |use |continue|do not|all fields|"
    r"mandatory|"
    r"describe|explain|list |you should|if you|official|page \d|"
    r"if (?:so|yes|known|applicable|available)\b|if (?:not?),? (?:why|please|give|state|explain))",
    re.IGNORECASE,
)
_BOILERPLATE = re.compile(
    r"^\W*(?:(?:please )?(?:complete|tick|answer|delete|return|send|email|type|use|attach|put|"
    r"ensure)\b.{0,160}|please (?:update|check|review|bring|chase|confirm|reply)\b.{0,160}"
    r"|all (?:fields|sections|questions)\b.{0,80}|page \d+( of \d+)?|official\b.{0,40}"
    r"|(?:strictly )?(?:restricted|confidential)\b.{0,40}|this form (?:is|should|must)\b.{0,160}"
    r"|mandatory fields?.{0,40}|guidance( notes?)?:?)\W*$",
    re.IGNORECASE,
)
_STANDING = re.compile(  # what a form says of itself, before an answer or behind it
    r"^\W*(?:(?:registered )?charity (?:no|number)\b|registered (?:office|company|in england)\b|"
    r"company (?:no|number)\b|thank(?:s| you)(?:[!.]|$| for (?:filling|completing|looking|your))|"
    r"all (?:fields|sections|questions) must\b|please do not\b.*\b(?:form|layout|box\w*)\b|"
    r"boxes (?:will )?(?:grow|expand)\b|"
    r"please (?:return|send|e-?mail|hand)\b.*(?:@|\bform\b)|(?:return|send|e-?mail)\b.* to\b.*@)",
    re.IGNORECASE,
)
_DEFINED = re.compile(  # "Low: early signs. Moderate: some evidence …" explains the form's levels
    r"(?:^|[.;] )(?:(?:low|medium|moderate|high|very high|significant|standard|emerging)"
    r"(?: risk)?|(?:category|level|cat) [1-4a-d]) ?[:=–—-] ?[a-z]",
    re.IGNORECASE,
)
_SCALE = re.compile(  # "0 = no evidence, 1 = low": what a tool's marks stand for
    r"(?<![\d.])\d{1,2}\s*=\s*[a-z]|\b\d{1,3}\s*(?:[-–]|to)\s*\d{1,3}\s*[:=–-]?\s*"
    r"(?:no\b|low|medium|moderate|high|emerging|standard|significant|mild|very)",
    re.IGNORECASE,
)
_PLEA = re.compile(
    r"please\b|(?:answer|tick|circle|mark|delete|put an?) (?:y|n|x|a|an|one|as)\b", re.I
)
_EITHER = re.compile(r"\W*(?:m\s*/\s*f|y\s*/\s*n|yes\s*/\s*no)(?:\s*/\s*[a-z ]{1,12})?\W*$", re.I)
_IF_YOU_CAN = re.compile(r"^[a-z][^.]{0,60} if (?:you (?:can|know)|known|possible)\W*$")
_TO_SAY = re.compile(  # "Why are you worried? Give dates"
    r"\W*(?:please )?(?:give|include|say|state|add|quote|with)(?: the| any| all| some| as many)? "
    r"(?:dates?|details?|examples?|times?|names?|evidence|sources?|reasons?|facts)\b"
    r"(?:(?:,| and| or| of| if| &)? ?[a-z]+){0,4}\W*",
    re.IGNORECASE,
)
_PART = re.compile(  # no "1. Police to call", which is an answer's first point
    r"(?:(?:part|section)\s+[a-z\d]{1,2}\b\W*|\d{1,2}\s*[.):]?\s+(?=[A-Z]))"
    r"(?:[\w,/&'’-]+ ?){0,7}[^.!]?",
    re.IGNORECASE,
)
_TO_SEND = re.compile(
    r"(?:to be |must be |please )?(?:returned|sent|submitted|e-?mailed) (?:to|by|at)\b", re.I
)


def is_instruction(text: str) -> bool:
    """Say whether a text tells the person filling in the form what to do."""
    return bool(_INSTRUCTION.match(text.strip())) and len(text) < 400


def is_either(text: str) -> bool:
    """Say whether words are a form's two answers of which none is chosen: "Y / N"."""
    return _EITHER.fullmatch(text) is not None


def is_aside(text: str) -> bool:
    """Say whether words behind a question only say how to answer: "days and times if you can"."""
    return bool(_IF_YOU_CAN.match(text) or _TO_SAY.fullmatch(text))


def says_where_to_send(text: str) -> bool:
    """Say whether a text only tells where and by when the form is to be returned."""
    return bool(_TO_SEND.match(text.strip()))


def heads_part(text: str) -> bool:
    """Say whether a line is a numbered heading of a form: "7. Consent and safety", "Part C"."""
    return _PART.fullmatch(text.strip()) is not None


def is_boilerplate(text: str) -> bool:
    """Say whether a text is the form's own instruction and nothing a person wrote on it."""
    text = " ".join(text.split())
    return (
        _defines_levels(text)
        or bool(_BOILERPLATE.match(text))
        or says_where_to_send(text.partition(" – ")[2])
    )


def is_standing(text: str) -> bool:
    """Say whether a line is the form's own about itself: its charity's number, where it goes."""
    return bool(_STANDING.match(text.strip()))


def is_plea(text: str) -> bool:
    """Say whether a text asks or explains how the form is to be filled in, and answers nothing."""
    text = " ".join(text.split())
    return _defines_levels(text) or bool(_PLEA.match(text)) and is_boilerplate(text)


def _defines_levels(text: str) -> bool:
    return len(_DEFINED.findall(text)) > 1 or explains_scale(text)


def explains_scale(text: str) -> bool:
    """Say whether a text says what the marks of a scale stand for, and so answers nothing."""
    return len(_SCALE.findall(text)) > 1
