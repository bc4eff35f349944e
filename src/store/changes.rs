//! The change feed: what was written, numbered without gaps in the order of the commits.
//!
//! Whoever keeps something made from the catalogue (search index, page cache, another node) remembers
//! the last number it has seen and asks for what came [`since`].

use slate_domain::date::Timestamp;
use slate_domain::id::EditionId;

use super::bulk::{self, Cell, Table};
use super::rows::{Column, moment, optional, text};
use super::{Db, Result, Tx, each};

/// One thing that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// From 1, without gaps.
    pub number: i64,
    pub at: Timestamp,
    pub entity: Entity,
    /// Of the title, company, edition or person; of a participation the company's, of a listing the
    /// title's.
    pub id: String,
    /// The edition of a participation or a listing.
    pub edition: Option<EditionId>,
    pub action: Action,
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident, $what:literal: $($variant:ident = $word:literal),+) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($variant),+
        }

        impl $name {
            /// As the feed has it, and as other nodes and partners read it.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word),+
                }
            }
        }

        impl std::str::FromStr for $name {
            type Err = String;

            fn from_str(given: &str) -> std::result::Result<Self, String> {
                match given {
                    $($word => Ok(Self::$variant),)+
                    _ => Err(format!(concat!("{:?} is no ", $what), given)),
                }
            }
        }
    };
}

words! {
    /// What kind of thing was written.
    Entity, "entity": Title = "title", Company = "company", Edition = "edition", Person = "person",
    Participation = "participation", Listing = "listing"
}

words! {
    /// What was done to it.
    Action, "action": Put = "put", Delete = "delete"
}

/// A change that has no number yet.
#[derive(Debug, Clone)]
pub(crate) struct NewChange {
    entity: Entity,
    id: String,
    edition: Option<EditionId>,
    action: Action,
}

impl NewChange {
    pub(crate) fn put(entity: Entity, id: impl ToString) -> Self {
        Self {
            entity,
            id: id.to_string(),
            edition: None,
            action: Action::Put,
        }
    }

    /// Of something that belongs to one edition.
    pub(crate) fn put_in(entity: Entity, edition: EditionId, id: impl ToString) -> Self {
        Self {
            edition: Some(edition),
            ..Self::put(entity, id)
        }
    }
}

static FEED: Table = Table {
    name: "change_feed",
    key: &["number"],
    columns: &["number", "at", "entity", "id", "edition", "action"],
    computed: &[],
};

/// Numbers changes and writes them: the last act of a transaction, since from here on every other
/// writer waits for its commit.
pub(super) async fn append(tx: &mut Tx, changes: &[NewChange]) -> Result<()> {
    let Ok(count @ 1..) = i64::try_from(changes.len()) else {
        return Ok(());
    };
    let last: i64 = each!(tx, conn =>
        sqlx::query_scalar("UPDATE change_counter SET last = last + $1 WHERE one = 1 RETURNING last")
            .bind(count)
            .fetch_one(&mut *conn)
            .await?);
    let at = tx.now().as_millis();
    let row = |(number, change): (i64, &'_ NewChange)| -> [Cell<'static>; 6] {
        [
            number.into(),
            at.into(),
            change.entity.as_str().into(),
            change.id.clone().into(),
            change.edition.map(|edition| edition.to_string()).into(),
            change.action.as_str().into(),
        ]
    };
    let rows: Vec<_> = (last - count + 1..).zip(changes).map(row).collect();
    bulk::put(tx, &FEED, &rows).await
}

/// The newest number, 0 before the first change.
#[tracing::instrument(skip_all, err)]
pub async fn last(db: &Db) -> Result<i64> {
    Ok(
        each!(db, pool => sqlx::query_scalar("SELECT last FROM change_counter WHERE one = 1").fetch_one(pool).await?),
    )
}

macro_rules! select_change {
    ($rest:literal) => {
        concat!(
            "SELECT number, at, entity, id, edition, action FROM change_feed ",
            $rest
        )
    };
}

/// The newest change, `None` before the first.
#[tracing::instrument(skip_all, err)]
pub async fn last_change(db: &Db) -> Result<Option<Change>> {
    let row: Option<ChangeRow> = each!(db, pool =>
        sqlx::query_as(select_change!("ORDER BY number DESC LIMIT 1")).fetch_optional(pool).await?);
    row.map(ChangeRow::into_change).transpose()
}

/// What was written after a number, in order, at most `limit` changes.
#[tracing::instrument(skip_all, fields(after, limit), err)]
pub async fn since(db: &Db, after: i64, limit: u32) -> Result<Vec<Change>> {
    let rows: Vec<ChangeRow> = each!(db, pool =>
        sqlx::query_as(select_change!("WHERE number > $1 ORDER BY number LIMIT $2"))
            .bind(after)
            .bind(i64::from(limit))
            .fetch_all(pool)
            .await?);
    rows.into_iter().map(ChangeRow::into_change).collect()
}

#[derive(sqlx::FromRow)]
struct ChangeRow {
    number: i64,
    at: i64,
    entity: String,
    id: String,
    edition: Option<String>,
    action: String,
}

impl ChangeRow {
    fn into_change(self) -> Result<Change> {
        let number = self.number;
        self.read()
            .map_err(|reason| reason.of_row("change_feed", number))
    }

    fn read(self) -> Column<Change> {
        Ok(Change {
            number: self.number,
            at: moment("at", self.at)?,
            entity: text("entity", &self.entity)?,
            edition: optional("edition", self.edition.as_deref())?,
            action: text("action", &self.action)?,
            id: self.id,
        })
    }
}
