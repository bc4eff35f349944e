//! Who made a title, and as what.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{code::codes, language::LanguageTag, text::Name};

codes! {
    /// What somebody did on a title.
    pub enum CreditRole("credit role") {
        Director = "director", "Director";
        Writer = "writer", "Writer";
        Producer = "producer", "Producer";
        ExecutiveProducer = "executive-producer", "Executive producer";
        /// Seen on screen; the part is the credit's `character`.
        Cast = "cast", "Cast";
        Showrunner = "showrunner", "Showrunner";
        Creator = "creator", "Creator";
        Cinematographer = "cinematographer", "Cinematographer";
        Editor = "editor", "Editor";
        Composer = "composer", "Composer";
        ProductionDesigner = "production-designer", "Production designer";
        AnimationDirector = "animation-director", "Animation director";
        Author = "author", "Author";
        Illustrator = "illustrator", "Illustrator";
        Publisher = "publisher", "Publisher";
        GameDesigner = "game-designer", "Game designer";
        Host = "host", "Host";
        /// Heard, not seen; the part is the credit's `character`.
        Voice = "voice", "Voice";
    }
}

/// One line of the credits.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Credit {
    /// What they did.
    pub role: CreditRole,
    /// Their name as the title credits it.
    pub name: Name,
    /// The name in other languages and scripts.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub localised: BTreeMap<LanguageTag, Name>,
    /// The part, for cast and voice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub character: Option<Name>,
}

impl Credit {
    /// A role and a name.
    pub const fn new(role: CreditRole, name: Name) -> Self {
        Self {
            role,
            name,
            localised: BTreeMap::new(),
            character: None,
        }
    }

    /// The name in a language: of the tag itself, else of a tag that shares its language and
    /// script, else as credited.
    pub fn name_in(&self, tag: &LanguageTag) -> &Name {
        let same = |other: &&LanguageTag| {
            other.language() == tag.language() && other.script() == tag.script()
        };
        self.localised
            .get(tag)
            .or_else(|| self.localised.get(self.localised.keys().find(same)?))
            .unwrap_or(&self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::check;

    #[test]
    fn names_by_language() {
        let mut credit = Credit::new(CreditRole::Director, "Wong Kar-wai".parse().unwrap());
        check::json_round_trip(&credit);
        credit
            .localised
            .insert("zh-Hant".parse().unwrap(), "王家衛".parse().unwrap());
        credit.character = Some("Himself".parse().unwrap());
        check::json_round_trip(&credit);
        assert_eq!(
            credit.name_in(&"zh-Hant-HK".parse().unwrap()).as_str(),
            "王家衛"
        );
        assert_eq!(
            credit.name_in(&"ja".parse().unwrap()).as_str(),
            "Wong Kar-wai"
        );
        for role in CreditRole::ALL {
            check::round_trip(role);
            assert_eq!(role.label().parse(), Ok(*role));
        }
    }
}
