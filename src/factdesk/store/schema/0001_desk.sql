-- The first desk. Every table that holds a record has the record's fields as columns, `id` made by
-- the program, and `key`, which only the search tables use. Foreign keys are deferred, so that the
-- changes of an edit may come in any order. Nothing cascades: an edit names every death.

CREATE TABLE house (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL, publisher_url TEXT NOT NULL, corrections_url TEXT NOT NULL,
    mode TEXT NOT NULL,
    scale TEXT NOT NULL REFERENCES scale (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE checker (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL, initials TEXT NOT NULL
) STRICT;

CREATE TABLE scale (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL, language TEXT NOT NULL, ratings TEXT NOT NULL, public INTEGER NOT NULL
) STRICT;

CREATE TABLE article (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL, slug TEXT NOT NULL, dek TEXT NOT NULL, authors TEXT NOT NULL,
    publisher TEXT NOT NULL, url TEXT NOT NULL, canonical_url TEXT NOT NULL,
    published TEXT NOT NULL, modified TEXT NOT NULL, section TEXT NOT NULL,
    language TEXT NOT NULL, mode TEXT NOT NULL,
    scale TEXT NOT NULL REFERENCES scale (id) DEFERRABLE INITIALLY DEFERRED,
    added TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX article_slug ON article (slug);
CREATE INDEX article_title ON article (title COLLATE NOCASE);
CREATE INDEX article_published ON article (published);

CREATE TABLE original (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    media_type TEXT NOT NULL, content BLOB NOT NULL
) STRICT;

CREATE TABLE version (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    article TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
    number INTEGER NOT NULL CHECK (number >= 1),
    text TEXT NOT NULL, sha256 TEXT NOT NULL, blocks TEXT NOT NULL, left_out TEXT NOT NULL,
    original TEXT NOT NULL REFERENCES original (id) DEFERRABLE INITIALLY DEFERRED,
    source_name TEXT NOT NULL, read_with TEXT NOT NULL, warnings TEXT NOT NULL,
    added TEXT NOT NULL,
    UNIQUE (article, number)
) STRICT;
CREATE INDEX version_original ON version (original);
CREATE TRIGGER version_never_changes BEFORE UPDATE ON version
BEGIN SELECT RAISE (ABORT, 'a version never changes'); END;

CREATE TABLE claimant (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL, role TEXT NOT NULL, url TEXT NOT NULL
) STRICT;
CREATE INDEX claimant_name ON claimant (name);

CREATE TABLE claim (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    article TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
    number INTEGER NOT NULL CHECK (number >= 1),
    wording TEXT NOT NULL, kind TEXT,
    claimant TEXT REFERENCES claimant (id) DEFERRABLE INITIALLY DEFERRED,
    claimed_on TEXT, state TEXT NOT NULL, rationale TEXT NOT NULL, marked TEXT NOT NULL,
    UNIQUE (article, number)
) STRICT;

-- The highest reference each article ever gave: it never goes back, not even when a claim is undone.
CREATE TABLE reference (
    article TEXT PRIMARY KEY, last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER reference_never_goes_back AFTER INSERT ON claim
BEGIN
    INSERT INTO reference (article, last) VALUES (new.article, new.number)
    ON CONFLICT (article) DO UPDATE SET last = max(last, excluded.last);
END;

CREATE TABLE anchor (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    claim TEXT NOT NULL REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
    version TEXT NOT NULL REFERENCES version (id) DEFERRABLE INITIALLY DEFERRED,
    start INTEGER NOT NULL CHECK (start >= 0), stop INTEGER NOT NULL CHECK (stop > start),
    exact TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL,
    role TEXT NOT NULL, status TEXT NOT NULL
) STRICT;
CREATE INDEX anchor_claim ON anchor (claim, version);
CREATE INDEX anchor_version ON anchor (version);

CREATE TABLE verdict (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    claim TEXT NOT NULL REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
    number INTEGER NOT NULL CHECK (number >= 1),
    scale TEXT NOT NULL REFERENCES scale (id) DEFERRABLE INITIALLY DEFERRED,
    rating TEXT NOT NULL, label TEXT NOT NULL, value INTEGER, place TEXT NOT NULL,
    rationale TEXT NOT NULL, basis TEXT NOT NULL,
    checker TEXT REFERENCES checker (id) DEFERRABLE INITIALLY DEFERRED,
    given TEXT NOT NULL, withdrawn TEXT,
    UNIQUE (claim, number)
) STRICT;
CREATE TRIGGER verdict_never_changes
BEFORE UPDATE OF id, claim, number, scale, rating, label, value, place, rationale, basis, checker,
    given ON verdict
WHEN (old.id, old.claim, old.number, old.scale, old.rating, old.label, old.value, old.place,
      old.rationale, old.basis, old.checker, old.given)
  IS NOT (new.id, new.claim, new.number, new.scale, new.rating, new.label, new.value, new.place,
      new.rationale, new.basis, new.checker, new.given)
BEGIN SELECT RAISE (ABORT, 'a verdict never changes, it is superseded'); END;

CREATE TABLE source (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL, title TEXT NOT NULL, authors TEXT NOT NULL, container TEXT NOT NULL,
    publisher TEXT NOT NULL, issued TEXT, url TEXT NOT NULL, doi TEXT NOT NULL,
    source_class TEXT, confidential INTEGER NOT NULL, added TEXT NOT NULL
) STRICT;
CREATE INDEX source_url ON source (url) WHERE url <> '';

CREATE TABLE evidence (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    claim TEXT NOT NULL REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
    source TEXT NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
    number INTEGER NOT NULL, stance TEXT NOT NULL, quote TEXT NOT NULL, locator TEXT NOT NULL,
    accessed TEXT NOT NULL, visibility TEXT NOT NULL, note TEXT NOT NULL, added TEXT NOT NULL,
    UNIQUE (claim, number)
) STRICT;
CREATE INDEX evidence_source ON evidence (source);

CREATE TABLE note (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    claim TEXT NOT NULL REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL,
    checker TEXT REFERENCES checker (id) DEFERRABLE INITIALLY DEFERRED,
    written TEXT NOT NULL
) STRICT;
CREATE INDEX note_claim ON note (claim);

-- Who did what, when; written in the transaction of the edit itself.
CREATE TABLE journal (
    seq INTEGER PRIMARY KEY, title TEXT NOT NULL, checker TEXT, made TEXT NOT NULL
) STRICT;
CREATE TABLE journal_change (
    seq INTEGER NOT NULL REFERENCES journal (seq), position INTEGER NOT NULL,
    type TEXT NOT NULL, record TEXT NOT NULL, before TEXT, after TEXT,
    PRIMARY KEY (seq, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX journal_record ON journal_change (record);

-- Search. External content: the words are stored once.
CREATE VIRTUAL TABLE version_search USING fts5
    (text, content = 'version', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER version_found AFTER INSERT ON version
BEGIN INSERT INTO version_search (rowid, text) VALUES (new.key, new.text); END;
CREATE TRIGGER version_lost AFTER DELETE ON version
BEGIN INSERT INTO version_search (version_search, rowid, text) VALUES ('delete', old.key, old.text);
END;

CREATE VIRTUAL TABLE article_search USING fts5
    (title, dek, authors, publisher, content = 'article', content_rowid = 'key',
     tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER article_found AFTER INSERT ON article
BEGIN
    INSERT INTO article_search (rowid, title, dek, authors, publisher)
    VALUES (new.key, new.title, new.dek, new.authors, new.publisher);
END;
CREATE TRIGGER article_lost AFTER DELETE ON article
BEGIN
    INSERT INTO article_search (article_search, rowid, title, dek, authors, publisher)
    VALUES ('delete', old.key, old.title, old.dek, old.authors, old.publisher);
END;
CREATE TRIGGER article_changed AFTER UPDATE OF title, dek, authors, publisher ON article
BEGIN
    INSERT INTO article_search (article_search, rowid, title, dek, authors, publisher)
    VALUES ('delete', old.key, old.title, old.dek, old.authors, old.publisher);
    INSERT INTO article_search (rowid, title, dek, authors, publisher)
    VALUES (new.key, new.title, new.dek, new.authors, new.publisher);
END;

CREATE VIRTUAL TABLE claim_search USING fts5
    (wording, rationale, content = 'claim', content_rowid = 'key',
     tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER claim_found AFTER INSERT ON claim
WHEN new.wording <> '' OR new.rationale <> ''
BEGIN
    INSERT INTO claim_search (rowid, wording, rationale)
    VALUES (new.key, new.wording, new.rationale);
END;
CREATE TRIGGER claim_lost AFTER DELETE ON claim
WHEN old.wording <> '' OR old.rationale <> ''
BEGIN
    INSERT INTO claim_search (claim_search, rowid, wording, rationale)
    VALUES ('delete', old.key, old.wording, old.rationale);
END;
CREATE TRIGGER claim_lost_words AFTER UPDATE OF wording, rationale ON claim
WHEN old.wording <> '' OR old.rationale <> ''
BEGIN
    INSERT INTO claim_search (claim_search, rowid, wording, rationale)
    VALUES ('delete', old.key, old.wording, old.rationale);
END;
CREATE TRIGGER claim_found_words AFTER UPDATE OF wording, rationale ON claim
WHEN new.wording <> '' OR new.rationale <> ''
BEGIN
    INSERT INTO claim_search (rowid, wording, rationale)
    VALUES (new.key, new.wording, new.rationale);
END;

CREATE VIRTUAL TABLE source_search USING fts5
    (title, authors, container, publisher, url, content = 'source', content_rowid = 'key',
     tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER source_found AFTER INSERT ON source
BEGIN
    INSERT INTO source_search (rowid, title, authors, container, publisher, url)
    VALUES (new.key, new.title, new.authors, new.container, new.publisher, new.url);
END;
CREATE TRIGGER source_lost AFTER DELETE ON source
BEGIN
    INSERT INTO source_search (source_search, rowid, title, authors, container, publisher, url)
    VALUES ('delete', old.key, old.title, old.authors, old.container, old.publisher, old.url);
END;
CREATE TRIGGER source_changed AFTER UPDATE ON source
BEGIN
    INSERT INTO source_search (source_search, rowid, title, authors, container, publisher, url)
    VALUES ('delete', old.key, old.title, old.authors, old.container, old.publisher, old.url);
    INSERT INTO source_search (rowid, title, authors, container, publisher, url)
    VALUES (new.key, new.title, new.authors, new.container, new.publisher, new.url);
END;

CREATE VIRTUAL TABLE evidence_search USING fts5
    (quote, note, content = 'evidence', content_rowid = 'key',
     tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER evidence_found AFTER INSERT ON evidence
BEGIN
    INSERT INTO evidence_search (rowid, quote, note) VALUES (new.key, new.quote, new.note);
END;
CREATE TRIGGER evidence_lost AFTER DELETE ON evidence
BEGIN
    INSERT INTO evidence_search (evidence_search, rowid, quote, note)
    VALUES ('delete', old.key, old.quote, old.note);
END;
CREATE TRIGGER evidence_changed AFTER UPDATE OF quote, note ON evidence
BEGIN
    INSERT INTO evidence_search (evidence_search, rowid, quote, note)
    VALUES ('delete', old.key, old.quote, old.note);
    INSERT INTO evidence_search (rowid, quote, note) VALUES (new.key, new.quote, new.note);
END;
