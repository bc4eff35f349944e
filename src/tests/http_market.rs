//! The market that the HTTP tests ask: three companies, two of them exhibitors, and titles that differ in
//! everything one can filter by.

use slate::store::{Db, companies, editions, listings, participations, titles};
use slate_domain::avail::Avail;
use slate_domain::company::Company;
use slate_domain::id::MaterialId;
use slate_domain::kinds::{Category, LookingFor, Stage, TitleStatus};
use slate_domain::listing::{Approval, Listing, ListingStatus, Participation, ParticipationRole};
use slate_domain::material::Material;
use slate_domain::title::Title;
use slate_domain::visibility::{FieldVisibility, Visibility};

use crate::support::sample;

/// Published and listed.
pub const LISTED: u32 = 26;
/// Of these, the ones with every field: public, and with what is for members.
pub const FULL: u32 = 25;
pub const RESERVED: u32 = 26;
/// In the database, and for nobody to see.
pub const DRAFT: u32 = 30;
pub const WITHHELD: u32 = 31;
pub const UNLISTED: u32 = 32;
/// The company that does not exhibit.
pub const BUYER: u32 = 3;

/// Writes the market.
pub async fn fill(db: &Db) {
    let mut tx = db.begin(sample::moment(0)).await.unwrap();
    editions::put(&mut tx, &sample::edition(1), true)
        .await
        .unwrap();
    let firms: Vec<Company> = (1..=BUYER).map(company).collect();
    companies::put(&mut tx, &firms).await.unwrap();
    companies::put_people(&mut tx, &[sample::person(1, 1), sample::person(2, 1)])
        .await
        .unwrap();
    let places: Vec<Participation> = (1..=BUYER).map(participation).collect();
    participations::put(&mut tx, &places).await.unwrap();
    let shown: Vec<Title> = (1..FULL).map(title).chain([full(), reserved()]).collect();
    titles::put(&mut tx, &shown).await.unwrap();
    titles::put(&mut tx, &hidden()).await.unwrap();
    let listing = |n| Listing {
        featured: 0,
        ..sample::listing(n, 1)
    };
    let mut listed: Vec<Listing> = (1..=LISTED).chain([DRAFT]).map(listing).collect();
    listed.push(Listing {
        status: ListingStatus::Withheld,
        ..listing(WITHHELD)
    });
    listings::put(&mut tx, &listed).await.unwrap();
    tx.commit().await.unwrap();
}

fn company(n: u32) -> Company {
    let country = match n {
        1 => "HK",
        2 => "JP",
        _ => "FR",
    };
    let kinds = if n == 2 {
        vec!["broadcaster".parse().unwrap()]
    } else {
        sample::company(n).kinds
    };
    Company {
        country: Some(country.parse().unwrap()),
        kinds,
        ..sample::company(n)
    }
}

fn participation(n: u32) -> Participation {
    let usual = sample::participation(n, 1);
    match n {
        1 => usual,
        2 => Participation {
            role: ParticipationRole::Exhibitor,
            booth: None,
            ..usual
        },
        _ => Participation {
            role: ParticipationRole::Buyer,
            approval: Approval::Approved,
            booth: None,
            ..usual
        },
    }
}

fn hidden() -> [Title; 3] {
    [
        Title {
            status: TitleStatus::Draft,
            ..sample::title(DRAFT, 1)
        },
        sample::title(WITHHELD, 1),
        sample::title(UNLISTED, 1),
    ]
}

fn full() -> Title {
    let mut title = Title {
        status: TitleStatus::Published,
        visibility: FieldVisibility::default(),
        published: Some(sample::moment(0)),
        grants: Vec::new(),
        ..sample::full_title(FULL, 1)
    };
    title
        .materials
        .iter_mut()
        .for_each(|material| material.access = Visibility::Public);
    title
}

/// With the budget and the trailer for members, the financing for its own company, the avails on request.
fn reserved() -> Title {
    Title {
        status: TitleStatus::Published,
        published: Some(sample::moment(0)),
        ..sample::full_title(RESERVED, 2)
    }
}

fn every<T: Copy>(all: &[T], n: u32) -> T {
    all[n as usize % all.len()]
}

fn list<T: std::str::FromStr<Err: std::fmt::Debug>>(values: &str) -> Vec<T> {
    values
        .split_whitespace()
        .map(|value| value.parse().unwrap())
        .collect()
}

fn title(n: u32) -> Title {
    let plain = sample::title(n, 1 + n % 2);
    let year = (!n.is_multiple_of(7)).then(|| (1970 + 2 * n).to_string().parse().unwrap());
    let runtime = (!n.is_multiple_of(5)).then(|| (20 + 7 * n).to_string().parse().unwrap());
    let looking: Vec<LookingFor> = (0..n % 3)
        .map(|step| every(LookingFor::ALL, n + step))
        .collect();
    Title {
        original: format!("{} {n}", every(&["Harbour", "Märchen", "海港", "Ferry"], n))
            .parse()
            .unwrap(),
        category: every(Category::ALL, n),
        stage: every(Stage::ALL, 3 * n),
        genres: list(every(
            &[
                "Drama",
                "Drama Comedy",
                "Science-Fiction",
                "Documentary Drama",
            ],
            n,
        )),
        countries: list(every(&["HK", "HK CN", "FR BE", "JP", ""], n)),
        languages: list(every(&["yue", "zh-Hant-HK yue", "fr", "ja", "en", ""], n)),
        year,
        released: None,
        runtime,
        looking_for: looking,
        budget: (n % 3 == 1).then(|| format!("USD {}", n * 250_000).parse().unwrap()),
        materials: trailer(n).into_iter().collect(),
        avails: avails(n),
        visibility: FieldVisibility {
            avails: if n == 11 {
                Visibility::Members
            } else {
                Visibility::Public
            },
            ..FieldVisibility::default()
        },
        ..plain
    }
}

/// Every second title has a trailer, and half of those are for members.
fn trailer(n: u32) -> Option<Material> {
    let access = if n % 4 == 1 { "public" } else { "members" };
    let source = serde_json::json!({ "external": "https://example.org/trailer" });
    let id = MaterialId::from_parts(u64::from(n), [9; 10]);
    let material =
        serde_json::json!({ "id": id, "kind": "trailer", "access": access, "source": source });
    (n % 2 == 1).then(|| serde_json::from_value(material).unwrap())
}

fn avails(n: u32) -> Vec<Avail> {
    let avails = match n % 4 {
        0 => serde_json::json!([]),
        1 => {
            serde_json::json!([{"rights": ["svod", "avod"], "territories": "worldwide,-US", "window": "../..",
            "exclusivity": "non-exclusive"}])
        }
        2 => serde_json::json!([
            {"rights": ["theatrical"], "territories": "dach", "window": "2027-01-01/..", "exclusivity": "exclusive"},
            {"rights": ["svod"], "territories": "JP,KR", "window": "2027-01-01/2029-12-31",
             "exclusivity": "non-exclusive", "holdback": {"until": "2027-06-30"}},
        ]),
        _ => {
            serde_json::json!([{"rights": ["vod"], "territories": "greater-china", "window": "2028-01-01/..",
            "exclusivity": "exclusive"}])
        }
    };
    serde_json::from_value(avails).unwrap()
}
