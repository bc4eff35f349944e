//! What a title shows besides words.
//!
//! Key art, stills, trailers and decks are drawn and shared out here once there is something to draw them
//! with. Until then a title has none, since a material that is named has to be there.

use slate_domain::material::Material;

/// The materials of a title.
pub fn materials() -> Vec<Material> {
    Vec::new()
}
