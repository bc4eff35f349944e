//! A title's page: key art as the stage, what it is, its trailer, its rights and whom to ask.

use leptos::prelude::*;
use leptos_meta::{Meta, Title as HeadTitle};
use leptos_router::hooks::use_params_map;
use slate_domain::kinds::MaterialKind;
use slate_domain::query::{CatalogueQuery, Facet};

use super::announcement::AnnouncementPage;
use super::rights::Rights;
use super::similar::Similar;
use super::stills::Stills;
use super::title_facts::{Credits, Facts, Festivals, Names, Side};
use super::trailers::Trailers;
use crate::catalogue::documents::address;
use crate::catalogue::service::{self, FoundCard, TitleDetail};
use crate::error::AppError;
use crate::i18n::{self, t};
use crate::ui::head::{self, JsonLd, Social};
use crate::ui::labels;
use crate::ui::layout::Layout;
use crate::ui::message::{ErrorPage, not_found};
use crate::ui::poster::{Art, Poster, hue};
use crate::ui::scope::{Scope, loaded};

/// How many other titles of the exhibitor are shown.
const MORE: u32 = 12;
/// A name of more characters is set smaller.
const LONG_NAME: usize = 60;

#[component]
pub fn TitlePage() -> impl IntoView {
    let scope = Scope::current();
    let slug = use_params_map()
        .read_untracked()
        .get("slug")
        .unwrap_or_default();
    loaded(async move {
        if !scope.shows_catalogue() {
            return view! { <AnnouncementPage scope=scope/> }.into_any();
        }
        match service::title(&scope.live, &scope.state.db, &slug).await {
            Ok(detail) => title(scope, detail).into_any(),
            Err(AppError::NotFound) => {
                let locale = scope.locale;
                not_found(
                    scope,
                    t::error_title_not_found_title(locale),
                    t::error_title_not_found_lead(locale),
                )
            }
            Err(error) => view! { <ErrorPage scope=scope error=error/> }.into_any(),
        }
    })
}

fn title(scope: Scope, detail: TitleDetail) -> impl IntoView {
    let locale = scope.locale;
    let shown = &detail.title;
    let (_, name) = shown.name_for(&scope.reader);
    let logline = shown
        .texts
        .loglines
        .best_for(&scope.reader)
        .map(|(_, text)| text.to_string());
    let description = logline.unwrap_or_else(|| meta_line(&scope, &detail));
    let more = more_from(&scope, &detail);
    let similar = view! { <Similar scope=&scope detail=&detail/> };
    let card = format!("/cards/titles/{}.png", detail.title.slug);
    let data = head::title(&scope, &detail.title, &card);
    let side = view! { <Side scope=&scope detail=&detail/> };
    let main = view! {
        <Trailers scope=&scope detail=&detail/>
        {synopsis(&scope, &detail)}
        <Rights scope=&scope title=&detail.title/>
        <Credits scope=&scope title=&detail.title/>
        <Festivals scope=&scope title=&detail.title/>
        <Stills scope=&scope detail=&detail/>
    };
    view! {
        <HeadTitle text=t::page_title(locale, name.as_str())/>
        <Meta name="description" content=description.clone()/>
        <Social scope=scope.clone() title=name.to_string() description=description kind="video.movie" image=Some((card, t::social_card(locale, name.as_str())))/>
        <JsonLd data=data/>
        <Layout scope=scope.clone()>
            <article class="title-page">
                {stage(&scope, &detail)}
                <div class="wrap page columns">
                    <div class="stack title-main">{main}</div>
                    <aside class="stack title-side" aria-label=t::title_facts(locale)>
                        {side}
                        <Facts scope=&scope title=&detail.title/>
                        <Names scope=&scope title=&detail.title/>
                    </aside>
                </div>
                {similar}
                {more}
            </article>
        </Layout>
    }
}

/// Year, countries, runtime and languages in one line.
fn meta_line(scope: &Scope, detail: &TitleDetail) -> String {
    let locale = scope.locale;
    let title = &detail.title;
    let countries: Vec<String> = title
        .countries
        .iter()
        .map(|one| labels::country(locale, one.code()))
        .collect();
    let languages: Vec<String> = title
        .languages
        .iter()
        .take(3)
        .map(|tag| labels::language(locale, tag.as_str()))
        .collect();
    [
        title.filed_under().map(|year| year.to_string()),
        (!countries.is_empty()).then(|| i18n::list(locale, &countries)),
        title
            .runtime
            .map(|minutes| i18n::runtime(locale, minutes.get().into())),
        title
            .episodes
            .map(|count| t::episodes_count(locale, count.get().into())),
        (!languages.is_empty()).then(|| i18n::list(locale, &languages)),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(" · ")
}

fn stage(scope: &Scope, detail: &TitleDetail) -> impl IntoView + use<> {
    let locale = scope.locale;
    let title = &detail.title;
    let foreign = |tag: &str| (tag != locale.tag()).then(|| tag.to_owned());
    let (tag, name) = title.name_for(&scope.reader);
    let lang = tag.and_then(|tag| foreign(tag.as_str()));
    let original = (name != &title.original).then(|| {
        let lang = title
            .original_language
            .as_ref()
            .and_then(|tag| foreign(tag.as_str()));
        view! { <p class="stage-original" lang=lang>{title.original.to_string()}</p> }
    });
    let category = labels::code(locale, "category", title.category.code());
    let kicker = format!(
        "{category} · {}",
        labels::code(locale, "stage", title.stage.code())
    );
    let logline = title
        .texts
        .loglines
        .best_for(&scope.reader)
        .map(|(tag, text)| {
            view! { <p class="stage-logline" lang=foreign(tag.as_str())>{text.to_string()}</p> }
        });
    let wanted = title.looking_for.iter().map(|what| {
        let href = CatalogueQuery::default().with(Facet::LookingFor, what.code()).href("/titles");
        view! { <li><a class="tag tag-accent" href=scope.href(&href)>{labels::code(locale, "looking-for", what.code())}</a></li> }
    });
    let genres = title.genres.iter().map(|genre| {
        let href = CatalogueQuery::default().with(Facet::Genre, genre.code()).href("/titles");
        view! { <li><a class="tag" href=scope.href(&href)>{labels::genre(scope, genre.code())}</a></li> }
    });
    let (wanted, genres) = (wanted.collect::<Vec<_>>(), genres.collect::<Vec<_>>());
    let tags = (!wanted.is_empty() || !genres.is_empty())
        .then(|| view! { <ul class="tags">{wanted} {genres}</ul> });
    let play = title.has_trailer().then(|| {
        view! { <div class="actions"><a class="button" href="#trailer">{t::trailer_play(locale)}</a></div> }
    });
    let meta = meta_line(scope, detail);
    let key_art = title
        .materials_of(MaterialKind::KeyArt)
        .next()
        .and_then(|art| address(&art.source));
    let backdrop = key_art
        .clone()
        .map(|src| view! { <img class="stage-backdrop" src=src alt=""/> });
    let slug = title.slug.to_string();
    let hue = hue(&slug);
    let size = if name.as_str().chars().count() > LONG_NAME {
        "stage-title stage-title-long"
    } else {
        "stage-title"
    };
    let year = title
        .filed_under()
        .map(|year| format!(" · {year}"))
        .unwrap_or_default();
    view! {
        <header class="stage" data-hue=hue>
            {backdrop}
            <div class="wrap stage-inner">
                <a class="stage-back" href=scope.href("/titles")>{t::back_to_catalogue(locale)}</a>
                <div class="poster-art stage-art">
                    <Art slug=slug name=name.to_string() lang=lang.clone() kind=format!("{category}{year}") key_art=key_art eager=true/>
                </div>
                <div class="stage-text">
                    <p class="stage-kicker">{kicker}</p>
                    <h1 class=size lang=lang dir="auto">{name.to_string()}</h1>
                    {original}
                    {logline}
                    {(!meta.is_empty()).then(|| view! { <p class="stage-meta">{meta}</p> })}
                    {tags}
                    {play}
                </div>
            </div>
        </header>
    }
}

fn synopsis(scope: &Scope, detail: &TitleDetail) -> impl IntoView + use<> {
    let locale = scope.locale;
    let synopses = &detail.title.texts.synopses;
    let paragraphs = |text: &str| {
        let paragraphs = text
            .split('\n')
            .map(str::trim)
            .filter(|line| !line.is_empty());
        paragraphs
            .map(|line| view! { <p>{line.to_owned()}</p> })
            .collect::<Vec<_>>()
    };
    let best = synopses.best_for(&scope.reader);
    let first = match best {
        Some((tag, text)) => {
            let lang = (tag.as_str() != locale.tag()).then(|| tag.to_string());
            view! { <div class="prose" lang=lang>{paragraphs(text.as_str())}</div> }.into_any()
        }
        None => view! { <p class="muted">{t::title_no_synopsis(locale)}</p> }.into_any(),
    };
    let others = synopses
        .iter()
        .filter(|(tag, _)| best.is_some_and(|(shown, _)| shown != *tag))
        .map(|(tag, text)| {
            let name = labels::language(locale, tag.as_str());
            view! {
                <details class="fold">
                    <summary>{t::text_in_language(locale, &name)}</summary>
                    <div class="prose" lang=tag.to_string()>{paragraphs(text.as_str())}</div>
                </details>
            }
        });
    view! {
        <section class="section">
            <h2>{t::title_synopsis(locale)}</h2>
            {first}
            {others.collect::<Vec<_>>()}
        </section>
    }
}

/// What else the exhibitor shows.
fn more_from(scope: &Scope, detail: &TitleDetail) -> Option<impl IntoView + use<>> {
    let company = &detail.exhibitor.company;
    let query = CatalogueQuery::default().with(Facet::Company, company.slug.as_str());
    let href = query.href("/titles");
    let found = service::search(
        &scope.live,
        &CatalogueQuery {
            per_page: MORE + 1,
            ..query
        },
        false,
    )
    .ok()?;
    let others: Vec<FoundCard> = found
        .cards
        .into_iter()
        .filter(|found| found.card.id != detail.title.id)
        .take(MORE as usize)
        .collect();
    let name = t::title_more_from(scope.locale, company.name.as_str());
    (!others.is_empty()).then(|| {
        let posters = others.into_iter().map(|found| view! { <Poster scope=scope.clone() found=found/> });
        view! {
            <div class="wrap page">
                <section class="section">
                    <div class="section-head">
                        <h2>{name.clone()}</h2>
                        <a class="section-more" href=scope.href(&href) aria-label=t::see_all_of(scope.locale, &name)>
                            {t::see_all(scope.locale)}
                        </a>
                    </div>
                    <ul class="rail" tabindex="0" aria-label=name>{posters.collect::<Vec<_>>()}</ul>
                </section>
            </div>
        }
    })
}
