"""One file a revision. A new one is also named in `quotes.store.schema.REVISIONS`."""
