//! Tests of `avail`: the boxes and the answers against an oracle that looks at every point.

use proptest::{collection::vec, prelude::*, sample::select};

use super::*;
use crate::{date::parse_date, parse::check, window::day_after};

/// Rights, countries and languages of the little world of the oracle.
const RIGHTS: [Right; 4] = [Right::Svod, Right::Avod, Right::Theatrical, Right::FreeTv];
const COUNTRIES: [&str; 4] = ["DE", "AT", "FR", "HK"];
const LANGUAGES: [&str; 4] = ["en", "fr", "fr-CA", "zh-Hant"];
const DAYS: i32 = 12;

fn day(number: i32) -> Date {
    let start = parse_date("2027-01-01").unwrap();
    start.checked_add(jiff::Span::new().days(number)).unwrap()
}

fn country(code: &str) -> Country {
    code.parse().unwrap()
}

fn any_small_window() -> impl Strategy<Value = Window> {
    let end = || proptest::option::weighted(0.9, 0..DAYS);
    (end(), end()).prop_map(|(a, b)| match (a, b) {
        (Some(x), Some(y)) => Window::new(Some(day(x.min(y))), Some(day(x.max(y)))).unwrap(),
        (a, b) => Window::new(a.map(day), b.map(day)).unwrap(),
    })
}

fn any_languages() -> impl Strategy<Value = Vec<LanguageTag>> {
    prop_oneof![
        Just(Vec::new()),
        vec(
            select(&["en", "fr", "fr-CA", "zh", "zh-Hant"][..])
                .prop_map(|tag| tag.parse().unwrap()),
            1..3
        )
    ]
}

fn any_rights() -> impl Strategy<Value = RightSet> {
    vec(
        select(&[Right::Svod, Right::Vod, Right::Theatrical, Right::FreeTv][..]),
        1..3,
    )
    .prop_map(RightSet::from_rights)
}

fn any_territories() -> impl Strategy<Value = Territories> {
    select(
        &[
            "worldwide",
            "dach",
            "DE",
            "FR,HK",
            "europe,-DE",
            "greater-china,AT",
        ][..],
    )
    .prop_map(|t| t.parse().unwrap())
}

prop_compose! {
    fn any_avail()(
        rights in any_rights(),
        territories in any_territories(),
        window in any_small_window(),
        exclusivity in select(Exclusivity::ALL),
        languages in any_languages(),
        holdback in proptest::option::weighted(0.3, 0..DAYS),
    ) -> Avail {
        let holdback = holdback.map(|number| Holdback { until: day(number), note: None });
        Avail { id: None, rights, territories, window, exclusivity, languages, holdback }
    }
}

prop_compose! {
    fn any_grant()(
        rights in any_rights(),
        territories in any_territories(),
        window in any_small_window(),
        exclusivity in select(Exclusivity::ALL),
        languages in any_languages(),
        kind in select(GrantKind::ALL),
    ) -> Grant {
        Grant { rights, territories: territories.expand(), window, exclusivity, languages, kind }
    }
}

fn speaks(list: &[LanguageTag], language: &LanguageTag) -> bool {
    list.is_empty() || list.iter().any(|tag| tag.covers(language))
}

/// Whether one avail offers a point at all, whether or not it may be used yet.
fn names(avail: &Avail, right: Right, at: Country, on: Date, language: &LanguageTag) -> bool {
    avail.rights.contains(right)
        && avail.territories.expand().contains(at)
        && avail.window.covers(on)
        && speaks(&avail.languages, language)
}

/// Whether one avail's point is free.
fn is_free(
    avail: &Avail,
    grants: &[Grant],
    right: Right,
    at: Country,
    on: Date,
    language: &LanguageTag,
) -> bool {
    let held = avail
        .holdback
        .as_ref()
        .is_some_and(|holdback| on <= holdback.until);
    let taken = grants.iter().any(|grant| {
        let hits = grant.rights.contains(right)
            && grant.territories.contains(at)
            && grant.window.covers(on)
            && speaks(&grant.languages, language);
        let either = grant.exclusivity == Exclusivity::Exclusive
            || avail.exclusivity == Exclusivity::Exclusive;
        hits && (grant.kind != GrantKind::Granted || either)
    });
    names(avail, right, at, on, language) && !held && !taken
}

fn in_box(piece: &FreeBox, right: Right, at: Country, on: Date, language: &LanguageTag) -> bool {
    piece.rights.contains(right)
        && piece.territories.contains(at)
        && piece.window.covers(on)
        && piece.languages.contains(language)
}

/// The days worth looking at: those of the little world and one on either side.
fn days() -> impl Iterator<Item = Date> {
    (-1..=DAYS).map(day)
}

/// More tags than the lists name, so that "all languages" is told from "all that are named".
fn languages() -> Vec<LanguageTag> {
    LANGUAGES
        .iter()
        .chain(&["ja", "fr-BE", "zh-Hans"])
        .map(|tag| tag.parse().unwrap())
        .collect()
}

#[test]
fn an_exclusive_sale_takes_its_part() {
    let avail = Avail {
        id: None,
        rights: Right::Vod.leaves(),
        territories: "dach".parse().unwrap(),
        window: "2027-01-01/2029-12-31".parse().unwrap(),
        exclusivity: Exclusivity::Exclusive,
        languages: Vec::new(),
        holdback: Some(Holdback {
            until: parse_date("2027-06-30").unwrap(),
            note: None,
        }),
    };
    let grant = Grant {
        rights: Right::Svod.leaves(),
        territories: country("DE").into(),
        window: "2028-01-01/2028-12-31".parse().unwrap(),
        exclusivity: Exclusivity::Exclusive,
        languages: Vec::new(),
        kind: GrantKind::Granted,
    };
    let (avails, grants) = ([avail], [grant]);
    let ask = |right, code, window: &str| {
        availability(
            &avails,
            &grants,
            right,
            country(code),
            &window.parse().unwrap(),
        )
    };
    let free = Availability::Free { exclusive: true };
    assert_eq!(ask(Right::Svod, "AT", "2028-01-01/2028-12-31"), free);
    assert_eq!(ask(Right::Vod, "AT", "2028-01-01/2028-12-31"), free);
    assert_eq!(
        ask(Right::Svod, "DE", "2028-03-01/2028-04-30"),
        Availability::Held {
            until: Some(parse_date("2028-12-31").unwrap())
        }
    );
    assert_eq!(
        ask(Right::Svod, "DE", "2027-03-01/2028-06-30"),
        Availability::Partly {
            windows: vec!["2027-07-01/2027-12-31".parse().unwrap()]
        }
    );
    assert_eq!(
        ask(Right::Avod, "DE", "2027-03-01/2027-04-30"),
        Availability::Held {
            until: Some(parse_date("2027-06-30").unwrap())
        }
    );
    assert!(matches!(
        ask(Right::Vod, "DE", "2028-03-01/2028-04-30"),
        Availability::Partly { .. }
    ));
    assert_eq!(
        ask(Right::Svod, "FR", "2028-01-01/2028-12-31"),
        Availability::NotOffered
    );
    assert_eq!(
        ask(Right::Theatrical, "DE", "../.."),
        Availability::NotOffered
    );
    assert_eq!(ask(Right::Svod, "DD", "../.."), Availability::NotOffered);
    let boxes = free_boxes(&avails, &grants);
    assert_eq!(boxes.len(), 4, "{boxes:?}");
}

#[test]
fn an_avail_without_rights_is_not_read() {
    let json = r#"{"rights":[],"territories":"HK","window":"../..","exclusivity":"exclusive"}"#;
    assert!(serde_json::from_str::<Avail>(json).is_err());
    assert!(serde_json::from_str::<Avail>(&json.replace("[]", r#"["vod"]"#)).is_ok());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn boxes_are_what_is_free(avails in vec(any_avail(), 0..4), grants in vec(any_grant(), 0..5)) {
        let boxes = free_boxes(&avails, &grants);
        for exclusivity in Exclusivity::ALL.iter().copied() {
            for right in RIGHTS {
                for at in COUNTRIES.map(country) {
                    for on in days() {
                        for language in languages() {
                            let free = avails
                                .iter()
                                .filter(|avail| avail.exclusivity == exclusivity)
                                .any(|avail| is_free(avail, &grants, right, at, on, &language));
                            let boxed = boxes
                                .iter()
                                .filter(|piece| piece.exclusivity == exclusivity)
                                .any(|piece| in_box(piece, right, at, on, &language));
                            prop_assert_eq!(free, boxed, "{} {} {} {}", right, at, on, language);
                        }
                    }
                }
            }
        }
        for piece in &boxes {
            prop_assert!(!piece.rights.is_empty() && !piece.territories.is_empty());
            check::json_round_trip(piece);
        }
    }

    #[test]
    fn answers_are_those_of_the_points(
        avails in vec(any_avail(), 0..4),
        grants in vec(any_grant(), 0..5),
        right in select(&[Right::Svod, Right::Theatrical, Right::FreeTv][..]),
        code in select(&COUNTRIES[..]),
        a in 0..DAYS,
        b in 0..DAYS,
    ) {
        let at = country(code);
        let window = Window::new(Some(day(a.min(b))), Some(day(a.max(b)))).unwrap();
        let answer = availability(&avails, &grants, right, at, &window);
        let all = languages();
        let asked: Vec<_> = days().filter(|on| window.covers(*on)).collect();
        let free = |on: Date| {
            let point = |avail: &Avail| all.iter().any(|language| is_free(avail, &grants, right, at, on, language));
            avails.iter().any(point)
        };
        let offers = |avail: &Avail, on: Date| all.iter().any(|language| names(avail, right, at, on, language));
        // Complete: some avail is free on the day in every language that it offers.
        let complete = |on: Date, alone: bool| {
            avails.iter().any(|avail| {
                let every = |language| {
                    !names(avail, right, at, on, language) || is_free(avail, &grants, right, at, on, language)
                };
                (!alone || avail.exclusivity == Exclusivity::Exclusive) && offers(avail, on) && all.iter().all(every)
            })
        };
        match &answer {
            Availability::Free { exclusive } => {
                prop_assert!(asked.iter().all(|on| complete(*on, false)));
                prop_assert_eq!(*exclusive, asked.iter().all(|on| complete(*on, true)));
            }
            Availability::Partly { windows } => {
                prop_assert!(!asked.iter().all(|on| complete(*on, false)));
                for on in days() {
                    let within = windows.iter().any(|span| span.covers(on));
                    prop_assert_eq!(within, window.covers(on) && free(on), "{}", on);
                }
            }
            Availability::Held { until } => {
                prop_assert!(!asked.iter().any(|on| free(*on)));
                prop_assert!(asked.iter().any(|on| avails.iter().any(|avail| offers(avail, *on))));
                let next = days().filter(|on| *on > window.last()).find(|on| free(*on));
                prop_assert_eq!(*until, next.and_then(day_before));
            }
            Availability::NotOffered => {
                prop_assert!(!asked.iter().any(|on| avails.iter().any(|avail| offers(avail, *on))));
            }
        }
        check::json_round_trip(&answer);
    }

    #[test]
    fn parse_format(avail in any_avail(), grant in any_grant(), past in any_small_window()) {
        check::json_round_trip(&avail);
        check::json_round_trip(&grant);
        prop_assert!(day_after(past.first()).is_some());
    }
}
