//! Slate, the online marketplace of a film and TV market.
//!
//! One crate, two programs: the server (`ssr`) and the browser's client (`hydrate`). Every gate between
//! the two stands in this file, and nowhere else. Pages are rendered by the server alone; what moves in
//! them is an island, and only islands and what they need are compiled for the browser.

// A page is one deeply nested type; the compiler's default bound is too small for a whole document.
#![recursion_limit = "512"]

pub mod error;

/// The catalogue: titles, companies, search and filters.
pub mod catalogue {
    pub mod api;
    #[cfg(feature = "ssr")]
    pub mod documents;
    #[cfg(feature = "ssr")]
    pub mod exchange;
    #[cfg(feature = "ssr")]
    pub mod exhibitors;
    pub mod islands;
    #[cfg(feature = "ssr")]
    pub mod live;
    #[cfg(feature = "ssr")]
    pub mod pages;
    #[cfg(feature = "ssr")]
    pub mod service;
    #[cfg(feature = "ssr")]
    pub mod similar;
    #[cfg(feature = "ssr")]
    mod snapshot_file;
    pub mod view;
}

#[cfg(feature = "ssr")]
pub mod app;
#[cfg(feature = "ssr")]
pub mod demo;
#[cfg(feature = "ssr")]
pub mod i18n;
#[cfg(feature = "ssr")]
pub mod public_api;
#[cfg(feature = "ssr")]
pub mod server;
#[cfg(feature = "ssr")]
pub mod store;
#[cfg(feature = "ssr")]
pub mod ui;

#[cfg(feature = "hydrate")]
pub mod client;

/// What the browser calls once the module is there.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    client::start();
}
