//! Small random catalogues in several scripts, random queries.

use proptest::prelude::*;

use super::*;

pub fn schema() -> Schema {
    let facet = |name: &str, counted| FacetDef {
        name: name.into(),
        counted,
    };
    Schema {
        facets: vec![
            facet("genre", true),
            facet("company", false),
            facet("country", true),
        ],
        ranges: vec![
            RangeDef {
                name: "year".into(),
                edges: vec![0, 5, 10],
            },
            RangeDef {
                name: "budget".into(),
                edges: vec![],
            },
        ],
        sorts: vec![
            SortDef {
                name: "title".into(),
                kind: SortKind::Text,
            },
            SortDef {
                name: "year".into(),
                kind: SortKind::Number,
            },
        ],
    }
}

fn word() -> impl Strategy<Value = String> {
    let words = [
        "a",
        "ab",
        "abc",
        "Äb",
        "ABC",
        "é",
        "red",
        "réd",
        "redder",
        "臥",
        "卧",
        "虎藏",
        "虎藏龍",
        "龙",
        "龍虎",
        "の",
        "ノ",
        "살인",
        "인의",
        "살",
        "องค์",
        "บาก",
        "ค์",
        "Ёл",
        "ел",
        "x-ab",
        "d'é",
        "ii",
        "2",
        "&",
        "!!",
        "ß",
        "ss",
        "3D虎",
    ];
    prop::sample::select(words.to_vec()).prop_map(str::to_owned)
}

fn phrase() -> impl Strategy<Value = String> {
    prop::collection::vec(word(), 0..5).prop_map(|words| words.join(" "))
}

fn code() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["p", "q", "r", "s"]).prop_map(str::to_owned)
}

fn codes() -> impl Strategy<Value = Vec<Vec<String>>> {
    prop::collection::vec(prop::collection::vec(code(), 0..3), 0..4)
}

fn territories() -> impl Strategy<Value = Territories> {
    (0_u64..8, 0_u64..2).prop_map(|(first, last)| [first, 0, 0, 0, last << 63])
}

fn free() -> impl Strategy<Value = FreeBox> {
    let day = prop_oneof![Just(i32::MIN), 0_i32..10];
    let until = prop_oneof![Just(i32::MAX), 0_i32..10];
    (0_u64..8, territories(), day, until).prop_map(|(rights, territories, from, until)| FreeBox {
        rights,
        territories,
        from,
        until,
    })
}

fn document() -> impl Strategy<Value = Document> {
    let texts = prop::collection::vec((prop::sample::select(Field::ALL.to_vec()), phrase()), 0..5);
    let number = prop::option::of(-3_i64..13);
    let sorts = (prop::option::of(word()), prop::option::of(0_i64..4));
    let rest = (0_u8..2, 0_u8..2, 0_i64..3);
    (
        texts,
        codes(),
        prop::collection::vec(number, 0..3),
        sorts,
        prop::collection::vec(free(), 0..3),
        rest,
    )
        .prop_map(
            |(texts, facets, numbers, (text, number), free, (boost, completeness, newest))| {
                Document {
                    texts: texts
                        .into_iter()
                        .map(|(field, text)| Text::new(field, None, text))
                        .collect(),
                    facets,
                    numbers,
                    sorts: vec![text.map(SortKey::Text), number.map(SortKey::Number)],
                    free,
                    boost,
                    completeness,
                    newest,
                    ..Document::default()
                }
            },
        )
}

pub fn documents() -> impl Strategy<Value = Vec<Document>> {
    prop::collection::vec(document(), 0..14).prop_map(|mut documents| {
        for (i, document) in documents.iter_mut().enumerate() {
            document.key = format!("k{i}");
            document.slug = format!("s{}", i * 7 % 5);
            document.card = vec![i as u8; i];
        }
        documents
    })
}

fn text() -> impl Strategy<Value = String> {
    let part = (word(), word(), 0_u8..8).prop_map(|(a, b, kind)| match kind {
        0 => format!("\"{a} {b}\""),
        1 => format!("-{a}"),
        2 => format!("{a}{b}"),
        3 => a.chars().take(1).collect(),
        _ => a,
    });
    prop::collection::vec(part, 0..4).prop_map(|parts| parts.join(" "))
}

pub fn queries() -> impl Strategy<Value = Query> {
    let day = || prop::option::of(0_i32..10);
    let avail = prop_oneof![
        Just(AvailFilter::default()),
        (0_u64..8, territories(), day(), day()).prop_map(|(rights, territories, from, until)| {
            AvailFilter {
                rights,
                territories,
                from,
                until,
            }
        })
    ];
    let bound = || prop::option::of(-3_i64..13);
    let sort = prop_oneof![
        4 => Just(Sort::Relevance),
        1 => Just(Sort::Newest),
        2 => (0_usize..3, any::<bool>()).prop_map(|(index, descending)| Sort::By { index, descending }),
    ];
    let facets = prop_oneof![Just(Vec::new()), codes()];
    let ranges = prop_oneof![
        Just(Vec::new()),
        prop::collection::vec((bound(), bound()), 0..3)
    ];
    (
        text(),
        facets,
        ranges,
        avail,
        sort,
        (0_u32..4, 0_u32..20),
        any::<bool>(),
    )
        .prop_map(
            |(text, facets, ranges, avail, sort, (offset, limit), counts)| Query {
                text,
                facets,
                ranges,
                avail,
                sort,
                offset,
                limit,
                counts,
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn the_engine_is_the_oracle(documents in documents(), queries in prop::collection::vec(queries(), 1..8)) {
        let index = index_of(schema(), documents.clone());
        for query in queries {
            let page = index.search(&query);
            let expected = oracle::search(&schema(), &documents, &query);
            let keys: Vec<String> = page.hits.iter().map(|hit| hit.key.to_owned()).collect();
            prop_assert_eq!((page.total, keys), (expected.total, expected.keys), "{:?}", &query);
            prop_assert_eq!((page.matched.words, page.matched.matched), expected.matched, "{:?}", &query);
            let facets: Vec<Vec<(String, u32)>> = page.facets.iter()
                .map(|facet| facet.iter().map(|&(value, count)| (value.to_owned(), count)).collect())
                .collect();
            prop_assert_eq!(facets, expected.facets, "{:?}", &query);
            prop_assert_eq!(page.rights, expected.rights, "{:?}", &query);
            prop_assert_eq!(page.territories, expected.territories, "{:?}", &query);
            prop_assert_eq!(page.ranges, expected.ranges, "{:?}", &query);
            for hit in &page.hits {
                let number: usize = hit.key[1..].parse().unwrap();
                prop_assert_eq!(hit.card.len(), number);
            }
        }
    }

    #[test]
    fn no_query_panics(documents in documents(), text in "\\PC{0,40}", query in queries(), title in "\\PC{0,40}") {
        let mut documents = documents;
        documents.push(titled("k99", &[&title]));
        let index = index_of(schema(), documents);
        index.search(&Query { text: text.clone(), ..query });
        for (start, end) in highlight(&text, &title) {
            prop_assert!(title.get(start..end).is_some());
        }
        // A title finds itself, if it holds anything that asks.
        let page = index.search(&asked(&title));
        prop_assert!(page.total > 0 || title.contains(['-', '"', '“', '”', '„', '«', '»']), "{title}");
    }
}
