//! What a snapshot holds beside the postings: a column for each facet, range and sort, the names and what
//! is free.

use crate::builder::{Doc, Interner, SEARCHED, normal_name};
use crate::bytes::{TableWriter, put_u32s};
use crate::document::{FreeBox, SortKey, Territories};
use crate::fold::folded;
use crate::schema::{Schema, SortKind};
use crate::snapshot::Section;

pub(crate) fn schema_table(schema: &Schema) -> Vec<u8> {
    let mut table = TableWriter::default();
    let counts = [schema.facets.len(), schema.ranges.len(), schema.sorts.len()];
    let mut head = Vec::new();
    put_u32s(&mut head, counts.map(|count| count as u32));
    table.push(&head);
    for facet in &schema.facets {
        table.push(facet.name.as_bytes());
        table.push(&[u8::from(facet.counted)]);
    }
    for range in &schema.ranges {
        table.push(range.name.as_bytes());
        table.push(
            &range
                .edges
                .iter()
                .flat_map(|edge| edge.to_le_bytes())
                .collect::<Vec<u8>>(),
        );
    }
    for sort in &schema.sorts {
        table.push(sort.name.as_bytes());
        table.push(&[u8::from(sort.kind == SortKind::Text)]);
    }
    table.finish()
}

/// The sorted names of all documents and whose they are.
pub(crate) fn names(docs: &[Doc]) -> (Vec<u8>, Vec<u8>) {
    let mut all = Vec::new();
    for (number, doc) in docs.iter().enumerate() {
        let number = number as u32;
        all.push((normal_name(&doc.slug), number));
        all.push((normal_name(&doc.key), number | SEARCHED));
        all.extend(
            doc.names
                .iter()
                .map(|name| (name.to_string(), number | SEARCHED)),
        );
    }
    all.retain(|(name, _)| !name.is_empty());
    all.sort_unstable();
    all.dedup();
    let (mut table, mut numbers) = (TableWriter::default(), Vec::with_capacity(all.len() * 4));
    for (name, number) in all {
        table.push(name.as_bytes());
        put_u32s(&mut numbers, [number]);
    }
    (table.finish(), numbers)
}

pub(crate) fn free_sections(
    boxes: Interner<FreeBox>,
    lists: Interner<Vec<u32>>,
    docs: &[Doc],
) -> Vec<(Section, Vec<u8>)> {
    let (boxes, box_places) = boxes.sorted();
    // Lists name boxes by their order of appearance; in the order of the sorted boxes they are the same
    // whatever came first.
    let by_number = |list: &Vec<u32>| -> Vec<u32> {
        let mut places: Vec<u32> = list
            .iter()
            .filter_map(|&one| box_places.get(one as usize).copied())
            .collect();
        places.sort_unstable();
        places
    };
    let mut all: Vec<(Vec<u32>, u32)> = lists
        .numbers
        .iter()
        .map(|(list, &number)| (by_number(list), number))
        .collect();
    all.sort_unstable();
    let mut list_places = vec![0; all.len()];
    let (mut offsets, mut members) = (vec![0_u32], Vec::new());
    for (place, (list, number)) in all.into_iter().enumerate() {
        list_places[number as usize] = place as u32;
        members.extend(list);
        offsets.push(members.len() as u32);
    }
    let mut masks: Interner<Territories> = Interner::default();
    let mut box_bytes = Vec::with_capacity(boxes.len() * 24);
    for one in &boxes {
        box_bytes.extend_from_slice(&one.rights.to_le_bytes());
        put_u32s(
            &mut box_bytes,
            [
                masks.number(&one.territories),
                one.from as u32,
                one.until as u32,
                0,
            ],
        );
    }
    let mut by_number: Vec<(u32, Territories)> = masks
        .numbers
        .into_iter()
        .map(|(mask, number)| (number, mask))
        .collect();
    by_number.sort_unstable();
    let words = |values: Vec<u32>| {
        let mut out = Vec::with_capacity(values.len() * 4);
        put_u32s(&mut out, values);
        out
    };
    vec![
        (
            Section::BoxLists,
            words(
                docs.iter()
                    .map(|doc| list_places[doc.list as usize])
                    .collect(),
            ),
        ),
        (Section::ListOffsets, words(offsets)),
        (Section::ListBoxes, words(members)),
        (Section::Boxes, box_bytes),
        (
            Section::Masks,
            by_number
                .iter()
                .flat_map(|(_, mask)| mask.iter().flat_map(|word| word.to_le_bytes()))
                .collect(),
        ),
    ]
}

pub(crate) fn facet_sections(
    docs: &[Doc],
    facets: usize,
    facet: usize,
    values: Interner<String>,
) -> [Vec<u8>; 3] {
    let (values, places) = values.sorted();
    let mut table = TableWriter::default();
    values.iter().for_each(|value| table.push(value.as_bytes()));
    let (mut offsets, mut numbers, mut own) = (vec![0; 4], Vec::new(), Vec::new());
    for doc in docs {
        // The ends of all facets come before the first one's values.
        let start = facet
            .checked_sub(1)
            .map_or(facets, |before| doc.facets[before] as usize);
        let end = doc.facets[facet] as usize;
        own.clear();
        own.extend(
            doc.facets[start..end]
                .iter()
                .map(|&value| places[value as usize]),
        );
        own.sort_unstable();
        put_u32s(&mut numbers, own.iter().copied());
        put_u32s(&mut offsets, [(numbers.len() / 4) as u32]);
    }
    [table.finish(), offsets, numbers]
}

/// For each document how many different keys come before its own.
pub(crate) fn ranks(docs: &[Doc], sort: usize, kind: SortKind) -> Vec<u8> {
    let mut keys: Vec<(i64, String, &str, usize)> = Vec::new();
    for (number, doc) in docs.iter().enumerate() {
        match (kind, doc.sorts.get(sort)) {
            (SortKind::Number, Some(Some(SortKey::Number(value)))) => {
                keys.push((*value, String::new(), "", number))
            }
            (SortKind::Text, Some(Some(SortKey::Text(text)))) => {
                keys.push((0, folded(text), text, number))
            }
            _ => {}
        }
    }
    keys.sort_unstable();
    let mut ranks = vec![u32::MAX; docs.len()];
    let groups = keys.chunk_by(|a, b| (a.0, &a.1, a.2) == (b.0, &b.1, b.2));
    for (rank, group) in groups.enumerate() {
        for key in group {
            ranks[key.3] = rank as u32;
        }
    }
    let mut out = Vec::with_capacity(ranks.len() * 4);
    put_u32s(&mut out, ranks);
    out
}
