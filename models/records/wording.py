"""How the texts kept in a meeting are worded."""

from dataclasses import dataclass


@dataclass(frozen=True)
class WordingCount:
    """How many texts a meeting kept, and how many with words that blame or that say too little.

    What the child says and what stands in quotation marks is never counted; words that say too
    little count in what is agreed only.
    """

    texts: int
    blaming: int
    agreed: int
    weak: int
