//! What is known of a title, beside its story: facts, names, credits, festivals, financing, exhibitor.

use leptos::prelude::*;
use slate_domain::credit::{Credit, CreditRole};
use slate_domain::kinds::{FestivalOutcome, MaterialKind};
use slate_domain::visibility::{Seen, Visibility};

use crate::catalogue::documents::address;
use crate::catalogue::service::TitleDetail;
use crate::i18n::{self, Locale, t};
use crate::ui::company::CompanyCard;
use crate::ui::hall_map;
use crate::ui::labels;
use crate::ui::scope::Scope;

/// Financing, the exhibitor and the materials.
#[component]
pub fn Side<'a>(scope: &'a Scope, detail: &'a TitleDetail) -> impl IntoView + use<> {
    let locale = scope.locale;
    view! {
        {financing(scope, &detail.title)}
        <section class="section">
            <h2>{t::title_exhibitor(locale)}</h2>
            <CompanyCard scope=scope.clone() exhibitor=detail.exhibitor.clone()/>
            {hall_map::place(scope, &detail.exhibitor)}
        </section>
        {materials(locale, &detail.title)}
    }
}

fn financing(scope: &Scope, title: &Seen) -> Option<AnyView> {
    let locale = scope.locale;
    let money = |amount: i64, currency: &str| {
        i18n::money_compact(locale, u64::try_from(amount).unwrap_or(0), currency)
    };
    let budget = title
        .budget
        .map(|budget| money(budget.amount(), budget.currency().code()));
    let share = title.financed.map(|percent| percent.get());
    let sought = title
        .budget
        .zip(share)
        .filter(|(_, share)| *share < 100)
        .map(|(budget, share)| {
            let missing = budget.amount() / 100 * i64::from(100 - share);
            t::title_financing_sought(locale, &money(missing, budget.currency().code()))
        });
    let withheld = title
        .withheld()
        .iter()
        .find(|one| one.what == "budget" || one.what == "financing");
    let lines = [budget, sought]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ");
    let bar = share.map(|share| {
        let words = t::title_financing_share(locale, &i18n::percent(locale, u8::try_from(share).unwrap_or(100)));
        view! {
            <progress max="100" value=share aria-label=t::title_financing(locale)>{share} "%"</progress>
            <p>
                <strong>{words}</strong>
                <span class="muted">{lines.clone()}</span>
            </p>
        }
    });
    let heading = if share.is_some() {
        t::title_financing(locale)
    } else {
        t::title_budget(locale)
    };
    let body = match (bar, lines.is_empty(), withheld) {
        (Some(bar), ..) => view! { <div class="financing">{bar}</div> }.into_any(),
        (None, false, _) => view! { <p><strong>{lines}</strong></p> }.into_any(),
        (None, true, Some(one)) => {
            view! { <p class="muted">{how_to_see(locale, one.visibility)}</p> }.into_any()
        }
        (None, true, None) => return None,
    };
    Some(view! { <section class="section"><h2>{heading}</h2>{body}</section> }.into_any())
}

/// What opens something that is not shown.
pub fn how_to_see(locale: Locale, visibility: Visibility) -> &'static str {
    match visibility {
        Visibility::Members => t::visibility_members_note(locale),
        Visibility::OnRequest => t::visibility_on_request_note(locale),
        Visibility::Public | Visibility::OwnCompany => "",
    }
}

/// The deck and the screener: a link, or what opens it.
fn materials(locale: Locale, title: &Seen) -> Option<impl IntoView + use<>> {
    let decks = title
        .materials_of(MaterialKind::Deck)
        .filter_map(|deck| address(&deck.source));
    let deck = decks.map(|deck| {
        view! { <li><a href=deck rel="nofollow">{t::title_deck_download(locale)}</a></li> }
            .into_any()
    });
    let withheld = title.withheld().iter().filter_map(|one| {
        let name = match one.what {
            "deck" => t::title_deck(locale),
            "screener" => t::title_screener(locale),
            "trailer" => t::trailer(locale),
            "still" => t::title_stills(locale),
            _ => return None,
        };
        let note = how_to_see(locale, one.visibility);
        Some(view! { <li><span>{name}</span>" "<span class="muted">{note}</span></li> }.into_any())
    });
    let lines: Vec<AnyView> = deck.chain(withheld).collect();
    (!lines.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2>{t::title_materials(locale)}</h2>
                <ul class="names">{lines}</ul>
            </section>
        }
    })
}

/// The facts as a list of terms; only those that are known.
#[component]
pub fn Facts<'a>(scope: &'a Scope, title: &'a Seen) -> impl IntoView + use<> {
    let locale = scope.locale;
    let all = |names: Vec<String>| (!names.is_empty()).then(|| i18n::list(locale, &names));
    let countries = title
        .countries
        .iter()
        .map(|one| labels::country(locale, one.code()))
        .collect();
    let languages = |tags: &[slate_domain::language::LanguageTag]| {
        all(tags
            .iter()
            .map(|tag| labels::language(locale, tag.as_str()))
            .collect())
    };
    let keywords = title.keywords.iter().map(ToString::to_string).collect();
    let facts = [
        (
            t::title_category(locale),
            Some(labels::code(locale, "category", title.category.code())),
        ),
        (
            t::title_stage(locale),
            Some(labels::code(locale, "stage", title.stage.code())),
        ),
        (
            t::title_year(locale),
            title.filed_under().map(|year| year.to_string()),
        ),
        (
            t::title_release_date(locale),
            title.released.map(|day| i18n::date(locale, day)),
        ),
        (
            t::title_runtime(locale),
            title
                .runtime
                .map(|minutes| i18n::runtime(locale, minutes.get().into())),
        ),
        (
            t::title_episodes(locale),
            title
                .episodes
                .map(|count| i18n::number(locale, count.get().into())),
        ),
        (t::title_countries(locale), all(countries)),
        (t::title_languages(locale), languages(&title.languages)),
        (t::title_subtitles(locale), languages(&title.subtitles)),
        (
            t::title_audience(locale),
            title
                .audience
                .map(|one| labels::code(locale, "audience", one.code())),
        ),
        (
            t::title_rating(locale),
            title
                .rating
                .map(|one| labels::code(locale, "rating", one.code())),
        ),
        (t::title_keywords(locale), all(keywords)),
    ];
    let lines = facts.into_iter().filter_map(|(term, fact)| {
        let fact = fact?;
        Some(view! { <div><dt>{term}</dt><dd>{fact}</dd></div> })
    });
    let identifiers: Vec<_> = title
        .identifiers
        .iter()
        .map(|one| view! { <dd>{format!("{} {}", one.label(), one.value())}</dd> })
        .collect();
    let identifiers = (!identifiers.is_empty())
        .then(|| view! { <div><dt>{t::title_identifiers(locale)}</dt>{identifiers}</div> });
    let source = title.source_id.as_ref().filter(|id| id.as_str().starts_with("omdb:")).map(|_| {
        view! {
            <div>
                <dt>{t::title_source(locale, "").trim_end_matches([':', '：', ' ']).to_owned()}</dt>
                <dd><a href="https://www.omdb.org/" rel="external nofollow">"omdb.org"</a> " (CC BY 2.0 DE)"</dd>
            </div>
        }
    });
    view! {
        <section class="section">
            <h2>{t::title_facts(locale)}</h2>
            <dl class="facts">{lines.collect::<Vec<_>>()} {identifiers} {source}</dl>
        </section>
    }
}

/// Every name it goes by.
#[component]
pub fn Names<'a>(scope: &'a Scope, title: &'a Seen) -> impl IntoView + use<> {
    let locale = scope.locale;
    let line = |tag: &str, name: String| {
        let language = labels::language(locale, tag);
        view! { <li><span lang=tag.to_owned()>{name}</span><span class="names-tag">{language}</span></li> }
    };
    let shown = title.name_for(&scope.reader).1;
    let names: Vec<_> = title
        .names()
        .into_iter()
        .filter(|(_, name)| *name != shown)
        .map(|(tag, name)| line(tag.as_str(), name.to_string()))
        .collect();
    let aliases: Vec<_> = title
        .texts
        .aliases
        .iter()
        .flat_map(|(tag, names)| names.iter().map(move |name| (tag, name)))
        .map(|(tag, name)| line(tag.as_str(), name.to_string()))
        .collect();
    let section = |heading: &'static str, lines: Vec<_>| {
        (!lines.is_empty()).then(|| {
            view! { <section class="section"><h2>{heading}</h2><ul class="names">{lines}</ul></section> }
        })
    };
    view! {
        {section(t::title_titles_in_languages(locale), names)}
        {section(t::title_also_known_as(locale), aliases)}
    }
}

/// Who made it, by role.
#[component]
pub fn Credits<'a>(scope: &'a Scope, title: &'a Seen) -> impl IntoView + use<> {
    let locale = scope.locale;
    let person = |credit: &Credit| {
        let localised = credit.localised.iter().next().map(|(tag, name)| {
            view! { " " <span lang=tag.to_string()>{name.to_string()}</span> }
        });
        let character = credit
            .character
            .as_ref()
            .map(|one| view! { <span class="muted">{format!(" ({one})")}</span> });
        view! { <dd>{credit.name.to_string()} {localised} {character}</dd> }
    };
    let groups: Vec<_> = CreditRole::ALL
        .iter()
        .filter_map(|role| {
            let people: Vec<_> = title.credits.iter().filter(|credit| credit.role == *role).map(person).collect();
            (!people.is_empty())
                .then(|| view! { <div><dt>{labels::code(locale, "role", role.code())}</dt>{people}</div> })
        })
        .collect();
    (!groups.is_empty()).then(|| {
        view! { <section class="section"><h2>{t::title_credits(locale)}</h2><dl class="credits">{groups}</dl></section> }
    })
}

/// Where it was shown and what it won.
#[component]
pub fn Festivals<'a>(scope: &'a Scope, title: &'a Seen) -> impl IntoView + use<> {
    let locale = scope.locale;
    let lines: Vec<_> = title
        .festivals
        .iter()
        .map(|festival| {
            let class = if festival.outcome == FestivalOutcome::Won { "laurel laurel-won" } else { "laurel" };
            let year = festival.year.map(|year| format!(" {year}")).unwrap_or_default();
            let outcome = labels::code(locale, "festival-outcome", festival.outcome.code());
            let words = [Some(outcome), festival.award.as_ref().map(ToString::to_string)];
            let words = words.into_iter().flatten().collect::<Vec<_>>().join(" · ");
            view! { <li class=class><strong>{format!("{}{year}", festival.name)}</strong><span>{words}</span></li> }
        })
        .collect();
    (!lines.is_empty()).then(|| {
        view! { <section class="section"><h2>{t::title_festivals(locale)}</h2><ul class="laurels">{lines}</ul></section> }
    })
}
