//! The kept snapshot: a file in the data folder, named after the last change that is in it.
//!
//! It is a cache. What cannot be read, is damaged or is of another change counts as not there, and what
//! cannot be written is logged and left.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};
use slate_domain::id::{CompanyId, EditionId};
use slate_domain::visibility::Seen;
use slate_search::{Index, Snapshot};

use crate::store::changes::Change;

/// Raised when a card or a label changes its form, so that an older file is not read.
const FORMAT: u32 = 1;
const EXTENSION: &str = "slate";

/// What is counted and named while the documents are made.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Labels {
    /// English names of genres by their codes.
    pub genres: BTreeMap<String, String>,
    /// Titles in the catalogue by company.
    pub titles: BTreeMap<CompanyId, u32>,
}

impl Labels {
    pub fn add(&mut self, title: &Seen) {
        *self.titles.entry(title.company).or_default() += 1;
        for genre in &title.genres {
            if !self.genres.contains_key(genre.code()) {
                self.genres
                    .insert(genre.code().to_owned(), genre.label().to_owned());
            }
        }
    }
}

/// The name of a snapshot: two databases do not share the time and the subject of their last change.
#[derive(Debug, PartialEq)]
pub struct Name(String);

impl Name {
    pub fn of(edition: EditionId, last: &Change) -> Self {
        let Change { number, at, id, .. } = last;
        Self(format!(
            "{FORMAT}-{edition}-{number}-{}-{id}.{EXTENSION}",
            at.as_millis()
        ))
    }
}

pub fn read(folder: &Path, name: &Name) -> Option<(Labels, Index)> {
    let bytes = fs::read(folder.join(&name.0)).ok()?;
    let length = usize::try_from(u32::from_le_bytes(bytes.get(..4)?.try_into().ok()?)).ok()?;
    let labels = postcard::from_bytes(bytes.get(4..4 + length)?).ok()?;
    match Index::open(bytes.get(4 + length..)?.to_vec()) {
        Ok(index) => Some((labels, index)),
        Err(error) => {
            tracing::warn!(%error, "the kept search index is not usable and is built anew");
            None
        }
    }
}

/// Writes the snapshot under another name first, so that a half-written one is never read, and removes
/// those of earlier changes.
pub fn write(folder: &Path, name: &Name, labels: &Labels, snapshot: &Snapshot) {
    if let Err(error) = try_write(folder, name, labels, snapshot) {
        tracing::warn!(%error, folder = %folder.display(), "the search index could not be kept");
    }
}

fn try_write(
    folder: &Path,
    name: &Name,
    labels: &Labels,
    snapshot: &Snapshot,
) -> std::io::Result<()> {
    let labels = postcard::to_stdvec(labels).map_err(std::io::Error::other)?;
    let length = u32::try_from(labels.len()).map_err(std::io::Error::other)?;
    fs::create_dir_all(folder)?;
    let unfinished = folder.join(format!("{}.{}.part", name.0, std::process::id()));
    let bytes = [&length.to_le_bytes()[..], &labels, snapshot.as_bytes()].concat();
    fs::write(&unfinished, bytes)?;
    fs::rename(&unfinished, folder.join(&name.0))?;
    for entry in fs::read_dir(folder)?.flatten() {
        let path = entry.path();
        let outdated = path
            .extension()
            .is_some_and(|extension| extension == EXTENSION);
        if outdated && entry.file_name().to_str() != Some(&name.0) {
            fs::remove_file(path)?;
        }
    }
    Ok(())
}
