"""Words by which something is withheld: in minutes and returns as in what is said in the room."""

import re

NO_SERVICE = r"(?!\s+(?:counsel|help|advice|support|line|service|clinic|number|drop))"
NO_QUESTION = (
    r"(?!\s+(?:when|where|who|whose|what|which|why|how|if|whether|more|about|that|his|her|their)\b)"
)
OPENLY = r"(?<!\bnot )(?<!\bnothing )(?<!n['’]t )(?<!\bno longer )"  # "nothing confidential here"
NOT = r"(?:not|never|n['’]t|\b(?:dont|mustnt|shouldnt|cant))"
NOT_WRITTEN = (
    rf"{NOT}\s+(?:to\s+)?(?:put|go|write|record|include|appear|note|type|want)(?:\s+\w+){{0,3}}\s+"
    r"(?:in|into|on)\s+(?:the\s+|any\s+)?(?:minutes|record|notes)\b"
    rf"|{NOT}\s+(?:to\s+)?(?:be\s+)?(?:minuted|written\s+down|noted\s+down)\b"
    rf"|{NOT}\s+to\s+be\s+recorded\b"
    rf"|{NOT}\s+(?:write|note|record|type|take|minute)(?:\s+(?:this|that|it|any\s+of\s+(?:this|that|it))\b|\s*(?:[:;,–—]|-\s|$))"
)
STAYS = (
    r"(?:^|[,;(–—-])\s*strictly\b(?!\s+(?:speaking|no|not|supervised))|\bstrictly\s+(?:private|between|confidential)"
    r"|\b(?:this|that|it|which)\s+(?:all\s+)?(?:stays?|remains?)\s+(?:in\s+(?:here|the\s+room|this\s+room)|with\s+(?:us|the\s+chair)"
    r"|between\s+us|here)\b|\b(?:go(?:es)?|to\s+go)\s+no\s+further\b(?!\s+than\s+(?!this|these|us|here|you|me)\b)|\bnot?\s+(?:to\s+)?go\s+(?:any\s+)?further\b"
    r"|\b(?:keep|kept|leave|left|stays?|omit(?:ted)?|strike|struck)\s+(?:(?:this|that|it)\s+)?(?:off|out\s+of|from|out\s+from)\s+"
    r"(?:the\s+|any\s+)?(?:minutes|record|notes)\b|\bunder\s+wraps\b|(?<!\ba\s)(?<!\bthe\s)\bhush\b(?!\s+(?:descended|fell|came|now|puppies))"
    r"|\b(?:not|no)\s+(?:for\s+)?(?:onward|wider|general)\s+(?:sharing|circulation|distribution|disclosure)\b"
    r"|\b(?:do\s+not|don['’]?t|never)\s+(?:repeat|pass)\s+(?:this|that|it)\b"
    r"|\b(?:must|should|is|are)(?:\s+not|n['’]t)\s+(?:to\s+)?(?:know|be\s+told|find\s+out)\b"
    r"|(?:n['’]t|\bnot)\s+want\s+(?:it|this|that)\s+(?:shared|known|told|recorded|minuted|written)\b"
    r"|(?:^|[;(])\s*(?:just\s+)?for\s+(?:the\s+)?chair(?:['’]s)?(?:\s+(?:info|information|attention|ears|eyes))?\s*[:,–—-]"
    r"|(?:^|[;(])\s*private(?:ly)?\s*[:,–—-]|\bclosed\s+session\b|\bembargo\w*"
    r"|\b(?:mum|dad|nan|parents?|family|carers?|school|he|she|they)\s+(?:must|should|is|are)\s*(?:not|n['’]t)\s+(?:to\s+)?(?:know|be\s+told|hear|find\s+out)\b"
)
AMONG_US = (
    r"\b(?:between|within|inside|outside)\s+(?:these|the)\s+(?:four\s+)?walls\b(?!\s+of\b)"
    rf"|{NOT}\s+(?:to\s+)?leave\s+(?:this|the)\s+room\b|\b(?:stays?|remains?)\s+(?:with)?in\s+this\s+room\b"
    r"|\bkept\s+(?:strictly\s+|only\s+)?(?:between|to|with(?:in)?)\s+(?=(?:\w+\s+){1,5}(?:only\b|[:–—-]))|\bkept\s+between\b"
    r"|\bears\s+only\b|\bonly\s+the\s+chair\b|\bno(?:body|\s?one|-one|t\s+anyone)\s+else\b"
    r"(?=\s*(?:$|[.,;:–—-]|(?:should|must|is\s+to|to|needs?|can)\b))"
    rf"|\b(?:i|we)\b[^.;]{{0,12}}{NOT}\s+want\s+(?!to\b)[^.;]{{0,40}}\bto\s+(?:know|hear|find\s+out|see)\b"
    r"|\boperationally\s+sensitive\b|\bthis\s+is\s+(?:still\s+)?(?:operational|covert|sensitive)\b|\bCHIS\b"
    r"|(?:^|[:;]\s*)(?:(?:very\s+)?\w+\s+)?(?:sensitive|restricted)\s*[:,;–—-]"
)
WITHHOLDING = re.compile(
    rf"{NOT_WRITTEN}|{STAYS}|{AMONG_US}|"
    r"\b(?:(?<!they )do(?:n['’]?t| not) (?:share|disclose|minute)"
    r"|not (?:to be )?(?:shared|disclosed)"
    r"|not for (?:sharing|disclosure|(?:the )?(?:school|parents?|family|panel|police|minutes))"
    rf"|{OPENLY}confidential(?:ly)?\b{NO_SERVICE}"
    r"|(?<!growing )(?<!grown )(?<!grow )(?<!gaining )(?<!gained )(?<!up )in confidence"
    r"|between us(?! and the)|between ourselves|between you and (?:me|i)"
    rf"|eyes only|need to know\b{NO_QUESTION}"
    r"|keep (?:this|it) (?:from|to|between)"
    r"|only (?:the )?(?:police|chair|health) (?:should|to|may))\b"
    r"|(?:^|[(\[])\s*(?:restricted\s+to\b|(?:restricted|sensitive)\s*(?:[:–—)\]-]|$))"
    r"|[,;.–—-]\s*(?:restricted|sensitive)\s*[.!)\]]*$"
    r"|[,;.–—-]\s*restricted\s+to\s+(?!(?:his|her|their|home|one)\b)",
    re.IGNORECASE,
)
"""Words that keep something from somebody, in whatever text they stand."""
