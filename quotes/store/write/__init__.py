"""Articles and quotes on their way in and out: checked, written, replaced, removed."""
