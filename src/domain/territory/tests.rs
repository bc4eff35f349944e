//! Tests of `territory`.

use proptest::{collection::vec, prelude::*, sample::select};

use super::*;
use crate::parse::check;

fn set(text: &str) -> TerritorySet {
    text.parse().unwrap()
}

/// Groups and countries alike.
fn any_territory() -> impl Strategy<Value = Territory> {
    prop_oneof![
        select(TerritoryGroup::ALL).prop_map(Territory::Group),
        select(Country::current().collect::<Vec<_>>()).prop_map(Territory::Country),
    ]
}

fn any_set() -> impl Strategy<Value = TerritorySet> {
    vec(any_territory(), 0..8).prop_map(|list| {
        let sets = list.into_iter().map(Territory::countries);
        sets.fold(TerritorySet::EMPTY, |all, set| all.union(&set))
    })
}

#[test]
fn groups_name_countries_of_today_once() {
    for group in TerritoryGroup::ALL.iter().copied() {
        check::round_trip(&Territory::Group(group));
        assert_eq!(group.label().parse(), Ok(group));
        assert!(!group.countries().is_empty());
        let codes: Vec<_> = group
            .lists()
            .iter()
            .flat_map(|list| list.split_ascii_whitespace())
            .collect();
        for code in &codes {
            assert!(
                Country::from_code(code).is_some_and(|country| !country.is_former()),
                "{code}"
            );
        }
        if group != TerritoryGroup::Worldwide {
            assert_eq!(codes.len(), group.countries().len(), "{group}");
        }
    }
}

#[test]
fn groups_fit_each_other() {
    let countries = TerritoryGroup::countries;
    assert_eq!(TerritorySet::worldwide().len(), Country::current().count());
    assert_eq!(countries(TerritoryGroup::Eu).len(), 27);
    assert_eq!(countries(TerritoryGroup::Asean).len(), 11);
    assert!(countries(TerritoryGroup::Mena).contains_all(&countries(TerritoryGroup::Gcc)));
    // The continents share nothing, and leave out only the empty south and a few islands.
    let continents = [
        TerritoryGroup::Africa,
        TerritoryGroup::Asia,
        TerritoryGroup::Europe,
        TerritoryGroup::Oceania,
        TerritoryGroup::NorthAmerica,
    ];
    let latin =
        countries(TerritoryGroup::LatinAmerica).union(&countries(TerritoryGroup::Caribbean));
    let mut rest = TerritorySet::worldwide().minus(&latin);
    for continent in continents {
        assert!(rest.contains_all(&countries(continent)), "{continent}");
        rest = rest.minus(&countries(continent));
    }
    assert_eq!(rest, set("AQ,BV,GL,GS,HM,PM"));
}

#[test]
fn territories_as_written() {
    for text in ["worldwide,-US,-CA", "dach,FR", "HK", "asia,-greater-china"] {
        assert_eq!(text.parse::<Territories>().unwrap().to_string(), text);
    }
    let given: Territories = "Worldwide, -usa, -Canada, -us".parse().unwrap();
    assert_eq!(given.to_string(), "worldwide,-US,-CA");
    assert_eq!(given.expand().len(), Country::current().count() - 2);
    for bad in [
        "",
        ",",
        "-US",
        "US,-US",
        "US,-north-america",
        "SU",
        "atlantis",
        "US,,CA",
        "--US",
    ] {
        assert!(bad.parse::<Territories>().is_err(), "{bad}");
    }
    let soviet: Country = "SU".parse().unwrap();
    assert!(TerritorySet::from(soviet).is_empty());
}

proptest! {
    #[test]
    fn set_algebra(a in any_set(), b in any_set()) {
        check::round_trip(&a);
        prop_assert_eq!(a.iter().collect::<TerritorySet>(), a);
        prop_assert_eq!(a.iter().count(), a.len());
        for country in Country::all() {
            let (x, y) = (a.contains(country), b.contains(country));
            prop_assert_eq!(a.union(&b).contains(country), x || y);
            prop_assert_eq!(a.intersect(&b).contains(country), x && y);
            prop_assert_eq!(a.minus(&b).contains(country), x && !y);
            prop_assert!(!(x && country.is_former()));
        }
        prop_assert_eq!(a.overlaps(&b), !a.intersect(&b).is_empty());
        prop_assert_eq!(a.contains_all(&b), a.union(&b) == a);
    }

    #[test]
    fn parse_format(included in vec(any_territory(), 0..5), excluded in vec(any_territory(), 0..3)) {
        for territory in &included {
            check::round_trip(territory);
        }
        if let Ok(territories) = Territories::new(included, excluded) {
            check::round_trip(&territories);
            prop_assert!(!territories.expand().is_empty());
        }
    }

    #[test]
    fn takes_any_text(text in any::<String>(), near in "(worldwide|-us|dach|FR|,|-| ){0,8}") {
        for text in [text, near] {
            check::any_text::<Territory>(&text);
            check::any_text::<Territories>(&text);
            check::any_text::<TerritorySet>(&text);
        }
    }
}
