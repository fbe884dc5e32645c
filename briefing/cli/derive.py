"""`briefing derive`: from articles to draft briefings, on stdout or in files, every item with its passage."""

from __future__ import annotations

import datetime as dt
import stat
import sys
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from briefing.cli import output
from briefing.derive import engine, files, intake, lexicon, slugs, writer
from briefing.sources import SourceError, from_text
from briefing.text import clean

_STDIN = "-"
_BAR = 24


class _Wanted(NamedTuple):
    """What the options ask for, checked."""

    published: dt.date | None
    as_json: bool
    lexicon: lexicon.Lexicon


class _Refusal(Exception):
    """An article of which no draft can be made; the message says why, the others go on."""


def run(options: Any) -> int:
    """Derives each of `options.article` and returns the exit status: 0, or 2 when an article could not be read or
    its draft not be written; the other articles are derived all the same."""
    names: list[str] = options.article
    refused = _misuse(options, names)
    if refused:
        return output.refuse(refused)
    words = lexicon.load("en", _own_lexicon())
    published = intake.day(options.published, words) if options.published else None
    if options.published and published is None:
        return output.refuse(f"--published {options.published} is no day; write it as 2024-11-30")
    wanted = _Wanted(published, options.format == "json", words)
    worst = output.FINE
    bar = _Bar(len(names))
    done: list[str] = []
    for number, name in enumerate(names):
        bar.show(number, name)
        try:
            _derive(name, options, wanted, done)
        except _Refusal as error:
            bar.clear()
            worst = max(worst, output.refuse(str(error)))
    bar.clear()
    if options.output is not None:
        for line in done:
            output.say(line)
        if len(names) > 1:
            output.say(f"{len(done)} of {len(names)} articles derived.")
    return worst


def _misuse(options: Any, names: Sequence[str]) -> str:
    """Returns why the options can't be carried out, an empty string when they can."""
    if options.source is not None and slugs.of_file(options.source) != options.source:
        return f"--source {options.source} is no slug; {slugs.of_file(options.source)} is one"
    if options.url is not None and not _is_web_address(options.url):
        return f"--url {options.url} is no http or https address"
    single = [f"--{name}" for name in ("source", "title", "url") if getattr(options, name) is not None]
    if len(names) > 1 and single:
        return f"{single[0]} is for one article, not for {len(names)}"
    if len(names) > 1 and options.output is not None and not files.is_folder(options.output):
        return f"-o {options.output} is one file for {len(names)} articles; give a folder"
    if len(names) > 1 and options.output is None:
        return f"{len(names)} articles need a folder to be written to: -o FOLDER"
    return ""


def _derive(name: str, options: Any, wanted: _Wanted, done: list[str]) -> None:
    data = _bytes(name)
    try:
        taken = intake.read(data, "standard input" if name == _STDIN else name)
    except SourceError as error:
        raise _Refusal(f"{error.message}: {error.fix}") from None
    published = wanted.published or (intake.day(taken.published, wanted.lexicon) if taken.published else None)
    draft = engine.derive(from_text(clean(taken.text)), published, wanted.lexicon)
    stem = options.source or ("article" if name == _STDIN else slugs.of_file(Path(name).stem))
    to = None
    if options.output is not None:
        to = files.targets(
            options.output, Path(name).stem if name != _STDIN else stem, ".json" if wanted.as_json else ".yaml"
        )
    origin, kept = _origin(name, options, taken, data, stem, to)
    text = _as_json(draft) if wanted.as_json else writer.briefing(draft, origin)
    if to is None:
        output.data(text)
    else:
        _write(to, text, kept)
        done.append(f"{to.draft}: {', '.join(f'{count} {noun}' for noun, count in writer.sections(draft))}")
    _narrate(draft, options)


def _origin(
    name: str, options: Any, taken: intake.Intake, data: bytes, slug: str, to: files.Targets | None
) -> tuple[writer.Origin, bytes]:
    """Returns what the draft says of its source, and the bytes of the text that is kept beside it."""
    kept = (
        data
        if to is None or (taken.as_typed and not name.lower().endswith((".md", ".markdown")))
        else taken.text.encode()
    )
    file = to.file if to is not None else name if taken.as_typed and name != _STDIN else ""
    url = options.url or (taken.url if _is_web_address(taken.url) else "")
    digest = sha256(kept).hexdigest() if file else ""
    origin = writer.Origin(slug, options.title or taken.title, options.publisher or taken.publisher, url, file, digest)
    return origin, kept


def _bytes(name: str) -> bytes:
    if name == _STDIN:
        return sys.stdin.buffer.read(intake.MOST_BYTES + 1)
    path = Path(name)
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise _Refusal(f"{name} is no file; give the file of an article")
        with path.open("rb") as file:
            return file.read(intake.MOST_BYTES + 1)
    except FileNotFoundError:
        raise _Refusal(f"there is no file {name}") from None
    except (OSError, ValueError) as error:
        reason = output.reason(error) if isinstance(error, OSError) else "its name can't be used"
        raise _Refusal(f"{name} can't be read: {reason}") from None


def _write(to: files.Targets, draft: str, kept: bytes) -> None:
    try:
        files.write(to, draft, kept)
    except files.Refused as error:
        raise _Refusal(str(error)) from None
    except OSError as error:
        raise _Refusal(f"{to.draft} can't be written: {output.reason(error)}") from None


def _narrate(draft: engine.Draft, options: Any) -> None:
    if options.explain:
        from briefing.derive import explain

        for line in explain.lines(draft):
            output.say(line)
    unresolved = list(dict.fromkeys(draft.unresolved))
    if unresolved:
        shown = ", ".join(unresolved[:5]) + (" …" if len(unresolved) > 5 else "")
        output.say(
            f"No date of publication was found, so these stay without a date: {shown}. Give one: --published 2024-11-30"
        )


def _as_json(draft: engine.Draft) -> str:
    from briefing.derive import explain

    return explain.as_json(draft)


def _is_web_address(text: str) -> bool:
    if not text:
        return False
    from briefing.document.values import is_web_address  # most articles come without an address, and start-up counts

    return is_web_address(text)


def _own_lexicon() -> Path | None:
    """The user's own word lists: `briefing/lexicon` under the folder for settings."""
    from briefing.settings.folder import config_folder

    path = config_folder() / "lexicon"
    return path if path.is_dir() else None


class _Bar:
    """How far the work is, on one line of stderr; only on a terminal and for more than one article."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._shown = total > 1 and sys.stderr is not None and sys.stderr.isatty()

    def show(self, number: int, name: str) -> None:
        if self._shown:
            full = _BAR * number // self._total
            line = f"\r[{'#' * full}{'.' * (_BAR - full)}] {number}/{self._total} {clean(Path(name).name)[:40]:40}"
            sys.stderr.write(line)
            sys.stderr.flush()

    def clear(self) -> None:
        if self._shown:
            sys.stderr.write("\r" + " " * (_BAR + 60) + "\r")
            sys.stderr.flush()
