"""A git repository for tests, with a person's settings kept out."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from shutil import which

import pytest

needs_git = pytest.mark.skipif(which("git") is None, reason="git is not installed")


class Repository:
    """The repository in `folder`, which is made; `environment` is what programs started for it get."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        self.environment: Mapping[str, str] = {"PATH": os.environ["PATH"], "HOME": str(home), "LC_ALL": "C.UTF-8"}
        folder.mkdir(parents=True, exist_ok=True)
        home.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main")
        self.git("config", "user.name", "A Tester")
        self.git("config", "user.email", "tester@example.org")

    def git(self, *words: str, data: bytes | None = None, when: str = "", check: bool = True) -> str:
        """Runs git in the folder and returns what it printed; `when` is the time of a commit."""
        dates = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when} if when else {}
        done = subprocess.run(
            ["git", *words],
            cwd=self.folder,
            env={**self.environment, **dates},
            input=data,
            capture_output=True,
            timeout=60,
            check=check,
        )
        return done.stdout.decode()

    def commit(self, name: str, text: str, when: str) -> Path:
        """Writes a file, commits everything, and returns the path."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        self.git("add", "-A")
        self.git("commit", "-q", "-m", f"at {when}", when=when)
        return path
