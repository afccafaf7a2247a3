"""Questions: which quotes, in what order, how many of what."""
