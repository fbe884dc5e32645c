"""Changing a briefing from the dashboard: what is asked for, and what becomes of the answers."""
