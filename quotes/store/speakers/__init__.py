"""Names that mean a stored speaker, and speakers that are one person."""
