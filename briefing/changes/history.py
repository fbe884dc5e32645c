"""The revisions of a briefing in git, read without trusting the repository that they lie in.

A repository that came with its folder may have settings that run programs. What `git log`, `rev-parse` and `cat-file`
would run for it is switched off here: the monitor of the file system, hooks, signatures, external diffs and text
conversions, pagers, repositories that pose as folders of another, and fetching what a partial clone lacks, over
whatever protocol. Of the environment only what git needs to find its user's own settings is passed on. It gets ten
seconds.
"""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from shutil import which
from typing import NamedTuple

SIZE_LIMIT = 8 * 1024 * 1024
"""Bytes of a revision that are read, as of a file."""

_PATIENCE = 10.0
"""Seconds that git may take."""

_MOST_REVISIONS = 20_000

_SETTINGS = (
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.alternateRefsCommand=",
    "diff.external=",
    "diff.relative=false",
    "log.mailmap=false",
    "log.showSignature=false",
    "protocol.allow=never",
    "safe.bareRepository=explicit",
)

_PASSED_ON = ("HOME", "PATH", "TMPDIR", "XDG_CONFIG_HOME")

_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_PAGER": "cat",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}


class NoHistoryError(Exception):
    """Why there is no such revision, as the end of a sentence: `git is not installed`."""


class Revision(NamedTuple):
    """A file as it was committed: the commit, when (seconds since 1970), and where it lay then, from the top folder."""

    commit: str
    when: int
    path: bytes


class History:
    """The revisions of the file at `path`; `environment` is the process's, for git. Nothing is run until it is asked.

    All methods raise `NoHistoryError` where there is no git, no repository, or nothing in it of this file.
    """

    def __init__(self, path: Path, environment: Mapping[str, str]) -> None:
        self._path = path.resolve()
        self._environment = {name: environment[name] for name in _PASSED_ON if name in environment} | _ENVIRONMENT

    def revisions(self) -> list[Revision]:
        """Returns the revisions of the file, newest first, also under the names that it had before."""
        form = "--format=%x01%H %ct"
        limit = f"--max-count={_MOST_REVISIONS}"
        found = self._git(["log", "-z", "--follow", "--name-only", form, limit, *_PLAIN_LOG, "--", self._path.name])
        revisions = []
        for entry in found.split(b"\x01")[1:]:
            head, _, rest = entry.partition(b"\x00")
            commit, _, when = head.decode("ascii", "replace").strip().partition(" ")
            name = rest.strip(b"\x00").removeprefix(b"\n")
            if name and when.isdigit():
                revisions.append(Revision(commit, int(when), name))
        if not revisions:
            raise NoHistoryError(f"git has no revision of {self._path.name} yet")
        return revisions

    def at(self, seconds: int) -> Revision:
        """Returns the newest revision that was committed by then, in seconds since 1970."""
        revisions = self.revisions()
        older = [revision for revision in revisions if revision.when <= seconds]
        if not older:
            oldest = datetime.fromtimestamp(min(revision.when for revision in revisions), UTC)
            raise NoHistoryError(f"git has none of {self._path.name} from before {oldest:%Y-%m-%d %H:%M} UTC")
        return max(older, key=lambda revision: revision.when)

    def named(self, name: str) -> str | None:
        """Returns the commit that git knows under `name`; None when it knows none."""
        if not name or "\x00" in name:
            return None
        asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"]
        try:
            return self._git(asked).decode("ascii", "replace").strip() or None
        except _Failed as error:
            if error.status == 1 or b"unknown revision" in error.said:
                return None
            raise

    def text_at(self, commit: str) -> bytes:
        """Returns the bytes that the file had in `commit`, under the name that it had then."""
        folder = self._git(["rev-parse", "--show-prefix"]).removesuffix(b"\n")
        names = [folder + self._path.name.encode("utf-8", "surrogateescape")]
        if not self._is_there(commit, names[0]):
            names = [name for name in dict.fromkeys(r.path for r in self.revisions()) if self._is_there(commit, name)]
        if not names:
            raise NoHistoryError(f"{self._path.name} is not in that revision")
        return self.text_of(Revision(commit, 0, names[0]))

    def text_of(self, revision: Revision) -> bytes:
        """Returns the bytes of the file as it was in that revision, without conversions of git's."""
        thing = _object(revision.commit, revision.path)
        try:
            size = self._git(["cat-file", "-s", thing])
        except _Failed:
            raise NoHistoryError(f"{self._path.name} was not there in that revision") from None
        if int(size) > SIZE_LIMIT:
            raise NoHistoryError("that revision is larger than 8 MiB, which no briefing is")
        return self._git(["cat-file", "blob", thing])

    def _is_there(self, commit: str, name: bytes) -> bool:
        try:
            self._git(["cat-file", "-e", _object(commit, name)])
        except _Failed:
            return False
        return True

    def _git(self, words: Sequence[str | bytes]) -> bytes:
        program = which("git", path=self._environment.get("PATH"))
        if program is None:
            raise NoHistoryError("git is not installed")
        settings = [word for setting in _SETTINGS for word in ("-c", setting)]
        try:
            done = subprocess.run(
                [program, "--no-pager", *settings, "-C", str(self._path.parent), *words],
                env=self._environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_PATIENCE,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise NoHistoryError("git took longer than ten seconds") from None
        except (OSError, ValueError) as error:
            raise NoHistoryError(f"git could not be run: {error}") from None
        if done.returncode == 0:
            return done.stdout
        raise _reason(done.returncode, done.stderr, self._path.name)


class _Failed(NoHistoryError):
    """Git could not do it; what it said."""

    def __init__(self, status: int, said: bytes) -> None:
        last = said.decode("utf-8", "replace").strip().splitlines()[-1:] or ["it did not say why"]
        super().__init__(f"git failed: {last[0].removeprefix('fatal: ')}")
        self.status = status
        self.said = said


_PLAIN_LOG = ("--no-color", "--no-decorate", "--no-ext-diff", "--no-mailmap", "--no-notes", "--no-show-signature")


def _object(commit: str, path: bytes) -> bytes:
    return commit.encode() + b":" + path


def _reason(status: int, said: bytes, name: str) -> NoHistoryError:
    if b"dubious ownership" in said:
        return NoHistoryError(
            "git does not trust this folder, which belongs to somebody else (see git's safe.directory)"
        )
    if b"not a git repository" in said or b"cannot use bare repository" in said:
        return NoHistoryError(f"{name} is in no git repository")
    if b"does not have any commits yet" in said or b"bad default revision" in said:
        return NoHistoryError("nothing has been committed in this repository yet")
    return _Failed(status, said)
