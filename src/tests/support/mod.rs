//! What tests share: databases that are there for one test, and things to put into them.

pub mod sample;

use std::future::Future;
use std::sync::atomic::{AtomicU32, Ordering};

use slate::server::media::Media;
use slate::store::{DatabaseUrl, Db, IfMissing};
use sqlx::{AssertSqlSafe, Connection, PgConnection, SqliteConnection};

/// A database for one test.
pub struct Scratch {
    pub url: DatabaseUrl,
    raw: String,
    /// What is kept beside the database; gone with it.
    folder: tempfile::TempDir,
}

impl Scratch {
    /// The address of an SQLite file that is not there yet.
    pub fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let raw = format!("sqlite:{}", folder.path().join("slate.db").display());
        Self {
            url: raw.parse().unwrap(),
            raw,
            folder,
        }
    }

    /// The address of a PostgreSQL database that is not there yet, on the server that the environment
    /// variable SLATE_TEST_POSTGRES names. Without one it is `None`, and an error where a server is
    /// required (CI or SLATE_TEST_REQUIRE_POSTGRES).
    pub fn postgres() -> Option<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        let Some(server) = set("SLATE_TEST_POSTGRES") else {
            assert!(
                set("CI").is_none() && set("SLATE_TEST_REQUIRE_POSTGRES").is_none(),
                "SLATE_TEST_POSTGRES is not set: start the tests with .ci/with-postgres"
            );
            eprintln!(
                "SKIPPED on PostgreSQL: SLATE_TEST_POSTGRES is not set; .ci/with-postgres sets it"
            );
            return None;
        };
        let (server, options) = server.split_once('?').unwrap_or((&server, ""));
        let (server, _) = server
            .rsplit_once('/')
            .expect("SLATE_TEST_POSTGRES names a database");
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let raw = format!(
            "{server}/slate_test_{}_{number}?{options}",
            std::process::id()
        );
        Some(Self {
            url: raw.parse().unwrap(),
            raw,
            folder: tempfile::tempdir().unwrap(),
        })
    }

    /// The media store beside it.
    pub fn media(&self) -> Media {
        Media::new(self.folder.path())
    }

    pub fn is_sqlite(&self) -> bool {
        self.url.path().is_some()
    }

    /// The database, made and migrated.
    pub async fn db(&self) -> Db {
        let db = Db::open(&self.url, IfMissing::Create).await.unwrap();
        db.migrate().await.unwrap();
        db
    }

    /// Runs any SQL past the store, as another program would.
    pub async fn execute(&self, sql: &str) -> Result<(), sqlx::Error> {
        let sql = AssertSqlSafe(sql.to_owned());
        if let Some(path) = self.url.path() {
            let mut connection =
                SqliteConnection::connect(&format!("sqlite:{}", path.display())).await?;
            sqlx::query("PRAGMA foreign_keys = ON")
                .execute(&mut connection)
                .await?;
            sqlx::query(sql).execute(&mut connection).await?;
            connection.close().await
        } else {
            let mut connection = PgConnection::connect(&self.raw).await?;
            sqlx::query(sql).execute(&mut connection).await?;
            connection.close().await
        }
    }

    /// The one number that a query answers.
    pub async fn number(&self, sql: &str) -> i64 {
        let sql = AssertSqlSafe(sql.to_owned());
        if let Some(path) = self.url.path() {
            let mut connection = SqliteConnection::connect(&format!("sqlite:{}", path.display()))
                .await
                .unwrap();
            sqlx::query_scalar(sql)
                .fetch_one(&mut connection)
                .await
                .unwrap()
        } else {
            let mut connection = PgConnection::connect(&self.raw).await.unwrap();
            sqlx::query_scalar(sql)
                .fetch_one(&mut connection)
                .await
                .unwrap()
        }
    }

    /// Runs a test and removes what it leaves on the server.
    pub async fn run<F: Future<Output = ()>>(self, test: impl FnOnce(std::sync::Arc<Self>) -> F) {
        let scratch = std::sync::Arc::new(self);
        test(scratch.clone()).await;
        if scratch.is_sqlite() {
            return;
        }
        let options = scratch
            .raw
            .parse::<sqlx::postgres::PgConnectOptions>()
            .unwrap();
        let name = options.get_database().unwrap().to_owned();
        let mut server = PgConnection::connect_with(&options.database("postgres"))
            .await
            .unwrap();
        let drop = AssertSqlSafe(format!("DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)"));
        sqlx::query(drop).execute(&mut server).await.unwrap();
    }
}

/// Runs each of these functions, which take an `Arc<Scratch>`, on SQLite and on PostgreSQL.
macro_rules! on_both {
    ($($(#[$attribute:meta])* $test:ident),+ $(,)?) => {
        mod sqlite {
            $(
                $(#[$attribute])*
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $test() {
                    $crate::support::Scratch::sqlite().run(super::$test).await;
                }
            )+
        }

        mod postgres {
            $(
                $(#[$attribute])*
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $test() {
                    if let Some(scratch) = $crate::support::Scratch::postgres() {
                        scratch.run(super::$test).await;
                    }
                }
            )+
        }
    };
}
pub(crate) use on_both;
