//! Cells to domain values. What the domain does not take becomes a finding instead of a value.

use std::str::FromStr;

use serde::de::DeserializeOwned;
use serde_json::Value;

use slate_domain::ParseError;
use slate_domain::text::Name;

use super::columns::Column;
use super::report::{Finding, Verdict};
use super::table::Cell;

/// One thing that a row changes.
pub(super) type Change<T> = Box<dyn FnOnce(&mut T) + Send>;

/// Reads the cells of one row and collects what is wrong with them.
#[derive(Debug)]
pub(super) struct Reader {
    line: u64,
    findings: Vec<Finding>,
}

impl Reader {
    pub(super) fn new(line: u64) -> Self {
        Self {
            line,
            findings: Vec::new(),
        }
    }

    /// What was found: `Err` with the reasons alone if the row is rejected, else what it goes without.
    pub(super) fn finish(self) -> Result<Vec<Finding>, Vec<Finding>> {
        let (rejecting, left_out): (Vec<_>, Vec<_>) = self
            .findings
            .into_iter()
            .partition(|finding| finding.verdict == Verdict::Rejected);
        if rejecting.is_empty() {
            Ok(left_out)
        } else {
            Err(rejecting)
        }
    }

    pub(super) fn reject(
        &mut self,
        column: &str,
        value: &str,
        kind: &'static str,
        reason: impl Into<String>,
    ) {
        self.findings
            .push(Finding::rejected(self.line, column, value, kind, reason));
    }

    fn leave_out(
        &mut self,
        column: &Column,
        value: &str,
        kind: &'static str,
        reason: impl Into<String>,
    ) {
        self.findings
            .push(Finding::left_out(self.line, column, value, kind, reason));
    }

    /// Something under a column that this kind of record does not have.
    pub(super) fn misplaced(&mut self, column: &Column, cell: &Cell, record: &'static str) {
        if !cell.is_empty() {
            let reason = format!("a {record} has no column \"{column}\"");
            self.leave_out(column, &cell.text(), "column of another record", reason);
        }
    }

    /// One value: `None` if it is left out, `Some(None)` if the cell is empty.
    pub(super) fn one<T: FromStr<Err = ParseError>>(
        &mut self,
        column: &Column,
        cell: &Cell,
    ) -> Option<Option<T>> {
        self.one_with(column, cell, str::parse)
    }

    /// The same with a parser of its own.
    pub(super) fn one_with<T>(
        &mut self,
        column: &Column,
        cell: &Cell,
        parse: impl Fn(&str) -> Result<T, ParseError>,
    ) -> Option<Option<T>> {
        if cell.is_empty() {
            return Some(None);
        }
        let text = cell.text();
        if let Cell::Json(_) = cell {
            self.leave_out(
                column,
                &text,
                "not one value",
                "give one value, not a list or an object",
            );
            return None;
        }
        match parse(&text) {
            Ok(value) => Some(Some(value)),
            Err(error) => {
                self.findings
                    .push(Finding::of_value(self.line, column, &text, &error));
                None
            }
        }
    }

    /// A title. Marks that nobody sees, such as a byte order mark in the middle, are taken out: a title is
    /// not lost for them. One that runs over several lines stays wrong, for it is rarely meant.
    pub(super) fn name(&mut self, column: &Column, cell: &Cell) -> Option<Option<Name>> {
        let text = cell.text();
        if matches!(cell, Cell::Json(_)) || !text.contains(is_unseen) {
            return self.one(column, cell);
        }
        let clean: String = text.chars().filter(|c| !is_unseen(*c)).collect();
        let name = self.one(column, &Cell::Text(clean));
        if let Some(Some(_)) = name {
            let shown: String = text.escape_debug().collect();
            let reason = "marks of direction and byte order were taken out of the title";
            self.leave_out(column, &shown, "marks in a title", reason);
        }
        name
    }

    /// One value without which the row would become something else: a wrong one rejects the row.
    pub(super) fn must<T: FromStr<Err = ParseError>>(
        &mut self,
        column: &Column,
        cell: &Cell,
    ) -> Option<T> {
        match self.one(column, cell) {
            Some(value) => value,
            None => {
                self.reject_last();
                None
            }
        }
    }

    fn reject_last(&mut self) {
        if let Some(last) = self.findings.pop() {
            self.findings.push(last.rejecting());
        }
    }

    /// Several values, each once; a wrong one is left out and the others stay. `None` where all are wrong:
    /// what is stored is better than nothing.
    pub(super) fn many<T: FromStr<Err = ParseError> + PartialEq>(
        &mut self,
        column: &Column,
        cell: &Cell,
    ) -> Option<Vec<T>> {
        let given = match cell {
            Cell::Json(Value::Array(values)) => {
                values.iter().map(plain).collect::<Option<Vec<_>>>()
            }
            Cell::Json(_) => None,
            Cell::Values(values) => Some(values.clone()),
            other => Some(super::split(&other.text())),
        };
        let Some(given) = given else {
            self.leave_out(
                column,
                &cell.text(),
                "not a list of texts",
                "give a list of texts",
            );
            return None;
        };
        let said_nothing = given.is_empty();
        let mut values = Vec::with_capacity(given.len());
        for text in given {
            match text.parse() {
                Ok(value) if values.contains(&value) => {}
                Ok(value) => values.push(value),
                Err(error) => self
                    .findings
                    .push(Finding::of_value(self.line, column, &text, &error)),
            }
        }
        (said_nothing || !values.is_empty()).then_some(values)
    }

    pub(super) fn is_rejected(&self) -> bool {
        self.findings
            .iter()
            .any(|finding| finding.verdict == Verdict::Rejected)
    }

    /// How many findings there are so far.
    pub(super) fn count(&self) -> usize {
        self.findings.len()
    }

    /// A list of structures: JSON in either format. `complete` adds what a file may leave to us. Wrong
    /// ones are left out as by [`Self::many`].
    pub(super) fn list<T: DeserializeOwned>(
        &mut self,
        column: &Column,
        cell: &Cell,
        complete: impl Fn(&mut Value),
    ) -> Option<Vec<T>> {
        if cell.is_empty() {
            return Some(Vec::new());
        }
        let Some(Value::Array(given)) = self.json(column, cell)? else {
            self.leave_out(
                column,
                &cell.text(),
                "not a JSON array",
                "give a JSON array of objects",
            );
            return None;
        };
        let said_nothing = given.is_empty();
        let mut values = Vec::with_capacity(given.len());
        for mut value in given {
            let shown = value.to_string();
            complete(&mut value);
            match serde_json::from_value(value) {
                Ok(value) => values.push(value),
                Err(error) => self.leave_out(column, &shown, "structure", error.to_string()),
            }
        }
        (said_nothing || !values.is_empty()).then_some(values)
    }

    /// One structure; a wrong one rejects the row, since what stands there protects something.
    pub(super) fn must_structure<T: DeserializeOwned>(
        &mut self,
        column: &Column,
        cell: &Cell,
    ) -> Option<T> {
        if cell.is_empty() {
            return None;
        }
        let Some(value) = self.json(column, cell) else {
            self.reject_last();
            return None;
        };
        match serde_json::from_value(value.unwrap_or_default()) {
            Ok(value) => Some(value),
            Err(error) => {
                self.leave_out(column, &cell.text(), "structure", error.to_string());
                self.reject_last();
                None
            }
        }
    }

    /// The JSON of a cell; `None` with a finding if it is none.
    fn json(&mut self, column: &Column, cell: &Cell) -> Option<Option<Value>> {
        match cell {
            Cell::Json(value) => Some(Some(value.clone())),
            Cell::Text(text) => match serde_json::from_str(text) {
                Ok(value) => Some(Some(value)),
                Err(error) => {
                    self.leave_out(
                        column,
                        text,
                        "broken JSON",
                        format!("this is not JSON: {error}"),
                    );
                    None
                }
            },
            Cell::Number(_) | Cell::Values(_) => Some(None),
        }
    }
}

/// Byte order marks and marks of direction.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{FEFF}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// A member of a list as text.
fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
