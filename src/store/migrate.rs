//! The schema: which migrations there are, which have been applied, and how the rest is.

use std::borrow::Cow;
use std::time::Duration;

use sqlx::SqlSafeStr;
use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};

use super::{Db, Result, StoreError, dialect, each};

/// The migrations, in order: number, name, text. One that has been applied anywhere is never edited,
/// and its checksum tells.
const MIGRATIONS: &[(i64, &str, &str)] = &[(
    1,
    "catalogue",
    include_str!("../../migrations/0001_catalogue.sql"),
)];

/// What [`Db::migrate`] did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Migrated {
    /// The schema that was found; 0 for an empty database.
    pub from: i64,
    pub to: i64,
}

/// How the schema of a database stands to this binary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SchemaState {
    /// There is none yet.
    Empty,
    /// It lacks migrations.
    Older {
        found: i64,
        needed: i64,
    },
    Current {
        version: i64,
    },
}

impl SchemaState {
    /// Refuses a schema that has to be migrated first.
    pub fn require_current(self) -> Result<()> {
        match self {
            Self::Current { .. } => Ok(()),
            Self::Empty => Err(StoreError::SchemaOlder {
                found: 0,
                needed: newest(),
            }),
            Self::Older { found, needed } => Err(StoreError::SchemaOlder { found, needed }),
        }
    }
}

impl Db {
    /// Brings the schema up to date. Several nodes may do it at once.
    #[tracing::instrument(skip_all, err)]
    pub async fn migrate(&self) -> Result<Migrated> {
        let from = self.applied().await?;
        let migrator = migrator();
        let mut attempt = 0;
        // Without a lock, the slower of two nodes finds the other's tables in its way; a moment later
        // it finds them recorded as well, and has nothing left to do.
        while let Err(error) = dialect::run_migrations(self, &migrator).await {
            attempt += 1;
            let may_pass = matches!(
                error,
                StoreError::Database(_) | StoreError::Conflict { .. } | StoreError::Busy { .. }
            );
            if attempt > 5 || !may_pass {
                return Err(error);
            }
            tracing::debug!(%error, attempt, "migration did not go through, trying again");
            tokio::time::sleep(Duration::from_millis(50 * attempt)).await;
        }
        Ok(Migrated { from, to: newest() })
    }

    /// How the schema stands to this binary; one from a newer binary is an error.
    #[tracing::instrument(skip_all, err)]
    pub async fn check_schema(&self) -> Result<SchemaState> {
        Ok(match self.applied().await? {
            0 => SchemaState::Empty,
            version if version == newest() => SchemaState::Current { version },
            found => SchemaState::Older {
                found,
                needed: newest(),
            },
        })
    }

    /// The newest migration that was applied, 0 if none was.
    async fn applied(&self) -> Result<i64> {
        if !dialect::table_exists(self, "_sqlx_migrations").await? {
            return Ok(0);
        }
        let newest_applied: Option<i64> = each!(self, pool =>
            sqlx::query_scalar("SELECT MAX(version) FROM _sqlx_migrations").fetch_one(pool).await?);
        let found = newest_applied.unwrap_or(0);
        if found > newest() {
            return Err(StoreError::SchemaNewer {
                found,
                known: newest(),
            });
        }
        Ok(found)
    }
}

fn newest() -> i64 {
    MIGRATIONS.last().map_or(0, |(number, ..)| *number)
}

fn migrator() -> Migrator {
    let one = |(number, name, sql): &(i64, &'static str, &'static str)| {
        Migration::new(
            *number,
            Cow::Borrowed(*name),
            MigrationType::Simple,
            sql.into_sql_str(),
            false,
        )
    };
    let mut migrator = Migrator::with_migrations(MIGRATIONS.iter().map(one).collect());
    // sqlx would take an advisory lock, which not everything has that speaks PostgreSQL's protocol.
    migrator.set_locking(false);
    migrator
}

pub(super) fn to_store_error(error: MigrateError) -> StoreError {
    match error {
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => error.into(),
        other => StoreError::SchemaAltered {
            reason: other.to_string(),
        },
    }
}
