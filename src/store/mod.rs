//! The store: everything that is written in SQL.
//!
//! It keeps the domain's values in SQLite or in PostgreSQL, with one SQL text for both: `$1`
//! placeholders, `TEXT`, `BIGINT` and `DOUBLE PRECISION`. Where the two must differ, [`dialect`] says
//! how, and no other file knows which of them it speaks to. [`each!`] expands a body for both.
//!
//! Reads come as functions of a [`Db`] and take one snapshot each, so that a title never appears with
//! the materials of another version. Writes take a [`Tx`] from [`Db::begin`]; it collects what was
//! changed, and [`Tx::commit`] numbers it in the change feed as the last thing before the commit.
//!
//! # One more table
//!
//! 1. Write `migrations/000N_name.sql` and list it in `migrate.rs`. The file runs on both databases as
//!    it is, carries what must hold as `CHECK`, `UNIQUE` and `REFERENCES`, and is never edited once it
//!    has been applied anywhere. Text that is compared or sorted bytewise, such as a slug, is declared
//!    `TEXT COLLATE "binary"`: PostgreSQL would sort it by its locale.
//! 2. Add a file here with a private row struct of primitives (`#[derive(sqlx::FromRow)]`), its parser
//!    into the domain's type (`Row::read` of [`rows`] names table, id and reason of a bad row), and
//!    public functions, `#[tracing::instrument(skip_all, err)]` on each.
//! 3. Write many rows through [`bulk`], and tell the feed with `tx.changed(…)`.
//! 4. Add its round trip to the contract suite, `src/tests/store_contract.rs`, which runs on both.

mod bulk;
pub mod changes;
pub mod companies;
mod dialect;
pub mod editions;
mod error;
pub mod listings;
mod migrate;
pub mod participations;
mod rows;
pub mod titles;
mod url;

use slate_domain::date::Timestamp;
use sqlx::{PgConnection, PgPool, Postgres, Sqlite, SqliteConnection, SqlitePool, Transaction};

pub use error::StoreError;
pub use migrate::{Migrated, SchemaState};
pub use url::DatabaseUrl;

use changes::NewChange;

/// What a function of the store answers.
pub type Result<T> = std::result::Result<T, StoreError>;

/// A connected database. Cheap to clone.
#[derive(Debug, Clone)]
pub enum Db {
    /// A file.
    Sqlite(SqliteFile),
    /// A server.
    Postgres(PgPool),
}

/// An SQLite file: readers beside each other, and one writer at a time, since the file takes no more.
/// Writers of this process wait in line for the one connection instead of in SQLite's sleeping loop.
#[derive(Debug, Clone)]
pub struct SqliteFile {
    read: SqlitePool,
    write: SqlitePool,
    file: dialect::FileIdentity,
}

/// What to do about a database that is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IfMissing {
    Refuse,
    Create,
}

/// A transaction: nothing of it is there until [`Tx::commit`], and nothing at all when it is dropped.
#[derive(Debug)]
pub struct Tx {
    on: On,
    now: Timestamp,
    changes: Vec<NewChange>,
}

#[derive(Debug)]
enum On {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

/// One of the two databases, as [`each!`] takes it apart.
#[derive(Debug)]
pub enum Side<S, P> {
    Sqlite(S),
    Postgres(P),
}

/// Expands one body for both databases: `each!(tx, conn => query.fetch_all(&mut *conn).await?)`.
///
/// With a `Tx`, `conn` is a `&mut` connection; with a `Db` it is a pool's `&`, for a single statement
/// that reads.
macro_rules! each {
    ($which:expr, $conn:ident => $body:expr) => {
        match $which.side() {
            $crate::store::Side::Sqlite($conn) => $body,
            $crate::store::Side::Postgres($conn) => $body,
        }
    };
}
pub(crate) use each;

impl Db {
    /// Connects. A database that is not there is an error or is made, as `if_missing` says; its schema
    /// is as it was, see [`Db::migrate`].
    #[tracing::instrument(skip_all, fields(database = %url), err)]
    pub async fn open(url: &DatabaseUrl, if_missing: IfMissing) -> Result<Self> {
        dialect::open(url, if_missing).await
    }

    /// Begins to write. `now` dates the changes in the feed.
    ///
    /// On SQLite the transaction has the write lock from the start, so it cannot fail half-way because
    /// somebody else wrote.
    pub async fn begin(&self, now: Timestamp) -> Result<Tx> {
        Ok(Tx {
            on: dialect::begin_write(self).await?,
            now,
            changes: Vec::new(),
        })
    }

    /// Begins to read: every statement of it sees the same state.
    pub(crate) async fn snapshot(&self) -> Result<Tx> {
        Ok(Tx {
            on: dialect::begin_read(self).await?,
            now: Timestamp::MIN,
            changes: Vec::new(),
        })
    }

    /// Whether the database answers, and is still the one that was opened.
    #[tracing::instrument(skip_all, err)]
    pub async fn ping(&self) -> Result<()> {
        dialect::check_there(self)?;
        let last: i64 = each!(self, pool => sqlx::query_scalar("SELECT last FROM change_counter").fetch_one(pool).await?);
        tracing::trace!(last, "database answers");
        Ok(())
    }

    /// Has the database count what it holds, so that it plans its queries well: after an import, when
    /// most of what is there is new to it.
    #[tracing::instrument(skip_all, err)]
    pub async fn analyze(&self) -> Result<()> {
        match self {
            Self::Sqlite(file) => sqlx::query("ANALYZE")
                .execute(&file.write)
                .await
                .map(|_| ())?,
            Self::Postgres(pool) => sqlx::query("ANALYZE").execute(pool).await.map(|_| ())?,
        }
        Ok(())
    }

    /// Waits for what is running and disconnects.
    pub async fn close(&self) {
        match self {
            Self::Sqlite(file) => {
                file.read.close().await;
                file.write.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }

    /// `sqlite` or `postgres`, for logs and metrics.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Sqlite(_) => "sqlite",
            Self::Postgres(_) => "postgres",
        }
    }

    /// For [`each!`]: what a single reading statement runs on.
    pub(crate) fn side(&self) -> Side<&SqlitePool, &PgPool> {
        match self {
            Self::Sqlite(file) => Side::Sqlite(&file.read),
            Self::Postgres(pool) => Side::Postgres(pool),
        }
    }
}

impl Tx {
    /// The moment this transaction is dated.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// Numbers the changes in the feed and makes everything last.
    #[tracing::instrument(skip_all, fields(changes = self.changes.len()), err)]
    pub async fn commit(mut self) -> Result<()> {
        let changes = std::mem::take(&mut self.changes);
        changes::append(&mut self, &changes).await?;
        match self.on {
            On::Sqlite(tx) => tx.commit().await?,
            On::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }

    /// Notes what the feed will tell when this is committed.
    pub(crate) fn changed(&mut self, change: NewChange) {
        self.changes.push(change);
    }

    /// For [`each!`]: the connection of this transaction.
    pub(crate) fn side(&mut self) -> Side<&mut SqliteConnection, &mut PgConnection> {
        match &mut self.on {
            On::Sqlite(tx) => Side::Sqlite(tx),
            On::Postgres(tx) => Side::Postgres(tx),
        }
    }
}
