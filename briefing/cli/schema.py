"""`briefing schema`: prints the JSON Schema of the format."""

from __future__ import annotations

import json
from typing import Any

from briefing.cli import output
from briefing.document.schema import schema


def run(options: Any) -> int:
    """Prints the schema as JSON and returns the exit status."""
    output.data(json.dumps(schema(), indent=2, ensure_ascii=False))
    return output.FINE
