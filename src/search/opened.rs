//! The columns of an opened snapshot that filters and counts walk through.

use crate::bytes::{Table, u32s, u64s};
use crate::document::FreeBox;
use crate::schema::{FacetDef, RangeDef, Schema, SortDef, SortKind};
use crate::snapshot::Section;

/// The values of each document, by number.
#[derive(Debug)]
pub(crate) struct FacetColumn {
    pub counted: bool,
    pub values: usize,
    pub offsets: Vec<u32>,
    pub numbers: Vec<u32>,
}

impl FacetColumn {
    #[inline]
    pub fn of(&self, doc: usize) -> &[u32] {
        match (self.offsets.get(doc), self.offsets.get(doc + 1)) {
            (Some(&start), Some(&end)) => self
                .numbers
                .get(start as usize..end as usize)
                .unwrap_or_default(),
            _ => &[],
        }
    }
}

#[derive(Debug)]
pub(crate) struct RangeColumn {
    pub edges: Vec<i64>,
    /// `i64::MIN` is absent.
    pub numbers: Vec<i64>,
    /// The bucket of each number; `u16::MAX` is none. Empty when there are no edges.
    pub buckets: Vec<u16>,
}

/// What is free: each document has a list of boxes, and many share one.
#[derive(Debug)]
pub(crate) struct Free {
    /// By document.
    lists: Vec<u32>,
    pub boxes: Vec<Vec<FreeBox>>,
}

impl Free {
    /// The number of a document's list.
    #[inline]
    pub fn list(&self, doc: usize) -> usize {
        self.lists
            .get(doc)
            .map_or(usize::MAX, |&list| list as usize)
    }

    pub fn of(&self, doc: usize) -> &[FreeBox] {
        self.boxes
            .get(self.list(doc))
            .map(Vec::as_slice)
            .unwrap_or_default()
    }
}

pub(crate) fn open_schema(section: &[u8]) -> Option<Schema> {
    let table = Table::open(section)?;
    let counts = u32s(table.get(0)?);
    let mut rows = (1..table.len())
        .step_by(2)
        .map(|i| Some((table.text(i).to_owned(), table.get(i + 1)?)));
    let mut take = |i: usize| -> Option<Vec<(String, &[u8])>> {
        rows.by_ref().take(*counts.get(i)? as usize).collect()
    };
    let (facets, ranges, sorts) = (take(0)?, take(1)?, take(2)?);
    let schema = Schema {
        facets: facets
            .into_iter()
            .map(|(name, flag)| FacetDef {
                name,
                counted: flag == [1],
            })
            .collect(),
        ranges: ranges
            .into_iter()
            .map(|(name, edges)| RangeDef {
                name,
                edges: u64s(edges).into_iter().map(u64::cast_signed).collect(),
            })
            .collect(),
        sorts: sorts
            .into_iter()
            .map(|(name, kind)| SortDef {
                name,
                kind: if kind == [1] {
                    SortKind::Text
                } else {
                    SortKind::Number
                },
            })
            .collect(),
    };
    let rows = [schema.facets.len(), schema.ranges.len(), schema.sorts.len()];
    (rows
        .iter()
        .zip(&counts)
        .all(|(&row, &count)| row == count as usize))
    .then_some(schema)
}

pub(crate) fn open_free<'b>(fixed: &impl Fn(Section) -> &'b [u8], len: usize) -> Option<Free> {
    let masks: Vec<[u64; 5]> = u64s(fixed(Section::Masks)).as_chunks::<5>().0.to_vec();
    let words = u32s(fixed(Section::Boxes));
    let one = |&[low, high, mask, from, until, _]: &[u32; 6]| {
        let territories = *masks.get(mask as usize)?;
        let rights = u64::from(low) | u64::from(high) << 32;
        Some(FreeBox {
            rights,
            territories,
            from: from.cast_signed(),
            until: until.cast_signed(),
        })
    };
    let boxes: Vec<FreeBox> = words
        .as_chunks::<6>()
        .0
        .iter()
        .map(one)
        .collect::<Option<_>>()?;
    let (offsets, members) = (
        u32s(fixed(Section::ListOffsets)),
        u32s(fixed(Section::ListBoxes)),
    );
    let list = |ends: &[u32]| -> Option<Vec<FreeBox>> {
        let &[start, end] = ends else { return None };
        let members = members.get(start as usize..end as usize)?;
        members
            .iter()
            .map(|&i| boxes.get(i as usize).copied())
            .collect()
    };
    let boxes: Vec<_> = offsets.windows(2).map(list).collect::<Option<_>>()?;
    let lists = u32s(fixed(Section::BoxLists));
    let fits = lists.len() == len && lists.iter().all(|&list| (list as usize) < boxes.len());
    fits.then_some(Free { lists, boxes })
}
