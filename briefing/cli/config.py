"""`briefing config`: the settings in force and where they come from, the folder, what is wrong, schemas for editors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from briefing.cli import output
from briefing.cli.parse import hint
from briefing.cli.program_commands import CONFIG_PARTS
from briefing.problems import has_errors, render, summary
from briefing.settings import inforce, report
from briefing.settings.folder import config_folder
from briefing.settings.schema import schema
from briefing.settings.table import SETTINGS


def run(options: Any) -> int:
    """Does the `options.what` of the settings (`show` when it is None) and returns the exit status.

    0 fine or only warnings, 1 a file has errors, 2 the request can't be understood.
    """
    what: str = options.what or "show"
    folder = config_folder()
    if what == "show":
        return _show(folder)
    if what == "path":
        output.data(str(folder))
        return output.FINE
    if what == "check":
        return _check(folder)
    if what == "schema":
        output.data(json.dumps(schema(options.of), indent=2, ensure_ascii=False))
        return output.FINE
    return output.refuse(f"config has no '{what}', only {', '.join(CONFIG_PARTS)}{hint(what, CONFIG_PARTS)}")


def _show(folder: Path) -> int:
    found = inforce.load(folder)
    lines = []
    for setting in SETTINGS:
        value = getattr(found.settings, setting.name)
        origin = found.origins.get(setting.name)
        where = f"{origin.path}:{origin.line}" if origin else "default"
        words = str(value).lower() if isinstance(value, bool) else value or '""'
        lines.append((f"{setting.name}: {words}", where))
    width = max(len(line) for line, _ in lines) + 2
    output.data("\n".join(f"{line:<{width}}# {where}" for line, where in lines))
    if found.problems:
        output.say(f"{summary(found.problems)}; briefing config check says more.")
    return output.FINDINGS if has_errors(found.problems) else output.FINE


def _check(folder: Path) -> int:
    problems = report.check(folder)
    for problem in problems:
        output.data(render(problem))
    read = report.files(folder)
    files = f"{len(read)} file{'' if len(read) == 1 else 's'}"
    output.say(f"{summary(problems).capitalize()} in {files} of {folder}.")
    return output.FINDINGS if has_errors(problems) else output.FINE
