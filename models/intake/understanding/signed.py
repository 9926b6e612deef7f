"""Who signs a letter or e-mail: the name under its last words, and job, body and number below."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from models import codes
from models.intake.papers import Block, Table
from models.intake.understanding.context import Context
from models.intake.understanding.elements import Pair
from models.intake.understanding.letters import SURE, closes, dated
from models.intake.understanding.lexicon import Match
from models.intake.understanding.names import looks_like_name, names_a_body, read_name
from models.intake.understanding.numbers import EMAIL, PHONE, read_phone
from models.intake.understanding.senders import JOB

Told = dict[str, tuple[tuple[str, str], ...]]
"""Place of a line → the fields that it tells, with their words."""
MOST_LINES, LONGEST = 7, 12
SIGNED_BY, SURE_TO_RETURN = "Sent by", 0.95
NAME, JOBS, BODY, TELEPHONE, ADDRESS = "name", "role", "agency", "phone", "email"
DAY = "date"
_TITLE = re.compile(r"(?<!\s)\s*\((?:mrs?|ms|miss|mx|dr|she|he|they)\b[^()]*\)$", re.IGNORECASE)
_TEAM = re.compile(r"\b(?:teams?|hub|unit|service)\b", re.IGNORECASE)
_OVER_TEAMS = re.compile(
    r"\b(?:council|trust|constabulary|police|borough|county|authority|cic)\b", re.IGNORECASE
)
_PARTS = re.compile(r"\s+\|\s+|\s*\n\s*|\s*[,;]\s+")


def signature(parts: Iterable[Block | Table]) -> Told:
    """Return what each line of a signature tells; nothing for a paper that nobody signs."""
    blocks = [part for part in parts if isinstance(part, Block)]
    at = _signed_at(blocks)
    if at is None:
        return next(filter(None, map(_signed_within, blocks)), _signed_below(blocks[-1:]))
    name, *lines = blocks[at].text.strip().split("\n")
    own = (said for line in lines for said in _told(line))
    told: Told = {blocks[at].where: ((NAME, _untitled(name.strip())), *own)}
    above = at - 1 - _is_in_full(blocks[at - 1 : at + 2])
    for block in blocks[above:at] if closes(blocks[above].text) else ():
        told[block.where] = ()
    for block in blocks[at + 1 : at + 1 + MOST_LINES]:
        said = tuple(_told(block.text))
        if not said:
            break
        told[block.where] = said
    return _whole_body(told)


def _whole_body(told: Told) -> Told:
    """Return a signature with a team and the body on the next line as one: "Team 2, Thornsea"."""
    bodies = [(where, text) for where, said in told.items() for part, text in said if part == BODY]
    if len(bodies) < 2 or not _TEAM.search(bodies[0][1]) or not _OVER_TEAMS.search(bodies[1][1]):
        return told
    (first, team), (second, body) = bodies[:2]
    whole = {first: (BODY, f"{team}, {body}")}
    return {
        where: tuple(
            whole[where] if (part, text) == (BODY, team) and where in whole else (part, text)
            for part, text in said
            if (where, part, text) != (second, BODY, body)
        )
        for where, said in told.items()
    }


def _signed_within(block: Block) -> Told:
    """Return what a signature of several lines in one paragraph tells, below its closing words."""
    closing, *lines = (line.strip() for line in block.text.split("\n") if line.strip())
    name = _untitled(lines[0]) if lines else ""
    if not closes(closing) or not looks_like_name(name):
        return {}
    own = [said for line in lines[1 : 1 + MOST_LINES] for said in _told(line)]
    return {block.where: ((NAME, name), *own)}


def _signed_below(last: Sequence[Block]) -> Told:
    """Return what a paper's last paragraph tells where it is a name over a job, with a number.

    Nothing closes what stands above it, as in a form that is printed from a school's system.
    """
    lines = [line.strip() for block in last for line in block.text.split("\n") if line.strip()]
    reached = "\n".join(lines[1:])
    works = len(lines) > 1 and JOB.search(lines[1]) and not names_a_body(lines[0])
    named = " " in lines[0] and looks_like_name(lines[0]) if works else False
    if not named or not (PHONE.search(reached) or EMAIL.search(reached)):
        return {}
    days = [(DAY, line) for line in lines[1:] if dated(line)]
    own = [said for line in lines[1 : 1 + MOST_LINES] for said in _told(line)]
    return {last[0].where: ((NAME, lines[0]), *own, *days[:1])}


def _untitled(name: str) -> str:
    """Return a name without what stands in brackets behind it: "Patricia Loveday (Mrs)"."""
    return _TITLE.sub("", name)


def signed_pairs(
    block: Block, told: tuple[tuple[str, str], ...], context: Context, section: str | None
) -> list[Pair]:
    """Return what a line of a signature tells of who sends the paper."""
    returned = context.kind == "return"
    sure = SURE_TO_RETURN if returned else SURE
    found: list[Pair] = []
    for part, text in told:
        match = context.label(SIGNED_BY) if part == NAME else Match(_field(part, returned), sure)
        known = replace(match, score=sure, settled=part != NAME) if match else None
        label = SIGNED_BY if part == NAME else part.capitalize()
        found.append(Pair(label, text, block.where, known, section))
    return found


def _field(part: str, returned: bool) -> str:
    if part == DAY:
        return "returned" if returned else "received"
    if returned:
        return "contact" if part in (TELEPHONE, ADDRESS) else part
    return f"referrer_{part}"


def _signed_at(blocks: Sequence[Block]) -> int | None:
    """Return the line with the name: under the closing words, or above a job near the end."""
    for at in range(1, len(blocks)):
        name = looks_like_name(_untitled(blocks[at].text.strip().partition("\n")[0]))
        if name and closes(blocks[at - 1].text):
            return at + _is_in_full(blocks[at : at + 3])
    for at in range(max(1, len(blocks) - MOST_LINES), len(blocks) - 1):
        text = blocks[at].text.strip()
        below = blocks[at + 1].text
        reached = "\n".join(block.text for block in blocks[at + 1 :])
        works = JOB.search(below) and (PHONE.search(reached) or EMAIL.search(reached))
        message = blocks[at].where.startswith("message")
        if message and works and " " in text and looks_like_name(text) and not names_a_body(text):
            return at
    return None


def _is_in_full(blocks: Sequence[Block]) -> bool:
    """Say whether a first name alone stands above the whole name: "Jo", then "Jo Marsh".

    One that is short for another, "Dom" above "Dominic Fairhurst", is told by the job below.
    """
    short, whole, below = (*(block.text.strip() for block in blocks), "", "")[:3]
    name = read_name(whole).name
    called = " " in name and looks_like_name(name) and not names_a_body(whole)
    works = len(short.split()) == 1 and JOB.search(below) is not None
    return called and (name.startswith(f"{short} ") or works)


def _told(text: str) -> Iterator[tuple[str, str]]:
    if len(text.split()) > LONGEST:
        return
    whole = EMAIL.sub("", PHONE.sub("", text)).strip(" ,.;|")
    email, phone = EMAIL.search(text), read_phone(text)
    if email:
        yield ADDRESS, email[0]
    if phone:
        yield TELEPHONE, phone
    job, comma, body = whole.rpartition(", ")
    both = bool(comma) and bool(JOB.search(job)) and _is_body(body) and not JOB.search(body)
    alone = JOB.search(whole) and "|" not in text
    parts = [job, body] if both else [whole] if alone else _PARTS.split(whole)
    for at, part in enumerate(each.strip(" |,") for each in parts):
        if JOB.search(part):
            yield JOBS, part
        elif part and (at or _is_body(part)) and any(letter.isalpha() for letter in part):
            yield BODY, part


def _is_body(text: str) -> bool:
    return names_a_body(text) or codes.recognise("agency_kinds", text) is not None
