//! The catalogue as files: CSV and JSON Lines, in and out.
//!
//! Both formats carry the same flat records under the same column names ([`columns`]). A record is an
//! edition, a company or a title; an export holds all three, in that order, and importing it into an
//! empty database gives the same catalogue on either database. A partner's file usually has titles
//! alone, under a few of the columns. An export carries the current edition and no other: its record, the
//! companies' parts in it, the listings in it. Companies and titles are all there, whatever lists them.
//!
//! How a file becomes titles: [`table`] reads rows, [`row_to_title`] and [`row_to_company`] parse them
//! into changes of domain values, [`import`] compares those with what is stored and writes the
//! difference, and [`report`] says what was not taken and why. To add a column, add it to
//! [`columns::Field`], read it in `row_to_title` and write it in [`title_to_row`]; the round trip in
//! the tests fails until both are there.

mod cells;
pub mod columns;
mod directory;
mod error;
mod export;
mod import;
mod kept_ids;
mod lines;
mod market;
mod materials;
mod multi;
mod outcome;
mod parse;
mod precheck;
pub mod progress;
pub mod report;
mod row_to_company;
mod row_to_title;
mod slugs;
mod stored;
pub mod table;
mod title_to_row;
mod watch;
mod writer;

pub use error::ExchangeError;
pub use export::export;
pub use import::{ImportOptions, ImportSummary, import};
pub use multi::{join, split};
pub use progress::Progress;

use std::path::Path;

/// The two forms of a catalogue file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// RFC 4180 with a header line.
    Csv,
    /// One JSON object a line.
    JsonLines,
}

impl Format {
    /// What a file's name says, if it says anything.
    pub fn of_name(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        match extension.as_str() {
            "csv" => Some(Self::Csv),
            "jsonl" | "ndjson" => Some(Self::JsonLines),
            _ => None,
        }
    }

    /// What a file's beginning says: JSON Lines start with a brace.
    pub fn of_beginning(bytes: &[u8]) -> Self {
        let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
        if first == Some(&b'{') {
            Self::JsonLines
        } else {
            Self::Csv
        }
    }
}

#[cfg(test)]
mod tests;
