//! A title in a list: as a poster on the wall, or as a line.

use leptos::prelude::*;

use super::labels;
use super::scope::Scope;
use crate::catalogue::documents::Card;
use crate::catalogue::service::FoundCard;
use crate::i18n::t;

/// How many colours and compositions a stand-in for key art can have.
const HUES: u32 = 12;
const LOOKS: u32 = 6;

/// A number that is the same for the same slug on every machine, to choose a look by: FNV-1a, its bits then
/// mixed so that neighbouring slugs do not look alike.
pub fn number_of(slug: &str) -> u32 {
    let hash = slug.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    let mixed = (hash ^ (hash >> 16)).wrapping_mul(0x85eb_ca6b);
    (mixed ^ (mixed >> 13)).wrapping_mul(0xc2b2_ae35) >> 8
}

/// The hue something without a picture is shown in.
pub fn hue(slug: &str) -> u32 {
    number_of(slug) % HUES
}

/// Key art, or a poster of type alone where there is none. Decorative: the name stands beside it.
#[component]
pub fn Art(
    slug: String,
    name: String,
    lang: Option<String>,
    kind: String,
    #[prop(optional_no_strip)] key_art: Option<String>,
    /// Fetched with the page rather than when it comes into view.
    #[prop(default = false)]
    eager: bool,
) -> impl IntoView {
    match key_art {
        Some(src) => view! {
            <img src=src alt="" width="400" height="600" decoding="async" loading=if eager { "eager" } else { "lazy" }/>
        }
        .into_any(),
        None => {
            let short = name.chars().count() <= 4;
            let class = if short { "standin-title standin-short" } else { "standin-title" };
            view! {
            <div class="standin" data-hue=hue(&slug) data-look=number_of(&slug) / HUES % LOOKS aria-hidden="true">
                <span class=class lang=lang>{name}</span>
                <span class="standin-kind">{kind}</span>
            </div>
        }
        .into_any()
        }
    }
}

/// The words of a card, in the reader's language.
struct Words {
    name: String,
    lang: Option<String>,
    /// The original title and its language, where it is another one.
    original: Option<(String, Option<String>)>,
    category: String,
    /// Category and year.
    kind: String,
    year: Option<String>,
    countries: String,
    href: String,
}

impl Words {
    fn of(scope: &Scope, card: &Card) -> Self {
        let locale = scope.locale;
        let (tag, name) = card.name_for(&scope.reader);
        let foreign = |tag: &str| (tag != locale.tag()).then(|| tag.to_owned());
        let original = (name != &card.original).then(|| {
            (
                card.original.to_string(),
                card.original_language
                    .as_ref()
                    .and_then(|tag| foreign(tag.as_str())),
            )
        });
        let category = labels::code(locale, "category", card.category.code());
        let year = card.year.map(|year| year.to_string());
        let kind = [Some(category.clone()), year.clone()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · ");
        let names: Vec<String> = card
            .countries
            .iter()
            .take(3)
            .map(|code| labels::country(locale, code))
            .collect();
        Self {
            name: name.to_string(),
            lang: tag.and_then(|tag| foreign(tag.as_str())),
            original,
            category,
            kind,
            year,
            countries: crate::i18n::list(locale, &names),
            href: scope.href(&format!("/titles/{}", card.slug)),
        }
    }
}

/// The art of a card alone.
#[component]
pub fn CardArt<'a>(
    scope: &'a Scope,
    card: &'a Card,
    #[prop(default = false)] eager: bool,
) -> impl IntoView + use<> {
    let words = Words::of(scope, card);
    let slug = card.slug.to_string();
    view! { <Art slug=slug name=words.name lang=words.lang kind=words.kind key_art=card.key_art.clone() eager=eager/> }
}

/// A card's heading and link, one level below what it stands under.
pub fn heading(
    top: bool,
    class: &'static str,
    lang: Option<String>,
    href: String,
    name: String,
) -> AnyView {
    let link = view! { <a href=href>{name}</a> };
    if top {
        view! { <h2 class=class lang=lang dir="auto">{link}</h2> }.into_any()
    } else {
        view! { <h3 class=class lang=lang dir="auto">{link}</h3> }.into_any()
    }
}

/// A title on the poster wall. The link covers the whole card.
#[component]
pub fn Poster(
    scope: Scope,
    found: FoundCard,
    #[prop(default = false)] eager: bool,
    /// Directly below the page's heading.
    #[prop(default = false)]
    top: bool,
    /// Why it is shown.
    #[prop(optional_no_strip)]
    reason: Option<String>,
) -> impl IntoView {
    let FoundCard { card, .. } = found;
    let words = Words::of(&scope, &card);
    let meta = [words.year.unwrap_or_default(), words.countries]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ");
    let wanted = card
        .looking_for
        .first()
        .map(|code| labels::code(scope.locale, "looking-for", code));
    let badges = (wanted.is_some() || card.has_trailer).then(|| {
        view! {
            <ul class="badges">
                {wanted.map(|wanted| view! { <li class="badge badge-accent">{wanted}</li> })}
                {card.has_trailer.then(|| view! { <li class="badge">{t::trailer(scope.locale)}</li> })}
            </ul>
        }
    });
    view! {
        <li>
            <article class="poster">
                <div class="poster-art">
                    <CardArt scope=&scope card=&card eager=eager/>
                </div>
                {heading(top, "poster-title", words.lang, words.href, words.name)}
                {words.original.map(|(text, lang)| view! { <p class="poster-original" lang=lang>{text}</p> })}
                {(!meta.is_empty()).then(|| view! { <p class="poster-meta">{meta}</p> })}
                {reason.map(|reason| view! { <p class="poster-meta poster-reason">{reason}</p> })}
                {badges}
            </article>
        </li>
    }
}

/// A title as a line of the dense list.
#[component]
pub fn Row(scope: Scope, found: FoundCard) -> impl IntoView {
    let FoundCard { card, exhibitor } = found;
    let words = Words::of(&scope, &card);
    view! {
        <li class="row">
            <div class="poster-art row-art">
                <Art slug=card.slug.to_string() name=words.name.clone() lang=words.lang.clone() kind=String::new() key_art=card.key_art.clone()/>
            </div>
            <div class="row-main">
                {heading(true, "row-title", words.lang, words.href, words.name)}
                {words.original.map(|(text, lang)| view! { <p class="row-original" lang=lang>{text}</p> })}
            </div>
            <p class="row-cell">{words.category}</p>
            <p class="row-cell">{words.countries}</p>
            <p class="row-cell row-number">{words.year}</p>
            <p class="row-cell">{exhibitor.map(|one| one.company.name.to_string())}</p>
        </li>
    }
}
