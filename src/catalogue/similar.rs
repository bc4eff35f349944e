//! Titles like another one, each with the reason.

use std::cmp::Reverse;

use slate_domain::credit::CreditRole;
use slate_domain::query::{CatalogueQuery, Facet};
use slate_domain::visibility::Seen;

use super::documents::Card;
use super::live::Live;
use super::service::{self, FoundCard};
use crate::error::AppError;

/// How many of each kind are looked at.
const CANDIDATES: u32 = 60;

/// Why a title is like another one; what is said first counts most.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The director's name.
    Director(String),
    /// The codes of the genre and the country.
    GenreAndCountry(String, String),
    Genre(String),
    Country(String),
}

/// What a title is compared by.
#[derive(Debug, Clone, Default)]
struct Traits {
    category: String,
    genres: Vec<String>,
    countries: Vec<String>,
}

/// Up to `most` titles of other companies, most alike first; equal ones by slug.
///
/// # Errors
/// When a card cannot be read.
pub fn similar(
    live: &Live,
    title: &Seen,
    most: usize,
) -> Result<Vec<(FoundCard, Reason)>, AppError> {
    let own = Traits {
        category: title.category.code().to_owned(),
        genres: codes(title.genres.iter().map(|genre| genre.code())),
        countries: codes(title.countries.iter().map(|country| country.code())),
    };
    let director = title
        .credits
        .iter()
        .find(|credit| credit.role == CreditRole::Director)
        .map(|credit| credit.name.to_string());
    let mut found: Vec<(u32, FoundCard, Reason)> = Vec::new();
    let mut take = |query: CatalogueQuery, director: Option<&str>| -> Result<(), AppError> {
        let query = CatalogueQuery {
            per_page: CANDIDATES,
            ..query
        };
        for card in service::search(live, &query, false)?.cards {
            let known = found.iter().any(|(_, one, _)| one.card.id == card.card.id);
            if known || card.card.id == title.id || card.card.company == title.company {
                continue;
            }
            if let Some((score, reason)) = compare(&own, &traits(&card.card), director) {
                found.push((score, card, reason));
            }
        }
        Ok(())
    };
    if let Some(name) = &director {
        let quoted = format!("\"{}\"", name.replace('"', " "));
        let query = CatalogueQuery {
            text: quoted.parse().ok(),
            ..CatalogueQuery::default()
        };
        if query.text.is_some() {
            take(query, Some(name))?;
        }
    }
    if let Some(genre) = own.genres.first() {
        take(
            CatalogueQuery::default().with(Facet::Genre, genre.as_str()),
            None,
        )?;
    }
    if let Some(country) = own.countries.first() {
        take(
            CatalogueQuery::default().with(Facet::Country, country.as_str()),
            None,
        )?;
    }
    found.sort_by(|a, b| {
        let key = |one: &(u32, FoundCard, Reason)| (Reverse(one.0), one.1.card.slug.clone());
        key(a).cmp(&key(b))
    });
    found.truncate(most);
    Ok(found
        .into_iter()
        .map(|(_, card, why)| (card, why))
        .collect())
}

fn codes<'a>(all: impl Iterator<Item = &'a str>) -> Vec<String> {
    all.map(str::to_owned).collect()
}

fn traits(card: &Card) -> Traits {
    Traits {
        category: card.category.code().to_owned(),
        genres: card.genres.clone(),
        countries: card.countries.clone(),
    }
}

/// How alike two are, and the best reason; nothing where there is none.
fn compare(own: &Traits, other: &Traits, director: Option<&str>) -> Option<(u32, Reason)> {
    let shared = |own: &[String], other: &[String]| -> Vec<String> {
        own.iter()
            .filter(|one| other.contains(one))
            .cloned()
            .collect()
    };
    let genres = shared(&own.genres, &other.genres);
    let countries = shared(&own.countries, &other.countries);
    let count = |all: &[String]| u32::try_from(all.len().min(3)).unwrap_or(0);
    let mut score = 4 * count(&genres) + 3 * count(&countries);
    score += u32::from(own.category == other.category) * 2;
    let reason = match (director, genres.first(), countries.first()) {
        (Some(name), ..) => {
            score += 20;
            Reason::Director(name.to_owned())
        }
        (None, Some(genre), Some(country)) => {
            Reason::GenreAndCountry(genre.clone(), country.clone())
        }
        (None, Some(genre), None) => Reason::Genre(genre.clone()),
        (None, None, Some(country)) => Reason::Country(country.clone()),
        (None, None, None) => return None,
    };
    Some((score, reason))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(category: &str, genres: &[&str], countries: &[&str]) -> Traits {
        Traits {
            category: category.to_owned(),
            genres: codes(genres.iter().copied()),
            countries: codes(countries.iter().copied()),
        }
    }

    #[test]
    fn the_strongest_reason_is_given_and_counts_most() {
        let own = of("film", &["thriller", "crime"], &["HK"]);
        let compare = |other: &Traits, director| compare(&own, other, director);
        let both = compare(&of("film", &["crime", "thriller"], &["HK", "JP"]), None).unwrap();
        let genre = compare(&of("film", &["crime"], &["FR"]), None).unwrap();
        let country = compare(&of("film", &["drama"], &["HK"]), None).unwrap();
        let director = compare(&of("short", &["drama"], &["FR"]), Some("Mei Lam")).unwrap();
        assert_eq!(
            both.1,
            Reason::GenreAndCountry("thriller".to_owned(), "HK".to_owned())
        );
        assert_eq!(genre.1, Reason::Genre("crime".to_owned()));
        assert_eq!(country.1, Reason::Country("HK".to_owned()));
        assert_eq!(director.1, Reason::Director("Mei Lam".to_owned()));
        assert!(director.0 > both.0 && both.0 > genre.0 && genre.0 > country.0);
        assert_eq!(compare(&of("film", &["drama"], &["FR"]), None), None);
    }
}
