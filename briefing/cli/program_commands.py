"""The commands that are about the program itself: a part of the one table of `briefing.cli.commands`."""

from __future__ import annotations

from briefing.cli.command import HELP, Argument, Command, Example, Option

SHELLS = ("bash", "zsh", "fish")
CONFIG_PARTS = ("show", "path", "check", "schema")
"""What `briefing config` does."""
SCHEMAS = ("settings", "keys", "theme")
"""The kinds of files that `briefing config schema` describes."""

PROGRAM: tuple[Command, ...] = (
    Command(
        "schema",
        "schema",
        "print the JSON Schema of the format, for editors",
        (),
        (HELP,),
        "JSON Schema draft-07. An editor with a YAML language server then completes and explains the fields: keep the "
        "schema beside your briefings and begin them with the line\n"
        "# yaml-language-server: $schema=briefing.schema.json",
        (Example("briefing schema > briefing.schema.json", "keep it beside your briefings"),),
    ),
    Command(
        "config",
        "config",
        "show and check the settings in force",
        (Argument("WHAT", f"{', '.join(CONFIG_PARTS)}; otherwise show", "config", required=False),),
        (
            Option("of", "text", "which files the schema is of", "KIND", choices=lambda: SCHEMAS, default="settings"),
            HELP,
        ),
        "show prints every setting in force and the file and line that it comes from, path the folder of your own "
        "settings, check what is wrong in any of your files, schema a JSON Schema for editors. A wrong line never "
        "keeps the program from starting: what is right is used.",
        (
            Example("briefing config", "what is in force, and from where"),
            Example("briefing config check", "what is wrong in your settings, keys and themes"),
            Example("briefing config path", "the folder for settings.yaml, keys.yaml, keymaps and themes"),
            Example("briefing config schema --of keys > keys.schema.json", "for an editor"),
        ),
    ),
    Command(
        "keys",
        "keys",
        "show the keys in force",
        (),
        (
            Option("check", "flag", "print only what is wrong with them"),
            Option("keymap", "text", "another keymap than the one in force", "NAME"),
            HELP,
        ),
        "Prints every command with its keys and where they come from, in the form of a file of keys.",
        (
            Example("briefing keys", "all commands and their keys"),
            Example("briefing keys --keymap emacs", "as they would be with another keymap"),
            Example("briefing keys --check", "unknown, impossible and doubled keys, with line and column"),
        ),
    ),
    Command(
        "completion",
        "completion",
        "print the completion script of a shell",
        (Argument("SHELL", "bash, zsh or fish", "shell"),),
        (HELP,),
        examples=(
            Example("briefing completion bash > ~/.local/share/bash-completion/completions/briefing", "for bash"),
            Example('briefing completion zsh > "${fpath[1]}/_briefing"', "for zsh"),
            Example("briefing completion fish > ~/.config/fish/completions/briefing.fish", "for fish"),
        ),
    ),
    Command(
        "help",
        "help",
        "explain a command",
        (Argument("COMMAND", "the command to explain", "command", required=False),),
        (HELP,),
        examples=(Example("briefing help show", "what show can do"),),
    ),
)
