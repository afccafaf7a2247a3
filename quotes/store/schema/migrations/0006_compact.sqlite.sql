-- Keys instead of names in all tables, words that many quotes share once, days as numbers, spans as
-- bytes; runs, changes, the history of articles, files that are known; the words of speakers' names.
--
-- Nothing is lost. What was found by an older version says so: `quotes add --refresh` finds it anew.
-- Which quotes are one saying stays; what sayings and stories are looked up by is made anew, article
-- by article, by the next `quotes add`.
--
-- New tables are made beside the old ones, filled, and take their places; `speakers`, `merges` and
-- `sayings` stay as they are. Functions that begin with "as_" are those of r0006_compact_sqlite.py.

DROP TRIGGER IF EXISTS quotes_inserted;
DROP TRIGGER IF EXISTS quotes_deleted;
DROP TABLE IF EXISTS quotes_fts;
DROP VIEW IF EXISTS quote_words;

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

CREATE TABLE waiting (first INTEGER NOT NULL, last INTEGER NOT NULL, PRIMARY KEY (first));

CREATE TABLE new_articles (
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
    text TEXT NOT NULL,
    PRIMARY KEY (key),
    FOREIGN KEY (run) REFERENCES runs (key),
    FOREIGN KEY (found_in) REFERENCES labels (key)
);

CREATE TABLE article_history (
    article INTEGER NOT NULL,
    version INTEGER NOT NULL,
    stored TEXT NOT NULL,
    facts TEXT NOT NULL,
    text TEXT,
    PRIMARY KEY (article, version),
    FOREIGN KEY (article) REFERENCES articles (key) ON DELETE CASCADE
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

CREATE TABLE new_quotes (
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

CREATE TABLE speaker_words (
    word TEXT NOT NULL,
    speaker_id INTEGER NOT NULL,
    PRIMARY KEY (word, speaker_id),
    FOREIGN KEY (speaker_id) REFERENCES speakers (id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE new_speaker_keys (
    key TEXT NOT NULL,
    speaker_id INTEGER NOT NULL,
    PRIMARY KEY (key, speaker_id),
    FOREIGN KEY (speaker_id) REFERENCES speakers (id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE new_saying_keys (
    key INTEGER NOT NULL,
    quote INTEGER NOT NULL,
    PRIMARY KEY (key, quote)
) WITHOUT ROWID;

CREATE TABLE new_story_keys (
    key INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (key, article)
) WITHOUT ROWID;

CREATE TABLE new_stories (
    article INTEGER NOT NULL,
    story INTEGER NOT NULL,
    PRIMARY KEY (article),
    FOREIGN KEY (article) REFERENCES articles (key) ON DELETE CASCADE
);

INSERT INTO runs
SELECT 1, 'before 0.4', '', '', strftime('%Y-%m-%dT%H:%M:%SZ', 'now')
WHERE EXISTS (SELECT 1 FROM articles);

INSERT INTO labels (value, folded)
SELECT value, as_folded(value) FROM (
    SELECT role AS value FROM quotes
    UNION SELECT affiliation FROM quotes
    UNION SELECT office FROM quotes
    UNION SELECT via FROM quotes
    UNION SELECT cue_text FROM quotes
    UNION SELECT source_text FROM quotes
    UNION SELECT as_places(found_in) FROM articles
) WHERE value IS NOT NULL;

INSERT INTO new_articles
SELECT articles.rowid, id, title, CAST(replace(coalesce(date, ''), '-', '') AS INTEGER), byline,
       url, publisher, as_digest(text, title, date, byline, url, publisher), 1, 1,
       strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), labels.key, text
FROM articles JOIN labels ON labels.value = as_places(found_in);

INSERT INTO new_quotes
SELECT quotes.key, as_id(quotes.id), old.rowid,
       CAST(replace(coalesce(old.date, ''), '-', '') AS INTEGER),
       CASE quotes.kind WHEN 'indirect' THEN 0 WHEN 'mixed' THEN 1 ELSE 2 END,
       quotes.act = 'thought',
       CASE quotes.factuality WHEN 'factual' THEN 0 WHEN 'negated' THEN 1 ELSE 2 END,
       quotes.speaker_id, role_label.key, affiliation_label.key, office_label.key, via_label.key,
       CAST(replace(coalesce(quotes.said_on, ''), '-', '') AS INTEGER), quotes.confidence,
       as_spans(content), as_spans(cue), as_spans(source), cue_text_label.key,
       source_text_label.key, quotes.text,
       as_odd(quotes.text, speakers.name, quotes.role, old.title)
FROM quotes
JOIN articles AS old ON old.id = quotes.article_id
LEFT JOIN speakers ON speakers.id = quotes.speaker_id
LEFT JOIN labels AS role_label ON role_label.value = quotes.role
LEFT JOIN labels AS affiliation_label ON affiliation_label.value = quotes.affiliation
LEFT JOIN labels AS office_label ON office_label.value = quotes.office
LEFT JOIN labels AS via_label ON via_label.value = quotes.via
LEFT JOIN labels AS cue_text_label ON cue_text_label.value = quotes.cue_text
LEFT JOIN labels AS source_text_label ON source_text_label.value = quotes.source_text
ORDER BY quotes.key;

INSERT INTO new_speaker_keys SELECT key, speaker_id FROM speaker_keys;

INSERT INTO new_stories
SELECT old.rowid, stories.story FROM stories JOIN articles AS old ON old.id = stories.article;

INSERT INTO speaker_words
SELECT DISTINCT words.value, speakers.id FROM speakers, json_each(as_words(folded)) AS words;

INSERT INTO waiting SELECT min(key), max(key) FROM new_articles HAVING count(*) > 0;

DROP TABLE quotes;
DROP TABLE stories;
DROP TABLE story_keys;
DROP TABLE saying_keys;
DROP TABLE speaker_keys;
DROP TABLE articles;
ALTER TABLE new_articles RENAME TO articles;
ALTER TABLE new_quotes RENAME TO quotes;
ALTER TABLE new_speaker_keys RENAME TO speaker_keys;
ALTER TABLE new_saying_keys RENAME TO saying_keys;
ALTER TABLE new_story_keys RENAME TO story_keys;
ALTER TABLE new_stories RENAME TO stories;

CREATE INDEX speakers_folded ON speakers (folded);
CREATE INDEX articles_date ON articles (date DESC);
CREATE UNIQUE INDEX articles_id ON articles (id);
CREATE INDEX articles_run ON articles (run);
CREATE INDEX quotes_article ON quotes (article);
CREATE UNIQUE INDEX quotes_id ON quotes (id);
CREATE INDEX quotes_speaker ON quotes (speaker_id, day DESC);
CREATE INDEX speaker_words_speaker ON speaker_words (speaker_id);
CREATE INDEX speaker_keys_speaker ON speaker_keys (speaker_id);
CREATE INDEX stories_story ON stories (story);
