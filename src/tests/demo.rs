//! The demonstration market: the same for the same seed, within the domain's bounds, and worth reading.

use std::collections::{HashMap, HashSet};

use slate::demo::{self, Market, SeedError, SeedOptions};
use slate::store::{changes, companies, editions, listings, participations, titles};
use slate_domain::avail::Availability;
use slate_domain::identifier::Identifier;
use slate_domain::kinds::{Category, MaterialKind, Stage, TitleStatus};
use slate_domain::title::Title;

use crate::support::{Scratch, sample};

fn market(titles: u32, seed: u64) -> (Market, Vec<Title>) {
    let market = Market::new(SeedOptions { titles, seed }).unwrap();
    let made = market
        .titles()
        .unwrap()
        .collect::<Result<Vec<_>, _>>()
        .unwrap();
    (market, made)
}

fn text<'a, T: AsRef<str>>(texts: &'a slate_domain::localised::Localised<T>, tag: &str) -> &'a str {
    texts
        .get(&tag.parse().unwrap())
        .unwrap_or_else(|| panic!("a text in {tag}"))
        .as_ref()
}

#[test]
fn the_same_seed_makes_the_same_market_and_another_seed_another() {
    let (one, first) = market(300, 7);
    let (two, second) = market(300, 7);
    assert_eq!(first, second);
    assert_eq!(one.edition, two.edition);
    let companies = |market: &Market| {
        market
            .exhibitors
            .iter()
            .map(|one| one.company.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(companies(&one), companies(&two));
    let (_, other) = market(300, 8);
    let ids: HashSet<_> = first.iter().map(|title| title.id).collect();
    assert!(other.iter().all(|title| !ids.contains(&title.id)));
    // Those written by hand come first in every market.
    let names = first.iter().zip(&other);
    let written = names.take_while(|(one, two)| one.slug == two.slug).count();
    assert!((60..100).contains(&written), "{written}");
    let same = first[written..]
        .iter()
        .filter(|title| other.iter().any(|one| one.slug == title.slug))
        .count();
    assert!(same < 36, "{same} of the other names are in both");
}

#[test]
fn no_two_titles_are_alike() {
    for count in [1_200, 6_000] {
        let (_, titles) = market(count, 1);
        assert_eq!(titles.len(), count as usize);
        let distinct =
            |key: &dyn Fn(&Title) -> String| titles.iter().map(key).collect::<HashSet<_>>().len();
        for key in [
            &(|title: &Title| title.id.to_string()) as &dyn Fn(&Title) -> String,
            &|title| title.slug.to_string(),
            &|title| title.original.to_string(),
            &|title| text(&title.texts.titles, "en").to_owned(),
            &|title| text(&title.texts.titles, "zh-Hant").to_owned(),
            &|title| text(&title.texts.synopses, "en").to_owned(),
            &|title| text(&title.texts.synopses, "zh-Hant").to_owned(),
        ] {
            assert_eq!(distinct(key), titles.len());
        }
    }
}

#[test]
fn no_run_of_six_words_is_in_more_than_one_synopsis_in_a_hundred() {
    let (_, titles) = market(1_200, 1);
    let mut found: HashMap<String, HashSet<usize>> = HashMap::new();
    for (number, title) in titles.iter().enumerate() {
        let words: Vec<String> = text(&title.texts.synopses, "en")
            .split(|letter: char| !letter.is_alphanumeric() && letter != '\'')
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect();
        for run in words.windows(6) {
            found.entry(run.join(" ")).or_default().insert(number);
        }
    }
    let often: Vec<_> = found
        .iter()
        .filter(|(_, titles)| titles.len() > 12)
        .map(|(run, titles)| (titles.len(), run))
        .collect();
    assert!(often.is_empty(), "{often:?}");
}

#[test]
fn texts_are_whole_and_in_three_languages() {
    let (_, titles) = market(2_000, 3);
    for title in &titles {
        for tag in ["en", "zh-Hant", "zh-Hans"] {
            for text in [
                text(&title.texts.titles, tag),
                text(&title.texts.loglines, tag),
                text(&title.texts.synopses, tag),
            ] {
                assert!(
                    !text.contains(['{', '}', '|']) && !text.contains("  "),
                    "{text}"
                );
            }
        }
        assert!(
            text(&title.texts.synopses, "en").split_whitespace().count() >= 20,
            "{}",
            title.slug
        );
    }
}

#[test]
fn every_one_of_27_countries_has_exhibitors_and_published_titles() {
    let (fair, titles) = market(1_200, 1);
    assert_eq!(fair.exhibitors.len(), 760);
    let countries: HashSet<_> = fair
        .exhibitors
        .iter()
        .filter_map(|one| one.company.country)
        .collect();
    assert_eq!(countries.len(), 27);
    let published = titles
        .iter()
        .filter(|title| title.status == TitleStatus::Published);
    let seen: HashSet<_> = published
        .filter_map(|title| title.countries.first().copied())
        .collect();
    assert_eq!(seen, countries);
    let booths: Vec<_> = fair
        .exhibitors
        .iter()
        .filter_map(|one| one.participation.booth.clone())
        .collect();
    assert_eq!(
        booths.iter().collect::<HashSet<_>>().len(),
        booths.len(),
        "nobody shares a booth"
    );
    assert!(booths.len() > 720);
    assert!(
        booths
            .iter()
            .all(|booth| fair.edition.hall_of(booth).is_some())
    );
    let slugs: HashSet<_> = fair
        .exhibitors
        .iter()
        .map(|one| one.company.slug.clone())
        .collect();
    assert_eq!(slugs.len(), 760);
    let hosts = fair
        .exhibitors
        .iter()
        .filter_map(|one| one.company.website.as_ref());
    assert!(
        hosts.clone().all(|url| url.host().ends_with(".example")),
        "reserved by RFC 2606"
    );
    assert_eq!(
        hosts
            .map(|url| url.host().to_owned())
            .collect::<HashSet<_>>()
            .len(),
        760
    );
}

#[test]
fn booths_stand_within_their_halls_and_apart() {
    let (fair, _) = market(20, 1);
    for hall in &fair.edition.halls {
        for (number, booth) in hall.booths.iter().enumerate() {
            assert!(
                booth.x + booth.width <= hall.width && booth.y + booth.depth <= hall.depth,
                "{}",
                booth.code
            );
            for other in &hall.booths[number + 1..] {
                let apart = booth.x + booth.width <= other.x
                    || other.x + other.width <= booth.x
                    || booth.y + booth.depth <= other.y
                    || other.y + other.depth <= booth.y;
                assert!(apart, "{} and {}", booth.code, other.code);
            }
        }
    }
}

#[test]
fn check_digits_are_right_and_no_identifier_is_given_twice() {
    let (_, titles) = market(3_000, 1);
    let mut seen = HashSet::new();
    for identifier in titles.iter().flat_map(|title| &title.identifiers) {
        let again = Identifier::from_parts(identifier.scheme(), &identifier.value());
        assert_eq!(again, Ok(*identifier));
        assert!(seen.insert(*identifier), "{identifier}");
    }
    assert!(seen.len() > 1_000);
}

#[test]
fn categories_stages_and_sums_are_spread_as_in_a_market() {
    let (_, titles) = market(1_200, 1);
    let count = |holds: &dyn Fn(&Title) -> bool| titles.iter().filter(|title| holds(title)).count();
    for category in Category::ALL {
        assert!(
            count(&|title| title.category == *category) >= 25,
            "{category}"
        );
    }
    for stage in Stage::ALL {
        assert!(count(&|title| title.stage == *stage) >= 25, "{stage}");
    }
    assert!((450..650).contains(&count(&|title| title.category == Category::Film)));
    assert!(count(&|title| title.status == TitleStatus::Published) > 1_150);
    assert!(titles.iter().all(|title| {
        title
            .year
            .is_some_and(|year| (2024..=2029).contains(&year.get()))
    }));
    for title in &titles {
        if let Some(usd) = title.budget.and_then(|budget| budget.in_usd()) {
            assert!((900..=45_000_000).contains(&usd), "{}: {usd}", title.slug);
        }
        let drawn = |kind| title.materials.iter().any(|one| one.kind == kind);
        assert!(drawn(MaterialKind::KeyArt), "{}", title.slug);
        assert!(
            !title.credits.is_empty() && !title.genres.is_empty() && !title.looking_for.is_empty()
        );
        let dated = title
            .released
            .is_none_or(|day| day.year() == title.year.map_or(0, |year| year.get().cast_signed()));
        assert!(dated, "{}", title.slug);
    }
    let offered = count(&|title| !title.avails.is_empty());
    let taken = count(&|title| !title.grants.is_empty());
    assert!(offered > 1_000 && taken > 400, "{offered} {taken}");
}

#[test]
fn rights_are_free_here_and_gone_there() {
    let (_, titles) = market(600, 1);
    let window = "2028-01-01/2028-12-31".parse().unwrap();
    let mut kinds = [0; 4];
    for title in &titles {
        for country in ["FR", "JP", "US", "TH"] {
            let answer = slate_domain::avail::availability(
                &title.avails,
                &title.grants,
                "svod".parse().unwrap(),
                country.parse().unwrap(),
                &window,
            );
            kinds[match answer {
                Availability::Free { .. } => 0,
                Availability::Partly { .. } => 1,
                Availability::Held { .. } => 2,
                Availability::NotOffered => 3,
            }] += 1;
        }
    }
    assert!(kinds.iter().all(|count| *count > 10), "{kinds:?}");
}

#[test]
fn the_newest_are_the_hand_written() {
    let (fair, titles) = market(1_200, 1);
    let mut newest: Vec<(usize, &Title)> = titles.iter().enumerate().collect();
    newest.sort_by_key(|(_, title)| std::cmp::Reverse(title.dated()));
    for (number, title) in newest.iter().take(24) {
        assert!(*number < 30, "{}", title.slug);
        assert!(
            fair.listing(u32::try_from(*number).unwrap(), title)
                .featured
                > 0
        );
    }
}

#[test]
fn a_market_may_be_small_and_not_too_large() {
    for count in [1, 2, 20, 40] {
        let (fair, titles) = market(count, 1);
        assert_eq!(titles.len(), count as usize);
        assert!(fair.exhibitors.len() >= 12);
    }
    for wrong in [0, 100_001] {
        assert!(matches!(
            Market::new(SeedOptions {
                titles: wrong,
                seed: 1
            }),
            Err(SeedError::Size(_))
        ));
    }
}

#[tokio::test]
async fn seeding_again_changes_nothing() {
    for scratch in [Some(Scratch::sqlite()), Scratch::postgres()]
        .into_iter()
        .flatten()
    {
        let db = scratch.db().await;
        let options = SeedOptions {
            titles: 150,
            seed: 5,
        };
        let mut heard = Vec::new();
        let seeded = demo::seed(&db, &scratch.media(), &options, |done, all| {
            heard.push((done, all))
        })
        .await
        .unwrap();
        assert_eq!((seeded.titles, seeded.companies), (150, 100));
        assert_eq!(heard.last(), Some(&(150, 150)));
        let last = changes::last(&db).await.unwrap();
        assert_eq!(
            demo::seed(&db, &scratch.media(), &options, |_, _| {})
                .await
                .unwrap(),
            seeded
        );
        assert_eq!(changes::last(&db).await.unwrap(), last);

        let edition = editions::current(&db).await.unwrap().unwrap();
        let (expected, made) = market(150, 5);
        assert_eq!(edition, expected.edition);
        assert_eq!(listings::count(&db, &edition.id).await.unwrap(), 150);
        assert_eq!(
            participations::of_edition(&db, &edition.id)
                .await
                .unwrap()
                .len(),
            100
        );
        let kept = titles::by_slug(&db, &made[60].slug).await.unwrap().unwrap();
        assert_eq!(kept.texts, made[60].texts);
        assert_eq!(kept.avails, made[60].avails);
        assert!(
            demo::seed_if_empty(&db, &scratch.media())
                .await
                .unwrap()
                .is_none()
        );
    }
}

#[tokio::test]
async fn somebodys_catalogue_is_left_alone() {
    let scratch = Scratch::sqlite();
    let db = scratch.db().await;
    let mut tx = db.begin(sample::moment(0)).await.unwrap();
    companies::put(&mut tx, &[sample::company(1)])
        .await
        .unwrap();
    titles::put(&mut tx, &[sample::title(1, 1)]).await.unwrap();
    tx.commit().await.unwrap();
    let refused = demo::seed(
        &db,
        &scratch.media(),
        &SeedOptions {
            titles: 20,
            seed: 1,
        },
        |_, _| {},
    )
    .await;
    assert!(
        matches!(
            refused,
            Err(SeedError::Occupied {
                what: "titles",
                count: 1
            })
        ),
        "{refused:?}"
    );
    assert_eq!(titles::count(&db).await.unwrap(), 1);
    assert!(
        demo::seed_if_empty(&db, &scratch.media())
            .await
            .unwrap()
            .is_none()
    );
}

#[tokio::test]
async fn somebodys_edition_or_company_is_left_alone() {
    let options = SeedOptions {
        titles: 20,
        seed: 1,
    };
    for what in ["editions", "companies"] {
        let scratch = Scratch::sqlite();
        let db = scratch.db().await;
        let mut tx = db.begin(sample::moment(0)).await.unwrap();
        if what == "editions" {
            let other = market(20, 2).0.edition;
            editions::put(&mut tx, &other, true).await.unwrap();
        } else {
            let other = sample::company(1);
            companies::put(&mut tx, &[other]).await.unwrap();
        }
        tx.commit().await.unwrap();
        let refused = demo::seed(&db, &scratch.media(), &options, |_, _| {})
            .await
            .unwrap_err();
        assert!(
            refused.to_string().contains(&format!("other {what} than")),
            "{refused}"
        );
        assert!(
            demo::seed_if_empty(&db, &scratch.media())
                .await
                .unwrap()
                .is_none()
        );
        assert_eq!(titles::count(&db).await.unwrap(), 0);
    }
}

#[tokio::test]
async fn a_first_start_that_was_ended_half_way_is_made_good() {
    let scratch = Scratch::sqlite();
    let db = scratch.db().await;
    let (fair, _) = market(demo::TITLES, 1);
    let written: Vec<_> = fair
        .exhibitors
        .iter()
        .map(|one| one.company.clone())
        .collect();
    let mut tx = db.begin(sample::moment(0)).await.unwrap();
    editions::put(&mut tx, &fair.edition, true).await.unwrap();
    companies::put(&mut tx, &written[..]).await.unwrap();
    tx.commit().await.unwrap();
    let seeded = demo::seed_if_empty(&db, &scratch.media()).await.unwrap();
    assert!(seeded.is_some_and(|seeded| seeded.titles == demo::TITLES));
    assert_eq!(titles::count(&db).await.unwrap(), u64::from(demo::TITLES));
    assert!(
        demo::seed_if_empty(&db, &scratch.media())
            .await
            .unwrap()
            .is_none()
    );
}
