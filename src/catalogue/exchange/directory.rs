//! The companies of the catalogue, found by slug or by name.

use std::collections::HashMap;

use slate_domain::company::Company;
use slate_domain::date::Timestamp;
use slate_domain::id::CompanyId;
use slate_domain::localised::Localised;
use slate_domain::slug::Slug;
use slate_domain::text::Name;

use crate::store::{Db, StoreError, companies};

/// Every company there is: hundreds, not as many as titles.
pub(super) struct Directory {
    companies: HashMap<CompanyId, Company>,
    by_slug: HashMap<Slug, CompanyId>,
    by_name: HashMap<String, CompanyId>,
}

impl Directory {
    pub(super) async fn load(db: &Db) -> Result<Self, StoreError> {
        let mut directory = Self {
            companies: HashMap::new(),
            by_slug: HashMap::new(),
            by_name: HashMap::new(),
        };
        for company in companies::all(db).await? {
            directory.insert(company);
        }
        Ok(directory)
    }

    pub(super) fn insert(&mut self, company: Company) {
        self.by_slug.insert(company.slug.clone(), company.id);
        // Of two companies of one name, the name means the first by slug.
        self.by_name
            .entry(company.name.as_str().to_lowercase())
            .or_insert(company.id);
        self.companies.insert(company.id, company);
    }

    pub(super) fn get(&self, id: &CompanyId) -> Option<&Company> {
        self.companies.get(id)
    }

    pub(super) fn by_slug(&self, slug: &Slug) -> Option<&Company> {
        self.companies.get(self.by_slug.get(slug)?)
    }

    pub(super) fn by_name(&self, name: &Name) -> Option<&Company> {
        self.companies
            .get(self.by_name.get(&name.as_str().to_lowercase())?)
    }

    /// A company as a title's row names it.
    pub(super) fn find(&self, slug_or_name: &Name) -> Option<&Company> {
        let by_slug = slug_or_name
            .as_str()
            .parse()
            .ok()
            .and_then(|slug| self.by_slug(&slug));
        by_slug.or_else(|| self.by_name(slug_or_name))
    }

    /// A company of which no more is known than its name.
    pub(super) fn new_company(
        &self,
        id: CompanyId,
        name: Name,
        wanted: Option<Slug>,
        now: Timestamp,
    ) -> Company {
        let slug = wanted
            .filter(|slug| !self.by_slug.contains_key(slug))
            .unwrap_or_else(|| self.free_slug(&name));
        Company {
            id,
            slug,
            name,
            names: Localised::default(),
            country: None,
            kinds: Vec::new(),
            profile: Localised::default(),
            website: None,
            created: now,
            updated: now,
        }
    }

    fn free_slug(&self, name: &Name) -> Slug {
        let plain = Slug::from_text(name.as_str()).unwrap_or_else(fallback);
        let numbered = (2_u64..).map(|number| plain.with_suffix(&number.to_string()));
        let mut choices = std::iter::once(plain.clone()).chain(numbered);
        choices
            .find(|slug| !self.by_slug.contains_key(slug))
            .unwrap_or(plain)
    }
}

/// The slug of a name that has neither letters nor digits.
fn fallback() -> Slug {
    word("company")
}

/// The slug of a word of ours, which always has one.
pub(super) fn word(word: &'static str) -> Slug {
    let Some(slug) = Slug::from_text(word) else {
        unreachable!("{word} is made of letters")
    };
    slug
}
