"""What a text of a record tells that its subject may not want everybody to have."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator

from models import codes
from models.rules.capture.confiding import tells_in_confidence

OWN_WORDS, HEALTH, WHEREABOUTS, ANOTHER_CHILD = (
    "own words", "health", "whereabouts", "another child",
)  # fmt: skip
"""Codes of the list copy_questions."""
Asked = Callable[[str], Collection[str]]
"""What a person is asked of a text."""
FIELDS = {
    OWN_WORDS: frozenset({
        "referral.voice", "discussion.voice", "discussion.voice_absent_reason",
        "return_interview.learned", "return_interview.push_factors",
        "return_interview.pull_factors", "return_interview.harm",
    }),
    WHEREABOUTS: frozenset({
        "child.postcode", "child.placement", "child.living_situation", "child.school",
        "address.text", "missing_information.addresses", "missing_information.places",
        "missing_episode.found_where", "move.authority",
    }),
}  # fmt: skip
"""Fields that tell of it in whatever words."""
GAP = "[…]"
"""What stands for sentences that were left out."""
SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+")
PERSON = (
    r"(?:he|she|they|(?:the\s+)?(?:child|young\s+person|yp|girl|boy|lad|teenager|pupil|student|"
    r"daughter|son))"
)
BETWEEN = r"(?:(?!(?:was|were|is|are|been|being|be|get|got)\b)[\w'’]+\s+){0,3}?"
SAYS = (
    r"(?:says?|said|saying|tells?|told|telling|disclos\w+|confid(?:es|ed|ing)|reveal\w*|report(?:s|ed)|"
    r"describ\w+|explain\w*|admits?|admitted|denie[sd]|alleg\w+|claims?|claimed|"
    r"wants?|wanted|wish(?:es|ed)|hop(?:es|ed)|feels?|felt|thinks?|thought|believes?|fears?|feared|"
    r"asks?|asked|begged|prefers?|preferred|trusts?|mentions?|mentioned|texted|wrote|drew)"
)
SAYING = (
    r"(?:(?:is|was|are|were|been|keeps|kept)\s+(?:\w+ly\s+)?(?:say|tell|ask|begg|disclos|alleg|claim|deny|report|"
    r"describ|explain|hop|feel|wish)ing)"
)
LIKES = (
    r"(?:hate[sd]?|love[sd]?|like[sd]?|dislike[sd]?|miss(?:es|ed)\s+(?:his|her|their)|"
    r"would\s+(?:\w+\s+)?(?:like|love|prefer|rather)|(?:does|do|did)(?:\s+not|n['’]t)\s+(?:like|want|feel))"
)
SHORT = (
    r"(?:(?:he|she|they)['’](?:(?:s|re)\s+(?:\w+\s+)?(?:said|told|saying|telling|asking|afraid|scared|frightened|"
    r"terrified|worried|anxious|ashamed|embarrassed|unhappy)|ve\s+(?:said|told|asked)|"
    r"d\s+(?:\w+\s+)?(?:like|love|rather|prefer)))"
)
"""She's scared, he'd rather."""
AFRAID = (
    r"(?:is|was|feels|felt|seems|seemed)\s+(?:\w+\s+)?(?:afraid|scared|frightened|terrified|worried|anxious|"
    r"ashamed|embarrassed|unhappy)"
)
UNSAID = re.compile(
    r"(?:^|[.;:]\s+)(?:has\s+|does\s+not\s+|did\s+not\s+)?(?:says?|said|told|tells?|disclos(?:es|ed)|"
    r"confid(?:es|ed)|wants?|wanted|wish(?:es|ed)|feels?|felt|fears?|denie[sd]|hop(?:es|ed))\b",
    re.IGNORECASE,
)
"""Notes begin with what somebody says: whoever the note is about."""
FIRST_PERSON = re.compile(
    r"[“\"‘']\s*(?:I|I['’]\w+|my|me)\b|\bI(?:['’]m|\s+am|\s+feel|\s+want|\s+do\s*n['’o]t\s+want|"
    r"\s+hate|\s+love|\s+wish)\b|\bvoice\b\s*:|\bin\s+(?:his|her|their)\s+own\s+words\b",
    re.IGNORECASE,
)
WISHES = re.compile(
    r"\b(?:his|her|their|the\s+child['’]?s|young\s+person['’]?s)\s+(?:own\s+)?(?:wish(?:es)?|views?|words|"
    r"account|disclosure|secret)\b|\bdisclosures?\s+(?:to|by)\b",
    re.IGNORECASE,
)
OF_HEALTH = re.compile(
    r"\b(?:pregnan\w+|diagnos\w+|overdos\w+|self-?\s?harm\w*|suicid\w+|sti|stis|hiv|psychos\w+|"
    r"(?:sexual|mental)\s+health|contracept\w+|sexually\s+active|miscarr\w+|abortion|terminat\w+|"
    r"medicat\w+|eating\s+disorder|cutting\s+(?:himself|herself|themsel\w+))\b",
    re.IGNORECASE,
)
OF_CHILDREN = re.compile(
    r"\b(?:(?:half[\s-]|step[\s-]?)?(?:brothers?|sisters?|siblings?)|twins?|cousins?|nephews?|nieces?|"
    r"both\s+(?:of\s+them|(?:of\s+)?(?:the(?:se)?\s+)?(?:girls?|boys?|children|young\s+people|lads?|pupils?|teenagers?))|"
    r"(?:the|an)\s*other\s+(?:girl|boy|child|young\s+person|lad|pupil|teenager|youth)|"
    r"another\s+(?:girl|boy|child|young\s+person|lad|pupil|teenager|youth)|"
    r"(?:two|three|four|five|several|these|those)\s+(?:\w+\s+)?"
    r"(?:girls|boys|children|young\s+people|lads|pupils|teenagers|youths))\b",
    re.IGNORECASE,
)


def sentences(text: str) -> tuple[str, ...]:
    """A text sentence by sentence."""
    return tuple(one for one in SENTENCE.split(text) if one.strip())


def question(code: str) -> "codes.CopyQuestion | None":
    """What a person decides of a line, by its code."""
    row = codes.find("copy_questions", code)
    return row if isinstance(row, codes.CopyQuestion) else None


def is_own(asker: str | None) -> bool:
    """Whether who asks asks for themselves, or by the authority of whose record it is."""
    row = codes.find("requesters", asker or "")
    return isinstance(row, codes.Requester) and row.own


def asked_by_field(field: str) -> Iterator[str]:
    """What is asked of all that stands in a field, in whatever words."""
    return (code for code, fields in FIELDS.items() if field in fields)


def asked_by_words(text: str, names: Iterable[str] = ()) -> Iterator[str]:
    """What is asked of a text of its words, names of other people apart.

    What it tells may go over the end of a line, or begin one.
    """
    said = dict.fromkeys((" ".join(text.split()), *sentences(text)))
    if any(tells_own_words(one, names) for one in said):
        yield OWN_WORDS
    if any(map(tells_of_health, said)):
        yield HEALTH
    if any(map(OF_CHILDREN.search, said)):
        yield ANOTHER_CHILD


def without(text: str, asked: Asked) -> tuple[str, tuple[Collection[str], ...]]:
    """A text without its sentences of which something is asked, and what was asked of each.

    Where what is left tells it all the same, nothing of the text is left.
    """
    if not asked(text):
        return text, ()
    for pieces in (sentences(text), sentences(" ".join(text.split()))):
        kept: list[str] = []
        for one in pieces:
            kept += [one] if not asked(one) else [GAP] if kept[-1:] != [GAP] else []
        if not asked(left := " ".join(kept)):
            return left, tuple(found for one in pieces if (found := asked(one)))
    return GAP, (asked(text),)


def tells_own_words(text: str, names: Iterable[str] = ()) -> bool:
    """Whether a text gives what its subject said or wishes, or was told in confidence."""
    known = (FIRST_PERSON, WISHES, UNSAID)
    if any(one.search(text) for one in known) or tells_in_confidence(text):
        return True
    firsts = sorted({re.escape(part) for one in names for part in one.split()[:1]})
    who = "|".join((PERSON, *firsts))
    does = rf"{BETWEEN}{SAYS}|{AFRAID}|(?:has\s+|have\s+)?{SAYING}|{LIKES}"
    spoken = rf"\b(?:(?:{who})\s+(?:{does})|{SHORT})\b"
    return re.search(spoken, text, re.IGNORECASE) is not None


def tells_of_health(text: str) -> bool:
    """Whether a text tells of health that a child may have told of alone."""
    return OF_HEALTH.search(text) is not None
