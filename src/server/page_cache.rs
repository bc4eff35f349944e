//! Rendered public pages, kept as bytes.
//!
//! Public pages are the same for everyone, so a page is rendered once for each language, path and query,
//! and its encodings are made once, when first asked for. The key holds the [`Version`] the page was made
//! from, so what is outdated is never found again; it is dropped at the first request that sees a newer
//! version. Of several requests for a page that is not there, one renders and the others wait for it.
//!
//! What is personal, sets a cookie, is not 200 or says so itself (`Cache-Control`) is never kept.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use moka::sync::Cache;
use sha2::{Digest, Sha256};
use tokio::sync::OnceCell;

use super::encoding::Encoding;
use super::state::AppState;
use crate::error::AppError;
use crate::i18n::Locale;

/// Below this many bytes an encoding costs more than it saves.
pub const WORTH_ENCODING: u64 = 1024;
const LONGEST_QUERY: usize = 2048;
const PERSONAL: [&str; 3] = ["/me", "/organiser", "/api/fn"];
const KEEP: HeaderValue = HeaderValue::from_static("public, max-age=0, must-revalidate");

/// What a page was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Version {
    /// The last change of the catalogue that is in it.
    pub feed: i64,
    /// Differs where the season's state does.
    pub season: u64,
}

/// Which page it is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Key {
    version: Version,
    locale: Locale,
    path: Box<str>,
    query: Box<str>,
}

/// A page and its encodings.
struct Page {
    headers: HeaderMap,
    tag: String,
    body: Bytes,
    gzip: OnceCell<Bytes>,
    brotli: OnceCell<Bytes>,
}

type Flight = Arc<OnceCell<Option<Arc<Page>>>>;

/// The pages that are kept.
pub struct PageCache {
    pages: Cache<Key, Arc<Page>>,
    largest: usize,
    flights: Mutex<HashMap<Key, Flight>>,
    version: Mutex<Option<Version>>,
}

impl PageCache {
    /// Keeps at most so many bytes; with none, nothing is kept.
    pub fn new(budget: u64) -> Self {
        let weigh = |key: &Key, page: &Arc<Page>| {
            // Both encodings of a page are about a third of it together.
            let bytes =
                page.body.len() + page.body.len() / 3 + key.path.len() + key.query.len() + 512;
            u32::try_from(bytes).unwrap_or(u32::MAX)
        };
        Self {
            pages: Cache::builder().max_capacity(budget).weigher(weigh).build(),
            largest: usize::try_from(budget / 8).unwrap_or(usize::MAX),
            flights: Mutex::new(HashMap::new()),
            version: Mutex::new(None),
        }
    }

    /// How many pages are kept, and how many bytes they count for.
    pub fn size(&self) -> (u64, u64) {
        (self.pages.entry_count(), self.pages.weighted_size())
    }

    /// Drops what is of another version than the one that holds now.
    fn see(&self, version: Version) {
        let mut seen = self.version.lock().unwrap_or_else(PoisonError::into_inner);
        if *seen != Some(version) {
            *seen = Some(version);
            self.pages.invalidate_all();
        }
    }

    fn flights(&self) -> MutexGuard<'_, HashMap<Key, Flight>> {
        self.flights.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn join(&self, key: &Key) -> Joined<'_> {
        let flight = Arc::clone(self.flights().entry(key.clone()).or_default());
        Joined {
            cache: self,
            key: key.clone(),
            flight,
        }
    }
}

/// Takes part in the rendering of a page; the last one that leaves, or the first one that knows how it
/// went, takes it off the list.
struct Joined<'c> {
    cache: &'c PageCache,
    key: Key,
    flight: Flight,
}

impl Drop for Joined<'_> {
    fn drop(&mut self) {
        let mut flights = self.cache.flights();
        let listed = flights
            .get(&self.key)
            .is_some_and(|listed| Arc::ptr_eq(listed, &self.flight));
        // Two hold it now: the list and this.
        if listed && (self.flight.initialized() || Arc::strong_count(&self.flight) <= 2) {
            flights.remove(&self.key);
        }
    }
}

impl Key {
    /// The key of a page that may be kept, for a request that has its language taken off its path.
    fn of(request: &Request, version: Version) -> Option<Self> {
        let readable = matches!(*request.method(), Method::GET | Method::HEAD);
        let path = request.uri().path();
        let query = request.uri().query().unwrap_or_default();
        let personal = PERSONAL.iter().any(|root| {
            path.strip_prefix(root)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        });
        let signed = request.headers().contains_key(header::AUTHORIZATION);
        if !readable || personal || signed || query.len() > LONGEST_QUERY {
            return None;
        }
        let locale = request
            .extensions()
            .get::<Locale>()
            .copied()
            .unwrap_or_default();
        Some(Self {
            version,
            locale,
            path: path.into(),
            query: canonical(query).into(),
        })
    }
}

/// The query with its parameters in one order; values of one name stay in theirs.
fn canonical(query: &str) -> String {
    let mut pairs: Vec<&str> = query.split('&').filter(|pair| !pair.is_empty()).collect();
    pairs.sort_by_key(|pair| pair.split_once('=').map_or(*pair, |(name, _)| name));
    pairs.join("&")
}

/// What the client said about how it wants the page.
struct Wish {
    encoding: Encoding,
    known: Option<HeaderValue>,
    head: bool,
}

impl Wish {
    fn of(request: &Request) -> Self {
        Self {
            encoding: Encoding::accepted(request.headers()),
            known: request.headers().get(header::IF_NONE_MATCH).cloned(),
            head: request.method() == Method::HEAD,
        }
    }

    fn knows(&self, tag: &str) -> bool {
        let known = self
            .known
            .as_ref()
            .and_then(|known| known.to_str().ok())
            .unwrap_or_default();
        known
            .split(',')
            .map(str::trim)
            .any(|one| one == "*" || one.trim_start_matches("W/") == tag)
    }
}

impl Page {
    /// Takes a response apart. What may not be kept comes back whole.
    async fn take(response: Response, largest: usize) -> Result<Self, Response> {
        if !may_be_kept(&response) {
            return Err(response);
        }
        let (mut parts, body) = response.into_parts();
        let body = match to_bytes(body, usize::MAX).await {
            Ok(body) => body,
            Err(error) => return Err(AppError::internal(error).into_response()),
        };
        if body.len() > largest {
            return Err(Response::from_parts(parts, Body::from(body)));
        }
        for name in [
            header::CONTENT_LENGTH,
            header::DATE,
            header::ETAG,
            header::TRANSFER_ENCODING,
        ] {
            parts.headers.remove(name);
        }
        parts.headers.insert(header::CACHE_CONTROL, KEEP);
        parts
            .headers
            .append(header::VARY, HeaderValue::from_static("accept-encoding"));
        let hash = Sha256::digest(&body);
        let tag = hash
            .iter()
            .take(12)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        Ok(Self {
            headers: parts.headers,
            tag,
            body,
            gzip: OnceCell::new(),
            brotli: OnceCell::new(),
        })
    }

    /// The answer to one client.
    async fn answer(&self, wish: &Wish, how: &'static str) -> Response {
        let encoding = if (self.body.len() as u64) < WORTH_ENCODING {
            Encoding::Identity
        } else {
            wish.encoding
        };
        let tag = match encoding.name() {
            Some(name) => format!("\"{}-{name}\"", self.tag),
            None => format!("\"{}\"", self.tag),
        };
        let mut response = if wish.knows(&tag) {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            match self.body_in(encoding).await {
                Ok(body) => whole(body, encoding, wish.head),
                Err(error) => return AppError::internal(error).into_response(),
            }
        };
        let headers = response.headers_mut();
        headers.extend(self.headers.clone());
        if let Ok(tag) = HeaderValue::try_from(tag) {
            headers.insert(header::ETAG, tag);
        }
        headers.insert("x-cache", HeaderValue::from_static(how));
        response
    }

    async fn body_in(&self, encoding: Encoding) -> std::io::Result<Bytes> {
        let kept = match encoding {
            Encoding::Identity => return Ok(self.body.clone()),
            Encoding::Gzip => &self.gzip,
            Encoding::Brotli => &self.brotli,
        };
        let make = || async {
            let body = self.body.clone();
            let encoded = tokio::task::spawn_blocking(move || encoding.encode(&body)).await;
            encoded.map_err(std::io::Error::other)?.map(Bytes::from)
        };
        kept.get_or_try_init(make).await.cloned()
    }
}

fn whole(body: Bytes, encoding: Encoding, head: bool) -> Response {
    let length = body.len();
    let mut response = Response::new(if head {
        Body::empty()
    } else {
        Body::from(body)
    });
    response
        .headers_mut()
        .insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    if let Some(name) = encoding.name() {
        response
            .headers_mut()
            .insert(header::CONTENT_ENCODING, HeaderValue::from_static(name));
    }
    response
}

fn may_be_kept(response: &Response) -> bool {
    let headers = response.headers();
    let text = |name| {
        headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    };
    let kind = text(header::CONTENT_TYPE);
    let control = text(header::CACHE_CONTROL);
    response.status() == StatusCode::OK
        && !headers.contains_key(header::SET_COOKIE)
        && !headers.contains_key(header::CONTENT_ENCODING)
        && (kind.starts_with("text/html") || kind.starts_with("application/json"))
        && !control.contains("no-store")
        && !control.contains("private")
}

/// Answers from the cache, or renders and keeps.
pub async fn layer(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let version = state.page_version();
    through(&state.pages, version, request, |request| next.run(request)).await
}

async fn through<F, R>(
    cache: &PageCache,
    version: Version,
    mut request: Request,
    render: F,
) -> Response
where
    F: FnOnce(Request) -> R,
    R: Future<Output = Response>,
{
    cache.see(version);
    let Some(key) = Key::of(&request, version) else {
        return render(request).await;
    };
    let wish = Wish::of(&request);
    if let Some(page) = cache.pages.get(&key) {
        return counted(page.answer(&wish, "hit").await, "hit");
    }
    // The body of the page is kept, so it is rendered even where only its head was asked for.
    *request.method_mut() = Method::GET;
    let joined = cache.join(&key);
    let mut mine = Some((request, render));
    let mut refused = None;
    let first = async {
        // It can have been kept between the look above and now.
        if let Some(page) = cache.pages.get(&key) {
            return Some(page);
        }
        let (request, render) = mine.take()?;
        match Page::take(render(request).await, cache.largest).await {
            Ok(page) => {
                let page = Arc::new(page);
                cache.pages.insert(key.clone(), Arc::clone(&page));
                Some(page)
            }
            Err(response) => {
                refused = Some(response);
                None
            }
        }
    };
    let rendered = joined.flight.get_or_init(|| first).await.clone();
    drop(joined);
    match (rendered, refused, mine) {
        (Some(page), _, None) => counted(page.answer(&wish, "miss").await, "miss"),
        (Some(page), _, Some(_)) => counted(page.answer(&wish, "hit").await, "hit"),
        (None, Some(response), _) => response,
        // Another request rendered it, and it may not be kept.
        (None, None, Some((request, render))) => render(request).await,
        (None, None, None) => AppError::internal("a page was rendered and lost").into_response(),
    }
}

fn counted(response: Response, how: &'static str) -> Response {
    metrics::counter!("slate_page_cache_total", "result" => how).increment(1);
    response
}

#[cfg(test)]
#[path = "page_cache_tests.rs"]
mod tests;
