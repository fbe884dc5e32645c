"""The briefing file: YAML text to model, and small changes of text."""
