//! An exhibitor's page: profile, people, slate.

use leptos::prelude::*;
use leptos_meta::{Meta, Title};
use leptos_router::hooks::use_params_map;
use slate_domain::query::{CatalogueQuery, Facet};

use crate::catalogue::exhibitors::{self, ExhibitorDetail};
use crate::catalogue::live::Exhibitor;
use crate::catalogue::service;
use crate::error::AppError;
use crate::i18n::t;
use crate::ui::company::{description, place};
use crate::ui::hall_map;
use crate::ui::head::{self, JsonLd, Social};
use crate::ui::layout::Layout;
use crate::ui::mark::Mark;
use crate::ui::message::{ErrorPage, not_found};
use crate::ui::poster::Poster;
use crate::ui::scope::{Scope, loaded};

/// How many titles of the slate stand on the page; the catalogue shows the rest.
const SLATE: u32 = 48;

#[component]
pub fn ExhibitorPage() -> impl IntoView {
    let scope = Scope::current();
    let slug = use_params_map()
        .read_untracked()
        .get("slug")
        .unwrap_or_default();
    loaded(async move {
        match exhibitors::exhibitor(&scope.live, &scope.state.db, &slug).await {
            Ok(detail) => exhibitor(scope, detail).into_any(),
            Err(AppError::NotFound) => {
                let locale = scope.locale;
                let lead = t::error_exhibitor_not_found_lead(locale);
                not_found(scope, t::error_exhibitor_not_found_title(locale), lead)
            }
            Err(error) => view! { <ErrorPage scope=scope error=error/> }.into_any(),
        }
    })
}

fn exhibitor(scope: Scope, detail: ExhibitorDetail) -> impl IntoView {
    let locale = scope.locale;
    let ExhibitorDetail { exhibitor, people } = detail;
    let company = &exhibitor.company;
    let own = company.names.in_language_of(&scope.reader);
    let name = own.map_or(&company.name, |(_, name)| name).to_string();
    let foreign = move |tag: &str| (tag != locale.tag()).then(|| tag.to_owned());
    let other_names: Vec<_> = company
        .names
        .iter()
        .filter(|(_, other)| other.as_str() != name)
        .map(|(tag, other)| view! { <span lang=tag.to_string()>{other.to_string()}</span> " " })
        .collect();
    let profile = match company.profile.best_for(&scope.reader) {
        Some((tag, text)) => {
            let paragraphs = text
                .as_str()
                .split('\n')
                .filter(|line| !line.trim().is_empty());
            let paragraphs = paragraphs
                .map(|line| view! { <p>{line.to_owned()}</p> })
                .collect::<Vec<_>>();
            view! { <div class="prose" lang=foreign(tag.as_str())>{paragraphs}</div> }.into_any()
        }
        None => view! { <p class="muted">{t::exhibitor_no_profile(locale)}</p> }.into_any(),
    };
    let website = company.website.as_ref().map(|url| {
        view! {
            <a class="button button-quiet" href=url.to_string() rel="external noopener noreferrer nofollow">
                {t::exhibitor_visit_website(locale)}
            </a>
        }
    });
    let people: Vec<_> = people
        .into_iter()
        .map(|person| {
            let localised = person.names.iter().next().map(|(tag, name)| view! { " " <span lang=tag.to_string()>{name.to_string()}</span> });
            view! { <div><dt>{person.job.map(|job| job.to_string())}</dt><dd>{person.name.to_string()} {localised}</dd></div> }
        })
        .collect();
    let people = (!people.is_empty()).then(|| {
        view! { <section class="section"><h2>{t::exhibitor_people(locale)}</h2><dl class="credits">{people}</dl></section> }
    });
    let where_it_is =
        place(&scope, &exhibitor).unwrap_or_else(|| t::exhibitor_no_booth(locale).to_owned());
    let mark = view! { <Mark name=name.clone() slug=company.slug.to_string() large=true/> };
    let on_plan = booth_on_plan(&scope, &exhibitor);
    let summary = description(&scope, &exhibitor);
    let description = [name.as_str(), &summary].join(" · ");
    let lang = own.and_then(|(tag, _)| foreign(tag.as_str()));
    let slate = scope
        .shows_catalogue()
        .then(|| slate(&scope, company.slug.as_str()));
    view! {
        <Title text=t::page_title(locale, &name)/>
        <Meta name="description" content=description.clone()/>
        <Social scope=scope.clone() title=name.clone() description=description kind="profile"/>
        <JsonLd data=head::organisation(&scope, &exhibitor)/>
        <Layout scope=scope.clone()>
            <article>
                <div class="wrap page stack">
                    <a class="stage-back" href=scope.href("/exhibitors")>{t::back_to_exhibitors(locale)}</a>
                    <header class="company-head">
                        {mark}
                        <div>
                            <h1 lang=lang dir="auto">{name.clone()}</h1>
                            {(!other_names.is_empty()).then(|| view! { <p class="muted">{other_names}</p> })}
                            <p class="muted">{summary}</p>
                            <p>{where_it_is}</p>
                            {website.map(|link| view! { <div class="actions">{link}</div> })}
                        </div>
                    </header>
                    <section class="section">
                        <h2>{t::exhibitor_profile(locale)}</h2>
                        {profile}
                    </section>
                    {people}
                    {on_plan}
                    {slate}
                </div>
            </article>
        </Layout>
    }
}

/// Where the booth is. Nothing for who has none.
fn booth_on_plan(scope: &Scope, exhibitor: &Exhibitor) -> Option<impl IntoView + use<>> {
    let place = hall_map::place(scope, exhibitor)?;
    let heading = t::exhibitor_booth(scope.locale);
    Some(view! { <section class="section"><h2>{heading}</h2>{place}</section> })
}

fn slate(scope: &Scope, slug: &str) -> impl IntoView + use<> {
    let locale = scope.locale;
    let query = CatalogueQuery::default().with(Facet::Company, slug);
    let href = query.href("/titles");
    let found = service::search(
        &scope.live,
        &CatalogueQuery {
            per_page: SLATE,
            ..query
        },
        false,
    );
    let (total, cards) = found
        .map(|found| (found.total, found.cards))
        .unwrap_or_default();
    let body = if total == 0 {
        view! { <p class="muted">{t::exhibitor_slate_empty(locale)}</p> }.into_any()
    } else {
        let posters = cards
            .into_iter()
            .map(|found| view! { <Poster scope=scope.clone() found=found/> });
        view! { <ul class="wall">{posters.collect::<Vec<_>>()}</ul> }.into_any()
    };
    let all = (total > 0).then(|| {
        view! { <a class="section-more" href=scope.href(&href)>{t::exhibitor_see_slate(locale)}</a> }
    });
    view! {
        <section class="section">
            <div class="section-head">
                <h2>{t::exhibitor_slate(locale)} " " <span class="muted">{t::titles_count(locale, total.into())}</span></h2>
                {all}
            </div>
            {body}
        </section>
    }
}
