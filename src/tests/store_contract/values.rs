//! What is written is read back, replaced whole, and refused where it contradicts.

use std::collections::HashSet;
use std::sync::Arc;

use slate::store::{StoreError, companies, editions, listings, participations, titles};
use slate_domain::avail::{Grant, GrantKind};
use slate_domain::listing::{Listing, ListingStatus};
use slate_domain::slug::Slug;
use slate_domain::title::Title;

use super::{begin, list_titles, put_titles};
use crate::support::{Scratch, on_both, sample};

on_both!(
    full_title_round_trip,
    everything_else_round_trip,
    replaced_whole,
    ledger_is_added_to,
    identifiers_move_within_a_batch,
    taken_names_are_conflicts,
    dropped_transaction_leaves_nothing,
    one_current_edition,
    order_is_bytewise,
    thousand_titles,
    looked_up_by_keys,
    bad_rows_name_themselves,
    checks_hold,
);

async fn full_title_round_trip(scratch: Arc<Scratch>) {
    let db = scratch.db().await;
    let full = sample::full_title(1, 1);
    let plain = sample::title(2, 1);
    put_titles(&db, &[full.clone(), plain.clone()]).await;
    assert_eq!(
        titles::by_id(&db, &full.id).await.unwrap().as_ref(),
        Some(&full)
    );
    assert_eq!(
        titles::by_slug(&db, &plain.slug).await.unwrap().as_ref(),
        Some(&plain)
    );
    assert_eq!(
        titles::by_slug(&db, &"none".parse().unwrap())
            .await
            .unwrap(),
        None
    );
    let asked = [plain.id, sample::title_id(99), full.id];
    assert_eq!(titles::by_ids(&db, &asked).await.unwrap(), [plain, full]);
    assert_eq!(titles::by_ids(&db, &[]).await.unwrap(), []);
    assert_eq!(titles::count(&db).await.unwrap(), 2);
}

async fn everything_else_round_trip(scratch: Arc<Scratch>) {
    let db = scratch.db().await;
    let (company, other) = (sample::company(1), sample::company(2));
    let (edition, title) = (sample::edition(1), sample::full_title(1, 1));
    let people = [sample::person(1, 1), sample::person(2, 1)];
    let mut tx = begin(&db).await;
    companies::put(&mut tx, &[other.clone(), company.clone()])
        .await
        .unwrap();
    companies::put_people(&mut tx, &people).await.unwrap();
    editions::put(&mut tx, &edition, false).await.unwrap();
    participations::put(&mut tx, &[sample::participation(1, 1)])
        .await
        .unwrap();
    titles::put(&mut tx, std::slice::from_ref(&title))
        .await
        .unwrap();
    listings::put(&mut tx, &[sample::listing(1, 1)])
        .await
        .unwrap();
    tx.commit().await.unwrap();

    assert_eq!(
        companies::by_id(&db, &company.id).await.unwrap().as_ref(),
        Some(&company)
    );
    assert_eq!(
        companies::by_slug(&db, &other.slug).await.unwrap().as_ref(),
        Some(&other)
    );
    assert_eq!(
        companies::by_ids(&db, &[other.id, company.id])
            .await
            .unwrap(),
        [other.clone(), company.clone()]
    );
    assert_eq!(companies::all(&db).await.unwrap(), [company.clone(), other]);
    assert_eq!(
        companies::people_of(&db, &company.id).await.unwrap(),
        people
    );
    assert_eq!(editions::current(&db).await.unwrap(), None);
    assert_eq!(
        editions::all(&db).await.unwrap(),
        std::slice::from_ref(&edition)
    );
    let participation = sample::participation(1, 1);
    assert_eq!(
        participations::of_edition(&db, &edition.id).await.unwrap(),
        std::slice::from_ref(&participation)
    );
    assert_eq!(
        participations::of_company(&db, &company.id).await.unwrap(),
        std::slice::from_ref(&participation)
    );
    assert_eq!(
        listings::of_edition(&db, &edition.id).await.unwrap(),
        [sample::listing(1, 1)]
    );
    assert_eq!(listings::count(&db, &edition.id).await.unwrap(), 1);

    let [listed] = &titles::listed(&db, &edition.id, &[title.id, title.id, sample::title_id(9)])
        .await
        .unwrap()[..]
    else {
        panic!("one title is listed");
    };
    assert_eq!(
        (&listed.title, &listed.listing),
        (&title, &sample::listing(1, 1))
    );
    assert_eq!(
        (&*listed.company, listed.participation.as_deref()),
        (&company, Some(&participation))
    );
}

async fn replaced_whole(scratch: Arc<Scratch>) {
    let db = scratch.db().await;
    let full = sample::full_title(1, 1);
    let bare = Title {
        materials: Vec::new(),
        ..sample::title(1, 1)
    };
    for step in [&full, &bare, &full, &full] {
        put_titles(&db, std::slice::from_ref(step)).await;
        assert_eq!(
            titles::by_id(&db, &full.id).await.unwrap().as_ref(),
            Some(step)
        );
    }
    let mut turned = full.clone();
    turned.materials.reverse();
    turned.avails.reverse();
    turned.grants.reverse();
    // The last of two in one call counts.
    put_titles(&db, &[bare, turned.clone()]).await;
    assert_eq!(titles::by_id(&db, &full.id).await.unwrap(), Some(turned));
    assert_eq!(titles::count(&db).await.unwrap(), 1);
}

async fn ledger_is_added_to(scratch: Arc<Scratch>) {
    let db = scratch.db().await;
    let mut title = sample::full_title(1, 1);
    let version = async || scratch.number("SELECT rights_version FROM title").await;
    let entries = async || {
        let all = scratch.number("SELECT COUNT(*) FROM rights_ledger").await;
        (
            all,
            scratch
                .number("SELECT COUNT(*) FROM rights_ledger WHERE voided IS NULL")
                .await,
        )
    };
    put_titles(&db, std::slice::from_ref(&title)).await;
    assert_eq!((version().await, entries().await), (1, (2, 2)));
    // The same again changes no rights, and neither does another name.
    title.original = "Another name".parse().unwrap();
    put_titles(&db, std::slice::from_ref(&title)).await;
    assert_eq!((version().await, entries().await), (1, (2, 2)));
    title.grants.push(Grant {
        kind: GrantKind::Holdback,
        ..title.grants[1].clone()
    });
    put_titles(&db, std::slice::from_ref(&title)).await;
    assert_eq!((version().await, entries().await), (2, (3, 3)));
    title.grants.remove(1);
    put_titles(&db, std::slice::from_ref(&title)).await;
    assert_eq!((version().await, entries().await), (3, (4, 2)));
    title.grants.clear();
    put_titles(&db, std::slice::from_ref(&title)).await;
    assert_eq!((version().await, entries().await), (4, (4, 0)));
    title.avails.pop();
    put_titles(&db, std::slice::from_ref(&title)).await;
    assert_eq!((version().await, entries().await), (5, (4, 0)));
    assert_eq!(titles::by_id(&db, &title.id).await.unwrap(), Some(title));
}

async fn identifiers_move_within_a_batch(scratch: Arc<Scratch>) {
    let db = scratch.db().await;
    let (mut a, mut b) = (sample::full_title(1, 1), sample::full_title(2, 1));
    put_titles(&db, &[a.clone(), b.clone()]).await;
    std::mem::swap(&mut a.identifiers, &mut b.identifiers);
    put_titles(&db, &[a.clone(), b.clone()]).await;
    assert_eq!(titles::by_ids(&db, &[a.id, b.id]).await.unwrap(), [a, b]);
}

async fn taken_names_are_conflicts(scratch: Arc<Scratch>) {
    let db = scratch.db().await;
    let there = sample::full_title(1, 1);
    put_titles(&db, std::slice::from_ref(&there)).await;
    let free = sample::full_title(2, 1);
    for taken in [
        Title {
            slug: there.slug.clone(),
            ..free.clone()
        },
        Title {
            source_id: there.source_id.clone(),
            ..free.clone()
        },
        Title {
            identifiers: there.identifiers.clone(),
            ..free.clone()
        },
        Title {
            materials: there.materials.clone(),
            ..free.clone()
        },
    ] {
        let mut tx = begin(&db).await;
        let error = titles::put(&mut tx, &[taken]).await.unwrap_err();
        assert!(matches!(error, StoreError::Conflict { .. }), "{error:?}");
    }
    let mut tx = begin(&db).await;
    let twin = slate_domain::company::Company {
        id: sample::company_id(2),
        ..sample::company(1)
    };
    let error = companies::put(&mut tx, &[twin]).await.unwrap_err();
    assert!(matches!(error, StoreError::Conflict { .. }), "{error:?}");
    drop(tx);
    let mut tx = begin(&db).await;
    let error = titles::put(
        &mut tx,
        &[Title {
            company: sample::company_id(7),
            ..free
        }],
    )
    .await
    .unwrap_err();
    assert!(matches!(error, StoreError::Refused { .. }), "{error:?}");
    drop(tx);
    assert_eq!(titles::count(&db).await.unwrap(), 1);
}

async fn dropped_transaction_leaves_nothing(scratch: Arc<Scratch>) {
    let db = scratch.db().await;
    let mut tx = begin(&db).await;
    companies::put(&mut tx, &[sample::company(1)])
        .await
        .unwrap();
    drop(tx);
    assert_eq!(companies::all(&db).await.unwrap(), []);
    assert_eq!(slate::store::changes::last(&db).await.unwrap(), 0);
}

async fn one_current_edition(scratch: Arc<Scratch>) {
    let db = scratch.db().await;
    for (n, current) in [(1, true), (2, false), (3, true), (3, true)] {
        let mut tx = begin(&db).await;
        editions::put(&mut tx, &sample::edition(n), current)
            .await
            .unwrap();
        tx.commit().await.unwrap();
    }
    assert_eq!(
        editions::current(&db).await.unwrap(),
        Some(sample::edition(3))
    );
    assert_eq!(editions::all(&db).await.unwrap().len(), 3);
    for value in [1, 0, 2] {
        let sql = format!(
            "UPDATE edition SET is_current = {value} WHERE id = '{}'",
            sample::edition_id(1)
        );
        assert!(scratch.execute(&sql).await.is_err(), "{value}");
    }
    let mut tx = begin(&db).await;
    editions::put(&mut tx, &sample::edition(3), false)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    assert_eq!(editions::current(&db).await.unwrap(), None);
}

async fn order_is_bytewise(scratch: Arc<Scratch>) {
    let db = scratch.db().await;
    let slugs = [
        "b", "a-b", "a1", "ab", "a-1", "a", "a1-b", "1a", "a-b-c", "a2", "a10",
    ];
    let all: Vec<Title> = (1..)
        .zip(slugs)
        .map(|(n, slug)| Title {
            slug: slug.parse().unwrap(),
            ..sample::title(n, 1)
        })
        .collect();
    put_titles(&db, &all).await;
    list_titles(&db, &all).await;
    let mut sorted = slugs.to_vec();
    sorted.sort_unstable();
    // In pages of three, each after the last slug of the one before.
    let mut read: Vec<Slug> = Vec::new();
    loop {
        let page = titles::listed_page(&db, &sample::edition_id(1), read.last(), 3)
            .await
            .unwrap();
        if page.is_empty() {
            break;
        }
        read.extend(page.into_iter().map(|(title, _)| title.slug));
    }
    assert_eq!(read.iter().map(Slug::as_str).collect::<Vec<_>>(), sorted);

    let withheld = Listing {
        status: ListingStatus::Withheld,
        ..sample::listing(1, 1)
    };
    let mut tx = begin(&db).await;
    listings::put(&mut tx, &[withheld]).await.unwrap();
    tx.commit().await.unwrap();
    let page = titles::listed_page(&db, &sample::edition_id(1), None, 100)
        .await
        .unwrap();
    assert_eq!(page.len(), slugs.len() - 1);
}

async fn thousand_titles(scratch: Arc<Scratch>) {
    let db = scratch.db().await;
    let all: Vec<Title> = (1..=1000)
        .map(|n| {
            if n % 3 == 0 {
                sample::full_title(n, 1)
            } else {
                sample::title(n, 1)
            }
        })
        .collect();
    put_titles(&db, &all).await;
    list_titles(&db, &all).await;
    let ids: Vec<_> = all.iter().map(|title| title.id).collect();
    assert_eq!(titles::by_ids(&db, &ids).await.unwrap(), all);
    let mut by_slug: Vec<_> = all.clone();
    by_slug.sort_by(|a, b| a.slug.cmp(&b.slug));
    let page = titles::listed_page(&db, &sample::edition_id(1), None, 2000)
        .await
        .unwrap();
    assert!(page.iter().map(|(title, _)| title).eq(&by_slug));
    // All of them again, and some more.
    let more: Vec<Title> = (501..=1700).map(|n| sample::full_title(n, 1)).collect();
    put_titles(&db, &more).await;
    assert_eq!(titles::count(&db).await.unwrap(), 1700);
    let ids: Vec<_> = more.iter().map(|title| title.id).collect();
    assert_eq!(titles::by_ids(&db, &ids).await.unwrap(), more);
}

async fn looked_up_by_keys(scratch: Arc<Scratch>) {
    let db = scratch.db().await;
    let (a, b) = (sample::full_title(1, 1), sample::title(2, 1));
    put_titles(&db, &[a.clone(), b.clone()]).await;
    let mut tx = begin(&db).await;
    let keys = ["sample:2", "sample:1", "sample:3"].map(|key| key.parse().unwrap());
    let found = titles::by_source_ids(&mut tx, &keys).await.unwrap();
    assert_eq!(
        (found.len(), &found[&keys[0]], &found[&keys[1]]),
        (2, &b, &a)
    );
    let wanted = ["title-1", "title-11", "title"].map(|slug| slug.parse().unwrap());
    let taken = titles::slugs_like(&mut tx, &wanted).await.unwrap();
    assert_eq!(taken, HashSet::from([a.slug.clone()]));
    let identifiers = [a.identifiers[0], "imdb:tt0000001".parse().unwrap()];
    let owners = titles::by_identifiers(&mut tx, &identifiers).await.unwrap();
    assert_eq!(
        owners.into_iter().collect::<Vec<_>>(),
        [(identifiers[0], a.id)]
    );
}

async fn bad_rows_name_themselves(scratch: Arc<Scratch>) {
    let db = scratch.db().await;
    let title = sample::full_title(1, 1);
    for (table, column, sql) in [
        ("title", "stage", "UPDATE title SET stage = 'finished'"),
        (
            "title",
            "texts",
            "UPDATE title SET texts = '{\"titles\": 3}'",
        ),
        (
            "title",
            "created",
            "UPDATE title SET created = 9000000000000000",
        ),
        (
            "material",
            "url",
            "UPDATE material SET url = 'ftp://x', stored = NULL",
        ),
        (
            "avail",
            "rights",
            "UPDATE avail SET rights = 'moon' WHERE position = 1",
        ),
        (
            "rights_ledger",
            "territories",
            "UPDATE rights_ledger SET territories = 'Atlantis'",
        ),
        (
            "title_identifier",
            "value",
            "UPDATE title_identifier SET value = '?'",
        ),
    ] {
        put_titles(&db, std::slice::from_ref(&title)).await;
        scratch.execute(sql).await.unwrap();
        match titles::by_id(&db, &title.id).await.unwrap_err() {
            StoreError::CorruptRow {
                table: named,
                id,
                reason,
            } => {
                assert_eq!(named, table);
                assert!(
                    !id.is_empty() && reason.starts_with(&format!("column {column}: ")),
                    "{id} {reason}"
                );
            }
            other => panic!("{other:?}"),
        }
    }
    // Written again, it is right again.
    put_titles(&db, std::slice::from_ref(&title)).await;
    assert_eq!(titles::by_id(&db, &title.id).await.unwrap(), Some(title));
}

async fn checks_hold(scratch: Arc<Scratch>) {
    let db = scratch.db().await;
    put_titles(&db, &[sample::full_title(1, 1), sample::title(2, 1)]).await;
    list_titles(&db, &[sample::title(1, 1)]).await;
    for sql in [
        "UPDATE title SET status = 'gone'",
        "UPDATE title SET year = 1849",
        "UPDATE title SET runtime = 0",
        "UPDATE title SET financed = 101",
        "UPDATE title SET budget_amount = -1",
        "UPDATE title SET budget_currency = NULL WHERE budget_amount IS NOT NULL",
        "UPDATE title SET rights_version = 0",
        "UPDATE title SET avails_visibility = 'nobody'",
        "UPDATE title SET slug = 'same'",
        "UPDATE title SET company = 'nobody'",
        "UPDATE title_identifier SET scheme = 'isbn'",
        "UPDATE material SET stored = 'x', url = 'https://example.org/'",
        "UPDATE material SET access = 'all'",
        "UPDATE avail SET from_day = '2030-01-01', until_day = '2029-12-31'",
        "UPDATE avail SET holdback_until = NULL WHERE holdback_note IS NOT NULL",
        "UPDATE avail SET exclusivity = 'maybe'",
        "UPDATE rights_ledger SET kind = 'lent'",
        "UPDATE rights_ledger SET from_day = '2030-01-01', until_day = '2029-12-31'",
        "UPDATE listing SET status = 'lost'",
        "UPDATE listing SET featured = 256",
        "UPDATE edition SET season_from = '2027-05-01'",
        "UPDATE change_feed SET action = 'touch'",
        "UPDATE change_feed SET number = 0 WHERE number = 1",
        "UPDATE change_feed SET edition = NULL WHERE entity = 'listing'",
        "INSERT INTO change_counter (one, last) VALUES (2, 0)",
        "INSERT INTO change_counter (one, last) VALUES (1, 0)",
        "DELETE FROM company",
        "DELETE FROM edition",
    ] {
        assert!(scratch.execute(sql).await.is_err(), "{sql}");
    }
}
