"""Rules about the texts of sources."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.check.case import Case, Finding


def missing(case: Case) -> Iterator[Finding]:
    """Yields the sources whose file does not exist."""
    yield from _unreadable(case, "source-text-missing")


def outside(case: Case) -> Iterator[Finding]:
    """Yields the sources whose file may not be read because of where it lies."""
    yield from _unreadable(case, "source-outside")


def unreadable(case: Case) -> Iterator[Finding]:
    """Yields the sources whose file is there and holds no text that can be read."""
    yield from _unreadable(case, "source-unreadable")


def changed(case: Case) -> Iterator[Finding]:
    """Yields the sources whose file has another SHA-256 than the one recorded."""
    for slug, digest in case.digests.items():
        source = case.briefing.sources[slug]
        recorded = source.sha256.lower().removeprefix("sha256:").strip()
        if recorded != digest:
            yield Finding(
                source.at("sha256"),
                f"the text of {slug} has changed since its sum was recorded",
                f"look at what cites {slug}, then write sha256: {digest}",
            )


def _unreadable(case: Case, code: str) -> Iterator[Finding]:
    for slug, error in case.unreadable.items():
        if error.code == code:
            yield Finding(case.briefing.sources[slug].at("text"), error.message, error.fix)
