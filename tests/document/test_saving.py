"""A save puts the new text in place whole, keeps what hangs on the file, and refuses rather than lose anything."""

from __future__ import annotations

import errno
import fcntl
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.document import locks, saving
from briefing.document.refusals import Reason, Refused
from briefing.document.saving import save
from briefing.document.store import SIZE_LIMIT

OLD, NEW = "title: Old\n", "title: New\n"

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only the superuser can do what is tested here")
as_somebody = pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may do what is refused here")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    path = folder / "story.yaml"
    path.write_text(OLD)
    return path


def refused(path: Path, text: str = NEW, expected: str = OLD) -> Refused:
    with pytest.raises(Refused) as caught:
        save(path, text, expected)
    sentence = str(caught.value)
    assert sentence.startswith("Not saved: ")
    assert sentence.endswith(".")
    assert sentence.count(". ") == 1
    return caught.value


def alone(path: Path) -> bool:
    return [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_the_new_text_is_in_place_and_nothing_beside_it(file: Path) -> None:
    saved = save(file, NEW, OLD)
    assert (saved.path, saved.marked, saved.notes, saved.overtaken) == (file.resolve(), False, (), None)
    assert file.read_text() == NEW
    assert alone(file)


@given(
    mark=st.sampled_from([b"", b"\xef\xbb\xbf"]),
    old=st.text(st.characters(exclude_categories=["Cs"])).filter(lambda text: not text.startswith("\ufeff")),
    new=st.text(st.characters(exclude_categories=["Cs"])),
)
def test_every_text_is_written_as_it_is_and_a_byte_order_mark_stays(
    tmp_path_factory: pytest.TempPathFactory, mark: bytes, old: str, new: str
) -> None:
    path = tmp_path_factory.mktemp("desk") / "story.yaml"
    path.write_bytes(mark + old.encode())
    assert save(path, new, old).marked is bool(mark)
    assert path.read_bytes() == mark + new.encode()


@pytest.mark.parametrize("text", ["a: 1\r\nb: 2\r\n", "a: 1\rb: 2", "a: 1\n\n\n", "a: 1"])
def test_line_ends_and_a_missing_one_stay(file: Path, text: str) -> None:
    save(file, text, OLD)
    assert file.read_bytes() == text.encode()


def test_what_changed_meanwhile_is_not_overwritten(file: Path) -> None:
    file.write_text("title: Theirs\n")
    error = refused(file)
    assert error.reason is Reason.CHANGED
    assert "the file changed meanwhile" in str(error)
    assert file.read_text() == "title: Theirs\n"
    assert alone(file)


@pytest.mark.parametrize("by", ["writing", "renaming", "deleting", "linking"])
def test_what_changes_while_the_new_text_is_being_written_is_not_overwritten(file: Path, by: str) -> None:
    other = file.with_name("other")
    other.write_text("title: Theirs\n")

    def interfere(_: bytes) -> None:
        if by == "writing":
            file.write_text("title: Theirs\n")
        elif by == "renaming":
            other.replace(file)
        else:
            file.unlink()
            if by == "linking":
                file.symlink_to("other")

    with pytest.raises(Refused) as caught:
        save(file, NEW, OLD, interfere)
    assert caught.value.reason is Reason.CHANGED
    if by == "deleting":
        assert not file.exists()
    else:
        assert file.read_text() == "title: Theirs\n"
    assert not list(file.parent.glob(".*"))


def test_what_another_program_writes_in_the_very_moment_is_handed_back(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.replace

    def overtaken(temporary: Path, target: Path) -> Path:
        target.write_text("title: Theirs\n")
        return real(temporary, target)

    monkeypatch.setattr(Path, "replace", overtaken)
    assert save(file, NEW, OLD).overtaken == b"title: Theirs\n"
    assert file.read_text() == NEW


def test_before_anything_happens_the_bytes_to_be_replaced_are_handed_over(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbf" + OLD.encode())
    seen = []
    save(file, NEW, OLD, lambda data: seen.append((data, file.read_bytes())))
    assert seen == [(b"\xef\xbb\xbf" + OLD.encode(),) * 2]


def test_an_error_before_the_replacement_stops_it_and_leaves_nothing(file: Path) -> None:
    def fail(_: bytes) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        save(file, NEW, OLD, fail)
    assert file.read_text() == OLD
    assert alone(file)


def test_the_mode_stays(file: Path) -> None:
    for mode in (0o600, 0o640, 0o664, 0o604, 0o4711):
        file.chmod(mode)
        save(file, OLD, OLD)
        assert stat.S_IMODE(file.stat().st_mode) == mode


def test_until_it_is_whole_nobody_else_may_read_the_new_text(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.chmod(0o666)
    modes = []
    real = os.write

    def watched(handle: int, data: bytes) -> int:
        modes.append(stat.S_IMODE(os.fstat(handle).st_mode))
        return real(handle, data)

    monkeypatch.setattr(os, "write", watched)
    save(file, NEW, OLD)
    assert modes == [0o600]


@as_root
def test_owner_and_group_stay(file: Path) -> None:
    os.chown(file, 1234, 2345)
    file.chmod(0o640)
    assert save(file, NEW, OLD).notes == ()
    found = file.stat()
    assert (found.st_uid, found.st_gid, stat.S_IMODE(found.st_mode)) == (1234, 2345, 0o640)


def test_an_owner_that_cant_be_kept_is_told_of_and_the_new_group_gains_nothing(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.chmod(0o664)
    real = os.fstat

    def by_another(handle: int) -> os.stat_result:
        found = real(handle)
        if found.st_size != len(OLD) or stat.S_IMODE(found.st_mode) != 0o664:
            return found
        return os.stat_result((*found[:4], found.st_uid + 1, found.st_gid + 1, *found[6:10]))

    def forbidden(handle: int, owner: int, group: int) -> None:
        raise PermissionError(errno.EPERM, "not permitted")

    monkeypatch.setattr("briefing.document.metadata.os.fstat", by_another)
    monkeypatch.setattr("briefing.document.metadata.os.fchown", forbidden)
    monkeypatch.setattr(saving, "_is_same", lambda *_: True)
    notes = save(file, "title: New, longer\n", OLD).notes
    assert [note.split(";")[0] for note in notes] == ["The file is yours now", "Its group could not be kept"]
    assert stat.S_IMODE(file.stat().st_mode) == 0o644


def attributes_work(path: Path) -> bool:
    try:
        os.setxattr(path, "user.test", b"1")
        os.removexattr(path, "user.test")
    except (OSError, AttributeError):
        return False
    return True


def test_extended_attributes_stay(file: Path) -> None:
    if not attributes_work(file):
        pytest.skip("the temporary folder has no extended attributes")
    os.setxattr(file, "user.desk", b"\x00foreign\xff")
    assert save(file, NEW, OLD).notes == ()
    assert os.getxattr(file, "user.desk") == b"\x00foreign\xff"


# Version 2, then tag, permissions and id of each entry (acl(5), linux/posix_acl_xattr.h): owner rw-, user 1234 r--,
# group r--, mask r--, others ---.
ACCESS_LIST = bytes.fromhex("0200000001000600ffffffff02000400d204000004000400ffffffff10000400ffffffff")
ACCESS_LIST += bytes.fromhex("20000000ffffffff")


def test_an_access_control_list_stays_and_that_of_the_folder_lets_nobody_in(file: Path) -> None:
    try:
        os.setxattr(file, "system.posix_acl_access", ACCESS_LIST)
        os.setxattr(file.parent, "system.posix_acl_default", ACCESS_LIST)
    except (OSError, AttributeError):
        pytest.skip("the temporary folder has no access control lists")
    before = file.stat().st_mode
    assert save(file, NEW, OLD).notes == ()
    assert os.getxattr(file, "system.posix_acl_access") == ACCESS_LIST
    assert file.stat().st_mode == before
    os.removexattr(file, "system.posix_acl_access")
    file.chmod(0o600)
    save(file, OLD, NEW)
    assert "system.posix_acl_access" not in os.listxattr(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_an_attribute_that_cant_be_kept_is_named(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not attributes_work(file):
        pytest.skip("the temporary folder has no extended attributes")
    os.setxattr(file, "user.desk", b"foreign")

    def forbidden(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(os, "setxattr", forbidden)
    assert save(file, NEW, OLD).notes == ("The attribute user.desk could not be kept.",)
    assert file.read_text() == NEW


def test_on_macos_attributes_are_copied_by_the_system_and_a_failure_is_told(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = []

    class Library:
        def __init__(self, name: str | None) -> None:
            assert name is None

        def fcopyfile(self, old: int, new: int, state: None, flags: int) -> int:
            calls.append((os.fstat(old).st_size, os.fstat(new).st_size, state, flags))
            return 0 if len(calls) == 1 else -1

    monkeypatch.setattr("sys.platform", "darwin")
    monkeypatch.setattr("ctypes.CDLL", Library)
    assert save(file, NEW + "\n", OLD).notes == ()
    assert calls == [(len(OLD), len(NEW) + 1, None, 5)]
    assert save(file, OLD, NEW + "\n").notes == ("Its extended attributes could not be kept.",)


def test_a_hard_link_keeps_the_old_text_and_that_is_said_once(file: Path) -> None:
    other = file.with_name("other.yaml")
    other.hardlink_to(file)
    (note,) = save(file, NEW, OLD).notes
    assert "hard links" in note
    assert (file.read_text(), other.read_text()) == (NEW, OLD)
    assert save(file, OLD, NEW).notes == ()


def test_a_link_stays_a_link_and_its_target_is_saved(file: Path) -> None:
    other = file.parent.parent / "shelf"
    other.mkdir()
    (other / "second").symlink_to("../desk/story.yaml")
    (other / "first.yaml").symlink_to(other / "second")
    assert save(other / "first.yaml", NEW, OLD).path == file.resolve()
    assert file.read_text() == NEW
    assert (other / "first.yaml").is_symlink()
    assert (other / "second").readlink() == Path("../desk/story.yaml")
    assert alone(file)
    assert len(list(other.iterdir())) == 2


def test_a_link_that_leads_nowhere_or_round_in_a_circle_is_refused(file: Path) -> None:
    link = file.with_name("link.yaml")
    link.symlink_to("none.yaml")
    error = refused(link)
    assert (error.reason, error.why) == (Reason.GONE, "the link leads to a file that is not there")
    link.unlink()
    link.symlink_to("link.yaml")
    assert refused(link).why == "the links to the file go round in a circle"


def test_a_file_or_a_folder_that_is_gone_is_named(file: Path) -> None:
    error = refused(file.with_name("none.yaml"))
    assert (error.reason, error.why) == (Reason.GONE, "the file is no longer where it was")
    assert refused(file.parent / "none" / "story.yaml").reason is Reason.GONE
    assert refused(file / "story.yaml").reason is Reason.GONE


def test_a_folder_that_vanishes_while_the_text_is_being_written_is_named(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def vanish(*_: object) -> tuple[str, ...]:
        file.parent.rename(file.parent.with_name("elsewhere"))
        return ()

    monkeypatch.setattr(saving, "carry_over", vanish)
    assert refused(file).reason in (Reason.GONE, Reason.CHANGED)
    assert (file.parent.with_name("elsewhere") / file.name).read_text() == OLD


def test_what_is_no_file_is_neither_opened_nor_waited_for(file: Path) -> None:
    assert refused(file.parent).why == "this is a folder, not a file"
    os.mkfifo(file.with_name("pipe"))
    assert refused(file.with_name("pipe")).why == "this is a pipe, not a file"
    assert refused(Path("/dev/null")).why == "this is a device, not a file"


def test_names_that_no_file_can_have_are_refused(file: Path) -> None:
    assert refused(file.with_name("x" * 300)).reason is Reason.NAME
    assert refused(file.with_name("x\x00")).reason is Reason.NAME


def test_a_name_as_long_as_the_system_allows_is_saved(file: Path) -> None:
    longest = file.rename(file.with_name("x" * 250 + ".yaml"))
    save(longest, NEW, OLD)
    assert longest.read_text() == NEW
    assert alone(longest)


def test_a_file_that_nobody_may_write_is_refused_to_the_superuser_as_well(file: Path) -> None:
    file.chmod(0o444)
    error = refused(file)
    assert (error.reason, error.why) == (Reason.READ_ONLY, "the file is read-only")
    assert file.read_text() == OLD
    assert alone(file)


@as_somebody
def test_a_folder_that_may_not_be_written_in_is_refused(file: Path) -> None:
    file.parent.chmod(0o555)
    try:
        assert refused(file).reason is Reason.FOLDER
    finally:
        file.parent.chmod(0o755)
    assert file.read_text() == OLD


WITHOUT_RIGHTS = """\
import os, sys
from pathlib import Path
from briefing.document.refusals import Refused
from briefing.document.saving import save
os.setgroups([])
os.setgid(65534)
os.setuid(65534)
try:
    save(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
except Refused as error:
    print(error)
"""


@as_root
def test_without_rights_to_the_file_or_its_folder_nothing_happens(file: Path) -> None:
    def attempt() -> str:
        command = [sys.executable, "-c", WITHOUT_RIGHTS, str(file), NEW, OLD]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    for folder in file.parent.parents:
        if not folder.stat().st_mode & stat.S_IXOTH:
            folder.chmod(folder.stat().st_mode | stat.S_IXOTH)
    for of_folder, of_file, said in (
        (0o755, 0o666, "you may not write in its folder"),
        (0o777, 0o644, "you may not write this file"),
        (0o1777, 0o666, "you may not write in its folder"),
    ):
        file.parent.chmod(of_folder)
        file.chmod(of_file)
        assert said in attempt()
        assert file.read_text() == OLD
        assert alone(file)
    file.parent.chmod(0o777)
    assert attempt() == ""
    assert file.read_text() == NEW


Fail = Callable[[str, int], None]


@pytest.fixture
def fail(monkeypatch: pytest.MonkeyPatch) -> Iterator[Fail]:
    """Lets an operation of the system fail from now on."""

    def failing(operation: str, number: int) -> None:
        def instead(*_: object, **__: object) -> int:
            raise OSError(number, os.strerror(number))

        if operation == "replace":
            monkeypatch.setattr(Path, "replace", instead)
        elif operation == "open":
            real = os.open
            monkeypatch.setattr(
                os, "open", lambda path, flags, *more: instead() if flags & os.O_CREAT else real(path, flags, *more)
            )
        else:
            monkeypatch.setattr(os, operation, instead)

    yield failing
    monkeypatch.undo()


@pytest.mark.parametrize("operation", ["open", "write", "fsync", "replace"])
@pytest.mark.parametrize(
    ("number", "reason", "words"),
    [
        (errno.ENOSPC, Reason.FULL, "the disk is full"),
        (errno.EDQUOT, Reason.FULL, "your share of the disk is used up"),
        (errno.EFBIG, Reason.FULL, "larger than this session may write"),
        (errno.EIO, Reason.FAILED, "the system refused (input/output error)"),
    ],
    ids=["full", "quota", "limit", "broken"],
)
def test_when_the_disk_fails_at_any_step_the_old_file_stays(
    file: Path, fail: Fail, operation: str, number: int, reason: Reason, words: str
) -> None:
    if operation == "fsync" and hasattr(fcntl, "F_FULLFSYNC"):
        pytest.skip("this system has a flush of its own")
    fail(operation, number)
    error = refused(file)
    assert error.reason is reason
    assert words in str(error)
    assert file.read_text() == OLD
    assert alone(file)


@pytest.mark.parametrize(
    ("operation", "number", "reason"),
    [
        ("open", errno.EROFS, Reason.READ_ONLY),
        ("open", errno.EACCES, Reason.FOLDER),
        ("open", errno.ENAMETOOLONG, Reason.NAME),
        ("replace", errno.EPERM, Reason.FOLDER),
        ("replace", errno.EBUSY, Reason.FOLDER),
        ("replace", errno.ENOENT, Reason.GONE),
    ],
)
def test_what_the_system_refuses_is_said_as_what_it_means(
    file: Path, fail: Fail, operation: str, number: int, reason: Reason
) -> None:
    fail(operation, number)
    assert refused(file).reason is reason
    assert file.read_text() == OLD
    assert alone(file)


def test_the_text_is_made_to_last_before_it_gets_its_name_and_the_name_after(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if hasattr(fcntl, "F_FULLFSYNC"):
        pytest.skip("this system has a flush of its own")
    order = []
    flush, replace = os.fsync, Path.replace

    def flushed(handle: int) -> None:
        found = os.fstat(handle)
        order.append("folder" if stat.S_ISDIR(found.st_mode) else f"{found.st_size} bytes")
        flush(handle)

    def replaced(path: Path, target: Path) -> Path:
        order.append("replace")
        return replace(path, target)

    monkeypatch.setattr(os, "fsync", flushed)
    monkeypatch.setattr(Path, "replace", replaced)
    save(file, NEW * 3, OLD)
    assert order == [f"{len(NEW) * 3} bytes", "replace", "folder"]


def test_a_folder_that_cant_be_flushed_is_no_reason_to_fail(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fsync

    def choosy(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "not supported")
        real(handle)

    monkeypatch.setattr(os, "fsync", choosy)
    save(file, NEW, OLD)
    assert file.read_text() == NEW


def test_a_text_that_could_not_be_read_again_is_not_written(file: Path) -> None:
    assert refused(file, "x" * (SIZE_LIMIT + 1)).reason is Reason.TOO_LARGE
    assert "lone surrogate" in str(refused(file, "title: \ud800\n"))
    assert file.read_text() == OLD


def test_on_a_file_system_without_locks_it_is_saved_all_the_same(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object) -> None:
        raise OSError(errno.ENOLCK, "no locks")

    monkeypatch.setattr(fcntl, "flock", none)
    young, old = (file.with_name(saving._TEMPORARY.format(of=saving._of(file), one=one * 16)) for one in "01")
    young.touch()
    old.touch()
    os.utime(old, (0, 0))
    save(file, NEW, OLD)
    assert file.read_text() == NEW
    assert young.exists()
    assert not old.exists()


def test_an_instance_that_does_not_come_to_an_end_is_not_waited_for(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "_PATIENCE", 0.0)
    with file.open() as other:
        assert locks.lock(other.fileno(), 0) == "held"
        assert refused(file).reason is Reason.BUSY
    save(file, NEW, OLD)


@pytest.mark.skipif(not hasattr(fcntl, "F_SETLEASE"), reason="only Linux has leases")
@pytest.mark.parametrize("gives_way", [True, False])
def test_a_dashboard_that_asks_who_writes_is_waited_for(
    file: Path, monkeypatch: pytest.MonkeyPatch, gives_way: bool
) -> None:
    def give_way(*_: object) -> None:
        if gives_way:
            fcntl.fcntl(asking, fcntl.F_SETLEASE, fcntl.F_UNLCK)

    monkeypatch.setattr(saving, "_PATIENCE", 5.0 if gives_way else 0.0)
    before = signal.signal(signal.SIGURG, give_way)
    try:
        with file.open() as asking:
            fcntl.fcntl(asking, fcntl.F_SETSIG, signal.SIGURG)
            fcntl.fcntl(asking, fcntl.F_SETLEASE, fcntl.F_RDLCK)
            if gives_way:
                save(file, NEW, OLD)
            else:
                assert refused(file).reason is Reason.BUSY
    finally:
        signal.signal(signal.SIGURG, before)
    assert file.read_text() == (NEW if gives_way else OLD)


def test_what_kills_have_left_is_swept_and_nothing_else(file: Path) -> None:
    left = file.with_name(saving._TEMPORARY.format(of=saving._of(file), one="0" * 16))
    others = [
        file.with_name(saving._TEMPORARY.format(of="f" * 16, one="0" * 16)),
        file.with_name(".briefing-save-mine"),
        file.with_name(".story.yaml.swp"),
    ]
    for path in (left, *others):
        path.touch()
    save(file, NEW, OLD)
    assert not left.exists()
    assert all(path.exists() for path in others)
