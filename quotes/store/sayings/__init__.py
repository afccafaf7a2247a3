"""Which quotes are one saying and which articles one story."""
