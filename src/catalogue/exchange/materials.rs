//! Materials as files have them: trailers by their address, and others that may lack an id.

use serde_json::Value;
use slate_domain::id::MaterialId;
use slate_domain::kinds::MaterialKind;
use slate_domain::material::{Material, MaterialSource};
use slate_domain::text::Url;
use slate_domain::visibility::Visibility;

/// The id of a material that has none yet.
pub(super) const NO_ID: MaterialId = MaterialId::from_parts(0, [0; 10]);

/// The address of a trailer on another server.
pub(super) fn trailer_at(material: &Material) -> Option<&Url> {
    match &material.source {
        MaterialSource::External(url) if material.kind == MaterialKind::Trailer => Some(url),
        _ => None,
    }
}

pub(super) fn trailer(url: Url) -> Material {
    Material {
        id: NO_ID,
        kind: MaterialKind::Trailer,
        access: Visibility::Public,
        source: MaterialSource::External(url),
        label: None,
        language: None,
        seconds: None,
    }
}

/// A material may come without an id, and gets one when it is stored.
pub(super) fn add_id(material: &mut Value) {
    if let Some(object) = material.as_object_mut() {
        object
            .entry("id")
            .or_insert_with(|| Value::from(NO_ID.to_string()));
    }
}
