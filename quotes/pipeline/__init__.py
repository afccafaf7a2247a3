"""The spaCy components that turn an article's text into attributions with speakers."""
