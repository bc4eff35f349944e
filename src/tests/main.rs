//! Integration tests.

mod exchange;
mod exchange_dirty;
mod store_contract;
mod support;
