"""The tables, their history, and what their columns hold."""
