//! The terms of each avail of a title: right, territories, window.

use leptos::prelude::*;
use slate_domain::avail::Grant;
use slate_domain::avail::{Avail, AvailState, state_of};
use slate_domain::kinds::Exclusivity;
use slate_domain::territory::Territory;
use slate_domain::visibility::Seen;
use slate_domain::window::Window;

use crate::i18n::{self, Locale, t};
use crate::ui::labels;
use crate::ui::scope::Scope;

/// Every avail with its terms, a line each.
pub fn table(scope: &Scope, title: &Seen) -> impl IntoView + use<> {
    let locale = scope.locale;
    let rows = title
        .avails
        .iter()
        .map(|avail| row(locale, avail, &title.grants))
        .collect_view();
    let name = title.name_for(&scope.reader).1.to_string();
    view! {
        <div class="table-scroll" role="region" tabindex="0" aria-label=t::rights_details(locale)>
            <table class="table">
                <caption class="visually-hidden">{t::rights_caption(locale, &name)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t::rights_right(locale)}</th>
                        <th scope="col">{t::rights_territories(locale)}</th>
                        <th scope="col">{t::rights_window(locale)}</th>
                        <th scope="col">{t::rights_exclusivity(locale)}</th>
                        <th scope="col">{t::rights_languages(locale)}</th>
                        <th scope="col">{t::rights_holdback(locale)}</th>
                        <th scope="col">{t::rights_availability(locale)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn row(locale: Locale, avail: &Avail, grants: &[Grant]) -> impl IntoView + use<> {
    let (class, state) = match state_of(avail, grants) {
        AvailState::Free => ("state state-free", t::rights_free(locale)),
        AvailState::Partly => ("state state-partly", t::rights_partly(locale)),
        AvailState::Taken => ("state state-taken", t::rights_taken(locale)),
    };
    let rights: Vec<String> = avail
        .rights
        .compact()
        .into_iter()
        .map(|right| labels::code(locale, "right", right.code()))
        .collect();
    let languages: Vec<String> = avail
        .languages
        .iter()
        .map(|tag| labels::language(locale, tag.as_str()))
        .collect();
    let languages = if languages.is_empty() {
        t::rights_all_languages(locale).to_owned()
    } else {
        i18n::list(locale, &languages)
    };
    let exclusivity = match avail.exclusivity {
        Exclusivity::Exclusive => "exclusive",
        Exclusivity::NonExclusive => "non-exclusive",
    };
    let holdback = avail.holdback.as_ref().map_or_else(
        || t::rights_no_holdback(locale).to_owned(),
        |holdback| t::rights_window_until(locale, &i18n::date(locale, holdback.until)),
    );
    view! {
        <tr>
            <th scope="row">{i18n::list(locale, &rights)}</th>
            <td>{territories(locale, avail)}</td>
            <td>{window(locale, &avail.window)}</td>
            <td>{labels::code(locale, "exclusivity", exclusivity)}</td>
            <td>{languages}</td>
            <td>{holdback}</td>
            <td>
                <span class=class>{state}</span>
            </td>
        </tr>
    }
}

fn territories(locale: Locale, avail: &Avail) -> String {
    let names = |territories: &[Territory]| {
        let names: Vec<String> = territories
            .iter()
            .map(|one| labels::territory(locale, *one))
            .collect();
        i18n::list(locale, &names)
    };
    let included = names(avail.territories.included());
    if avail.territories.excluded().is_empty() {
        included
    } else {
        t::rights_except(locale, &included, &names(avail.territories.excluded()))
    }
}

/// A window in words.
pub fn window(locale: Locale, window: &Window) -> String {
    let date = |day| i18n::date(locale, day);
    match (window.from().map(date), window.until().map(date)) {
        (Some(from), Some(until)) => t::rights_window_from_until(locale, &from, &until),
        (Some(from), None) => t::rights_window_from(locale, &from),
        (None, Some(until)) => t::rights_window_until(locale, &until),
        (None, None) => t::rights_window_open(locale).to_owned(),
    }
}
