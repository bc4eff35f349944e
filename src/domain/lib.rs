//! The typed catalogue of a film and TV market and the rules that hold in it.
//!
//! Pure Rust: no framework, no database, no clock, no randomness, no I/O. A value that exists is
//! right: every type is made by parsing, and every parse error ([`ParseError`]) says what was given
//! and what is allowed.

pub mod avail;
pub mod code;
pub mod country;
pub mod credit;
pub mod currency;
pub mod date;
pub mod id;
pub mod identifier;
pub mod kinds;
pub mod language;
pub mod money;
pub mod parse;
pub mod right;
pub mod slug;
pub mod territory;
pub mod text;
pub mod window;

pub mod company;
pub mod edition;
pub mod listing;
pub mod localised;
pub mod material;
pub mod person;
pub mod query;
pub mod season;
pub mod title;
pub mod visibility;

pub use parse::ParseError;
