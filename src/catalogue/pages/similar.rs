//! Titles like the one that is shown.

use leptos::prelude::*;

use crate::catalogue::service::TitleDetail;
use crate::catalogue::similar::{Reason, similar};
use crate::i18n::t;
use crate::ui::labels;
use crate::ui::poster::Poster;
use crate::ui::scope::Scope;

/// How many are shown.
const MOST: usize = 12;

/// A rail of titles with the reason below each; nothing where there is none.
#[component]
pub fn Similar<'a>(scope: &'a Scope, detail: &'a TitleDetail) -> impl IntoView + use<> {
    let locale = scope.locale;
    let found = similar(&scope.live, &detail.title, MOST).unwrap_or_default();
    let posters: Vec<_> = found
        .into_iter()
        .map(|(found, why)| {
            let why = words(scope, &why);
            view! { <Poster scope=scope.clone() found=found reason=Some(why)/> }
        })
        .collect();
    (!posters.is_empty()).then(|| {
        let name = t::title_similar(locale);
        view! {
            <div class="wrap page">
                <section class="section">
                    <h2>{name}</h2>
                    <ul class="rail" tabindex="0" aria-label=name>{posters}</ul>
                </section>
            </div>
        }
    })
}

fn words(scope: &Scope, why: &Reason) -> String {
    let locale = scope.locale;
    match why {
        Reason::Director(name) => t::similar_director(locale, name),
        Reason::GenreAndCountry(genre, country) => t::similar_genre_country(
            locale,
            &labels::genre(scope, genre),
            &labels::country(locale, country),
        ),
        Reason::Genre(genre) => t::similar_genre(locale, &labels::genre(scope, genre)),
        Reason::Country(country) => t::similar_country(locale, &labels::country(locale, country)),
    }
}
