"""How running text speaks of somebody the child is at risk from, and of those it is safe with."""

import re

from models.intake.understanding.names import RANKS
from models.intake.understanding.telling import PARENT
from models.rules.dates.vocabulary import MONTHS, WEEKDAYS
from models.rules.platforms import PLATFORMS

WORD = r"[A-Z][a-z]+(?:['-][A-Z]?[a-z]+)*"
TWO = rf"{WORD}(?: {WORD})?(?: (?:{WORD}|[A-Z][A-Z'-]{{2,}}))"
HANDLE = r"[A-Z][\w.]*\w(?:['-][A-Z][a-z]+)?(?: [A-Z][\w']*){0,2}"
QUOTED = rf"\"({HANDLE})\""
MET = rf"(?:\"{HANDLE}\"|{HANDLE})"
SAID = re.compile(  # a man called Lee; someone they know as "Uncle B"
    r"\b(?:called|named|(?:only )?known (?:to \w+ )?(?:only )?as|calling (?:him|her|them)sel\w+|"
    r"(?:they|he|she) (?:calls?|knows? as|refers? to as)|nicknamed|goes by)\s+"
    rf"(?:\"[^\"]{{0,12}}\b)?({MET}(?:(?:, | and | & ){MET})*)",
)
THING = re.compile(  # an app called Yubo: what stands before the name is nobody
    r"\b(?:shop|clubs?|pub|game|apps?|group|gang|crew|band|lines?|dog|place|bar|caf[eé]|programme|"
    r"school|site|page|account|chat|area|park|street|road|estate|tool|service|drug|pill|project|"
    r"street name|charity|home|child|pupil|daughter|son|young person)(?: is| was)?\W*$",
    re.IGNORECASE,
)
THINGS_NAME = re.compile(  # the "Rocco" line
    r"^\W*(?:county )?(?:lines?|crew|gang|boys|girls|apps?|chat|group|estate|house|block|street|"
    r"programme|project|party|tool)\b"
)
BORN = re.compile(  # Lee Marsh, DOB 04/02/1996; Lee Marsh (24)
    rf"\b({TWO}),? ?\(?(?:who is )?"
    r"(?:(?i:d\.?o\.?b\.?|born(?: on)?|b\.)\W*(\d[\d./ -]{5,9}\d)|"
    r"(?:aged? |approx(?:imately)?\.? |about |age )?"
    r"(\d\d)(?:s| ?yrs?| years)?(?= old|[ ),.;]|$)(?! ?[/:.]\d))"
)
BESIDE = re.compile(rf"[)\s]*(?:,|and|&|,? as well as)\s+({TWO})\b(?! ?\()")  # … and Bo Venn
_POLICED = re.compile(r"\b([A-Z][a-z]+(?: [A-Z][a-z]+)? [A-Z][A-Z'-]{3,})\b")  # Lee MARSH
DOING = re.compile(
    r"(?:\b(?:driven|slapped|hit|threatened|collected|groomed|raped|assaulted|supplied|recruited|"
    r"picked up|dropped off|taken|told (?:what to do|where to go|to \w+)|controlled|directed|"
    r"forced|coerced|manipulated|beaten|attacked|stabbed|robbed|approached|befriended|targeted|exploited|"
    r"contacted|chased|followed) by|\b(?:flat|home|house|address) of|believed to be|"
    r"\b(?:works?|working|dealing|selling|running|carrying|holds?) for|"
    r"\b(?:seen|staying|stays|found|arrested|stopped|living|hanging (?:around|out)|associat\w+) "
    r"with|\b(?:[Bb]oyfriend|[Pp]artner|[Bb]oyfriend is|ex-boyfriend),?|"
    r"\b(?:messages?|calls?|texts?|money|gifts?|lifts?|contact) from|"
    rf"\bwith (?=(?:{TWO})\b ?\())"
    rf"\s+(?:an? [a-z -]{{2,25}}? )?(?:\"({HANDLE})\"|({TWO}))"
)
_SINGLE = re.compile(rf"\b(?:[Ww]orking|[Ww]orks?|[Rr]unning|[Dd]ealing|[Ss]elling) for ({WORD})\b")
_DOES = re.compile(
    rf"\b({TWO})(?:,? who)?,? (?:(?:also )?mentioned|drives|deals|supplies|(?:is|was) on bail|"
    r"is a known|is known to (?:the )?police|is believed|gives (?:him|her|them)|recruits|grooms)\b"
)
_MATE = re.compile(rf"\b(?:his|her|their|an?) (?:mate|boss|contact) ({TWO}|{WORD})\b(?! \()")
_NAMES = re.compile(rf"\b(?:names|named|identifies|identified|describes) ({TWO})\b")  # Mum names …
ALONE = (_POLICED, _DOES, _SINGLE, _MATE, _NAMES)
"""Patterns that tell one name and no more."""
BOTH = re.compile(  # "Tig", believed to be Ty Ogden
    rf"(?:{QUOTED},? (?:who )?(?:is )?(?:believed to be|\(|i\.e\.) ?|"
    rf"\b({HANDLE})[^.;()]{{0,25}},? ?\(?(?:real|full|true|actual) name:? )({TWO})"
)
IDENTIFIED = re.compile(  # Col thought to be Colin Meredith
    rf"\b({WORD})\"?,? (?:is |was |who is )?(?:thought|believed|said|understood) to be ({TWO})"
)
ALSO = re.compile(  # Ty Ogden, who is known as Tig
    rf"\b({TWO}),? \(?(?:who is |also |better )*(?:known as|a\.?k\.?a\.?|nicknamed) "
    rf"\"?({HANDLE})\"?"
)
ONE = re.compile(rf"{QUOTED}('s\b)?|\"({WORD})'s\"")
_JOBS = (
    "worker|nurse|teacher|tutor|officer|doctor|counsellor|manager|practitioner|mentor|coach|"
    "headteacher|paediatrician|head"
)
STAFF = re.compile(
    rf"(?:\b(?:Mr|Mrs|Ms|Miss|Dr|Rev|Cllr|GP|{RANKS})\.?|"
    rf"\b(?:{_JOBS})|s/w|SW),?\W*(?:\d+ )?$",
    re.IGNORECASE,
)
WORKS = re.compile(
    rf"^\W{{1,3}}(?:the |her |his |their |our )?(?:\w+ ){{0,2}}(?:{_JOBS}|CSC|CAMHS)\b"
)
KIN = re.compile(
    rf"\b(?:{PARENT}|mam|step-?\w+|sisters?|brothers?|siblings?|aunt\w*|cousin|friends?|twin)"
    r"(?:'s)?(?: is| are| called| named|,|\W)*$",
    re.IGNORECASE,
)
KIN_OF = re.compile(r"\b(?:brother|cousin|uncle|mate|partner|dad|father) of (?:\w+ ){0,2}\w+\W*$")
_NAMED_SO = frozenset(one for one in (*WEEKDAYS, *MONTHS, *PLATFORMS) if len(one) > 3)  # no Jan
NOBODY = _NAMED_SO | frozenset(
    word
    for line in (
        "i he she they we it you yes no none nothing nobody not never a an the my his her their",
        "this that just mum dad nan police school college may kik easter christmas county lines",
        "child protection social care early help children young person cannabis ketamine cocaine",
    )
    for word in line.split()
)
"""Words with a capital that are no name, or nobody's."""
