"""What the article says that a speaker is, and for whom the speaker speaks."""
