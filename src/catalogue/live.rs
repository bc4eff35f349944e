//! The catalogue as it is now: the search index in memory and what stands beside it, following the change
//! feed.
//!
//! Readers take an [`Arc<Live>`] and keep it for as long as they need it; when the feed has moved, a new
//! one is built in the background and put in its place. The public snapshot is kept in the data folder
//! under the feed's last change, so a restart opens it instead of building it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant};

use slate_domain::company::Company;
use slate_domain::country::Country;
use slate_domain::edition::Edition;
use slate_domain::id::{CompanyId, EditionId, TitleId};
use slate_domain::listing::{Listing, Participation};
use slate_domain::slug::Slug;
use slate_domain::title::Title;
use slate_domain::visibility::{Audience, seen_by};
use slate_search::{Builder, Hit, Index, Snapshot};
use tokio::sync::{mpsc, watch};

use super::documents::{Card, document, schema};
use super::snapshot_file::{self, Labels};
use crate::store::{Db, StoreError, changes, companies, editions, participations, titles};

/// How many titles are read from the store at a time.
const PAGE: u32 = 1_000;
/// How many cards are kept read, of about a kilobyte each.
const CARDS: u64 = 10_000;
/// How often the feed is looked at. A notice of a change on this node comes at once.
const POLL: Duration = Duration::from_secs(1);
/// A feed that has not moved for so long is at rest.
const SETTLED: Duration = Duration::from_millis(150);
/// How long a feed that never rests is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// What readers see: one state of the catalogue, unchanging.
pub struct Live {
    pub index: Index,
    /// The last change that is in it.
    pub feed: i64,
    pub edition: Option<Edition>,
    /// English names of genres by their codes.
    pub genres: BTreeMap<String, String>,
    companies: BTreeMap<CompanyId, Arc<Exhibitor>>,
    by_slug: BTreeMap<Slug, CompanyId>,
    /// Cards that were read, by slug: reading one checks all that is in it, and the same ones are asked for
    /// again and again.
    cards: moka::sync::Cache<Box<str>, Arc<Card>>,
}

/// A company that shows titles, with its place at the edition.
#[derive(Debug, Clone)]
pub struct Exhibitor {
    pub company: Company,
    pub participation: Option<Participation>,
    /// How many titles of it are in the catalogue.
    pub titles: u32,
}

impl Exhibitor {
    /// Whether visitors find it at the edition, with its titles.
    pub fn takes_part(&self) -> bool {
        self.participation
            .as_ref()
            .is_some_and(Participation::is_exhibitor)
    }
}

/// Why the catalogue could not be brought up to date.
#[derive(Debug, thiserror::Error)]
pub enum LiveError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("the search index could not be opened: {0}")]
    Index(#[from] slate_search::SnapshotError),
    #[error("reading the catalogue was stopped")]
    Stopped,
    #[error("a title's card could not be written: {0}")]
    Card(#[from] postcard::Error),
}

impl Live {
    /// The card of a hit in this catalogue's index.
    ///
    /// # Errors
    /// When the index holds something else than it was given.
    pub fn card(&self, hit: &Hit<'_>) -> Result<Arc<Card>, postcard::Error> {
        if let Some(card) = self.cards.get(hit.slug) {
            return Ok(card);
        }
        let card: Arc<Card> = Arc::new(postcard::from_bytes(hit.card)?);
        self.cards.insert(hit.slug.into(), Arc::clone(&card));
        Ok(card)
    }

    pub fn exhibitor(&self, id: &CompanyId) -> Option<&Arc<Exhibitor>> {
        self.companies.get(id)
    }

    pub fn exhibitor_by_slug(&self, slug: &Slug) -> Option<&Arc<Exhibitor>> {
        self.companies.get(self.by_slug.get(slug)?)
    }

    /// Every company that takes part in the edition as an exhibitor, by slug.
    pub fn exhibitors(&self) -> impl Iterator<Item = &Arc<Exhibitor>> {
        let by_slug = self.by_slug.values();
        by_slug
            .filter_map(|id| self.companies.get(id))
            .filter(|one| one.takes_part())
    }

    /// The countries exhibitors come from, with their number.
    pub fn exhibitor_countries(&self) -> BTreeMap<Country, u32> {
        let mut countries = BTreeMap::new();
        for country in self
            .exhibitors()
            .filter_map(|exhibitor| exhibitor.company.country)
        {
            *countries.entry(country).or_default() += 1;
        }
        countries
    }
}

/// Keeps the catalogue up to date and hands it out.
pub struct Catalogue {
    db: Db,
    snapshots: PathBuf,
    current: RwLock<Arc<Live>>,
    moved: watch::Sender<i64>,
}

impl Catalogue {
    /// Opens the catalogue of the current edition, from the kept snapshot where it is of the feed's last
    /// change.
    pub async fn open(db: Db, data_dir: &Path) -> Result<Self, LiveError> {
        let snapshots = data_dir.join("index");
        let live = load(&db, &snapshots).await?;
        let (moved, _) = watch::channel(live.feed);
        Ok(Self {
            db,
            snapshots,
            current: RwLock::new(Arc::new(live)),
            moved,
        })
    }

    /// The catalogue as it is now.
    pub fn now(&self) -> Arc<Live> {
        Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The last change readers see.
    pub fn feed(&self) -> i64 {
        *self.moved.borrow()
    }

    /// Tells of every new state by the number of its last change.
    pub fn subscribe(&self) -> watch::Receiver<i64> {
        self.moved.subscribe()
    }

    /// Takes in what has changed since. Answers whether anything had.
    pub async fn refresh(&self) -> Result<bool, LiveError> {
        if changes::last(&self.db).await? == self.feed() {
            return Ok(false);
        }
        let live = load(&self.db, &self.snapshots).await?;
        let feed = live.feed;
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(live);
        self.moved.send_replace(feed);
        tracing::info!(feed, "catalogue brought up to date");
        Ok(true)
    }

    /// Waits while the feed runs, as during an import, so that the catalogue is not built for every batch;
    /// not for longer than [`PATIENCE`].
    async fn settle(&self) -> Result<(), StoreError> {
        let mut seen = changes::last(&self.db).await?;
        let began = Instant::now();
        while seen != self.feed() && began.elapsed() < PATIENCE {
            tokio::time::sleep(SETTLED).await;
            let now = changes::last(&self.db).await?;
            if now == seen {
                break;
            }
            seen = now;
        }
        Ok(())
    }

    /// Follows the feed until `stop` is told. A store that cannot be reached is logged once and tried again.
    pub async fn follow(self: Arc<Self>, mut stop: watch::Receiver<bool>) {
        let mut unreachable = false;
        loop {
            tokio::select! {
                () = tokio::time::sleep(POLL) => {}
                _ = stop.changed() => return,
            }
            let settled = self.settle().await.map_err(LiveError::from);
            let refreshed = match settled {
                Ok(()) => self.refresh().await,
                Err(error) => Err(error),
            };
            match refreshed {
                Ok(_) => unreachable = false,
                Err(error) if !unreachable => {
                    tracing::error!(%error, "the catalogue cannot be brought up to date; trying on");
                    unreachable = true;
                }
                Err(_) => {}
            }
        }
    }
}

/// Brings the kept snapshot up to date, so that the next start opens it: what `import` and `seed` end with.
pub async fn keep_snapshot(db: &Db, data_dir: &Path) -> Result<usize, LiveError> {
    Ok(load(db, &data_dir.join("index")).await?.index.len())
}

/// Reads the state of the store. The feed is read first: what is committed meanwhile is seen twice, never
/// missed.
async fn load(db: &Db, snapshots: &Path) -> Result<Live, LiveError> {
    let last = changes::last_change(db).await?;
    let feed = last.as_ref().map_or(0, |change| change.number);
    let edition = editions::current(db).await?;
    let mut companies = exhibitors(db, edition.as_ref()).await?;
    let kept = match (&last, &edition) {
        (Some(change), Some(edition)) => Some(snapshot_file::Name::of(edition.id, change)),
        _ => None,
    };
    let opened = kept
        .as_ref()
        .and_then(|name| snapshot_file::read(snapshots, name));
    let (labels, index) = match opened {
        Some(opened) => opened,
        None => {
            let (labels, snapshot) =
                build(db, edition.as_ref().map(|edition| &edition.id), &companies).await?;
            if let Some(name) = &kept {
                snapshot_file::write(snapshots, name, &labels, &snapshot);
            }
            (labels, Index::open(snapshot.into_bytes())?)
        }
    };
    for (id, titles) in &labels.titles {
        if let Some(exhibitor) = companies.get_mut(id) {
            exhibitor.titles = *titles;
        }
    }
    let by_slug = companies
        .values()
        .map(|one| (one.company.slug.clone(), one.company.id))
        .collect();
    let companies = companies
        .into_iter()
        .map(|(id, one)| (id, Arc::new(one)))
        .collect();
    Ok(Live {
        index,
        feed,
        edition,
        genres: labels.genres,
        companies,
        by_slug,
        cards: moka::sync::Cache::new(CARDS),
    })
}

async fn exhibitors(
    db: &Db,
    edition: Option<&Edition>,
) -> Result<BTreeMap<CompanyId, Exhibitor>, StoreError> {
    let mut participations: BTreeMap<_, _> = match edition {
        Some(edition) => participations::of_edition(db, &edition.id)
            .await?
            .into_iter()
            .map(|participation| (participation.company, participation))
            .collect(),
        None => BTreeMap::new(),
    };
    let companies = companies::all(db).await?;
    Ok(companies
        .into_iter()
        .map(|company| {
            let participation = participations.remove(&company.id);
            (
                company.id,
                Exhibitor {
                    company,
                    participation,
                    titles: 0,
                },
            )
        })
        .collect())
}

/// Builds the public snapshot of an edition's catalogue, the next titles being read while documents are
/// made of these.
async fn build(
    db: &Db,
    edition: Option<&EditionId>,
    companies: &BTreeMap<CompanyId, Exhibitor>,
) -> Result<(Labels, Snapshot), LiveError> {
    let (pages, mut read) = mpsc::channel::<Vec<(Title, Listing)>>(1);
    let reading = edition.map(|edition| tokio::spawn(read_all(db.clone(), *edition, pages)));
    let mut builder = Builder::new(schema());
    let mut labels = Labels::default();
    while let Some(page) = read.recv().await {
        for (title, listing) in page {
            let exhibitor = companies.get(&title.company);
            let Some(exhibitor) = exhibitor.filter(|one| one.takes_part()) else {
                continue;
            };
            let Some(seen) = seen_by(title, Audience::Public) else {
                continue;
            };
            labels.add(&seen);
            builder.add(document(&seen, &exhibitor.company, &listing)?);
        }
    }
    if let Some(reading) = reading {
        reading.await.map_err(|_| LiveError::Stopped)??;
    }
    Ok((labels, builder.finish()))
}

/// Sends every title the edition lists, page by page, for as long as someone takes them.
async fn read_all(
    db: Db,
    edition: EditionId,
    pages: mpsc::Sender<Vec<(Title, Listing)>>,
) -> Result<(), StoreError> {
    let mut after: Option<TitleId> = None;
    loop {
        let page = titles::listed_page_by_id(&db, &edition, after.as_ref(), PAGE).await?;
        let Some((last, _)) = page.last() else {
            return Ok(());
        };
        after = Some(last.id);
        if pages.send(page).await.is_err() {
            return Ok(());
        }
    }
}
