"""Revisions of a briefing out of git, also out of a repository that means harm."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing.changes import history
from briefing.changes.history import History, NoHistoryError
from briefing.changes.since import UnknownTimeError, earlier
from tests.changes.repository import Repository, needs_git

pytestmark = needs_git
NOW = datetime(2024, 12, 3, 15, 0, tzinfo=UTC)
DAYS = ("2024-11-30T12:00:00Z", "2024-12-01T12:00:00Z", "2024-12-03T09:00:00Z")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """An empty one."""
    return Repository(tmp_path / "stories", tmp_path / "home")


@pytest.fixture
def path(repository: Repository) -> Path:
    """A briefing with three revisions, whose texts are `title: 0`, `title: 1` and `title: 2`."""
    for number, when in enumerate(DAYS):
        path = repository.commit("story.yaml", f"title: {number}\n", when)
    return path


def then(path: Path, since: str, repository: Repository) -> str:
    """The text of that time."""
    return earlier(path, since, NOW, repository.environment).data.decode()


@pytest.mark.parametrize(
    ("since", "text"),
    [
        ("2024-12-01", "title: 0\n"),
        ("2024-12-02", "title: 1\n"),
        ("2024-12-01T12:00Z", "title: 1\n"),
        ("2024-12-01T13:00+01:00", "title: 1\n"),
        ("2024-12-01T11:59", "title: 0\n"),
        ("2024-12", "title: 0\n"),
        ("today", "title: 1\n"),
        ("yesterday", "title: 1\n"),
        ("2 days ago", "title: 0\n"),
        ("last Monday", "title: 1\n"),
        ("1 December 2024", "title: 0\n"),
        ("3 hours ago", "title: 2\n"),
        ("9 hours ago", "title: 1\n"),
        ("HEAD", "title: 2\n"),
        ("HEAD~2", "title: 0\n"),
        ("main~1", "title: 1\n"),
        ("first", "title: 0\n"),
    ],
)
def test_a_date_is_the_newest_revision_before_it_begins_and_anything_else_a_revision(
    path: Path, repository: Repository, since: str, text: str
) -> None:
    repository.git("tag", "first", "HEAD~2")
    assert then(path, since, repository) == text


@pytest.mark.parametrize(
    "since", ["wibble", "", "-n", "--exec=touch x", "HEAD:story.yaml", "x" * 500, "a\nb", "main..", "@{u}", "😀"]
)
def test_what_is_neither_is_said_to_be(path: Path, repository: Repository, since: str) -> None:
    with pytest.raises((UnknownTimeError, NoHistoryError)):
        then(path, since, repository)


def test_a_time_before_the_first_revision_is_told_with_that_of_the_first(path: Path, repository: Repository) -> None:
    with pytest.raises(NoHistoryError, match=r"none of story\.yaml from before 2024-11-30 12:00 UTC"):
        then(path, "2020", repository)


def test_a_file_is_followed_over_another_name(path: Path, repository: Repository) -> None:
    repository.git("mv", "story.yaml", "renamed.yaml")
    repository.git("commit", "-q", "-m", "rename", when="2024-12-03T10:00:00Z")
    renamed = repository.folder / "renamed.yaml"
    assert then(renamed, "2024-12-02", repository) == "title: 1\n"
    assert then(renamed, "HEAD~3", repository) == "title: 0\n"


@pytest.mark.parametrize(
    "name", ["a b.yaml", "*.yaml", ":(top)x.yaml", "-n.yaml", "é\nb.yaml", "#'\"$(x)`.yaml", "a:b"]
)
def test_any_name_of_a_file_is_a_name(repository: Repository, name: str) -> None:
    (repository.folder / "sub").mkdir()
    repository.commit("other.yaml", "title: other\n", DAYS[0])
    path = repository.commit(f"sub/{name}", "title: it\n", DAYS[0])
    repository.commit(f"sub/{name}", "title: later\n", DAYS[1])
    assert then(path, "2024-12-01", repository) == "title: it\n"
    assert then(path, "HEAD~1", repository) == "title: it\n"


def test_what_a_link_points_to_is_what_has_a_history(path: Path, repository: Repository, tmp_path: Path) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to(path)
    assert then(link, "HEAD~1", repository) == "title: 1\n"


def test_a_file_that_is_not_committed_has_no_history(path: Path, repository: Repository) -> None:
    fresh = repository.folder / "fresh.yaml"
    fresh.write_text("title: fresh\n", encoding="utf-8")
    with pytest.raises(NoHistoryError, match=r"git has no revision of fresh\.yaml yet"):
        then(fresh, "HEAD", repository)


def test_a_repository_without_commits_says_so(repository: Repository) -> None:
    path = repository.folder / "story.yaml"
    path.write_text("title: A\n", encoding="utf-8")
    with pytest.raises(NoHistoryError, match="nothing has been committed"):
        then(path, "2024", repository)


def test_a_folder_without_a_repository_says_so(tmp_path: Path, repository: Repository) -> None:
    path = tmp_path / "story.yaml"
    path.write_text("title: A\n", encoding="utf-8")
    with pytest.raises(NoHistoryError, match=r"story\.yaml is in no git repository"):
        then(path, "yesterday", repository)


def test_without_git_one_sentence_says_so(path: Path) -> None:
    with pytest.raises(NoHistoryError, match="git is not installed"):
        History(path, {"PATH": ""}).revisions()


def test_git_that_hangs_is_not_waited_for(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = tmp_path / "bin" / "git"
    slow.parent.mkdir()
    slow.write_text("#!/bin/sh\nexec sleep 60\n", encoding="utf-8")
    slow.chmod(0o755)
    monkeypatch.setattr(history, "_PATIENCE", 0.2)
    with pytest.raises(NoHistoryError, match="longer than"):
        History(path, {"PATH": f"{slow.parent}:{os.environ['PATH']}"}).revisions()


def test_a_revision_that_is_too_large_is_not_read(
    path: Path, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "SIZE_LIMIT", 5)
    with pytest.raises(NoHistoryError, match="larger than"):
        then(path, "HEAD", repository)


def _signed(repository: Repository) -> None:
    """Puts a commit on top that claims to be signed."""
    plain = repository.git("cat-file", "commit", "HEAD")
    head, _, message = plain.partition("\n\n")
    lines = ["gpgsig -----BEGIN PGP SIGNATURE-----", " ", " aaaa", " -----END PGP SIGNATURE-----"]
    signed = "\n".join([head, *lines]) + f"\n\n{message}"
    commit = repository.git("hash-object", "-t", "commit", "-w", "--stdin", data=signed.encode()).strip()
    repository.git("update-ref", "HEAD", commit)


def test_nothing_that_a_repository_asks_for_is_run(path: Path, repository: Repository, tmp_path: Path) -> None:
    _signed(repository)
    ran = tmp_path / "ran"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\necho x >> {ran}\ncat\n", encoding="utf-8")
    program.chmod(0o755)
    for name in (
        "core.fsmonitor", "core.pager", "pager.log", "core.editor", "core.sshCommand", "core.askPass", "gpg.program",
        "diff.external", "diff.yaml.command", "diff.yaml.textconv", "filter.x.smudge", "filter.x.clean",
        "core.alternateRefsCommand", "credential.helper", "core.gitProxy",
    ):  # fmt: skip
        repository.git("config", name, str(program))
    for name, value in (
        ("log.showSignature", "true"), ("alias.log", f"!{program}"), ("alias.cat-file", f"!{program}"),
        ("protocol.ext.allow", "always"), ("remote.x.url", f"ext::{program}"), ("remote.x.promisor", "true"),
        ("extensions.partialClone", "x"), ("core.repositoryFormatVersion", "1"), ("diff.yaml.xfuncname", "^"),
        ("core.hooksPath", str(tmp_path)), ("color.ui", "always"), ("diff.relative", "true"), ("log.follow", "false"),
    ):  # fmt: skip
        repository.git("config", name, value)
    (repository.folder / ".gitattributes").write_text("* diff=yaml filter=x\n", encoding="utf-8")
    repository.git("log", "-1", check=False)
    assert ran.exists(), "the trap is not set"
    ran.unlink()
    assert then(path, "2024-12-02", repository) == "title: 1\n"
    assert then(path, "HEAD~1", repository) == "title: 1\n"
    with pytest.raises((UnknownTimeError, NoHistoryError)):
        then(path, "f" * 40, repository)
    assert not ran.exists()


def test_a_folder_that_poses_as_a_repository_is_none(tmp_path: Path, repository: Repository) -> None:
    repository.git("init", "-q", "--bare", str(tmp_path / "posing"))
    path = tmp_path / "posing" / "story.yaml"
    path.write_text("title: A\n", encoding="utf-8")
    with pytest.raises(NoHistoryError):
        then(path, "HEAD", repository)


def test_variables_of_another_git_do_not_lead_elsewhere(path: Path, repository: Repository, tmp_path: Path) -> None:
    led = {**repository.environment, "GIT_DIR": str(tmp_path / "elsewhere"), "GIT_TRACE": str(tmp_path / "trace")}
    assert earlier(path, "HEAD", NOW, led).data == b"title: 2\n"
    assert not (tmp_path / "trace").exists()
