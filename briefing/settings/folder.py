"""Where the user's own settings lie."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path


def config_folder(environment: Mapping[str, str] | None = None) -> Path:
    """Returns `$XDG_CONFIG_HOME/briefing`, or `~/.config/briefing` (XDG Base Directory Specification 0.8: a relative
    path is ignored). `environment` is the process's where none is given. The folder need not exist.
    """
    variables = os.environ if environment is None else environment
    base = variables.get("XDG_CONFIG_HOME", "")
    if base.startswith("/"):
        return Path(base) / "briefing"
    home = variables.get("HOME", "")
    return Path(home if home.startswith("/") else os.path.expanduser("~")) / ".config" / "briefing"  # noqa: PTH111
