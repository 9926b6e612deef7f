"""Who is not to hear of something, and what is to be left out of what they get."""

WHOM = (
    r"(?:(?:the|his|her|their|foster)\s+)*(?:mum|dad|mother|father|nan|gran|parents?|family|carers?|school"
    r"|college|home|housing|landlord|boys|lads|brothers?|sisters?|uncle|aunt|ex|press)"
)
EDGE = r"(?:^|[,;:.(–—]\s*|\s-\s*|\b(?:please|pls|plz|and|so|but)\s+)"
HEARING = (
    r"(?:knowing|hearing|learning|finding\s+(?:\w+\s+)?out|(?:getting|catching)\s+wind|picking\s+up\s+on|cottoning\s+on"
    r"|being\s+told|reaching|reading\s+(?:this|it)|seeing\s+(?:this|it|any\s+of\s+(?:this|it)))"
)
NOT_WANTED = (
    r"(?:n['’]?t|\bnot)\s+(?:really\s+)?(?:want|like|keen\s+on|happy\s+with)\s+"
    rf"[^.;]{{1,30}}?\b{HEARING}\b"
)
# "Mum is not to no about it": "know", as it is typed in haste.
KNOW_MISTYPED = (
    rf"\bnot\s+to\s+no\b(?!\s+(?:avail|end|one))|\b{WHOM}\s+(?:can['’]?t|cannot|must\s?n['’]?t)\s+(?:know|no|find\s+out)\b"
    rf"|\b(?:let|tell?)\s+{WHOM}\s+no\b(?!\s+\w+ing)|{EDGE}(?:dnt|dont|don['’]t|do\s+not|never)\s+tel\b|\bnot\s+to\s+tel\b"
    r"|\bnobody\s+(?:is\s+)?to\s+no\b"
)
NOTHING_TO = (
    rf"{EDGE}(?:nothing|none)\s+(?:(?:about|on|re|of)\s+(?:[\w'’]+\s+){{1,4}}?)?"
    rf"(?:(?:is\s+|should\s+|must\s+|can\s+|to\s+)*(?:goes|go|going|gets?)\s+)?(?:back\s+|out\s+)?to\s+{WHOM}\b(?!['’]s)"
    rf"|\bno\s+mention\b[^.;]{{0,40}}?\bto\s+{WHOM}\b|{EDGE}(?:not\s+a|no)\s+word\b(?!\s+(?:of|from|since)\b)[^.;]{{0,20}}?\bto\s+{WHOM}\b"
)
NARROW = (
    r"\bnot\s+for\s+(?:the\s+)?(?:onward|wider|general|further|external|broader)\s+[a-z]+"
    rf"|{EDGE}(?:ears|eyes)\s+of\s+(?:the\s+)?\w+|\b(?:eyes|ears)\b[^.;]{{0,20}}\bno(?:body|[\s-]?one)\s+else['’]?s\b"
    r"|\bgoes\s+to\s+[^.;,]{2,30}\s+and\s+(?:stops|stays|ends)\s+there\b"
    r"|\b(?:need|get|hear|see)s?\s+(?:this|that|it)\s+and\s+no(?:body|[\s-]?one)\s+else\b"
    r"|\b(?:to|should|must|can)\s+(?:know|hear|see)\b[^.;]{0,20}?\band\s+no(?:body|[\s-]?one|ne)\s+else\b"
    r"|\b(?:to|should|can)\s+(?:know|hear)\s+(?:(?:of\s+)?(?:this|it)\s+)?alone\b"
)
# "Heads up for CAMHS and no further"; "he got to the bridge and no further" names a place.
NO_FURTHER = (
    r"\b(?:for|with|by|fyi|between|tell(?:ing)?)[\s:,]+(?!(?:an?|\d+)\b)(?:the\s+)?[\w'’&/-]+(?:,?\s+[\w'’&/-]+){0,5}?,?\s+"
    r"(?:(?:and|but|then)\s+)?(?:(?:it|this|that)\s+(?:goes|is\s+to\s+go)\s+)?"
    r"(?:no\s+(?:further|farther|wider|others?)\b(?!\s+[a-z])|no(?:body|[\s-]?one)\s+(?:beyond|further|wider)\b"
    r"|(?:that|this)(?:['’]?s|\s+is)\s+(?:as\s+far\s+as|where)\s+(?:it|this|that)\s+(?:goes|stops|ends|stays)\b)"
    r"|\b(?:told|informed|shown|copied|aware)\b[^.;:]{0,25}\b(?:and|nor)\b[^.;:]{0,15}(?:n['’]t|\bnot)\s+(?:going\s+)?to\s+be\b"
    r"(?=\s*(?:$|[.,;:–—-]))"
)
LEFT_OUT = (
    rf"{EDGE}(?:this\s+is\s+|it\s+is\s+|that['’]?s\s+)?not\s+(?:something|one|a\s+matter|a\s+line)\s+for\s+(?:the\s+|his\s+|her\s+)?"
    r"(?:extract|file|letter|plan|care\s+plan|minutes|pack|papers|family|record)\b"
    r"|\b(?:leave|keep|take)\s+(?:[\w'’]+\s+){0,4}?(?:out\s+of|off)\s+(?:the\s+)?(?:min(?:ute)?s|notes|extract|pack|papers|letter)\b|"
    r"\b(?:leave|take|keep|miss|cut)\s+(?:the\s+)?(?:his|her|their|my|source['’]?s?|[A-Z][\w'’]+)?\s*(?:name|address|details?|initials)\s+(?:off|out)\b"
    rf"|{EDGE}(?:blank(?:\s+out)?|black\s+out|scrub|mask)\s+(?:the|his|her|their|that|this|it|my)\b"
    r"|\b(?:copy|copies|version|letter)\b[^.;]{0,20}\b(?:should|must|need|can|is|are)\s*(?:not|n['’]?t)\s+(?:to\s+)?(?:have|hold|show|include|contain|say)\b"
    r"|\b(?:copy|copies|version)\b[^.;]{0,20}\bwithout\s+(?:this|it|that|the|any)\b"
)
HELD_BACK = (
    r"(?:\bnot|n['’]?t)\s+(?:to\s+)?tip\b[^.;]{0,30}\boff\b"
    r"|\bso\s+(?:please\s+)?(?:do\s+not|don['’]?t|dnt|never)\s+(?:tell|tel|say|mention|share|name|repeat|record|write)\b|"
    rf"{EDGE}(?:(?:this|that|it|which)\s+)?must\s*(?:not|n['’]?t)\s+(?:ever\s+)?reach\b|"
    r"\b(?:hold\s+off|avoid|refrain\s+from|delay|hold\s+back\s+from)\s+(?:on\s+)?(?:telling|tipping|alerting|informing|warning)\b"
    r"|\bnot\s+(?:mine|ours)\s+to\s+(?:tell|share|say|pass\s+on)\b"
    r"|\b(?:went|gone|going)\s+no\s+further\b(?!\s+than\s+(?!this|these|us|here|you|me)\b)|\b(?:nothing|not)\s+(?:by|via|over)\s+(?:e-?mail|post|text|letter)\b"
    r"|\b(?:ask|get|have)\s+(?:the\s+|our\s+)?\w+\s+(?:to\s+leave|to\s+step\s+out|out\s+of\s+the\s+room)\b[^.;]{0,12}:"
    r"|\bthird[\s-]party\b[^.;]{0,30}\b(?:take\s+out|leave\s+out|remove|withhold|redact)"
    r"|\bdeep\s+background\b|\b(?:told|said|shared|disclosed)\b[^.;,]{0,25}\b(?:on\s+trust|in\s+secret"
    r"|privately(?!\s+(?:rent|run|own|fund|educat|foster)))\b"
    r"|\b(?:do\s+not|don['’]?t|dnt)\s+release\b(?=[^.;]{0,3}(?:$|[:,.;–—]|\s-|this|that|it))"
)
KEPT_FROM = "|".join(
    (NOT_WANTED, KNOW_MISTYPED, NOTHING_TO, NARROW, NO_FURTHER, LEFT_OUT, HELD_BACK)
)
"""A pattern, for text of which the case is not looked at."""
