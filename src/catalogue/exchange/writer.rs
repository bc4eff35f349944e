//! Parsed records into the store: what is new is made, what differs is changed, the rest is left alone.

use std::sync::Arc;

use slate_domain::date::Timestamp;
use slate_domain::id::{CompanyId, TitleId};
use slate_domain::listing::{Listing, ListingStatus};
use slate_domain::slug::Slug;
use slate_domain::text::Name;
use slate_domain::title::Title;

use super::ExchangeError;
use super::columns::Field;
use super::directory::word;
use super::import::{ImportOptions, ImportSummary};
use super::kept_ids::fill_title;
use super::market::Market;
use super::outcome::{Outcome, is_refusal, rejected};
use super::parse::{Batch, Record};
use super::report::{Finding, Report};
use super::row_to_title::{Defaults, TitleRow};
use super::slugs::Slugs;
use super::stored::{Stored, keep_identifiers_apart, same};
use crate::server::clock::Clock;
use crate::server::ids::Ids;
use crate::store::{Db, StoreError, Tx, listings, titles};

/// Writes batches one after the other.
pub(super) struct Writer<'a> {
    db: &'a Db,
    ids: Ids,
    defaults: Defaults,
    market: Market,
    /// Under whom titles are filed that name no company.
    company: Name,
    slugs: Slugs,
    pub summary: ImportSummary,
}

/// A row with what it stands on.
struct Placed {
    row: Where,
    title: TitleRow,
    stored: Option<Arc<Title>>,
    company: Option<CompanyId>,
}

/// A title on its way into the store.
pub(super) struct Pending {
    pub row: Where,
    pub title: Title,
    /// What is stored, if anything is.
    stored: Option<Arc<Title>>,
    wanted_slug: Option<Slug>,
    updated: Option<Timestamp>,
    listing_status: Option<Option<ListingStatus>>,
    featured: Option<u8>,
}

/// What is to be written of a row.
struct Written {
    row: Where,
    outcome: Outcome,
    title: bool,
    listing: bool,
}

/// Which record of the batch something came from.
#[derive(Clone, Copy)]
pub(super) struct Where {
    index: usize,
    pub line: u64,
}

impl<'a> Writer<'a> {
    pub(super) async fn open(
        db: &'a Db,
        clock: &Clock,
        options: &ImportOptions,
    ) -> Result<Self, ExchangeError> {
        let defaults = Defaults {
            now: clock.now(),
            draft: options.draft,
        };
        let company = match &options.company {
            Some(name) => name.clone(),
            None => "Imported catalogue"
                .parse()
                .map_err(|error| ExchangeError::Stopped(format!("{error}")))?,
        };
        Ok(Self {
            db,
            ids: Ids::new(clock.clone()),
            market: Market::load(db, defaults.now).await?,
            defaults,
            company,
            slugs: Slugs::new(word("title")),
            summary: ImportSummary::default(),
        })
    }

    /// Writes a batch, and what was found about its rows into the report: its titles in one transaction,
    /// and before them what they stand on. Editions and companies that have rows have each a transaction
    /// of its own, for one that is refused must not take others with it; what titles name and is not
    /// there goes into one.
    pub(super) async fn write(
        &mut self,
        batch: Batch,
        report: &mut Report,
    ) -> Result<(), ExchangeError> {
        let mut findings: Vec<Vec<Finding>> = Vec::with_capacity(batch.records.len());
        let mut rows: Vec<(usize, TitleRow)> = Vec::new();
        for (index, (record, found)) in batch.records.into_iter().enumerate() {
            self.summary.read += 1;
            findings.push(found);
            let outcome = match record {
                Record::Title(row) => {
                    rows.push((index, *row));
                    continue;
                }
                Record::Rejected => Outcome::Rejected(None),
                Record::Company(row) => self.market.company(self.db, &mut self.ids, *row).await?,
                Record::Edition(row) => self.market.edition(self.db, &mut self.ids, *row).await?,
            };
            self.count(outcome, findings.last_mut());
        }
        if !rows.is_empty() {
            let mut tx = self.db.begin(self.defaults.now).await?;
            let stored = Stored::load(&mut tx, &rows).await?;
            let mut placed = Vec::with_capacity(rows.len());
            for (index, row) in rows {
                let stored = stored.of(&row);
                let company = self.company_of(&mut tx, &row, stored.is_some()).await?;
                placed.push(Placed {
                    row: Where {
                        index,
                        line: row.line,
                    },
                    title: row,
                    stored,
                    company,
                });
            }
            if self.market.take_written() {
                tx.commit().await?;
                tx = self.db.begin(self.defaults.now).await?;
            }
            self.write_titles(tx, placed, &mut findings).await?;
        }
        for finding in findings.iter().flatten() {
            report.add(&batch.file, finding)?;
        }
        Ok(())
    }

    /// Under whom a row's title is filed; `None` for a stored one that stays where it is, and for a row
    /// that cannot become a title.
    async fn company_of(
        &mut self,
        tx: &mut Tx,
        row: &TitleRow,
        stored: bool,
    ) -> Result<Option<CompanyId>, ExchangeError> {
        if stored {
            self.market.open_edition(tx, &mut self.ids).await?;
        }
        let name = match &row.company {
            Some(name) if stored || row.has_name() => name,
            None if !stored && row.has_name() => &self.company,
            _ => return Ok(None),
        };
        self.market
            .company_named(tx, &mut self.ids, name)
            .await
            .map(Some)
    }

    fn count(&mut self, outcome: Outcome, findings: Option<&mut Vec<Finding>>) {
        match outcome {
            Outcome::Created => self.summary.created += 1,
            Outcome::Updated => self.summary.updated += 1,
            Outcome::Unchanged => self.summary.unchanged += 1,
            Outcome::Rejected(reason) => {
                self.summary.rejected += 1;
                if let (Some(findings), Some(reason)) = (findings, reason) {
                    // What would have been left out of a row that is not taken is of no interest.
                    *findings = vec![reason];
                }
            }
        }
    }

    async fn write_titles(
        &mut self,
        mut tx: Tx,
        placed: Vec<Placed>,
        findings: &mut [Vec<Finding>],
    ) -> Result<(), ExchangeError> {
        let mut pending = Vec::with_capacity(placed.len());
        for one in placed {
            let place = one.row;
            match self.merge(one) {
                Some(title) => pending.push(title),
                None => {
                    let reason =
                        "the row has no title: neither in title nor in any title_<language>";
                    let finding =
                        Finding::rejected(place.line, Field::Title.name(), "", "no title", reason);
                    self.count(
                        Outcome::Rejected(Some(finding)),
                        findings.get_mut(place.index),
                    );
                }
            }
        }
        self.choose_slugs(&mut tx, &mut pending, findings).await?;
        keep_identifiers_apart(&mut tx, &mut pending, findings).await?;

        let mut changes: Vec<Written> = Vec::with_capacity(pending.len());
        let mut changed: Vec<Title> = Vec::new();
        let mut listed: Vec<Listing> = Vec::new();
        for mut one in pending {
            let listing = self
                .market
                .listing(one.title.id, one.listing_status, one.featured);
            let differs = one
                .stored
                .as_deref()
                .is_none_or(|stored| !same(stored, &one.title));
            let outcome = match &one.stored {
                None => Outcome::Created,
                Some(_) if differs || listing.is_some() => Outcome::Updated,
                Some(_) => Outcome::Unchanged,
            };
            changes.push(Written {
                row: one.row,
                outcome,
                title: differs,
                listing: listing.is_some(),
            });
            if differs {
                if one.stored.is_some() {
                    one.title.updated = one.updated.unwrap_or(self.defaults.now);
                }
                changed.push(one.title);
            }
            listed.extend(listing);
        }
        if changed.is_empty() && listed.is_empty() {
            // Nothing to commit.
        } else if let Err(error) = put(tx, &changed, &listed).await {
            if !is_refusal(&error) {
                return Err(error.into());
            }
            return self
                .write_one_by_one(changes, changed, listed, findings)
                .await;
        }
        for one in changes {
            self.count(one.outcome, None);
        }
        Ok(())
    }

    /// What the database does not take together it may take one by one, but for the row it refuses.
    async fn write_one_by_one(
        &mut self,
        changes: Vec<Written>,
        changed: Vec<Title>,
        listed: Vec<Listing>,
        findings: &mut [Vec<Finding>],
    ) -> Result<(), ExchangeError> {
        let (mut titles, mut listings) = (changed.into_iter(), listed.into_iter());
        for one in changes {
            let title: Vec<Title> = titles.by_ref().take(usize::from(one.title)).collect();
            let listing: Vec<Listing> = listings.by_ref().take(usize::from(one.listing)).collect();
            if title.is_empty() && listing.is_empty() {
                self.count(one.outcome, None);
                continue;
            }
            let tx = self.db.begin(self.defaults.now).await?;
            match put(tx, &title, &listing).await {
                Ok(()) => self.count(one.outcome, None),
                Err(error) => {
                    let key = title.iter().find_map(|title| title.source_id.as_ref());
                    let key = key.map(ToString::to_string).unwrap_or_default();
                    let outcome = rejected(one.row.line, &key, error)?;
                    for listing in &listing {
                        self.market.forget(listing.title);
                    }
                    self.count(outcome, findings.get_mut(one.row.index));
                }
            }
        }
        Ok(())
    }

    /// The title a row makes or changes; `None` for a new one without a name.
    fn merge(&mut self, placed: Placed) -> Option<Pending> {
        let Placed {
            row: place,
            title: mut row,
            stored,
            company,
        } = placed;
        let wanted_slug = row.slug.take();
        let (updated, listing_status, featured) = (row.updated, row.listing_status, row.featured);
        let mut title = match &stored {
            Some(stored) => row.update(stored, company, self.defaults.now),
            None => {
                let (time, random) = self.ids.parts();
                row.make(
                    TitleId::from_parts(time, random),
                    word("title"),
                    company?,
                    &self.defaults,
                )?
            }
        };
        fill_title(&mut title, stored.as_deref(), &mut self.ids);
        Some(Pending {
            row: place,
            title,
            stored,
            wanted_slug,
            updated,
            listing_status,
            featured,
        })
    }

    async fn choose_slugs(
        &mut self,
        tx: &mut Tx,
        pending: &mut [Pending],
        findings: &mut [Vec<Finding>],
    ) -> Result<(), ExchangeError> {
        let slugs = &mut self.slugs;
        slugs.begin_batch();
        let new: Vec<&Title> = pending
            .iter()
            .filter(|one| one.stored.is_none())
            .map(|one| &one.title)
            .collect();
        let wanted = pending
            .iter()
            .filter(|one| one.stored.is_none())
            .filter_map(|one| one.wanted_slug.clone());
        slugs.ask_for(tx, &new, wanted).await?;
        for one in pending.iter_mut().filter(|one| one.stored.is_none()) {
            if let Some(wanted) = one.wanted_slug.take() {
                if slugs.is_free(tx, &wanted).await? {
                    slugs.take(wanted.clone());
                    one.title.slug = wanted;
                    continue;
                }
                let reason = "another title has this slug; it gets the next free one of its name";
                let finding = Finding::left_out(
                    one.row.line,
                    Field::Slug.name(),
                    wanted.as_str(),
                    "slug taken",
                    reason,
                );
                note(findings, one.row, finding);
            }
            one.title.slug = slugs.choose(tx, &one.title).await?;
        }
        Ok(())
    }
}

async fn put(mut tx: Tx, changed: &[Title], listed: &[Listing]) -> Result<(), StoreError> {
    if !changed.is_empty() {
        titles::put(&mut tx, changed).await?;
    }
    if !listed.is_empty() {
        listings::put(&mut tx, listed).await?;
    }
    tx.commit().await
}

pub(super) fn note(findings: &mut [Vec<Finding>], row: Where, finding: Finding) {
    if let Some(findings) = findings.get_mut(row.index) {
        findings.push(finding);
    }
}
