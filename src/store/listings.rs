//! Which titles are part of which edition's catalogue.

use slate_domain::id::EditionId;
use slate_domain::listing::Listing;

use super::bulk::{self, Cell, Table};
use super::changes::{Entity, NewChange};
use super::rows::{Column, number, text};
use super::{Db, Result, Tx, each};

/// Every listing of an edition, whatever its status, by the title's id.
#[tracing::instrument(skip_all, fields(edition.id = %edition), err)]
pub async fn of_edition(db: &Db, edition: &EditionId) -> Result<Vec<Listing>> {
    let rows: Vec<ListingRow> = each!(db, pool =>
        sqlx::query_as("SELECT edition, title, status, featured FROM listing WHERE edition = $1 ORDER BY title")
            .bind(edition.to_string())
            .fetch_all(pool)
            .await?);
    rows.into_iter().map(ListingRow::into_listing).collect()
}

/// How many titles an edition has, whatever their status.
#[tracing::instrument(skip_all, fields(edition.id = %edition), err)]
pub async fn count(db: &Db, edition: &EditionId) -> Result<u64> {
    let count: i64 = each!(db, pool =>
        sqlx::query_scalar("SELECT COUNT(*) FROM listing WHERE edition = $1")
            .bind(edition.to_string())
            .fetch_one(pool)
            .await?);
    Ok(count.unsigned_abs())
}

static LISTING: Table = Table {
    name: "listing",
    key: &["edition", "title"],
    columns: &["edition", "title", "status", "featured"],
    computed: &[],
};

/// Writes listings, new ones and ones that are there.
#[tracing::instrument(skip_all, fields(listings = listings.len()), err)]
pub async fn put(tx: &mut Tx, listings: &[Listing]) -> Result<()> {
    let listings = bulk::last_of_each(listings, |listing| (listing.edition, listing.title));
    let mut rows: Vec<[Cell<'_>; 4]> = Vec::with_capacity(listings.len());
    for listing in listings {
        rows.push([
            listing.edition.to_string().into(),
            listing.title.to_string().into(),
            listing.status.code().into(),
            i64::from(listing.featured).into(),
        ]);
        tx.changed(NewChange::put_in(
            Entity::Listing,
            listing.edition,
            listing.title,
        ));
    }
    bulk::put(tx, &LISTING, &rows).await
}

#[derive(sqlx::FromRow)]
struct ListingRow {
    edition: String,
    title: String,
    status: String,
    featured: i64,
}

impl ListingRow {
    fn into_listing(self) -> Result<Listing> {
        let id = format_args!("{} × {}", self.edition, self.title);
        self.read().map_err(|reason| reason.of_row("listing", id))
    }

    fn read(&self) -> Column<Listing> {
        Ok(Listing {
            edition: text("edition", &self.edition)?,
            title: text("title", &self.title)?,
            status: text("status", &self.status)?,
            featured: number::<u8, u8>("featured", self.featured)?,
        })
    }
}
