//! Slugs for new titles: the same ones whenever the same rows come in the same order.

use std::collections::{HashMap, HashSet};

use slate_domain::language::LanguageTag;
use slate_domain::slug::Slug;
use slate_domain::title::Title;

use crate::store::{StoreError, Tx, titles};

/// How many numbered slugs are asked for at once, where the plain ones are taken.
const AT_ONCE: usize = 20;

/// Which slugs are taken, as far as it has been asked: by stored titles, or by new ones of this batch.
pub(super) struct Slugs {
    /// The last number given to a stem in this import: of 20,000 titles of one name, the next one need
    /// not begin at 2.
    numbers: HashMap<Slug, u64>,
    taken: HashSet<Slug>,
    asked: HashSet<Slug>,
    /// For a name without a letter or digit.
    fallback: Slug,
}

impl Slugs {
    pub(super) fn new(fallback: Slug) -> Self {
        Self {
            numbers: HashMap::new(),
            taken: HashSet::new(),
            asked: HashSet::new(),
            fallback,
        }
    }

    /// Asks anew: others write too.
    pub(super) fn begin_batch(&mut self) {
        self.taken.clear();
        self.asked.clear();
    }

    /// Asks for the first choices of many titles in one go.
    pub(super) async fn ask_for(
        &mut self,
        tx: &mut Tx,
        titles: &[&Title],
        wanted: impl Iterator<Item = Slug>,
    ) -> Result<(), StoreError> {
        let first = titles
            .iter()
            .flat_map(|title| self.choices(title).take(2).collect::<Vec<_>>())
            .map(|choice| choice.slug);
        let unknown: HashSet<Slug> = first.chain(wanted).collect();
        self.ask(tx, unknown.into_iter().collect()).await
    }

    async fn ask(&mut self, tx: &mut Tx, slugs: Vec<Slug>) -> Result<(), StoreError> {
        if !slugs.is_empty() {
            self.taken.extend(titles::slugs_like(tx, &slugs).await?);
            self.asked.extend(slugs);
        }
        Ok(())
    }

    /// Whether nobody has a slug yet.
    pub(super) async fn is_free(&mut self, tx: &mut Tx, slug: &Slug) -> Result<bool, StoreError> {
        if !self.asked.contains(slug) {
            self.ask(tx, vec![slug.clone()]).await?;
        }
        Ok(!self.taken.contains(slug))
    }

    pub(super) fn take(&mut self, slug: Slug) {
        self.asked.insert(slug.clone());
        self.taken.insert(slug);
    }

    /// Chooses the first free slug of a title, and takes it.
    pub(super) async fn choose(&mut self, tx: &mut Tx, title: &Title) -> Result<Slug, StoreError> {
        let mut choices = self.choices(title);
        loop {
            let some: Vec<Choice> = choices.by_ref().take(AT_ONCE).collect();
            for choice in &some {
                // The plain ones have been asked for; the others only once those are taken.
                if !self.asked.contains(&choice.slug) {
                    let slugs = some.iter().map(|choice| &choice.slug);
                    let unknown = slugs.filter(|slug| !self.asked.contains(*slug));
                    let unknown = unknown.cloned().collect();
                    self.ask(tx, unknown).await?;
                }
                if !self.taken.contains(&choice.slug) {
                    return Ok(self.settle(choice));
                }
            }
        }
    }

    /// Takes a choice, and remembers its number.
    pub(super) fn settle(&mut self, choice: &Choice) -> Slug {
        if let Some((stem, number)) = &choice.numbered {
            self.numbers.insert(stem.clone(), *number);
        }
        self.take(choice.slug.clone());
        choice.slug.clone()
    }

    /// The slugs a title may have, the best first, without end: of its English or else its original
    /// name, then with the year, then numbered from 2 or from where the numbers ended.
    pub(super) fn choices(&self, title: &Title) -> impl Iterator<Item = Choice> + use<> {
        let plain = slug_of_name(title).unwrap_or_else(|| self.fallback.clone());
        let dated = title
            .filed_under()
            .map(|year| plain.with_suffix(&year.to_string()));
        let stem = dated.clone().unwrap_or_else(|| plain.clone());
        let first = self.numbers.get(&stem).map_or(2, |last| last + 1);
        let numbered = (first..).map(move |number| Choice {
            slug: stem.with_suffix(&number.to_string()),
            numbered: Some((stem.clone(), number)),
        });
        let unnumbered = |slug| Choice {
            slug,
            numbered: None,
        };
        std::iter::once(plain)
            .chain(dated)
            .map(unnumbered)
            .chain(numbered)
    }
}

/// A slug that a title may have.
pub(super) struct Choice {
    pub slug: Slug,
    /// The stem and its number, if it has one.
    numbered: Option<(Slug, u64)>,
}

fn slug_of_name(title: &Title) -> Option<Slug> {
    let english = |tag: &LanguageTag| tag.language() == "en";
    let name = title
        .texts
        .titles
        .iter()
        .find(|(tag, _)| english(tag))
        .map(|(_, name)| name);
    name.and_then(|name| Slug::from_text(name.as_str()))
        .or_else(|| Slug::from_text(title.original.as_str()))
}
