"""How a label is typed in a line of its own: after a bullet or a number, before a tab."""

import re
from dataclasses import replace

from models.intake.papers import Block
from models.intake.understanding.context import Context
from models.intake.understanding.elements import LONG, Element, Loose, Pair
from models.intake.understanding.forms_own import (
    is_either,
    is_instruction,
    is_plea,
    is_standing,
    says_where_to_send,
)
from models.intake.understanding.guidance import is_hint
from models.intake.understanding.inline import Said
from models.intake.understanding.leading_hints import leads_as_hint
from models.intake.understanding.lexicon import LOOSE, is_title, section_of
from models.intake.understanding.ticks import has_marks

SURE, SHORT = 0.95, 8  # how sure a label, words of an answer
MOST_UNKNOWN = 4  # words of a label that nobody knows
VERY_WORDS, BELOW_LABELS = 0.97, 0.8  # how sure a label that may be a title, and one below labels
LIKELY = 0.72  # enough where a line is set apart as labels are
TABBED = re.compile(r"([^\W\d_][^:\t\n]{1,80}[:?])\t+(\S.*)", re.DOTALL)
SIGNED = re.compile(r"\W*(?:signed|signature)\b", re.IGNORECASE)
GAPPED = re.compile(r"([^\W\d_][^\t\n]{1,90}?)(?:\t+| {3,})(\S.*)", re.DOTALL)
ASKS = re.compile(r"(?:what(?:'?s)?|who|why|how|where|when) ", re.IGNORECASE)
BULLET = re.compile(r"\s*[-•*●▪·–]\s")
LISTED = re.compile(r"(\s*[-•*●▪·–]\s[^:.\n]{2,80}[:?])\s+(\S.*)", re.DOTALL)
COUNTED = re.compile(r"(?:\d{1,2}|[a-z])[.)]\t+([^\t\n]{2,90})\t(.*)$", re.DOTALL)
DETAILS = re.compile(r"\b(?:details|person (?:making|completing|referring|submitting))\b", re.I)
RULE = re.compile(r"\s*([-–—=*~#_.])(?:\s*\1){4,}\s*")
WRITTEN_ON = "_."
WITH_WHOM = re.compile(r"\s*(with)(?:\s*:|\s+[–—-])\s+(\S.*)", re.IGNORECASE | re.DOTALL)
NUMBERED = re.compile(r"\d{1,2}[a-z]?[.)]\s+(?:[A-Z][\w'’/&-]*\W*)(?:[\w'’/&()-]+\s*){0,6}$")
_PLEASE = re.compile(
    r"(?:[\w ]{0,30}\W+)?please (?:mark|tick|indicate|complete|provide|circle|include|give|use)\b",
    re.IGNORECASE,
)
ABOUT = re.compile(r"About (?:the|you|your|this|him|her|them|us)\b[\w ’'/-]{0,30}:?")
PART = re.compile(r"(?:PART|SECTION|Part|Section) (?:[A-Z]|\d{1,2})\b")
OFFICE = re.compile(
    r"\W*(?:for )?(?:office|panel|mace|hub|admin(?:istrator)?|co-?ordinator|business support) use\b"
    r"(?: only)?",
    re.IGNORECASE,
)
DELETED = re.compile(  # Gender (delete as appropriate)  Male /
    r"(?P<asked>[^\n()]{3,120}?)\s*"
    r"\((?:please )?(?:delete|circle|strike|underline)\b[^()\n]{0,40}\)\W*(?P<left>\w[^\n]{0,60})"
)
FORMAL = re.compile(
    r"\b(?:nominat\w+|referral|notif\w+|form|panel|mace|submission|report|template)\b",
    re.IGNORECASE,
)
LISTED_FIELDS = frozenset({"types", "indicators"})  # answered by a list, and told by nobody


def least_alone(text: str, hinted: bool) -> float:
    """Return how sure a label has to be that is a line alone; `hinted` where a hint follows it."""
    if text.rstrip()[-1] in ":?":
        return 0.65
    if hinted:
        return LIKELY
    return 0.85 if ASKS.match(text) and ": " not in text else 0.95


def is_set_apart(block: Block) -> bool:
    """Say whether a line has a look of its own, and is not only typed in capitals."""
    return bool(block.bold_lead) or not block.text.isupper()


def is_bold(block: Block) -> bool:
    """Say whether a line is bold from end to end."""
    return bool(block.bold_lead) and block.bold_lead.strip() == block.text.strip()


def heads(block: Block, above: Pair | None, context: Context) -> bool:
    """Say whether a line typed without a look of its own heads what stands below it.

    It is numbered, or in capitals; below a label in small letters that waits it is the answer.
    """
    text = block.text.strip()
    if NUMBERED.match(text) and section_of(text):
        return True
    shouted = text.isupper() and len(text.split()) <= SHORT and ":" not in text
    if not shouted or has_marks(text) or is_either(text) or _answers_behind_tab(text, context):
        return False
    whose = context.whose(text)
    waits = above is not None and not above.value and not above.label.isupper()
    if waits and above is not None and (whose is None or context.whose(above.label) != whose):
        return False
    match = context.label(text)
    return whose is not None or match is not None and match.score >= SURE


def _answers_behind_tab(text: str, context: Context) -> bool:
    """Say whether a line typed in capitals is a label, a tab and its answer."""
    parted = GAPPED.fullmatch(text) if "\t" in text else None
    return parted is not None and stands_before(parted[1], parted[2], context, None)


def least(block: Block) -> float:
    """Return how sure a label in a heading has to be: less where boxes answer it."""
    return LIKELY if has_marks(block.text) else LOOSE


def least_in_heading(titled: bool, heads: bool, named: bool) -> float:
    """Return how sure a label in a heading has to be.

    More where it is like a title; `heads` says that it is the paper's first line, `named` that
    labels stand above it, as they do above no title.
    """
    if titled:
        return BELOW_LABELS if named else VERY_WORDS
    return SURE if heads else LIKELY


def tells(said: list[Said], block: Block) -> bool:
    """Say whether a line in bold, no title, holds one sure label and its short answer or boxes."""
    sure = len(said) == 1 and said[0].match is not None and said[0].match.score >= SURE
    if not sure or block.heading or ":" not in block.text:
        return any(has_marks(each.value) for each in said)
    value = said[0].value
    answers = not value[:1].islower() and not is_instruction(value) and len(value.split()) <= SHORT
    return answers or has_marks(value)


def entitles(said: Said, below_labels: bool) -> bool:
    """Say whether a line is the paper's title, and no label with its answer."""
    field = said.match.field if said.match else ""
    above = field in ("types", "name") and not below_labels and FORMAL.search(said.value)
    return bool(above) or field == "name" and is_title(said.value)


def asks_nothing(said: list[Said], below_labels: bool) -> bool:
    """Say whether a line only says what the paper is, "MACE referral – …", or where it goes."""
    match = said[0].match
    likely = len(said) == 1 and match is not None and match.score < SURE
    titled = likely and not below_labels and is_title(said[0].label)
    return titled or says_where_to_send(said[0].value) or is_plea(said[0].value)


def are_several(said: list[Said], text: str) -> bool:
    """Say whether a line holds several known labels, gaps between them: it goes on with none."""
    return "\t" in text and sum(each.match is not None for each in said) > 1


def without_its_hint(block: Block) -> Block:
    """Return a heading in bold without the words behind it that only say how to fill it in."""
    lead = block.bold_lead.strip(" –—-:")
    rest = block.text[len(block.bold_lead) :].strip(" –—-:")
    if not lead or not rest or len(lead.split()) > 14 or block.bold_lead.rstrip()[-1] in ":?":
        return block
    if is_hint(rest) or is_instruction(rest) or _PLEASE.match(rest):
        return replace(block, text=lead, bold_lead=lead)
    return block


def label_and_answer(
    block: Block, listed: bool, context: Context, section: str | None
) -> tuple[str, str] | None:
    """Return a line's label with its answer where a bullet, number, tab or its look parts them.

    `listed` says that the line before is a label behind a bullet, with its answer.
    """
    bullet, counted = LISTED.match(block.text), COUNTED.match(block.text)
    found = bullet if bullet and listed else counted or TABBED.match(block.text)
    if found:
        return found[1], found[2].strip()
    lead = block.bold_lead.strip()
    rest = block.text[len(block.bold_lead) :].strip() if lead else ""
    gapped = GAPPED.fullmatch(block.text)
    apart = gapped and gapped[1] == lead
    if lead and rest:
        known = apart or stands_as_label(lead, rest, context, section)
        if known or lead[-1] in ":?–—-" or rest[0] in ":–—-":
            return lead, rest.lstrip(":–—- ").strip()
    if gapped and stands_before(gapped[1], gapped[2], context, section):
        return gapped[1], gapped[2].lstrip(": ")
    return None


def is_rule(text: str) -> bool:
    """Say whether a line says nothing: it parts the page, or is there to write on."""
    return RULE.fullmatch(text) is not None


def parts_page(text: str) -> bool:
    """Say whether a line that says nothing parts what is above it from what is below."""
    rule = RULE.fullmatch(text)
    return rule is not None and rule[1] not in WRITTEN_ON


def is_forms_own(text: str) -> bool:
    """Say whether a line below a label is what the form says itself, and no answer."""
    return is_plea(text) or is_hint(text) or is_standing(text)


def are_alike(label: str, other: str) -> bool:
    """Say whether a label is in capitals as the one above it is."""
    return label.isupper() and other.isupper()


def orders(one: Element) -> bool:
    """Say whether a line between a heading and its table only says how to fill it in."""
    return isinstance(one, Loose) and (is_forms_own(one.text) or is_instruction(one.text))


def is_likely(label: str, context: Context, section: str | None) -> bool:
    """Say whether words before a mark are likely a label of this kind of paper."""
    match = context.label(label, section)
    return match is not None and match.score >= LIKELY


def is_short(text: str) -> bool:
    """Say whether a line may be a label that nobody knows: short, and no section or title."""
    return len(text.split()) <= MOST_UNKNOWN and section_of(text) is None and not is_title(text)


def parts_form(text: str) -> bool:
    """Say whether a line names a part of the form: "Part B …", "About the young people"."""
    named = bool(PART.match(text)) and len(text.split()) <= SHORT or bool(ABOUT.fullmatch(text))
    return named or OFFICE.match(text) is not None


def left_undeleted(text: str) -> tuple[str, str] | None:
    """Return what a line asks and the option that was left of those to be struck out, if any."""
    found = DELETED.fullmatch(text.strip())
    left = found["left"].strip(" /,") if found else ""
    return (found["asked"], left) if found and left and "/" not in left else None


def is_story(pair: Pair | None) -> bool:
    """Say whether a label asks for what goes on over several lines."""
    return pair is not None and pair.match is not None and pair.match.field in LONG


def is_place(pair: Pair | None) -> bool:
    """Say whether a label asks where somebody lives: below it no story goes on."""
    return pair is not None and pair.match is not None and pair.match.field == "address"


def with_whom(text: str, above: Pair | None) -> tuple[str, str] | None:
    """Return the "With" of a line right below where somebody lives, and the answer; or None."""
    found = WITH_WHOM.fullmatch(text) if is_place(above) else None
    return (found[1], found[2]) if found else None


def is_told(pair: Pair | None) -> bool:
    """Say whether somebody tells something there, in whose words a label may stand: no list."""
    listed = pair is not None and pair.match is not None and pair.match.field in LISTED_FIELDS
    return is_story(pair) and not (listed and pair is not None and bool(pair.value))


def continues(pair: Pair) -> bool:
    """Say whether the next line may go on with what stands behind a label."""
    field = pair.match.field if pair.match else ""
    return not pair.value or is_story(pair) or leads_as_hint(field, pair.value)


def stands_before(label: str, answer: str, context: Context, section: str | None) -> bool:
    """Say whether words before a gap are likely a label, and what stands behind it none."""
    match = context.label(label, section)
    likely = match is not None and match.score >= LIKELY
    return likely and context.label(answer, section) is None


def stands_as_label(lead: str, rest: str, context: Context, section: str | None) -> bool:
    """Whether bold words at the head of a line are a label although no colon follows them.

    Bold words may also begin a sentence: that goes on in small letters.
    """
    match = context.label(lead.rstrip(". "), section) if lead and rest else None
    if match is None:
        return False
    sentence = rest[0].islower() and len(rest.split()) > 3
    return lead.endswith(".") or match.score >= 0.85 and not sentence
