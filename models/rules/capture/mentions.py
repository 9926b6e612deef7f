"""Keeps who is named in a text as links to their records."""

from models.rules.capture.reading import Mention
from models.rules.capture.refs import SubjectRef
from models.rules.capture.subjects import SubjectsRead
from models.rules.names import name_key


def mentions_in(text: str, subjects: SubjectsRead) -> tuple[Mention, ...]:
    """Every subject named in the text, at each place it is named in those words."""
    mentions, place = [], 0
    for subject, raw in subjects.found:
        start = text.find(raw, place)
        if start < 0:
            continue
        mentions.append(
            Mention(
                subject,
                start,
                start + len(raw),
                raw not in subjects.guesses and _is_whole(raw, subject),
            )
        )
        place = start + len(raw)
    return tuple(mentions)


def _is_whole(raw: str, subject: SubjectRef) -> bool:
    """ "A. Ravenscroft" or "Aidan" alone may be someone else, so such a link is to be confirmed."""
    whole = (subject.name, *subject.aliases, subject.ref, subject.system_id)
    return name_key(raw) in {name_key(name) for name in whole if name}
