//! The live catalogue follows the store.

use std::sync::Arc;

use slate::catalogue::live::Catalogue;
use slate::store::{participations, titles};
use slate_domain::kinds::TitleStatus;
use slate_domain::listing::{Approval, Participation};
use slate_domain::title::Title;

use crate::http_market;
use crate::support::{Scratch, on_both, sample};

on_both!(
    what_is_withdrawn_is_gone_and_what_is_published_is_there,
    titles_of_a_company_that_does_not_take_part_are_not_shown,
);

async fn catalogue(scratch: &Scratch) -> (slate::store::Db, Catalogue, tempfile::TempDir) {
    let db = scratch.db().await;
    http_market::fill(&db).await;
    let folder = tempfile::tempdir().unwrap();
    let catalogue = Catalogue::open(db.clone(), folder.path()).await.unwrap();
    (db, catalogue, folder)
}

async fn what_is_withdrawn_is_gone_and_what_is_published_is_there(scratch: Arc<Scratch>) {
    let (db, catalogue, _folder) = catalogue(&scratch).await;
    let title = titles::by_id(&db, &sample::title_id(1))
        .await
        .unwrap()
        .unwrap();
    let found = || catalogue.now().index.get(&title.id.to_string()).is_some();
    assert!(found());
    assert!(!catalogue.refresh().await.unwrap(), "nothing has changed");
    for (status, shown) in [
        (TitleStatus::Withdrawn, false),
        (TitleStatus::Published, true),
    ] {
        let mut tx = db.begin(sample::moment(1)).await.unwrap();
        titles::put(
            &mut tx,
            &[Title {
                status,
                ..title.clone()
            }],
        )
        .await
        .unwrap();
        tx.commit().await.unwrap();
        assert!(catalogue.refresh().await.unwrap());
        assert_eq!(found(), shown, "{status}");
    }
}

async fn titles_of_a_company_that_does_not_take_part_are_not_shown(scratch: Arc<Scratch>) {
    let (db, catalogue, _folder) = catalogue(&scratch).await;
    let before = catalogue.now().index.len();
    let company = sample::company_id(1);
    let theirs = catalogue.now().exhibitor(&company).unwrap().titles;
    assert!(theirs > 0);
    let mut tx = db.begin(sample::moment(1)).await.unwrap();
    let refused = Participation {
        approval: Approval::Refused,
        ..sample::participation(1, 1)
    };
    participations::put(&mut tx, &[refused]).await.unwrap();
    tx.commit().await.unwrap();
    catalogue.refresh().await.unwrap();
    assert_eq!(catalogue.now().index.len(), before - theirs as usize);
}
