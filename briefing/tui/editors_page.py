"""`docs/editor.md`, its table made from the presets of editors."""

from __future__ import annotations

from briefing.tui.editors import FALLBACKS, PRESETS, TAB, UNKNOWN, Preset

_TOP = """\
# The editor

<!-- Made by `make docs` from the presets in briefing/tui/editors.py. -->

`e` opens the file itself in your editor, with the cursor where the item begins that is selected:

| where | `e` leads to | `E` leads to |
|---|---|---|
| a pane | the selected item; of a month or a year its newest event; in an empty pane as `E` | the name of the pane's \
section, where a new item goes; the end of the file when there is no such section yet |
| an open source | the item that rests on it, in the briefing: the text of the source is not what one edits | the \
section of that item |
| the problems | the line and column of the selected problem | the first problem of the list |
| the brief | the field, source or side that is selected | the section of a source or side, else the title |
| the list of briefings | the top of the selected file | – |

While the file can't be read, both lead to what keeps it from being read. The palette (`:`) has both as well.

## Which editor

1. the setting `editor`, a command of your own (below);
2. `$VISUAL`, then `$EDITOR`, with the arguments that stand there: `code --wait`, `emacs -nw`;
3. the first of {fallbacks} that is there. The footer says so.

One that was asked for and is not there is never replaced by another: the footer says which is missing, shows the place
(`aleppo.yaml:61:5`) and copies it. The same happens where no terminal can be lent.

An editor is known by the name of its program, or of what that leads to as a link, so `vi` is vim nearly everywhere;
versions (`emacs-29.4`), and `env`, `nice`, `sudo`, `doas` and `flatpak run` before it are seen through. It is started
without a shell: nothing in a command or in the name of a file is expanded, and the file is one argument, its whole
path.

| editor | programs | started with | a column counts | window |
|---|---|---|---|---|
"""
_REST = """
An editor that is not in the table gets the file alone, because one that does not know `+61` would open a file of that
name. A command of your own in `settings.yaml` tells it the place:

```yaml
editor: myedit --at {line}:{column} {file}
```

`{file}` must stand in it; `briefing config check` says what is wrong with a command, with line and column. Columns
count what a known editor counts, else characters. `&` as the last word says that the editor has a window of its own and
is not waited for; it may stand in `$EDITOR` too.

## In the terminal, or in a window

An editor of the terminal gets the terminal as it was before the dashboard, and the dashboard waits for its end. Then
the terminal is the dashboard's again, whatever state it was left in; another size is taken over, and what was saved is
shown with the same item selected. `ctrl+z` in the editor leads to the shell, `fg` back into the editor; `ctrl+c` is the
editor's. An editor that fails or is killed is told in one sentence.

An editor with a window of its own is started beside the dashboard, which stays; options that would make it wait are
left out. It goes on when the dashboard is left. Emacs is one where there is a desktop (`$DISPLAY`, `$WAYLAND_DISPLAY`)
and neither `-nw`, `-t` nor its name (`emacs-nox`) says otherwise; when it can't open a window it gets the terminal.

## How the columns are known

Where an item begins is known in characters. What each editor counts was tried with a mark typed there, behind words in
Chinese, an emoji and a tab, for vim 9.0, Neovim 0.7, vim.tiny, nano 7.2, Emacs 28.2, Kakoune 2022.10, micro 2.0, mg and
joe, which `BRIEFING_INSTALL_EDITORS=1 pytest tests/e2e/test_real_editors.py` does again. That of Helix and Zed was read
in their sources, that of the others is how they are known to count; those were not tried. nano and Emacs are taken to
show a tab up to the next column that {tab} divides, as they do when nothing else is set.
"""
_COUNTS = {
    "characters": "characters",
    "letters": "characters with their marks",
    "graphemes": "grapheme clusters",
    "bytes": "bytes of UTF-8",
    "cells": "cells of the screen",
    "utf-16": "units of UTF-16",
}
_WINDOW = {"no": "the terminal", "yes": "its own", "maybe": "either"}


def page() -> str:
    """Returns the page as Markdown."""
    fallbacks = ", ".join(f"`{name}`" for name in FALLBACKS)
    table = "\n".join(_row(preset) for preset in (*PRESETS, UNKNOWN))
    return _TOP.replace("{fallbacks}", fallbacks) + table + "\n" + _REST.replace("{tab}", str(TAB))


def _row(preset: Preset) -> str:
    programs = " ".join(f"`{name}`" for name in preset.names) or "–"
    words = " ".join(f'"{word}"' if " " in word else word for word in preset.words)
    counts = _COUNTS[preset.counts] if any("{column}" in word for word in preset.words) else "–"
    return f"| {preset.title} | {programs} | `{words}` | {counts} | {_WINDOW[preset.window]} |"
