//! Files to batches of parsed records, on a thread of its own while the last batch is being written.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tokio::sync::mpsc::Sender;

use super::ExchangeError;
use super::columns::{Column, Field};
use super::report::Finding;
use super::row_to_company::{CompanyRow, EditionRow};
use super::row_to_title::TitleRow;
use super::table::{Next, Row, Table};

/// How many records go into one transaction.
pub(super) const BATCH: usize = 1_000;

/// What a row turned out to be.
pub(super) enum Record {
    Edition(Box<EditionRow>),
    Company(Box<CompanyRow>),
    Title(Box<TitleRow>),
    /// The findings say why.
    Rejected,
}

/// Some records that follow each other in one file.
pub(super) struct Batch {
    pub file: Arc<str>,
    /// In the order of the file, each with what was found about it.
    pub records: Vec<(Record, Vec<Finding>)>,
    /// How far all files together have been read.
    pub bytes: u64,
}

/// Reads all files and hands on their records, until there are no more or nobody takes them.
pub(super) fn run(files: &[PathBuf], batches: &Sender<Result<Batch, ExchangeError>>) {
    let mut before = 0;
    for file in files {
        let end = read_file(file, before, batches);
        match end {
            Ok(Some(bytes)) => before += bytes,
            Ok(None) => return,
            Err(error) => {
                // The receiver may be gone, and then nobody wants to know.
                let _ = batches.blocking_send(Err(error));
                return;
            }
        }
    }
}

/// Reads one file; answers its length, or `None` if nobody takes the batches any more.
fn read_file(
    path: &Path,
    before: u64,
    batches: &Sender<Result<Batch, ExchangeError>>,
) -> Result<Option<u64>, ExchangeError> {
    let file: Arc<str> = path.display().to_string().into();
    let mut table = Table::open(path)?;
    let mut seen = Seen::default();
    loop {
        let mut records = Vec::with_capacity(BATCH);
        while records.len() < BATCH {
            match table.read_next()? {
                Next::Row(row) => records.push(read_row(&row, &mut seen)),
                Next::Bad(finding) => records.push((Record::Rejected, vec![finding])),
                Next::End => break,
            }
        }
        let last = records.len() < BATCH;
        let bytes = table.bytes();
        if !records.is_empty() {
            let batch = Batch {
                file: Arc::clone(&file),
                records,
                bytes: before + bytes,
            };
            if batches.blocking_send(Ok(batch)).is_err() {
                return Ok(None);
            }
        }
        if last {
            return Ok(Some(bytes));
        }
    }
}

fn read_row(row: &Row, seen: &mut Seen) -> (Record, Vec<Finding>) {
    let kind = row
        .columns
        .iter()
        .zip(&row.cells)
        .find(|(column, _)| **column == Column::Fixed(Field::Record));
    let kind = kind
        .map(|(_, cell)| cell.text().trim().to_ascii_lowercase())
        .unwrap_or_default();
    let read = if row.cells.iter().all(super::table::Cell::is_empty) {
        Err(vec![Finding::rejected(
            row.line,
            "",
            "",
            "empty row",
            "the row is empty",
        )])
    } else {
        match kind.as_str() {
            "" | "title" => TitleRow::read(row).and_then(|(title, findings)| {
                seen.note(&title)?;
                Ok((Record::Title(Box::new(title)), findings))
            }),
            "company" => CompanyRow::read(row)
                .map(|(company, findings)| (Record::Company(Box::new(company)), findings)),
            "edition" => EditionRow::read(row)
                .map(|(edition, findings)| (Record::Edition(Box::new(edition)), findings)),
            other => {
                let reason = "a record is an edition, a company or a title";
                Err(vec![Finding::rejected(
                    row.line,
                    Field::Record.name(),
                    other,
                    "unknown record",
                    reason,
                )])
            }
        }
    };
    read.unwrap_or_else(|findings| (Record::Rejected, findings))
}

/// The keys a file has had, as hashes of 64 bits: eight bytes for a row that may have a thousand.
#[derive(Default)]
struct Seen(HashSet<u64>);

impl Seen {
    /// Notes the keys of a title, and refuses one that an earlier row of the file had.
    fn note(&mut self, title: &TitleRow) -> Result<(), Vec<Finding>> {
        let id = title.id.map(|id| (Field::Id, id.to_string()));
        let source_id = title
            .source_id
            .as_ref()
            .map(|id| (Field::SourceId, id.to_string()));
        for (field, key) in [source_id, id].into_iter().flatten() {
            let mut hasher = DefaultHasher::new();
            (field.name(), &key).hash(&mut hasher);
            if !self.0.insert(hasher.finish()) {
                let reason = format!(
                    "an earlier row of this file has the same {}, and counts",
                    field.name()
                );
                return Err(vec![Finding::rejected(
                    title.line,
                    field.name(),
                    &key,
                    "duplicate key",
                    reason,
                )]);
            }
        }
        Ok(())
    }
}
