//! `slate export`: the catalogue as a file.

use std::fs::{self, File};
use std::io::{BufWriter, stdout};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::{Failure, Setting};
use crate::catalogue::exchange::{self, ExchangeError, Format};

#[derive(Debug, Args)]
pub struct Options {
    /// Where to write; standard output without it, or with "-"
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    /// How to write [default: what the file's name says, else CSV]
    #[arg(long, value_name = "FORMAT")]
    format: Option<Written>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Written {
    Csv,
    Jsonl,
}

impl From<Written> for Format {
    fn from(written: Written) -> Self {
        match written {
            Written::Csv => Self::Csv,
            Written::Jsonl => Self::JsonLines,
        }
    }
}

pub async fn run(setting: Setting, options: Options) -> Result<(), Failure> {
    setting.log_quietly()?;
    let db = setting.open().await?;
    let file = options.file.filter(|file| file.as_os_str() != "-");
    let by_name = || file.as_deref().and_then(Format::of_name);
    let format = options
        .format
        .map(Format::from)
        .or_else(by_name)
        .unwrap_or(Format::Csv);
    match &file {
        None => {
            exchange::export(&db, format, BufWriter::new(stdout())).await?;
        }
        Some(file) => {
            // Under another name until it is whole, so that half an export is never taken for one.
            let unfinished = beside(file);
            let records = match write(&db, format, &unfinished).await {
                Ok(records) => records,
                Err(error) => {
                    let _ = fs::remove_file(&unfinished);
                    return Err(error.into());
                }
            };
            fs::rename(&unfinished, file).map_err(|error| {
                Failure::new(format_args!(
                    "{} cannot be written: {error}",
                    file.display()
                ))
            })?;
            eprintln!("{records} records are in {}", file.display());
        }
    }
    db.close().await;
    Ok(())
}

async fn write(db: &crate::store::Db, format: Format, file: &Path) -> Result<u64, ExchangeError> {
    exchange::export(db, format, BufWriter::new(File::create(file)?)).await
}

fn beside(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(format!(".{}.part", std::process::id()));
    name.into()
}
