"""What is the same, what differs, and what a reader has seen of it: identity, differences, read marks."""
