"""What is shipped works alone: the wheel, in an environment of its own, far from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import briefing
from briefing.data import path

ROOT = Path(briefing.__file__).parent.parent

pytestmark = pytest.mark.slow


def run(*words: str | Path, cwd: Path, check: bool = True) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [str(word) for word in words],
        cwd=cwd,
        env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )
    assert not check or done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source archive, and the wheel that was built from that archive."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    (found,) = built.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def program(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program as a user gets it: the wheel in an empty environment, with the pinned versions of what it needs."""
    place = tmp_path_factory.mktemp("user") / "venv"
    run(sys.executable, "-m", "venv", "--without-pip", place, cwd=place.parent)
    pip: list[str | Path] = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        place / "bin" / "python",
        "--disable-pip-version-check",
    ]
    pip += ["install", "--quiet", "--retries", "1"]
    pinned = run(*pip, "--require-hashes", "-r", ROOT / "requirements" / "run.txt", cwd=place.parent, check=False)
    if "after connection broken by" in pinned.stderr and not os.environ.get("CI"):
        pytest.skip("no package index answers, so the wheel can't be installed as a user would")
    assert pinned.returncode == 0, pinned.stderr
    run(*pip, "--no-index", wheel, cwd=place.parent)
    return place / "bin" / "briefing"


def test_the_wheel_holds_the_package_its_data_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert {name.split("/")[0] for name in names} == {"briefing", f"briefing-{briefing.__version__}.dist-info"}
    assert {name.split("/")[2] for name in names if name.startswith("briefing/_data/")} == {"config", "seeds"}
    assert {"briefing/_data/seeds/aleppo.yaml", "briefing/_data/seeds/aleppo.txt"} <= set(names)
    assert not [name for name in names if name.endswith(".pyc")]


def test_every_file_of_config_and_seeds_is_shipped(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    for folder in ("config", "seeds"):
        for file in path(folder).rglob("*"):
            if file.is_file():
                assert f"briefing/_data/{file.relative_to(ROOT).as_posix()}" in names


def test_the_source_archive_holds_the_tests_and_the_licence(built: Path) -> None:
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        tops = {name.split("/")[1] for name in opened.getnames()}
    assert {"briefing", "config", "seeds", "tests", "requirements", "LICENSE", "README.md", "pyproject.toml"} <= tops
    assert ".venv" not in tops


def test_the_installed_program_works_in_an_empty_folder(program: Path, tmp_path: Path) -> None:
    assert run(program, "--version", cwd=tmp_path).stdout == f"briefing {briefing.__version__}\n"
    sample = run(program, cwd=tmp_path)
    assert "Dareen Khalifa" in sample.stdout
    assert "this is the sample" in sample.stderr
    assert '"$schema"' in run(program, "schema", cwd=tmp_path).stdout
    run(program, "new", "strike", cwd=tmp_path)
    assert "Strike" in run(program, "show", "strike.yaml", cwd=tmp_path).stdout
    assert [file.name for file in tmp_path.iterdir()] == ["strike.yaml"]


def test_the_installed_program_can_load_its_dashboard(program: Path, tmp_path: Path) -> None:
    python = program.parent / "python"
    where = run(python, "-c", "import briefing.tui.app as app; print(app.__file__)", cwd=tmp_path).stdout
    assert Path(where.strip()).is_relative_to(program.parent.parent)


def test_the_locks_name_versions_with_hashes_and_no_index() -> None:
    for lock in (ROOT / "requirements").glob("*.txt"):
        text = lock.read_text(encoding="utf-8")
        assert not any(word in text for word in ("--index-url", "--extra-index-url", "--find-links", "://")), lock.name
        entries = text.replace("\\\n", " ").split("\n")
        pinned = [entry for entry in entries if entry.strip() and not entry.strip().startswith("#")]
        assert pinned
        assert all("==" in entry and "--hash=sha256:" in entry for entry in pinned), lock.name
