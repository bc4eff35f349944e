//! The routes, by what answers them.

pub mod document;
pub mod files;
pub mod functions;
pub mod pages;
pub mod status;
