"""`quotes serve`: pages on which quotes are looked up, checked and corrected; and their JSON.

Each page is a view: a function that asks the store and returns a record (`quotes.serve.views`),
which is shown at one address and given as JSON at another. FastAPI, Jinja2 and uvicorn are an extra
(`pip install 'quotes[serve]'`) and imported here only.
"""
