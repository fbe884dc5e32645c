"""Two people's changes of one briefing brought together: item by item, field by field, in the words of one of them."""
