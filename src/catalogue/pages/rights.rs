//! Where a title is free: the answer for one territory, a map, and a grid of rights by parts of the world.

use leptos::prelude::*;
use slate_domain::avail::{Cell, GridRow, free_in, grid};
use slate_domain::country::Country;
use slate_domain::kinds::Exclusivity;
use slate_domain::right::RightSet;
use slate_domain::territory::{Territory, TerritoryGroup};
use slate_domain::visibility::Seen;

use super::rights_table::{table, window};
use super::title_facts::how_to_see;
use crate::catalogue::service;
use crate::i18n::{self, Locale, t};
use crate::ui::labels;
use crate::ui::scope::Scope;
use crate::ui::world::World;

/// The parts of the world that stand beside each other.
const PARTS: [TerritoryGroup; 10] = [
    TerritoryGroup::GreaterChina,
    TerritoryGroup::JapanKorea,
    TerritoryGroup::Asean,
    TerritoryGroup::SouthAsia,
    TerritoryGroup::Anz,
    TerritoryGroup::Mena,
    TerritoryGroup::SubSaharanAfrica,
    TerritoryGroup::Europe,
    TerritoryGroup::NorthAmerica,
    TerritoryGroup::LatinAmerica,
];

/// All there is to say about rights; a sentence where there are none to see.
#[component]
pub fn Rights<'a>(scope: &'a Scope, title: &'a Seen) -> impl IntoView + use<> {
    let locale = scope.locale;
    let body = if title.avails.is_empty() {
        let withheld = title.withheld().iter().find(|one| one.what == "avails");
        let words = withheld.map_or(t::rights_on_request(locale), |one| {
            how_to_see(locale, one.visibility)
        });
        view! { <p class="muted">{words}</p> }.into_any()
    } else {
        let rows = grid(&title.avails, &title.grants, scope.now.date());
        let asked = service::asked_territory(&scope.query);
        let world = World::of(&rows);
        view! {
            {form(scope, title, asked.clone())}
            {map(scope, title, world, asked.and_then(Result::ok))}
            {grid_table(scope, title, &rows)}
            <details class="fold">
                <summary>{t::rights_details(locale)}</summary>
                {table(scope, title)}
            </details>
        }
        .into_any()
    };
    view! { <section class="section" id="rights"><h2>{t::rights_heading(locale)}</h2>{body}</section> }
}

/// “Is it free in my territory?”, and the answer.
fn form(
    scope: &Scope,
    title: &Seen,
    asked: Option<Result<Country, String>>,
) -> impl IntoView + use<> {
    let locale = scope.locale;
    let chosen = asked
        .as_ref()
        .and_then(|asked| asked.as_ref().ok())
        .copied();
    let mut countries: Vec<(String, Country)> = Country::all()
        .filter(|country| !country.is_former())
        .map(|country| (labels::country(locale, country.code()), country))
        .collect();
    countries.sort();
    let options = countries
        .into_iter()
        .map(|(name, country)| {
            let selected = chosen == Some(country);
            view! { <option value=country.code() selected=selected>{name}</option> }
        })
        .collect_view();
    let answer = asked.map(|asked| match asked {
        Ok(country) => answer(scope, title, country).into_any(),
        Err(given) => {
            view! { <p class="notice" role="alert">{t::rights_answer_unknown(locale, &given)}</p> }
                .into_any()
        }
    });
    let action = format!("{}#rights", scope.href(&format!("/titles/{}", title.slug)));
    view! {
        <form class="rights-form" action=action>
            <label class="field">
                <span>{t::rights_your_territory(locale)}</span>
                <select class="input" name="territory" data-kept="territory">
                    <option value="">{t::rights_territory_choose(locale)}</option>
                    {options}
                </select>
            </label>
            <button class="button">{t::rights_territory_submit(locale)}</button>
        </form>
        {answer}
    }
}

fn answer(scope: &Scope, title: &Seen, country: Country) -> impl IntoView + use<> {
    let locale = scope.locale;
    let name = labels::country(locale, country.code());
    let free = free_in(&title.avails, &title.grants, country, scope.now.date());
    let (class, words) = match free.is_empty() {
        true => ("state state-taken", t::rights_answer_no(locale, &name)),
        false => ("state state-free", t::rights_answer_yes(locale, &name)),
    };
    let lines = free
        .iter()
        .map(|(days, rights, terms)| {
            let terms = match terms {
                Exclusivity::Exclusive => "exclusive",
                Exclusivity::NonExclusive => "non-exclusive",
            };
            let terms = labels::code(locale, "exclusivity", terms);
            view! {
                <li><strong>{named(locale, *rights)}</strong> " · " {window(locale, days)} " · " {terms}</li>
            }
        })
        .collect_view();
    view! {
        <div class="rights-answer" role="status">
            <p><span class=class>{words}</span></p>
            {(!free.is_empty()).then(|| view! { <ul>{lines}</ul> })}
        </div>
    }
}

fn map(
    scope: &Scope,
    title: &Seen,
    world: World,
    marked: Option<Country>,
) -> impl IntoView + use<> {
    let locale = scope.locale;
    let query = marked.map_or_else(String::new, |country| {
        format!("?territory={}", country.code())
    });
    let src = format!("/titles/{}/map.svg{query}", title.slug);
    let count = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
    let alt = t::rights_map_alt(locale, count(world.free.len()), count(world.offered()));
    view! {
        <figure class="world">
            <img src=src alt=alt.clone() width="1000" height="460" loading="lazy" decoding="async"/>
            <figcaption>
                <span class="world-key world-free">{t::rights_free(locale)}</span>
                <span class="world-key world-taken">{t::rights_taken(locale)}</span>
                <span class="world-key world-none">{t::rights_not_offered(locale)}</span>
                <span class="muted">{alt}</span>
            </figcaption>
        </figure>
    }
}

fn grid_table(scope: &Scope, title: &Seen, rows: &[GridRow]) -> impl IntoView + use<> {
    let locale = scope.locale;
    let heads = PARTS
        .iter()
        .map(|part| {
            let name = labels::territory(locale, Territory::Group(*part));
            view! { <th scope="col">{name}</th> }
        })
        .collect_view();
    let sets = PARTS.map(TerritoryGroup::countries);
    let lines = rows
        .iter()
        .map(|row| {
            let cells = sets
                .iter()
                .map(|set| cell(locale, row.cell(set)))
                .collect_view();
            let windows: Vec<String> = row
                .windows
                .iter()
                .map(|days| window(locale, days))
                .collect();
            view! {
                <tr>
                    <th scope="row">{named(locale, row.rights)}</th>
                    {cells}
                    <td class="grid-window">{i18n::list(locale, &windows)}</td>
                </tr>
            }
        })
        .collect_view();
    let name = title.name_for(&scope.reader).1.to_string();
    view! {
        <div class="table-scroll" role="region" tabindex="0" aria-label=t::rights_grid_caption(locale, &name)>
            <table class="table grid">
                <caption class="visually-hidden">{t::rights_grid_caption(locale, &name)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t::rights_right(locale)}</th>
                        {heads}
                        <th scope="col">{t::rights_window(locale)}</th>
                    </tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
    }
}

fn cell(locale: Locale, cell: Cell) -> impl IntoView {
    let count = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
    let (class, words) = match cell {
        Cell::Free { exclusive: true } => (
            "state state-free",
            t::rights_cell_exclusive(locale).to_owned(),
        ),
        Cell::Free { exclusive: false } => ("state state-free", t::rights_free(locale).to_owned()),
        Cell::Partly { free, of } => (
            "state state-partly",
            t::rights_cell_partly(locale, count(free), count(of)),
        ),
        Cell::Taken => ("state state-taken", t::rights_taken(locale).to_owned()),
        Cell::NotOffered => ("grid-none", t::rights_not_offered(locale).to_owned()),
    };
    view! { <td><span class=class>{words}</span></td> }
}

/// Rights in words, groups where they are whole.
fn named(locale: Locale, rights: RightSet) -> String {
    let names: Vec<String> = rights
        .compact()
        .into_iter()
        .map(|right| labels::code(locale, "right", right.code()))
        .collect();
    i18n::list(locale, &names)
}
