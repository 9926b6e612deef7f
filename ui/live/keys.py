"""The keys of the live room."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from ui.commands import Command

WHERE = "Meeting"
STEPS = ("Presentation", "Agencies", "Analysis", "Risk", "Decision", "Agreed")

COMMANDS = (
    Command("room_next", "Next item", "next_item", "Ctrl+Down", "Alt+Down", WHERE),
    Command("room_previous", "Previous item", "previous_item", "Ctrl+Up", "Alt+Up", WHERE),
    Command("room_go", "Go to an item", "go_to_item", "Ctrl+G", where=WHERE),
    Command(
        "room_finish", "Close the item and go on", "finish_item", "Ctrl+Return, Ctrl+Enter",
        where=WHERE,
    ),
    Command("room_prompt", "Next prompt", "next_prompt", "F3", where=WHERE),
    Command("room_clock", "Start the meeting; start or pause the clock", "start_or_pause", "F5",
            where=WHERE),
    Command("room_defer", "Defer the item, with the reason", "defer_item", "Ctrl+D", where=WHERE),
    Command("room_park", "Park the item for later", "park_item", "Ctrl+P", where=WHERE),
    Command("room_forward", "Bring an item forward", "bring_forward", "Ctrl+B", where=WHERE),
    Command("room_add", "Add an item", "add_item", "Ctrl+I", where=WHERE),
    Command(
        "room_capture", "To the capture bar", "capture", "Ctrl+Space, Ctrl+J",
        "Meta+Space, Ctrl+J", WHERE,
    ),
    Command("room_agreed", "To what is agreed: mend it, its history, take it back", "agreed",
            "Ctrl+E", where=WHERE),
    Command("room_register", "Put the measure that an action names on the register",
            "register_measure", "F11", where=WHERE),
    Command(
        "room_interest", "Settle an interest that is pointed out, or of which agency somebody is",
        "settle_interest", "F2", where=WHERE,
    ),
    Command("room_reveal", "Reveal this item or the read-back; hide it again", "reveal", "F4",
            where=WHERE),
    Command("room_back", "Read back and close", "read_back", "F7", where=WHERE),
    Command("room_heard", "Who was heard: agencies by item", "show_heard", "Ctrl+M", where=WHERE),
    Command("room_actions", "Write the action list, once closed", "write_actions", "Ctrl+S",
            where=WHERE),
    Command("room_split", "Split the meeting: go on on another day", "split", "Ctrl+Shift+D",
            where=WHERE),
    Command("room_display", "Panel display", "panel_display", "F9", where=WHERE),
    Command("room_let_out", "Show the item on the panel display", "let_out", "F10", where=WHERE),
    Command("room_preview", "What the panel display shows", "preview", "Shift+F9", where=WHERE),
    *(
        Command(f"room_step{at}", f"Step {at}: {step}", "step_to", f"Ctrl+{at}", where=WHERE,
                argument=str(at - 1))
        for at, step in enumerate(STEPS, start=1)
    ),
)  # fmt: skip


def takes(event: QEvent) -> int:
    """Give the step, 1 to 6, that a key press or its announcement asks for; 0 for any other."""
    kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
    if event.type() not in kinds or not isinstance(event, QKeyEvent):
        return 0
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    step = event.key() - Qt.Key.Key_0.value
    asked = held == Qt.KeyboardModifier.ControlModifier and 1 <= step <= len(STEPS)
    return step if asked else 0
