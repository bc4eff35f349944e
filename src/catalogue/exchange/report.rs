//! What an import did not take: a line for every value and every row, and the sums.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use slate_domain::ParseError;

use super::ExchangeError;

/// The longest value that a report repeats, in characters.
const SHOWN: usize = 80;

/// What became of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// The whole row was not taken.
    Rejected,
    /// The row was taken without this value.
    LeftOut,
}

impl Verdict {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Rejected => "rejected",
            Self::LeftOut => "left out",
        }
    }
}

/// One value or one row that was not taken, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where its record starts, from 1.
    pub line: u64,
    /// Empty where it is about the whole row.
    pub column: String,
    /// What was given, on one line and not long.
    pub value: String,
    pub verdict: Verdict,
    /// What is counted together.
    pub kind: Cow<'static, str>,
    /// A sentence for people.
    pub reason: String,
}

impl Finding {
    pub fn rejected(
        line: u64,
        column: impl ToString,
        value: &str,
        kind: impl Into<Cow<'static, str>>,
        reason: impl Into<String>,
    ) -> Self {
        Self {
            line,
            column: column.to_string(),
            value: shortened(value),
            verdict: Verdict::Rejected,
            kind: kind.into(),
            reason: reason.into(),
        }
    }

    pub fn left_out(
        line: u64,
        column: impl ToString,
        value: &str,
        kind: impl Into<Cow<'static, str>>,
        reason: impl Into<String>,
    ) -> Self {
        Self {
            verdict: Verdict::LeftOut,
            ..Self::rejected(line, column, value, kind, reason)
        }
    }

    /// A value that the domain does not take.
    pub fn of_value(line: u64, column: impl ToString, value: &str, error: &ParseError) -> Self {
        Self::left_out(line, column, value, error.what.clone(), error.to_string())
    }

    /// The same, where the row cannot do without the value.
    pub fn rejecting(self) -> Self {
        Self {
            verdict: Verdict::Rejected,
            ..self
        }
    }
}

/// A value on one line, cut where it is long.
pub fn shortened(value: &str) -> String {
    let mut short = String::new();
    for (count, c) in value.trim().chars().enumerate() {
        if count == SHOWN {
            short.push('…');
            break;
        }
        if c.is_control() {
            short.extend(c.escape_default())
        } else {
            short.push(c)
        }
    }
    short
}

/// The report of one import. Findings go to the file as they come; only the sums stay in memory.
#[derive(Debug)]
pub struct Report {
    path: PathBuf,
    out: Option<csv::Writer<File>>,
    sums: BTreeMap<(Verdict, String, String), Sum>,
    pub rejected: u64,
    pub left_out: u64,
}

#[derive(Debug)]
struct Sum {
    count: u64,
    example: String,
}

impl Report {
    /// A report that makes its file at the first finding, or at once where the file was asked for: a place
    /// that cannot be written is then known before anything is imported.
    pub fn new(asked: Option<&Path>, otherwise: PathBuf) -> Result<Self, ExchangeError> {
        let path = asked.map_or(otherwise, Path::to_owned);
        let mut report = Self {
            path,
            out: None,
            sums: BTreeMap::new(),
            rejected: 0,
            left_out: 0,
        };
        if asked.is_some() {
            report.open()?;
        }
        Ok(report)
    }

    fn open(&mut self) -> Result<&mut csv::Writer<File>, ExchangeError> {
        if self.out.is_none() {
            let made = self.path.parent().map_or(Ok(()), fs::create_dir_all);
            let file = made
                .and_then(|()| File::create(&self.path))
                .map_err(|error| self.failed(error))?;
            let mut out = csv::Writer::from_writer(file);
            out.write_record(["file", "line", "column", "value", "verdict", "reason"])
                .map_err(|error| self.failed(error.into()))?;
            self.out = Some(out);
        }
        let missing = self.failed(io::Error::other("not open"));
        self.out.as_mut().ok_or(missing)
    }

    fn failed(&self, source: io::Error) -> ExchangeError {
        ExchangeError::Report {
            file: self.path.clone(),
            source,
        }
    }

    /// Notes one finding in a file.
    pub fn add(&mut self, file: &str, finding: &Finding) -> Result<(), ExchangeError> {
        match finding.verdict {
            Verdict::Rejected => self.rejected += 1,
            Verdict::LeftOut => self.left_out += 1,
        }
        let key = (
            finding.verdict,
            finding.column.clone(),
            finding.kind.clone().into_owned(),
        );
        let sum = self.sums.entry(key).or_insert_with(|| Sum {
            count: 0,
            example: finding.reason.clone(),
        });
        sum.count += 1;
        let line = finding.line.to_string();
        let cells = [
            file,
            &line,
            &finding.column,
            &finding.value,
            finding.verdict.as_str(),
            &finding.reason,
        ];
        let written = self.open()?.write_record(cells);
        written.map_err(|error| self.failed(error.into()))
    }

    /// Writes out what is still held back.
    pub fn flush(&mut self) -> Result<(), ExchangeError> {
        let flushed = self.out.as_mut().map_or(Ok(()), csv::Writer::flush);
        flushed.map_err(|error| self.failed(error))
    }

    /// Where the report lies, if there is one.
    pub fn path(&self) -> Option<&Path> {
        self.out.as_ref().map(|_| self.path.as_path())
    }

    /// The sums as lines for people, the most frequent first; empty where everything was taken.
    pub fn summary(&self) -> String {
        let mut sums: Vec<_> = self.sums.iter().collect();
        sums.sort_by_key(|((verdict, ..), sum)| (*verdict, std::cmp::Reverse(sum.count)));
        let mut text = String::new();
        for ((verdict, column, kind), sum) in sums {
            let place = if column.is_empty() {
                kind.as_str()
            } else {
                column.as_str()
            };
            // Writing to a String does not fail.
            let _ = writeln!(
                text,
                "{:>7} {} in {place}, such as: {}",
                sum.count,
                verdict.as_str(),
                sum.example
            );
        }
        if let Some(path) = self.path() {
            let _ = writeln!(text, "Line by line: {}", path.display());
        }
        text
    }
}
