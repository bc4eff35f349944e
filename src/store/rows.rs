//! Rows into values: how a column of text, number or JSON becomes what the domain knows.

use std::fmt::Display;
use std::str::FromStr;

use serde::Serialize;
use serde::de::DeserializeOwned;
use slate_domain::date::{Date, Timestamp, parse_date};
use slate_domain::window::Window;

use super::{Result, StoreError};

/// Why a column could not be read: its name and what is wrong with it.
#[derive(Debug)]
pub(super) struct Unreadable(String);

pub(super) type Column<T> = std::result::Result<T, Unreadable>;

impl Unreadable {
    pub(super) fn new(column: &str, reason: impl Display) -> Self {
        Self(format!("column {column}: {reason}"))
    }

    /// The error that names the row as well.
    pub(super) fn of_row(self, table: &'static str, id: impl Display) -> StoreError {
        StoreError::CorruptRow {
            table,
            id: id.to_string(),
            reason: self.0,
        }
    }
}

/// Anything that is written as text.
pub(super) fn text<T>(column: &str, given: &str) -> Column<T>
where
    T: FromStr,
    T::Err: Display,
{
    given
        .parse()
        .map_err(|error| Unreadable::new(column, error))
}

/// The same, where it may be NULL.
pub(super) fn optional<T>(column: &str, given: Option<&str>) -> Column<Option<T>>
where
    T: FromStr,
    T::Err: Display,
{
    given.map(|given| text(column, given)).transpose()
}

/// A number of a type that is smaller than the column's.
pub(super) fn number<N, T>(column: &str, given: i64) -> Column<T>
where
    N: TryFrom<i64>,
    T: TryFrom<N>,
    T::Error: Display,
{
    let small = N::try_from(given)
        .map_err(|_| Unreadable::new(column, format_args!("{given} is out of range")))?;
    T::try_from(small).map_err(|error| Unreadable::new(column, error))
}

pub(super) fn moment(column: &str, given: i64) -> Column<Timestamp> {
    let moment = Timestamp::from_millis(given);
    if moment.as_millis() == given {
        Ok(moment)
    } else {
        Err(Unreadable::new(
            column,
            format_args!("{given} is no time between the years 0 and 9999"),
        ))
    }
}

pub(super) fn day(column: &str, given: Option<&str>) -> Column<Option<Date>> {
    given
        .map(|given| parse_date(given).map_err(|error| Unreadable::new(column, error)))
        .transpose()
}

/// The days from and until, either of them open.
pub(super) fn window(
    columns: [&str; 2],
    from: Option<&str>,
    until: Option<&str>,
) -> Column<Window> {
    let [from_column, until_column] = columns;
    let from = day(from_column, from)?;
    Window::new(from, day(until_column, until)?)
        .map_err(|error| Unreadable::new(until_column, error))
}

/// A list or a text in several languages. What is empty, as most lists are, is not parsed.
pub(super) fn json<T: DeserializeOwned + Default>(column: &str, given: &str) -> Column<T> {
    match given {
        "[]" | "{}" => Ok(T::default()),
        _ => serde_json::from_str(given).map_err(|error| Unreadable::new(column, error)),
    }
}

/// What is written into such a column.
pub(super) fn to_json<T: Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|error| StoreError::Refused {
        reason: error.to_string(),
    })
}
