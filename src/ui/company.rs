//! An exhibitor in a list.

use std::sync::Arc;

use leptos::prelude::*;

use super::labels;
use super::mark::Mark;
use super::poster::heading;
use super::scope::Scope;
use crate::catalogue::exhibitors::{booth_of, hall_of};
use crate::catalogue::live::Exhibitor;

use crate::i18n::{list, t};

/// The one or two letters a company without a mark is shown by.
pub fn initials(name: &str) -> String {
    let mut words = name
        .split_whitespace()
        .filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
    let first = words.next();
    let second = first
        .filter(char::is_ascii_alphabetic)
        .and_then(|_| words.next());
    first
        .into_iter()
        .chain(second.filter(char::is_ascii_alphabetic))
        .flat_map(char::to_uppercase)
        .collect()
}

/// Where the company comes from and what it is.
pub fn description(scope: &Scope, exhibitor: &Exhibitor) -> String {
    let locale = scope.locale;
    let country = exhibitor
        .company
        .country
        .map(|country| labels::country(locale, country.code()));
    let kinds: Vec<String> = exhibitor
        .company
        .kinds
        .iter()
        .map(|kind| labels::code(locale, "company-kind", kind.code()))
        .collect();
    let kinds = (!kinds.is_empty()).then(|| list(locale, &kinds));
    [country, kinds]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}

/// Where it is found on the floor, if it is.
pub fn place(scope: &Scope, exhibitor: &Exhibitor) -> Option<String> {
    let booth = booth_of(exhibitor)?;
    Some(match hall_of(&scope.live, exhibitor) {
        Some(hall) => t::exhibitor_hall_booth(scope.locale, &hall, &booth),
        None => t::exhibitor_booth_number(scope.locale, &booth),
    })
}

/// A card of an exhibitor; the link covers it whole.
#[component]
pub fn CompanyCard(
    scope: Scope,
    exhibitor: Arc<Exhibitor>,
    /// Directly below the page's heading.
    #[prop(default = false)]
    top: bool,
) -> impl IntoView {
    let slug = exhibitor.company.slug.to_string();
    let names = exhibitor.company.names.in_language_of(&scope.reader);
    let (lang, name) = match names {
        Some((tag, name)) => (
            (tag.as_str() != scope.locale.tag()).then(|| tag.to_string()),
            name.to_string(),
        ),
        None => (None, exhibitor.company.name.to_string()),
    };
    let facts = [
        place(&scope, &exhibitor),
        Some(t::titles_count(scope.locale, exhibitor.titles.into())),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(" · ");
    let description = description(&scope, &exhibitor);
    view! {
        <article class="company">
            <Mark name=name.clone() slug=slug.clone()/>
            <div>
                {heading(top, "company-name", lang, scope.href(&format!("/exhibitors/{slug}")), name)}
                {(!description.is_empty()).then(|| view! { <p class="company-meta">{description}</p> })}
                <p class="company-booth">{facts}</p>
            </div>
        </article>
    }
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn a_company_is_shown_by_its_first_letters() {
        assert_eq!(initials("Neon Harbour Pictures"), "NH");
        assert_eq!(initials("青空アニメーション"), "青");
        assert_eq!(initials("«Étoile» films"), "É");
        assert_eq!(initials("  "), "");
    }
}
