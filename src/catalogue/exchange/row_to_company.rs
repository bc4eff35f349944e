//! A row to what it says of a company or of an edition.

use serde_json::Value;
use slate_domain::company::Company;
use slate_domain::date::Timestamp;
use slate_domain::edition::{BoothCode, Edition, TimeZoneName};
use slate_domain::id::{CompanyId, EditionId, PersonId};
use slate_domain::listing::{Approval, Participation, ParticipationRole};
use slate_domain::localised::Localised;
use slate_domain::person::Person;
use slate_domain::slug::Slug;
use slate_domain::text::Name;
use slate_domain::window::Window;

use super::cells::{Change, Reader};
use super::columns::{Column, Field, Text};
use super::report::Finding;
use super::table::Row;

/// The id of a person who has none yet.
pub(super) const NO_ID: PersonId = PersonId::from_parts(0, [0; 10]);

/// What a row says of a company, its people and its part in the edition.
pub(super) struct CompanyRow {
    pub line: u64,
    pub id: Option<CompanyId>,
    pub slug: Option<Slug>,
    pub name: Option<Name>,
    /// Their company is still to be filled in.
    pub people: Option<Vec<Person>>,
    /// `Some(None)` where the file has the column and says that it takes no part.
    role: Option<Option<ParticipationRole>>,
    approval: Option<Approval>,
    booth: Option<Option<BoothCode>>,
    pub created: Option<Timestamp>,
    pub updated: Option<Timestamp>,
    changes: Vec<Change<Company>>,
}

impl CompanyRow {
    pub(super) fn read(row: &Row) -> Result<(Self, Vec<Finding>), Vec<Finding>> {
        let mut cells = Reader::new(row.line);
        let mut company = Self {
            line: row.line,
            id: None,
            slug: None,
            name: None,
            people: None,
            role: None,
            approval: None,
            booth: None,
            created: None,
            updated: None,
            changes: Vec::new(),
        };
        for (column, cell) in row.columns.iter().zip(&row.cells) {
            match column {
                Column::Fixed(Field::Record) => {}
                Column::Fixed(Field::Id) => company.id = cells.must(column, cell),
                Column::Fixed(Field::Slug) => company.slug = cells.one(column, cell).flatten(),
                Column::Fixed(Field::Name) => company.name = cells.one(column, cell).flatten(),
                Column::Fixed(Field::Country) => {
                    company.set(cells.one(column, cell), |company, value| {
                        company.country = value
                    });
                }
                Column::Fixed(Field::Kinds) => {
                    company.set(cells.many(column, cell), |company, value| {
                        company.kinds = value
                    });
                }
                Column::Fixed(Field::Website) => {
                    company.set(cells.one(column, cell), |company, value| {
                        company.website = value
                    });
                }
                Column::Fixed(Field::People) => {
                    company.people = cells.list(column, cell, complete_person)
                }
                Column::Fixed(Field::Role) => company.role = Some(cells.must(column, cell)),
                Column::Fixed(Field::Approval) => company.approval = cells.must(column, cell),
                Column::Fixed(Field::Booth) => company.booth = cells.one(column, cell),
                Column::Fixed(Field::Created) => {
                    company.created = cells.one(column, cell).flatten()
                }
                Column::Fixed(Field::Updated) => {
                    company.updated = cells.one(column, cell).flatten()
                }
                Column::In(Text::Name, tag) => {
                    let tag = tag.clone();
                    if let Some(name) = cells.one(column, cell) {
                        company
                            .changes
                            .push(Box::new(move |company| put(&mut company.names, tag, name)));
                    }
                }
                Column::In(Text::Profile, tag) => {
                    let tag = tag.clone();
                    if let Some(profile) = cells.one(column, cell) {
                        company.changes.push(Box::new(move |company| {
                            put(&mut company.profile, tag, profile)
                        }));
                    }
                }
                other => cells.misplaced(other, cell, "company"),
            }
        }
        if company.id.is_none() && company.slug.is_none() && company.name.is_none() {
            cells.reject(Field::Name.name(), "", "no name", "the company has no name");
        }
        cells.finish().map(|findings| (company, findings))
    }

    fn set<T: Send + 'static>(&mut self, value: Option<T>, put: fn(&mut Company, T)) {
        if let Some(value) = value {
            self.changes
                .push(Box::new(move |company| put(company, value)));
        }
    }

    /// Changes a company to what the row says; the id, the slug and the first day stay.
    pub(super) fn apply(self, company: &mut Company) {
        if let Some(name) = self.name {
            company.name = name;
        }
        for change in self.changes {
            change(company);
        }
    }

    /// The company's part in an edition, given what it was before.
    pub(super) fn participation(
        &self,
        before: Option<&Participation>,
        ids: (CompanyId, EditionId),
    ) -> Option<Participation> {
        let role = match (self.role, before) {
            (Some(said), before) => said.or(before.map(|before| before.role))?,
            (None, Some(before)) => before.role,
            // A company that comes with a catalogue sells.
            (None, None) => ParticipationRole::Exhibitor,
        };
        let booth = match &self.booth {
            Some(said) => said.clone(),
            None => before.and_then(|before| before.booth.clone()),
        };
        let approval = self
            .approval
            .or(before.map(|before| before.approval))
            .unwrap_or(Approval::Approved);
        Some(Participation {
            company: ids.0,
            edition: ids.1,
            role,
            approval,
            booth,
        })
    }
}

/// What a row says of an edition.
pub(super) struct EditionRow {
    pub line: u64,
    pub id: Option<EditionId>,
    pub slug: Option<Slug>,
    pub name: Option<Name>,
    season: Option<Window>,
    time_zone: Option<TimeZoneName>,
    changes: Vec<Change<Edition>>,
}

impl EditionRow {
    pub(super) fn read(row: &Row) -> Result<(Self, Vec<Finding>), Vec<Finding>> {
        let mut cells = Reader::new(row.line);
        let mut edition = Self {
            line: row.line,
            id: None,
            slug: None,
            name: None,
            season: None,
            time_zone: None,
            changes: Vec::new(),
        };
        for (column, cell) in row.columns.iter().zip(&row.cells) {
            match column {
                Column::Fixed(Field::Record) => {}
                Column::Fixed(Field::Id) => edition.id = cells.must(column, cell),
                Column::Fixed(Field::Slug) => edition.slug = cells.one(column, cell).flatten(),
                Column::Fixed(Field::Name) => edition.name = cells.must(column, cell),
                Column::Fixed(Field::TimeZone) => edition.time_zone = cells.must(column, cell),
                Column::Fixed(Field::Season) => edition.season = cells.must(column, cell),
                Column::Fixed(Field::Venue) => {
                    edition.set(cells.one(column, cell), |edition, value| {
                        edition.venue = value
                    });
                }
                Column::Fixed(Field::MarketDays) => {
                    edition.set(cells.list(column, cell, |_| {}), |edition, value| {
                        edition.market_days = value
                    });
                }
                Column::Fixed(Field::Halls) => {
                    edition.set(cells.list(column, cell, |_| {}), |edition, value| {
                        edition.halls = value
                    });
                }
                Column::Fixed(Field::Languages) => {
                    edition.set(cells.many(column, cell), |edition, value| {
                        edition.languages = value
                    });
                }
                Column::Fixed(Field::Currencies) => {
                    edition.set(cells.many(column, cell), |edition, value| {
                        edition.currencies = value
                    });
                }
                Column::In(Text::Name, tag) => {
                    let tag = tag.clone();
                    if let Some(name) = cells.one(column, cell) {
                        edition
                            .changes
                            .push(Box::new(move |edition| put(&mut edition.names, tag, name)));
                    }
                }
                other => cells.misplaced(other, cell, "edition"),
            }
        }
        cells.finish().map(|findings| (edition, findings))
    }

    fn set<T: Send + 'static>(&mut self, value: Option<T>, put: fn(&mut Edition, T)) {
        if let Some(value) = value {
            self.changes
                .push(Box::new(move |edition| put(edition, value)));
        }
    }

    /// Changes an edition to what the row says; its id and its slug stay.
    pub(super) fn apply(self, edition: &mut Edition) {
        if let Some(name) = self.name {
            edition.name = name;
        }
        if let Some(season) = self.season {
            edition.season = season;
        }
        if let Some(time_zone) = self.time_zone {
            edition.time_zone = time_zone;
        }
        for change in self.changes {
            change(edition);
        }
    }
}

/// Sets a language's text, or takes it away.
fn put<T>(texts: &mut Localised<T>, tag: slate_domain::language::LanguageTag, value: Option<T>) {
    match value {
        Some(value) => texts.0.insert(tag, value),
        None => texts.0.remove(&tag),
    };
}

/// A person may come without an id; whose they are, the row says.
fn complete_person(person: &mut Value) {
    if let Some(object) = person.as_object_mut() {
        object
            .entry("id")
            .or_insert_with(|| Value::from(NO_ID.to_string()));
        object.insert(
            "company".to_owned(),
            Value::from(CompanyId::from_parts(0, [0; 10]).to_string()),
        );
    }
}
