//! The routes, by what answers them.

pub mod files;
pub mod functions;
pub mod pages;
pub mod status;
