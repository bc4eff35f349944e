//! Rows of a file, read one by one: CSV and JSON Lines to the same [`Row`].

use std::borrow::Cow;
use std::cell::RefCell;
use std::fmt;
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use serde_json::Value;

use super::columns::{Column, HeaderFault, read_header};
use super::lines::{Lines, json_row};
use super::report::Finding;
use super::watch::{Guarded, Watch};
use super::{ExchangeError, Format};

/// The longest record, in bytes. What is longer is a quote that was never closed, and would be read into
/// memory to the end of the file.
pub const MAX_RECORD: u64 = 4_000_000;

/// What stands in a row under a column.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Text, empty for nothing. Everything in a CSV file is this.
    Text(String),
    /// A number, written without quotes in JSON Lines.
    Number(u64),
    /// Several values.
    Values(Vec<String>),
    /// An object or an array.
    Json(Value),
}

/// A record: the columns it has, and what stands under each.
#[derive(Debug, Clone)]
pub struct Row {
    /// Where it starts, from 1.
    pub line: u64,
    pub columns: Arc<[Column]>,
    /// As many as `columns`.
    pub cells: Vec<Cell>,
}

/// What comes next in a file.
#[derive(Debug)]
pub enum Next {
    Row(Row),
    /// Something that is not a row; the file goes on after it.
    Bad(Finding),
    End,
}

/// A file that is read row by row.
pub struct Table {
    file: PathBuf,
    form: Form,
}

enum Form {
    Csv {
        reader: csv::Reader<Guarded>,
        watch: Rc<RefCell<Watch>>,
        columns: Arc<[Column]>,
        record: csv::StringRecord,
    },
    JsonLines(Lines),
}

impl fmt::Debug for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Table")
            .field("file", &self.file)
            .finish_non_exhaustive()
    }
}

/// Opens a file behind its byte order mark, if it has one.
pub(super) fn open_text(file: &Path) -> Result<BufReader<File>, ExchangeError> {
    let failed = |source| ExchangeError::Read {
        file: file.to_owned(),
        source,
    };
    let mut reader = BufReader::with_capacity(1 << 16, File::open(file).map_err(failed)?);
    if reader
        .fill_buf()
        .map_err(failed)?
        .starts_with(b"\xEF\xBB\xBF")
    {
        reader.consume(3);
    }
    Ok(reader)
}

/// The form of a file: by its name, else by how it begins.
pub fn format_of(file: &Path) -> Result<Format, ExchangeError> {
    if let Some(format) = Format::of_name(file) {
        return Ok(format);
    }
    let mut reader = open_text(file)?;
    let beginning = reader.fill_buf().map_err(|source| ExchangeError::Read {
        file: file.to_owned(),
        source,
    })?;
    Ok(Format::of_beginning(beginning))
}

impl Table {
    /// Opens a file; of a CSV file, reads and checks the header.
    pub fn open(file: &Path) -> Result<Self, ExchangeError> {
        let form = match format_of(file)? {
            Format::Csv => open_csv(file)?,
            Format::JsonLines => Form::JsonLines(Lines::open(file)?),
        };
        Ok(Self {
            file: file.to_owned(),
            form,
        })
    }

    /// The next row. An error ends the file.
    pub fn read_next(&mut self) -> Result<Next, ExchangeError> {
        match &mut self.form {
            Form::Csv {
                reader,
                watch,
                columns,
                record,
            } => {
                let start = reader.position().byte();
                watch.borrow_mut().begin();
                let read = reader.read_record(record);
                let line = watch.borrow_mut().line_from(start);
                let broken = watch.borrow_mut().faults_before(reader.position().byte());
                match read {
                    Ok(false) => Ok(Next::End),
                    Ok(true) if broken => Ok(Next::Bad(broken_quotes(line, record))),
                    Ok(true) => Ok(csv_row(line, columns, record)),
                    Err(error) => Err(csv_error(&self.file, line, error)),
                }
            }
            Form::JsonLines(lines) => match lines.read_next()? {
                None => Ok(Next::End),
                Some((line, text)) => Ok(json_row(line, &text, &mut lines.columns)),
            },
        }
    }

    /// How far it has been read, in bytes, for the progress bar.
    pub fn bytes(&self) -> u64 {
        match &self.form {
            Form::Csv { reader, .. } => reader.position().byte(),
            Form::JsonLines(lines) => lines.bytes,
        }
    }
}

fn open_csv(file: &Path) -> Result<Form, ExchangeError> {
    let watch = Rc::new(RefCell::new(Watch::default()));
    let guarded = Guarded::new(open_text(file)?, Rc::clone(&watch));
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .buffer_capacity(1 << 16)
        .from_reader(guarded);
    let mut record = csv::StringRecord::new();
    let there = reader
        .read_record(&mut record)
        .map_err(|error| csv_error(file, 1, error))?;
    if !there {
        return Err(ExchangeError::Empty {
            file: file.to_owned(),
        });
    }
    let cells: Vec<&str> = record.iter().collect();
    let columns = read_header(&cells).map_err(|fault| fault.in_file(file, 1))?;
    Ok(Form::Csv {
        reader,
        watch,
        columns: columns.into(),
        record,
    })
}

fn csv_error(file: &Path, line: u64, error: csv::Error) -> ExchangeError {
    let file = file.to_owned();
    match error.into_kind() {
        csv::ErrorKind::Utf8 { .. } => ExchangeError::NotUtf8 {
            file,
            line,
            hint: super::precheck::SAVE_AS_UTF8,
        },
        csv::ErrorKind::Io(source) if source.kind() == io::ErrorKind::FileTooLarge => {
            ExchangeError::TooLong { file, line }
        }
        csv::ErrorKind::Io(source) => ExchangeError::Read { file, source },
        other => ExchangeError::Read {
            file,
            source: io::Error::other(format!("{other:?}")),
        },
    }
}

fn broken_quotes(line: u64, record: &csv::StringRecord) -> Finding {
    let lines = 1 + record
        .iter()
        .map(|cell| cell.matches('\n').count())
        .sum::<usize>();
    let over = if lines > 1 {
        format!(", and the row runs over {lines} lines")
    } else {
        String::new()
    };
    let reason = format!(
        "a quote is left open or stands inside a quoted cell, where it is written twice{over}"
    );
    Finding::rejected(
        line,
        "",
        record.iter().next().unwrap_or_default(),
        "quotes",
        reason,
    )
}

fn csv_row(line: u64, columns: &Arc<[Column]>, record: &csv::StringRecord) -> Next {
    if record.len() != columns.len() {
        let reason = format!(
            "the row has {} cells and the header {}",
            record.len(),
            columns.len()
        );
        let first = record.iter().next().unwrap_or_default();
        return Next::Bad(Finding::rejected(
            line,
            "",
            first,
            "number of cells",
            reason,
        ));
    }
    let cells = record
        .iter()
        .map(|cell| Cell::Text(cell.to_owned()))
        .collect();
    Next::Row(Row {
        line,
        columns: Arc::clone(columns),
        cells,
    })
}

impl HeaderFault {
    pub(super) fn in_file(self, file: &Path, line: u64) -> ExchangeError {
        let file = file.to_owned();
        match self {
            Self::Unknown { column, hint } => ExchangeError::UnknownColumn {
                file,
                line,
                column,
                hint,
            },
            Self::Duplicate { column, hint } => ExchangeError::DuplicateColumn {
                file,
                line,
                column,
                hint,
            },
            Self::Missing { hint } => ExchangeError::NoHeader { file, hint },
        }
    }
}

impl Cell {
    pub(super) fn from_json(value: Value) -> Self {
        match value {
            Value::Null => Self::Text(String::new()),
            Value::String(text) => Self::Text(text),
            Value::Number(number) => number
                .as_u64()
                .map_or_else(|| Self::Text(number.to_string()), Self::Number),
            Value::Bool(truth) => Self::Text(truth.to_string()),
            other => Self::Json(other),
        }
    }

    /// The cell as one text; of a structure, its JSON.
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(text),
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Values(values) => Cow::Owned(super::join(values)),
            Self::Json(value) => Cow::Owned(value.to_string()),
        }
    }

    /// The cell as JSON Lines have it.
    pub fn to_json(&self) -> Value {
        match self {
            Self::Text(text) if text.is_empty() => Value::Null,
            Self::Text(text) => Value::String(text.clone()),
            Self::Number(number) => Value::from(*number),
            Self::Values(values) => Value::from(values.clone()),
            Self::Json(value) => value.clone(),
        }
    }

    /// Whether nothing stands there.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) => text.trim().is_empty(),
            Self::Number(_) => false,
            Self::Values(values) => values.is_empty(),
            Self::Json(value) => value.as_array().is_some_and(Vec::is_empty),
        }
    }
}
