"""Counts of those who get quoted, by type, gender, country and office, with how sure they are."""
