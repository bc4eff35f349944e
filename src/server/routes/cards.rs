//! `/cards/…`: what a link to a title, or to the market, is shown by elsewhere; `/icons/…`: what it is on a
//! home screen.

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use moka::future::Cache;
use slate_domain::kinds::MaterialKind;
use slate_domain::material::{MaterialSource, MediaKey};
use tokio::sync::Semaphore;

use crate::catalogue::live::Live;
use crate::catalogue::service;
use crate::error::AppError;
use crate::server::cards::{self, Card};
use crate::server::errors::internal;
use crate::server::layers::observe::Route;
use crate::server::media;
use crate::server::state::AppState;
use crate::ui::poster::hue;

/// Bytes of cards that are kept.
const KEPT: u64 = 16 << 20;
/// Cards drawn at once: they are for programs, and people come first.
const AT_ONCE: usize = 1;

const FOR_AN_HOUR: HeaderValue = HeaderValue::from_static("public, max-age=3600");
const PNG: HeaderValue = HeaderValue::from_static("image/png");

/// Cards that were drawn, by the catalogue's last change and their name.
#[derive(Clone)]
struct Cards {
    state: AppState,
    drawn: Cache<(i64, String), Bytes>,
    places: Arc<Semaphore>,
}

pub fn router(state: &AppState) -> Router<AppState> {
    let weigh = |_: &(i64, String), png: &Bytes| u32::try_from(png.len()).unwrap_or(u32::MAX);
    let cards = Cards {
        state: state.clone(),
        drawn: Cache::builder().max_capacity(KEPT).weigher(weigh).build(),
        places: Arc::new(Semaphore::new(AT_ONCE)),
    };
    Router::new()
        .route("/cards/site.png", get(site))
        .route("/cards/titles/{file}", get(title))
        .route("/icons/192.png", get(async || icon(192, false)))
        .route("/icons/512.png", get(async || icon(512, false)))
        .route("/icons/maskable.png", get(async || icon(512, true)))
        .with_state(cards)
}

async fn site(State(cards): State<Cards>) -> Result<Response, AppError> {
    let live = cards.state.catalogue.now();
    let place = live
        .edition
        .as_ref()
        .and_then(|edition| edition.venue.as_ref());
    let market = market(&live);
    let card = Card {
        name: market,
        line: place.map(ToString::to_string).unwrap_or_default(),
        market: "Slate".to_owned(),
        ..Card::default()
    };
    cards.png(live.feed, String::new(), card).await
}

async fn title(State(cards): State<Cards>, Path(file): Path<String>) -> Result<Response, AppError> {
    let slug = file.strip_suffix(".png").ok_or(AppError::NotFound)?;
    let live = cards.state.catalogue.now();
    service::open_catalogue(&live, cards.state.clock.now())?;
    let key = (live.feed, slug.to_owned());
    if let Some(png) = cards.drawn.get(&key).await {
        return Ok(answer(png));
    }
    let detail = service::title(&live, &cards.state.db, slug).await?;
    let title = &detail.title;
    let stored = title.materials_of(MaterialKind::KeyArt).next();
    let art = match stored.map(|art| &art.source) {
        Some(MaterialSource::Stored(key)) => art(&cards.state, key.as_str()).await,
        _ => None,
    };
    let year = title.filed_under().map(|year| year.to_string());
    let countries = title
        .countries
        .iter()
        .map(|country| country.name().to_owned());
    let line: Vec<String> = std::iter::once(title.category.label().to_owned())
        .chain(year)
        .chain(countries.take(2))
        .collect();
    let (_, name) = title.name_for(&crate::i18n::Locale::En.reader());
    let card = Card {
        art,
        hue: hue(title.slug.as_str()),
        name: name.to_string(),
        line: line.join(" · "),
        market: market(&live),
    };
    cards.png(live.feed, slug.to_owned(), card).await
}

fn market(live: &Live) -> String {
    let edition = live.edition.as_ref();
    edition.map_or_else(|| "Slate".to_owned(), |edition| edition.name.to_string())
}

/// Key art of the media store, where it is a drawing.
async fn art(state: &AppState, key: &str) -> Option<String> {
    let key: MediaKey = key.parse().ok()?;
    let path = media::folder(&state.config.data_dir).join(key.as_str());
    let is_drawing = path.extension().is_some_and(|kind| kind == "svg");
    match is_drawing {
        true => tokio::fs::read_to_string(path).await.ok(),
        false => None,
    }
}

impl Cards {
    async fn png(&self, feed: i64, name: String, card: Card) -> Result<Response, AppError> {
        let drawing = async {
            let _place = self
                .places
                .acquire()
                .await
                .map_err(|error| error.to_string())?;
            let drawn = tokio::task::spawn_blocking(move || {
                // A drawing that cannot be read is left out; the name is enough.
                cards::draw(&card).or_else(|_| cards::draw(&Card { art: None, ..card }))
            });
            let png = drawn.await.map_err(|error| error.to_string())??;
            Ok::<_, String>(Bytes::from(png))
        };
        let png = self.drawn.try_get_with((feed, name), drawing).await;
        Ok(answer(png.map_err(|error| internal(&error))?))
    }
}

/// The mark of the site, for home screens.
fn icon(side: u32, inset: bool) -> Result<Response, AppError> {
    let png = cards::icon(side, inset).map_err(|error| internal(&error))?;
    Ok(answer(png.into()))
}

fn answer(png: Bytes) -> Response {
    let headers = [
        (header::CONTENT_TYPE, PNG),
        (header::CACHE_CONTROL, FOR_AN_HOUR),
    ];
    let mut response = (headers, png).into_response();
    response.extensions_mut().insert(Route::FILES);
    response
}
