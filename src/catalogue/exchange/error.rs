//! What stops an import or an export, said so that whoever started it can put it right.

use std::io;
use std::path::PathBuf;

/// Why a file was not taken, or the catalogue not written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExchangeError {
    #[error("{}: cannot be read: {source}; check the path and its permissions", .file.display())]
    Read { file: PathBuf, source: io::Error },
    #[error("{}: is not a plain file; an import reads its file twice, so save it to disk first", .file.display())]
    NotAFile { file: PathBuf },
    #[error("{}: is empty; the first line must name the columns", .file.display())]
    Empty { file: PathBuf },
    #[error("{}, line {line}: is not UTF-8: {hint}", .file.display())]
    NotUtf8 {
        file: PathBuf,
        line: u64,
        hint: &'static str,
    },
    #[error("{}, line 1: there is no header: {hint}", .file.display())]
    NoHeader { file: PathBuf, hint: String },
    #[error("{}, line {line}: unknown column \"{column}\"{hint}", .file.display())]
    UnknownColumn {
        file: PathBuf,
        line: u64,
        column: String,
        hint: String,
    },
    #[error("{}, line {line}: column \"{column}\" is there twice{hint}; keep one", .file.display())]
    DuplicateColumn {
        file: PathBuf,
        line: u64,
        column: String,
        hint: String,
    },
    #[error(
        "{}, line {line}: this record is longer than {} MB: is a quote left open?",
        .file.display(), super::table::MAX_RECORD / 1_000_000
    )]
    TooLong { file: PathBuf, line: u64 },
    #[error("the report {} cannot be written: {source}; choose another place with --report", .file.display())]
    Report { file: PathBuf, source: io::Error },
    #[error("the export cannot be written: {0}")]
    Write(#[from] io::Error),
    #[error("the catalogue was changed while it was exported: start the export again")]
    Changed,
    #[error("the import stopped: {0}; run it again and it goes on where it was")]
    Stopped(String),
    #[error(transparent)]
    Store(#[from] crate::store::StoreError),
}

impl From<csv::Error> for ExchangeError {
    fn from(error: csv::Error) -> Self {
        Self::Write(error.into())
    }
}

impl From<serde_json::Error> for ExchangeError {
    fn from(error: serde_json::Error) -> Self {
        Self::Write(error.into())
    }
}
