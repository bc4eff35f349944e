//! The bytes of an index.
//!
//! ```text
//! magic "SLATEIDX" · version u32 · sections u32 · length u64 · CRC-32 of what follows u32 · 0 u32
//! for each section: offset u64 · length u64
//! the sections, one after the other
//! ```
//!
//! All numbers are little-endian. Fixed sections come first, then three for each facet (its values, where
//! each document's begin, the value numbers), one for each range (64-bit numbers, `i64::MIN` absent) and
//! one for each sort (ranks, `u32::MAX` absent). Documents are numbered in the default order, newest
//! first and then by slug, so a document's number is the end of every order.

use thiserror::Error;

const MAGIC: &[u8; 8] = b"SLATEIDX";
/// Raised whenever the same bytes would mean something else, and whenever folding or cutting changes.
const VERSION: u32 = 1;
const HEADER: usize = 32;

/// The sections that every snapshot has, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub(crate) enum Section {
    /// Table: see `opened::open_schema`.
    Schema,
    /// Table of keys, by document; as the next two.
    Keys,
    Slugs,
    Cards,
    /// Two bytes for each document: boost, completeness.
    Weights,
    /// fst: token → its number. A token is a folded form, or a folded form, U+0001 and the exact form
    /// where that is another.
    Terms,
    /// A bit for each token: whether it has an exact form of its own.
    Variants,
    /// Where the postings of each token begin, and the last end.
    PostingOffsets,
    /// For each token its documents: the difference to the one before, the length in bytes of its places,
    /// the places; see `builder`.
    Postings,
    /// Table of identifiers without punctuation and case, sorted.
    Names,
    /// The document of each; the top bit is set when the name is a key or an identifier, not a slug.
    NameDocs,
    /// For each document the number of its list of boxes.
    BoxLists,
    /// Where each list begins in the next section, and the last ends.
    ListOffsets,
    /// Numbers of boxes.
    ListBoxes,
    /// Boxes: rights u64, number of the set of territories u32, from i32, until i32, 0 u32.
    Boxes,
    /// Sets of territories: five u64 each.
    Masks,
}

pub(crate) const FIXED: usize = Section::Masks as usize + 1;

/// Why bytes are not an index that can be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum SnapshotError {
    #[error("these bytes are not a search index")]
    Foreign,
    #[error("the search index ends too early")]
    Truncated,
    #[error("the search index is damaged")]
    Damaged,
    #[error("the search index was made by a newer version ({0}, this one reads {VERSION})")]
    Newer(u32),
    #[error("the search index was made by an older version ({0}, this one reads {VERSION})")]
    Older(u32),
}

/// The bytes of an index, ready to be stored, sent or opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot(Vec<u8>);

impl Snapshot {
    /// Takes bytes that were a snapshot's, and checks that nothing happened to them.
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Self, SnapshotError> {
        sections(&bytes)?;
        Ok(Self(bytes))
    }

    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }

    /// Puts sections together. Each is dropped as soon as it is copied.
    pub(crate) fn assemble(sections: Vec<Vec<u8>>) -> Self {
        let table = sections.len() * 16;
        let length = HEADER + table + sections.iter().map(Vec::len).sum::<usize>();
        let mut out = Vec::with_capacity(length);
        out.extend_from_slice(MAGIC);
        out.extend_from_slice(&VERSION.to_le_bytes());
        out.extend_from_slice(&(sections.len() as u32).to_le_bytes());
        out.extend_from_slice(&(length as u64).to_le_bytes());
        out.extend_from_slice(&[0; 8]);
        let mut offset = HEADER + table;
        for section in &sections {
            out.extend_from_slice(&(offset as u64).to_le_bytes());
            out.extend_from_slice(&(section.len() as u64).to_le_bytes());
            offset += section.len();
        }
        for section in sections {
            out.extend_from_slice(&section);
        }
        let sum = checksum(&out);
        if let Some(slot) = out.get_mut(24..28) {
            slot.copy_from_slice(&sum.to_le_bytes());
        }
        Self(out)
    }
}

fn checksum(bytes: &[u8]) -> u32 {
    crc32fast::hash(bytes.get(HEADER..).unwrap_or_default())
}

/// Checks the header and the checksum, and says where the sections are: (offset, length) each.
pub(crate) fn sections(bytes: &[u8]) -> Result<Vec<(usize, usize)>, SnapshotError> {
    if bytes.len() < HEADER {
        let known = bytes.len().min(MAGIC.len());
        let is_ours = bytes.get(..known) == MAGIC.get(..known);
        return Err(if is_ours {
            SnapshotError::Truncated
        } else {
            SnapshotError::Foreign
        });
    }
    if !bytes.starts_with(MAGIC) {
        return Err(SnapshotError::Foreign);
    }
    let damaged = SnapshotError::Damaged;
    let number = |at: usize| crate::bytes::u32_at(bytes, at / 4).ok_or(damaged);
    let version = number(8)?;
    if version > VERSION {
        return Err(SnapshotError::Newer(version));
    }
    if version < VERSION {
        return Err(SnapshotError::Older(version));
    }
    let length = u64::from(number(16)?) | u64::from(number(20)?) << 32;
    if (bytes.len() as u64) < length {
        return Err(SnapshotError::Truncated);
    }
    if bytes.len() as u64 > length || number(24)? != checksum(bytes) || number(28)? != 0 {
        return Err(damaged);
    }
    let count = number(12)? as usize;
    let table = count
        .checked_mul(16)
        .and_then(|len| bytes.get(HEADER..HEADER.checked_add(len)?))
        .ok_or(damaged)?;
    let words = crate::bytes::u64s(table);
    let (pairs, _) = words.as_chunks::<2>();
    let place = |&[offset, len]: &[u64; 2]| {
        let (offset, len) = (usize::try_from(offset).ok()?, usize::try_from(len).ok()?);
        bytes
            .get(offset..offset.checked_add(len)?)
            .map(|_| (offset, len))
    };
    pairs
        .iter()
        .map(|pair| place(pair).ok_or(damaged))
        .collect()
}
