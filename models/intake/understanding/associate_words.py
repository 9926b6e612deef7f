"""Words in a line about somebody that are neither the name nor what it drives or rings."""

import re

REAL_NAME = re.compile(  # "Tiny" (real name Ramone Duffus)
    r"^[“\"'‘]?([^“”\"'‘’,;()]{2,25}?)[”\"'’]?\s*[,(]\s*"
    r"(?:real|full|actual|true|legal|proper) name:? "
    r"([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+)\)?"
)
GAVE_NAME = re.compile(  # "Uncle" gave name Sajid Mirren
    r"^[“\"'‘]([^“”\"'‘’,;()]{2,25})[”\"'’]\W{1,3}(?:who )?(?:is |was )?("
    r"(?:gave|gives|giving|uses|using|goes under) (?:(?:the|his|her|a|their) )?name(?: as| of)?|"
    r"(?:believed|thought|said|understood) to be) "
    r"([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+)\)?(?:,? (?:and|&) (?=[A-Z]))?"
)
HANDLE = re.compile(  # user "wolfie_x" not identified
    r"^(?:an? |the |unknown |unidentified )?(?:users?|user ?names?|accounts?|profiles?|handles?|"
    r"screen names?|gamer ?tags?)(?: (?:called|named|known as|using))?(?:(?: (?:is|of))?\W{1,3}"
    r"[“\"'‘]([\w.@-]{3,30})[”\"'’]|"
    r"\W{1,3}(?!(?-i:[\w.]*\.[A-Z]))(@?[a-z]\w*[_.\d][\w.]*))(?=\W|$)",
    re.IGNORECASE,
)
EMPTY = re.compile(
    r"^\W*(?:no (?:sur|full |other )?name|nick ?name|alias|vehicle|vrm|reg(?:istration)?|car|phone|"
    r"tel|mob(?:ile)?|number|dob)\b"
    r"\W*(?:none|nil|n/?a|n/?k|not known|known|unknown|unk|no|tbc)?\W*$",
    re.IGNORECASE,
)
BESIDE = re.compile(  # says more of the person named before
    r"^\W*(?:(?:tel(?:ephone)?|phone|mob(?:ile)?|drives|driving|vehicle|car|vrm|reg|a\.?k\.?a|alias|"
    r"known as|nick ?named?|dob|born|uses|lives)\b|\+?\d[\d ]{9,}|[A-Z]{2}\d{2} ?[A-Z]{3}\b)",
    re.IGNORECASE,
)
