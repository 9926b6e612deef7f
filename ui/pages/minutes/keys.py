"""The keys of the page Minutes."""

from ui.commands import Command

WHERE = "Minutes"
COMMANDS = (
    Command("to_chair", "Send the minutes to the chair", "to_chair", where=WHERE),
    Command("for_chair", "Write the minutes for the chair alone", "for_chair", where=WHERE),
    Command("approve", "Approve the minutes", "approve", where=WHERE),
    Command(
        "open_points",
        "Show what is open before approval and issue",
        "open_points",
        "Alt+O",
        where=WHERE,
    ),
    Command("mend", "Mend the record of this meeting", "mend", where=WHERE),
    Command("read_back", "Open minutes changed in Word", "read_back", where=WHERE),
    Command("make_documents", "Make the documents to read", "make_documents", where=WHERE),
    Command(
        "confirm",
        "Confirm this document, take this change in",
        "confirm",
        "Ctrl+Return",
        where=WHERE,
        repeats=False,
    ),
    Command(
        "next_document", "Next to confirm or decide", "next_document", "Ctrl+Down", where=WHERE
    ),
    Command("read_large", "Read the document large, or listed", "read_large", "Alt+L", where=WHERE),
    Command("new_days", "Give what is past due a new day", "new_days", "Alt+D", where=WHERE),
    Command("issue", "Issue the documents", "issue", "Ctrl+Shift+I", where=WHERE),
    Command(
        "issue_with_copies", "Issue with PDF/A copies for keeping", "issue_with_copies", where=WHERE
    ),
)
