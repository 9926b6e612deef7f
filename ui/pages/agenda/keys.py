"""The keys of the page Agenda."""

from ui.commands import Command

HERE = "Agenda"
COMMANDS = (
    Command("plan_meeting", "Plan a meeting", "plan_meeting", "Ctrl+N", where=HERE),
    Command("change_meeting", "Change this meeting", "change_meeting", where=HERE),
    Command("ask_returns", "Ask agencies for returns", "ask_returns", "Ctrl+R", where=HERE),
    Command(
        "chase_returns", "Ask again for late returns", "chase_returns", "Ctrl+Shift+R", where=HERE
    ),
    Command("issue_papers", "Issue the papers", "issue", "Ctrl+Shift+I", where=HERE),
    Command("times_of_agenda", "Time line of those on this agenda", "show_times", where=HERE),
    Command("fill_agenda", "Put all proposed on the agenda", "fill", where=HERE),
    Command("item_up", "Move the item up: Alt+Up", "item_up", where=HERE),
    Command("item_down", "Move the item down: Alt+Down", "item_down", where=HERE),
)
