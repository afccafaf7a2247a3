-- Whether a quote was said, not said, or perhaps to be said. Older quotes count as said until their
-- articles are added again, and are found anew then: their digests fit no longer.

ALTER TABLE quotes ADD COLUMN factuality TEXT DEFAULT 'factual' NOT NULL;
UPDATE articles SET digest = '';
