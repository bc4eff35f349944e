//! `slate import`: files into the catalogue.

use std::io::{Write, stdout};
use std::path::PathBuf;

use clap::Args;
use slate_domain::text::Name;

use super::{Failure, Setting};
use crate::catalogue::exchange::{self, ImportOptions, Progress};
use crate::catalogue::live;

#[derive(Debug, Args)]
pub struct Options {
    /// CSV or JSON Lines, in UTF-8
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Whose titles these are, where a row does not say [default: Imported catalogue]
    #[arg(long, value_name = "NAME")]
    company: Option<Name>,
    /// Keep new titles as drafts instead of publishing them
    #[arg(long)]
    draft: bool,
    /// Fail when a row was rejected
    #[arg(long)]
    strict: bool,
    /// Where rejected rows are reported [default: reports in the data folder]
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
}

pub async fn run(setting: Setting, options: Options) -> Result<(), Failure> {
    setting.log_quietly()?;
    let db = setting.open_up_to_date().await?;
    let Setting { config, clock } = setting;
    let Options {
        files,
        company,
        draft,
        strict,
        report,
    } = options;
    let what = ImportOptions {
        files,
        company,
        draft,
        report,
        data_dir: config.data_dir.clone(),
    };
    let summary = exchange::import(&db, &clock, &what, &Progress::on_stderr()).await?;
    db.analyze().await?;
    live::keep_snapshot(&db, &config.data_dir).await?;
    db.close().await;
    let mut out = stdout().lock();
    writeln!(out, "{summary}")?;
    if let Some(report) = &summary.report {
        writeln!(out, "What was not taken is in {}", report.display())?;
    }
    if strict && summary.rejected > 0 {
        return Err(Failure::new(format_args!(
            "{} rows were rejected, and --strict was given",
            summary.rejected
        )));
    }
    Ok(())
}
