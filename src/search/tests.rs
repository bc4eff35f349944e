//! The engine against a slow, obvious oracle, and the cases that people would notice.

mod oracle;
mod probes;
mod properties;
mod snapshots;

use crate::*;

/// A document with titles only.
fn titled(key: &str, titles: &[&str]) -> Document {
    Document {
        key: key.into(),
        slug: key.into(),
        texts: titles
            .iter()
            .map(|&title| Text::new(Field::Title, None, title))
            .collect(),
        ..Document::default()
    }
}

fn index_of(schema: Schema, documents: impl IntoIterator<Item = Document>) -> Index {
    let mut builder = Builder::new(schema);
    documents
        .into_iter()
        .for_each(|document| builder.add(document));
    Index::open(builder.finish().into_bytes()).unwrap()
}

fn asked(text: &str) -> Query {
    Query {
        text: text.into(),
        limit: 100,
        ..Query::default()
    }
}

fn slugs<'i>(page: &Page<'i>) -> Vec<&'i str> {
    page.hits.iter().map(|hit| hit.slug).collect()
}
