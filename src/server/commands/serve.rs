//! `slate serve`: the market, until it is told to stop.

use std::io::{self, Write};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use axum::serve::ListenerExt;
use clap::Args;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

use super::{Failure, Setting};
use crate::catalogue::live::Catalogue;
use crate::demo;
use crate::server::media::Media;
use crate::server::state::AppState;
use crate::server::{heads, router, telemetry};
use crate::store::Db;

/// How long requests in progress may take once it is told to stop.
const DRAIN: Duration = Duration::from_secs(10);

#[derive(Debug, Args)]
pub struct Options {
    /// Where to listen [default: 127.0.0.1:3000]; port 0 takes a free one
    #[arg(long = "addr", value_name = "ADDRESS")]
    pub address: Option<SocketAddr>,
}

pub async fn run(setting: Setting) -> Result<(), Failure> {
    telemetry::start_log(&setting.config.log, setting.config.log_format)?;
    telemetry::log_panics();
    let listener = listen(setting.config.address).await?;
    let address = listener.local_addr()?;
    let db = setting.open_up_to_date().await?;
    fill(&setting, &db).await?;
    let catalogue = Arc::new(Catalogue::open(db.clone(), &setting.config.data_dir).await?);
    if !setting.config.site_root.is_dir() {
        let folder = setting.config.site_root.display();
        tracing::warn!(%folder, "the folder of scripts and styles is not there: type make build, or set site-root");
    }
    let state = AppState::new(
        setting.config,
        db.clone(),
        setting.clock,
        Arc::clone(&catalogue),
    );
    let metrics = state.metrics.clone();
    let (stop, stopped) = watch::channel(false);
    let follower = tokio::spawn(Arc::clone(&catalogue).follow(stopped.clone()));
    tokio::spawn(metrics.keep());
    tokio::spawn(wait_for_signal(stop));
    let routes = router::build(state).await;
    announce(address)?;
    serve(listener, routes, stopped).await?;
    let _ = follower.await;
    db.close().await;
    tracing::info!("stopped");
    Ok(())
}

async fn listen(address: SocketAddr) -> Result<TcpListener, Failure> {
    TcpListener::bind(address).await.map_err(|error| match error.kind() {
        io::ErrorKind::AddrInUse => Failure::new(format_args!(
            "{address} is in use. Stop what listens there, or give another one: slate serve --addr 127.0.0.1:0"
        )),
        io::ErrorKind::PermissionDenied => {
            Failure::new(format_args!("this user may not listen at {address}: take a port from 1024 on"))
        }
        _ => Failure::new(format_args!("cannot listen at {address}: {error}")),
    })
}

/// Puts the demonstration market into an empty database, where the settings want it.
async fn fill(setting: &Setting, db: &Db) -> Result<(), Failure> {
    if setting.config.demonstration
        && demo::seed_if_empty(db, &Media::new(&setting.config.data_dir))
            .await?
            .is_some()
    {
        tracing::info!("the empty database was filled with a generated market");
    }
    Ok(())
}

fn announce(address: SocketAddr) -> io::Result<()> {
    let here = match address.ip() {
        ip if !ip.is_unspecified() => ip,
        IpAddr::V4(_) => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(_) => Ipv6Addr::LOCALHOST.into(),
    };
    let mut out = io::stdout().lock();
    writeln!(
        out,
        "Slate is at http://{}",
        SocketAddr::new(here, address.port())
    )?;
    out.flush()
}

/// Serves until `stopped`, then lets what is in progress end, for a while.
async fn serve(
    listener: TcpListener,
    routes: axum::Router,
    stopped: watch::Receiver<bool>,
) -> io::Result<()> {
    let listener = heads::Answering(listener.tap_io(|connection| {
        // An answer is written whole; waiting for more of it only costs time.
        let _ = connection.set_nodelay(true);
    }));
    let mut late = stopped.clone();
    let mut soon = stopped;
    let server = axum::serve(listener, routes).with_graceful_shutdown(async move {
        let _ = soon.wait_for(|stopped| *stopped).await;
    });
    tokio::select! {
        ended = async { server.await } => ended,
        () = async {
            let _ = late.wait_for(|stopped| *stopped).await;
            tokio::time::sleep(DRAIN).await;
        } => {
            tracing::warn!("some requests did not end in time");
            Ok(())
        }
    }
}

/// Tells everyone to stop at the first SIGINT or SIGTERM.
async fn wait_for_signal(stop: watch::Sender<bool>) {
    let (Ok(mut interrupt), Ok(mut terminate)) = (
        signal(SignalKind::interrupt()),
        signal(SignalKind::terminate()),
    ) else {
        tracing::error!("signals cannot be received: stop me with SIGKILL");
        return std::future::pending().await;
    };
    tokio::select! {
        _ = interrupt.recv() => {}
        _ = terminate.recv() => {}
    }
    tracing::info!("stopping");
    stop.send_replace(true);
}
