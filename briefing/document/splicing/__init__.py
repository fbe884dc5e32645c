"""The parts of `briefing.document.splice`, which is the door to them."""
