//! Many rows in few statements.
//!
//! A statement of many rows is parsed once and kept by the connection, so it has one of four sizes, and
//! what is left over is written in smaller ones: 700 rows are two of 256, two of 64, three of 16 and
//! twelve of 1. Sizes stay below the parameters a statement may have (32,766 on SQLite).

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use sqlx::AssertSqlSafe;
use sqlx::postgres::PgArguments;
use sqlx::query::Query;
use sqlx::sqlite::SqliteArguments;

use super::dialect::Placeholders;
use super::{Result, Tx, each};

const SIZES: [usize; 4] = [256, 64, 16, 1];

/// A table as it is written. A row that is there already, by the table's key, is replaced; where no key
/// is named, it is a conflict.
#[derive(Debug)]
pub(super) struct Table {
    pub name: &'static str,
    pub key: &'static [&'static str],
    pub columns: &'static [&'static str],
    /// What a column becomes where not the new value, as SQL.
    pub computed: &'static [(&'static str, &'static str)],
}

/// One value of a row.
#[derive(Debug, Clone)]
pub(super) enum Cell<'a> {
    Text(Option<Cow<'a, str>>),
    Int(Option<i64>),
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Some(Cow::Borrowed(text)))
    }
}

impl From<String> for Cell<'_> {
    fn from(text: String) -> Self {
        Self::Text(Some(Cow::Owned(text)))
    }
}

impl<'a> From<Option<&'a str>> for Cell<'a> {
    fn from(text: Option<&'a str>) -> Self {
        Self::Text(text.map(Cow::Borrowed))
    }
}

impl From<Option<String>> for Cell<'_> {
    fn from(text: Option<String>) -> Self {
        Self::Text(text.map(Cow::Owned))
    }
}

impl From<i64> for Cell<'_> {
    fn from(number: i64) -> Self {
        Self::Int(Some(number))
    }
}

impl From<Option<i64>> for Cell<'_> {
    fn from(number: Option<i64>) -> Self {
        Self::Int(number)
    }
}

/// Writes rows of as many cells as the table has columns.
pub(super) async fn put<const N: usize>(
    tx: &mut Tx,
    table: &'static Table,
    rows: &[[Cell<'_>; N]],
) -> Result<()> {
    debug_assert_eq!(
        N,
        table.columns.len(),
        "{} has as many columns as its rows have cells",
        table.name
    );
    let placeholders = Placeholders::of(tx);
    let mut rest = rows;
    for size in SIZES {
        while rest.len() >= size {
            let (now, later) = rest.split_at(size);
            rest = later;
            let sql = statement(table, placeholders, size);
            each!(tx, conn => {
                let mut query = sqlx::query(AssertSqlSafe(sql));
                for cell in now.iter().flatten() {
                    query = cell.bind(query);
                }
                query.execute(&mut *conn).await?;
            });
        }
    }
    Ok(())
}

/// Of several values with the same key the last, in the order of the first: as if they had been written
/// one after the other, which PostgreSQL refuses to do in one statement.
pub(super) fn last_of_each<T, K: Eq + std::hash::Hash>(
    values: &[T],
    key: impl Fn(&T) -> K,
) -> Vec<&T> {
    let mut places = HashMap::with_capacity(values.len());
    let mut kept: Vec<&T> = Vec::with_capacity(values.len());
    for value in values {
        let place = *places.entry(key(value)).or_insert(kept.len());
        match kept.get_mut(place) {
            Some(earlier) => *earlier = value,
            None => kept.push(value),
        }
    }
    kept
}

/// Runs `before`, `IN (…)` and `after` for many values, some hundreds at once, and puts the rows found
/// together. The list is filled up with its last value: one statement serves every length.
macro_rules! select_in {
    ($tx:expr, $row:ty, $before:expr, $values:expr, $after:expr) => {{
        let values: &[String] = $values;
        let placeholders = $crate::store::dialect::Placeholders::of($tx);
        let mut found: Vec<$row> = Vec::with_capacity(values.len());
        for chunk in values.chunks($crate::store::bulk::MOST_IN_LIST) {
            let size = $crate::store::bulk::list_size(chunk.len());
            let sql = format!("{} IN {} {}", $before, placeholders.tuples(1, size), $after);
            let sql = ::sqlx::AssertSqlSafe(sql);
            let last = chunk.last().map_or("", String::as_str);
            let filled = chunk.iter().map(String::as_str).chain(::std::iter::repeat(last)).take(size);
            $crate::store::each!($tx, conn => {
                let mut query = ::sqlx::query_as::<_, $row>(sql);
                for value in filled {
                    query = query.bind(value);
                }
                found.extend(query.fetch_all(&mut *conn).await?);
            });
        }
        found
    }};
}
pub(super) use select_in;

/// Runs a statement that ends in `IN (…)`, such as a `DELETE`, for many values.
pub(super) async fn execute_in(tx: &mut Tx, before: &'static str, values: &[String]) -> Result<()> {
    let placeholders = Placeholders::of(tx);
    for chunk in values.chunks(MOST_IN_LIST) {
        let size = list_size(chunk.len());
        let sql = AssertSqlSafe(format!("{before} IN {}", placeholders.tuples(1, size)));
        let last = chunk.last().map_or("", String::as_str);
        let filled = chunk
            .iter()
            .map(String::as_str)
            .chain(std::iter::repeat(last))
            .take(size);
        each!(tx, conn => {
            let mut query = sqlx::query(sql);
            for value in filled {
                query = query.bind(value);
            }
            query.execute(&mut *conn).await?;
        });
    }
    Ok(())
}

/// The longest list of [`select_in!`].
pub(super) const MOST_IN_LIST: usize = 512;

/// The next larger of the few lengths a list has.
pub(super) fn list_size(length: usize) -> usize {
    match length {
        0 | 1 => 1,
        2..=16 => 16,
        17..=128 => 128,
        _ => MOST_IN_LIST,
    }
}

type Statements = HashMap<(&'static str, Placeholders, usize), Arc<str>>;

/// The statement for so many rows, made once.
fn statement(table: &'static Table, placeholders: Placeholders, rows: usize) -> Arc<str> {
    static MADE: LazyLock<Mutex<Statements>> = LazyLock::new(Mutex::default);
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    let sql = made
        .entry((table.name, placeholders, rows))
        .or_insert_with(|| text(table, placeholders, rows).into());
    Arc::clone(sql)
}

fn text(table: &Table, placeholders: Placeholders, rows: usize) -> String {
    let Table {
        name,
        key,
        columns,
        computed,
    } = table;
    let set = |column: &&str| {
        let other = computed.iter().find(|(computed, _)| computed == column);
        match other {
            Some((_, value)) => format!("{column} = {value}"),
            None => format!("{column} = excluded.{column}"),
        }
    };
    let replaced: Vec<_> = columns
        .iter()
        .filter(|column| !key.contains(column))
        .map(set)
        .collect();
    let (columns, key, replaced) = (columns.join(", "), key.join(", "), replaced.join(", "));
    let values = placeholders.tuples(rows, table.columns.len());
    let insert = format!("INSERT INTO {name} ({columns}) VALUES {values}");
    if key.is_empty() {
        insert
    } else {
        format!("{insert} ON CONFLICT ({key}) DO UPDATE SET {replaced}")
    }
}

/// Binding a cell, for each of the two kinds of statement.
trait Bind<Q> {
    fn bind(&self, query: Q) -> Q;
}

macro_rules! bind_cells {
    ($($database:ty, $arguments:ty;)+) => {$(
        impl<'q> Bind<Query<'q, $database, $arguments>> for Cell<'_> {
            fn bind(&self, query: Query<'q, $database, $arguments>) -> Query<'q, $database, $arguments> {
                match self {
                    Self::Text(text) => query.bind(text.as_deref().map(str::to_owned)),
                    Self::Int(number) => query.bind(*number),
                }
            }
        }
    )+};
}

bind_cells! {
    sqlx::Sqlite, SqliteArguments;
    sqlx::Postgres, PgArguments;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_replaces_what_is_there_by_its_key() {
        let table = Table {
            name: "thing",
            key: &["id"],
            columns: &["id", "name", "version"],
            computed: &[("version", "thing.version + 1")],
        };
        assert_eq!(
            text(&table, Placeholders::Numbered, 2),
            "INSERT INTO thing (id, name, version) VALUES ($1, $2, $3), ($4, $5, $6) \
             ON CONFLICT (id) DO UPDATE SET name = excluded.name, version = thing.version + 1"
        );
        assert!(text(&table, Placeholders::Bare, 2).contains("VALUES (?, ?, ?), (?, ?, ?) ON"));
    }
}
