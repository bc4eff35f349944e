//! What can go wrong with a database, in words that say what to do.

use super::dialect;

/// Why the store could not do what it was asked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// What was given as the address of a database is none.
    #[error(
        "{given:?} is not the address of a database: {reason}. Give sqlite:PATH, such as sqlite:data/slate.db or sqlite:/srv/slate/slate.db, or postgres://USER:PASSWORD@HOST/DATABASE."
    )]
    Url { given: String, reason: String },

    /// The database is not there, and was not to be made.
    #[error(
        "The database {database} does not exist. Check the address, or make it with: slate migrate --database {database}"
    )]
    Missing { database: String },

    /// The schema was made by a later version.
    #[error(
        "The database has schema {found}, and this version of slate knows schemas up to {known}: it belongs to a newer slate. Install that one, or restore a backup made before the upgrade."
    )]
    SchemaNewer { found: i64, known: i64 },

    /// The schema has to be brought up to date.
    #[error(
        "The database has schema {found}, and this version of slate needs schema {needed}. Bring it up to date with: slate migrate"
    )]
    SchemaOlder { found: i64, needed: i64 },

    /// The schema is not one that slate's migrations make.
    #[error(
        "The schema of the database is not as slate made it: {reason}. Restore a backup, or look at the table _sqlx_migrations."
    )]
    SchemaAltered { reason: String },

    /// The database does not answer, or has gone.
    #[error(
        "The database cannot be reached: {reason}. It is tried again at the next request; see that it runs and is where it was."
    )]
    Unavailable { reason: String },

    /// Others hold it for longer than one waits.
    #[error(
        "The database is busy: {reason}. Try again; if it stays so, look for another program that holds it."
    )]
    Busy { reason: String },

    /// No room.
    #[error("The disk of the database is full: {reason}. Make room; nothing was written.")]
    Full { reason: String },

    /// It may be read and not written.
    #[error(
        "The database can be read and not written: {reason}. Give the server's user the right to write the file and its folder, or connect to the primary."
    )]
    ReadOnly { reason: String },

    /// Something else has this name, key or place already.
    #[error("That is taken already: {reason}.")]
    Conflict { reason: String },

    /// A value that the schema does not admit, or a reference to what is not there.
    #[error("The database refuses a value: {reason}.")]
    Refused { reason: String },

    /// The file is damaged, or no database at all.
    #[error(
        "The file of the database is damaged or something else: {reason}. Check the address; restore a backup."
    )]
    Damaged { reason: String },

    /// A row that says nothing the domain knows.
    #[error("The row {id} of table {table} cannot be read: {reason}.")]
    CorruptRow {
        table: &'static str,
        id: String,
        reason: String,
    },

    /// Anything else.
    #[error("The database answered with an error: {0}")]
    Database(#[source] sqlx::Error),
}

impl StoreError {
    /// Whether the same call may well succeed a moment later, with nothing mended.
    pub fn is_transient(&self) -> bool {
        matches!(self, Self::Busy { .. } | Self::Unavailable { .. })
    }

    /// Whether it is the state of the database or of its machine, and not of the request, that is wrong.
    pub fn is_outage(&self) -> bool {
        !matches!(
            self,
            Self::Conflict { .. } | Self::Refused { .. } | Self::Url { .. }
        )
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        dialect::classify(error)
    }
}
