"""Keeping a database well: what is wrong with it, copies, putting one back."""
