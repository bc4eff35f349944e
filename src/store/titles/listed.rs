//! Titles as an edition lists them: what the search index and the export are made of.

use std::collections::HashMap;
use std::sync::Arc;

use slate_domain::company::Company;
use slate_domain::id::{CompanyId, EditionId, TitleId};
use slate_domain::listing::{Listing, ListingStatus, Participation};
use slate_domain::slug::Slug;
use slate_domain::title::Title;

use super::row::{TitleRow, select_title};
use super::whole;
use crate::store::bulk::select_in;
use crate::store::rows::{Column, number, text};
use crate::store::{Db, Result, Tx, companies, each, participations};

/// A title with what an edition says of it and of its company.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    pub title: Title,
    pub listing: Listing,
    /// Shared by its titles of one page.
    pub company: Arc<Company>,
    /// `None` where the company does not take part in the edition.
    pub participation: Option<Arc<Participation>>,
}

/// The titles an edition lists, by slug, after a slug or from the first, at most `limit`: pass the last
/// slug of a page to get the next one, until a page is empty. A listing that the organiser withholds is
/// not among them; a title's own status makes no difference. Pages of 500 to 2,000 are read fastest.
#[tracing::instrument(skip_all, fields(edition.id = %edition, limit), err)]
pub async fn listed_page(
    db: &Db,
    edition: &EditionId,
    after: Option<&Slug>,
    limit: u32,
) -> Result<Vec<(Title, Listing)>> {
    let mut tx = db.snapshot().await?;
    // Not a join: the titles have to be gone through by slug until the page is full, and a planner that
    // has no statistics yet, as after an import, begins with all listings of the edition and sorts.
    // Every slug is greater than ''.
    let rows: Vec<PageRow> = each!(&mut tx, conn =>
        sqlx::query_as(select_title!(
            ", (SELECT l.featured FROM listing l WHERE l.edition = $1 AND l.title = t.id) AS featured",
            "WHERE t.slug > $2 AND (SELECT 1 FROM listing l WHERE l.edition = $1 AND l.title = t.id \
             AND l.status = 'listed') IS NOT NULL ORDER BY t.slug LIMIT $3"
        ))
        .bind(edition.to_string())
        .bind(after.map_or("", Slug::as_str))
        .bind(i64::from(limit))
        .fetch_all(&mut *conn)
        .await?);
    with_featured(&mut tx, edition, rows).await
}

/// The same titles by id, which is the order in which they lie: for whoever reads them all and does not
/// mind the order, in a fraction of the time.
#[tracing::instrument(skip_all, fields(edition.id = %edition, limit), err)]
pub async fn listed_page_by_id(
    db: &Db,
    edition: &EditionId,
    after: Option<&TitleId>,
    limit: u32,
) -> Result<Vec<(Title, Listing)>> {
    let mut tx = db.snapshot().await?;
    let rows: Vec<PageRow> = each!(&mut tx, conn =>
        sqlx::query_as(select_title!(
            ", (SELECT l.featured FROM listing l WHERE l.edition = $1 AND l.title = t.id) AS featured",
            "WHERE t.id > $2 AND (SELECT 1 FROM listing l WHERE l.edition = $1 AND l.title = t.id \
             AND l.status = 'listed') IS NOT NULL ORDER BY t.id LIMIT $3"
        ))
        .bind(edition.to_string())
        .bind(after.map(TitleId::to_string).unwrap_or_default())
        .bind(i64::from(limit))
        .fetch_all(&mut *conn)
        .await?);
    with_featured(&mut tx, edition, rows).await
}

async fn with_featured(
    tx: &mut Tx,
    edition: &EditionId,
    rows: Vec<PageRow>,
) -> Result<Vec<(Title, Listing)>> {
    let mut featured = Vec::with_capacity(rows.len());
    let mut titles = Vec::with_capacity(rows.len());
    for row in rows {
        let boost = number::<u8, u8>("featured", row.featured);
        featured.push(boost.map_err(|reason| {
            reason.of_row("listing", format_args!("{edition} × {}", row.title.id()))
        })?);
        titles.push(row.title);
    }
    let with_listing = |(title, featured): (Title, u8)| {
        let listing = Listing {
            title: title.id,
            edition: *edition,
            status: ListingStatus::Listed,
            featured,
        };
        (title, listing)
    };
    Ok(whole(tx, titles)
        .await?
        .into_iter()
        .zip(featured)
        .map(with_listing)
        .collect())
}

/// Some titles as an edition has them, by slug, whatever their listing's status; those it has not are
/// left out. For whoever follows the change feed.
#[tracing::instrument(skip_all, fields(edition.id = %edition, ids = ids.len()), err)]
pub async fn listed(db: &Db, edition: &EditionId, ids: &[TitleId]) -> Result<Vec<Listed>> {
    let mut tx = db.snapshot().await?;
    let ids: Vec<String> = ids.iter().map(TitleId::to_string).collect();
    let mut rows = select_in!(
        &mut tx,
        ListedRow,
        select_title!(
            ", l.edition, l.status AS listing_status, l.featured",
            "JOIN listing l ON l.title = t.id WHERE t.id"
        ),
        &ids,
        ""
    );
    let wanted = edition.to_string();
    rows.retain(|row| row.edition == wanted);
    let mut titles = with_listings(&mut tx, rows).await?;
    titles.sort_by(|(a, _), (b, _)| a.slug.cmp(&b.slug));
    titles.dedup_by(|(a, _), (b, _)| a.id == b.id);

    let mut owners: Vec<CompanyId> = titles.iter().map(|(title, _)| title.company).collect();
    owners.sort_unstable();
    owners.dedup();
    let companies = companies::find(&mut tx, &owners).await?;
    let companies: HashMap<_, _> = companies
        .into_iter()
        .map(|(id, company)| (id, Arc::new(company)))
        .collect();
    let participations = participations::find(&mut tx, &owners).await?;
    let participations: HashMap<_, _> = participations
        .into_iter()
        .filter(|one| one.edition == *edition)
        .map(|one| (one.company, Arc::new(one)))
        .collect();
    // A title without its company cannot be: the schema refuses it.
    let whole = titles.into_iter().filter_map(|(title, listing)| {
        let company = Arc::clone(companies.get(&title.company)?);
        let participation = participations.get(&title.company).cloned();
        Some(Listed {
            title,
            listing,
            company,
            participation,
        })
    });
    Ok(whole.collect())
}

async fn with_listings(tx: &mut Tx, rows: Vec<ListedRow>) -> Result<Vec<(Title, Listing)>> {
    let mut listings = Vec::with_capacity(rows.len());
    let mut titles = Vec::with_capacity(rows.len());
    for row in rows {
        let listing = row.read();
        listings.push(listing.map_err(|reason| {
            reason.of_row(
                "listing",
                format_args!("{} × {}", row.edition, row.title.id()),
            )
        })?);
        titles.push(row.title);
    }
    Ok(whole(tx, titles).await?.into_iter().zip(listings).collect())
}

#[derive(sqlx::FromRow)]
struct PageRow {
    #[sqlx(flatten)]
    title: TitleRow,
    featured: i64,
}

#[derive(sqlx::FromRow)]
struct ListedRow {
    #[sqlx(flatten)]
    title: TitleRow,
    edition: String,
    listing_status: String,
    featured: i64,
}

impl ListedRow {
    fn read(&self) -> Column<Listing> {
        Ok(Listing {
            title: text("title", self.title.id())?,
            edition: text("edition", &self.edition)?,
            status: text("status", &self.listing_status)?,
            featured: number::<u8, u8>("featured", self.featured)?,
        })
    }
}
