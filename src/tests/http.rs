//! The real router over a real database with a small market in it, asked in-process.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use serde_json::Value;
use slate::catalogue::live::Catalogue;
use slate::server::clock::Clock;
use slate::server::config::{Config, Flags};
use slate::server::router;
use slate::server::state::AppState;
use slate::store::Db;
use tower::ServiceExt;

use crate::http_market;
use crate::support::Scratch;

/// When the sample's edition is open online.
pub const IN_SEASON: &str = "2027-03-01T10:00:00+08:00";

/// A market that is being served.
pub struct Market {
    pub db: Db,
    pub catalogue: Arc<Catalogue>,
    pub scratch: Scratch,
    router: Router,
    folder: tempfile::TempDir,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Market {
    /// Serves the market of [`http_market`].
    pub async fn open() -> Self {
        Self::open_at(IN_SEASON).await
    }

    /// The same at another time.
    pub async fn open_at(now: &str) -> Self {
        let scratch = Scratch::sqlite();
        let db = scratch.db().await;
        http_market::fill(&db).await;
        Self::over_at(scratch, db, now).await
    }

    /// Serves whatever is in the database.
    pub async fn over(scratch: Scratch, db: Db) -> Self {
        Self::over_at(scratch, db, IN_SEASON).await
    }

    async fn over_at(scratch: Scratch, db: Db, now: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let settings = folder.path().join("Leptos.toml");
        std::fs::write(&settings, "").unwrap();
        let flags = Flags {
            config: Some(settings),
            data_dir: Some(folder.path().to_owned()),
            ..Flags::default()
        };
        let config = Config::load(&flags).unwrap();
        let catalogue = Arc::new(Catalogue::open(db.clone(), folder.path()).await.unwrap());
        let clock = Clock::starting_at(now.parse().unwrap());
        let state = AppState::new(config, db.clone(), clock, Arc::clone(&catalogue));
        let router = router::build(state).await;
        Self {
            db,
            catalogue,
            scratch,
            router,
            folder,
        }
    }

    /// Where everything is kept.
    pub fn data_dir(&self) -> &std::path::Path {
        self.folder.path()
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body,
        }
    }

    pub async fn get(&self, address: &str) -> Answer {
        self.send(request(Method::GET, address)).await
    }

    /// An answer of the API that is as it should be.
    pub async fn json(&self, address: &str) -> Value {
        let answer = self.get(address).await;
        assert_eq!(
            answer.status,
            StatusCode::OK,
            "{address}: {}",
            answer.text()
        );
        assert_eq!(
            answer.header("content-type"),
            "application/json",
            "{address}"
        );
        answer.json()
    }

    /// A problem document, held against its status line.
    pub async fn problem(&self, address: &str, status: u16) -> Value {
        let answer = self.get(address).await;
        answer.is_problem(address, status)
    }
}

pub fn request(method: Method, address: &str) -> Request<Body> {
    Request::builder()
        .method(method)
        .uri(address)
        .body(Body::empty())
        .unwrap()
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    pub fn is_problem(&self, address: &str, status: u16) -> Value {
        assert_eq!(self.status.as_u16(), status, "{address}: {}", self.text());
        assert_eq!(
            self.headers[header::CONTENT_TYPE],
            "application/problem+json",
            "{address}"
        );
        assert_eq!(self.headers[header::CACHE_CONTROL], "no-store", "{address}");
        let problem = self.json();
        assert_eq!(problem["type"], "about:blank", "{address}");
        assert_eq!(problem["status"], status, "{address}");
        assert_eq!(
            problem["title"],
            self.status.canonical_reason().unwrap(),
            "{address}"
        );
        assert!(
            problem["detail"]
                .as_str()
                .is_some_and(|detail| detail.len() > 10),
            "{address}: {problem}"
        );
        problem
    }
}
