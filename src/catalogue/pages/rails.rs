//! The rails of the home page: each a query of the catalogue, shown sideways.
//!
//! A rail is a line in a table. To add one: a constant with its query and its words, and a place in the
//! states of the season where it makes sense.

use std::collections::BTreeSet;

use leptos::prelude::*;
use slate_domain::date::Date;
use slate_domain::query::CatalogueQuery;
use slate_domain::season::SeasonState;

use crate::catalogue::live::Live;
use crate::catalogue::service::{self, FoundCard};
use crate::error::AppError;
use crate::i18n::{Locale, t};
use crate::ui::poster::Poster;
use crate::ui::scope::Scope;

/// How many titles a rail shows.
const LONGEST: usize = 12;
/// A rail with fewer is left out.
const SHORTEST: usize = 4;
/// How many are asked for, so that there is something left when earlier rails had the first ones.
const ASKED: u32 = 36;
/// How many posters of the first rail are in view, and so fetched with the page.
const IN_VIEW: usize = 6;

/// One rail.
struct Rail {
    /// As the catalogue's address has it; `{today}` stands for the market's day.
    query: &'static str,
    name: fn(Locale) -> &'static str,
    /// What it is for, in a line.
    note: fn(Locale) -> &'static str,
}

macro_rules! rail {
    ($constant:ident, $query:literal, $name:ident, $note:ident) => {
        const $constant: Rail = Rail {
            query: $query,
            name: t::$name,
            note: t::$note,
        };
    };
}

rail!(NEWEST, "", rail_newest, rail_newest_note);
rail!(
    CO_PRODUCERS,
    "looking_for=co-producer",
    rail_co_producers,
    rail_co_producers_note
);
rail!(
    GREATER_BAY,
    "country=HK&country=MO",
    rail_greater_bay,
    rail_greater_bay_note
);
rail!(
    STREAMING,
    "right=svod&territory=HK",
    rail_streaming,
    rail_streaming_note
);
rail!(
    THEATRICAL,
    "right=theatrical&territory=HK",
    rail_theatrical,
    rail_theatrical_note
);
rail!(
    ANIMATION,
    "category=animation",
    rail_animation,
    rail_animation_note
);
rail!(
    FIRST_FEATURES,
    "q=first+feature",
    rail_first_features,
    rail_first_features_note
);
rail!(
    SERIES,
    "category=tv-series&looking_for=pre-sale",
    rail_series,
    rail_series_note
);
rail!(
    DOCUMENTARY,
    "category=documentary",
    rail_documentary,
    rail_documentary_note
);
rail!(
    LITERARY,
    "category=literary&looking_for=adaptation",
    rail_literary,
    rail_literary_note
);
rail!(
    STILL_FREE,
    "from={today}",
    rail_still_free,
    rail_still_free_note
);
rail!(ARCHIVE, "", rail_archive, rail_archive_note);

const ONLINE: &[Rail] = &[
    NEWEST,
    CO_PRODUCERS,
    GREATER_BAY,
    STREAMING,
    ANIMATION,
    SERIES,
    FIRST_FEATURES,
    DOCUMENTARY,
    LITERARY,
];

/// In the halls people look for what they can close a meeting on.
const ON_THE_FLOOR: &[Rail] = &[
    NEWEST,
    CO_PRODUCERS,
    THEATRICAL,
    STREAMING,
    GREATER_BAY,
    SERIES,
    ANIMATION,
    DOCUMENTARY,
    LITERARY,
];

const FOLLOW_UP: &[Rail] = &[
    STILL_FREE,
    CO_PRODUCERS,
    THEATRICAL,
    STREAMING,
    GREATER_BAY,
    ANIMATION,
    SERIES,
    DOCUMENTARY,
];

/// An archive looks for nobody and sells nothing.
const CLOSED: &[Rail] = &[ARCHIVE, GREATER_BAY, ANIMATION, FIRST_FEATURES, DOCUMENTARY];

fn rails(state: Option<SeasonState>) -> &'static [Rail] {
    match state {
        Some(SeasonState::Upcoming) => &[],
        Some(SeasonState::Online) | None => ONLINE,
        Some(SeasonState::OnTheFloor) => ON_THE_FLOOR,
        Some(SeasonState::FollowUp) => FOLLOW_UP,
        Some(SeasonState::Closed) => CLOSED,
    }
}

impl Rail {
    fn query(&self, today: Date) -> CatalogueQuery {
        let words = self.query.replace("{today}", &today.to_string());
        CatalogueQuery::parse(&words).query
    }
}

/// A rail with its titles.
struct Filled {
    rail: &'static Rail,
    href: String,
    total: u32,
    cards: Vec<FoundCard>,
}

/// The rails of this state of the season. A title that an earlier rail shows stands back for others.
fn fill(live: &Live, state: Option<SeasonState>, today: Date) -> Result<Vec<Filled>, AppError> {
    let mut shown = BTreeSet::new();
    let mut filled = Vec::new();
    for rail in rails(state) {
        let query = rail.query(today);
        let href = query.href("/titles");
        let asked = CatalogueQuery {
            per_page: ASKED,
            ..query
        };
        let found = service::search(live, &asked, false)?;
        let cards = choose(found.cards, |found| !shown.contains(&found.card.slug));
        if cards.len() < SHORTEST {
            continue;
        }
        shown.extend(cards.iter().map(|found| found.card.slug.clone()));
        filled.push(Filled {
            rail,
            href,
            total: found.total,
            cards,
        });
    }
    Ok(filled)
}

/// The first ones that are fresh, then the others, each in their order, as many as a rail shows.
fn choose<T>(all: Vec<T>, is_fresh: impl Fn(&T) -> bool) -> Vec<T> {
    let (mut fresh, others): (Vec<T>, Vec<T>) = all.into_iter().partition(is_fresh);
    fresh.extend(others);
    fresh.truncate(LONGEST);
    fresh
}

/// All rails, or the error that kept them from being filled.
pub fn all(scope: &Scope) -> Result<Vec<AnyView>, AppError> {
    let filled = fill(&scope.live, scope.season(), scope.now.date())?;
    let views = filled
        .into_iter()
        .enumerate()
        .map(|(at, rail)| one(scope, rail, at == 0).into_any());
    Ok(views.collect())
}

fn one(scope: &Scope, filled: Filled, first: bool) -> impl IntoView + use<> {
    let locale = scope.locale;
    let name = (filled.rail.name)(locale);
    let note = (filled.rail.note)(locale);
    let href = scope.href(&filled.href);
    let posters = filled
        .cards
        .into_iter()
        .enumerate()
        .map(|(at, found)| {
            view! { <Poster scope=scope.clone() found=found eager=first && at < IN_VIEW/> }
        })
        .collect_view();
    view! {
        <section class="section rail-section">
            <div class="section-head">
                <div>
                    <h2>{name}</h2>
                    <p class="rail-note">{note}</p>
                </div>
                <a class="section-more" href=href aria-label=t::see_all_of(locale, name)>
                    {t::home_see_all_count(locale, filled.total.into())}
                </a>
            </div>
            <ul class="rail" tabindex="0" aria-label=name>{posters}</ul>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rail_is_a_query_that_the_catalogue_takes_whole() {
        let today: Date = "2027-03-20".parse().unwrap();
        let states = SeasonState::ALL.iter().copied().map(Some).chain([None]);
        for rail in states.flat_map(rails) {
            let words = rail.query.replace("{today}", "2027-03-20");
            let parsed = CatalogueQuery::parse(&words);
            assert!(parsed.problems.is_empty(), "{words}: {:?}", parsed.problems);
            assert!(parsed.unknown.is_empty(), "{words}: {:?}", parsed.unknown);
            let href = rail.query(today).href("/titles");
            let again = href.split_once('?').map_or("", |(_, query)| query);
            assert_eq!(CatalogueQuery::parse(again).query, rail.query(today));
            for locale in Locale::ALL {
                assert!(!(rail.name)(locale).is_empty() && !(rail.note)(locale).is_empty());
            }
        }
    }

    #[test]
    fn no_state_shows_a_rail_twice() {
        for state in SeasonState::ALL {
            let queries: Vec<_> = rails(Some(*state)).iter().map(|rail| rail.query).collect();
            let different: BTreeSet<_> = queries.iter().collect();
            assert_eq!(different.len(), queries.len(), "{state}");
        }
    }

    #[test]
    fn what_was_shown_stands_back() {
        let chosen = choose((0..36).collect(), |n: &u32| *n >= 30);
        assert_eq!(chosen, [30, 31, 32, 33, 34, 35, 0, 1, 2, 3, 4, 5]);
        assert_eq!(choose(vec![1, 2], |_| true), [1, 2]);
    }
}
