//! What the operator sees: the log and the metrics.

use std::fmt;
use std::io::{IsTerminal, stderr};
use std::str::FromStr;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use serde::Deserialize;
use tracing_subscriber::EnvFilter;

use super::commands::Failure;

/// The form of the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LogFormat {
    #[default]
    Text,
    Json,
}

impl FromStr for LogFormat {
    type Err = &'static str;

    fn from_str(given: &str) -> Result<Self, Self::Err> {
        match given {
            "text" => Ok(Self::Text),
            "json" => Ok(Self::Json),
            _ => Err("allowed are text and json"),
        }
    }
}

/// Begins to log to standard error, which leaves standard output to what a command answers.
///
/// # Errors
/// When `filter` is no filter.
pub fn start_log(filter: &str, format: LogFormat) -> Result<(), Failure> {
    let filter = EnvFilter::try_new(filter).map_err(|error| {
        Failure::new(format!(
            "log: “{filter}”: {error}; give error, warn, info or debug, also as module=level"
        ))
    })?;
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(stderr)
        .with_ansi(stderr().is_terminal());
    // A second start, as tests do, keeps the first log.
    let _ = match format {
        LogFormat::Text => log.with_target(false).try_init(),
        LogFormat::Json => log
            .json()
            .flatten_event(true)
            .with_current_span(true)
            .with_span_list(false)
            .try_init(),
    };
    Ok(())
}

/// Logs a panic like everything else, in one event with the place where it happened.
pub fn log_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic
            .location()
            .map(ToString::to_string)
            .unwrap_or_default();
        let cause = panic.payload_as_str().unwrap_or("without a message");
        tracing::error!(%place, %cause, "panic");
    }));
}

/// Seconds; from a page out of the cache to one that somebody gives up on.
const LATENCIES: [f64; 13] = [
    0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0,
];

/// The metrics of the process.
#[derive(Clone)]
pub struct Metrics(Option<Arc<PrometheusHandle>>);

impl Metrics {
    /// The process has one set of them, made by the first who asks.
    pub fn shared() -> Self {
        static SHARED: OnceLock<Metrics> = OnceLock::new();
        SHARED.get_or_init(|| Self(install())).clone()
    }

    /// All of them, as Prometheus reads it.
    pub fn render(&self) -> String {
        self.0.as_ref().map_or_else(String::new, |handle| {
            handle.run_upkeep();
            handle.render()
        })
    }

    /// Keeps the memory of unread histograms small; to be run beside the server.
    pub async fn keep(self) {
        let Some(handle) = self.0 else { return };
        loop {
            tokio::time::sleep(Duration::from_secs(5)).await;
            handle.run_upkeep();
        }
    }
}

impl fmt::Debug for Metrics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Metrics")
    }
}

fn install() -> Option<Arc<PrometheusHandle>> {
    let latency = Matcher::Full("slate_http_request_seconds".to_owned());
    let handle = PrometheusBuilder::new()
        .set_buckets_for_metric(latency, &LATENCIES)
        .and_then(PrometheusBuilder::install_recorder);
    match handle {
        Ok(handle) => {
            describe();
            Some(Arc::new(handle))
        }
        Err(error) => {
            tracing::error!(%error, "there are no metrics");
            None
        }
    }
}

fn describe() {
    metrics::describe_counter!(
        "slate_http_requests_total",
        "Requests, by route, method and status."
    );
    metrics::describe_histogram!(
        "slate_http_request_seconds",
        "Time to the answer's head, by route."
    );
    metrics::describe_counter!(
        "slate_page_cache_total",
        "Pages from the cache (hit) and rendered for it (miss)."
    );
    metrics::describe_gauge!("slate_page_cache_pages", "Pages in the cache.");
    metrics::describe_gauge!(
        "slate_page_cache_bytes",
        "What the pages in the cache count for."
    );
    metrics::describe_gauge!("slate_index_titles", "Titles in the search index.");
    metrics::describe_gauge!("slate_feed", "The last change that readers see.");
    metrics::describe_gauge!(
        "slate_info",
        "1, with the version and the kind of database."
    );
}
