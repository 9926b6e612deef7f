"""The keys of the link chart."""

from ui.commands import Command

WHERE = "Link chart"

COMMANDS = (
    Command("chart_back", "Back to where the chart was opened", "go_back", "Alt+Left",
            where=WHERE),
    Command("chart_fit", "Show the whole chart", "fit", "Ctrl+Shift+F", where=WHERE),
    Command("chart_arrange", "Arrange the chart anew", "arrange", where=WHERE),
    Command("chart_save", "Save the chart as a picture", "save", "Ctrl+S", where=WHERE),
    Command("chart_reveal", "Show names and all you may read; hide them again", "reveal",
            "F4", where=WHERE),
    Command("chart_new", "New since the last panel", "show_new", where=WHERE),
    Command("chart_all", "Chart of everything", "show_everything", where=WHERE),
)  # fmt: skip
LETTERS = (
    (WHERE, "Arrows", "To the neighbour that lies there"),
    (WHERE, "Shift+arrows", "Move the sheet"),
    (WHERE, "PgUp, PgDown", "Nearer, farther"),
    (WHERE, "Return", "Open the record"),
    (WHERE, "+, -", "Show what follows, or hide it"),
    (WHERE, "C", "Centre the chart here"),
    (WHERE, "O", "Only those near, or all"),
    (WHERE, "W", "One end of a way, then the other"),
    (WHERE, "G", "Groups"),
    (WHERE, "F", "The whole chart"),
    (WHERE, "A", "Arrange anew"),
)
