"""Starts the program, as `briefing` and as `python -m briefing`: the one place that knows both faces."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

_INTERRUPTED = 130
_FAILED = 2
_DEBUG = "BRIEFING_DEBUG"
_COLLECT_AFTER = 100_000
"""Objects that are made, less those that are gone, before the collector looks for garbage."""


def main() -> int:
    """Carries out the process's command line and returns its exit status; an error of ours becomes one sentence.

    With `BRIEFING_DEBUG` set in the environment its traceback is printed too.
    """
    # A start makes much that stays and little garbage; looking for it would be a tenth of a short command's time.
    gc.set_threshold(_COLLECT_AFTER)
    try:
        from briefing.cli.main import main as run

        return run(sys.argv[1:], _dashboard)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except Exception as error:
        return _apologise(error)


def _dashboard(files: Sequence[Path], *, folder: Path | None, ascii_only: bool, plain: bool) -> int:
    from briefing.settings.folder import config_folder
    from briefing.settings.inforce import load

    in_force = load(config_folder())
    if in_force.problems:
        from briefing.cli import output
        from briefing.problems import render

        for problem in in_force.problems:
            output.say(render(problem))
    from briefing.tui.app import run

    return run(files, folder=folder, ascii_only=ascii_only, plain=plain, in_force=in_force)


def _apologise(error: Exception) -> int:
    from briefing.cli import output

    if os.environ.get(_DEBUG):
        from traceback import format_exception

        output.say("".join(format_exception(error)))
        return _FAILED
    output.say(f"briefing: this is an error of the program, not yours: {type(error).__name__}: {error}")
    output.say(f"Your files are as they were. With {_DEBUG}=1 it says where it happened.")
    return _FAILED


if __name__ == "__main__":
    sys.exit(main())
