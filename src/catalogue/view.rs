//! What the catalogue's server functions answer with.

use serde::{Deserialize, Serialize};

/// One line below the search box.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    /// What is shown, in the reader's language where there is such a name.
    pub text: String,
    /// BCP 47, where known.
    pub lang: Option<String>,
    /// Category and year, or the original title.
    pub detail: String,
    /// Where it leads.
    pub href: String,
}
