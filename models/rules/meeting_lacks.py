"""What a meeting lacks that its minutes will be asked for: nothing of it holds a meeting up."""

from models.records.meeting import MeetingRecord

CHAIR, MINUTES, STATEMENT = (
    "Nobody is named as chair",
    "Nobody is named as minute taker",
    "The opening statement was never read out",
)


def lacks(meeting: MeetingRecord) -> tuple[str, ...]:
    """What was neither named nor done, a sentence each without its stop."""
    stands = (
        (CHAIR, meeting.chair is not None),
        (MINUTES, meeting.minute_taker is not None),
        (STATEMENT, meeting.script_read_at is not None),
    )
    return tuple(words for words, there in stands if not there)
