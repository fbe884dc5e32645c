"""An article on disk becomes an `Article`: its text, cut into numbered paragraphs."""

from briefing.sources.article import from_text
from briefing.sources.read import MOST_BYTES, Articles, SourceError, decoded, read, read_all

__all__ = ["MOST_BYTES", "Articles", "SourceError", "decoded", "from_text", "read", "read_all"]
