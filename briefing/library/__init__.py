"""Many briefings: which files of a folder are briefings, and a line about each."""
