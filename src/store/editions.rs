//! Editions, one of which is the current one.

use slate_domain::date::Date;
use slate_domain::edition::Edition;
use slate_domain::id::EditionId;

use super::bulk::{self, Cell, Table};
use super::changes::{Entity, NewChange};
use super::rows::{Column, json, optional, text, to_json, window};
use super::{Db, Result, Tx, each};

macro_rules! select_edition {
    ($rest:literal) => {
        concat!(
            "SELECT id, slug, name, names, venue, time_zone, season_from, season_until, market_days, halls, \
             languages, currencies FROM edition ",
            $rest
        )
    };
}

/// The edition that visitors see.
#[tracing::instrument(skip_all, err)]
pub async fn current(db: &Db) -> Result<Option<Edition>> {
    let row: Option<EditionRow> = each!(db, pool =>
        sqlx::query_as(select_edition!("WHERE is_current = 1")).fetch_optional(pool).await?);
    row.map(EditionRow::into_edition).transpose()
}

/// Every edition, by slug.
#[tracing::instrument(skip_all, err)]
pub async fn all(db: &Db) -> Result<Vec<Edition>> {
    let rows: Vec<EditionRow> = each!(db, pool =>
        sqlx::query_as(select_edition!("ORDER BY slug")).fetch_all(pool).await?);
    rows.into_iter().map(EditionRow::into_edition).collect()
}

/// The edition of an id, within a transaction.
pub async fn find(tx: &mut Tx, id: &EditionId) -> Result<Option<Edition>> {
    let row: Option<EditionRow> = each!(tx, conn =>
        sqlx::query_as(select_edition!("WHERE id = $1")).bind(id.to_string()).fetch_optional(&mut *conn).await?);
    row.map(EditionRow::into_edition).transpose()
}

static EDITION: Table = Table {
    name: "edition",
    key: &["id"],
    columns: &[
        "id",
        "slug",
        "is_current",
        "name",
        "names",
        "venue",
        "time_zone",
        "season_from",
        "season_until",
        "market_days",
        "halls",
        "languages",
        "currencies",
    ],
    computed: &[],
};

/// Writes an edition. When it is the current one, another no longer is.
#[tracing::instrument(skip_all, fields(edition.id = %edition.id, current), err)]
pub async fn put(tx: &mut Tx, edition: &Edition, current: bool) -> Result<()> {
    if current {
        let retired: Option<String> = each!(tx, conn =>
            sqlx::query_scalar("UPDATE edition SET is_current = NULL WHERE is_current = 1 AND id <> $1 RETURNING id")
                .bind(edition.id.to_string())
                .fetch_optional(&mut *conn)
                .await?);
        if let Some(retired) = retired {
            tx.changed(NewChange::put(Entity::Edition, retired));
        }
    }
    let day = |day: Option<Date>| day.map(|day| day.to_string());
    let row: [Cell<'_>; 13] = [
        edition.id.to_string().into(),
        edition.slug.as_str().into(),
        current.then_some(1).into(),
        edition.name.as_str().into(),
        to_json(&edition.names)?.into(),
        edition.venue.as_ref().map(AsRef::<str>::as_ref).into(),
        edition.time_zone.as_str().into(),
        day(edition.season.from()).into(),
        day(edition.season.until()).into(),
        to_json(&edition.market_days)?.into(),
        to_json(&edition.halls)?.into(),
        to_json(&edition.languages)?.into(),
        to_json(&edition.currencies)?.into(),
    ];
    tx.changed(NewChange::put(Entity::Edition, edition.id));
    bulk::put(tx, &EDITION, &[row]).await
}

#[derive(sqlx::FromRow)]
struct EditionRow {
    id: String,
    slug: String,
    name: String,
    names: String,
    venue: Option<String>,
    time_zone: String,
    season_from: Option<String>,
    season_until: Option<String>,
    market_days: String,
    halls: String,
    languages: String,
    currencies: String,
}

impl EditionRow {
    fn into_edition(self) -> Result<Edition> {
        self.read()
            .map_err(|reason| reason.of_row("edition", &self.id))
    }

    fn read(&self) -> Column<Edition> {
        Ok(Edition {
            id: text("id", &self.id)?,
            slug: text("slug", &self.slug)?,
            name: text("name", &self.name)?,
            names: json("names", &self.names)?,
            venue: optional("venue", self.venue.as_deref())?,
            time_zone: text("time_zone", &self.time_zone)?,
            season: window(
                ["season_from", "season_until"],
                self.season_from.as_deref(),
                self.season_until.as_deref(),
            )?,
            market_days: json("market_days", &self.market_days)?,
            halls: json("halls", &self.halls)?,
            languages: json("languages", &self.languages)?,
            currencies: json("currencies", &self.currencies)?,
        })
    }
}
