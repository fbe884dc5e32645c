"""The text of a source from disk, for a briefing that is not trusted.

A briefing comes from anywhere and names the files that it wants read. What it names is read only when it is an
ordinary text file, of moderate size, inside the briefing's own folder or the library's.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath, PureWindowsPath

from briefing.model import Article, Briefing
from briefing.sources.article import from_text

MOST_BYTES = 8 * 1024 * 1024
"""A text may be as long as a briefing may: some 1,500 pages."""

_TEXT = ("", ".txt", ".md")
_HTML = (".html", ".htm", ".xhtml")
_MARKS = ((b"\xff\xfe", "UTF-16LE"), (b"\xfe\xff", "UTF-16BE"))


class SourceError(Exception):
    """A source's text that can't be used. `code` names the kind of problem, `fix` says what to do about it."""

    def __init__(self, code: str, message: str, fix: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.fix = fix


class Articles(Mapping[str, Article]):
    """The texts of a briefing's sources by slug. `problems` has the reason for each that could not be read, and
    `digests` the SHA-256 of the file, in hex, for each source that states one."""

    def __init__(
        self,
        articles: Mapping[str, Article],
        problems: Mapping[str, SourceError] | None = None,
        digests: Mapping[str, str] | None = None,
    ) -> None:
        self._articles = dict(articles)
        self.problems = dict(problems or {})
        self.digests = dict(digests or {})

    def __getitem__(self, slug: str) -> Article:
        return self._articles[slug]

    def __iter__(self) -> Iterator[str]:
        return iter(self._articles)

    def __len__(self) -> int:
        return len(self._articles)


def read(folder: Path, file: str, root: Path | None = None) -> Article:
    """Returns the article in `file`, a path relative to `folder`, where the briefing lies.

    After resolving links it must be a regular file of at most `MOST_BYTES`, in UTF-8, inside `folder` or inside
    `root`, the library's folder. Raises `SourceError` otherwise; nothing but a regular file is ever opened.
    """
    return from_text(decoded(_bytes(folder, file, root), file))


def read_all(briefing: Briefing, folder: Path, root: Path | None = None) -> Articles:
    """Returns the texts of all sources of `briefing` that name one; `folder` and `root` as for `read`."""
    articles: dict[str, Article] = {}
    problems: dict[str, SourceError] = {}
    digests: dict[str, str] = {}
    for slug, source in briefing.sources.items():
        if not source.file:
            continue
        try:
            data = _bytes(folder, source.file, root)
            if source.sha256:
                digests[slug] = _digest(data)
            articles[slug] = from_text(decoded(data, source.file))
        except SourceError as error:
            problems[slug] = _bare(error)
    return Articles(articles, problems, digests)


def _bare(error: SourceError) -> SourceError:
    """Returns an error that can be kept: the frames that it came through would keep everything they know alive, such
    as the briefing that was on the screen then."""
    error.__context__ = None
    return error.with_traceback(None)


def _digest(data: bytes) -> str:
    from hashlib import sha256  # few sources state one, and start-up counts

    return sha256(data).hexdigest()


def _bytes(folder: Path, file: str, root: Path | None) -> bytes:
    path = _resolved(folder, file, root)
    suffix = path.suffix.lower()
    if suffix in _HTML:
        raise SourceError(
            "source-unreadable",
            f"{file} is HTML, which is not read here yet",
            "save the text of the page as .txt and name that file",
        )
    if suffix not in _TEXT:
        raise SourceError(
            "source-unreadable", f"{file} is no plain text: only .txt and .md are read", "save its text as .txt"
        )
    try:
        return _content(path, file)
    except OSError as error:
        raise _failed(file, error) from None


def _resolved(folder: Path, file: str, root: Path | None) -> Path:
    """Returns the path behind `file`, all links followed, after making sure that it may be read."""
    fix = "copy the text into the briefing's folder and write the path from there"
    if "\0" in file:
        raise SourceError("source-unreadable", f"{file} is no path", fix)
    if PurePosixPath(file).is_absolute() or PureWindowsPath(file).drive or file.startswith("~"):
        raise SourceError("source-outside", f"{file} is no path inside the briefing's folder", fix)
    try:
        places = [place.resolve(strict=True) for place in (folder, root) if place is not None]
        path = Path(os.path.realpath(folder / file))
    except (OSError, RuntimeError, ValueError) as error:
        raise _failed(file, error) from None
    if not any(path.is_relative_to(place) for place in places):
        raise SourceError("source-outside", f"{file} leads out of the briefing's folder", fix)
    return path


def _content(path: Path, file: str) -> bytes:
    """Returns the bytes of a regular file. A pipe or a device is told by its status alone: to open it may act."""
    _check(path.stat(), file)
    # Between that look and the opening the file may have become something else: never wait, follow or be controlled.
    flags = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOFOLLOW", "O_NOCTTY", "O_CLOEXEC"))
    with os.fdopen(os.open(path, flags), "rb") as opened:
        _check(os.fstat(opened.fileno()), file)
        data = opened.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise _too_large(file)
    return data


def _check(status: os.stat_result, file: str) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise SourceError("source-unreadable", f"{file} is a folder", "name the file in it")
    if not stat.S_ISREG(status.st_mode):
        raise SourceError("source-unreadable", f"{file} is no ordinary file", "name a text file")
    if status.st_size > MOST_BYTES:
        raise _too_large(file)


def _too_large(file: str) -> SourceError:
    return SourceError("source-unreadable", f"{file} is larger than 8 MiB", "keep the part that the briefing cites")


def _failed(file: str, error: Exception) -> SourceError:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return SourceError("source-text-missing", f"{file} is not there", "put the text there, or correct the path")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else "no such path"
    return SourceError("source-unreadable", f"{file} can't be read: {reason}")


def decoded(data: bytes, file: str) -> str:
    """Returns the text that a file holds, without a byte order mark. Raises `SourceError` for what is not UTF-8."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            raise _encoding(file, f"is {name}, not UTF-8", name)
    if b"\0" in data:
        raise SourceError("source-unreadable", f"{file} is no text: it holds zero bytes", "name a text file")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found = f"is not UTF-8: byte {data[error.start]:#04x} in line {line}"
        raise _encoding(file, found, "WINDOWS-1252") from None


def _encoding(file: str, found: str, name: str) -> SourceError:
    return SourceError("source-unreadable", f"{file} {found}", f"convert it: iconv -f {name} -t UTF-8")
