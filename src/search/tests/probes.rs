use super::*;

#[test]
fn every_spelling_finds_the_title() {
    for (title, queries) in [
        (
            "臥虎藏龍",
            vec!["卧虎藏龙", "臥虎", "藏龙", "虎", "虎藏龍", "\"臥虎藏龍\""],
        ),
        (
            "七人の侍 ゴジラ",
            vec!["七人の侍", "ごじら", "ｺﾞｼﾞﾗ", "侍", "ジラ"],
        ),
        (
            "살인의 추억",
            vec!["살인", "추억", "살인의추억", "의 추", "인의", "억"],
        ),
        ("องค์บาก", vec!["องค์", "บาก", "ค์บ", "องค์บาก"]),
        (
            "Amélie Straße",
            vec!["amelie", "AMÉLIE", "strasse", "ame\u{301}", "straße amel"],
        ),
        (
            "ＡＫＩＲＡ ニュー・シネマ",
            vec!["akira", "Ａｋｉ", "ニューシネマ", "ニュー・シネマ"],
        ),
        (
            "Spider-Man: Don't",
            vec![
                "spiderman",
                "spider-man",
                "spider man",
                "man",
                "dont",
                "don’t",
                "spiderm",
            ],
        ),
        (
            "Tom & Jerry II",
            vec!["tom and jerry", "jerry 2", "tom & jerry ii"],
        ),
        ("Солярис Ёлки", vec!["СОЛЯРИС", "елки", "ёл"]),
        ("Ὀδύσσεια", vec!["οδυσσεια", "ΟΔΎΣ"]),
        ("الناصر صلاح الدين", vec!["صلاح", "النَّاصر"]),
        ("शोले", vec!["शोले", "शो"]),
        ("π", vec!["π", "Π"]),
        ("!!!", vec!["!!!"]),
        ("功夫3D足球", vec!["3d", "足球", "功夫3D", "功夫足球"]),
    ] {
        let index = index_of(
            Schema::default(),
            [titled("other", &["nothing of it"]), titled("it", &[title])],
        );
        for query in queries {
            let page = index.search(&asked(query));
            let expected: &[&str] = if query == "功夫足球" {
                &[]
            } else {
                &["it"]
            };
            assert_eq!(slugs(&page), expected, "{title} by {query}");
        }
    }
}

#[test]
fn what_is_no_match() {
    let index = index_of(
        Schema::default(),
        [
            titled("a", &["臥虎 龍藏", "x"]),
            titled("b", &["mane spider", "y z"]),
        ],
    );
    for query in [
        "虎龍藏臥",
        "?!?",
        "spiderman",
        "\"spider mane\"",
        "\"y x\"",
        "spider -man -mane",
        "x -虎",
    ] {
        assert_eq!(index.search(&asked(query)).total, 0, "{query}");
    }
}

#[test]
fn what_asks_for_nothing_lists_everything() {
    let index = index_of(
        Schema::default(),
        [titled("b", &["x"]), titled("a", &["y"])],
    );
    for query in ["", "  ", "\"", "-", "\"\"", "\u{301}", "\u{200b}"] {
        assert_eq!(slugs(&index.search(&asked(query))), ["a", "b"], "{query:?}");
    }
    assert_eq!(slugs(&index.search(&asked("-x"))), ["a"]);
}

#[test]
fn fewer_words_when_nothing_matches_all() {
    let index = index_of(
        Schema::default(),
        [titled("a", &["red fox"]), titled("b", &["red dog house"])],
    );
    let page = index.search(&asked("red dog blorgh"));
    assert_eq!(slugs(&page), ["b"]);
    assert_eq!((page.matched.words, page.matched.matched), (3, 2));
    assert_eq!(page.matched.unknown, ["blorgh"]);
    assert!(page.matched.is_partial());
    assert!(!index.search(&asked("red")).matched.is_partial());
    assert_eq!(index.search(&asked("blorgh")).total, 0);
}

#[test]
fn the_better_match_comes_first() {
    let text = |field, text: &str| Text::new(field, None, text);
    let with = |key: &str, texts: Vec<Text>| Document {
        texts,
        ..titled(key, &[])
    };
    let index = index_of(
        Schema::default(),
        [
            with("a-synopsis", vec![text(Field::Synopsis, "about a dune")]),
            with("b-alias", vec![text(Field::Alias, "Dune")]),
            with("c-title", vec![text(Field::Title, "Dune")]),
            with("d-longer", vec![text(Field::Title, "Dune Messiah")]),
            with("e-later", vec![text(Field::Title, "Children of Dune")]),
            with("f-spelled", vec![text(Field::Title, "Duné")]),
            with("g-prefix", vec![text(Field::Title, "Dunes")]),
        ],
    );
    let page = index.search(&asked("dune"));
    assert_eq!(
        slugs(&page),
        [
            "c-title",
            "d-longer",
            "e-later",
            "b-alias",
            "a-synopsis",
            "f-spelled",
            "g-prefix"
        ]
    );
    assert_eq!(slugs(&index.search(&asked("duné")))[0], "f-spelled");
    let near = index_of(
        Schema::default(),
        [
            titled("far", &["great hunt and escape"]),
            titled("turned", &["escape great"]),
            titled("part", &["the great escape"]),
            titled("whole", &["the great escape artist", "great escape"]),
        ],
    );
    assert_eq!(
        slugs(&near.search(&asked("great escape"))),
        ["whole", "part", "far", "turned"]
    );
}

#[test]
fn identifiers_are_found_at_once() {
    let mut film = titled("0190-abcd", &["Metropolis"]);
    film.identifiers = vec![
        "10.5240/7791-8534-2C23-9030-8610-5".into(),
        "tt0017136".into(),
        "1900".into(),
    ];
    let index = index_of(
        Schema::default(),
        [film, titled("x", &["1900"]), titled("y", &["7791"])],
    );
    for name in [
        "10.5240/7791-8534-2c23-9030-8610-5",
        "TT0017136",
        "0190ABCD",
    ] {
        assert_eq!(slugs(&index.search(&asked(name))), ["0190-abcd"]);
        assert_eq!(index.get(name).unwrap().slug, "0190-abcd");
    }
    assert_eq!(slugs(&index.search(&asked("1900"))), ["x", "0190-abcd"]);
    assert_eq!(index.get("x").unwrap().key, "x");
    assert!(index.get("metropolis").is_none() && index.get("").is_none());
}

#[test]
fn hostile_queries_give_a_page() {
    let index = index_of(
        Schema::default(),
        [
            titled("a", &["臥虎 a \u{1F3AC}", "\u{1F3AC}"]),
            titled("b", &[""]),
        ],
    );
    let long = "a臥".repeat(20_000);
    let marks = "\u{301}".repeat(1000);
    for query in [
        long.as_str(),
        &marks,
        "\"a \"b",
        "-\"",
        "a\0b",
        "\u{202e}a\u{200d}",
        "🎬",
        "----a",
        "“a„ »",
    ] {
        let mut query = asked(query);
        query.facets = vec![vec!["x".into()]; 9];
        query.ranges = vec![(Some(i64::MAX), Some(i64::MIN)); 9];
        query.sort = Sort::By {
            index: 7,
            descending: true,
        };
        query.offset = u32::MAX;
        query.limit = u32::MAX;
        assert!(index.search(&query).hits.is_empty());
    }
    assert!(index.search(&asked(&long)).matched.cut);
}
