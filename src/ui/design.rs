//! `/design`: every part that pages are made of, in each of its states. There in demonstrations alone; a
//! page for those who build pages, so its words are English.

use std::sync::Arc;

use jiff::civil::DateTime;
use leptos::prelude::*;
use leptos_meta::{Meta, Title};
use slate_domain::query::CatalogueQuery;

use super::company::CompanyCard;
use super::hall_map;
use super::layout::Layout;
use super::mark::Mark;
use super::message::{ErrorPage, Notice};
use super::pagination::Pagination;
use super::poster::{Poster, Row};
use super::scope::Scope;
use super::season::season;
use super::world::{World, svg};
use crate::catalogue::documents::Card;
use crate::catalogue::service::{self, FoundCard};
use crate::error::AppError;
use crate::i18n::t;

const COLOURS: [&str; 15] = [
    "ground",
    "surface",
    "raised",
    "line",
    "edge",
    "ink",
    "muted",
    "faint",
    "accent",
    "accent-strong",
    "on-accent",
    "accent-wash",
    "good",
    "warn",
    "bad",
];

/// The same sentence, set as its readers expect.
const SCRIPTS: [(&str, &str); 9] = [
    ("en", "A ferry crosses the harbour, and nobody looks up."),
    ("zh-Hant", "渡輪橫越海港，沒有人抬頭。「慢」是一種*款待*。"),
    ("zh-Hans", "渡轮横越海港，没有人抬头。“慢”是一种*款待*。"),
    ("ja", "フェリーが港を渡るが、誰も顔を上げない。"),
    ("ko", "페리가 항구를 건너지만 아무도 고개를 들지 않는다."),
    ("th", "เรือข้ามฟากแล่นผ่านท่าเรือ แต่ไม่มีใครเงยหน้าขึ้นมอง"),
    ("hi", "नाव बंदरगाह पार करती है, और कोई ऊपर नहीं देखता।"),
    ("ar", "العبّارة تعبر الميناء ولا أحد يرفع رأسه."),
    ("vi", "Chuyến phà băng qua bến cảng, và chẳng ai ngẩng lên."),
];

/// A moment in each state of the season of the demonstration market.
const MOMENTS: [&str; 6] = [
    "2027-02-01T10:00:00",
    "2027-03-01T10:00:00",
    "2027-03-15T08:00:00",
    "2027-03-15T11:00:00",
    "2027-03-20T10:00:00",
    "2027-05-01T10:00:00",
];

#[component]
pub fn DesignPage() -> impl IntoView {
    let scope = Scope::current();
    if !scope.state.config.demonstration {
        return view! { <ErrorPage scope=scope error=AppError::NotFound/> }.into_any();
    }
    view! {
        <Title text=t::page_title(scope.locale, "Design")/>
        <Meta name="robots" content="noindex"/>
        <Layout scope=scope.clone()>
            <div class="wrap page stack" lang="en">
                <div class="page-head"><h1>"Design"</h1><p>"Every part in each of its states."</p></div>
                {part("Colours", colours())}
                {part("Type", type_scale())}
                {part("Scripts", scripts())}
                {part("Season", seasons(&scope))}
                {part("Buttons and fields", fields())}
                {part("Chips, tags, badges, states", chips())}
                {part("Posters", posters(&scope))}
                {part("Lines of a list", rows(&scope))}
                {part("Companies and marks", companies(&scope))}
                {part("Halls and the world", maps(&scope))}
                {part("Messages", messages(&scope))}
            </div>
        </Layout>
    }
    .into_any()
}

fn part(name: &'static str, body: impl IntoView) -> impl IntoView {
    view! { <section class="section"><h2>{name}</h2>{body}</section> }
}

fn colours() -> impl IntoView {
    let swatches = COLOURS.map(|name| {
        view! { <li><span class="swatch" data-colour=name></span><code>{name}</code></li> }
    });
    view! { <ul class="swatches">{swatches.into_iter().collect_view()}</ul> }
}

fn type_scale() -> impl IntoView {
    view! {
        <div class="stack">
            <p class="type-3xl">"Text 3xl"</p>
            <p class="type-2xl">"Text 2xl"</p>
            <p class="type-xl">"Text xl"</p>
            <p class="type-l">"Text l"</p>
            <p>"Text m, with " <a href="#main">"a link"</a> ", " <em>"emphasis"</em> " and " <strong>"weight"</strong> "."</p>
            <p class="muted">"Muted"</p>
        </div>
    }
}

fn scripts() -> impl IntoView {
    let lines = SCRIPTS.map(|(lang, text)| {
        let (before, rest) = text.split_once('*').unwrap_or((text, ""));
        let (stressed, after) = rest.split_once('*').unwrap_or(("", ""));
        let stressed = (!stressed.is_empty()).then(|| view! { <em>{stressed}</em> });
        view! { <p lang=lang dir="auto">{before} {stressed} {after}</p> }
    });
    view! { <div class="prose">{lines.into_iter().collect_view()}</div> }
}

fn seasons(scope: &Scope) -> impl IntoView + use<> {
    MOMENTS
        .iter()
        .filter_map(|moment| {
            let now: DateTime = moment.parse().ok()?;
            let then = Scope {
                now,
                ..scope.clone()
            };
            Some(view! { <div role="group" aria-label=*moment>{season(&then)}</div> })
        })
        .collect_view()
}

fn fields() -> impl IntoView {
    view! {
        <div class="stack">
            <p class="actions">
                <button class="button" type="button">"Button"</button>
                <button class="button" type="button" disabled>"Disabled"</button>
                <a class="button button-quiet" href="#main">"Quiet"</a>
                <button class="button button-plain" type="button">"Plain"</button>
            </p>
            <label class="field"><span>"Text"</span><input class="input" type="text" name="text" placeholder="Placeholder"/></label>
            <label class="field"><span>"Choice"</span>
                <select class="input" name="choice"><option>"One"</option><option>"Another"</option></select>
            </label>
            <progress max="100" value="60" aria-label="Progress">"60 %"</progress>
        </div>
    }
}

fn chips() -> impl IntoView {
    view! {
        <div class="stack">
            <ul class="chips">
                <li><a class="chip chip-remove" href="#main"><span class="chip-facet">"Genre"</span>" Drama"</a></li>
                <li><a class="chip" href="#main" aria-current="page">"Current"</a></li>
                <li><a class="chip chip-clear" href="#main">"Clear all"</a></li>
            </ul>
            <ul class="tags">
                <li><a class="tag" href="#main">"Tag"</a></li>
                <li><a class="tag tag-accent" href="#main">"Looking for"</a></li>
            </ul>
            <ul class="badges"><li class="badge">"Badge"</li><li class="badge badge-accent">"Accent"</li></ul>
            <p>
                <span class="state state-free">"Free"</span> " "
                <span class="state state-partly">"Partly free"</span> " "
                <span class="state state-taken">"Not available"</span>
            </p>
        </div>
    }
}

/// The newest titles, and one of them made difficult.
fn cards(scope: &Scope) -> Vec<FoundCard> {
    let query = CatalogueQuery {
        per_page: 3,
        ..CatalogueQuery::default()
    };
    let found = service::search(&scope.live, &query, false);
    found.map(|found| found.cards).unwrap_or_default()
}

fn difficult(scope: &Scope) -> Vec<FoundCard> {
    let Some(usual) = cards(scope).into_iter().next() else {
        return Vec::new();
    };
    let made = |name: &str, key_art: Option<&str>| {
        let name = name.parse().ok()?;
        let card = Card {
            original: name,
            original_language: None,
            titles: Vec::new(),
            key_art: key_art.map(str::to_owned),
            ..usual.card.as_ref().clone()
        };
        Some(FoundCard {
            card: Arc::new(card),
            exhibitor: usual.exhibitor.clone(),
        })
    };
    let long = "Unbreakable".repeat(27);
    [
        made("No key art", None),
        made(&long, None),
        made("เรื่องราวของท่าเรือที่ไม่มีวันหลับใหล", None),
        made("الميناء الذي لا ينام", None),
        made("🎬🌊🐙", None),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn posters(scope: &Scope) -> impl IntoView + use<> {
    let all = cards(scope).into_iter().chain(difficult(scope));
    let posters = all.map(|found| view! { <Poster scope=scope.clone() found=found/> });
    view! { <ul class="wall">{posters.collect_view()}</ul> }
}

fn rows(scope: &Scope) -> impl IntoView + use<> {
    let all = cards(scope).into_iter().chain(difficult(scope));
    let rows = all.map(|found| view! { <Row scope=scope.clone() found=found/> });
    view! { <ul class="list">{rows.collect_view()}</ul> }
}

fn companies(scope: &Scope) -> impl IntoView + use<> {
    let cards =
        scope.live.exhibitors().take(3).map(
            |one| view! { <li><CompanyCard scope=scope.clone() exhibitor=Arc::clone(one)/></li> },
        );
    let cards = cards.collect_view();
    let marks = (0..20)
        .map(|n| view! { <li><Mark name="A B".to_owned() slug=format!("company-{n}")/></li> })
        .collect_view();
    view! { <ul class="companies">{cards}</ul> <ul class="chips">{marks}</ul> }
}

fn maps(scope: &Scope) -> impl IntoView + use<> {
    let halls = scope.live.edition.iter().flat_map(|edition| &edition.halls);
    let halls = halls
        .take(2)
        .map(|hall| {
            let marked = hall.booths.get(7).map(|booth| &booth.code);
            view! { <li>{hall_map::outline(hall, marked)}</li> }
        })
        .collect_view();
    let set = |text: &str| {
        text.parse()
            .unwrap_or(slate_domain::territory::TerritorySet::EMPTY)
    };
    let world = World {
        free: set("asia"),
        taken: set("europe"),
    };
    let drawn = svg(&world, "HK".parse().ok());
    view! { <ul class="halls">{halls}</ul> <div class="world" inner_html=drawn></div> }
}

fn messages(scope: &Scope) -> impl IntoView + use<> {
    let locale = scope.locale;
    view! {
        <Notice text="A notice, with what to do.".to_owned()/>
        <div class="empty">
            <h3>"Nothing here"</h3>
            <p>"And where to go from here."</p>
            <div class="actions"><a class="button" href="#main">"Somewhere"</a></div>
        </div>
        <Pagination locale=locale page=5 pages=25 href=|page| format!("#page-{page}")/>
    }
}
