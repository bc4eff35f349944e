//! Views that several features share: the frame of a page, posters, lists, pagination, messages.

pub mod company;
pub mod design;
pub mod hall_map;
pub mod head;
pub mod labels;
pub mod layout;
pub mod mark;
pub mod message;
pub mod pagination;
pub mod poster;
pub mod scope;
pub mod season;
pub mod world;
