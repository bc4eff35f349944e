//! The stills of a title, and each of them large: links alone, so that it works without a script.

use leptos::prelude::*;
use slate_domain::kinds::MaterialKind;

use crate::catalogue::documents::address;
use crate::catalogue::service::TitleDetail;
use crate::i18n::{self, t};
use crate::ui::scope::Scope;

/// All stills; nothing where there is none.
#[component]
pub fn Stills<'a>(scope: &'a Scope, detail: &'a TitleDetail) -> impl IntoView + use<> {
    let locale = scope.locale;
    let stills = detail.title.materials_of(MaterialKind::Still);
    let shown: Vec<(String, Option<String>)> = stills
        .filter_map(|still| {
            let label = still.label.as_ref().map(ToString::to_string);
            Some((address(&still.source)?, label))
        })
        .collect();
    let total = shown.len();
    let count = total as u64;
    let words = |number: usize, label: Option<&String>| {
        label
            .cloned()
            .unwrap_or_else(|| t::title_still(locale, number as u64, count))
    };
    let thumbs: Vec<_> = shown
        .iter()
        .zip(1..)
        .map(|((src, label), number)| {
            let large = format!("#still-{number}");
            view! {
                <li>
                    <a href=large>
                        <img src=src.clone() alt=words(number, label.as_ref()) width="640" height="360" loading="lazy" decoding="async"/>
                    </a>
                </li>
            }
        })
        .collect();
    let large: Vec<_> = shown
        .iter()
        .zip(1..)
        .map(|((src, label), number)| {
            let to = |number: usize| format!("#still-{number}");
            let before = if number == 1 { total } else { number - 1 };
            let after = if number == total { 1 } else { number + 1 };
            view! {
                <section class="viewer" id=format!("still-{number}") tabindex="-1" aria-label=words(number, None)>
                    <img src=src.clone() alt=words(number, label.as_ref()) width="640" height="360" loading="lazy" decoding="async"/>
                    <p>
                        <a class="button button-quiet" href=to(before)>{t::stills_previous(locale)}</a>
                        <span>{words(number, None)}</span>
                        <a class="button button-quiet" href=to(after)>{t::stills_next(locale)}</a>
                        <a class="button" href="#stills">{t::stills_close(locale)}</a>
                    </p>
                </section>
            }
        })
        .collect();
    (total > 0).then(|| {
        view! {
            <section class="section" id="stills">
                <h2>{t::title_stills(locale)} " " <span class="muted">{i18n::number(locale, count)}</span></h2>
                <ul class="stills">{thumbs}</ul>
                {large}
            </section>
        }
    })
}
