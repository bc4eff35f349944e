//! The row of a title, and how the two become each other.

use slate_domain::id::TitleId;
use slate_domain::money::Money;
use slate_domain::title::Title;
use slate_domain::visibility::FieldVisibility;

use crate::store::bulk::{Cell, Table};
use crate::store::rows::{Column, Unreadable, day, json, moment, number, optional, text, to_json};
use crate::store::{Result, StoreError};

/// A query for whole rows of table `title`, which it calls `t`.
macro_rules! select_title {
    ($rest:literal) => {
        select_title!("", $rest)
    };
    ($more:literal, $rest:literal) => {
        concat!(
            "SELECT t.id, t.slug, t.source_id, t.company, t.category, t.stage, t.status, t.original, \
             t.original_language, t.texts, t.genres, t.keywords, t.countries, t.languages, t.subtitles, t.year, \
             t.released, t.runtime, t.episodes, t.budget_amount, t.budget_currency, t.financed, t.looking_for, \
             t.audience, t.rating, t.credits, t.festivals, t.budget_visibility, t.financing_visibility, \
             t.avails_visibility, t.created, t.updated, t.published",
            $more,
            " FROM title t ",
            $rest
        )
    };
}
pub(super) use select_title;

/// How many columns are written.
pub(super) const COLUMNS: usize = 34;

pub(super) static TITLE: Table = Table {
    name: "title",
    key: &["id"],
    columns: &[
        "id",
        "slug",
        "source_id",
        "company",
        "category",
        "stage",
        "status",
        "original",
        "original_language",
        "texts",
        "genres",
        "keywords",
        "countries",
        "languages",
        "subtitles",
        "year",
        "released",
        "runtime",
        "episodes",
        "budget_amount",
        "budget_currency",
        "financed",
        "looking_for",
        "audience",
        "rating",
        "credits",
        "festivals",
        "budget_visibility",
        "financing_visibility",
        "avails_visibility",
        "rights_version",
        "created",
        "updated",
        "published",
    ],
    // A new title begins at 1; one that is there goes on counting, see `write::put`.
    computed: &[("rights_version", "title.rights_version")],
};

/// The cells of [`TITLE`]'s columns.
pub(super) fn cells(title: &Title) -> Result<[Cell<'_>; COLUMNS]> {
    Ok([
        title.id.to_string().into(),
        title.slug.as_str().into(),
        title
            .source_id
            .as_ref()
            .map(|source| source.as_str())
            .into(),
        title.company.to_string().into(),
        title.category.code().into(),
        title.stage.code().into(),
        title.status.code().into(),
        title.original.as_str().into(),
        title
            .original_language
            .as_ref()
            .map(|language| language.as_str())
            .into(),
        to_json(&title.texts)?.into(),
        list(&title.genres)?,
        list(&title.keywords)?,
        list(&title.countries)?,
        list(&title.languages)?,
        list(&title.subtitles)?,
        title.year.map(|year| i64::from(year.get())).into(),
        title.released.map(|day| day.to_string()).into(),
        title.runtime.map(|minutes| i64::from(minutes.get())).into(),
        title
            .episodes
            .map(|episodes| i64::from(episodes.get()))
            .into(),
        title.budget.map(Money::amount).into(),
        title
            .budget
            .map(|budget| budget.currency().to_string())
            .into(),
        title.financed.map(|share| i64::from(share.get())).into(),
        list(&title.looking_for)?,
        title.audience.map(|audience| audience.code()).into(),
        title.rating.map(|rating| rating.code()).into(),
        list(&title.credits)?,
        list(&title.festivals)?,
        title.visibility.budget.code().into(),
        title.visibility.financing.code().into(),
        title.visibility.avails.code().into(),
        1.into(),
        title.created.as_millis().into(),
        title.updated.as_millis().into(),
        title.published.map(|moment| moment.as_millis()).into(),
    ])
}

fn list<T: serde::Serialize>(values: &Vec<T>) -> Result<Cell<'static>> {
    if values.is_empty() {
        Ok("[]".into())
    } else {
        Ok(to_json(values)?.into())
    }
}

#[derive(sqlx::FromRow)]
pub(super) struct TitleRow {
    id: String,
    slug: String,
    source_id: Option<String>,
    company: String,
    category: String,
    stage: String,
    status: String,
    original: String,
    original_language: Option<String>,
    texts: String,
    genres: String,
    keywords: String,
    countries: String,
    languages: String,
    subtitles: String,
    year: Option<i64>,
    released: Option<String>,
    runtime: Option<i64>,
    episodes: Option<i64>,
    budget_amount: Option<i64>,
    budget_currency: Option<String>,
    financed: Option<i64>,
    looking_for: String,
    audience: Option<String>,
    rating: Option<String>,
    credits: String,
    festivals: String,
    budget_visibility: String,
    financing_visibility: String,
    avails_visibility: String,
    created: i64,
    updated: i64,
    published: Option<i64>,
}

impl TitleRow {
    /// The title without what lies in other tables.
    pub(super) fn into_title(self) -> Result<Title> {
        self.read().map_err(|reason| self.corrupt(reason))
    }

    pub(super) fn id(&self) -> &str {
        &self.id
    }

    fn corrupt(&self, reason: Unreadable) -> StoreError {
        reason.of_row("title", &self.id)
    }

    fn read(&self) -> Column<Title> {
        let id: TitleId = text("id", &self.id)?;
        Ok(Title {
            id,
            slug: text("slug", &self.slug)?,
            source_id: optional("source_id", self.source_id.as_deref())?,
            company: text("company", &self.company)?,
            category: text("category", &self.category)?,
            stage: text("stage", &self.stage)?,
            status: text("status", &self.status)?,
            original: text("original", &self.original)?,
            original_language: optional("original_language", self.original_language.as_deref())?,
            texts: json("texts", &self.texts)?,
            genres: json("genres", &self.genres)?,
            keywords: json("keywords", &self.keywords)?,
            countries: json("countries", &self.countries)?,
            languages: json("languages", &self.languages)?,
            subtitles: json("subtitles", &self.subtitles)?,
            year: self
                .year
                .map(|year| number::<u16, _>("year", year))
                .transpose()?,
            released: day("released", self.released.as_deref())?,
            runtime: self
                .runtime
                .map(|minutes| number::<u32, _>("runtime", minutes))
                .transpose()?,
            episodes: self
                .episodes
                .map(|episodes| number::<u32, _>("episodes", episodes))
                .transpose()?,
            budget: self.budget()?,
            financed: self
                .financed
                .map(|share| number::<u32, _>("financed", share))
                .transpose()?,
            looking_for: json("looking_for", &self.looking_for)?,
            audience: optional("audience", self.audience.as_deref())?,
            rating: optional("rating", self.rating.as_deref())?,
            credits: json("credits", &self.credits)?,
            festivals: json("festivals", &self.festivals)?,
            identifiers: Vec::new(),
            materials: Vec::new(),
            avails: Vec::new(),
            grants: Vec::new(),
            visibility: FieldVisibility {
                budget: text("budget_visibility", &self.budget_visibility)?,
                financing: text("financing_visibility", &self.financing_visibility)?,
                avails: text("avails_visibility", &self.avails_visibility)?,
            },
            created: moment("created", self.created)?,
            updated: moment("updated", self.updated)?,
            published: self
                .published
                .map(|published| moment("published", published))
                .transpose()?,
        })
    }

    fn budget(&self) -> Column<Option<Money>> {
        let (Some(amount), Some(currency)) = (self.budget_amount, self.budget_currency.as_deref())
        else {
            return Ok(None);
        };
        let currency = text("budget_currency", currency)?;
        Money::new(amount, currency)
            .map(Some)
            .map_err(|error| Unreadable::new("budget_amount", error))
    }
}
