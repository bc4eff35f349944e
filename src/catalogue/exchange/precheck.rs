//! What is checked of every file before anything of any file is written.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::lines::{Lines, keys_of};
use super::table::{Next, Table, format_of};
use super::{ExchangeError, Format};

pub(super) const SAVE_AS_UTF8: &str = "save the file as UTF-8 and import it again";

/// Checks that a file can be read to its end: it is plain, UTF-8, and has a header whose columns are
/// known and there once, or objects that have such keys. Answers its length in bytes.
pub(super) fn check(file: &Path) -> Result<u64, ExchangeError> {
    let failed = |source| ExchangeError::Read {
        file: file.to_owned(),
        source,
    };
    let metadata = std::fs::metadata(file).map_err(failed)?;
    if !metadata.is_file() {
        return Err(ExchangeError::NotAFile {
            file: file.to_owned(),
        });
    }
    check_utf8(file)?;
    match format_of(file)? {
        Format::Csv => {
            let mut table = Table::open(file)?;
            while !matches!(table.read_next()?, Next::End) {}
        }
        Format::JsonLines => check_keys(file)?,
    }
    Ok(metadata.len())
}

/// Broken lines are left to the import, which rejects them one by one.
fn check_keys(file: &Path) -> Result<(), ExchangeError> {
    let mut lines = Lines::open(file)?;
    let mut any = false;
    while let Some((line, text)) = lines.read_next()? {
        any = true;
        if let Some(keys) = keys_of(&text) {
            lines
                .columns
                .read(keys.iter().map(String::as_str))
                .map_err(|fault| fault.in_file(file, line))?;
        }
    }
    if any {
        Ok(())
    } else {
        Err(ExchangeError::Empty {
            file: file.to_owned(),
        })
    }
}

/// Reads a file block by block, since it may be larger than memory.
fn check_utf8(file: &Path) -> Result<(), ExchangeError> {
    let failed = |source: io::Error| ExchangeError::Read {
        file: file.to_owned(),
        source,
    };
    let mut reader = File::open(file).map_err(failed)?;
    let mut buffer = vec![0; 1 << 16];
    // What is left of a character that was cut at the end of a block.
    let mut held = 0;
    let mut line = 1;
    let mut first = true;
    loop {
        let room = buffer.get_mut(held..).unwrap_or_default();
        let count = reader.read(room).map_err(failed)?;
        let filled = buffer.get(..held + count).unwrap_or_default();
        let wrong = |line, hint| ExchangeError::NotUtf8 {
            file: file.to_owned(),
            line,
            hint,
        };
        if std::mem::take(&mut first)
            && (filled.starts_with(b"\xFF\xFE") || filled.starts_with(b"\xFE\xFF"))
        {
            return Err(wrong(
                1,
                "it begins as UTF-16 does; save the file as UTF-8 and import it again",
            ));
        }
        let (valid, error) = match std::str::from_utf8(filled) {
            Ok(text) => (text.len(), None),
            Err(error) => (error.valid_up_to(), Some(error)),
        };
        line += filled
            .iter()
            .take(valid)
            .filter(|byte| **byte == b'\n')
            .count() as u64;
        // A character that is only cut off is all right as long as the file goes on.
        if error.is_some_and(|error| error.error_len().is_some() || count == 0) {
            return Err(wrong(line, SAVE_AS_UTF8));
        }
        if count == 0 {
            return Ok(());
        }
        held = filled.len() - valid;
        let end = filled.len();
        buffer.copy_within(valid..end, 0);
    }
}
