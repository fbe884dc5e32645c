"""The sentence about a file that is not there."""

from __future__ import annotations

from pathlib import Path

from briefing.cli.parse import nearest

_ENDINGS = (".yaml", ".yml")
_MOST = 1_000
"""Files of a folder that are looked at for a name that may have been meant."""


def absent(path: Path) -> str:
    """Returns `there is no file …` with the neighbour that was probably meant, else how to begin a briefing there."""
    neighbours = _neighbours(path.parent)
    meant = nearest(path.stem, neighbours)
    if meant:
        return f"there is no file {path}; did you mean {neighbours[meant]}?"
    if path.suffix in _ENDINGS and path.parent.is_dir():
        return f"there is no file {path}; briefing new starts one"
    return f"there is no file {path}"


def _neighbours(folder: Path) -> dict[str, str]:
    """The names of the YAML files in `folder` by what stands before the ending, which makes any two of them alike."""
    try:
        return {entry.stem: entry.name for entry, _ in zip(folder.glob("*.yaml"), range(_MOST), strict=False)}
    except OSError:
        return {}
