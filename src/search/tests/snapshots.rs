use proptest::prelude::*;

use super::properties::{documents, queries, schema};
use super::*;

fn snapshot(documents: &[Document]) -> Snapshot {
    let mut builder = Builder::new(schema());
    documents
        .iter()
        .cloned()
        .for_each(|document| builder.add(document));
    builder.finish()
}

#[test]
fn an_empty_index_answers() {
    for schema in [Schema::default(), schema()] {
        let index = index_of(schema, []);
        let page = index.search(&Query {
            text: "a".into(),
            counts: true,
            limit: 5,
            ..Query::default()
        });
        assert!(page.total == 0 && page.hits.is_empty() && index.is_empty());
    }
}

#[test]
fn other_bytes_are_refused() {
    let bytes = snapshot(&[titled("a", &["b"])]).into_bytes();
    let open = |bytes: &[u8]| Index::open(bytes.to_vec()).map(|_| ());
    assert_eq!(
        open(b"PNG and other bytes that are no index"),
        Err(SnapshotError::Foreign)
    );
    assert_eq!(open(&bytes[..10]), Err(SnapshotError::Truncated));
    assert_eq!(
        open(&bytes[..bytes.len() - 1]),
        Err(SnapshotError::Truncated)
    );
    let with = |at: usize, byte: u8| [&bytes[..at], &[byte], &bytes[at + 1..]].concat();
    assert_eq!(open(&with(8, 200)), Err(SnapshotError::Newer(200)));
    assert_eq!(open(&with(8, 0)), Err(SnapshotError::Older(0)));
    assert_eq!(
        open(&with(bytes.len() - 1, !bytes[bytes.len() - 1])),
        Err(SnapshotError::Damaged)
    );
    assert_eq!(
        open(&[&bytes[..], b"x"].concat()),
        Err(SnapshotError::Damaged)
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_order_of_adding_does_not_matter(documents in documents(), turn in 0_usize..9) {
        let mut turned = documents.clone();
        let middle = turn.min(turned.len());
        turned.rotate_left(middle);
        turned.reverse();
        let bytes = snapshot(&documents);
        prop_assert_eq!(&bytes, &snapshot(&turned));
        let again = Snapshot::from_bytes(bytes.as_bytes().to_vec());
        prop_assert_eq!(Ok(bytes), again);
    }

    #[test]
    fn damage_is_noticed(documents in documents(), at in any::<prop::sample::Index>(), flip in 1_u8.., cut in any::<bool>()) {
        let mut bytes = snapshot(&documents).into_bytes();
        let at = at.index(bytes.len());
        if cut { bytes.truncate(at) } else { bytes[at] ^= flip }
        prop_assert!(Index::open(bytes).is_err());
    }

    /// Damage with a checksum made to fit is not promised to be noticed, but it never panics.
    #[test]
    fn forged_bytes_do_not_panic(
        documents in documents(),
        at in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        query in queries(),
    ) {
        let mut bytes = snapshot(&documents).into_bytes();
        for (at, byte) in at {
            let at = 32 + at.index(bytes.len() - 32);
            // The dictionary is a format of another crate, which relies on its own checksum.
            let dictionary = crate::snapshot::sections(&bytes).unwrap()[crate::snapshot::Section::Terms as usize];
            if !(dictionary.0..dictionary.0 + dictionary.1).contains(&at) && at >= 32 + 16 * 30 {
                bytes[at] = byte;
            }
            let sum = crc32fast::hash(&bytes[32..]);
            bytes[24..28].copy_from_slice(&sum.to_le_bytes());
        }
        if let Ok(index) = Index::open(bytes) {
            index.search(&query);
            index.get("k1");
            index.facet_values(0).count();
        }
    }
}
