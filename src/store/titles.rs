//! Titles with everything that belongs to them: identifiers, materials, avails and the ledger of rights.

mod children;
mod ledger;
mod listed;
mod row;
mod write;

use std::collections::{HashMap, HashSet};

use slate_domain::id::TitleId;
use slate_domain::identifier::Identifier;
use slate_domain::slug::Slug;
use slate_domain::title::{SourceId, Title};

pub use listed::{Listed, listed, listed_page, listed_page_by_id};
pub use write::put;

use super::bulk::select_in;
use super::{Db, Result, Tx, each};
use row::{TitleRow, select_title};

#[tracing::instrument(skip_all, fields(title.id = %id), err)]
pub async fn by_id(db: &Db, id: &TitleId) -> Result<Option<Title>> {
    let mut tx = db.snapshot().await?;
    let row: Option<TitleRow> = each!(&mut tx, conn =>
        sqlx::query_as(select_title!("WHERE t.id = $1")).bind(id.to_string()).fetch_optional(&mut *conn).await?);
    one(&mut tx, row).await
}

#[tracing::instrument(skip_all, fields(title.slug = %slug), err)]
pub async fn by_slug(db: &Db, slug: &Slug) -> Result<Option<Title>> {
    let mut tx = db.snapshot().await?;
    let row: Option<TitleRow> = each!(&mut tx, conn =>
        sqlx::query_as(select_title!("WHERE t.slug = $1")).bind(slug.as_str()).fetch_optional(&mut *conn).await?);
    one(&mut tx, row).await
}

/// In the order asked; what does not exist is left out.
#[tracing::instrument(skip_all, fields(ids = ids.len()), err)]
pub async fn by_ids(db: &Db, ids: &[TitleId]) -> Result<Vec<Title>> {
    let mut tx = db.snapshot().await?;
    let mut found = find(&mut tx, ids).await?;
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}

/// The same within a transaction, by id.
pub async fn find(tx: &mut Tx, ids: &[TitleId]) -> Result<HashMap<TitleId, Title>> {
    let ids: Vec<String> = ids.iter().map(TitleId::to_string).collect();
    let rows = select_in!(tx, TitleRow, select_title!("WHERE t.id"), &ids, "");
    Ok(whole(tx, rows)
        .await?
        .into_iter()
        .map(|title| (title.id, title))
        .collect())
}

/// The titles that came in under these keys. Those of no title are not in the answer.
#[tracing::instrument(skip_all, fields(source_ids = source_ids.len()), err)]
pub async fn by_source_ids(
    tx: &mut Tx,
    source_ids: &[SourceId],
) -> Result<HashMap<SourceId, Title>> {
    let keys: Vec<String> = source_ids.iter().map(SourceId::to_string).collect();
    let rows = select_in!(tx, TitleRow, select_title!("WHERE t.source_id"), &keys, "");
    let titles = whole(tx, rows).await?;
    Ok(titles
        .into_iter()
        .filter_map(|title| Some((title.source_id.clone()?, title)))
        .collect())
}

/// Which of these slugs are taken.
#[tracing::instrument(skip_all, fields(wanted = wanted.len()), err)]
pub async fn slugs_like(tx: &mut Tx, wanted: &[Slug]) -> Result<HashSet<Slug>> {
    let wanted_texts: Vec<String> = wanted.iter().map(Slug::to_string).collect();
    let taken: HashSet<String> = select_in!(
        tx,
        (String,),
        "SELECT slug FROM title WHERE slug",
        &wanted_texts,
        ""
    )
    .into_iter()
    .map(|(slug,)| slug)
    .collect();
    Ok(wanted
        .iter()
        .filter(|slug| taken.contains(slug.as_str()))
        .cloned()
        .collect())
}

/// Which of these identifiers are taken, and by which title: no two titles share one.
#[tracing::instrument(skip_all, fields(wanted = wanted.len()), err)]
pub async fn by_identifiers(
    tx: &mut Tx,
    wanted: &[Identifier],
) -> Result<HashMap<Identifier, TitleId>> {
    let values: Vec<String> = wanted.iter().map(Identifier::value).collect();
    let found = children::identifiers_of_values(tx, &values).await?;
    Ok(found
        .into_iter()
        .filter(|(identifier, _)| wanted.contains(identifier))
        .collect())
}

/// How many titles there are, whatever their status and edition.
#[tracing::instrument(skip_all, err)]
pub async fn count(db: &Db) -> Result<u64> {
    let count: i64 =
        each!(db, pool => sqlx::query_scalar("SELECT COUNT(*) FROM title").fetch_one(pool).await?);
    Ok(count.unsigned_abs())
}

/// All titles, by slug, after a slug or from the first, at most `limit`: pass the last slug of a page to
/// get the next one, until a page is empty.
#[tracing::instrument(skip_all, fields(limit), err)]
pub async fn page_by_slug(db: &Db, after: Option<&Slug>, limit: u32) -> Result<Vec<Title>> {
    let mut tx = db.snapshot().await?;
    // Every slug is greater than ''.
    let rows: Vec<TitleRow> = each!(&mut tx, conn =>
        sqlx::query_as(select_title!("WHERE t.slug > $1 ORDER BY t.slug LIMIT $2"))
            .bind(after.map_or("", Slug::as_str))
            .bind(i64::from(limit))
            .fetch_all(&mut *conn)
            .await?);
    whole(&mut tx, rows).await
}

async fn one(tx: &mut Tx, row: Option<TitleRow>) -> Result<Option<Title>> {
    Ok(whole(tx, row.into_iter().collect()).await?.pop())
}

/// Rows with what belongs to them, in the order of the rows.
async fn whole(tx: &mut Tx, rows: Vec<TitleRow>) -> Result<Vec<Title>> {
    let titles: Result<Vec<Title>> = rows.into_iter().map(TitleRow::into_title).collect();
    let mut titles = titles?;
    children::attach(tx, &mut titles).await?;
    ledger::attach(tx, &mut titles).await?;
    Ok(titles)
}
