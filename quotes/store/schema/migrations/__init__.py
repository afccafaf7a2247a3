"""The history of the schema: numbered files of SQL, run when a database of an older version is
opened (`quotes.store.schema.upgrading`).

    NNNN_name.sql               for both kinds of databases
    NNNN_name.sqlite.sql        for one of them: only SQLite has a past before 0006,
    NNNN_name.postgresql.sql    where the tables of PostgreSQL begin
    rNNNN_name_sqlite.py        `upgrade(connection, statements)`, which runs those of the file of
                                this name where SQL alone will not do

What has been released is never changed, and imports nothing that may change.
"""
