"""Steps that give each attribution whose speaker is known the speaker's role, in the article's
words, and affiliation and office."""
