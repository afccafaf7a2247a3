"""Who gets quoted: counts by type, gender, country and office, with how sure they are."""
