"""What is kept of one's own between two readings, apart from the briefings: where it lies, and how it is written."""
