"""`briefing changes`: what changed since one last read a briefing, since a date, or since a revision."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from briefing.changes import telling
from briefing.changes.differences import Comparison, compare
from briefing.changes.fields import normal
from briefing.changes.marks import Marks
from briefing.cli import output
from briefing.cli.reading import Refusal, loaded_from, opened, report_errors, width
from briefing.document.load import Loaded
from briefing.export.linear import fill
from briefing.export.words import count
from briefing.model import Briefing

LAST = "last"


def run(options: Any) -> int:
    """Prints what changed in the briefing `options.file` since `options.since` and returns the exit status.

    `options.mark` marks everything as read afterwards, `options.unmark` only takes the last marking back. 0 nothing
    changed, 1 something did, 2 it can't be told.
    """
    if options.mark and options.unmark:
        return output.misused("--mark and --unmark contradict each other", "changes")
    path = Path(options.file)
    marks = Marks(_state(), path)
    try:
        if options.unmark:
            return _take_back(marks, path)
        loaded = opened(path)
        status = _since_read(marks, loaded, options) if _since(options) == LAST else _since_then(loaded, path, options)
        return _mark(marks, loaded, status) if options.mark else status
    except Refusal as refusal:
        return refusal.say()


def _since(options: Any) -> str:
    return options.since if options.since is not None else LAST


def _state() -> Path | None:
    """Returns the folder of the state, None when the settings say that nothing is to be remembered."""
    from briefing.settings import inforce
    from briefing.settings.folder import config_folder
    from briefing.state.folder import folder

    return folder(os.environ) if inforce.load(config_folder()).settings.memory else None


def _since_read(marks: Marks, loaded: Loaded, options: Any) -> int:
    if not marks.remembers:
        raise Refusal("memory: false in your settings keeps nothing of what you have read; give --since a date")
    when = marks.when()
    if when is None:
        if marks.note and not options.mark:
            raise Refusal(f"{marks.note}; --mark begins anew")
        return _never_read(loaded, options)
    since = {"kind": LAST, "marked": when or None, "commit": None}
    compared = marks.unread(loaded).compared or compare(loaded.briefing, loaded.briefing)
    return _print(compared, loaded, f"you last read it{_on(when)}", since, None, options)


def _on(when: str) -> str:
    """Returns `, 1 December 2024, 10:00` in the reader's zone; nothing for a time that is not known."""
    try:
        found = datetime.strptime(when, "%Y-%m-%dT%H:%MZ").replace(tzinfo=UTC).astimezone()
    except ValueError:
        return ""
    return f", {found.day} {found:%B %Y, %H:%M}"


def _never_read(loaded: Loaded, options: Any) -> int:
    """Every item is new to who has read none; a list of all of them is what `briefing show` prints."""
    number = sum(1 for _ in loaded.briefing.items())
    if options.format == "json":
        nothing = Briefing(title=loaded.briefing.title, lines=loaded.briefing.lines, marks={})
        since = {"kind": LAST, "marked": None, "commit": None}
        _print(compare(nothing, loaded.briefing), loaded, "", since, None, options)
    elif not options.mark:
        output.say(
            f"Nothing of this briefing has been marked as read, so all of it is new: {count(number, 'item')}. "
            "--mark marks it as read from now on."
        )
    return output.FINE if options.mark or not number else output.FINDINGS


def _since_then(loaded: Loaded, path: Path, options: Any) -> int:
    from briefing.changes.history import NoHistoryError
    from briefing.changes.layout import differs_besides
    from briefing.changes.since import UnknownTimeError, earlier

    try:
        found = earlier(path, _since(options), datetime.now().astimezone(), os.environ)
    except NoHistoryError as error:
        raise Refusal(f"--since {_since(options)} needs a revision of the file: {error}") from error
    except UnknownTimeError as error:
        raise Refusal(str(error)) from error
    old = loaded_from(found.data, f"{path.name} in {found.label}")
    compared = compare(old.briefing, loaded.briefing)
    since = {"kind": "revision", "marked": None, "commit": found.commit}
    return _print(compared, loaded, found.label, since, differs_besides(old, loaded, compared), options)


def _print(
    compared: Comparison, loaded: Loaded, since: str, about: dict[str, Any], layout: bool | None, options: Any
) -> int:
    report_errors(loaded, options.file)
    if options.format == "json":
        from briefing.changes import as_json

        output.data(as_json.text(compared, {"path": options.file, "since": about}, layout=layout))
    elif compared.differences:
        number = count(len(compared.developments), "development")
        more = f": {telling.summary(compared.developments)}" if compared.developments else ""
        columns = width()
        heading = [*fill(normal(loaded.briefing.title), columns), *fill(f"{number} since {since}{more}", columns)]
        output.data("\n".join([*heading, "", telling.text(compared, columns)]))
    else:
        output.say(f"Nothing has changed since {since}.")
    if layout and options.format != "json":
        output.say(telling.LAYOUT)
    return output.FINDINGS if compared.differences else output.FINE


def _mark(marks: Marks, loaded: Loaded, status: int) -> int:
    output.finish()
    if not marks.remembers:
        raise Refusal("memory: false in your settings keeps nothing of what you have read, so nothing was marked")
    if not marks.read_all(loaded, datetime.now(UTC).strftime("%Y-%m-%dT%H:%MZ")):
        raise Refusal(marks.note)
    output.say("Everything is marked as read; --unmark takes that back.")
    return status


def _take_back(marks: Marks, path: Path) -> int:
    if marks.take_back():
        output.say("The last marking was taken back.")
        return output.FINE
    raise Refusal(marks.note or f"there is no marking of {path} to take back")
