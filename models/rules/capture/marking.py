"""Marks within a line: fact, opinion, intelligence, and who may read it."""

import re
from dataclasses import dataclass, field, replace

from models.marks import Information, Sharing
from models.rules.capture.field_words import field_words
from models.rules.capture.only_first import only_first
from models.rules.capture.phrases import Found, Phrasebook
from models.rules.capture.refs import AgencyRef
from models.rules.sharing_order import ORDER

KINDS = {
    Information.INTELLIGENCE: r"(?:soft\s+|community\s+|partner\s+)?intel(?:ligence)?",
    Information.OPINION: r"(?:professional\s+|prof\.?\s+)?opinion",
    Information.FACT: r"fact(?:ual)?",
}
READERS = {
    Sharing.CHAIR_ONLY: (
        r"(?:(?:for\s+)?(?:the\s+)?ch(?:ai)?r(?:['’]?s?\s+eyes)?\s+only|ch(?:ai)?r\s*-\s*only)"
        # "Chair only has ten minutes" tells how long.
        # "Chair only needs the action list" what the chair is to have of the meeting's papers.
        r"(?!\s+(?:gets?|got|needs?|needed|wants?|wanted|ha[sd]|have|received|saw|sees|read|reads|knew|asked\s+for"
        r"|found)\s+(?:(?:the|his|her|a|an|our|this|last|these|one|two|half|part\s+of)\s+)*(?:\w+\s+)?"
        r"(?:papers?|agendas?|minutes|lists?|reports?|e-?mails?|invites?|packs?|links?|dates?|copy|copies|figures|returns?"
        r"|updates?|log|tracker)\b)"
        r"(?!\s+(?:ha[sd]|have|got|gets?)\s+(?:\w+\s+){0,2}?(?:\d+|ten|five|fifteen|twenty|half|quarter|minutes?|mins?"
        r"|time|until|till?|few|couple)\b|\s+(?:joined|arrived|came|stayed)\s+(?:at|for|late|after|until|till?)\b)"
    ),
    Sharing.NOT_MINUTED: (
        r"(?:please\s+)?(?:(?:is\s+|are\s+)?not|don['’]?t|do\s+not|never|must\s*n['’]?o?t|should\s*n['’]?o?t|can\s*(?:not|['’]t|t))\s+(?:to\s+be\s+|be\s+)?"
        r"(?:for\s+(?:the\s+)?min(?:ut)?(?:e?s|ing)|minuted?(?:\s+(?:this|that))?|(?:go\s+|appear\s+)?in\s+the\s+minutes)"
        r"|off\s+(?:the\s+)?record|unminuted"
    ),
    Sharing.ALL_PANEL: r"(?:share\s+with\s+)?(?:all\s+panel|(?:the\s+)?whole\s+panel)",
}
NOT_MINUTED = re.compile(rf"\b(?:{READERS[Sharing.NOT_MINUTED]})\b", re.IGNORECASE)
# Words that carry on a sentence begun with "intel" or "opinion": then the word belongs to it.
VERB = (
    r"(?!\s+(?:suggests?|indicates?|from|that|received|shows?|says?|reports?"
    r"|is|was|has|on|about|re|of|as|finding|find|sheet|would|will|remains|given|sought|submitted"
    r"|logged|log|held|checks?|research(?:ed)?|shared|gathered)\b)"
)
SUGGESTS = re.compile(r"\bintel(?:ligence)?\b", re.IGNORECASE)
OPINES = re.compile(
    r"\b(?:in\s+(?:[\w'’]+\s+){0,2}(?:opinion|view)|of\s+the\s+opinion|opinion\s+(?:is|of|was)|['’]?s\s+(?:\w+\s+)?opinion"
    r"|(?:only|just)\s+(?:an?|her|his|their|my|our)\s+opinion)\b",
    re.IGNORECASE,
)
BRACKET = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
EMPTY = re.compile(r"[(\[]\s*[)\]]")
CHAINED = re.compile(r"^\s*(?:,|and\b|n\b|&|\+|/)\s*(?:the\s+)?$", re.IGNORECASE)
NAMED = r"(?:for\s+|share\s+with\s+)?named\s+agenc(?:y|ies)(?:\s+only)?\s*[:–—-]?\s*(?:the\s+)?"
JUST_FOR = re.compile(
    r"(?:^|(?<=[,;(–—-])|(?<=\s))\s*(?:(?:this|that|next)(?:\s+(?:one|bit|line))?(?:['’]?s|\s+is)\s+)?"
    rf"(?:(?:(?:just|only)\s+for|(?:restricted|limited)\s+to)\s+(?:the\s+)?|{NAMED})",
    re.I,
)
NAMES_SOME = re.compile(r"(?:^|[(\[,;–—-])\s*(?:for\s+)?named\s+agenc(?:y|ies)\s*[:–—-]", re.I)
# "Police only attended once": alone the word ends a mark only before a stop or a kind.
ONLY_AFTER = re.compile(
    r"(?:['’]?s?\s+eyes)?\s+only\b"
    rf"(?=\s*(?:$|[.,;:)\]–—-]|(?:{'|'.join(KINDS.values())})\b))\s*[:.]?",
    re.IGNORECASE,
)
# "…, police only please": behind a mark it is said politely, or for the time being.
ONLY_PLEASE = re.compile(
    r"(?:['’]?s?\s+eyes)?\s+only\s+(?:please|pls|plz|thanks|thank\s+you|ta|for\s+now|at\s+present|at\s+this\s+stage)"
    r"\s*(?=$|[.,;:)\]–—-])[.]?",
    re.IGNORECASE,
)
ONLY_FOR = re.compile(r"(?:['’]?s?\s+eyes)?\s+only\b\s*[:.]?", re.IGNORECASE)
ENDS = re.compile(r"(?:\s+only)?\s*(?:$|[:;.,)\]–—]|-\s)", re.I)
ONLY = re.compile(r"^\s+only\b", re.I)
FOR = re.compile(
    rf"(?:{NAMED}|\b(?:for|to|share\s+with|sharing:?|shared\s+with)\s+(?:the\s+)?|[,;–—-]\s*)$",
    re.IGNORECASE,
)

# "Don't minute this but mum is pregnant": what led from the mark goes with it.
JOINT = re.compile(r"\s*(?:but|and|though)\b[\s,]+", re.IGNORECASE)


@dataclass(frozen=True)
class Marked:
    """A line without its marks, and what they said."""

    text: str
    information: Information | None = None
    sharing: Sharing | None = None
    agencies: tuple[AgencyRef, ...] = field(default=())


def read_marks(text: str, agencies: Phrasebook[AgencyRef], *, spoken: bool) -> Marked:
    """Marks at the head, the end or in brackets leave the text; those within a sentence stay.

    `spoken` is true for what is said rather than asked for: there "police intel suggests" and
    "in my opinion" tell the kind too. The narrowest reading wins where two marks disagree.
    """
    marked = _agencies_only(Marked(text), agencies)
    marked = _brackets(marked, agencies)
    for _ in range(2):  # "intel chair only": the one stands at the head once the other has gone
        for sharing, words in READERS.items():
            marked = _take_sharing(marked, sharing, words, spoken=spoken)
        for information, words in KINDS.items():
            marked = _take_kind(marked, information, words, loose=spoken)
    if marked.text != text and not JOINT.match(text):
        led = JOINT.match(marked.text)
        marked = replace(marked, text=marked.text[led.end() :]) if led else marked
    return _within_sentence(marked) if spoken and not marked.information else marked


def is_mark(text: str, agencies: Phrasebook[AgencyRef]) -> bool:
    """True where words say who may read a line and nothing else: "police only", "all panel"."""
    return mark_of(text, agencies) is not None


def mark_of(text: str, agencies: Phrasebook[AgencyRef]) -> Marked | None:
    """Who may read a line, where words say that and nothing else."""
    behind = read_marks(f"told, {text}", agencies, spoken=False)
    alone = behind.sharing is not None and behind.text.strip(" .,;:") == "told"
    return behind if alone else None


def _brackets(marked: Marked, agencies: Phrasebook[AgencyRef]) -> Marked:
    for found in BRACKET.finditer(marked.text):
        parts = [part.strip() for part in re.split(r"[,;/]|\s-\s|\s–\s", found[1]) if part.strip()]
        if len(parts) > 1 and _whole_mark(found[1], agencies):
            parts = [found[1]]
        read = [_whole_mark(part, agencies) for part in parts]
        if parts and all(read):
            for one in read:
                marked = merged(marked, one) if one else marked
            marked = replace(marked, text=marked.text.replace(found[0], " ", 1))
    return marked


def _whole_mark(part: str, agencies: Phrasebook[AgencyRef]) -> Marked | None:
    for information, words in KINDS.items():
        if re.fullmatch(words, part, re.IGNORECASE):
            return Marked("", information)
    for sharing, words in READERS.items():
        if re.fullmatch(words, part, re.IGNORECASE):
            return Marked("", None, sharing)
    only = _agencies_only(Marked(part), agencies)
    return only if only.sharing and not only.text.strip() else None


def merged(marked: Marked, more: Marked) -> Marked:
    """The first with what the second says besides; the narrower sharing of both."""
    return replace(
        marked,
        information=marked.information or more.information,
        sharing=_narrower(marked.sharing, more.sharing),
        agencies=marked.agencies or more.agencies,
    )


def _narrower(one: Sharing | None, other: Sharing | None) -> Sharing | None:
    """The narrower of two marks; for some only and not for the minutes is for the chair alone.

    What is not minuted everyone in the room may still read.
    """
    if {one, other} == {Sharing.NAMED_AGENCIES, Sharing.NOT_MINUTED}:
        return Sharing.CHAIR_ONLY
    return max((each for each in (one, other) if each), key=ORDER.index, default=None)


def _take_sharing(marked: Marked, sharing: Sharing, words: str, *, spoken: bool) -> Marked:
    text = marked.text
    head = re.match(rf"\s*(?:{words})\s*(?::|,|–|—|-|\.)?\s+", text, re.IGNORECASE)
    tail = re.search(rf"[\s,;:.–—-]+(?:this\s+is\s+)?(?:{words})\s*[.!]?\s*$", text, re.IGNORECASE)
    # "All panel to share …" names an owner; only at the end is it a mark.
    loose = bool(head) and not (":" in head[0] or (spoken and "," in head[0])) if head else False
    head = None if sharing is Sharing.ALL_PANEL and loose else head
    anywhere = re.search(rf"\b(?:{words})\b", text, re.IGNORECASE)
    if not (head or tail or (anywhere and sharing is not Sharing.ALL_PANEL)):
        return marked
    text = text[head.end() :] if head else text[: tail.start()] if tail else text
    return replace(marked, text=text, sharing=_narrower(marked.sharing, sharing))


def _take_kind(marked: Marked, information: Information, words: str, *, loose: bool) -> Marked:
    if marked.information not in (None, information):
        return marked
    text = marked.text
    delimiter = r"(?:\s*[:,–—]|\s+-)\s*"
    if loose:
        delimiter = rf"(?:{delimiter}|{VERB}\s+)"
    head = re.match(rf"\s*(?:{words}){delimiter}", text, re.IGNORECASE)
    tail = re.search(rf"(?:\s*[,;:–—]|\s-|[.])\s*(?:{words})\s*[.]?\s*$", text, re.IGNORECASE)
    word = re.match(rf"\s*(?:{words})(?=\s+\w)", text, re.IGNORECASE)
    head = None if word and _is_work(word, text) else head
    if not (head or tail):
        return marked
    text = text[head.end() :] if head else text[: tail.start()] if tail else text
    return replace(marked, text=text, information=information)


def begins_with_sharing(text: str, agencies: Phrasebook[AgencyRef]) -> bool:
    """True where a text begins with who may read it: "chair only she is afraid"."""
    first = only_first(text, agencies)
    if first is not None:
        return first.sure
    narrow = (words for sharing, words in READERS.items() if sharing is not Sharing.ALL_PANEL)
    return any(re.match(rf"(?:{words})(?=\W)", text, re.IGNORECASE) for words in narrow)


def begins_with_kind(text: str) -> bool:
    """True where a text begins with the word for a kind and goes on: "opinion she is afraid"."""
    heads = (
        re.match(rf"(?:{one}){VERB}(?=\s+(?:[–—-]\s*)?\w)", text, re.IGNORECASE)
        for one in KINDS.values()
    )
    return any(head is not None and not _is_work(head, text) for head in heads)


def _within_sentence(marked: Marked) -> Marked:
    if any(not _is_work(found, marked.text) for found in SUGGESTS.finditer(marked.text)):
        return replace(marked, information=Information.INTELLIGENCE)
    if OPINES.search(marked.text):
        return replace(marked, information=Information.OPINION)
    return marked


def _is_work(found: re.Match[str], text: str) -> bool:
    """ "The intelligence officer", "an intel gap": work with intelligence, not what it says."""
    if re.search(r"\b(?:no|any|without)\s+(?:new\s+|further\s+)*$", text[: found.start()], re.I):
        return True
    after = re.match(r"\s+\w+", text[found.end() :])
    words = f"{found[0].strip()}{after[0] if after else ''}".lower()
    return " ".join(words.split()) in field_words("not intelligence")


def _agencies_only(marked: Marked, agencies: Phrasebook[AgencyRef]) -> Marked:
    """ "police only", "health and CSC only": the line is kept to these."""
    text = marked.text
    opened = only_first(text, agencies)
    if opened is not None and opened.sure:
        rest = text[opened.end :].lstrip()
        return Marked(rest, marked.information, Sharing.NAMED_AGENCIES, opened.agencies)
    found = agencies.all_in(text)
    led = _led(marked, found)
    if led:
        return led
    for last, agency in enumerate(found):
        first = _chain_start(text, found, last)
        start = found[first].start
        lead = FOR.search(text[:start])
        after = text[agency.end :]
        only = (ONLY_FOR if lead and lead[0].strip(" ,;–—-") else ONLY_AFTER).match(after)
        only = only or (ONLY_PLEASE.match(after) if lead else None)
        if only:
            start = lead.start() if lead else start
            kept = tuple(dict.fromkeys(one.items[0] for one in found[first : last + 1]))
            rest = text[:start] + " " + text[agency.end + only.end() :]
            rest = EMPTY.sub(" ", rest).lstrip()
            return Marked(rest, marked.information, Sharing.NAMED_AGENCIES, kept)
    return marked


def _led(marked: Marked, found: tuple[Found[AgencyRef], ...]) -> Marked | None:
    """ "Just for police and health", "named agencies: police, health": as many as are chained."""
    text = marked.text
    just = JUST_FOR.search(text)
    if just is None:
        return None
    for last in reversed(range(len(found))):
        if _is_all(text, found[: last + 1], just):
            kept = tuple(one.items[0] for one in found[: last + 1])
            after = ONLY.sub("", text[found[last].end :])
            rest = EMPTY.sub(" ", f"{text[: just.start()]} {after}").strip(" ,:;–—-")
            return Marked(rest.removeprefix(". "), marked.information, Sharing.NAMED_AGENCIES, kept)
    # A mark whose agencies nobody knows still marks the line: better refused than read by all.
    meant = NAMES_SOME.search(text)
    return replace(marked, sharing=Sharing.NAMED_AGENCIES) if meant else None


def _is_all(text: str, found: tuple[Found[AgencyRef], ...], just: re.Match[str]) -> bool:
    """ "Just for police and health: …": the mark leads to these and ends with the last of them."""
    pairs = zip(found, found[1:], strict=False)
    chained = all(CHAINED.match(text[one.end : other.start]) for one, other in pairs)
    return found[0].start == just.end() and chained and bool(ENDS.match(text[found[-1].end :]))


def _chain_start(text: str, found: tuple[Found[AgencyRef], ...], last: int) -> int:
    first = last
    while first and CHAINED.match(text[found[first - 1].end : found[first].start]):
        first -= 1
    return first
