"""Finds what the program ships beside its code: the settings in `config/` and the sample library in `seeds/`."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def path(*parts: str) -> Path:
    """Returns the path of a shipped file or folder, such as `path("seeds", "aleppo.yaml")`.

    In a wheel they lie inside the package under `_data`, in a checkout (and so in an editable install) beside the
    package. Whether the file is there is for the caller to find out.
    """
    installed = _PACKAGE / "_data"
    root = installed if installed.is_dir() else _PACKAGE.parent
    return root.joinpath(*parts)
