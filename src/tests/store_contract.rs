//! What the store promises, on SQLite and on PostgreSQL alike.

mod feed;
mod opening;
mod values;

use slate::store::{Db, Tx, companies, editions, listings, titles};
use slate_domain::title::Title;

use crate::support::sample;

/// Begins to write at the tests' time.
async fn begin(db: &Db) -> Tx {
    db.begin(sample::moment(0)).await.unwrap()
}

/// Writes titles of company 1 in a transaction of their own.
async fn put_titles(db: &Db, all: &[Title]) {
    let mut tx = begin(db).await;
    companies::put(&mut tx, &[sample::company(1)])
        .await
        .unwrap();
    titles::put(&mut tx, all).await.unwrap();
    tx.commit().await.unwrap();
}

/// Lists titles in edition 1, which becomes the current one.
async fn list_titles(db: &Db, all: &[Title]) {
    let mut tx = begin(db).await;
    editions::put(&mut tx, &sample::edition(1), true)
        .await
        .unwrap();
    let all: Vec<_> = all
        .iter()
        .map(|title| slate_domain::listing::Listing {
            title: title.id,
            ..sample::listing(0, 1)
        })
        .collect();
    listings::put(&mut tx, &all).await.unwrap();
    tx.commit().await.unwrap();
}
