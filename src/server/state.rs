//! What every handler may ask for.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use axum::extract::FromRef;
use leptos::config::LeptosOptions;
use slate_domain::season::{SeasonState, market_day_at};

use super::clock::Clock;
use super::config::Config;
use super::layers::limits::Renders;
use super::page_cache::{PageCache, Version};
use super::telemetry::Metrics;
use crate::catalogue::live::Catalogue;
use crate::catalogue::service::local_time;
use crate::store::Db;

/// The state of a running server. Cheap to clone.
#[derive(Clone)]
pub struct AppState {
    pub config: Arc<Config>,
    pub db: Db,
    pub clock: Clock,
    pub catalogue: Arc<Catalogue>,
    pub leptos_options: LeptosOptions,
    pub(super) pages: Arc<PageCache>,
    pub(super) metrics: Metrics,
    pub(super) renders: Renders,
}

/// The id of a request, in its log lines and in the answer's `x-request-id`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestId(pub Arc<str>);

impl AppState {
    pub fn new(config: Config, db: Db, clock: Clock, catalogue: Arc<Catalogue>) -> Self {
        Self {
            leptos_options: config.leptos_options(),
            pages: Arc::new(PageCache::new(config.page_cache)),
            metrics: Metrics::shared(),
            renders: Renders::default(),
            config: Arc::new(config),
            db,
            clock,
            catalogue,
        }
    }

    /// What the public pages depend on beside their address: the catalogue's last change, and where in the
    /// season the market stands (its day, and how the doors stand).
    pub(super) fn page_version(&self) -> Version {
        let live = self.catalogue.now();
        let here = local_time(&live, self.clock.now());
        let mut season = DefaultHasher::new();
        here.date().hash(&mut season);
        if let Some(edition) = &live.edition {
            SeasonState::at(edition, here).code().hash(&mut season);
            market_day_at(edition, here)
                .map(|(_, doors)| doors)
                .hash(&mut season);
        }
        Version {
            feed: live.feed,
            season: season.finish(),
        }
    }
}

impl FromRef<AppState> for LeptosOptions {
    fn from_ref(state: &AppState) -> Self {
        state.leptos_options.clone()
    }
}

impl FromRef<AppState> for Arc<Catalogue> {
    fn from_ref(state: &AppState) -> Self {
        Arc::clone(&state.catalogue)
    }
}

impl FromRef<AppState> for Db {
    fn from_ref(state: &AppState) -> Self {
        state.db.clone()
    }
}

impl FromRef<AppState> for Clock {
    fn from_ref(state: &AppState) -> Self {
        state.clock.clone()
    }
}
