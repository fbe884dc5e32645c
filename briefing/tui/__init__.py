"""The dashboard. Nothing outside this package imports textual."""
