"""The child process of `html`: a page on stdin, its article as JSON on stdout. It limits its own memory and time."""

from __future__ import annotations

import json
import sys

from briefing.sources.html_text import extract

_MEMORY = 512 * 1024 * 1024
_SECONDS = 10


def main() -> None:
    """Reads a page from stdin and writes its article to stdout as a JSON object."""
    _limit()
    page = extract(sys.stdin.buffer.read())
    sys.stdout.write(json.dumps(page))


def _limit() -> None:
    try:
        import resource
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_AS, _MEMORY), (resource.RLIMIT_CPU, _SECONDS)):
        _, hard = resource.getrlimit(kind)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(kind, (allowed, hard))
        except (OSError, ValueError):
            continue
