"""`quotes serve`: pages on which quotes are looked up, checked and corrected; and their JSON.

FastAPI, Jinja2 and uvicorn are an extra (`pip install 'quotes[serve]'`) and imported here only. To
add a page:

1. A module of `quotes.serve.pages` with `views = Views()` and a view: a function that asks the
   store and returns a record (`quotes.serve.views` has an example). Its name goes into
   `quotes.serve.app.PAGES`. What the store cannot answer yet becomes a method of it, so that the
   library and the command line can ask it, too.
2. A template that extends `base.html` and gets the record as `page`, what was asked for as `asked`
   (`quotes.serve.asked.Question`), and `path`, `settings` and `csrf`. `macros.html` has quotes,
   lists, forms, counts, pictures with their tables; import them `with context`. Addresses come
   from `link` (`quotes.serve.links.Links`), never from the template; words of an article are only
   ever printed, never marked `safe`. There is no inline script, style, or style attribute: the
   policy of `quotes.serve.guard` lets none through.
3. Pictures: `quotes.serve.plots`; texts with marks within each other: `quotes.serve.marks`.
4. A view that changes something has `method="POST"` and `edits=True`, its form the `csrf_field`.

A view raises QuotesError for what cannot be answered; `quotes.serve.failures` makes pages of them.
"""
