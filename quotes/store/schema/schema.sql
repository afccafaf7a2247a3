-- The tables of a new database, in SQLite's words; `quotes.store.schema.tables` explains them.
-- An older database is brought to them by migrations/, and a test keeps the two alike.

CREATE TABLE runs (
    key INTEGER NOT NULL,
    version TEXT NOT NULL,
    model TEXT NOT NULL,
    settings TEXT NOT NULL,
    since TEXT NOT NULL,
    PRIMARY KEY (key)
);
CREATE UNIQUE INDEX runs_same ON runs (version, model, settings);

CREATE TABLE inputs (
    name TEXT NOT NULL,
    digest TEXT NOT NULL,
    articles INTEGER NOT NULL,
    PRIMARY KEY (name)
);

CREATE TABLE labels (
    key INTEGER NOT NULL,
    value TEXT NOT NULL,
    folded TEXT NOT NULL,
    PRIMARY KEY (key)
);
CREATE UNIQUE INDEX labels_value ON labels (value);

CREATE TABLE articles (
    key INTEGER NOT NULL,
    id TEXT NOT NULL,
    title TEXT,
    date INTEGER NOT NULL,
    byline TEXT,
    url TEXT,
    publisher TEXT,
    digest TEXT NOT NULL,
    run INTEGER NOT NULL,
    version INTEGER NOT NULL,
    stored TEXT NOT NULL,
    found_in INTEGER NOT NULL,
    text TEXT NOT NULL, -- late: what is before it is read without it
    PRIMARY KEY (key),
    FOREIGN KEY (run) REFERENCES runs (key),
    FOREIGN KEY (found_in) REFERENCES labels (key)
);
CREATE UNIQUE INDEX articles_id ON articles (id);
CREATE INDEX articles_date ON articles (date DESC);
CREATE INDEX articles_publisher ON articles (publisher, date DESC);
CREATE INDEX articles_run ON articles (run);

CREATE TABLE article_history (
    article INTEGER NOT NULL,
    version INTEGER NOT NULL,
    stored TEXT NOT NULL,
    facts TEXT NOT NULL,
    text TEXT,
    PRIMARY KEY (article, version),
    FOREIGN KEY (article) REFERENCES articles (key) ON DELETE CASCADE
);

CREATE TABLE article_keys (
    key BIGINT NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (key, article)
) WITHOUT ROWID;

CREATE TABLE article_places (
    article INTEGER NOT NULL,
    place TEXT NOT NULL,
    PRIMARY KEY (article),
    FOREIGN KEY (article) REFERENCES articles (key) ON DELETE CASCADE
);

CREATE TABLE speakers (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    type TEXT NOT NULL,
    registry_id TEXT,
    wikidata TEXT,
    PRIMARY KEY (id)
);
CREATE UNIQUE INDEX speakers_known ON speakers (registry_id, name, type);
CREATE UNIQUE INDEX speakers_unknown ON speakers (name, type) WHERE registry_id IS NULL;
CREATE INDEX speakers_folded ON speakers (folded);

CREATE TABLE quotes (
    key INTEGER NOT NULL,
    id TEXT NOT NULL,
    article INTEGER NOT NULL,
    day INTEGER NOT NULL,
    kind SMALLINT NOT NULL,
    act SMALLINT NOT NULL,
    factuality SMALLINT NOT NULL,
    speaker_id INTEGER,
    role INTEGER,
    affiliation INTEGER,
    office INTEGER,
    via INTEGER,
    said_on INTEGER NOT NULL,
    confidence FLOAT NOT NULL,
    content BLOB NOT NULL,
    cue BLOB NOT NULL,
    source BLOB NOT NULL,
    cue_text INTEGER,
    source_text INTEGER,
    text TEXT NOT NULL,
    folded TEXT,
    folded_names TEXT,
    folded_title TEXT,
    PRIMARY KEY (key),
    FOREIGN KEY (article) REFERENCES articles (key),
    FOREIGN KEY (speaker_id) REFERENCES speakers (id),
    FOREIGN KEY (role) REFERENCES labels (key),
    FOREIGN KEY (affiliation) REFERENCES labels (key),
    FOREIGN KEY (office) REFERENCES labels (key),
    FOREIGN KEY (via) REFERENCES labels (key),
    FOREIGN KEY (cue_text) REFERENCES labels (key),
    FOREIGN KEY (source_text) REFERENCES labels (key),
    CONSTRAINT quotes_confidence CHECK (confidence >= 0 AND confidence <= 1)
);
CREATE UNIQUE INDEX quotes_id ON quotes (id);
CREATE INDEX quotes_article ON quotes (article);
CREATE INDEX quotes_speaker ON quotes (
    speaker_id, day DESC, act, factuality, kind, said_on, (CAST(confidence * 1000 AS INTEGER))
);
CREATE INDEX quotes_words ON quotes (
    length(lower(rtrim(ltrim(text, '“”„«»"''‘’`.,;:!?…-–— '), '“”„«»"''‘’`.,;:!?…-–— '))),
    substr(lower(rtrim(ltrim(text, '“”„«»"''‘’`.,;:!?…-–— '), '“”„«»"''‘’`.,;:!?…-–— ')), 9, 12),
    speaker_id
) WHERE kind = 2 AND length(text) >= 30;
CREATE INDEX quotes_role ON quotes (role) WHERE role IS NOT NULL;
CREATE INDEX quotes_via ON quotes (via) WHERE via IS NOT NULL;
CREATE INDEX quotes_said_on ON quotes (said_on) WHERE said_on > 0;
CREATE INDEX quotes_sureness ON quotes ((CAST(confidence * 1000 AS INTEGER)));

CREATE TABLE same_words (
    quote INTEGER NOT NULL,
    PRIMARY KEY (quote),
    FOREIGN KEY (quote) REFERENCES quotes (key) ON DELETE CASCADE
);

CREATE TABLE changes (
    key INTEGER NOT NULL,
    at TEXT NOT NULL,
    article_id TEXT NOT NULL,
    quote_id TEXT NOT NULL,
    what TEXT NOT NULL,
    run INTEGER NOT NULL,
    text TEXT NOT NULL,
    fields TEXT NOT NULL,
    PRIMARY KEY (key),
    FOREIGN KEY (run) REFERENCES runs (key)
);
CREATE INDEX changes_article ON changes (article_id);

CREATE TABLE speaker_words (
    word TEXT NOT NULL,
    speaker_id INTEGER NOT NULL,
    PRIMARY KEY (word, speaker_id),
    FOREIGN KEY (speaker_id) REFERENCES speakers (id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX speaker_words_speaker ON speaker_words (speaker_id);

CREATE TABLE speaker_keys (
    key TEXT NOT NULL,
    speaker_id INTEGER NOT NULL,
    PRIMARY KEY (key, speaker_id),
    FOREIGN KEY (speaker_id) REFERENCES speakers (id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX speaker_keys_speaker ON speaker_keys (speaker_id);

CREATE TABLE merges (
    one TEXT NOT NULL,
    other TEXT NOT NULL,
    state TEXT NOT NULL,
    by_hand BOOLEAN NOT NULL,
    why TEXT NOT NULL,
    PRIMARY KEY (one, other)
);
CREATE INDEX merges_other ON merges (other);

CREATE TABLE saying_keys (
    key INTEGER NOT NULL,
    quote INTEGER NOT NULL,
    PRIMARY KEY (key, quote)
) WITHOUT ROWID;

CREATE TABLE sayings (
    quote INTEGER NOT NULL,
    saying INTEGER NOT NULL,
    PRIMARY KEY (quote),
    FOREIGN KEY (quote) REFERENCES quotes (key) ON DELETE CASCADE
);
CREATE INDEX sayings_saying ON sayings (saying);

CREATE TABLE story_keys (
    key INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (key, article)
) WITHOUT ROWID;

CREATE TABLE stories (
    article INTEGER NOT NULL,
    story INTEGER NOT NULL,
    PRIMARY KEY (article),
    FOREIGN KEY (article) REFERENCES articles (key) ON DELETE CASCADE
);
CREATE INDEX stories_story ON stories (story);

CREATE TABLE waiting (first INTEGER NOT NULL, last INTEGER NOT NULL, PRIMARY KEY (first));

CREATE TABLE tally_speaker (
    speaker_id INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    act INTEGER NOT NULL,
    factuality INTEGER NOT NULL,
    many INTEGER NOT NULL,
    PRIMARY KEY (speaker_id, kind, act, factuality)
) WITHOUT ROWID;
CREATE INDEX tally_speaker_many ON tally_speaker (many);

CREATE TABLE tally_month (
    month INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    act INTEGER NOT NULL,
    factuality INTEGER NOT NULL,
    many INTEGER NOT NULL,
    PRIMARY KEY (month, kind, act, factuality)
) WITHOUT ROWID;

CREATE TABLE tally_publisher (
    publisher INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    act INTEGER NOT NULL,
    factuality INTEGER NOT NULL,
    many INTEGER NOT NULL,
    PRIMARY KEY (publisher, kind, act, factuality)
) WITHOUT ROWID;

CREATE TABLE tally_day (
    month INTEGER NOT NULL,
    day INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    act INTEGER NOT NULL,
    factuality INTEGER NOT NULL,
    many INTEGER NOT NULL,
    PRIMARY KEY (month, day, kind, act, factuality)
) WITHOUT ROWID;

CREATE TABLE tally_publisher_day (
    month INTEGER NOT NULL,
    publisher INTEGER NOT NULL,
    day INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    act INTEGER NOT NULL,
    factuality INTEGER NOT NULL,
    many INTEGER NOT NULL,
    PRIMARY KEY (month, publisher, day, kind, act, factuality)
) WITHOUT ROWID;

CREATE TABLE tally_speaker_day (
    month INTEGER NOT NULL,
    speaker_id INTEGER NOT NULL,
    day INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    act INTEGER NOT NULL,
    factuality INTEGER NOT NULL,
    many INTEGER NOT NULL,
    PRIMARY KEY (month, speaker_id, day, kind, act, factuality)
) WITHOUT ROWID;

CREATE TABLE tally_speaker_publisher (
    publisher INTEGER NOT NULL,
    speaker_id INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    act INTEGER NOT NULL,
    factuality INTEGER NOT NULL,
    many INTEGER NOT NULL,
    PRIMARY KEY (publisher, speaker_id, kind, act, factuality)
) WITHOUT ROWID;

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
