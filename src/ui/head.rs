//! What a page says of itself to those who link to it: Open Graph (ogp.me) and schema.org as JSON-LD.

use leptos::prelude::*;
use leptos_meta::Meta;
use serde_json::{Value, json};
use slate_domain::credit::CreditRole;
use slate_domain::edition::Edition;
use slate_domain::kinds::Category;
use slate_domain::visibility::Seen;

use super::scope::Scope;
use crate::catalogue::live::Exhibitor;
use crate::i18n::Locale;

/// The card a link to this page is shown as.
#[component]
pub fn Social(
    scope: Scope,
    title: String,
    description: String,
    /// `website`, `video.movie`, `profile` …
    kind: &'static str,
    /// Path of a PNG of 1200 by 630, and what is on it.
    #[prop(optional_no_strip)]
    image: Option<(String, String)>,
) -> impl IntoView {
    let base = scope.state.config.public_address();
    let url = format!("{base}{}", scope.href(&scope.path));
    let (image, alt) = image.unwrap_or_else(|| ("/cards/site.png".to_owned(), title.clone()));
    let others = Locale::ALL
        .into_iter()
        .filter(|locale| *locale != scope.locale)
        .map(|locale| view! { <Meta property="og:locale:alternate" content=territory(locale)/> })
        .collect_view();
    view! {
        <Meta property="og:title" content=title/>
        <Meta property="og:description" content=description/>
        <Meta property="og:type" content=kind/>
        <Meta property="og:url" content=url/>
        <Meta property="og:image" content=format!("{base}{image}")/>
        <Meta property="og:image:type" content="image/png"/>
        <Meta property="og:image:width" content="1200"/>
        <Meta property="og:image:height" content="630"/>
        <Meta property="og:image:alt" content=alt/>
        <Meta property="og:locale" content=territory(scope.locale)/>
        {others}
        <Meta name="twitter:card" content="summary_large_image"/>
    }
}

/// Language and territory, as Open Graph writes them.
fn territory(locale: Locale) -> &'static str {
    match locale {
        Locale::En => "en_GB",
        Locale::ZhHant => "zh_HK",
        Locale::ZhHans => "zh_CN",
    }
}

/// Facts for machines. A block of data, which no browser runs.
#[component]
pub fn JsonLd(data: Value) -> impl IntoView {
    view! { <script type="application/ld+json" inner_html=within_script(&data)></script> }
}

/// JSON in which nothing can end the element it stands in.
fn within_script(data: &Value) -> String {
    data.to_string()
        .replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
}

/// A title, as far as everybody may see it.
pub fn title(scope: &Scope, title: &Seen, image: &str) -> Value {
    let base = scope.state.config.public_address();
    let (_, name) = title.name_for(&scope.reader);
    let people = |role: CreditRole| -> Vec<Value> {
        let credits = title.credits.iter().filter(|credit| credit.role == role);
        credits
            .map(|credit| json!({"@type": "Person", "name": credit.name.as_str()}))
            .collect()
    };
    let others: Vec<&str> = std::iter::once(title.original.as_str())
        .chain(title.texts.titles.iter().map(|(_, name)| name.as_str()))
        .filter(|other| *other != name.as_str())
        .collect();
    let company = scope.live.exhibitor(&title.company);
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": kind(title.category),
        "name": name.as_str(),
        "url": format!("{base}{}", scope.href(&format!("/titles/{}", title.slug))),
        "image": format!("{base}{image}"),
        "genre": title.genres.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "inLanguage": title.languages.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "countryOfOrigin": title.countries.iter()
            .map(|country| json!({"@type": "Country", "name": country.code()}))
            .collect::<Vec<_>>(),
    });
    let mut set = |key: &str, value: Value| {
        let empty = value.is_null() || value.as_array().is_some_and(Vec::is_empty);
        if !empty && let Some(data) = data.as_object_mut() {
            data.insert(key.to_owned(), value);
        }
    };
    set("alternateName", json!(others));
    let description = title.texts.loglines.best_for(&scope.reader);
    set(
        "description",
        json!(description.map(|(_, text)| text.as_str())),
    );
    set(
        "datePublished",
        json!(title.released.map(|day| day.to_string())),
    );
    match title.category {
        Category::Literary => set("author", json!(people(CreditRole::Author))),
        _ => {
            set("director", json!(people(CreditRole::Director)));
            set("actor", json!(people(CreditRole::Cast)));
        }
    }
    set(
        "productionCompany",
        company.map_or(Value::Null, |one| organisation(scope, one)),
    );
    data
}

fn kind(category: Category) -> &'static str {
    match category {
        Category::Film | Category::Short | Category::Documentary | Category::Animation => "Movie",
        Category::TvSeries | Category::Format => "TVSeries",
        Category::Game => "VideoGame",
        Category::Literary => "Book",
    }
}

/// A company that shows titles.
pub fn organisation(scope: &Scope, exhibitor: &Exhibitor) -> Value {
    let base = scope.state.config.public_address();
    let company = &exhibitor.company;
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": company.name.as_str(),
        "url": format!("{base}{}", scope.href(&format!("/exhibitors/{}", company.slug))),
    });
    if let (Some(country), Some(data)) = (company.country, data.as_object_mut()) {
        let address = json!({"@type": "PostalAddress", "addressCountry": country.code()});
        data.insert("address".to_owned(), address);
    }
    data
}

/// The market itself, as an event where it has days on the floor.
pub fn market(scope: &Scope, edition: &Edition) -> Option<Value> {
    let (first, last) = (edition.market_days.first()?, edition.market_days.last()?);
    let base = scope.state.config.public_address();
    Some(json!({
        "@context": "https://schema.org",
        "@type": "BusinessEvent",
        "name": edition.name.as_str(),
        "url": format!("{base}{}", scope.href("/")),
        "image": format!("{base}/cards/site.png"),
        "startDate": first.date.to_string(),
        "endDate": last.date.to_string(),
        "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
        "location": {"@type": "Place", "name": edition.venue.as_ref().map(ToString::to_string)},
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_the_element_it_stands_in() {
        let data = json!({"name": "</script><script>alert(1)</script><!-- & '"});
        let text = within_script(&data);
        assert!(!text.contains('<') && !text.contains('>'));
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), data);
    }
}
