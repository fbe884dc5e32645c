"""What a file has besides its text: mode, owner, extended attributes. Carried over from a file to its successor."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress

from briefing.text import clean_line

_ACCESS_LIST = "system.posix_acl_access"
"""The attribute in which Linux keeps the access control list of a file (acl(5))."""

_COPYFILE_ACL, _COPYFILE_XATTR = 1 << 0, 1 << 2
"""Flags of `fcopyfile` (macOS, copyfile.h). Those for times are not used: a save is a change."""


def carry_over(old: int, new: int) -> tuple[str, ...]:
    """Gives the open file `new` the owner, the attributes and the mode of the open file `old`.

    Returns a sentence for everything that could not be kept. A group that can't be kept loses what it was allowed
    beyond everybody, because another group would inherit it. Raises `OSError` only when either file can't be looked
    at.
    """
    found = os.fstat(old)
    mode, notes = _owned(new, found)
    notes += _attributes(old, new)
    if stat.S_IMODE(os.fstat(new).st_mode) != mode:
        try:
            os.fchmod(new, mode)
        except OSError:
            notes.append("Its permissions could not be kept.")
    if found.st_nlink > 1:
        notes.append("The file had further names (hard links); under those it keeps the old text.")
    return tuple(notes)


def _owned(new: int, found: os.stat_result) -> tuple[int, list[str]]:
    """Passes on owner and group; returns the mode that is right for the group now, and what can't be kept."""
    mode = stat.S_IMODE(found.st_mode)
    mine = os.fstat(new)
    if (mine.st_uid, mine.st_gid) == (found.st_uid, found.st_gid):
        return mode, []
    with suppress(OSError):
        os.fchown(new, found.st_uid, found.st_gid)
        return mode, []
    notes = []
    if mine.st_uid != found.st_uid:
        notes.append("The file is yours now; its owner could not be kept.")
    try:
        os.fchown(new, -1, found.st_gid)
    except OSError:
        notes.append("Its group could not be kept; the new one may do what everybody may.")
        mode = mode & ~stat.S_IRWXG | (mode & stat.S_IRWXO) << 3
    return mode, notes


def _attributes(old: int, new: int) -> list[str]:
    if sys.platform == "darwin":
        return _attributes_of_macos(old, new)
    try:
        wanted, there = set(os.listxattr(old)), set(os.listxattr(new))
    except OSError:
        # A file system without attributes has none to lose.
        return []
    lost = [name for name in sorted(wanted) if not _passed_on(old, new, name, name in there)]
    if _ACCESS_LIST in there - wanted:
        # The folder's default list would let others in.
        with suppress(OSError):
            os.removexattr(new, _ACCESS_LIST)
    return [f"The attribute {clean_line(name)} could not be kept." for name in lost]


def _passed_on(old: int, new: int, name: str, there: bool) -> bool:
    try:
        value = os.getxattr(old, name)
        if not there or os.getxattr(new, name) != value:
            os.setxattr(new, name, value)
    except OSError:
        return False
    return True


def _attributes_of_macos(old: int, new: int) -> list[str]:
    import ctypes

    try:
        copied = ctypes.CDLL(None).fcopyfile(old, new, None, _COPYFILE_ACL | _COPYFILE_XATTR)
    except (AttributeError, OSError):
        copied = -1
    return [] if copied == 0 else ["Its extended attributes could not be kept."]
