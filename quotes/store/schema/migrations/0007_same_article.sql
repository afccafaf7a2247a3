-- By what an article is known again that is read once more: its address, its text, its place; and
-- digests of half the length, which make room for it. Of articles that are there the place is not
-- known; the keys of their addresses and texts are filled in by r0007_same_article.py.

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

UPDATE articles SET digest = substr(digest, 1, 16);
