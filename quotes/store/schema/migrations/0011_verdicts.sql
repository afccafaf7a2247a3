-- Verdicts of people on quotes, and how confidences are to be read after that.

CREATE TABLE verdicts (
    id TEXT NOT NULL,
    article_id TEXT NOT NULL,
    quote INTEGER,
    quote_id TEXT NOT NULL,
    what TEXT NOT NULL,
    fits INTEGER NOT NULL,
    checked_by TEXT NOT NULL,
    checked_at TEXT NOT NULL,
    verdict TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY (quote) REFERENCES quotes (key) ON DELETE SET NULL
);
CREATE INDEX verdicts_article ON verdicts (article_id);
CREATE UNIQUE INDEX verdicts_quote ON verdicts (quote);

CREATE TABLE calibrations (
    key INTEGER NOT NULL,
    slope FLOAT NOT NULL,
    shift FLOAT NOT NULL,
    verdicts INTEGER NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (key)
);
