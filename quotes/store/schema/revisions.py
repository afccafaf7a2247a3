"""The revisions of the schema: known here so that opening a database reads no files of SQL."""

REVISIONS = (
    *("0001", "0002", "0003", "0004", "0005", "0006"),
    *("0007", "0008", "0009", "0010", "0011", "0012"),
)
"""All of them, oldest first."""

HEAD = REVISIONS[-1]
