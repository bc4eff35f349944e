//! What moves in the catalogue's pages. Each is whole without script: a form that is sent, a link that is
//! followed.

pub mod auto_submit;
pub mod countdown;
pub mod search_box;
pub mod trailer;
