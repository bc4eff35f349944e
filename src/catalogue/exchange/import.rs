//! The import of catalogue files.
//!
//! Every file is checked before anything is written; then one thread reads and parses while this one
//! writes, a transaction a batch. An import that was broken off is run again: what is there already is
//! found by its key and, being unchanged, not written.

use std::fmt;
use std::path::PathBuf;
use std::time::Instant;

use slate_domain::text::Name;
use tokio::sync::mpsc;
use tokio::task::spawn_blocking;

use super::report::Report;
use super::writer::Writer;
use super::{ExchangeError, Progress, parse, precheck};
use crate::server::clock::Clock;
use crate::store::Db;

/// How many parsed batches may wait for the database.
const WAITING: usize = 2;

/// What to import, and how.
#[derive(Debug, Clone, Default)]
pub struct ImportOptions {
    pub files: Vec<PathBuf>,
    /// Under whom titles are filed that name no company; "Imported catalogue" where nothing is said.
    pub company: Option<Name>,
    /// New titles are drafts unless their row says otherwise.
    pub draft: bool,
    /// Where the report goes; else into `reports` in the data folder.
    pub report: Option<PathBuf>,
    pub data_dir: PathBuf,
}

/// What came of an import. Counts records: titles, and companies and editions where the file has them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ImportSummary {
    pub read: u64,
    pub created: u64,
    pub updated: u64,
    pub unchanged: u64,
    pub rejected: u64,
    /// Values that were left out of records that were taken.
    pub left_out: u64,
    pub seconds: f64,
    /// What was not taken, line by line; `None` where everything was.
    pub report: Option<PathBuf>,
}

impl fmt::Display for ImportSummary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            read,
            created,
            updated,
            unchanged,
            rejected,
            left_out,
            seconds,
            ..
        } = self;
        let rate = *read as f64 / seconds.max(0.001);
        write!(
            f,
            "{read} rows read: {created} created, {updated} updated, {unchanged} unchanged, {rejected} rejected; \
             {left_out} values left out; {seconds:.1} s, {rate:.0} rows a second"
        )
    }
}

/// Imports files, one after the other.
///
/// Rows that cannot be taken are rejected one by one and reported; an error means that a file cannot be
/// imported at all, in which case nothing was written, or that the database or the report failed.
#[tracing::instrument(skip_all, fields(files = options.files.len()), err)]
pub async fn import(
    db: &Db,
    clock: &Clock,
    options: &ImportOptions,
    progress: &Progress,
) -> Result<ImportSummary, ExchangeError> {
    let started = Instant::now();
    let files = options.files.clone();
    let checked = spawn_blocking(move || {
        files
            .iter()
            .map(|file| precheck::check(file))
            .sum::<Result<u64, _>>()
            .map(|total| (files, total))
    });
    let (files, total) = checked
        .await
        .map_err(|error| ExchangeError::Stopped(error.to_string()))??;
    let now = clock.now();
    let stamp: String = now
        .to_rfc3339()
        .chars()
        .filter(|c| !matches!(c, '-' | ':'))
        .collect();
    let default_report = options
        .data_dir
        .join("reports")
        .join(format!("import-{stamp}.csv"));
    let mut report = Report::new(options.report.as_deref(), default_report)?;

    progress.start(total);
    let mut writer = Writer::open(db, clock, options).await?;
    let (sender, mut batches) = mpsc::channel(WAITING);
    let parser = spawn_blocking(move || parse::run(&files, &sender));
    let mut written = Ok(());
    while let Some(batch) = batches.recv().await {
        written = match batch {
            Ok(batch) => {
                let bytes = batch.bytes;
                let result = writer.write(batch, &mut report).await;
                progress.at(bytes, writer.summary.read);
                result
            }
            Err(error) => Err(error),
        };
        if written.is_err() {
            break;
        }
    }
    // The parser notices that nobody listens, and ends.
    drop(batches);
    let parsed = parser.await;
    progress.finish();
    report.flush()?;
    written?;
    parsed.map_err(|error| ExchangeError::Stopped(error.to_string()))?;
    progress.say(&report.summary());
    Ok(ImportSummary {
        left_out: report.left_out,
        seconds: started.elapsed().as_secs_f64(),
        report: report.path().map(ToOwned::to_owned),
        ..writer.summary
    })
}
