"""The screens: the dashboard, the list of briefings, and the overlay of keys."""
