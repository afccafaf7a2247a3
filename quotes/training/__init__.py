"""Rebuilds the model from corpora. Needs the extra `train`; nothing else imports this."""
