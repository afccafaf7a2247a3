-- Articles, speakers, quotes, and the full-text index over them. `digest` tells whether a later
-- article is the same; spans are JSON lists of [start, end]. Each speaker (name, type, registry id)
-- is there once: SQLite's unique indexes let NULL in twice, hence two of them.

CREATE TABLE articles (
    id TEXT NOT NULL,
    title TEXT,
    date DATE,
    byline TEXT,
    url TEXT,
    publisher TEXT,
    digest TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX articles_date ON articles (date);

CREATE TABLE speakers (
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    type TEXT NOT NULL,
    registry_id TEXT,
    PRIMARY KEY (id)
);
CREATE UNIQUE INDEX speakers_known ON speakers (registry_id, name, type);
CREATE UNIQUE INDEX speakers_unknown ON speakers (name, type) WHERE registry_id IS NULL;

CREATE TABLE quotes (
    key INTEGER NOT NULL,
    id TEXT NOT NULL,
    article_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    act TEXT NOT NULL,
    text TEXT NOT NULL,
    content JSON NOT NULL,
    cue JSON NOT NULL,
    source JSON NOT NULL,
    cue_text TEXT,
    source_text TEXT,
    speaker_id INTEGER,
    role TEXT,
    via TEXT,
    said_on DATE,
    confidence FLOAT NOT NULL,
    PRIMARY KEY (key),
    FOREIGN KEY (article_id) REFERENCES articles (id),
    FOREIGN KEY (speaker_id) REFERENCES speakers (id)
);
CREATE UNIQUE INDEX quotes_id ON quotes (id);
CREATE UNIQUE INDEX quotes_article ON quotes (article_id, position);
CREATE INDEX quotes_speaker ON quotes (speaker_id);

CREATE VIEW quote_words AS
SELECT quotes.key AS key, quotes.text AS text, speakers.name AS speaker,
       quotes.role AS role, articles.title AS title
FROM quotes
JOIN articles ON articles.id = quotes.article_id
LEFT JOIN speakers ON speakers.id = quotes.speaker_id;

CREATE VIRTUAL TABLE quotes_fts USING fts5(
    text, speaker, role, title,
    content='quote_words', content_rowid='key', tokenize='unicode61 remove_diacritics 2'
);

CREATE TRIGGER quotes_inserted AFTER INSERT ON quotes BEGIN
    INSERT INTO quotes_fts (rowid, text, speaker, role, title)
    SELECT key, text, speaker, role, title FROM quote_words WHERE key = new.key;
END;

CREATE TRIGGER quotes_deleted BEFORE DELETE ON quotes BEGIN
    INSERT INTO quotes_fts (quotes_fts, rowid, text, speaker, role, title)
    SELECT 'delete', key, text, speaker, role, title FROM quote_words WHERE key = old.key;
END;
