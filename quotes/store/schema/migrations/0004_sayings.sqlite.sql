-- Which quotes are one saying, and which articles are versions of one story. Older ones stay alone
-- until their articles are added again; they are found anew then: their digests fit no longer.

CREATE TABLE sayings (
    quote INTEGER NOT NULL,
    saying INTEGER NOT NULL,
    PRIMARY KEY (quote),
    FOREIGN KEY (quote) REFERENCES quotes (key) ON DELETE CASCADE
);
CREATE INDEX sayings_saying ON sayings (saying);

CREATE TABLE saying_keys (
    key INTEGER NOT NULL,
    quote INTEGER NOT NULL,
    PRIMARY KEY (key, quote),
    FOREIGN KEY (quote) REFERENCES quotes (key) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX saying_keys_quote ON saying_keys (quote);

CREATE TABLE stories (
    article TEXT NOT NULL,
    story INTEGER NOT NULL,
    PRIMARY KEY (article),
    FOREIGN KEY (article) REFERENCES articles (id) ON DELETE CASCADE
);
CREATE INDEX stories_story ON stories (story);

CREATE TABLE story_keys (
    key INTEGER NOT NULL,
    article TEXT NOT NULL,
    PRIMARY KEY (key, article),
    FOREIGN KEY (article) REFERENCES articles (id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX story_keys_article ON story_keys (article);

UPDATE articles SET digest = '';
