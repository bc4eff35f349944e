//! The change feed: no gaps, in the order of the commits, whoever writes at once.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use slate::store::changes::{self, Action, Change, Entity};
use slate::store::{companies, editions, listings, participations, titles};

use super::begin;
use crate::support::{Scratch, on_both, sample};

on_both!(every_write_is_told, writers_at_once_leave_no_gap);

async fn every_write_is_told(scratch: Arc<Scratch>) {
    let db = scratch.db().await;
    assert_eq!(changes::last(&db).await.unwrap(), 0);
    assert_eq!(changes::last_change(&db).await.unwrap(), None);
    let mut tx = begin(&db).await;
    companies::put(&mut tx, &[sample::company(1)])
        .await
        .unwrap();
    companies::put_people(&mut tx, &[sample::person(1, 1)])
        .await
        .unwrap();
    editions::put(&mut tx, &sample::edition(1), true)
        .await
        .unwrap();
    participations::put(&mut tx, &[sample::participation(1, 1)])
        .await
        .unwrap();
    titles::put(&mut tx, &[sample::title(1, 1), sample::title(2, 1)])
        .await
        .unwrap();
    listings::put(&mut tx, &[sample::listing(2, 1)])
        .await
        .unwrap();
    tx.commit().await.unwrap();

    let edition = Some(sample::edition_id(1));
    let expected = [
        (Entity::Company, sample::company_id(1).to_string(), None),
        (Entity::Person, sample::person(1, 1).id.to_string(), None),
        (Entity::Edition, sample::edition_id(1).to_string(), None),
        (
            Entity::Participation,
            sample::company_id(1).to_string(),
            edition,
        ),
        (Entity::Title, sample::title_id(1).to_string(), None),
        (Entity::Title, sample::title_id(2).to_string(), None),
        (Entity::Listing, sample::title_id(2).to_string(), edition),
    ];
    let expected: Vec<Change> = (1..)
        .zip(expected)
        .map(|(number, (entity, id, edition))| Change {
            number,
            at: sample::moment(0),
            entity,
            id,
            edition,
            action: Action::Put,
        })
        .collect();
    assert_eq!(changes::since(&db, 0, 100).await.unwrap(), expected);
    assert_eq!(changes::since(&db, 2, 3).await.unwrap(), expected[2..5]);
    assert_eq!(changes::since(&db, 7, 3).await.unwrap(), []);
    assert_eq!(changes::last(&db).await.unwrap(), 7);
    assert_eq!(
        changes::last_change(&db).await.unwrap().as_ref(),
        expected.last()
    );

    // Another edition becomes the current one: that is told of both.
    let mut tx = begin(&db).await;
    editions::put(&mut tx, &sample::edition(2), true)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let told: Vec<_> = changes::since(&db, 7, 9)
        .await
        .unwrap()
        .into_iter()
        .map(|change| change.id)
        .collect();
    assert_eq!(
        told,
        [
            sample::edition_id(1).to_string(),
            sample::edition_id(2).to_string()
        ]
    );
}

async fn writers_at_once_leave_no_gap(scratch: Arc<Scratch>) {
    const WRITERS: u32 = 8;
    const ROUNDS: u32 = 25;
    let db = scratch.db().await;
    let done = Arc::new(AtomicBool::new(false));
    // A follower that asks again and again for what is new must never be too early for a number.
    let follower = tokio::spawn({
        let (db, done) = (db.clone(), done.clone());
        async move {
            let mut seen: Vec<Change> = Vec::new();
            loop {
                let finished = done.load(Ordering::Acquire);
                let last = seen.last().map_or(0, |change| change.number);
                let new = changes::since(&db, last, 50).await.unwrap();
                if finished && new.is_empty() {
                    return seen;
                }
                seen.extend(new);
                tokio::time::sleep(std::time::Duration::from_millis(1)).await;
            }
        }
    });
    let writers: Vec<_> = (0..WRITERS)
        .map(|writer| {
            let db = db.clone();
            tokio::spawn(async move {
                for round in 0..ROUNDS {
                    let mut tx = begin(&db).await;
                    let first = (writer * ROUNDS + round) * 10;
                    let some: Vec<_> = (first..first + 1 + round % 4)
                        .map(sample::company)
                        .collect();
                    companies::put(&mut tx, &some).await.unwrap();
                    // Every fifth thinks better of it.
                    if round % 5 == 4 {
                        drop(tx)
                    } else {
                        tx.commit().await.unwrap()
                    }
                }
            })
        })
        .collect();
    for writer in writers {
        writer.await.unwrap();
    }
    done.store(true, Ordering::Release);
    let seen = follower.await.unwrap();
    let all = changes::since(&db, 0, 100_000).await.unwrap();
    assert_eq!(seen, all);
    assert!(
        all.iter()
            .map(|change| change.number)
            .eq(1..=all.len() as i64)
    );
    assert_eq!(changes::last(&db).await.unwrap(), all.len() as i64);
    assert_eq!(all.len(), companies::all(&db).await.unwrap().len());
    // What was written together stands together.
    let place = |n: u32| {
        all.iter()
            .position(|change| change.id == sample::company_id(n).to_string())
            .unwrap()
    };
    assert_eq!(place(33), place(30) + 3);
}
