"""Kills, a full disk and two writers at once: the file is the old one or the new one, and no change is lost unsaid."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import sleep

import pytest

from briefing.document.refusals import Reason, Refused
from briefing.document.saving import save

KILLS = int(os.environ.get("BRIEFING_KILLS", "12"))

SAVING = """\
import sys
from pathlib import Path
from briefing.document.saving import save
file = Path(sys.argv[1])
text = file.read_text()
number = int(text.partition(" ")[0])
print("begun", flush=True)
while True:
    number += 1
    new = f"{number} " + "x" * 40_000 + f" {number}"
    save(file, new, text)
    text = new
"""


def whole(file: Path) -> str:
    """The text of the file, when it is one of those that were saved."""
    text = file.read_text()
    first, middle, last = text.split(" ")
    assert first == last
    assert middle == "x" * 40_000
    return text


def test_a_kill_at_any_moment_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    file = tmp_path / "story.yaml"
    file.write_text("0 " + "x" * 40_000 + " 0")
    left = 0
    for number in range(KILLS):
        with subprocess.Popen([sys.executable, "-c", SAVING, str(file)], stdout=subprocess.PIPE) as saver:
            assert saver.stdout is not None
            assert saver.stdout.readline() == b"begun\n"
            sleep(random.Random(number).uniform(0.0, 0.04))
            saver.send_signal(signal.SIGKILL)
        whole(file)
        left += len(list(tmp_path.iterdir())) - 1
    text = whole(file)
    save(file, text, text)
    assert [path.name for path in tmp_path.iterdir()] == [file.name]
    print(f"{KILLS} kills, {left} temporary files left by them and swept")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 kB."""
    if os.geteuid() != 0:
        pytest.skip("only the superuser may mount a small disk")
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(place)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("mounting is not allowed here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_on_a_full_disk_the_old_file_stays_and_the_next_save_that_fits_succeeds(small_disk: Path) -> None:
    file = small_disk / "story.yaml"
    old = "title: Old\n" * 3_000
    file.write_text(old)
    with pytest.raises(Refused) as caught:
        save(file, old + "why: it grew\n", old)
    assert caught.value.reason is Reason.FULL
    assert "the disk is full" in str(caught.value)
    assert file.read_text() == old
    assert [path.name for path in small_disk.iterdir()] == [file.name]
    save(file, "title: Short\n", old)
    assert file.read_text() == "title: Short\n"


COUNTING = """\
import sys
from pathlib import Path
from briefing.document.refusals import Reason, Refused
from briefing.document.saving import save
file = Path(sys.argv[1])
left = int(sys.argv[2])
refused = 0
while left:
    text = file.read_text()
    try:
        save(file, str(int(text) + 1), text)
    except Refused as error:
        assert error.reason is Reason.CHANGED, error
        refused += 1
    else:
        left -= 1
print(refused)
"""


def test_two_writers_lose_no_change_that_was_not_reported(tmp_path: Path) -> None:
    file = tmp_path / "count"
    file.write_text("0")
    command = [sys.executable, "-c", COUNTING, str(file), "150"]
    writers = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    refused = [int(writer.communicate(timeout=120)[0]) for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0]
    assert file.read_text() == "300"
    assert [path.name for path in tmp_path.iterdir()] == [file.name]
    print(f"300 increments by two writers, {sum(refused)} of them refused and made again")
