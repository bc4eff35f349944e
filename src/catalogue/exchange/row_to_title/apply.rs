//! What a row says of a title, put to work: a new title, or a stored one that it changes.

use slate_domain::date::{Timestamp, Year};
use slate_domain::id::{CompanyId, TitleId};
use slate_domain::kinds::{Category, Stage, TitleStatus};
use slate_domain::language::LanguageTag;
use slate_domain::slug::Slug;
use slate_domain::text::Name;
use slate_domain::title::{Texts, Title};
use slate_domain::visibility::FieldVisibility;

use super::{Defaults, TitleRow};
use crate::catalogue::exchange::materials::{trailer, trailer_at};

impl TitleRow {
    /// The name and its language of a title that is new; `None` if the row has no name at all.
    fn name(&self) -> Option<(Name, Option<LanguageTag>)> {
        let stated = self.original_language.clone();
        match (&self.original, &self.translated) {
            (Some(original), _) => Some((
                original.clone(),
                stated.unwrap_or_else(|| self.only_language.clone()),
            )),
            (None, Some((_, name))) => Some((name.clone(), stated.flatten())),
            (None, None) => None,
        }
    }

    /// The title this row makes where there is none yet, under a slug that is still to be chosen; `None`
    /// if it has no name.
    pub(in crate::catalogue::exchange) fn make(
        self,
        id: TitleId,
        slug: Slug,
        company: CompanyId,
        defaults: &Defaults,
    ) -> Option<Title> {
        let (original, original_language) = self.name()?;
        let now = defaults.now;
        let unsaid = if defaults.draft {
            TitleStatus::Draft
        } else {
            TitleStatus::Published
        };
        let mut title = Title {
            id: self.id.unwrap_or(id),
            slug,
            source_id: self.source_id.clone(),
            company,
            category: Category::Film,
            stage: Stage::Released,
            status: unsaid,
            original,
            original_language,
            texts: Texts::default(),
            genres: Vec::new(),
            keywords: Vec::new(),
            countries: Vec::new(),
            languages: Vec::new(),
            subtitles: Vec::new(),
            year: None,
            released: None,
            runtime: None,
            episodes: None,
            budget: None,
            financed: None,
            looking_for: Vec::new(),
            audience: None,
            rating: None,
            credits: Vec::new(),
            festivals: Vec::new(),
            identifiers: Vec::new(),
            materials: Vec::new(),
            avails: Vec::new(),
            grants: Vec::new(),
            visibility: FieldVisibility::default(),
            created: self.created.unwrap_or(now),
            updated: self.updated.unwrap_or(now),
            published: None,
        };
        let stage = self.stage;
        self.apply(&mut title, now);
        title.stage = stage.unwrap_or_else(|| stage_by_date(&title, now));
        Some(title)
    }

    /// The stored title with what this row says of it. Its id, slug and first day stay.
    pub(in crate::catalogue::exchange) fn update(
        self,
        stored: &Title,
        company: Option<CompanyId>,
        now: Timestamp,
    ) -> Title {
        let mut title = stored.clone();
        if let Some(company) = company {
            title.company = company;
        }
        if let Some(source_id) = &self.source_id {
            title.source_id = Some(source_id.clone());
        }
        match (&self.original, &self.translated) {
            (Some(original), _) => {
                let renamed = *original != stored.original;
                title.original.clone_from(original);
                if self.only_language.is_some() && (renamed || stored.original_language.is_none()) {
                    title.original_language.clone_from(&self.only_language);
                }
            }
            // A title that was named by its translation goes on to follow it.
            (None, Some((tag, name))) if stored.texts.titles.get(tag) == Some(&stored.original) => {
                title.original.clone_from(name);
            }
            _ => {}
        }
        if let Some(language) = &self.original_language {
            title.original_language.clone_from(language);
        }
        if let Some(stage) = self.stage {
            title.stage = stage;
        }
        self.apply(&mut title, now);
        title
    }

    fn apply(self, title: &mut Title, now: Timestamp) {
        for change in self.changes {
            change(title);
        }
        if let Some(status) = self.status {
            title.status = status;
        }
        match self.published {
            Some(published) => title.published = published,
            None if title.status == TitleStatus::Published => {
                title.published = title.published.or(Some(now))
            }
            None => {}
        }
        if let Some(materials) = &self.materials {
            title.materials.clone_from(materials);
        }
        if let Some(trailers) = self.trailers {
            // A complete list of materials is not shortened by a list of trailers beside it.
            if self.materials.is_none() {
                title.materials.retain(|material| {
                    trailer_at(material).is_none_or(|url| trailers.contains(url))
                });
            }
            for url in trailers {
                if !title
                    .materials
                    .iter()
                    .any(|material| trailer_at(material) == Some(&url))
                {
                    title.materials.push(trailer(url));
                }
            }
        }
    }
}

/// What has a day that has come is released; what has none is taken to be.
fn stage_by_date(title: &Title, now: Timestamp) -> Stage {
    let today = now.date_utc();
    let coming = match (title.released, title.year) {
        (Some(day), _) => day > today,
        (None, Some(year)) => Year::try_from(today).is_ok_and(|now| year > now),
        (None, None) => false,
    };
    if coming {
        Stage::Production
    } else {
        Stage::Released
    }
}
