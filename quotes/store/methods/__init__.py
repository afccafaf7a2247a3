"""The methods of `quotes.store.Store`, one class for each subject."""
