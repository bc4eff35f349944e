//! What surrounds titles in an import: the edition they are listed in, the companies they belong to.

use std::collections::HashMap;

use jiff::ToSpan;
use slate_domain::company::Company;
use slate_domain::date::Timestamp;
use slate_domain::edition::{Edition, TimeZoneName};
use slate_domain::id::{CompanyId, EditionId, TitleId};
use slate_domain::listing::{Approval, Listing, ListingStatus, Participation, ParticipationRole};
use slate_domain::localised::Localised;
use slate_domain::person::Person;
use slate_domain::text::Name;
use slate_domain::window::Window;

use super::ExchangeError;
use super::columns::Field;
use super::directory::{Directory, word};
use super::kept_ids::fill_people;
use super::outcome::{Outcome, rejected};
use super::report::Finding;
use super::row_to_company::{CompanyRow, EditionRow};
use crate::server::ids::Ids;
use crate::store::{Db, StoreError, Tx, companies, editions, listings, participations};

/// The edition, its participations and listings, and all companies.
pub(super) struct Market {
    now: Timestamp,
    editions: Vec<Edition>,
    /// Into which edition titles are listed: the one the file brought, else the current one.
    edition: Option<EditionId>,
    /// Which one visitors see.
    current: Option<EditionId>,
    participations: HashMap<CompanyId, Participation>,
    listings: HashMap<TitleId, (ListingStatus, u8)>,
    directory: Directory,
    /// Whether something was written in a transaction that is still open.
    written: bool,
}

impl Market {
    pub(super) async fn load(db: &Db, now: Timestamp) -> Result<Self, StoreError> {
        let current = editions::current(db).await?.map(|edition| edition.id);
        let mut market = Self {
            now,
            editions: editions::all(db).await?,
            edition: None,
            current,
            participations: HashMap::new(),
            listings: HashMap::new(),
            directory: Directory::load(db).await?,
            written: false,
        };
        if let Some(current) = current {
            market.enter(db, current).await?;
        }
        Ok(market)
    }

    /// Goes on in another edition.
    async fn enter(&mut self, db: &Db, edition: EditionId) -> Result<(), StoreError> {
        if self.edition == Some(edition) {
            return Ok(());
        }
        self.edition = Some(edition);
        let participations = participations::of_edition(db, &edition).await?;
        self.participations = participations
            .into_iter()
            .map(|one| (one.company, one))
            .collect();
        let listings = listings::of_edition(db, &edition).await?;
        self.listings = listings
            .into_iter()
            .map(|one| (one.title, (one.status, one.featured)))
            .collect();
        Ok(())
    }

    /// The edition that titles are listed in; a plain one is made where there is none.
    pub(super) async fn open_edition(
        &mut self,
        tx: &mut Tx,
        ids: &mut Ids,
    ) -> Result<EditionId, ExchangeError> {
        if let Some(edition) = self.edition {
            return Ok(edition);
        }
        let edition = self.plain_edition(None, ids)?;
        editions::put(tx, &edition, true).await?;
        self.written = true;
        let id = edition.id;
        self.editions.push(edition);
        (self.edition, self.current) = (Some(id), Some(id));
        Ok(id)
    }

    /// The same, made to last before anything else is written.
    async fn settled_edition(
        &mut self,
        db: &Db,
        ids: &mut Ids,
    ) -> Result<EditionId, ExchangeError> {
        if let Some(edition) = self.edition {
            return Ok(edition);
        }
        let mut tx = db.begin(self.now).await?;
        let edition = self.open_edition(&mut tx, ids).await?;
        tx.commit().await?;
        self.take_written();
        Ok(edition)
    }

    /// Whether anything was written since this was asked last, in a transaction that is still open.
    pub(super) fn take_written(&mut self) -> bool {
        std::mem::take(&mut self.written)
    }

    /// Forgets the listing of a title that was not taken after all.
    pub(super) fn forget(&mut self, title: TitleId) {
        self.listings.remove(&title);
    }

    /// A market held online for a year and a month around today.
    fn plain_edition(
        &self,
        id: Option<EditionId>,
        ids: &mut Ids,
    ) -> Result<Edition, ExchangeError> {
        let today = self.now.date_utc();
        let wrong = |error: &dyn std::fmt::Display| {
            ExchangeError::Stopped(format!("no edition can be made: {error}"))
        };
        let from = today
            .checked_sub(1.month())
            .map_err(|error| wrong(&error))?;
        let until = today.checked_add(1.year()).map_err(|error| wrong(&error))?;
        let (time, random) = ids.parts();
        Ok(Edition {
            id: id.unwrap_or_else(|| EditionId::from_parts(time, random)),
            slug: word("slate-market"),
            name: "Slate Market".parse().map_err(|error| wrong(&error))?,
            names: Localised::default(),
            venue: None,
            time_zone: "UTC"
                .parse::<TimeZoneName>()
                .map_err(|error| wrong(&error))?,
            season: Window::new(Some(from), Some(until)).map_err(|error| wrong(&error))?,
            market_days: Vec::new(),
            halls: Vec::new(),
            languages: Vec::new(),
            currencies: Vec::new(),
        })
    }

    /// Takes an edition from a file. It becomes the current one where there is none.
    pub(super) async fn edition(
        &mut self,
        db: &Db,
        ids: &mut Ids,
        row: EditionRow,
    ) -> Result<Outcome, ExchangeError> {
        let by_id = self
            .editions
            .iter()
            .position(|edition| Some(edition.id) == row.id);
        let by_slug = || {
            self.editions
                .iter()
                .position(|edition| Some(&edition.slug) == row.slug.as_ref())
        };
        let place = by_id.or_else(by_slug);
        let stored = place.and_then(|place| self.editions.get(place)).cloned();
        if stored.is_none() && row.name.is_none() {
            let reason = "the edition has no name";
            let finding = Finding::rejected(row.line, Field::Name.name(), "", "no name", reason);
            return Ok(Outcome::Rejected(Some(finding)));
        }
        let mut edition = match &stored {
            Some(stored) => stored.clone(),
            None => {
                let mut edition = self.plain_edition(row.id, ids)?;
                let named = row
                    .name
                    .as_ref()
                    .and_then(|name| slate_domain::slug::Slug::from_text(name.as_str()));
                edition.slug = row.slug.clone().or(named).unwrap_or(edition.slug);
                edition
            }
        };
        let line = row.line;
        row.apply(&mut edition);
        let current = self.current.is_none_or(|current| current == edition.id);
        let outcome = match &stored {
            Some(stored) if *stored == edition => Outcome::Unchanged,
            Some(_) => Outcome::Updated,
            None => Outcome::Created,
        };
        if !matches!(outcome, Outcome::Unchanged) {
            let tx = db.begin(self.now).await?;
            if let Err(error) = put_edition(tx, &edition, current).await {
                return rejected(line, edition.slug.as_str(), error);
            }
        }
        if current {
            self.current = Some(edition.id);
        }
        let id = edition.id;
        match place.and_then(|place| self.editions.get_mut(place)) {
            Some(place) => *place = edition,
            None => self.editions.push(edition),
        }
        self.enter(db, id).await?;
        Ok(outcome)
    }

    /// Takes a company from a file, with its people and its part in the edition.
    pub(super) async fn company(
        &mut self,
        db: &Db,
        ids: &mut Ids,
        row: CompanyRow,
    ) -> Result<Outcome, ExchangeError> {
        let stored = row.id.as_ref().and_then(|id| self.directory.get(id));
        let stored = stored.or_else(|| self.directory.by_slug(row.slug.as_ref()?));
        // A name alone says which company is meant only where nothing else does.
        let nameless = row.id.is_none() && row.slug.is_none();
        let by_name = || {
            row.name
                .as_ref()
                .filter(|_| nameless)
                .and_then(|name| self.directory.by_name(name))
        };
        let stored: Option<Company> = stored.or_else(by_name).cloned();
        let mut company = match (&stored, &row.name) {
            (Some(stored), _) => stored.clone(),
            (None, Some(name)) => {
                let (time, random) = ids.parts();
                let id = row
                    .id
                    .unwrap_or_else(|| CompanyId::from_parts(time, random));
                let mut company =
                    self.directory
                        .new_company(id, name.clone(), row.slug.clone(), self.now);
                company.created = row.created.unwrap_or(self.now);
                company.updated = row.updated.unwrap_or(self.now);
                company
            }
            (None, None) => {
                let reason = "the company is new and has no name";
                let finding =
                    Finding::rejected(row.line, Field::Name.name(), "", "no name", reason);
                return Ok(Outcome::Rejected(Some(finding)));
            }
        };
        let edition = self.settled_edition(db, ids).await?;
        let before = self.participations.get(&company.id);
        let part = row
            .participation(before, (company.id, edition))
            .filter(|part| before != Some(part));
        let (line, updated, people) = (row.line, row.updated, row.people.clone());
        row.apply(&mut company);
        let mut outcome = match &stored {
            Some(stored) if *stored == company => Outcome::Unchanged,
            Some(_) => {
                company.updated = updated.unwrap_or(self.now);
                Outcome::Updated
            }
            None => Outcome::Created,
        };
        let unchanged = matches!(outcome, Outcome::Unchanged);
        let written = Written {
            company: (!unchanged).then_some(&company),
            part: part.as_ref(),
            people,
        };
        match written
            .put(db.begin(self.now).await?, company.id, ids)
            .await
        {
            Ok(true) if unchanged => outcome = Outcome::Updated,
            Ok(_) => {}
            Err(error) => return rejected(line, company.slug.as_str(), error),
        }
        if let Some(part) = part {
            self.participations.insert(part.company, part);
        }
        self.directory.insert(company);
        Ok(outcome)
    }

    /// The company a title is filed under; one that is not there is made, an approved exhibitor.
    pub(super) async fn company_named(
        &mut self,
        tx: &mut Tx,
        ids: &mut Ids,
        slug_or_name: &Name,
    ) -> Result<CompanyId, ExchangeError> {
        let edition = self.open_edition(tx, ids).await?;
        if let Some(company) = self.directory.find(slug_or_name) {
            return Ok(company.id);
        }
        let (time, random) = ids.parts();
        let id = CompanyId::from_parts(time, random);
        let company = self
            .directory
            .new_company(id, slug_or_name.clone(), None, self.now);
        companies::put(tx, std::slice::from_ref(&company)).await?;
        self.directory.insert(company);
        self.written = true;
        let part = Participation {
            company: id,
            edition,
            role: ParticipationRole::Exhibitor,
            approval: Approval::Approved,
            booth: None,
        };
        participations::put(tx, std::slice::from_ref(&part)).await?;
        self.participations.insert(id, part);
        Ok(id)
    }

    /// How a title is to be listed, if that is not how it is. A title of which nothing is said is listed;
    /// one that is already keeps its status.
    pub(super) fn listing(
        &mut self,
        title: TitleId,
        said: Option<Option<ListingStatus>>,
        featured: Option<u8>,
    ) -> Option<Listing> {
        let edition = self.edition?;
        let before = self.listings.get(&title).copied();
        let status = match (said, before) {
            (Some(Some(said)), _) => said,
            (None | Some(None), Some((before, _))) => before,
            (None, None) => ListingStatus::Listed,
            (Some(None), None) => return None,
        };
        let featured = featured
            .or(before.map(|(_, featured)| featured))
            .unwrap_or(0);
        if before == Some((status, featured)) {
            return None;
        }
        self.listings.insert(title, (status, featured));
        Some(Listing {
            title,
            edition,
            status,
            featured,
        })
    }
}

async fn put_edition(mut tx: Tx, edition: &Edition, current: bool) -> Result<(), StoreError> {
    editions::put(&mut tx, edition, current).await?;
    tx.commit().await
}

/// What is to be written of a company's row.
struct Written<'a> {
    company: Option<&'a Company>,
    part: Option<&'a Participation>,
    /// As they stand in the row.
    people: Option<Vec<Person>>,
}

impl Written<'_> {
    /// Writes what differs from what is stored; answers whether anything did.
    async fn put(self, mut tx: Tx, id: CompanyId, ids: &mut Ids) -> Result<bool, StoreError> {
        let mut differs = self.company.is_some() || self.part.is_some();
        if let Some(company) = self.company {
            companies::put(&mut tx, std::slice::from_ref(company)).await?;
        }
        if let Some(part) = self.part {
            participations::put(&mut tx, std::slice::from_ref(part)).await?;
        }
        if let Some(mut people) = self.people {
            let known = companies::find_people(&mut tx, &id).await?;
            for person in &mut people {
                person.company = id;
            }
            fill_people(&mut people, &known, ids);
            people.retain(|person| !known.contains(person));
            if !people.is_empty() {
                companies::put_people(&mut tx, &people).await?;
                differs = true;
            }
        }
        if differs {
            tx.commit().await?;
        }
        Ok(differs)
    }
}
