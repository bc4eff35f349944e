//! Filters and facet counts of the API, held against a count by hand over what the API says of each title.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use slate_domain::date::{Date, FIRST_DAY, LAST_DAY, parse_date};
use slate_domain::query::Facet;
use slate_domain::right::{Right, RightSet};
use slate_domain::territory::{Territory, TerritorySet};

use crate::http::Market;
use crate::http_market::LISTED;

/// What can be filtered by, of one title.
struct Facts {
    slug: String,
    values: BTreeMap<Facet, BTreeSet<String>>,
    numbers: BTreeMap<&'static str, i64>,
    free: Vec<Free>,
}

/// Rights that can be bought.
struct Free {
    rights: RightSet,
    countries: TerritorySet,
    from: Date,
    until: Date,
}

/// Parameters as pairs.
type Asked<'a> = [(&'a str, &'a str)];

fn texts(value: &Value) -> BTreeSet<String> {
    value
        .as_array()
        .unwrap()
        .iter()
        .map(|text| text.as_str().unwrap().to_owned())
        .collect()
}

fn one(value: &Value) -> BTreeSet<String> {
    value.as_str().map(str::to_owned).into_iter().collect()
}

impl Facts {
    fn of(title: &Value) -> Self {
        let trailer = title["materials"]
            .as_array()
            .unwrap()
            .iter()
            .any(|one| one["kind"] == "trailer");
        let language = |tag: &String| tag.split('-').next().unwrap().to_owned();
        let genres = title["genres"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|genre| one(&genre["code"]))
            .collect();
        let values = BTreeMap::from([
            (Facet::Category, one(&title["category"])),
            (Facet::Stage, one(&title["stage"])),
            (Facet::Genre, genres),
            (Facet::Country, texts(&title["countries"])),
            (
                Facet::Language,
                texts(&title["languages"]).iter().map(language).collect(),
            ),
            (Facet::LookingFor, texts(&title["looking_for"])),
            (Facet::HasTrailer, BTreeSet::from([trailer.to_string()])),
            (Facet::CompanyCountry, one(&title["company"]["country"])),
            (Facet::Company, one(&title["company"]["slug"])),
        ]);
        let number = |name, value: &Value| Some((name, value.as_i64()?));
        let numbers = [
            number("year", &title["year"]),
            number("runtime", &title["runtime_minutes"]),
            number("budget", &title["budget"]["amount"]),
        ];
        Self {
            slug: title["slug"].as_str().unwrap().to_owned(),
            values,
            numbers: numbers.into_iter().flatten().collect(),
            free: title["avails"]
                .as_array()
                .unwrap()
                .iter()
                .map(Free::of)
                .collect(),
        }
    }

    /// Whether it has what is asked, whatever is asked by `ignored`. Rights are left to [`Facts::offers`].
    fn passes(&self, asked: &Asked<'_>, ignored: Option<Facet>) -> bool {
        let facets = self
            .values
            .iter()
            .filter(|(facet, _)| Some(**facet) != ignored)
            .all(|(facet, own)| {
                let wanted = of(asked, facet.code());
                wanted.is_empty() || wanted.iter().any(|value| own.contains(*value))
            });
        let ranges = asked.iter().all(|(name, value)| {
            let least = name
                .strip_suffix("_min")
                .map(|name| (name, value.parse::<i64>().unwrap()..=i64::MAX));
            let most = name
                .strip_suffix("_max")
                .map(|name| (name, i64::MIN..=value.parse::<i64>().unwrap()));
            least.or(most).is_none_or(|(name, range)| {
                self.numbers.get(name).is_some_and(|n| range.contains(n))
            })
        });
        facets && ranges
    }

    /// Whether one thing that is free fits all that is asked of rights.
    fn offers(&self, rights: RightSet, countries: TerritorySet, asked: &Asked<'_>) -> bool {
        self.free.iter().any(|free| {
            (rights.is_empty() || free.rights.overlaps(rights))
                && (countries.is_empty() || free.countries.overlaps(&countries))
                && free.covers(asked)
        })
    }

    fn matches(&self, asked: &Asked<'_>, ignored: Option<Facet>) -> bool {
        let wants = ["right", "territory", "from", "until"]
            .iter()
            .any(|name| !of(asked, name).is_empty());
        self.passes(asked, ignored)
            && (!wants || self.offers(rights(asked), countries(asked), asked))
    }
}

impl Free {
    fn of(avail: &Value) -> Self {
        let day = |value: &Value, open| value.as_str().map_or(open, |day| parse_date(day).unwrap());
        let from = day(&avail["window"]["from"], FIRST_DAY);
        let free = avail["holdback"]["until"]
            .as_str()
            .map(|day| parse_date(day).unwrap().tomorrow().unwrap());
        Self {
            rights: RightSet::from_rights(
                texts(&avail["rights"])
                    .iter()
                    .map(|code| code.parse().unwrap()),
            ),
            countries: set(texts(&avail["territories"]["countries"])
                .iter()
                .map(String::as_str)),
            from: free.map_or(from, |free| free.max(from)),
            until: day(&avail["window"]["until"], LAST_DAY),
        }
    }

    fn covers(&self, asked: &Asked<'_>) -> bool {
        let day = |name| of(asked, name).first().map(|day| parse_date(day).unwrap());
        match (day("from").or(day("until")), day("until").or(day("from"))) {
            (Some(from), Some(until)) => self.from <= from && until <= self.until,
            _ => true,
        }
    }
}

fn of<'a>(asked: &Asked<'a>, name: &str) -> Vec<&'a str> {
    asked
        .iter()
        .filter(|(known, _)| *known == name)
        .map(|(_, value)| *value)
        .collect()
}

fn set<'a>(codes: impl Iterator<Item = &'a str>) -> TerritorySet {
    let sets = codes.map(|code| code.parse::<Territory>().unwrap().countries());
    sets.fold(TerritorySet::EMPTY, |all, set| all.union(&set))
}

fn rights(asked: &Asked<'_>) -> RightSet {
    RightSet::from_rights(
        of(asked, "right")
            .iter()
            .map(|code| code.parse::<Right>().unwrap()),
    )
}

fn countries(asked: &Asked<'_>) -> TerritorySet {
    set(of(asked, "territory").into_iter())
}

/// Counts a facet's values over the titles that match everything but what is asked of the facet itself.
fn count(all: &[Facts], asked: &Asked<'_>, facet: Facet) -> BTreeMap<String, u64> {
    let mut counts = BTreeMap::new();
    for title in all {
        let own: Vec<String> = match facet {
            Facet::Right if title.passes(asked, None) => {
                let free = |right: &&Right| {
                    right.is_leaf() && title.offers((**right).into(), countries(asked), asked)
                };
                Right::ALL
                    .iter()
                    .filter(free)
                    .map(|right| right.code().to_owned())
                    .collect()
            }
            Facet::Territory if title.passes(asked, None) => {
                let every = TerritorySet::worldwide();
                let free = every
                    .iter()
                    .filter(|country| title.offers(rights(asked), (*country).into(), asked));
                free.map(|country| country.code().to_owned()).collect()
            }
            Facet::Right | Facet::Territory => Vec::new(),
            other if title.matches(asked, Some(other)) => {
                title.values[&other].iter().cloned().collect()
            }
            _ => Vec::new(),
        };
        own.into_iter()
            .for_each(|value| *counts.entry(value).or_default() += 1);
    }
    counts
}

/// One pair or two, for each thing that can be asked.
const POOL: [&Asked<'static>; 24] = [
    &[],
    &[("category", "film")],
    &[
        ("category", "short"),
        ("category", "documentary"),
        ("category", "game"),
    ],
    &[("stage", "released"), ("stage", "idea")],
    &[("genre", "drama")],
    &[("genre", "comedy"), ("genre", "science-fiction")],
    &[("country", "HK")],
    &[("country", "FR"), ("country", "JP")],
    &[("language", "yue")],
    &[("language", "zh"), ("language", "fr")],
    &[("looking_for", "distributor"), ("looking_for", "investor")],
    &[("right", "svod")],
    &[("right", "vod"), ("right", "theatrical")],
    &[("right", "airline")],
    &[("territory", "HK")],
    &[("territory", "dach"), ("territory", "JP")],
    &[("territory", "worldwide")],
    &[("has_trailer", "true")],
    &[("has_trailer", "false"), ("company_country", "JP")],
    &[("company_country", "HK"), ("company", "company-1")],
    &[("year_min", "1990"), ("year_max", "2015")],
    &[("runtime_max", "120"), ("budget_min", "500000")],
    &[("from", "2027-03-01")],
    &[("from", "2028-06-01"), ("until", "2029-12-31")],
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn counts_are_those_of_a_count_by_hand() {
    let market = Market::open().await;
    let every = market.json("/api/v1/titles?per_page=100").await;
    let mut all = Vec::new();
    for hit in every["hits"].as_array().unwrap() {
        let title = market
            .json(&format!("/api/v1/titles/{}", hit["slug"].as_str().unwrap()))
            .await;
        all.push(Facts::of(&title));
    }
    assert_eq!(all.len(), LISTED as usize);
    let mut found_something = 0;
    for (at, first) in POOL.iter().enumerate() {
        for second in &POOL[at + 1..] {
            let asked = [*first, *second].concat();
            let names: Vec<&str> = asked.iter().map(|(name, _)| *name).collect();
            let single = |name: &&str| {
                ["from", "until"].contains(name) && names.iter().filter(|n| n == &name).count() > 1
            };
            if names.iter().any(single) {
                continue;
            }
            found_something += u32::from(holds(&market, &all, &asked).await);
        }
    }
    assert!(
        found_something > 100,
        "only {found_something} queries found anything"
    );
}

/// Asks, and holds hits, total and every count against the count by hand. Answers whether anything was found.
async fn holds(market: &Market, all: &[Facts], asked: &Asked<'_>) -> bool {
    let pairs: Vec<String> = asked
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    let query = pairs.join("&");
    let page = market
        .json(&format!("/api/v1/titles?per_page=100&{query}"))
        .await;
    let hits: BTreeSet<&str> = page["hits"]
        .as_array()
        .unwrap()
        .iter()
        .map(|hit| hit["slug"].as_str().unwrap())
        .collect();
    let expected: BTreeSet<&str> = all
        .iter()
        .filter(|title| title.matches(asked, None))
        .map(|title| title.slug.as_str())
        .collect();
    assert_eq!(hits, expected, "{query}");
    assert_eq!(page["total"], expected.len(), "{query}");
    let facets = page["facets"].as_object().unwrap();
    let counted: Vec<&Facet> = Facet::ALL
        .iter()
        .filter(|facet| facet.is_counted())
        .collect();
    assert_eq!(facets.len(), counted.len(), "{query}");
    for facet in counted {
        let values = facets[facet.code()].as_array().unwrap();
        let told: BTreeMap<String, u64> = values
            .iter()
            .map(|value| {
                (
                    value["value"].as_str().unwrap().to_owned(),
                    value["count"].as_u64().unwrap(),
                )
            })
            .collect();
        assert_eq!(
            told.len(),
            values.len(),
            "{query}: {facet} names a value twice"
        );
        assert_eq!(told, count(all, asked, *facet), "{query}: {facet}");
    }
    !hits.is_empty()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn values_have_english_names() {
    let market = Market::open().await;
    let page = market.json("/api/v1/titles").await;
    for (facet, value, label) in [
        ("category", "tv-series", "TV series"),
        ("stage", "pre-production", "Pre-production"),
        ("genre", "science-fiction", "Science-Fiction"),
        ("country", "HK", "Hong Kong"),
        ("language", "yue", "Cantonese"),
        ("looking_for", "co-producer", "Co-producer"),
        ("right", "svod", "SVOD"),
        ("territory", "HK", "Hong Kong"),
        ("has_trailer", "true", "Yes"),
        ("company_country", "JP", "Japan"),
    ] {
        let values = page["facets"][facet].as_array().unwrap();
        let found = values
            .iter()
            .find(|one| one["value"] == value)
            .unwrap_or_else(|| panic!("{facet} {value}: {values:?}"));
        assert_eq!(found["label"], label, "{facet}");
        let counts: Vec<u64> = values
            .iter()
            .map(|one| one["count"].as_u64().unwrap())
            .collect();
        assert!(
            counts.is_sorted_by(|a, b| a >= b) && !counts.contains(&0),
            "{facet}: {counts:?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn words_narrow_the_counts() {
    let market = Market::open().await;
    let ferries = market.json("/api/v1/titles?q=ferry&per_page=100").await;
    let named = ferries["hits"].as_array().unwrap();
    assert!(
        !named.is_empty()
            && named
                .iter()
                .all(|hit| hit["title"].as_str().unwrap().starts_with("Ferry"))
    );
    let mut by_category: BTreeMap<&str, u64> = BTreeMap::new();
    named.iter().for_each(|hit| {
        *by_category
            .entry(hit["category"].as_str().unwrap())
            .or_default() += 1
    });
    let told: BTreeMap<&str, u64> = ferries["facets"]["category"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            (
                one["value"].as_str().unwrap(),
                one["count"].as_u64().unwrap(),
            )
        })
        .collect();
    assert_eq!(told, by_category);
}
