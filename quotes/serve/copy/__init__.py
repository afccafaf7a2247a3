"""A copy of the pages that needs no server: a folder of files, to open, to mail or to publish.

The pages are those that the app shows: it is asked for each (`asking`), from the start on along the
links that lead to pages of the copy (`scope`). When all are there their addresses become those of
files, and what needs a server is taken out of them (`offline`). The folder is checked before and
filled at the end (`folder`).
"""

from quotes.serve.copy.copying import copy
from quotes.serve.copy.folder import check_copy

__all__ = ["check_copy", "copy"]
