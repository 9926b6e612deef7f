"""Words by which something is told in confidence or kept from somebody, however they are typed."""

import re

from models.remembering import remembered
from models.rules.capture.english import is_english
from models.rules.capture.keeping_from import KEPT_FROM
from models.rules.capture.slips import LONG_WAY, slip
from models.rules.capture.withholding_words import (
    NO_QUESTION,
    NO_SERVICE,
    OPENLY,
    WITHHOLDING,
)

WORD = re.compile(r"[A-Za-z]{3,}")
SHORTENED = {
    "btwn": "between", "betw": "between", "ths": "this", "tht": "that", "dnt": "dont",
    "dotn": "dont", "donot": "dont", "don": "dont", "nto": "not", "bak": "back", "bck": "back",
    "shd": "should", "shdnt": "shouldnt", "confid": "confidential", "pvt": "private",
    "minuets": "minutes", "minuet": "minutes",
    "priv": "private", "noone": "nobody", "schl": "school", "fam": "family",
}  # fmt: skip
SPELT = (
    "the", "this", "that", "room", "share", "shared", "write", "chair", "record", "between",
    "outside", "inside", "within", "nobody", "anyone", "anybody", "private", "privately",
    "minute", "minutes", "minuted", "mention", "repeat", "repeated", "disclose", "disclosed",
    "restricted", "sensitive", "confidence", "confidential", "confidentially", "ourselves",
    "yourselves", "parents", "family", "meeting", "record", "recorded", "written", "should",
    "shouldnt", "mustnt", "mum", "find", "know", "told", "hear", "leave", "name",
)  # fmt: skip
PASS = (
    r"(?:tell|say|mention|share|repeat|discuss|disclose|reveal|inform|alert|minute|record|write|quote"
    r"|name|identify|circulate|pass\s+(?:\w+\s+)?on|broach|show|tip\s+off|let\s+(?:on|slip)|breathe)"
)
PASSED = (
    r"(?:told|mentioned|shared|repeated|discussed|disclosed|revealed|informed|minuted|recorded|written"
    r"|quoted|named|identified|circulated|passed\s+on|shown|tipped\s+off|copied|aware)"
)
LEARN = r"(?:know|hear|learn|find\s+out|be\s+aware|(?:see|read)\s+(?:this|it)|get\s+wind)"
NOT = (
    r"(?:not|never|n['’]t|\b(?:dont|doesnt|didnt|isnt|mustnt|shouldnt|cant|wont|wouldnt|cannot|nobody"
    r"|no[\s-]one))"
)
EDGE = r"(?:^|[,;:.(–—]\s*|\s-\s*)"
SAID = r"(?:please\s+|pls\s+|plz\s+|and\s+|but\s+|so\s+|we\s+(?:must|should|can)\s+)*"
HELD = (
    r"(?:(?:number\s+)?plates?|names?|address(?:es)?|photos?|numbers?|reports?|lists?|minutes|papers?|notes?"
    r"|statements?|letters?|e-?mails?|messages?|details?|chronolog\w+|intel\w*|bit|part|plans?)"
)
WHATEVER = (
    r"(?:under\s+(?:no|any)\s+circumstances?|(?:on|at)\s+(?:no|any)\s+(?:account|point)"
    r"|whatever\s+you\s+do)"
)
THIS = r"(?:this|that|it|the\s+next\s+(?:bit|part))"
FORBIDS = (
    rf"{EDGE}{SAID}(?:do\s+not|don['’]?t|never|not\s+to)\s+(?:ever\s+)?{PASS}\b|{EDGE}not\s+to\s+be\s+{PASSED}\b"
    rf"|{EDGE}{SAID}(?:do\s+not|don['’]?t|never)\s+(?:let|want)\b[^.;]{{1,40}}\b{LEARN}\b"
    rf"|\b{WHATEVER}\b[^.;]{{0,30}}\b(?:{PASS}|{LEARN})\b"
    r"|\bdo(?:\s+not|n['’]?t)\s+put\s+(?:this|that|it|h(?:is|er)|their|any)\b"
    rf"|\b(?:must|should)\s*(?:not|n['’]?t)\s+(?:{PASS}|{LEARN})\b"
    rf"|\b(?:must|should)\s*(?:not|n['’]?t)\s+(?:see|read|get)\s+(?:the|this|that|any|our|his|her|their)\s+{HELD}\b"
    rf"|\b(?:must|should|can|may)\s*(?:not|n['’]?t)\s+be\s+{PASSED}\b"
    rf"|\b(?:mustnt|shouldnt|not\s+to)\s+(?:be\s+(?:told|informed|named|copied|shown|identified|quoted|aware)|{LEARN})\b"
    rf"|\b(?:this|that|it|word|news)\s*(?:must|should|can|may|is)\s*(?:not|n['’]?t)\s+(?:to\s+)?(?:get|come|go|leak|slip)\s+(?:out|back)\b"
    rf"|\bshould(?:\s+not|n['’]?t)\s+be\s+(?:telling|saying|sharing)\b|{NOT}\b[^.;]{{0,25}}\bget(?:s|ting)?\s+back\s+to\b"
    r"|\b(?:and|but)\s+(?:must|should)\s*(?:not|n['’]?t)(?:\s+be)?\s*[.!)]?$"
    r"|\b(?:must|should|to|needs?\s+to)\s+(?:stay|remain)\s+(?:so|unaware|that\s+way)\b"
)
ASKS = (
    r"\b(?:asks?|asked|asking|wants?|wanted|requests?|requested|prefers?|preferred|rather|begged|likes?)\s+"
    rf"(?:[\w'’]+\s+){{0,5}}?(?:\w*{NOT})\s+(?:to\s+|want\s+)*(?:{PASS}|be\s+{PASSED}|know|hear|learn|find\s+out)\b"
)
NO_ONE = (
    r"\b(?:nobody|no[\s-]?one|none)\b(?:[^.;]{0,40}?\b(?:should|must|(?:is|are|needs?|ought)\s+to|to)"
    # "Nobody objected and his mum can hear it" keeps nothing.
    r"|(?:(?!\w+ed,?\s+and\s+(?:the|his|her|their|mum|dad|nan|parents|family|carers|everyone|all)\b)[^.;]){0,40}?\b(?:can|may))\s+"
    rf"(?:{LEARN}|be\s+told|mention)\b|\bnone\s+of\s+(?:this|that|it)\s+(?:to|in|for|goes|should|must)\b"
    rf"|{NOT}\b[^.;]{{0,40}}\b(?:outside|beyond|out\s+of|further\s+than)\s+(?:of\s+)?(?:this|these|the)\s+"
    r"(?:(?:four\s+)?walls|room|meeting|panel|call|circle)\b"
)
AMONG = (
    r"\b(?:stay|remain|kept?|keep|leave|left)s?\s+(?:\w+\s+){0,3}?(?:with)?(?:in|inside|between|among|amongst|to)\s+"
    r"(?:this\s+(?:room|meeting|panel|group|call|circle)|these\s+(?:four\s+)?walls|(?:our|your)sel(?:f|ves)"
    r"|us\b|those\s+(?:present|here))"
    rf"|(?:{EDGE}|\b(?:this|that|it|all|which|please|pls)\s+)(?:(?:all|must|should|needs?|has|is|to|be)\s+)*"
    r"(?:stays?|remains?|keep|kept)\s+(?:this\s+|that\s+|it\s+|all\s+)?(?:with)?(?:in|inside)\s+"
    r"(?:the\s+(?:room|meeting|panel|group|four\s+walls)|here)\b"
    rf"|\b(?:keep\s+{THIS}|{THIS}\s+(?:is\s+|to\s+be\s+)?kept)\s+(?:quiet|private|secret|confidential|internal"
    r"|in[\s-]house|close|tight|that\s+way)\b|\b(?:say|said|hear|heard|told)\b[^.;]{0,20}\bstays?\s+(?:here|in)\b"
    r"|\bke(?:ep|pt)\s+(?:[\w'’]+\s+){0,3}?out\s+of\s+(?:the\s+loop|this|it)\b"
    rf"|\b(?:leave|keep|take|miss|cut)\s+{THIS}\s+out\b"
    r"|\b(?:just|only|strictly)\s+(?:between|among|amongst)\b|\b(?:just|only)\s+us\b|\bamong(?:st)?\s+(?:us|ourselves)\b"
    r"|\bbetween\s+(?:us(?!\s+and\b)|ourselves|you,?\s+(?:and\s+)?(?:me|i)\b|the\s+(?:two|three|few)\s+of\s+us)"
)
UNWRITTEN = (
    rf"{NOT}\s+(?:\w+\s+){{0,2}}?(?:go|going|gone|put|one|be|been|appear)\s+(?:\w+\s+)?(?:in|into|on|for)\s+(?:the\s+)?"
    r"(?:min(?:ute)?s|record|notes)\b|\bwithout\s+(?:it\s+|this\s+|that\s+)?(?:being\s+)?(?:minut|record|writ)\w+"
    rf"|\bno\s+notes\b|{EDGE}{SAID}(?:stop|pause)\s+(?:the\s+)?(?:writing|typing|min|record|not)\w*"
    rf"|\bpens\s+down\b|(?:{EDGE}|\b(?:if|once|until|unless|when|while|after)\s+)"
    r"(?:(?:the|we|you|your|our|all|please|pls|can|could|put|lay)\s+)*(?:pens?|biros?|keyboards?|typing|note[\s-]?taking)\s+"
    r"(?:(?:is|are|goes|go)\s+)?(?:stops?|stopped|down|away|aside)\b(?!\s+\w+ing\b)"
    rf"|{EDGE}{SAID}(?:delete|redact)\b|\bnothing\s+in\s+writing\b|\bnot\s+in\s+writing\b|\b(?-i:NFM)\b"
)
IN_SO_MANY_WORDS = (
    r"\b(?:for|4)\s+(?:[\w'’&]+\s+){1,4}(?:ears|eyes)\b|\boff\s*-?\s*(?:the\s+)?rec(?:ord)?\b"
    rf"|{OPENLY}\bconfid(?:ential(?:ly)?)?\b{NO_SERVICE}|\bin\s+(?:the\s+)?strict(?:est)?\s+confidence\b|\b(?:us|me|said|told|shared)\s+in\s+confidence\b"
    rf"|{EDGE}(?:in\s+)?(?:secret|private|privileged|conf|unofficial(?:ly)?|informally|p\s?&\s?c)\s*[:,–—-]"
    rf"|\bhush[\s-]hush\b|\b(?:sc?htum|s+h+)\b|\bchatham\s+house\b|\bmum['’]?s\s+the\s+word\b|\bneed[\s-]to[\s-]know\b{NO_QUESTION}"
    r"|\b(?:un|non[\s-]?)attribut\w+|\b(?:not\s+for|without)\s+attribution\b|\bnot\s+disclosable\b|\blegally\s+privileged\b"
    r"|\bprotect\s+(?:[\w'’]+\s+)?(?:source|identity|informant)\b|\bsource\s+protection\b|\bfor\s+internal\s+\w+\b"
    r"|\bto\s+be\s+withheld\b|\bin\s+camera\b|\bnot\s+(?:yet\s+)?public\b"
)
FAMILY = (
    r"(?:mum|dad|mother|father|nan|parents?|family|carers?|school|police|health|housing|everyone)"
)
LEFT_OUT = (
    r"(?:^|[,;(–—-]\s*|\b(?:and|but)\s+)not\s+(?:(?:for|to|with|to\s+go\s+to)\s+)?(?:the\s+|his\s+|her\s+|their\s+)?"
    rf"{FAMILY}\s*(?:[:.)–—]|\s-|$)|(?:^|[,;(–—-]\s*|\b(?:and|but)\s+)not\s+(?:for|to|with)\s+[^,:;.()]{{2,40}}:"
    rf"|{EDGE}(?:for\s+)?(?:all|everyone|everybody|anyone)\s+(?:but|except|bar|apart\s+from|other\s+than)\s+"
    r"[^,:;.)]{2,40}(?:[:)]|\s-\s)"
)
WISHED = (
    r"(?:grateful\s+if|appreciate\s+it\s+if|helpful\s+if|on\s+(?:the\s+)?(?:condition|understanding|basis)"
    r"|promised\s+that|assured)"
)
ASKED = r"(?:asks?|asked|wants?|wanted|requests?|requested|insists?|insisted)"
SEEN = (
    r"(?:told|tell|know|knows|learns?|hears?|heard|shared?|shown|appear|leaves?|goes|go|named|minuted"
    r"|recorded|written|repeated|sent|circulated)"
)
PAPERS = r"(?:minutes|mins|record|notes|papers|pack|write[\s-]?up)"
KEPT_BACK = (
    rf"\b{WISHED}\b[^.;]{{0,40}}?(?:{NOT}\b[^.;]{{0,20}}?\b{SEEN}|\bnowhere)\b"
    rf"|\b{ASKED}\b[^.;]{{0,40}}?\b(?:(?:is|are)\s+not|not\s+be)\s+{PASSED}\b"
    r"|\b(?:this|that|it)\s+(?:(?:must|should|can|to)\s+)*(?:goes|go)\s+nowhere\b"
    r"|\b(?:this|that|it|which|follows|next)\b[^.;]{0,30}\b(?:withheld|held\s+back|kept\s+back|omitted)\b"
    rf"|\b(?:withh[eo]ld|omit(?:ted)?|exclude|hold\s+back|held\s+back)\b[^.;]{{0,25}}\b{PAPERS}\b"
    rf"|\bno\s+(?:record|note|mention|trace|minute)\s+of\s+{THIS}\b(?!\s+(?:in|from|on|at|by)\b)"
    rf"|\b(?:hold|keep)\s+{THIS}\s+(?:very\s+)?close\b|\b(?:keep|kept|stays?)\s+(?:[\w'’]+\s+)?(?:under|beneath)\s+(?:your|our)\s+hats?\b"
    r"|\bas\s+(?:a\s+)?secret\b|\bclosed\s+to\b(?=[^.;]*:)"
    r"|(?:^|[,;(–—]\s*|\b(?:heard|known|seen|shared|read|meant|information|knowledge|attention|is)\s+)(?:for|by|to|with)\s+"
    r"[^.;:,]{2,40}\balone\s*(?:[:,.;–—]|\s-|$)"
    rf"|{EDGE}(?:the\s+)?\w+['’]s?\s+(?:eyes|ears)\s*[:–—-]|{EDGE}(?:internal|private|restricted|limited|exclusive)\s+to\b(?=[^.;]*:)"
    rf"|\b(?:pse|pls|plz|please)\s+(?:do\s+not|don['’]?t|never|not\s+to)\s+(?:ever\s+)?{PASS}\b"
    rf"|\b(?:must|should|can|may)\s*(?:not|n['’]?t)\s+(?:get|go|come)\s+back\b|{EDGE}of\w{{1,2}}\s+(?:the\s+)?record\b"
    rf"|{EDGE}{SAID}don['’]?t\s+rite\b|{EDGE}nt\s+(?:for|in)\s+(?:the\s+)?{PAPERS}\b"
)
CONFIDING = re.compile(
    "|".join(
        (FORBIDS, ASKS, NO_ONE, AMONG, UNWRITTEN, IN_SO_MANY_WORDS, LEFT_OUT, KEPT_BACK, KEPT_FROM)
    ),
    re.IGNORECASE,
)


# "He asked whether what he says is confidential": how a service works, and nothing kept.
EXPLAINED = re.compile(
    r"\b(?:ask(?:s|ed)?|wonder(?:s|ed)?|wants?\s+to\s+know|wanted\s+to\s+know|explain(?:s|ed)?|knows?|understands?|checked)"
    r"\b[^.;:,(–—]{0,20}?\b(?:whether|if|what|how\s+far)\s+(?!(?:this|that|it)\b)"
    r"(?:(?!\b(?:ke(?:ep|pt)|stays?|remain\w*|treat\w*|can|could|will|would|should|must|may|might)\b|\s-)"
    r"[^.;:,(–—]){0,60}?\b(?:is|are|was|were)\s+confidential\b",
    re.IGNORECASE,
)


def tells_in_confidence(text: str) -> bool:
    """True where a line holds words that keep it from somebody, slips of the fingers forgiven."""
    text = EXPLAINED.sub(" ", text)
    read = dict.fromkeys((text, _plainly_spelt(text)))
    return any(CONFIDING.search(one) or WITHHOLDING.search(one) for one in read)


def _plainly_spelt(text: str) -> str:
    """The text with what is no word of English read as the word of confidence it is near."""
    return WORD.sub(lambda found: _meant(found[0].lower()) or found[0], text)


@remembered(2000)
def _meant(word: str) -> str | None:
    if word in SHORTENED:
        return SHORTENED[word]
    if is_english(word):
        return None
    near = [(cost, one) for one in SPELT if (cost := slip(word, one)) is not None]
    return min(near)[1] if near and min(near)[0] < LONG_WAY else None
