//! Integration tests.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod demo;
mod exchange;
mod exchange_dirty;
mod found;
mod halls;
mod http;
mod http_api;
mod http_facets;
mod http_market;
mod http_openapi;
mod http_pages;
mod http_wire;
mod language;
mod live;
mod media;
mod season;
mod store_contract;
mod support;
