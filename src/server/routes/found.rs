//! What search engines, feed readers and home screens ask for: the sitemap, the feed of new titles, the
//! manifest. Made from the live catalogue, and kept like pages.

use std::fmt::Write;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Extension, Json};
use serde_json::json;
use slate_domain::date::Timestamp;
use slate_domain::id::TitleId;
use slate_domain::query::{CatalogueQuery, Sort};
use slate_domain::title::Title;
use slate_domain::visibility::{Audience, seen_by};

use crate::catalogue::live::Live;
use crate::catalogue::service;
use crate::error::AppError;
use crate::i18n::{Locale, t};
use crate::server::errors::internal;
use crate::server::state::AppState;
use crate::store::titles;

/// A sitemap has at most 50,000 addresses (sitemaps.org), and a page has one in each language.
const PAGES_OF_A_SITEMAP: usize = 50_000 / Locale::ALL.len();
/// How many titles the feed tells of.
const ENTRIES: u32 = 50;

pub fn router() -> Router<AppState> {
    Router::new()
        .route("/sitemap.xml", get(sitemap))
        .route("/sitemaps/{part}", get(sitemap_part))
        .route("/feed.atom", get(feed))
        .route("/manifest.webmanifest", get(manifest))
}

/// Every public page but for lists that were narrowed, without the language.
fn paths(state: &AppState, live: &Live) -> Vec<String> {
    let mut paths = vec!["/".to_owned(), "/exhibitors".to_owned()];
    if let Some(edition) = live
        .edition
        .as_ref()
        .filter(|edition| !edition.halls.is_empty())
    {
        paths.push("/halls".to_owned());
        let halls = edition.halls.iter();
        paths.extend(halls.map(|hall| format!("/halls/{}", hall.code)));
    }
    let exhibitors = live.exhibitors();
    paths.extend(exhibitors.map(|one| format!("/exhibitors/{}", one.company.slug)));
    if service::open_catalogue(live, state.clock.now()).is_ok() {
        paths.push("/titles".to_owned());
        let all = slate_search::Query {
            limit: u32::MAX,
            ..slate_search::Query::default()
        };
        let page = live.index.search(&all);
        paths.extend(page.hits.iter().map(|hit| format!("/titles/{}", hit.slug)));
    }
    paths
}

async fn sitemap(State(state): State<AppState>) -> Response {
    let live = state.catalogue.now();
    let paths = paths(&state, &live);
    let base = state.config.public_address();
    let parts = paths.chunks(PAGES_OF_A_SITEMAP).count();
    if parts <= 1 {
        return xml(urlset(&base, &paths));
    }
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for part in 1..=parts {
        let _ = writeln!(
            out,
            "<sitemap><loc>{}/sitemaps/{part}.xml</loc></sitemap>",
            escaped(&base)
        );
    }
    out.push_str("</sitemapindex>\n");
    xml(out)
}

async fn sitemap_part(
    State(state): State<AppState>,
    Path(part): Path<String>,
) -> Result<Response, AppError> {
    let live = state.catalogue.now();
    let number: usize = part
        .strip_suffix(".xml")
        .and_then(|number| number.parse().ok())
        .ok_or(AppError::NotFound)?;
    let paths = paths(&state, &live);
    let mut parts = paths.chunks(PAGES_OF_A_SITEMAP);
    let chunk = number.checked_sub(1).and_then(|at| parts.nth(at));
    let chunk = chunk.ok_or(AppError::NotFound)?;
    Ok(xml(urlset(&state.config.public_address(), chunk)))
}

fn urlset(base: &str, paths: &[String]) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    let base = escaped(base);
    for path in paths {
        let mut alternates = String::new();
        for locale in Locale::ALL {
            let _ = write!(
                alternates,
                "<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{base}{}\"/>",
                locale.tag(),
                escaped(&locale.href(path))
            );
        }
        for locale in Locale::ALL {
            let href = escaped(&locale.href(path));
            let _ = writeln!(out, "<url><loc>{base}{href}</loc>{alternates}</url>");
        }
    }
    out.push_str("</urlset>\n");
    out
}

/// The newest titles as Atom (RFC 4287), in the language of the address.
async fn feed(
    State(state): State<AppState>,
    Extension(locale): Extension<Locale>,
) -> Result<Response, AppError> {
    let live = state.catalogue.now();
    service::open_catalogue(&live, state.clock.now())?;
    let newest = CatalogueQuery {
        sort: Some(Sort::Newest),
        per_page: ENTRIES,
        ..CatalogueQuery::default()
    };
    let found = service::search(&live, &newest, false)?;
    let ids: Vec<TitleId> = found.cards.iter().map(|found| found.card.id).collect();
    let mut titles = titles::by_ids(&state.db, &ids)
        .await
        .map_err(|error| internal(&error))?;
    titles.sort_by_key(|title| ids.iter().position(|id| *id == title.id));
    let base = state.config.public_address();
    let edition = live.edition.as_ref();
    let name = edition.map_or_else(
        || t::site_name(locale).to_owned(),
        |edition| {
            let own = edition.names.in_language_of(&locale.reader());
            own.map_or(&edition.name, |(_, name)| name).to_string()
        },
    );
    let atom = atom(&base, locale, &name, titles);
    let kind = HeaderValue::from_static("application/atom+xml; charset=utf-8");
    Ok(([(header::CONTENT_TYPE, kind)], atom).into_response())
}

fn atom(base: &str, locale: Locale, name: &str, titles: Vec<Title>) -> String {
    let base = escaped(base);
    let updated = titles.iter().map(|title| title.updated).max();
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
         <title>{}</title>\n<id>{base}{feed}</id>\n<updated>{}</updated>\n\
         <link rel=\"self\" href=\"{base}{feed}\"/>\n<link href=\"{base}{}\"/>\n",
        locale.tag(),
        escaped(&t::feed_title(locale, name)),
        updated.unwrap_or(Timestamp::from_millis(0)).to_rfc3339(),
        locale.href("/titles"),
        feed = locale.href("/feed.atom"),
    );
    let reader = locale.reader();
    for title in titles {
        let Some(title) = seen_by(title, Audience::Public) else {
            continue;
        };
        let (tag, name) = title.name_for(&reader);
        let lang = |tag: Option<&str>| {
            tag.map_or_else(String::new, |tag| format!(" xml:lang=\"{}\"", escaped(tag)))
        };
        let summary = title.texts.loglines.best_for(&reader).map(|(tag, text)| {
            let lang = lang(Some(tag.as_str()));
            format!("<summary{lang}>{}</summary>", escaped(text.as_str()))
        });
        let _ = writeln!(
            out,
            "<entry><title{}>{}</title><id>urn:uuid:{}</id><updated>{}</updated>\
             <link href=\"{base}{}\"/><author><name>{}</name></author>{}</entry>",
            lang(tag.map(|tag| tag.as_str())),
            escaped(name.as_str()),
            title.id,
            title.updated.to_rfc3339(),
            escaped(&locale.href(&format!("/titles/{}", title.slug))),
            escaped(t::site_name(locale)),
            summary.unwrap_or_default(),
        );
    }
    out.push_str("</feed>\n");
    out
}

/// The web manifest (W3C): how the market stands on a home screen.
async fn manifest(
    State(state): State<AppState>,
    Extension(locale): Extension<Locale>,
) -> impl IntoResponse {
    let live = state.catalogue.now();
    let name = live.edition.as_ref().map_or_else(
        || t::site_name(locale).to_owned(),
        |edition| edition.name.to_string(),
    );
    let icon = |src: &str, sizes: &str, kind: &str, purpose: &str| json!({"src": src, "sizes": sizes, "type": kind, "purpose": purpose});
    let manifest = json!({
        "name": name,
        "short_name": t::site_name(locale),
        "description": t::site_description(locale),
        "lang": locale.tag(),
        "start_url": locale.href("/"),
        "scope": "/",
        "display": "standalone",
        "background_color": "#0c0b10",
        "theme_color": "#0c0b10",
        "icons": [
            icon("/favicon.svg", "any", "image/svg+xml", "any"),
            icon("/icons/192.png", "192x192", "image/png", "any"),
            icon("/icons/512.png", "512x512", "image/png", "any"),
            icon("/icons/maskable.png", "512x512", "image/png", "maskable"),
        ],
    });
    let kind = HeaderValue::from_static("application/manifest+json");
    (
        [(header::CONTENT_TYPE, kind)],
        Json(manifest).into_response().into_body(),
    )
}

fn xml(text: String) -> Response {
    let kind = HeaderValue::from_static("application/xml; charset=utf-8");
    ([(header::CONTENT_TYPE, kind)], text).into_response()
}

/// Text within XML; control characters that XML 1.0 does not have are left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' => out.push(letter),
            letter if letter.is_control() || ('\u{fffe}'..='\u{ffff}').contains(&letter) => {}
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_wrote_is_text_in_xml() {
        assert_eq!(
            escaped("<A> & \"B\"\u{0}\u{1f}\u{ffff} 港"),
            "&lt;A&gt; &amp; &quot;B&quot; 港"
        );
    }

    #[test]
    fn every_page_stands_once_in_each_language() {
        let set = urlset(
            "https://m.example",
            &["/".to_owned(), "/titles/a".to_owned()],
        );
        assert_eq!(set.matches("<loc>").count(), 6);
        assert!(set.contains("<loc>https://m.example/zh-hant/titles/a</loc>"));
        assert!(set.contains("hreflang=\"zh-Hans\" href=\"https://m.example/zh-hans/titles/a\""));
    }
}
