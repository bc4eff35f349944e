//! What is in the store already, as far as a batch has to do with it.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use slate_domain::id::TitleId;
use slate_domain::identifier::Identifier;
use slate_domain::title::{SourceId, Title};

use super::report::Finding;
use super::row_to_title::TitleRow;
use super::writer::{Pending, note};
use crate::store::{StoreError, Tx, titles};

/// Whether two titles say the same, but for when they were changed.
pub(super) fn same(stored: &Title, title: &Title) -> bool {
    if stored.identifiers.len() != title.identifiers.len()
        || !stored
            .identifiers
            .iter()
            .all(|identifier| title.identifiers.contains(identifier))
    {
        return false;
    }
    // Genres are equal by code; how a label is spelled is a change nevertheless.
    let labels = |title: &Title| {
        title
            .genres
            .iter()
            .map(|genre| genre.label().to_owned())
            .collect::<Vec<_>>()
    };
    let unordered = Title {
        identifiers: stored.identifiers.clone(),
        updated: stored.updated,
        ..title.clone()
    };
    *stored == unordered && labels(stored) == labels(title)
}

/// An identifier names one work: one that another title has is left out.
pub(super) async fn keep_identifiers_apart(
    tx: &mut Tx,
    pending: &mut [Pending],
    findings: &mut [Vec<Finding>],
) -> Result<(), StoreError> {
    let wanted: HashSet<Identifier> = pending
        .iter()
        .flat_map(|one| one.title.identifiers.iter().copied())
        .collect();
    if wanted.is_empty() {
        return Ok(());
    }
    let wanted: Vec<Identifier> = wanted.into_iter().collect();
    let mut owners: HashMap<Identifier, TitleId> = titles::by_identifiers(tx, &wanted).await?;
    for one in pending {
        let id = one.title.id;
        let (own, foreign): (Vec<_>, Vec<_>) = one
            .title
            .identifiers
            .iter()
            .copied()
            .partition(|identifier| *owners.entry(*identifier).or_insert(id) == id);
        one.title.identifiers = own;
        for identifier in foreign {
            let reason = format!(
                "another title has the {} {}",
                identifier.label(),
                identifier.value()
            );
            let value = identifier.value();
            let finding = Finding::left_out(
                one.row.line,
                identifier.scheme(),
                &value,
                "identifier taken",
                reason,
            );
            note(findings, one.row, finding);
        }
    }
    Ok(())
}

/// The titles that are stored already, of a batch.
pub(super) struct Stored {
    by_source_id: HashMap<SourceId, Arc<Title>>,
    by_id: HashMap<TitleId, Arc<Title>>,
}

impl Stored {
    pub(super) async fn load(tx: &mut Tx, rows: &[(usize, TitleRow)]) -> Result<Self, StoreError> {
        let keys: Vec<SourceId> = rows
            .iter()
            .filter_map(|(_, row)| row.source_id.clone())
            .collect();
        let by_source_id: HashMap<_, _> = titles::by_source_ids(tx, &keys)
            .await?
            .into_iter()
            .map(|(key, title)| (key, Arc::new(title)))
            .collect();
        let unknown = |row: &&TitleRow| {
            row.source_id
                .as_ref()
                .is_none_or(|key| !by_source_id.contains_key(key))
        };
        let ids: Vec<TitleId> = rows
            .iter()
            .map(|(_, row)| row)
            .filter(unknown)
            .filter_map(|row| row.id)
            .collect();
        let by_id = if ids.is_empty() {
            HashMap::new()
        } else {
            titles::find(tx, &ids).await?
        };
        let by_id = by_id
            .into_iter()
            .map(|(id, title)| (id, Arc::new(title)))
            .collect();
        Ok(Self {
            by_source_id,
            by_id,
        })
    }

    pub(super) fn of(&self, row: &TitleRow) -> Option<Arc<Title>> {
        let by_source_id = row
            .source_id
            .as_ref()
            .and_then(|key| self.by_source_id.get(key));
        by_source_id
            .or_else(|| self.by_id.get(row.id.as_ref()?))
            .cloned()
    }
}
