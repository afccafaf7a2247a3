"""The pages: each module has some, and registers them with its `views`."""
