//! What becomes of a record, and which failures are its own.

use super::ExchangeError;
use super::report::Finding;
use crate::store::StoreError;

/// What became of a record; a reason is given where it was not found by the parser.
pub(super) enum Outcome {
    Created,
    Updated,
    Unchanged,
    Rejected(Option<Finding>),
}

/// Whether it is the row that is wrong, and not the database.
pub(super) fn is_refusal(error: &StoreError) -> bool {
    matches!(
        error,
        StoreError::Conflict { .. } | StoreError::Refused { .. }
    )
}

/// What the database refuses is rejected; anything else that it fails with ends the import.
pub(super) fn rejected(line: u64, key: &str, error: StoreError) -> Result<Outcome, ExchangeError> {
    if !is_refusal(&error) {
        return Err(error.into());
    }
    let kind = "refused by the database";
    let finding = Finding::rejected(line, "", key, kind, error.to_string());
    Ok(Outcome::Rejected(Some(finding)))
}
