//! The demonstration market: a fictional edition in Hong Kong with its exhibitors and their slates.
//!
//! Everything follows from the seed and nothing else, neither the clock nor the machine: the same seed makes
//! the same market, to the byte of its export, in either database. What is generated:
//!
//! - [`edition`]: the market, its days, its halls and booths;
//! - [`companies`]: exhibitors of 27 [`countries`], with [`people`];
//! - [`titles`]: the hand-written [`showcase`] first, then names from [`naming`], plots from [`story`],
//!   and what a buyer asks for from [`money`], [`rights`], [`festivals`], [`genres`] and [`shape`].
//!
//! The words stand in `words/`; to make the market richer, add lines there. A test in `src/tests/demo.rs`
//! says when synopses begin to repeat each other.

mod art;
mod companies;
mod countries;
mod deck;
mod dice;
pub mod draw;
mod edition;
mod festivals;
mod genres;
mod hans;
mod money;
mod naming;
mod people;
mod rights;
mod shape;
mod showcase;
mod story;
mod titles;
mod trailers;
mod words;

use std::collections::{HashMap, HashSet};

use slate_domain::ParseError;
use slate_domain::date::Timestamp;
use slate_domain::edition::Edition;
use slate_domain::listing::{Listing, ListingStatus, Participation};
use slate_domain::title::{SourceId, Title};

use crate::server::media::Media;
use crate::store::{self, Db, StoreError};

pub use companies::Exhibitor;

/// How many titles a market has if nobody says.
pub const TITLES: u32 = 1_200;
/// The most titles there can be.
pub const MOST: u32 = 100_000;
/// Exhibitors of a market of the usual size.
const EXHIBITORS: u32 = 760;
/// So many titles are made and written at once.
const BATCH: usize = 2_000;

/// Which market to make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeedOptions {
    /// At most [`MOST`].
    pub titles: u32,
    pub seed: u64,
}

impl Default for SeedOptions {
    fn default() -> Self {
        Self {
            titles: TITLES,
            seed: 1,
        }
    }
}

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seeded {
    pub titles: u32,
    pub companies: u32,
}

/// Why there is no market.
#[derive(Debug, thiserror::Error)]
pub enum SeedError {
    #[error("A market has 1 to {MOST} titles, not {0}.")]
    Size(u32),
    #[error(
        "The database holds other {what} than those of this demonstration market ({count}). It is filled only \
         when it is empty or holds the market of the same seed: give another one with --database."
    )]
    Occupied { what: &'static str, count: u64 },
    #[error("The generator made something that the catalogue does not admit: {0}")]
    Content(#[from] ParseError),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("the media folder could not be written: {0}")]
    Media(#[from] std::io::Error),
}

/// Everything but the titles, and the means to make those.
#[derive(Debug)]
pub struct Market {
    pub edition: Edition,
    pub exhibitors: Vec<Exhibitor>,
    options: SeedOptions,
}

impl Market {
    pub fn new(options: SeedOptions) -> Result<Self, SeedError> {
        if !(1..=MOST).contains(&options.titles) {
            return Err(SeedError::Size(options.titles));
        }
        let edition = edition::edition(options.seed)?;
        let count = EXHIBITORS.min((options.titles * 2 / 3).max(12));
        let exhibitors = companies::exhibitors(options.seed, count, &edition)?;
        Ok(Self {
            edition,
            exhibitors,
            options,
        })
    }

    /// The titles, one after the other; memory does not grow with their number but for a few bytes each.
    pub fn titles(
        &self,
    ) -> Result<impl Iterator<Item = Result<Title, ParseError>> + '_, ParseError> {
        titles::Titles::new(self.options.seed, self.options.titles, &self.exhibitors)
    }

    /// How a title is listed: those written by hand come first among equals.
    pub fn listing(&self, number: u32, title: &Title) -> Listing {
        let place = usize::try_from(number).unwrap_or(usize::MAX);
        let featured = match place.checked_sub(showcase::pieces().len()) {
            None => 200,
            Some(_) => 0,
        };
        Listing {
            title: title.id,
            edition: self.edition.id,
            status: ListingStatus::Listed,
            featured,
        }
    }
}

/// Fills the database with the market of a seed. One that is empty is filled; one that holds the market of
/// this seed is brought to it again, and what is the same stays as it is; any other is refused.
///
/// `progress` hears how many titles are done, and of how many.
#[tracing::instrument(skip_all, fields(titles = options.titles, seed = options.seed), err)]
pub async fn seed(
    db: &Db,
    media: &Media,
    options: &SeedOptions,
    mut progress: impl FnMut(u32, u32),
) -> Result<Seeded, SeedError> {
    let market = Market::new(*options)?;
    refuse_others(db, &market).await?;
    write_companies(db, &market).await?;
    let all = options.titles;
    let mut titles = market.titles()?;
    let mut done = 0;
    loop {
        let batch: Vec<Title> = titles.by_ref().take(BATCH).collect::<Result<_, _>>()?;
        if batch.is_empty() {
            break;
        }
        write_pictures(media, &market, done, &batch)?;
        write_titles(db, &market, done, &batch).await?;
        done += u32::try_from(batch.len()).unwrap_or(0);
        progress(done, all);
    }
    Ok(Seeded {
        titles: done,
        companies: u32::try_from(market.exhibitors.len()).unwrap_or(0),
    })
}

/// Fills an empty database with the usual market, and goes on where a start before this one was ended
/// half-way; `None` if there was nothing to do.
pub async fn seed_if_empty(db: &Db, media: &Media) -> Result<Option<Seeded>, SeedError> {
    let options = SeedOptions::default();
    if !is_unfinished(store::titles::count(db).await?, options.titles) {
        return Ok(None);
    }
    match refuse_others(db, &Market::new(options)?).await {
        Ok(()) => seed(db, media, &options, |_, _| {}).await.map(Some),
        Err(SeedError::Occupied { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Whether so many titles can be what is left of an attempt at `wanted`: batches are written whole, so any
/// other number was asked for with `slate seed`.
fn is_unfinished(titles: u64, wanted: u32) -> bool {
    titles < u64::from(wanted) && titles.is_multiple_of(BATCH as u64)
}

/// A catalogue that is not this seed's is somebody's work.
async fn refuse_others(db: &Db, market: &Market) -> Result<(), SeedError> {
    let seed = market.options.seed;
    let count = store::titles::count(db).await?;
    if count > 0 {
        let first: SourceId = titles::source_id(seed, 0).parse()?;
        let mut tx = db.begin(edition::MADE).await?;
        let ours = store::titles::by_source_ids(&mut tx, &[first]).await?;
        if ours.is_empty() {
            return Err(SeedError::Occupied {
                what: "titles",
                count,
            });
        }
    }
    let editions = store::editions::all(db).await?;
    none_but("editions", editions, |one| one.id == market.edition.id)?;
    // One that was larger may become smaller, so all that this seed can have count.
    let ours: HashSet<_> = companies::exhibitors(seed, EXHIBITORS, &market.edition)?
        .into_iter()
        .map(|exhibitor| exhibitor.company.id)
        .collect();
    let companies = store::companies::all(db).await?;
    none_but("companies", companies, |one| ours.contains(&one.id))
}

fn none_but<T>(
    what: &'static str,
    there: Vec<T>,
    is_ours: impl Fn(&T) -> bool,
) -> Result<(), SeedError> {
    match there.iter().filter(|one| !is_ours(one)).count() {
        0 => Ok(()),
        count => Err(SeedError::Occupied {
            what,
            count: count as u64,
        }),
    }
}

/// The moment everything is dated, in the change feed too.
fn now() -> Timestamp {
    edition::MADE
}

async fn write_companies(db: &Db, market: &Market) -> Result<(), SeedError> {
    let companies: Vec<_> = market
        .exhibitors
        .iter()
        .map(|exhibitor| exhibitor.company.clone())
        .collect();
    let people: Vec<_> = market
        .exhibitors
        .iter()
        .flat_map(|exhibitor| exhibitor.people.clone())
        .collect();
    let participations: Vec<Participation> = market
        .exhibitors
        .iter()
        .map(|exhibitor| exhibitor.participation.clone())
        .collect();
    let mut tx = db.begin(now()).await?;
    let ids: Vec<_> = companies.iter().map(|company| company.id).collect();
    let there = store::companies::find(&mut tx, &ids).await?;
    let known = store::editions::find(&mut tx, &market.edition.id).await?;
    let the_same = known.as_ref() == Some(&market.edition)
        && companies
            .iter()
            .all(|company| there.get(&company.id) == Some(company));
    if the_same {
        return Ok(());
    }
    store::editions::put(&mut tx, &market.edition, true).await?;
    store::companies::put(&mut tx, &companies).await?;
    store::companies::put_people(&mut tx, &people).await?;
    store::participations::put(&mut tx, &participations).await?;
    tx.commit().await?;
    Ok(())
}

/// Draws for a batch of titles that begins with the title `first`, before a title names what is drawn.
fn write_pictures(
    media: &Media,
    market: &Market,
    first: u32,
    batch: &[Title],
) -> Result<(), SeedError> {
    let companies: HashMap<_, _> = market
        .exhibitors
        .iter()
        .map(|exhibitor| (exhibitor.company.id, &exhibitor.company))
        .collect();
    for (number, title) in (first..).zip(batch) {
        let company = companies
            .get(&title.company)
            .map_or("", |company| company.name.as_str());
        for piece in art::pieces(number, title, company)? {
            media.put(&piece.key, &piece.content)?;
        }
    }
    Ok(())
}

/// Writes what is new or different among a batch that begins with the title `first`.
async fn write_titles(
    db: &Db,
    market: &Market,
    first: u32,
    batch: &[Title],
) -> Result<(), SeedError> {
    let mut tx = db.begin(now()).await?;
    let ids: Vec<_> = batch.iter().map(|title| title.id).collect();
    let there = store::titles::find(&mut tx, &ids).await?;
    let mut changed = Vec::new();
    let mut listings = Vec::new();
    for (number, title) in (first..).zip(batch) {
        if there
            .get(&title.id)
            .is_none_or(|known| !the_same(known, title))
        {
            changed.push(title.clone());
            listings.push(market.listing(number, title));
        }
    }
    if changed.is_empty() {
        return Ok(());
    }
    store::titles::put(&mut tx, &changed).await?;
    store::listings::put(&mut tx, &listings).await?;
    tx.commit().await?;
    Ok(())
}

/// Whether a title is as it was generated; the store keeps identifiers in an order of its own.
fn the_same(known: &Title, made: &Title) -> bool {
    let sorted = |title: &Title| {
        let mut title = title.clone();
        title.identifiers.sort();
        title
    };
    sorted(known) == sorted(made)
}
