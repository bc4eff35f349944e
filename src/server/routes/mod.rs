//! The routes, by what answers them.

pub mod cards;
pub mod document;
pub mod files;
pub mod found;
pub mod functions;
pub mod map;
pub mod media;
pub mod pages;
pub mod status;
