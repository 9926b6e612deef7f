"""What can go wrong in words for people: a rule says no, the line has moved, the machine fails."""


class Refusal(Exception):
    """A rule says no: `message` is a plain sentence, `field` the input it belongs to."""

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field


class Conflict(Exception):
    """The line has moved since it was read: both texts are carried, neither is in the message."""

    def __init__(self, field: str, theirs: object, yours: object) -> None:
        super().__init__("This was changed meanwhile.")
        self.field = field
        self.theirs = theirs
        self.yours = yours


class Trouble(Exception):
    """The machine, disk or file is at fault: `message` says what happened and what to do."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class Damage(Trouble):
    """The panel's file itself is not whole: leave it as it is and restore a backup."""


class CellRefused(Refusal):
    """One cell of a table of records was refused; `row_id` says whose."""

    def __init__(self, message: str, field: str, row_id: int) -> None:
        super().__init__(message, field)
        self.row_id = row_id


class CellConflict(Conflict):
    """One cell of a table of records has moved; `row_id` says whose."""

    def __init__(self, field: str, theirs: object, yours: object, row_id: int) -> None:
        super().__init__(field, theirs, yours)
        self.row_id = row_id
