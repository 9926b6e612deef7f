"""What can be done on the page of referrals, and its keys."""

from ui.commands import Command

WHERE = "Referrals"
COMMANDS: tuple[Command, ...] = (
    Command("add_papers", "Add papers …", "add_papers", "Ctrl+O", where=WHERE),
    Command("next_referral", "Next referral", "next_referral", "Alt+Down", where=WHERE),
    Command("previous_referral", "Previous referral", "previous_referral", "Alt+Up", where=WHERE),
    Command("ask_gaps", "Ask for what is missing", "ask_gaps", "Ctrl+Shift+A", where=WHERE),
    Command("write_gaps", "Write the requests", "write_gaps", "Ctrl+Shift+R", where=WHERE),
    Command(
        "out_of_cycle",
        "Meet out of cycle on the next working day",
        "meet_out_of_cycle",
        "Ctrl+Shift+U",
        where=WHERE,
    ),
    Command("decide_referral", "Decide on the outcome", "decide", "Alt+O", where=WHERE),
    Command("next_inbox", "Referrals or intelligence", "turn_inbox", "Alt+PgDown", where=WHERE),
    Command(
        "enter_intelligence",
        "Enter intelligence",
        "enter_intelligence",
        "Alt+I",
        where=WHERE,
    ),
    Command("intelligence_form", "Write the form for intelligence", "write_form", where=WHERE),
)
