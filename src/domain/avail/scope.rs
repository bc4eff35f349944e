//! Sets of language versions, closed under taking lists in and out.

use serde::{Deserialize, Serialize};

use crate::language::LanguageTag;

/// Language versions: some or all, without others. A tag stands for all that it covers.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LanguageScope {
    /// These alone; empty means all.
    #[serde(default)]
    pub only: Vec<LanguageTag>,
    /// But not these.
    #[serde(default)]
    pub except: Vec<LanguageTag>,
}

impl LanguageScope {
    /// Every language.
    pub const ALL: Self = Self {
        only: Vec::new(),
        except: Vec::new(),
    };

    /// The scope of an avail's or a grant's list, in which empty means all.
    pub fn of(languages: &[LanguageTag]) -> Self {
        Self {
            only: widest(languages.to_vec()),
            except: Vec::new(),
        }
    }

    /// Whether a language version is within.
    pub fn contains(&self, language: &LanguageTag) -> bool {
        let covers = |tag: &LanguageTag| tag.covers(language);
        (self.only.is_empty() || self.only.iter().any(covers)) && !self.except.iter().any(covers)
    }

    /// What of it is in a list (empty: all); `None` if nothing.
    pub(super) fn within(&self, languages: &[LanguageTag]) -> Option<Self> {
        let only = match (self.only.is_empty(), languages.is_empty()) {
            (_, true) => self.only.clone(),
            (true, false) => languages.to_vec(),
            // Two tags share what the narrower one means, if one covers the other.
            (false, false) => {
                let pairs = self
                    .only
                    .iter()
                    .flat_map(|a| languages.iter().map(move |b| (a, b)));
                let shared: Vec<_> = pairs
                    .filter_map(|(a, b)| {
                        a.covers(b)
                            .then_some(b)
                            .or_else(|| b.covers(a).then_some(a))
                    })
                    .cloned()
                    .collect();
                if shared.is_empty() {
                    return None;
                }
                shared
            }
        };
        Self::tidy(only, self.except.clone())
    }

    /// What of it is not in a list (empty: all); `None` if nothing.
    pub(super) fn without(&self, languages: &[LanguageTag]) -> Option<Self> {
        if languages.is_empty() {
            return None;
        }
        let except = self.except.iter().chain(languages).cloned().collect();
        Self::tidy(self.only.clone(), except)
    }

    /// Drops what says nothing; `None` if nothing is left.
    fn tidy(only: Vec<LanguageTag>, except: Vec<LanguageTag>) -> Option<Self> {
        let except = widest(except);
        let all = only.is_empty();
        let mut only = widest(only);
        only.retain(|tag| !except.iter().any(|gone| gone.covers(tag)));
        if !all && only.is_empty() {
            return None;
        }
        let matters = |gone: &LanguageTag| all || only.iter().any(|tag| tag.covers(gone));
        let except = except.into_iter().filter(matters).collect();
        Some(Self { only, except })
    }
}

/// Sorted, without tags that another covers.
fn widest(mut tags: Vec<LanguageTag>) -> Vec<LanguageTag> {
    // A wider tag is a prefix and so comes first.
    tags.sort();
    let mut kept: Vec<LanguageTag> = Vec::with_capacity(tags.len());
    for tag in tags {
        if !kept.iter().any(|wider| wider.covers(&tag)) {
            kept.push(tag);
        }
    }
    kept
}
