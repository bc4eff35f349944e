//! What facets, ranges and sorts a catalogue has.
//!
//! The schema is written into the snapshot, so an index always knows what it holds. Documents and
//! queries name a facet, a range or a sort by its index in these lists.

use serde::{Deserialize, Serialize};

/// The facets, ranges and sorts of a catalogue, in the order in which documents and queries name them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schema {
    pub facets: Vec<FacetDef>,
    pub ranges: Vec<RangeDef>,
    pub sorts: Vec<SortDef>,
}

/// One facet: a document has any number of codes in it, a query selects any of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacetDef {
    /// The name as the query parameter has it, such as `genre`.
    pub name: String,
    /// Whether a page counts its values. A facet that only filters (a company's id) costs nothing.
    pub counted: bool,
}

/// One range: a document has at most one number in it, a query bounds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RangeDef {
    /// The name, such as `year`.
    pub name: String,
    /// The edges of the histogram, strictly rising. There is one bucket more than edges: below the first
    /// edge, from each edge up to but without the next, and from the last edge on. No edges: not counted.
    pub edges: Vec<i64>,
}

/// One order other than relevance and newest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SortDef {
    /// The name, such as `title`.
    pub name: String,
    pub kind: SortKind,
}

/// What kind of [`SortKey`](crate::SortKey) a sort compares. A key of the other kind counts as absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SortKind {
    /// By size.
    Number,
    /// By folded text (case, accents and width do not part words), then by the text itself.
    Text,
}

impl Schema {
    /// The index of the facet with this name.
    pub fn facet(&self, name: &str) -> Option<usize> {
        self.facets.iter().position(|facet| facet.name == name)
    }

    /// The index of the range with this name.
    pub fn range(&self, name: &str) -> Option<usize> {
        self.ranges.iter().position(|range| range.name == name)
    }

    /// The index of the sort with this name.
    pub fn sort(&self, name: &str) -> Option<usize> {
        self.sorts.iter().position(|sort| sort.name == name)
    }
}
