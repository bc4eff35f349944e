//! The rim of the server: configuration, clock, state, routes, security and what it tells the operator.
//!
//! A request comes in through [`router`]: the layers of [`layers`] give it an id and a time limit, refuse
//! what no page could answer, and take the language off its path; then [`routes`] answer it, public pages
//! by way of the [`page_cache`]. On its way out every error is given its form by [`errors::dress`].

mod cards;
pub mod clock;
pub mod commands;
pub mod config;
mod encoding;
mod error_page;
pub mod errors;
mod heads;
pub mod ids;
mod layers;
pub mod media;
mod page_cache;
pub mod router;
mod routes;
pub mod state;
mod telemetry;
