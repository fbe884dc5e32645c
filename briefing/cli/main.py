"""From the words of a command line to an exit status."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import import_module

from briefing.cli import output
from briefing.cli.open import Dashboard, open_briefings
from briefing.cli.parse import UsageError, parse

WINDOWS = os.name == "nt"


def main(words: Sequence[str], dashboard: Dashboard) -> int:
    """Carries out the command line `words` (the program's name left out) and returns the exit status.

    `dashboard` is called when there is a briefing to be opened and a terminal to open it in.
    """
    if WINDOWS:
        return output.refuse("Windows itself is not supported; use it in the Windows Subsystem for Linux (WSL)")
    try:
        status = _run(words, dashboard)
        output.finish()
    except UsageError as error:
        return output.misused(str(error), error.command.name)
    except output.OutputError as error:
        return output.refuse(str(error))
    return status


def _run(words: Sequence[str], dashboard: Dashboard) -> int:
    command, options = parse(words)
    if options.help:
        from briefing.cli.help import of_command

        output.data(of_command(command))
        return output.FINE
    if command.name:
        status: int = import_module(f"briefing.cli.{command.module}").run(options)
        return status
    if options.version:
        from briefing import __version__

        output.data(f"briefing {__version__}")
        return output.FINE
    return open_briefings(options, dashboard)
