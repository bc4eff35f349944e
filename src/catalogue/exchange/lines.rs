//! JSON Lines, read line by line.

use std::fmt;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;

use super::ExchangeError;
use super::columns::Columns;
use super::report::Finding;
use super::table::{Cell, MAX_RECORD, Next, Row, open_text};

/// The lines of a JSON Lines file that are not blank.
pub(super) struct Lines {
    file: PathBuf,
    reader: BufReader<File>,
    line: u64,
    /// How far it has been read.
    pub(super) bytes: u64,
    pub(super) columns: Columns,
}

impl Lines {
    pub(super) fn open(file: &Path) -> Result<Self, ExchangeError> {
        Ok(Self {
            file: file.to_owned(),
            reader: open_text(file)?,
            line: 0,
            bytes: 0,
            columns: Columns::default(),
        })
    }

    /// The next line that is not blank, and its number.
    pub(super) fn read_next(&mut self) -> Result<Option<(u64, String)>, ExchangeError> {
        loop {
            let mut bytes = Vec::new();
            let mut limited = (&mut self.reader).take(MAX_RECORD + 1);
            let count =
                limited
                    .read_until(b'\n', &mut bytes)
                    .map_err(|source| ExchangeError::Read {
                        file: self.file.clone(),
                        source,
                    })?;
            if count == 0 {
                return Ok(None);
            }
            self.line += 1;
            self.bytes += count as u64;
            if count as u64 > MAX_RECORD {
                return Err(ExchangeError::TooLong {
                    file: self.file.clone(),
                    line: self.line,
                });
            }
            let text = String::from_utf8(bytes).map_err(|_| ExchangeError::NotUtf8 {
                file: self.file.clone(),
                line: self.line,
                hint: super::precheck::SAVE_AS_UTF8,
            })?;
            if !text.trim().is_empty() {
                return Ok(Some((self.line, text)));
            }
        }
    }
}

/// A line as a row.
pub(super) fn json_row(line: u64, text: &str, columns: &mut Columns) -> Next {
    let object: Object<Value> = match serde_json::from_str(text) {
        Ok(object) => object,
        Err(error) => {
            let reason = format!("the line is not a JSON object: {error}");
            return Next::Bad(Finding::rejected(
                line,
                "",
                text.trim(),
                "broken JSON",
                reason,
            ));
        }
    };
    let names: Vec<&str> = object.0.iter().map(|(name, _)| &**name).collect();
    match columns.read(names) {
        Ok(columns) => {
            let cells = object
                .0
                .into_iter()
                .map(|(_, value)| Cell::from_json(value))
                .collect();
            Next::Row(Row {
                line,
                columns: columns.into(),
                cells,
            })
        }
        // Only when the file was changed since it was checked.
        Err(fault) => Next::Bad(Finding::rejected(
            line,
            "",
            text.trim(),
            "columns",
            format!("{fault:?}"),
        )),
    }
}

/// An object with its keys in the order, and as often, as they stand there.
struct Object<V>(Vec<(String, V)>);

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Object<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries<V>(std::marker::PhantomData<V>);

        impl<'de, V: Deserialize<'de>> Visitor<'de> for Entries<V> {
            type Value = Object<V>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Object(entries))
            }
        }

        deserializer.deserialize_map(Entries(std::marker::PhantomData))
    }
}

/// The keys of a line, if it is an object.
pub(super) fn keys_of(text: &str) -> Option<Vec<String>> {
    let object: Object<IgnoredAny> = serde_json::from_str(text).ok()?;
    Some(object.0.into_iter().map(|(name, _)| name).collect())
}
