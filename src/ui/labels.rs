//! Codes in the reader's words.

use slate_domain::query::{CatalogueQuery, Facet, RangeFacet, Span};
use slate_domain::territory::Territory;

use super::scope::Scope;
use crate::i18n::{self, Locale, t};

/// A facet's name.
pub fn facet(locale: Locale, facet: Facet) -> &'static str {
    i18n::code(locale, "facet", facet.code()).unwrap_or(facet.label())
}

/// A range's name.
pub fn range(locale: Locale, range: RangeFacet) -> &'static str {
    i18n::code(locale, "facet", range.code()).unwrap_or(range.label())
}

/// A code of one of the closed lists; the code itself where it has no words.
pub fn code(locale: Locale, group: &str, code: &str) -> String {
    i18n::code(locale, group, code).map_or_else(|| code.to_owned(), str::to_owned)
}

/// A country's name.
pub fn country(locale: Locale, code: &str) -> String {
    i18n::country(locale, code).map_or_else(|| code.to_owned(), str::to_owned)
}

/// A language's name.
pub fn language(locale: Locale, tag: &str) -> String {
    i18n::language(locale, tag).map_or_else(|| tag.to_owned(), Into::into)
}

/// A territory's name, group or country.
pub fn territory(locale: Locale, territory: Territory) -> String {
    let code = territory.code();
    let name = i18n::code(locale, "territory", code).or_else(|| i18n::country(locale, code));
    name.unwrap_or(territory.label()).to_owned()
}

/// A genre: in the reader's words where it is one of the usual ones, else as exhibitors call it.
pub fn genre(scope: &Scope, code: &str) -> String {
    let usual = i18n::code(scope.locale, "genre", code).map(str::to_owned);
    usual
        .or_else(|| scope.live.genres.get(code).cloned())
        .unwrap_or_else(|| code.to_owned())
}

/// A value of a facet.
pub fn value(scope: &Scope, facet: Facet, value: &str) -> String {
    let locale = scope.locale;
    match facet {
        Facet::Category => code(locale, "category", value),
        Facet::Stage => code(locale, "stage", value),
        Facet::LookingFor => code(locale, "looking-for", value),
        Facet::Right => code(locale, "right", value),
        Facet::Genre => genre(scope, value),
        Facet::Country | Facet::CompanyCountry => country(locale, value),
        Facet::Language => language(locale, value),
        Facet::Territory => value
            .parse()
            .map_or_else(|_| value.to_owned(), |it| territory(locale, it)),
        Facet::HasTrailer if value == "true" => t::has_trailer_yes(locale).to_owned(),
        Facet::HasTrailer => t::has_trailer_no(locale).to_owned(),
        Facet::Company => {
            let exhibitor = value
                .parse()
                .ok()
                .and_then(|slug| scope.live.exhibitor_by_slug(&slug));
            exhibitor.map_or_else(|| value.to_owned(), |one| one.company.name.to_string())
        }
    }
}

/// A range's number: a year as it is, money in dollars, minutes as a number.
fn number(locale: Locale, range: RangeFacet, value: i64) -> String {
    let value = u64::try_from(value).unwrap_or(0);
    match range {
        RangeFacet::Year => value.to_string(),
        RangeFacet::Runtime => i18n::runtime(locale, value),
        RangeFacet::Budget => i18n::money_compact(locale, value, "USD"),
    }
}

/// A chosen stretch of a range.
pub fn span(locale: Locale, range: RangeFacet, span: Span) -> String {
    let show = |value| number(locale, range, value);
    match (span.min().map(show), span.max().map(show)) {
        (Some(from), Some(to)) => t::range_from_to(locale, &from, &to),
        (Some(from), None) => t::range_from(locale, &from),
        (None, Some(to)) => t::range_to(locale, &to),
        (None, None) => String::new(),
    }
}

/// The window the rights have to be free in.
pub fn window(locale: Locale, query: &CatalogueQuery) -> Option<String> {
    let show = |day| i18n::date(locale, day);
    match (query.from.map(show), query.until.map(show)) {
        (Some(from), Some(to)) => Some(t::range_from_to(locale, &from, &to)),
        (Some(from), None) => Some(t::range_from(locale, &from)),
        (None, Some(to)) => Some(t::range_to(locale, &to)),
        (None, None) => None,
    }
}
