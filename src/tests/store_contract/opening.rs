//! Opening, making and migrating databases, and what is said when they are not as they should be.

use std::sync::Arc;

use slate::store::{
    DatabaseUrl, Db, IfMissing, Migrated, SchemaState, StoreError, changes, companies,
};

use super::begin;
use crate::support::{Scratch, on_both, sample};

on_both!(
    missing_is_refused_and_made_on_demand,
    migrated_twice,
    nodes_migrate_at_once,
    newer_schema_is_refused,
    altered_schema_is_refused,
    answers_and_closes,
);

async fn missing_is_refused_and_made_on_demand(scratch: Arc<Scratch>) {
    for _ in 0..2 {
        let error = Db::open(&scratch.url, IfMissing::Refuse).await.unwrap_err();
        assert!(matches!(error, StoreError::Missing { .. }), "{error:?}");
        assert!(
            error.to_string().contains(&scratch.url.to_string()),
            "{error}"
        );
    }
    Db::open(&scratch.url, IfMissing::Create)
        .await
        .unwrap()
        .close()
        .await;
    Db::open(&scratch.url, IfMissing::Create)
        .await
        .unwrap()
        .close()
        .await;
    Db::open(&scratch.url, IfMissing::Refuse)
        .await
        .unwrap()
        .close()
        .await;
}

async fn migrated_twice(scratch: Arc<Scratch>) {
    let db = Db::open(&scratch.url, IfMissing::Create).await.unwrap();
    assert_eq!(db.check_schema().await.unwrap(), SchemaState::Empty);
    let error = db
        .check_schema()
        .await
        .unwrap()
        .require_current()
        .unwrap_err();
    assert!(
        matches!(error, StoreError::SchemaOlder { found: 0, .. }),
        "{error:?}"
    );
    let Migrated { from, to } = db.migrate().await.unwrap();
    assert!(from == 0 && to > 0);
    assert_eq!(db.migrate().await.unwrap(), Migrated { from: to, to });
    assert_eq!(
        db.check_schema().await.unwrap(),
        SchemaState::Current { version: to }
    );
    db.check_schema().await.unwrap().require_current().unwrap();
}

async fn nodes_migrate_at_once(scratch: Arc<Scratch>) {
    let nodes: Vec<_> = (0..4)
        .map(|_| {
            let scratch = scratch.clone();
            tokio::spawn(async move {
                let db = Db::open(&scratch.url, IfMissing::Create).await.unwrap();
                db.migrate().await.unwrap();
                db
            })
        })
        .collect();
    for node in nodes {
        assert_eq!(changes::last(&node.await.unwrap()).await.unwrap(), 0);
    }
}

async fn newer_schema_is_refused(scratch: Arc<Scratch>) {
    let db = scratch.db().await;
    let checksum = if scratch.is_sqlite() {
        "x'00'"
    } else {
        "'\\x00'"
    };
    let newer = format!(
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
         VALUES (9999, 'later', TRUE, {checksum}, 0)"
    );
    scratch.execute(&newer).await.unwrap();
    for error in [
        db.check_schema().await.unwrap_err(),
        db.migrate().await.unwrap_err(),
    ] {
        assert!(
            matches!(error, StoreError::SchemaNewer { found: 9999, .. }),
            "{error:?}"
        );
        assert!(error.to_string().contains("9999"), "{error}");
    }
}

async fn altered_schema_is_refused(scratch: Arc<Scratch>) {
    let db = scratch.db().await;
    let checksum = if scratch.is_sqlite() {
        "x'00'"
    } else {
        "'\\x00'"
    };
    scratch
        .execute(&format!(
            "UPDATE _sqlx_migrations SET checksum = {checksum}"
        ))
        .await
        .unwrap();
    let error = db.migrate().await.unwrap_err();
    assert!(
        matches!(error, StoreError::SchemaAltered { .. }),
        "{error:?}"
    );
}

async fn answers_and_closes(scratch: Arc<Scratch>) {
    let db = scratch.db().await;
    db.ping().await.unwrap();
    assert_eq!(
        db.kind(),
        if scratch.is_sqlite() {
            "sqlite"
        } else {
            "postgres"
        }
    );
    db.close().await;
    let error = db.ping().await.unwrap_err();
    assert!(
        matches!(error, StoreError::Unavailable { .. }) && error.is_transient(),
        "{error:?}"
    );
}

#[tokio::test]
async fn missing_sqlite_file_stays_missing() {
    let scratch = Scratch::sqlite();
    Db::open(&scratch.url, IfMissing::Refuse).await.unwrap_err();
    assert!(!scratch.url.path().unwrap().exists());
}

#[tokio::test]
async fn what_is_no_database_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let text = folder.path().join("notes.txt");
    std::fs::write(
        &text,
        "This is no database, and long enough to be looked at as one.".repeat(40),
    )
    .unwrap();
    let error = Db::open(&DatabaseUrl::sqlite(&text), IfMissing::Create)
        .await
        .unwrap_err();
    assert!(matches!(error, StoreError::Damaged { .. }), "{error:?}");
    let error = Db::open(&DatabaseUrl::sqlite(folder.path()), IfMissing::Refuse)
        .await
        .unwrap_err();
    assert!(matches!(error, StoreError::Unavailable { .. }), "{error:?}");
}

#[tokio::test]
async fn a_file_that_vanishes_is_noticed() {
    for replaced in [false, true] {
        let scratch = Scratch::sqlite();
        let db = scratch.db().await;
        let path = scratch.url.path().unwrap();
        if replaced {
            std::fs::copy(path, path.with_extension("copy")).unwrap();
            std::fs::rename(path.with_extension("copy"), path).unwrap();
        } else {
            std::fs::remove_file(path).unwrap();
        }
        for error in [
            db.ping().await.unwrap_err(),
            db.begin(sample::moment(0)).await.unwrap_err(),
        ] {
            assert!(matches!(error, StoreError::Unavailable { .. }), "{error:?}");
            assert!(error.to_string().contains("slate.db"), "{error}");
        }
    }
}

#[tokio::test]
async fn a_locked_file_is_busy_to_writers_and_open_to_readers() {
    let scratch = Scratch::sqlite();
    let db = scratch.db().await;
    let other = Db::open(&scratch.url, IfMissing::Refuse).await.unwrap();
    let held = begin(&other).await;
    let error = db.begin(sample::moment(0)).await.unwrap_err();
    assert!(
        matches!(error, StoreError::Busy { .. }) && error.is_transient(),
        "{error:?}"
    );
    assert_eq!(companies::all(&db).await.unwrap(), []);
    held.commit().await.unwrap();
    begin(&db).await.commit().await.unwrap();
}

#[tokio::test]
async fn a_server_that_only_reads_says_so() {
    let Some(scratch) = Scratch::postgres() else {
        return;
    };
    scratch
        .run(async |scratch| {
            scratch.db().await.close().await;
            let name = scratch.url.to_string();
            let name = name
                .rsplit('/')
                .next()
                .unwrap()
                .trim_end_matches('?')
                .to_owned();
            let sql = format!("ALTER DATABASE {name} SET default_transaction_read_only = on");
            scratch.execute(&sql).await.unwrap();
            let db = Db::open(&scratch.url, IfMissing::Refuse).await.unwrap();
            let mut tx = begin(&db).await;
            let error = companies::put(&mut tx, &[sample::company(1)])
                .await
                .unwrap_err();
            assert!(matches!(error, StoreError::ReadOnly { .. }), "{error:?}");
        })
        .await;
}

#[tokio::test]
async fn a_server_that_is_not_there_is_unavailable() {
    let url: DatabaseUrl = "postgres://nobody@127.0.0.1:1/slate".parse().unwrap();
    let error = Db::open(&url, IfMissing::Create).await.unwrap_err();
    assert!(matches!(error, StoreError::Unavailable { .. }), "{error:?}");
}
