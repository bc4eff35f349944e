//! The kept snapshot: a file in the data folder, named after the last change that is in it.
//!
//! It is a cache. What cannot be read, is damaged or is of another change counts as not there, and what
//! cannot be written is logged and left.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use slate_domain::id::{CompanyId, EditionId};
use slate_domain::visibility::Seen;
use slate_search::{Index, Snapshot};

use crate::store::changes::Change;

/// Raised when a card or a label changes its form, so that an older file is not read.
const FORMAT: u32 = 1;
const EXTENSION: &str = "slate";
/// Nobody writes a snapshot for as long as this.
const GIVEN_UP: Duration = Duration::from_secs(60 * 60);

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
        // Of several spellings the first by alphabet, whatever the order in which titles are read.
        for genre in &title.genres {
            match self.genres.get_mut(genre.code()) {
                Some(label) if label.as_str() <= genre.label() => {}
                Some(label) => genre.label().clone_into(label),
                None => {
                    self.genres
                        .insert(genre.code().to_owned(), genre.label().to_owned());
                }
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
/// those of earlier changes and what was left half-written.
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
    clean(folder, name)
}

/// Removes snapshots of earlier changes, and those half-written by this process or given up by another.
fn clean(folder: &Path, kept: &Name) -> std::io::Result<()> {
    let now = fs::metadata(folder.join(&kept.0))?.modified()?;
    for entry in fs::read_dir(folder)?.flatten() {
        let file = entry.file_name();
        let Some(file) = file.to_str().filter(|file| *file != kept.0) else {
            continue;
        };
        let gone = match writer(file) {
            Some(writer) if writer == std::process::id() => true,
            Some(_) => {
                let written = entry.metadata()?.modified()?;
                now.duration_since(written).is_ok_and(|age| age > GIVEN_UP)
            }
            None => Path::new(file)
                .extension()
                .is_some_and(|extension| extension == EXTENSION),
        };
        if gone {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// The process that writes, or wrote, a half-written snapshot; none for any other file.
fn writer(file: &str) -> Option<u32> {
    let (name, process) = file.strip_suffix(".part")?.rsplit_once('.')?;
    let is_snapshot = name.strip_suffix(EXTENSION)?.ends_with('.');
    is_snapshot.then(|| process.parse().ok())?
}

#[cfg(test)]
mod tests {
    use std::time::SystemTime;

    use super::*;

    #[test]
    fn what_is_outdated_or_given_up_is_removed() {
        let folder = tempfile::tempdir().unwrap();
        let (own, other) = (std::process::id(), std::process::id() + 1);
        let long_ago = SystemTime::UNIX_EPOCH;
        let own = format!("1-b.slate.{own}.part");
        let files = [
            ("1-c.slate".to_owned(), false, true),
            ("1-b.slate".to_owned(), false, false),
            (own, false, false),
            (format!("1-c.slate.{other}.part"), false, true),
            (format!("1-a.slate.{other}.part"), true, false),
            (format!("titles.csv.{other}.part"), true, true),
            ("slate.db".to_owned(), true, true),
        ];
        for (file, is_old, _) in &files {
            let file = fs::File::create(folder.path().join(file)).unwrap();
            if *is_old {
                file.set_modified(long_ago).unwrap();
            }
        }
        clean(folder.path(), &Name("1-c.slate".to_owned())).unwrap();
        for (file, _, stays) in &files {
            assert_eq!(folder.path().join(file).exists(), *stays, "{file}");
        }
    }
}
