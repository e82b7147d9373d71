-- What reports carry of the house, the language they speak and where their templates lie; which
-- reports have left the desk.

ALTER TABLE house ADD COLUMN methodology_url TEXT NOT NULL DEFAULT '';
ALTER TABLE house ADD COLUMN language TEXT NOT NULL DEFAULT 'en';
ALTER TABLE house ADD COLUMN logo TEXT NOT NULL DEFAULT '';
ALTER TABLE house ADD COLUMN templates TEXT NOT NULL DEFAULT '';

CREATE TABLE export (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    article TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
    format TEXT NOT NULL, part TEXT, audience TEXT NOT NULL, language TEXT NOT NULL,
    template TEXT NOT NULL, file TEXT NOT NULL, sha256 TEXT NOT NULL,
    checker TEXT REFERENCES checker (id) DEFERRABLE INITIALLY DEFERRED,
    made TEXT NOT NULL
) STRICT;
CREATE INDEX export_article ON export (article);
