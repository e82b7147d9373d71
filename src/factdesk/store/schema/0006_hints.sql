-- What a person says to what the program finds: hints that are not wanted, remarks that are set
-- aside, suggested questions that are dealt with, and how the desk wants its hints.

CREATE TABLE hintsettings (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    threshold REAL, hidden TEXT NOT NULL, lexicon TEXT NOT NULL
) STRICT;

CREATE TABLE dismissal (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    article TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
    sentence TEXT NOT NULL,
    start INTEGER NOT NULL CHECK (start >= 0), stop INTEGER NOT NULL CHECK (stop > start),
    exact TEXT NOT NULL,
    checker TEXT REFERENCES checker (id) DEFERRABLE INITIALLY DEFERRED,
    dismissed TEXT NOT NULL
) STRICT;
CREATE INDEX dismissal_article ON dismissal (article);

CREATE TABLE setaside (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    article TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
    claim TEXT REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
    remark TEXT NOT NULL, words TEXT NOT NULL, reason TEXT NOT NULL,
    checker TEXT REFERENCES checker (id) DEFERRABLE INITIALLY DEFERRED,
    put_aside TEXT NOT NULL
) STRICT;
CREATE INDEX setaside_article ON setaside (article);
CREATE INDEX setaside_claim ON setaside (claim) WHERE claim IS NOT NULL;

CREATE TABLE tick (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    claim TEXT NOT NULL REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
    question TEXT NOT NULL,
    checker TEXT REFERENCES checker (id) DEFERRABLE INITIALLY DEFERRED,
    ticked TEXT NOT NULL
) STRICT;
CREATE INDEX tick_claim ON tick (claim);
