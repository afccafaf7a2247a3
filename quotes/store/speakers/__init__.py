"""Who is who: names that mean a stored speaker, and which speakers are one person."""
