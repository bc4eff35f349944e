-- The catalogue: editions, companies and their people, titles with what belongs to them, and the
-- change feed.
--
-- Runs unchanged on SQLite and on PostgreSQL. Ids are UUIDs version 7 in lower-case hexadecimal, times
-- are milliseconds since 1970, days are YYYY-MM-DD, flags and numbers are BIGINT. COLLATE "binary"
-- stands on text that is sorted or compared by order, so that both databases agree about it: slugs.
-- Lists and texts that belong to one row alone, and that nothing is looked up by, are JSON in TEXT,
-- never NULL; what is empty is '[]' or '{}'. Codes of lists that grow (category, stage, genre …) are
-- checked by the program; those a rule depends on are checked here as well.

CREATE TABLE edition (
    id          TEXT NOT NULL PRIMARY KEY,
    slug        TEXT COLLATE "binary" NOT NULL UNIQUE,
    -- 1 for the edition that visitors see, NULL for the others: UNIQUE lets one row be 1.
    is_current  BIGINT UNIQUE CHECK (is_current = 1),
    name        TEXT NOT NULL,
    names       TEXT NOT NULL,
    venue       TEXT,
    time_zone   TEXT NOT NULL,
    season_from  TEXT,
    season_until TEXT,
    market_days TEXT NOT NULL,
    halls       TEXT NOT NULL,
    languages   TEXT NOT NULL,
    currencies  TEXT NOT NULL,
    CHECK (season_from IS NULL OR season_until IS NULL OR season_from <= season_until)
);

-- Outlives the editions it takes part in.
CREATE TABLE company (
    id      TEXT NOT NULL PRIMARY KEY,
    slug    TEXT COLLATE "binary" NOT NULL UNIQUE,
    name    TEXT NOT NULL,
    names   TEXT NOT NULL,
    country TEXT,
    kinds   TEXT NOT NULL,
    profile TEXT NOT NULL,
    website TEXT,
    created BIGINT NOT NULL,
    updated BIGINT NOT NULL
);

CREATE TABLE person (
    id      TEXT NOT NULL PRIMARY KEY,
    company TEXT NOT NULL REFERENCES company (id),
    name    TEXT NOT NULL,
    names   TEXT NOT NULL,
    job     TEXT
);

-- A company's page lists its people.
CREATE INDEX person_company ON person (company);

-- Company × edition. The edition comes first in the key: it is what one looks for.
CREATE TABLE participation (
    edition  TEXT NOT NULL REFERENCES edition (id),
    company  TEXT NOT NULL REFERENCES company (id),
    role     TEXT NOT NULL CHECK (role IN ('exhibitor', 'buyer', 'both')),
    approval TEXT NOT NULL CHECK (approval IN ('pending', 'approved', 'refused')),
    booth    TEXT,
    PRIMARY KEY (edition, company)
);

CREATE INDEX participation_company ON participation (company);

-- Outlives the editions it is listed in.
CREATE TABLE title (
    id                   TEXT NOT NULL PRIMARY KEY,
    slug                 TEXT COLLATE "binary" NOT NULL UNIQUE,
    -- Where it came from. Several NULLs are no violation of UNIQUE.
    source_id            TEXT UNIQUE,
    company              TEXT NOT NULL REFERENCES company (id),
    category             TEXT NOT NULL,
    stage                TEXT NOT NULL,
    status               TEXT NOT NULL CHECK (status IN ('draft', 'in-review', 'published', 'withdrawn')),
    original             TEXT NOT NULL,
    original_language    TEXT,
    texts                TEXT NOT NULL,
    genres               TEXT NOT NULL,
    keywords             TEXT NOT NULL,
    countries            TEXT NOT NULL,
    languages            TEXT NOT NULL,
    subtitles            TEXT NOT NULL,
    year                 BIGINT CHECK (year BETWEEN 1850 AND 2200),
    released             TEXT,
    runtime              BIGINT CHECK (runtime > 0),
    episodes             BIGINT CHECK (episodes > 0),
    budget_amount        BIGINT CHECK (budget_amount >= 0),
    budget_currency      TEXT,
    financed             BIGINT CHECK (financed BETWEEN 0 AND 100),
    looking_for          TEXT NOT NULL,
    audience             TEXT,
    rating               TEXT,
    credits              TEXT NOT NULL,
    festivals            TEXT NOT NULL,
    budget_visibility    TEXT NOT NULL CHECK (budget_visibility IN ('public', 'members', 'on-request', 'own-company')),
    financing_visibility TEXT NOT NULL CHECK (financing_visibility IN ('public', 'members', 'on-request', 'own-company')),
    avails_visibility    TEXT NOT NULL CHECK (avails_visibility IN ('public', 'members', 'on-request', 'own-company')),
    -- Counts up whenever avails or the ledger change. Whoever sells compares it in the same statement
    -- that raises it, so that of two sales that looked at the same rights one fails.
    rights_version       BIGINT NOT NULL CHECK (rights_version > 0),
    created              BIGINT NOT NULL,
    updated              BIGINT NOT NULL,
    published            BIGINT,
    -- A sum has a currency, and a currency a sum.
    CHECK ((budget_amount IS NULL) = (budget_currency IS NULL))
);

-- A company's slate.
CREATE INDEX title_company ON title (company);

-- EIDR, ISAN, IMDb: one of each for a title, and none for two titles.
CREATE TABLE title_identifier (
    title    TEXT NOT NULL REFERENCES title (id) ON DELETE CASCADE,
    scheme   TEXT NOT NULL CHECK (scheme IN ('eidr', 'isan', 'imdb')),
    value    TEXT NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (title, scheme),
    UNIQUE (scheme, value)
);

CREATE TABLE material (
    id       TEXT NOT NULL PRIMARY KEY,
    title    TEXT NOT NULL REFERENCES title (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    kind     TEXT NOT NULL,
    access   TEXT NOT NULL CHECK (access IN ('public', 'members', 'on-request', 'own-company')),
    -- Either somebody else's address or a key of the media store.
    url      TEXT,
    stored   TEXT,
    label    TEXT,
    language TEXT,
    seconds  BIGINT CHECK (seconds >= 0),
    UNIQUE (title, position),
    CHECK ((url IS NULL) <> (stored IS NULL))
);

-- What is offered. An open end of the window is NULL.
CREATE TABLE avail (
    title          TEXT NOT NULL REFERENCES title (id) ON DELETE CASCADE,
    position       BIGINT NOT NULL,
    id             TEXT UNIQUE,
    rights         TEXT NOT NULL CHECK (rights <> ''),
    territories    TEXT NOT NULL CHECK (territories <> ''),
    from_day       TEXT,
    until_day      TEXT,
    exclusivity    TEXT NOT NULL CHECK (exclusivity IN ('exclusive', 'non-exclusive')),
    languages      TEXT NOT NULL,
    holdback_until TEXT,
    holdback_note  TEXT,
    PRIMARY KEY (title, position),
    CHECK (from_day IS NULL OR until_day IS NULL OR from_day <= until_day),
    CHECK (holdback_note IS NULL OR holdback_until IS NOT NULL)
);

-- What is granted or held. A ledger: entries are added and never changed or deleted; one that no
-- longer holds is voided, and what stood there can still be read. Territories are countries, not
-- groups: a group that changes later does not change a contract.
CREATE TABLE rights_ledger (
    title       TEXT NOT NULL REFERENCES title (id),
    entry       BIGINT NOT NULL CHECK (entry > 0),
    kind        TEXT NOT NULL CHECK (kind IN ('granted', 'option', 'holdback')),
    rights      TEXT NOT NULL,
    territories TEXT NOT NULL,
    from_day    TEXT,
    until_day   TEXT,
    exclusivity TEXT NOT NULL CHECK (exclusivity IN ('exclusive', 'non-exclusive')),
    languages   TEXT NOT NULL,
    entered     BIGINT NOT NULL,
    voided      BIGINT,
    PRIMARY KEY (title, entry),
    CHECK (from_day IS NULL OR until_day IS NULL OR from_day <= until_day)
);

-- Title × edition.
CREATE TABLE listing (
    edition  TEXT NOT NULL REFERENCES edition (id),
    title    TEXT NOT NULL REFERENCES title (id),
    status   TEXT NOT NULL CHECK (status IN ('listed', 'withheld')),
    featured BIGINT NOT NULL CHECK (featured BETWEEN 0 AND 255),
    PRIMARY KEY (edition, title)
);

-- Whether and how an edition lists a title, asked for each title of a page: answered by the index alone.
CREATE INDEX listing_title ON listing (title, edition, status, featured);

-- Everything that was written, in the order in which it was committed. Search index, page cache and
-- other nodes follow it.
CREATE TABLE change_feed (
    number  BIGINT NOT NULL PRIMARY KEY CHECK (number > 0),
    at      BIGINT NOT NULL,
    entity  TEXT NOT NULL CHECK (entity IN ('title', 'company', 'edition', 'person', 'participation', 'listing')),
    -- Of a participation the company's, of a listing the title's.
    id      TEXT NOT NULL,
    -- Of a participation and a listing.
    edition TEXT,
    action  TEXT NOT NULL CHECK (action IN ('put', 'delete')),
    CHECK ((edition IS NOT NULL) = (entity IN ('participation', 'listing')))
);

-- The last number given. Raised as the last act of each transaction that writes, whose commit lets go
-- of the row: so the numbers have no gaps and are in the order of the commits. A sequence has gaps, and
-- gives a slow transaction a smaller number than a later one that readers have seen already.
CREATE TABLE change_counter (
    one  BIGINT NOT NULL PRIMARY KEY CHECK (one = 1),
    last BIGINT NOT NULL CHECK (last >= 0)
);

INSERT INTO change_counter (one, last) VALUES (1, 0);
