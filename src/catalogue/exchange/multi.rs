//! Several values in one cell: `|` between them, `\|` for one that belongs to a value, `\\` for a
//! backslash before it.

/// The values of a cell, trimmed; empty ones are dropped.
///
/// A backslash escapes `|` and `\` alone and is itself otherwise, so that what was never escaped
/// (`C:\films`) is read as it is written.
pub fn split(cell: &str) -> Vec<String> {
    let mut values = Vec::new();
    let mut value = String::new();
    let mut chars = cell.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' => value.push(
                chars
                    .next_if(|next| matches!(next, '|' | '\\'))
                    .unwrap_or('\\'),
            ),
            '|' => values.push(std::mem::take(&mut value)),
            other => value.push(other),
        }
    }
    values.push(value);
    values
        .iter()
        .map(|value| value.trim())
        .filter(|value| !value.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The cell of some values, none of which is empty.
pub fn join<T: AsRef<str>>(values: impl IntoIterator<Item = T>) -> String {
    let mut cell = String::new();
    for value in values {
        if !cell.is_empty() {
            cell.push('|');
        }
        for c in value.as_ref().chars() {
            if matches!(c, '|' | '\\') {
                cell.push('\\');
            }
            cell.push(c);
        }
    }
    cell
}
