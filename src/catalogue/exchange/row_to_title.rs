//! A row to what it says of a title.

mod apply;

use slate_domain::ParseError;
use slate_domain::avail::Grant;
use slate_domain::date::{Date, Timestamp, Year, parse_date};
use slate_domain::id::TitleId;
use slate_domain::identifier::Identifier;
use slate_domain::kinds::{Category, Stage, TitleStatus};
use slate_domain::language::LanguageTag;
use slate_domain::listing::ListingStatus;
use slate_domain::material::Material;
use slate_domain::money::Money;
use slate_domain::slug::Slug;
use slate_domain::text::{Name, Url};
use slate_domain::title::{SourceId, Title};
use slate_domain::visibility::FieldVisibility;

use super::cells::{Change, Reader};
use super::columns::{Column, Field, Text};
use super::materials::add_id;
use super::report::Finding;
use super::table::{Cell, Row};

/// What a row says of a title. A column that the file does not have says nothing.
pub(super) struct TitleRow {
    pub line: u64,
    pub id: Option<TitleId>,
    pub source_id: Option<SourceId>,
    pub slug: Option<Slug>,
    /// A company by slug or name.
    pub company: Option<Name>,
    /// `Some(None)` where the file has the column and says that it is not listed.
    pub listing_status: Option<Option<ListingStatus>>,
    pub featured: Option<u8>,
    pub created: Option<Timestamp>,
    pub updated: Option<Timestamp>,
    /// Whether and when it was published; `None` where the file has no such column.
    published: Option<Option<Timestamp>>,
    status: Option<TitleStatus>,
    stage: Option<Stage>,
    original: Option<Name>,
    original_language: Option<Option<LanguageTag>>,
    /// The one language that is spoken, which is then that of the original.
    only_language: Option<LanguageTag>,
    /// The translation that serves where there is no original: English, else the first.
    translated: Option<(LanguageTag, Name)>,
    materials: Option<Vec<Material>>,
    trailers: Option<Vec<Url>>,
    changes: Vec<Change<Title>>,
}

/// What a title is given where its row says nothing.
#[derive(Debug, Clone)]
pub(super) struct Defaults {
    pub now: Timestamp,
    pub draft: bool,
}

impl TitleRow {
    /// Reads a row; what it cannot use is in the findings, and rejects the row where it must.
    pub(super) fn read(row: &Row) -> Result<(Self, Vec<Finding>), Vec<Finding>> {
        let mut cells = Reader::new(row.line);
        let mut title = Self::empty(row.line);
        let mut budgets = (None, None);
        for (column, cell) in row.columns.iter().zip(&row.cells) {
            match column {
                Column::Fixed(field) => {
                    title.read_field(*field, column, cell, &mut cells, &mut budgets)
                }
                Column::In(text, tag) => title.read_text(*text, tag, column, cell, &mut cells),
            }
        }
        match budgets {
            // An amount in its own currency says more than the same in dollars.
            (Some(Some(sum)), _) | (_, Some(Some(sum))) => {
                title.change(move |title| title.budget = Some(sum))
            }
            (Some(None), _) | (_, Some(None)) => title.change(|title| title.budget = None),
            (None, None) => {}
        }
        if title.id.is_none() && title.source_id.is_none() && !cells.is_rejected() {
            let reason = "the row has no source_id, by which it would be known when it comes again";
            cells.reject(Field::SourceId.name(), "", "no source_id", reason);
        }
        cells.finish().map(|findings| (title, findings))
    }

    fn empty(line: u64) -> Self {
        Self {
            line,
            id: None,
            source_id: None,
            slug: None,
            company: None,
            listing_status: None,
            featured: None,
            created: None,
            updated: None,
            published: None,
            status: None,
            stage: None,
            original: None,
            original_language: None,
            only_language: None,
            translated: None,
            materials: None,
            trailers: None,
            changes: Vec::new(),
        }
    }

    fn change(&mut self, change: impl FnOnce(&mut Title) + Send + 'static) {
        self.changes.push(Box::new(change));
    }

    /// Changes a field to a value that was read, and leaves it where it was not.
    fn set<T: Send + 'static>(&mut self, value: Option<T>, put: fn(&mut Title, T)) {
        if let Some(value) = value {
            self.change(move |title| put(title, value));
        }
    }

    fn read_field(
        &mut self,
        field: Field,
        column: &Column,
        cell: &Cell,
        cells: &mut Reader,
        budgets: &mut (Option<Option<Money>>, Option<Option<Money>>),
    ) {
        match field {
            Field::Record => {}
            Field::Id => self.id = cells.must(column, cell),
            Field::Slug => self.slug = cells.one(column, cell).flatten(),
            Field::SourceId => self.source_id = cells.must(column, cell),
            Field::Company => self.company = cells.must(column, cell),
            Field::Title => self.original = cells.name(column, cell).flatten(),
            Field::OriginalLanguage => self.original_language = cells.one(column, cell),
            Field::Category => {
                let category: Option<Category> = cells.must(column, cell);
                self.set(category, |title, value| title.category = value);
            }
            Field::Stage => self.stage = cells.one(column, cell).flatten(),
            Field::Status => self.status = cells.must(column, cell),
            Field::ReleaseDate => {
                let date: Option<Option<Date>> = cells.one_with(column, cell, parse_date);
                self.set(date, |title, value| title.released = value);
            }
            Field::Year => self.set(cells.one::<Year>(column, cell), |title, value| {
                title.year = value
            }),
            Field::Countries => self.set(cells.many(column, cell), |title, value| {
                title.countries = value
            }),
            Field::Languages => {
                let before = cells.count();
                let languages: Option<Vec<LanguageTag>> = cells.many(column, cell);
                if let Some([only]) = languages.as_deref()
                    && cells.count() == before
                {
                    self.only_language = Some(only.clone());
                }
                self.set(languages, |title, value| title.languages = value);
            }
            Field::Subtitles => self.set(cells.many(column, cell), |title, value| {
                title.subtitles = value
            }),
            Field::Genres => self.set(cells.many(column, cell), |title, value| {
                title.genres = value
            }),
            Field::Keywords => self.set(cells.many(column, cell), |title, value| {
                title.keywords = value
            }),
            Field::RuntimeMinutes => self.set(cells.one(column, cell), |title, value| {
                title.runtime = value
            }),
            Field::Episodes => self.set(cells.one(column, cell), |title, value| {
                title.episodes = value
            }),
            Field::Budget => budgets.0 = cells.one(column, cell),
            Field::BudgetUsd => {
                budgets.1 =
                    cells.one_with(column, cell, |text| format!("USD {}", text.trim()).parse());
            }
            Field::FinancedPercent => self.set(cells.one(column, cell), |title, value| {
                title.financed = value
            }),
            Field::LookingFor => self.set(cells.many(column, cell), |title, value| {
                title.looking_for = value
            }),
            Field::Audience => self.set(cells.one(column, cell), |title, value| {
                title.audience = value
            }),
            Field::Rating => self.set(cells.one(column, cell), |title, value| title.rating = value),
            Field::Credits => self.set(cells.list(column, cell, |_| {}), |title, value| {
                title.credits = value
            }),
            Field::Festivals => self.set(cells.list(column, cell, |_| {}), |title, value| {
                title.festivals = value
            }),
            Field::Eidr | Field::Isan | Field::Imdb => {
                self.read_identifier(field.name(), column, cell, cells)
            }
            Field::Trailers => self.trailers = cells.many(column, cell),
            Field::Materials => self.materials = cells.list(column, cell, add_id),
            Field::Avails => self.set(cells.list(column, cell, |_| {}), |title, value| {
                title.avails = value
            }),
            // What was granted stays granted until a row says something else, all of it readable.
            Field::Grants => {
                let grants: Option<Vec<Grant>> = cells.must_structure(column, cell);
                let grants = grants.filter(|grants| !grants.is_empty());
                self.set(grants, |title, value| title.grants = value);
            }
            // An empty cell does not open what was closed.
            Field::Visibility => {
                let visibility: Option<FieldVisibility> = cells.must_structure(column, cell);
                self.set(visibility, |title, value| title.visibility = value);
            }
            Field::ListingStatus => self.listing_status = Some(cells.must(column, cell)),
            Field::Featured => {
                self.featured = cells.one_with(column, cell, parse_featured).flatten()
            }
            Field::Created => self.created = cells.one(column, cell).flatten(),
            Field::Updated => self.updated = cells.one(column, cell).flatten(),
            Field::Published => self.published = cells.one(column, cell),
            Field::Name
            | Field::Country
            | Field::Kinds
            | Field::Website
            | Field::People
            | Field::Role
            | Field::Approval
            | Field::Booth
            | Field::Venue
            | Field::TimeZone
            | Field::Season
            | Field::MarketDays
            | Field::Halls
            | Field::Currencies => cells.misplaced(column, cell, "title"),
        }
    }

    fn read_text(
        &mut self,
        text: Text,
        tag: &LanguageTag,
        column: &Column,
        cell: &Cell,
        cells: &mut Reader,
    ) {
        /// Sets a language's text, or takes it away.
        macro_rules! put {
            ($value:expr, $texts:ident) => {
                if let Some(value) = $value {
                    let tag = tag.clone();
                    self.change(move |title| {
                        match value {
                            Some(value) => title.texts.$texts.0.insert(tag, value),
                            None => title.texts.$texts.0.remove(&tag),
                        };
                    });
                }
            };
        }
        match text {
            Text::Title => {
                let name = cells.name(column, cell);
                if let Some(Some(name)) = &name
                    && (self.translated.is_none() || tag.as_str() == "en")
                {
                    self.translated = Some((tag.clone(), name.clone()));
                }
                put!(name, titles);
            }
            Text::Aliases => {
                let aliases: Option<Vec<Name>> = cells.many(column, cell);
                put!(
                    aliases.map(|aliases| Some(aliases).filter(|aliases| !aliases.is_empty())),
                    aliases
                );
            }
            Text::Logline => put!(cells.one(column, cell), loglines),
            Text::Synopsis => put!(cells.one(column, cell), synopses),
            Text::Name | Text::Profile => cells.misplaced(column, cell, "title"),
        }
    }

    fn read_identifier(
        &mut self,
        scheme: &'static str,
        column: &Column,
        cell: &Cell,
        cells: &mut Reader,
    ) {
        let value = cells.one_with(column, cell, |text| Identifier::from_parts(scheme, text));
        if let Some(value) = value {
            self.change(move |title| {
                title.identifiers.retain(|known| known.scheme() != scheme);
                title.identifiers.extend(value);
                title.identifiers.sort_unstable();
            });
        }
    }

    pub(super) fn has_name(&self) -> bool {
        self.original.is_some() || self.translated.is_some()
    }
}

fn parse_featured(text: &str) -> Result<u8, ParseError> {
    let wrong = || ParseError::new("featured", text, "a whole number from 0 to 255");
    text.trim().parse().map_err(|_| wrong())
}
