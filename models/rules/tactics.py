"""What is a tactic: what disrupts or gathers intelligence never reaches a child's file."""

import re

from models import codes

SUPPORTIVE, CHILD = "supportive", ("C",)
# fmt: off
FINDS_OUT = re.compile(
    r"\b(?:find(?:s|ing)? out|establish(?:es|ing)?|check(?:s|ing)?|identif(?:y|ies|ying)"
    r"|locat(?:e|es|ing)|trac(?:e|es|ing)|enquir(?:e|es|ies)|research)\b"
)
WHAT_POLICE_LOOK_FOR = re.compile(
    r"\b(?:who|whose|where|which|whereabouts|vehicles?|cars?|vans?|taxis?|audi|bmw|hire|plates?"
    r"|registrations?|reg|vrm|anpr|phones?|handsets?|imei|numbers?|cctv|footage|pnd|pnc|address(?:es)?"
    r"|premises|hotels?|inn|males?|man|men|females?|woman|women|adults?|associates?|owners?|drivers?"
    r"|suspects?|perpetrators?|links?|accounts?|profiles?|snapchat|instagram|bank|tenan(?:t|ts|cy))\b"
)
INTELLIGENCE = re.compile(r"\bintel(?:ligence)?\b")
POLICE_WORK = re.compile(
    r"\b(?:arrest(?:s|ed|ing)?|covert(?:ly)?|surveillance|observations?|obs point|plain clothes"
    r"|patrol(?:s|led|ling)?|raid(?:s|ed)?|warrants?|stop(?: and |/|-)search(?:es)?"
    r"|seiz(?:e|es|ed|ing)|interview under caution|charg(?:e|es|ing) (?:him|her|them|the)|bail"
    r"|anpr|pnc|pnd|markers?|test purchas(?:e|es|ing)|forensic\w*|chis"
    r"|disrupt(?:s|ed|ing|ion)?|warning notices?"
    r"|closure (?:notices?|orders?)|dispersals?|injunctions?"
    r"|licen[cs]ing (?:visits?|officers?|checks?|reviews?|enforcement)"
    r"|target(?:s|ed|ing)? (?:him|her|them|the))\b"
)
DEVICE = r"(?:phones?|mobiles?|handsets?|devices?|sims?|laptops?|tablets?|ipads?|iphones?)"
TAKEN_FROM = r"(?:download|examin|extract|interrogat|imag|seiz|triag|analys)(?:e|es|ed|ing|s)?"
EVIDENCE = re.compile(
    rf"\b{TAKEN_FROM} (?:\w+['’]?s? ){{0,3}}{DEVICE}\b|\b{DEVICE} (?:\w+ ){{0,3}}{TAKEN_FROM}\b"
    rf"|\b{DEVICE}(?: data)? (?:download|examination|extraction|analysis|triage|seizure)\b"
    rf"|\b(?:download|examination|extraction|analysis|seizure) of (?:\w+['’]?s? ){{0,3}}{DEVICE}\b"
    r"|\bcell[ -]?sit(?:e|es|ing)\b|\b(?:call|comms|communications|billing|subscriber) data\b"
    r"|\bcall (?:records|logs)\b|\bfingerprint\w*|\bdna\b|\bswab(?:s|bed)?\b|\bphone work\b"
    r"|\b(?:track(?:er|ing device)|bug|probe|camera) (?:\w+ ){0,2}(?:on|to|in|outside|opposite)\b"
    r"|\b(?:pull|seize|trawl|secure|recover)\w* (?:\w+ ){0,3}(?:cctv|footage)\b"
)
"""Ways of getting at what somebody's phone, body or door would show."""
OPERATION = re.compile(r"\bOp(?:eration)?\.? (?:[A-Z]{3,}|[A-Z][a-z]+)\b")
NO_TACTIC = re.compile(r"\b(?:trusted|safe|key) adults?\b|\bby phone\b|\baccommodation\b")
PREVENTS = re.compile(
    r"\b(?:prevent|avoid|protect\w* (?:him|her|them)? ?from) (?:an? |any |further )?arrests?\b"
    r"|\bdisrupt\w* (?:to |of )?(?:school|education|placement|sleep|contact|family)"
    r"|\b(?:placement|school) disruption\b|\bwarning signs?\b"
)
# fmt: on


def is_care(measure: codes.MeasureType) -> bool:
    """Whether the catalogue holds a measure only for the care of the child."""
    return measure.way == SUPPORTIVE and measure.targets == CHILD


def is_tactic(kind: str | None, measure_code: str | None) -> bool:
    """True for an action of a tactical type, or one that carries out a measure against somebody.

    What the catalogue holds for the care of the child alone, such as a strategy discussion, is
    none: it belongs into the child's file.
    """
    if measure_code:
        measure = codes.find("measures", measure_code)
        return not (isinstance(measure, codes.MeasureType) and is_care(measure))
    known = codes.find("action_types", kind or "")
    return isinstance(known, codes.ActionType) and known.tactic


def gathers_intelligence(text: str, about_child: bool) -> bool:
    """Whether an action's words are about finding out what the police would look for.

    What is found out for the care of a child ("check A&E attendances", "identify a trusted
    adult") is none; of a person or a place of concern, all is.
    """
    words = text.lower()
    if INTELLIGENCE.search(words):
        return True
    if not FINDS_OUT.search(words):
        return False
    return not about_child or bool(WHAT_POLICE_LOOK_FOR.search(NO_TACTIC.sub(" ", words)))


def sounds_tactical(text: str, about_child: bool) -> bool:
    """Whether an action that nobody gave a type is, by its words, police work or intelligence.

    An arrest to be avoided or a disrupted placement is no tactic.
    """
    words = _without_what_prevents(text)
    told = POLICE_WORK.search(words) or EVIDENCE.search(words) or OPERATION.search(text)
    return bool(told) or gathers_intelligence(text, about_child)


def tactical_words(text: str, about_child: bool) -> list[tuple[int, int]]:
    """Where the words stand by which a text sounds tactical, from left to right."""
    if not sounds_tactical(text, about_child):
        return []
    words = _without_what_prevents(text)
    found = [*POLICE_WORK.finditer(words), *EVIDENCE.finditer(words), *OPERATION.finditer(text)]
    found += INTELLIGENCE.finditer(words)
    if gathers_intelligence(text, about_child) and not INTELLIGENCE.search(words):
        found += FINDS_OUT.finditer(words)
    places: list[tuple[int, int]] = []
    for start, end in sorted(one.span() for one in found):
        if not places or start >= places[-1][1]:
            places.append((start, end))
    return places


def _without_what_prevents(text: str) -> str:
    """The words in small letters, each where it stood."""
    return PREVENTS.sub(lambda found: " " * len(found[0]), text.lower())
