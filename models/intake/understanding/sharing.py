"""Who may read a line of an agency's return, and what kind of information it is."""

import re
from dataclasses import dataclass, field, replace

from models import codes
from models.intake.understanding.lists import ticked_or_parts
from models.intake.understanding.ticks import choices
from models.intake.understanding.value import chosen
from models.marks import Information, Sharing

_WITHHELD = re.compile(
    r"^\W*(?:(?:information |this |line )?(?:is )?(?:not (?:to be )?(?:shared|disclosed|"
    r"for sharing)|"
    r"not for sharing|do not (?:share|disclose)|don'?t share|cannot be shared|can'?t be shared|"
    r"withh(?:e|o)ld|will not be shared|no sharing|not share|never share)|no\b(?! restriction)|"
    r"n\W*$|nobody\b|no[- ]?one\b|none\b)",
    re.IGNORECASE,
)
_REASON = re.compile(r"^\W*(?:reason|because|as|due to|since)?\W*", re.IGNORECASE)
_CHAIR = re.compile(r"\bchair(?:s|person|'s)?\b", re.IGNORECASE)
_PLEASE = re.compile(r",?\s*\bplease\W*$", re.IGNORECASE)
_ONLY = re.compile(r"\bonly\b|['’]s? eyes\b", re.IGNORECASE)
_TELL = r"(?:shared?|disclosed?|told|tell)"
_FAMILY = (
    r"(?:(?:the|his|her|their|any)\s+)?(?:family|parents?|mum|dad|mother|father|carers?|home|child|"
    r"young person|yp|him|her|them|subject)\b"
)
_FROM_FAMILY = re.compile(  # "not to be shared w family": the panel may hear it
    r"\b(?:not|never|don['’]?t|cannot|can['’]?t)\b"
    r"(?:(?!\b(?:shar|disclos|not\b|never\b|don|can)|\s-\s)[^.;,:–—]){0,20}"
    rf"\b{_TELL}(?:\s*(?:or|and|/)\s*{_TELL})?\s*(?:with|w/?|to)?\s*{_FAMILY}"
    rf"(?:\s*(?:,|,?\s*(?:or|and)\b|/|&)\s*{_FAMILY})*"
    r"(?=\W*$|\s*[.;)\]]|\s*[-–—:,(]\s*(?:for )?(?:the )?chair(?:person)?(?:['’]?s eyes)? only\b|"
    r"\s+(?:please|as(?! well)|because)\b|"
    r"\s*,\s*(?:please|as(?! well)|because|since|s?he|they|it|this|we|until|but(?! not)|only|"
    r"(?:can|may)(?! not|['’]))\b)",
    re.IGNORECASE,
)
_UNMINUTED = re.compile(
    r"not (?:to be |for (?:the )?)?minute[ds]?|do not minute|unminuted|off the record|"
    r"don'?t minute",
    re.I,
)
_ALL = re.compile(
    r"^\W*(?:(?:share )?(?:with )?(?:all|everyone|everybody|whole|full|the|entire)?\s*"
    r"(?:panel|agencies|partners|members|all|everyone|professionals|attendees)(?: members|"
    r" agencies| present)?|"
    r"(?:share with )?(?:all|everyone|everybody|anyone) (?:on|at|in|round) (?:the )?(?:mace )?"
    r"(?:panel|meeting|table)|"
    r"yes|y|ok|no restrictions?|unrestricted|shareable|"
    r"(?:it |this )?(?:can|may|ok to|okay to|happy to) be shared(?: with (?:all|everyone|everybody|"
    r"(?:the |all |whole )?panel|all (?:agencies|partners|members)))?|"
    r"open)\W*$",
    re.IGNORECASE,
)
_YES_LEAD = re.compile(r"^\W*(?:yes|y)\b[\s,:;–-]+(?=\w)", re.IGNORECASE)
_MAY_LEAD = re.compile(
    r"^\W*(?:this|it|the above|all (?:of )?this|(?:this|the) information) (?:may|can|could) be "
    r"(?=shared with )shared ",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"^\W*(?:named agenc(?:y|ies)|share with|only|restricted to|agencies)\s*(?:only)?\W+"
    r"|(?:['’]?s?\s+eyes\s+)?\bonly\b",
    re.I,
)
_BARE = re.compile(  # a heading's own word, over a column of marks, is no agency
    r"\W*(?:key|mark|marking|code|status|x|tick|grade|level|handling|type)\W*$", re.IGNORECASE
)
_ASKS_WHO = re.compile(r"\bshared? (?:with|by)\b|\btick\b", re.IGNORECASE)  # and is no agency
_EXCEPT = re.compile(
    r"\b(?:except|but not|excluding|not with|other than|apart from)\b", re.IGNORECASE
)
_BEHIND = re.compile(r"[)\]]\s*[-–—:,]\s*([^()\[\]]{3,60})$")
_IN_BRACKETS = re.compile(r"[\[(]([^()\[\]]+)[\])]\.?")
_LAST_SENTENCE = re.compile(  # Missed two appointments. Share with all panel.
    r"(?<=[.!?])\s+((?:(?:please |happy to |to be )?shar(?:e|ed|ing)\b|all panel\b|chair only\b)"
    r"[^.!?]{0,50}|[A-Z][^.!?:]{2,60} only(?:,? please)?|"
    r"(?:this |it )?(?:can|may) be shared\b[^.!?]{0,40})[.!]?\s*$",
    re.IGNORECASE,
)
_TELLS = re.compile(  # what somebody did: no mark, whatever agency it names
    r"\b(?:is|was|were|has|have|had|says?|said|told|went|seen|at|in|on|if|he|she|they)\b|\b(?!(?:"
    r"named|shared|limited|restricted|sharing|housing|safeguarding|licensing|nursing|policing|"
    r"missing|visiting)\b)\w{2,}(?:ed|ing)\b",
    re.IGNORECASE,
)
LONGEST_MARKS = 16  # words
_SHARED_WITH = re.compile(r"^\W*(?:to be )?shar(?:e|ed|ing)\b(?: (?:with|by))?\W*", re.IGNORECASE)
_TO_CHAIR = re.compile(
    r"no\W+(?:for |with )?(?:the )?chair(?:person)? only(?:,? please)?\W*", re.IGNORECASE
)
WITHHELD_INSIDE = re.compile(
    r"\b(?:(?:do not|don['’]?t|must not|never|not to be) \w+ (?:or|and|nor) (?:be )?"
    r"(?:share|disclose)d?|"
    r"not (?:to be )?(?:shared|disclosed)|not for (?:sharing|disclosure|(?:the )?panel)|"
    r"(?:do not|don['’]?t|cannot|can['’]?t|must not|never) (?:be )?(?:shared?|disclosed?)|"
    r"not (?:be )?disclosed|not (?:shareable|sharable|disclosable)|non-?disclosable|withheld|"
    r"internal (?:use )?only)\b",
    re.I,
)


@dataclass(frozen=True)
class Shared:
    """Who may read a line; `stated` is False where the paper did not say: then the chair alone.

    `said` are the paper's own words.
    """

    sharing: Sharing
    agencies: tuple[str, ...] = ()
    reason: str = ""
    stated: bool = True
    said: str = field(default="", compare=False)


def read_sharing(text: str) -> Shared:
    """Return who may read a line; whatever is unstated or unclear is for the chair only."""
    said = " ".join(chosen(text).split())
    words = _PLEASE.sub("", said)
    if not words:
        return Shared(Sharing.CHAIR_ONLY, stated=False)
    return replace(_shared(text, words), said=said)


def _shared(text: str, words: str) -> Shared:
    if kept_from_family(words):
        return Shared(Sharing.CHAIR_ONLY, reason=words, stated=False)
    withheld = _WITHHELD.match(words)
    withheld = withheld or WITHHELD_INSIDE.search(words)
    if withheld:
        if _TO_CHAIR.fullmatch(words):  # "Can all see it? No – chair only"
            return Shared(Sharing.CHAIR_ONLY)
        return Shared(
            Sharing.NOT_SHARED, reason=_REASON.sub("", words[withheld.end() :]).strip(" ()")
        )
    if unminuted := _UNMINUTED.search(words):
        rest = f"{words[: unminuted.start()]} {words[unminuted.end() :]}"
        if _ONLY.search(rest):  # "Chair and police only - not for minutes"
            return Shared(Sharing.CHAIR_ONLY, reason=words)
        return Shared(Sharing.NOT_MINUTED)
    if _EXCEPT.search(words):
        return Shared(Sharing.CHAIR_ONLY, reason=words, stated=False)
    if any(map(_ALL.match, (words, _YES_LEAD.sub("", words), _MAY_LEAD.sub("", words)))):
        return Shared(Sharing.ALL_PANEL)
    listed = codes.recognise("sharing", words)
    if listed and listed.code != Sharing.NAMED_AGENCIES:
        return Shared(Sharing(listed.code))
    return _named(text, words)


def _named(text: str, words: str) -> Shared:
    agencies = _agencies(text, words)
    others = tuple(name for name in agencies if not _CHAIR.search(name))
    if not others and _CHAIR.search(words):
        return Shared(Sharing.CHAIR_ONLY)
    if others and all(map(_is_agency, others)) and not _BARE.match(words):
        return Shared(Sharing.NAMED_AGENCIES, others)
    return Shared(Sharing.CHAIR_ONLY, reason=words, stated=False)


def _agencies(text: str, words: str) -> tuple[str, ...]:
    if choices(text):
        return ticked_or_parts(text)
    words = _NAMED.sub(" ", words).strip(" :.-–()")
    marks = ";" if ";" in words else r"[,/\n]"
    parts = [" ".join(part.split()).strip(" .") for part in re.split(marks, words)]
    return tuple(half for part in parts if part for half in _halves(part))


def _halves(part: str) -> list[str]:
    """Part "Police and CSC", which are two; "Community safety and housing" may be one."""
    halves = [half.strip() for half in re.split(r"\s+(?:and|&|\+)\s+", part)]
    known = [codes.recognise("agency_kinds", half) for half in halves]
    whole = codes.recognise("agency_kinds", part)
    lower = any(half[:1].islower() for half in halves[1:])
    return halves if len(halves) > 1 and all(known) and not (whole and lower) else [part]


def _is_agency(name: str) -> bool:
    words = name.split()
    if codes.recognise("agency_kinds", name):
        return True
    named = len(words) <= 7 and len(name) > 1 and name[:1].isupper()
    return named and _ASKS_WHO.search(name) is None


def kept_from_family(text: str) -> bool:
    """Say whether words keep something from the family only, so that the panel may hear it."""
    return _FROM_FAMILY.search(text) is not None and not withholds(text)


def withholds(text: str) -> bool:
    """Say whether words in a text keep it from the panel, and not only from the family."""
    return WITHHELD_INSIDE.search(_FROM_FAMILY.sub(" ", text)) is not None


def mark_behind(text: str) -> tuple[str, str]:
    """Part "Seen in town (Fact) – all panel" from who may read it; no mark where none is said."""
    found = _BEHIND.search(text) or _LAST_SENTENCE.search(text)
    stated = found is not None and stands_alone(found[1])
    return (text[: found.start(1)].rstrip(" –—-:,"), found[1]) if found and stated else (text, "")


def marks_alone(text: str) -> tuple[str, ...]:
    """Return the marks of a text that is nothing else: a kind and who may read it; none else."""
    if len(text.split()) > LONGEST_MARKS:
        return ()
    parts = [
        part.strip(" .;") for part in re.split(r"[.;\n]\s*|\s[–—-]\s", text) if part.strip(" .;")
    ]
    kinds = [codes.recognise("information_kinds", part) is not None for part in parts]
    shared = [stands_alone(part) for part in parts]
    told = any(kinds) and any(shared)
    bracketed = _IN_BRACKETS.fullmatch(text.strip())
    if bracketed and stands_alone(bracketed[1]):
        return (bracketed[1],)
    return tuple(parts) if told and all(map(any, zip(kinds, shared, strict=True))) else ()


def stands_alone(text: str) -> bool:
    """Say whether a text says who may read a line, and nothing else: agencies are known ones."""
    shared = read_sharing(_SHARED_WITH.sub("", text))
    known = (codes.recognise("agency_kinds", name) for name in shared.agencies)
    tells = bool(shared.agencies and _TELLS.search(text))
    return shared.stated and not tells and all(known)


def read_information(text: str) -> Information:
    """Return fact, opinion or intelligence; two at once, or none, is not stated."""
    words = chosen(text)
    found = codes.recognise("information_kinds", words)
    if found:
        return Information(found.code)
    lowered = words.lower()
    said = {
        kind
        for kind, sign in (
            (Information.FACT, "fact"),
            (Information.OPINION, "opinion"),
            (Information.OPINION, "judgement"),
            (Information.INTELLIGENCE, "intel"),
        )
        if sign in lowered
    }
    return said.pop() if len(said) == 1 else Information.NOT_STATED


def both_read(text: str) -> tuple[Information, Shared]:
    """The kind of information and who may read it, where one cell says both."""
    parts = [part for part in re.split(r"\s*[,;|/–—]\s*|\s+-\s+|\s+and\s+", chosen(text)) if part]
    shared = [read_sharing(text)] if withholds(text) else []
    shared += [
        read_sharing(part) for part in parts if read_information(part) is Information.NOT_STATED
    ]
    stated = [one for one in shared if one.stated]
    unsaid = Shared(Sharing.CHAIR_ONLY, stated=False)
    return read_information(text), stated[0] if stated else unsaid
