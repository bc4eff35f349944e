//! Who may see what: the one place that decides it, for pages, API and search snapshot alike.
//!
//! Nothing outside this module can make a [`Seen`] value, and whatever shows a title takes one, so
//! a field that an audience may not see is not there to be shown.

use std::ops::Deref;

use serde::{Deserialize, Serialize};

use crate::code::codes;
use crate::kinds::TitleStatus;
use crate::title::Title;

codes! {
    /// How far a field or a material is open.
    pub enum Visibility("visibility") {
        Public = "public", "Public";
        Members = "members", "Members of the market";
        OnRequest = "on-request", "On request";
        OwnCompany = "own-company", "Own company";
    }
}

/// Who is looking at a title, from the widest audience to the nearest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Audience {
    /// Anyone: not signed in, search engines, partners without a key.
    Public,
    /// A delegate of the edition.
    Member,
    /// A delegate to whom the exhibitor has opened what is on request.
    Admitted,
    /// Someone of the title's own company.
    OwnCompany,
    /// The organiser, who sees what the company sees.
    Organiser,
}

impl Visibility {
    pub fn admits(self, audience: Audience) -> bool {
        let nearest = match self {
            Self::Public => Audience::Public,
            Self::Members => Audience::Member,
            Self::OnRequest => Audience::Admitted,
            Self::OwnCompany => Audience::OwnCompany,
        };
        audience >= nearest
    }
}

/// How far the fields of a title are open that not every company shows to everyone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldVisibility {
    pub budget: Visibility,
    pub financing: Visibility,
    pub avails: Visibility,
}

impl Default for FieldVisibility {
    fn default() -> Self {
        Self {
            budget: Visibility::Public,
            financing: Visibility::Public,
            avails: Visibility::Public,
        }
    }
}

/// Something that exists and that this audience does not see, and what would open it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withheld {
    /// The field's name (`budget`, `financing`, `avails`) or the material's kind by its code.
    pub what: &'static str,
    pub visibility: Visibility,
}

/// A title as one audience may see it: what they may not see has been taken out.
#[derive(Debug, Clone, PartialEq)]
pub struct Seen {
    title: Title,
    audience: Audience,
    withheld: Vec<Withheld>,
}

impl Deref for Seen {
    type Target = Title;

    fn deref(&self) -> &Title {
        &self.title
    }
}

impl Seen {
    pub fn audience(&self) -> Audience {
        self.audience
    }

    /// What exists and was taken out, so that a page can say how to get it. Nothing of what only the
    /// own company sees is mentioned.
    pub fn withheld(&self) -> &[Withheld] {
        &self.withheld
    }
}

/// What `audience` may see of `title`; `None` when that is nothing at all, because it is not published.
pub fn seen_by(mut title: Title, audience: Audience) -> Option<Seen> {
    if title.status != TitleStatus::Published && audience < Audience::OwnCompany {
        return None;
    }
    let mut withheld = Vec::new();
    let open = title.visibility;
    let mut admits = |what: &'static str, visibility: Visibility, present: bool| {
        let admitted = visibility.admits(audience);
        if present && !admitted && visibility != Visibility::OwnCompany {
            let hidden = Withheld { what, visibility };
            if !withheld.contains(&hidden) {
                withheld.push(hidden);
            }
        }
        admitted
    };
    if !admits("budget", open.budget, title.budget.is_some()) {
        title.budget = None;
    }
    if !admits("financing", open.financing, title.financed.is_some()) {
        title.financed = None;
    }
    if !admits("avails", open.avails, !title.avails.is_empty()) {
        title.avails.clear();
        title.grants.clear();
    }
    title
        .materials
        .retain(|material| admits(material.kind.code(), material.access, true));
    Some(Seen {
        title,
        audience,
        withheld,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::title::tests::full_title;

    const AUDIENCES: [Audience; 5] = [
        Audience::Public,
        Audience::Member,
        Audience::Admitted,
        Audience::OwnCompany,
        Audience::Organiser,
    ];

    #[test]
    fn each_visibility_admits_its_audience_and_all_nearer_ones() {
        for (visibility, admitted) in Visibility::ALL.iter().zip([5, 4, 3, 2]) {
            let count = AUDIENCES
                .iter()
                .filter(|audience| visibility.admits(**audience))
                .count();
            assert_eq!(count, admitted, "{visibility}");
        }
    }

    #[test]
    fn what_is_not_published_is_nothing_to_others() {
        for status in TitleStatus::ALL {
            let title = Title {
                status: *status,
                ..full_title()
            };
            let public = seen_by(title.clone(), Audience::Admitted);
            assert_eq!(public.is_some(), *status == TitleStatus::Published);
            assert!(seen_by(title, Audience::OwnCompany).is_some());
        }
    }

    #[test]
    fn every_field_and_material_follows_its_own_visibility() {
        for visibility in Visibility::ALL {
            for audience in AUDIENCES {
                let mut title = full_title();
                title.visibility = FieldVisibility {
                    budget: *visibility,
                    financing: *visibility,
                    avails: *visibility,
                };
                for material in &mut title.materials {
                    material.access = *visibility;
                }
                let seen = seen_by(title.clone(), audience).unwrap();
                let open = visibility.admits(audience);
                assert_eq!(seen.budget.is_some(), open);
                assert_eq!(seen.financed.is_some(), open);
                assert_eq!(seen.avails.is_empty(), !open);
                assert_eq!(seen.materials.is_empty(), !open);
                let told = !open && *visibility != Visibility::OwnCompany;
                assert_eq!(
                    !seen.withheld().is_empty(),
                    told,
                    "{visibility} {audience:?}"
                );
            }
        }
    }
}
