//! Things of every kind with every field filled, and many of them at once.

use slate_domain::avail::{Avail, Grant, GrantKind, Holdback};
use slate_domain::company::Company;
use slate_domain::date::Timestamp;
use slate_domain::edition::Edition;
use slate_domain::id::{AvailId, CompanyId, EditionId, MaterialId, PersonId, TitleId};
use slate_domain::kinds::{Category, Exclusivity, Stage, TitleStatus};
use slate_domain::listing::{Approval, Listing, ListingStatus, Participation, ParticipationRole};
use slate_domain::localised::Localised;
use slate_domain::person::Person;
use slate_domain::title::{Texts, Title};
use slate_domain::visibility::{FieldVisibility, Visibility};

pub const NOW: i64 = 1_800_000_000_000;

pub fn moment(after_now: i64) -> Timestamp {
    Timestamp::from_millis(NOW + after_now)
}

fn random(n: u32) -> [u8; 10] {
    let [a, b, c, d] = n.to_be_bytes();
    [0, 0, 0, 0, 0, 0, a, b, c, d]
}

pub fn title_id(n: u32) -> TitleId {
    TitleId::from_parts(NOW.unsigned_abs(), random(n))
}

pub fn company_id(n: u32) -> CompanyId {
    CompanyId::from_parts(NOW.unsigned_abs(), random(n))
}

pub fn edition_id(n: u32) -> EditionId {
    EditionId::from_parts(NOW.unsigned_abs(), random(n))
}

fn list<T: std::str::FromStr<Err: std::fmt::Debug>>(values: &[&str]) -> Vec<T> {
    values.iter().map(|value| value.parse().unwrap()).collect()
}

fn localised<T: std::str::FromStr<Err: std::fmt::Debug>>(values: &[(&str, &str)]) -> Localised<T> {
    values
        .iter()
        .map(|(tag, value)| (tag.parse().unwrap(), value.parse().unwrap()))
        .collect()
}

pub fn company(n: u32) -> Company {
    Company {
        id: company_id(n),
        slug: format!("company-{n}").parse().unwrap(),
        name: format!("Company {n}").parse().unwrap(),
        names: localised(&[("zh-Hant", "海港影業"), ("ja", "港映画")]),
        country: Some("HK".parse().unwrap()),
        kinds: list(&["producer", "sales-agent"]),
        profile: localised(&[("en", "Films.\n\nSince 1962.")]),
        website: Some("https://example.org/".parse().unwrap()),
        created: moment(0),
        updated: moment(1),
    }
}

pub fn person(n: u32, company: u32) -> Person {
    Person {
        id: PersonId::from_parts(NOW.unsigned_abs(), random(n)),
        company: company_id(company),
        name: format!("Person {n}").parse().unwrap(),
        names: localised(&[("yue", "陳小姐")]),
        job: Some("Head of Sales".parse().unwrap()),
    }
}

pub fn edition(n: u32) -> Edition {
    Edition {
        id: edition_id(n),
        slug: format!("harbour-{n}").parse().unwrap(),
        name: format!("Harbour Film Market {n}").parse().unwrap(),
        names: localised(&[("zh-Hant", "海港電影市場")]),
        venue: Some("Harbour Hall".parse().unwrap()),
        time_zone: "Asia/Hong_Kong".parse().unwrap(),
        season: "2027-02-22/2027-04-18".parse().unwrap(),
        market_days: serde_json::from_value(serde_json::json!([
            {"date": "2027-03-15", "opens": "09:00:00", "closes": "18:00:00"},
        ]))
        .unwrap(),
        halls: serde_json::from_value(serde_json::json!([
            {"code": "1A", "name": "Hall 1A", "width": 600, "depth": 400,
             "booths": [{"code": "1A-B12", "x": 10, "y": 20, "width": 30, "depth": 30}]},
        ]))
        .unwrap(),
        languages: list(&["en", "zh-Hant"]),
        currencies: list(&["USD", "HKD"]),
    }
}

pub fn participation(company: u32, edition: u32) -> Participation {
    Participation {
        company: company_id(company),
        edition: edition_id(edition),
        role: ParticipationRole::Both,
        approval: Approval::Approved,
        booth: Some("1A-B12".parse().unwrap()),
    }
}

pub fn listing(title: u32, edition: u32) -> Listing {
    Listing {
        title: title_id(title),
        edition: edition_id(edition),
        status: ListingStatus::Listed,
        featured: 7,
    }
}

/// A title with what a row of an import has.
pub fn title(n: u32, company: u32) -> Title {
    Title {
        id: title_id(n),
        slug: format!("title-{n}").parse().unwrap(),
        source_id: Some(format!("sample:{n}").parse().unwrap()),
        company: company_id(company),
        category: Category::Film,
        stage: Stage::Released,
        status: TitleStatus::Published,
        original: format!("Title {n}").parse().unwrap(),
        original_language: None,
        texts: Texts::default(),
        genres: list(&["Drama", "Social Drama"]),
        keywords: Vec::new(),
        countries: list(&["FI", "SE"]),
        languages: list(&["fi"]),
        subtitles: Vec::new(),
        year: Some("1988".parse().unwrap()),
        released: Some("1988-10-21".parse().unwrap()),
        runtime: Some("69".parse().unwrap()),
        episodes: None,
        budget: None,
        financed: None,
        looking_for: Vec::new(),
        audience: None,
        rating: None,
        credits: Vec::new(),
        festivals: Vec::new(),
        identifiers: Vec::new(),
        materials: Vec::new(),
        avails: Vec::new(),
        grants: Vec::new(),
        visibility: FieldVisibility::default(),
        created: moment(0),
        updated: moment(0),
        published: Some(moment(0)),
    }
}

fn avails(n: u32) -> Vec<Avail> {
    let held = Avail {
        id: Some(AvailId::from_parts(NOW.unsigned_abs(), random(n))),
        rights: "svod,avod".parse().unwrap(),
        territories: "worldwide,-US,-CN".parse().unwrap(),
        window: "2027-01-01/2029-12-31".parse().unwrap(),
        exclusivity: Exclusivity::Exclusive,
        languages: list(&["en", "zh-Hant"]),
        holdback: Some(Holdback {
            until: "2027-06-30".parse().unwrap(),
            note: Some("Cinemas first.\nThen the rest.".parse().unwrap()),
        }),
    };
    let open = Avail {
        id: None,
        rights: "theatrical".parse().unwrap(),
        territories: "dach".parse().unwrap(),
        window: "../..".parse().unwrap(),
        exclusivity: Exclusivity::NonExclusive,
        languages: Vec::new(),
        holdback: None,
    };
    vec![held, open]
}

fn grants() -> Vec<Grant> {
    let sold = Grant {
        rights: "svod".parse().unwrap(),
        territories: "JP,KR".parse().unwrap(),
        window: "2027-01-01/2028-12-31".parse().unwrap(),
        exclusivity: Exclusivity::Exclusive,
        languages: list(&["ja"]),
        kind: GrantKind::Granted,
    };
    let optioned = Grant {
        rights: "airline".parse().unwrap(),
        territories: "HK".parse().unwrap(),
        window: "2027-03-01/..".parse().unwrap(),
        exclusivity: Exclusivity::NonExclusive,
        languages: Vec::new(),
        kind: GrantKind::Option,
    };
    vec![sold, optioned]
}

/// A title with every field, two of each list.
pub fn full_title(n: u32, company: u32) -> Title {
    let material = |at: u32| MaterialId::from_parts(u64::from(n), random(at));
    let json = serde_json::json!({
        "credits": [
            {"role": "director", "name": "Wong Kar-wai", "localised": {"zh-Hant": "王家衛"}},
            {"role": "cast", "name": "Maggie Cheung", "character": "Su Li-zhen"},
        ],
        "festivals": [
            {"name": "Cannes", "year": 2000, "outcome": "won", "award": "Best Actor"},
            {"name": "Hong Kong", "outcome": "selected"},
        ],
        "identifiers": [
            {"scheme": "imdb", "value": format!("tt{:07}", 1_000_000 + n)},
        ],
        "materials": [
            {"id": material(1), "kind": "key-art", "access": "public", "source": {"stored": "art/1"}},
            {"id": material(2), "kind": "trailer", "access": "members",
             "source": {"external": "https://example.org/trailer?x=1"},
             "label": "Festival trailer", "language": "yue", "seconds": 95},
        ],
    });
    let of = |name: &str| json[name].clone();
    Title {
        status: TitleStatus::InReview,
        original: format!("花樣年華 {n}").parse().unwrap(),
        original_language: Some("yue".parse().unwrap()),
        texts: Texts {
            titles: localised(&[("en", "In the Mood for “Love”"), ("zh-Hans", "花样年华")]),
            aliases: [("en".parse().unwrap(), list(&["Beijing Summer", "Secrets"]))]
                .into_iter()
                .collect(),
            loglines: localised(&[("en", "Two neighbours suspect their spouses.")]),
            synopses: localised(&[
                ("en", "One.\n\nTwo; 'quoted' \\ and \"double\"."),
                ("ja", "香港、1962年。"),
            ]),
        },
        keywords: list(&["1960s", "noodles"]),
        languages: list(&["yue", "cmn"]),
        subtitles: list(&["en", "fr"]),
        episodes: Some("12".parse().unwrap()),
        budget: Some("USD 1200000".parse().unwrap()),
        financed: Some("60".parse().unwrap()),
        looking_for: list(&["distributor", "pre-sale"]),
        audience: Some("adults".parse().unwrap()),
        rating: Some("mature".parse().unwrap()),
        credits: serde_json::from_value(of("credits")).unwrap(),
        festivals: serde_json::from_value(of("festivals")).unwrap(),
        identifiers: serde_json::from_value(of("identifiers")).unwrap(),
        materials: serde_json::from_value(of("materials")).unwrap(),
        avails: avails(n),
        grants: grants(),
        visibility: FieldVisibility {
            budget: Visibility::Members,
            financing: Visibility::OwnCompany,
            avails: Visibility::OnRequest,
        },
        updated: moment(5),
        published: None,
        ..title(n, company)
    }
}
