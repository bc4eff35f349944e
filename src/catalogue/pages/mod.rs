//! The catalogue's pages: home, the list with its filters, a title, exhibitors.

pub mod announcement;
pub mod catalogue;
pub mod exhibitor;
pub mod exhibitors;
mod filters;
pub mod halls;
pub mod home;
mod market;
mod rails;
mod rights;
mod rights_table;
mod similar;
mod stills;
pub mod title;
mod title_facts;
mod trailers;
