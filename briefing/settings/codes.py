"""Every code that reading settings, keys or a theme may report, with its severity and what it means.

An error is a line that is not used; a warning is one that is used all the same, or half of it.
"""

from __future__ import annotations

from briefing.problems import Severity

CODES: dict[str, tuple[Severity, str]] = {
    "yaml": ("error", "YAML can't read the line; it is left out."),
    "character": ("warning", "A control character, which is read as a stand-in."),
    "too-long": ("error", "The file is too long to be one of settings; nothing of it is used."),
    "shape": ("error", "The file or the line is no `name: value`."),
    "repeated": ("error", "A name stands twice; the first is used."),
    "unknown": ("error", "There is nothing of that name."),
    "value": ("error", "The value is none that may stand there."),
    "missing": ("error", "A theme lacks a colour; one of the shipped themes lends it."),
    "contrast": ("warning", "Words in this colour are hard to read on one of the grounds that they stand on."),
    "key-unknown": ("error", "No key is called so."),
    "key-impossible": ("error", "Terminals do not send this key, or not as a key of its own."),
    "key-taken": ("error", "The terminal takes this key for itself."),
    "key-shared": ("warning", "tmux, screen or the terminal may take this key before the program sees it."),
    "key-collision": ("error", "Two commands of the file want the same key in one place; the first has it."),
    "key-moved": ("warning", "The key did something else; what it did has lost it."),
    "key-needed": ("error", "Without this key there would be no way to go back, to find help, or out."),
}
