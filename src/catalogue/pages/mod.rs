//! The catalogue's pages: home, the list with its filters, a title, exhibitors.

pub mod catalogue;
pub mod exhibitor;
pub mod exhibitors;
mod filters;
pub mod home;
mod rights;
pub mod title;
mod title_facts;
mod trailers;
