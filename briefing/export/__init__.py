"""A briefing in other forms, one module a form; what they share in words stands in `words`."""
