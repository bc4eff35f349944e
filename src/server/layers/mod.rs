//! What every request passes on its way in, and every answer on its way out.

pub mod address;
pub mod language;
pub mod limits;
pub mod observe;
pub mod security;
