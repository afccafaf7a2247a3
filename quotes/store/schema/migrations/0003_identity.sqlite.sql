-- What a role belongs to, the office that the registry knows, and which speakers are one person:
-- `state` is merged, suggested or split. Older quotes have neither, and older speakers stay apart,
-- until their articles are added again; they are found anew then: their digests fit no longer.

ALTER TABLE quotes ADD COLUMN affiliation TEXT;
ALTER TABLE quotes ADD COLUMN office TEXT;

CREATE TABLE speaker_keys (
    key TEXT NOT NULL,
    speaker_id INTEGER NOT NULL,
    PRIMARY KEY (key, speaker_id),
    FOREIGN KEY (speaker_id) REFERENCES speakers (id) ON DELETE CASCADE
);
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

UPDATE articles SET digest = '';
