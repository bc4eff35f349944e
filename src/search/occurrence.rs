//! Where something stands in a document, and sets of documents.
//!
//! An occurrence is one number, ordered by document, field and position:
//!
//! ```text
//! document 32 bits · field 3 · position 22 · not at the start 1 · not at the end 1 · class 4
//! ```

/// How a token in a document agrees with what was asked.
pub mod class {
    pub const EXACT: u64 = 0;
    pub const FOLDED: u64 = 1;
    pub const PREFIX: u64 = 2;
    /// A prefix of another spelling.
    pub const FOLDED_PREFIX: u64 = 3;
}

const CLASS_BITS: u64 = 0xf;
const SPOT_SHIFT: u32 = 6;
const DOC_SHIFT: u32 = 31;
const POSITION_BITS: u64 = (1 << 22) - 1;

/// An occurrence of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Occurrence(u64);

impl Occurrence {
    #[inline]
    pub fn new(doc: u32, field: u32, position: u32, ends: u32, class: u64) -> Self {
        let ends = u64::from(!ends & 0b11);
        Self(
            u64::from(doc) << DOC_SHIFT
                | u64::from(field) << 28
                | u64::from(position) << 6
                | ends << 4
                | class,
        )
    }

    #[inline]
    pub fn doc(self) -> u32 {
        (self.0 >> DOC_SHIFT) as u32
    }

    /// Document, field and position.
    #[inline]
    pub fn spot(self) -> u64 {
        self.0 >> SPOT_SHIFT
    }

    pub fn class(self) -> u64 {
        self.0 & CLASS_BITS
    }

    pub fn field(self) -> u64 {
        self.0 >> 28 & 0b111
    }

    pub fn position(self) -> u64 {
        self.0 >> SPOT_SHIFT & POSITION_BITS
    }

    /// The whole that begins `offset` positions before this part of it. A part that is not the first, or
    /// not the last, leaves it to the others whether the whole stands at the start, or at the end.
    pub fn moved_back(self, offset: u32, first: bool, last: bool) -> Option<Self> {
        let neutral = u64::from(!first) << 5 | u64::from(!last) << 4;
        let offset = u64::from(offset);
        (self.position() >= offset).then(|| Self((self.0 - (offset << SPOT_SHIFT)) & !neutral))
    }

    /// Two parts of a whole at the same spot: the worse class counts.
    pub fn and(self, other: Self) -> Self {
        let ends = (self.0 | other.0) & 0b11_0000;
        Self(self.spot() << SPOT_SHIFT | ends | self.class().max(other.class()))
    }

    pub fn at_start(self) -> bool {
        self.0 >> 5 & 1 == 0
    }

    pub fn at_end(self) -> bool {
        self.0 >> 4 & 1 == 0
    }
}

/// A set of documents.
#[derive(Clone, Debug)]
pub struct Docs(Vec<u64>);

impl Docs {
    pub fn none(len: usize) -> Self {
        Self(vec![0; len.div_ceil(64)])
    }

    pub fn of(len: usize, occurrences: &[Occurrence]) -> Self {
        let mut docs = Self::none(len);
        occurrences.iter().for_each(|one| docs.insert(one.doc()));
        docs
    }

    #[inline]
    pub fn insert(&mut self, doc: u32) {
        if let Some(word) = self.0.get_mut(doc as usize / 64) {
            *word |= 1 << (doc % 64);
        }
    }

    #[inline]
    pub fn contains(&self, doc: u32) -> bool {
        self.0
            .get(doc as usize / 64)
            .is_some_and(|word| word >> (doc % 64) & 1 == 1)
    }
}
