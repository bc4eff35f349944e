//! Whatever differs between SQLite and PostgreSQL. Nothing else in the store knows which one it is.

use std::borrow::Cow;
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use sqlx::error::{DatabaseError, ErrorKind};
use sqlx::migrate::Migrator;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteError, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection};

use super::migrate::to_store_error;
use super::url::{DatabaseUrl, Target};
use super::{Db, IfMissing, On, Result, SqliteFile, StoreError, Tx, each};

/// How long one waits for a lock or for a connection.
const PATIENCE: Duration = Duration::from_secs(5);

/// Readers of an SQLite file at once.
const SQLITE_READERS: u32 = 4;

/// Connections of one node to PostgreSQL: fewer than its default limit of 100, for several nodes.
const POSTGRES_CONNECTIONS: u32 = 12;

/// Connects to a database, makes it first where that is wanted.
pub(super) async fn open(url: &DatabaseUrl, if_missing: IfMissing) -> Result<Db> {
    match url.target() {
        Target::Sqlite(path) => open_sqlite(url, path, if_missing).await,
        Target::Postgres(options) => open_postgres(url, options, if_missing).await,
    }
}

async fn open_sqlite(url: &DatabaseUrl, path: &Path, if_missing: IfMissing) -> Result<Db> {
    if !path.exists() {
        if if_missing == IfMissing::Refuse {
            return Err(StoreError::Missing {
                database: url.to_string(),
            });
        }
        if let Some(folder) = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty())
        {
            std::fs::create_dir_all(folder).map_err(|error| StoreError::Unavailable {
                reason: format!("the folder {} cannot be made: {error}", folder.display()),
            })?;
        }
    }
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(false)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Normal)
        .foreign_keys(true)
        .busy_timeout(PATIENCE)
        .pragma("temp_store", "MEMORY")
        // Kilobytes for each connection; what is read again lies in the system's own cache as well.
        .pragma("cache_size", "-8000")
        .pragma("journal_size_limit", "67108864")
        // Rows in flight from SQLite's thread: with fewer, the two threads wake each other row by row.
        .row_buffer_size(2048)
        .disable_statement_logging();
    // The writer comes first: it makes the file and turns it to WAL, which readers cannot.
    let pool = SqlitePoolOptions::new()
        .acquire_timeout(PATIENCE)
        .idle_timeout(None)
        .max_lifetime(None)
        .test_before_acquire(false);
    let create = if_missing == IfMissing::Create;
    turn_to_wal(options.clone().create_if_missing(create)).await?;
    // An import writes all over the indexes: with a larger cache and fewer checkpoints a page is written
    // once rather than ten times.
    let writer = options
        .clone()
        .pragma("cache_size", "-24000")
        .pragma("wal_autocheckpoint", "6000");
    let write = pool.clone().max_connections(1).connect_with(writer).await?;
    let read = pool
        .max_connections(SQLITE_READERS)
        .connect_with(options)
        .await?;
    let file = FileIdentity::of(path).map_err(|reason| StoreError::Unavailable { reason })?;
    Ok(Db::Sqlite(SqliteFile { read, write, file }))
}

/// Connects for the first time, which makes the file and turns it to WAL. While another process does the
/// same, SQLite answers “busy” at once instead of waiting, so the waiting is done here.
async fn turn_to_wal(options: SqliteConnectOptions) -> Result<()> {
    let began = Instant::now();
    loop {
        let connected = options.connect().await.map_err(StoreError::from);
        match connected {
            Ok(connection) => return Ok(connection.close().await?),
            Err(StoreError::Busy { .. }) if began.elapsed() < PATIENCE => {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            Err(error) => return Err(error),
        }
    }
}

async fn open_postgres(
    url: &DatabaseUrl,
    options: &PgConnectOptions,
    if_missing: IfMissing,
) -> Result<Db> {
    let options = options
        .clone()
        .application_name("slate")
        .disable_statement_logging();
    // One connection by hand: a pool would try a server that refuses until its patience ends.
    let missing = || StoreError::Missing {
        database: url.to_string(),
    };
    match options.connect().await {
        Ok(connection) => connection.close().await?,
        Err(error) if code(&error).as_deref() != Some("3D000") => return Err(error.into()),
        Err(_) if if_missing == IfMissing::Refuse => return Err(missing()),
        Err(_) => create_postgres(&options, options.get_database().ok_or_else(missing)?).await?,
    }
    let pool = PgPoolOptions::new()
        .acquire_timeout(PATIENCE)
        .max_connections(POSTGRES_CONNECTIONS);
    Ok(Db::Postgres(pool.connect_with(options).await?))
}

/// Makes a database by way of the one that every server has.
async fn create_postgres(options: &PgConnectOptions, name: &str) -> Result<()> {
    let mut server = options.clone().database("postgres").connect().await?;
    let quoted = name.replace('"', "\"\"");
    let create = format!("CREATE DATABASE \"{quoted}\" TEMPLATE template0 ENCODING 'UTF8'");
    let made = sqlx::query(AssertSqlSafe(create))
        .execute(&mut server)
        .await;
    server.close().await?;
    match made {
        // Another node was quicker.
        Err(error) if matches!(code(&error).as_deref(), Some("42P04" | "23505")) => Ok(()),
        other => Ok(other.map(|_| ())?),
    }
}

/// Which file was opened. A file that is deleted or replaced while it is open can still be written,
/// and everything that is written there is lost.
#[derive(Debug, Clone)]
pub struct FileIdentity {
    path: Arc<PathBuf>,
    identity: (u64, u64),
}

impl FileIdentity {
    fn of(path: &Path) -> std::result::Result<Self, String> {
        let seen =
            std::fs::metadata(path).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(Self {
            path: Arc::new(path.to_owned()),
            identity: identity(&seen),
        })
    }

    fn check(&self) -> Result<()> {
        let gone = |what: &str| StoreError::Unavailable {
            reason: format!(
                "the file {} {what}; put it back and restart the server",
                self.path.display()
            ),
        };
        match std::fs::metadata(self.path.as_path()) {
            Ok(seen) if identity(&seen) == self.identity => Ok(()),
            Ok(_) => Err(gone("was replaced by another while it was open")),
            Err(_) => Err(gone("is gone")),
        }
    }
}

fn identity(seen: &Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt;
    (seen.dev(), seen.ino())
}

/// That the database is still the one that was opened; a server says so itself.
pub(super) fn check_there(db: &Db) -> Result<()> {
    match db {
        Db::Sqlite(file) => file.file.check(),
        Db::Postgres(_) => Ok(()),
    }
}

/// A transaction that writes. `IMMEDIATE` takes SQLite's write lock at once, and waits for it; a
/// deferred one could fail at its first write with nothing to be done but to begin again.
pub(super) async fn begin_write(db: &Db) -> Result<On> {
    check_there(db)?;
    Ok(match db {
        Db::Sqlite(file) => On::Sqlite(
            file.write
                .begin_with("BEGIN IMMEDIATE")
                .await
                .map_err(in_line)?,
        ),
        Db::Postgres(pool) => On::Postgres(pool.begin().await?),
    })
}

/// Writers in line before this one took longer than one waits.
fn in_line(error: sqlx::Error) -> StoreError {
    match error {
        sqlx::Error::PoolTimedOut => StoreError::Busy {
            reason: "other writers were in line before this one".into(),
        },
        other => other.into(),
    }
}

/// A transaction that reads one state.
pub(super) async fn begin_read(db: &Db) -> Result<On> {
    Ok(match db {
        Db::Sqlite(file) => On::Sqlite(file.read.begin().await?),
        Db::Postgres(pool) => On::Postgres(
            pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                .await?,
        ),
    })
}

/// What ends a `SELECT` that holds its rows against other writers until the commit. SQLite has one
/// writer at a time anyway.
pub(super) fn for_update(tx: &Tx) -> &'static str {
    match tx.on {
        On::Sqlite(_) => "",
        On::Postgres(_) => "FOR UPDATE",
    }
}

/// Whether a table of this name is there.
pub(super) async fn table_exists(db: &Db, name: &'static str) -> Result<bool> {
    let sql = match db {
        Db::Sqlite(_) => "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = $1",
        Db::Postgres(_) => {
            "SELECT COUNT(*) FROM pg_catalog.pg_class WHERE oid = to_regclass($1) AND relkind IN ('r', 'p')"
        }
    };
    let found: i64 = each!(db, pool => sqlx::query_scalar(sql).bind(name).fetch_one(pool).await?);
    Ok(found > 0)
}

/// Runs the migrations that are missing. Before them PostgreSQL gets a collation by the name that
/// SQLite has for bytewise comparison, so that one migration can ask both for it.
pub(super) async fn run_migrations(db: &Db, migrator: &Migrator) -> Result<()> {
    match db {
        Db::Sqlite(file) => migrator.run(&file.write).await.map_err(to_store_error),
        Db::Postgres(pool) => {
            let known: i64 = sqlx::query_scalar(
                "SELECT COUNT(*) FROM pg_catalog.pg_collation WHERE collname = 'binary' AND pg_collation_is_visible(oid)",
            )
            .fetch_one(pool)
            .await?;
            if known == 0 {
                sqlx::query("CREATE COLLATION \"binary\" (LOCALE = 'C')")
                    .execute(pool)
                    .await?;
            }
            migrator.run(pool).await.map_err(to_store_error)
        }
    }
}

/// How one kind of database writes the values of many rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Placeholders {
    /// `?`: SQLite looks up numbered ones one by one among all of a statement.
    Bare,
    /// `$1`.
    Numbered,
}

impl Placeholders {
    pub(super) fn of(tx: &Tx) -> Self {
        match tx.on {
            On::Sqlite(_) => Self::Bare,
            On::Postgres(_) => Self::Numbered,
        }
    }

    /// `(?, ?), (?, ?)` or `($1, $2), ($3, $4)`.
    pub(super) fn tuples(self, rows: usize, columns: usize) -> String {
        let mut out = String::with_capacity(rows * columns * 7);
        for row in 0..rows {
            out.push_str(if row == 0 { "(" } else { ", (" });
            for column in 0..columns {
                if column > 0 {
                    out.push_str(", ");
                }
                match self {
                    Self::Bare => out.push('?'),
                    Self::Numbered => {
                        out.push('$');
                        out.push_str(&(row * columns + column + 1).to_string());
                    }
                }
            }
            out.push(')');
        }
        out
    }
}

fn code(error: &sqlx::Error) -> Option<Cow<'_, str>> {
    error.as_database_error().and_then(DatabaseError::code)
}

/// What an error of the driver means.
pub(super) fn classify(error: sqlx::Error) -> StoreError {
    use sqlx::Error as E;
    let reason = error.to_string();
    match &error {
        E::Database(database) => {
            let message = database.message().to_owned();
            match database.kind() {
                ErrorKind::UniqueViolation => return StoreError::Conflict { reason: message },
                ErrorKind::ForeignKeyViolation
                | ErrorKind::NotNullViolation
                | ErrorKind::CheckViolation
                | ErrorKind::ExclusionViolation => return StoreError::Refused { reason: message },
                _ => {}
            }
            let code = database.code().unwrap_or_default().into_owned();
            let known = if database.try_downcast_ref::<SqliteError>().is_some() {
                code.parse().ok().and_then(|code| of_sqlite(code, message))
            } else {
                of_postgres(&code, message)
            };
            known.unwrap_or(StoreError::Database(error))
        }
        E::PoolTimedOut => StoreError::Unavailable {
            reason: "no connection could be had in time".into(),
        },
        E::Io(_) | E::Tls(_) | E::PoolClosed | E::WorkerCrashed => {
            StoreError::Unavailable { reason }
        }
        _ => StoreError::Database(error),
    }
}

/// By <https://sqlite.org/rescode.html>.
fn of_sqlite(code: i32, reason: String) -> Option<StoreError> {
    const MOVED: i32 = 8 | (4 << 8);
    if code == MOVED {
        return Some(StoreError::Unavailable { reason });
    }
    match code & 0xff {
        5 | 6 => Some(StoreError::Busy { reason }),
        8 => Some(StoreError::ReadOnly { reason }),
        10 | 14 => Some(StoreError::Unavailable { reason }),
        11 | 26 => Some(StoreError::Damaged { reason }),
        13 => Some(StoreError::Full { reason }),
        _ => None,
    }
}

/// By <https://www.postgresql.org/docs/15/errcodes-appendix.html>.
fn of_postgres(code: &str, reason: String) -> Option<StoreError> {
    match code {
        "25006" => Some(StoreError::ReadOnly { reason }),
        "40001" | "40P01" | "55P03" => Some(StoreError::Busy { reason }),
        "53100" => Some(StoreError::Full { reason }),
        "3D000" | "53200" | "53300" | "57P01" | "57P02" | "57P03" => {
            Some(StoreError::Unavailable { reason })
        }
        _ if code.starts_with("08") || code.starts_with("28") || code.starts_with("58") => {
            Some(StoreError::Unavailable { reason })
        }
        _ if code.starts_with("XX00") && code > "XX000" => Some(StoreError::Damaged { reason }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_say_what_to_do() {
        let sqlite = |code| of_sqlite(code, String::new());
        assert!(matches!(
            sqlite(5 | (2 << 8)),
            Some(StoreError::Busy { .. })
        ));
        assert!(matches!(sqlite(8), Some(StoreError::ReadOnly { .. })));
        assert!(matches!(
            sqlite(8 | (4 << 8)),
            Some(StoreError::Unavailable { .. })
        ));
        assert!(matches!(sqlite(13), Some(StoreError::Full { .. })));
        assert!(matches!(sqlite(26), Some(StoreError::Damaged { .. })));
        assert!(sqlite(1).is_none());
        let postgres = |code| of_postgres(code, String::new());
        assert!(matches!(postgres("40P01"), Some(StoreError::Busy { .. })));
        assert!(matches!(postgres("53100"), Some(StoreError::Full { .. })));
        assert!(matches!(
            postgres("57P01"),
            Some(StoreError::Unavailable { .. })
        ));
        assert!(matches!(
            postgres("28P01"),
            Some(StoreError::Unavailable { .. })
        ));
        assert!(matches!(
            postgres("XX001"),
            Some(StoreError::Damaged { .. })
        ));
        assert!(postgres("42601").is_none());
    }
}
