//! Companies and their people.

use std::collections::HashMap;

use slate_domain::company::Company;
use slate_domain::id::CompanyId;
use slate_domain::person::Person;
use slate_domain::slug::Slug;

use super::bulk::{self, Cell, Table, select_in};
use super::changes::{Entity, NewChange};
use super::rows::{Column, json, moment, optional, text, to_json};
use super::{Db, Result, Tx, each};

macro_rules! select_company {
    ($rest:literal) => {
        concat!("SELECT id, slug, name, names, country, kinds, profile, website, created, updated FROM company ", $rest)
    };
}

#[tracing::instrument(skip_all, fields(company.id = %id), err)]
pub async fn by_id(db: &Db, id: &CompanyId) -> Result<Option<Company>> {
    let row: Option<CompanyRow> = each!(db, pool =>
        sqlx::query_as(select_company!("WHERE id = $1")).bind(id.to_string()).fetch_optional(pool).await?);
    row.map(CompanyRow::into_company).transpose()
}

#[tracing::instrument(skip_all, fields(company.slug = %slug), err)]
pub async fn by_slug(db: &Db, slug: &Slug) -> Result<Option<Company>> {
    let row: Option<CompanyRow> = each!(db, pool =>
        sqlx::query_as(select_company!("WHERE slug = $1")).bind(slug.as_str()).fetch_optional(pool).await?);
    row.map(CompanyRow::into_company).transpose()
}

/// In the order asked; what does not exist is left out.
#[tracing::instrument(skip_all, fields(ids = ids.len()), err)]
pub async fn by_ids(db: &Db, ids: &[CompanyId]) -> Result<Vec<Company>> {
    let mut tx = db.snapshot().await?;
    let found = find(&mut tx, ids).await?;
    Ok(ids.iter().filter_map(|id| found.get(id).cloned()).collect())
}

/// Every company, by slug.
#[tracing::instrument(skip_all, err)]
pub async fn all(db: &Db) -> Result<Vec<Company>> {
    let rows: Vec<CompanyRow> = each!(db, pool =>
        sqlx::query_as(select_company!("ORDER BY slug")).fetch_all(pool).await?);
    rows.into_iter().map(CompanyRow::into_company).collect()
}

/// The same within a transaction.
pub async fn find(tx: &mut Tx, ids: &[CompanyId]) -> Result<HashMap<CompanyId, Company>> {
    let ids: Vec<String> = ids.iter().map(CompanyId::to_string).collect();
    let rows = select_in!(tx, CompanyRow, select_company!("WHERE id"), &ids, "");
    rows.into_iter()
        .map(|row| row.into_company().map(|company| (company.id, company)))
        .collect()
}

/// The company of a slug, within a transaction.
pub async fn find_by_slug(tx: &mut Tx, slug: &Slug) -> Result<Option<Company>> {
    let row: Option<CompanyRow> = each!(tx, conn =>
        sqlx::query_as(select_company!("WHERE slug = $1")).bind(slug.as_str()).fetch_optional(&mut *conn).await?);
    row.map(CompanyRow::into_company).transpose()
}

static COMPANY: Table = Table {
    name: "company",
    key: &["id"],
    columns: &[
        "id", "slug", "name", "names", "country", "kinds", "profile", "website", "created",
        "updated",
    ],
    computed: &[],
};

/// Writes companies, new ones and ones that are there.
#[tracing::instrument(skip_all, fields(companies = companies.len()), err)]
pub async fn put(tx: &mut Tx, companies: &[Company]) -> Result<()> {
    let companies = bulk::last_of_each(companies, |company| company.id);
    let mut rows: Vec<[Cell<'_>; 10]> = Vec::with_capacity(companies.len());
    for company in companies {
        rows.push([
            company.id.to_string().into(),
            company.slug.as_str().into(),
            company.name.as_str().into(),
            to_json(&company.names)?.into(),
            company.country.map(|country| country.to_string()).into(),
            to_json(&company.kinds)?.into(),
            to_json(&company.profile)?.into(),
            company.website.as_ref().map(AsRef::<str>::as_ref).into(),
            company.created.as_millis().into(),
            company.updated.as_millis().into(),
        ]);
        tx.changed(NewChange::put(Entity::Company, company.id));
    }
    bulk::put(tx, &COMPANY, &rows).await
}

#[derive(sqlx::FromRow)]
struct CompanyRow {
    id: String,
    slug: String,
    name: String,
    names: String,
    country: Option<String>,
    kinds: String,
    profile: String,
    website: Option<String>,
    created: i64,
    updated: i64,
}

impl CompanyRow {
    fn into_company(self) -> Result<Company> {
        self.read()
            .map_err(|reason| reason.of_row("company", &self.id))
    }

    fn read(&self) -> Column<Company> {
        Ok(Company {
            id: text("id", &self.id)?,
            slug: text("slug", &self.slug)?,
            name: text("name", &self.name)?,
            names: json("names", &self.names)?,
            country: optional("country", self.country.as_deref())?,
            kinds: json("kinds", &self.kinds)?,
            profile: json("profile", &self.profile)?,
            website: optional("website", self.website.as_deref())?,
            created: moment("created", self.created)?,
            updated: moment("updated", self.updated)?,
        })
    }
}

macro_rules! select_people {
    ($on:expr, $company:expr) => {
        sqlx::query_as("SELECT id, company, name, names, job FROM person WHERE company = $1")
            .bind($company.to_string())
            .fetch_all($on)
            .await?
    };
}

/// The people of a company, by name.
#[tracing::instrument(skip_all, fields(company.id = %company), err)]
pub async fn people_of(db: &Db, company: &CompanyId) -> Result<Vec<Person>> {
    let rows: Vec<PersonRow> = each!(db, pool => select_people!(pool, company));
    by_name(rows)
}

/// The same within a transaction.
pub async fn find_people(tx: &mut Tx, company: &CompanyId) -> Result<Vec<Person>> {
    let rows: Vec<PersonRow> = each!(tx, conn => select_people!(&mut *conn, company));
    by_name(rows)
}

fn by_name(rows: Vec<PersonRow>) -> Result<Vec<Person>> {
    let people: Result<Vec<Person>> = rows.into_iter().map(PersonRow::into_person).collect();
    let mut people = people?;
    // Here and not in SQL: the databases sort names by rules of their own.
    people.sort_by(|a, b| a.name.cmp(&b.name).then(a.id.cmp(&b.id)));
    Ok(people)
}

static PERSON: Table = Table {
    name: "person",
    key: &["id"],
    columns: &["id", "company", "name", "names", "job"],
    computed: &[],
};

/// Writes people, new ones and ones that are there.
#[tracing::instrument(skip_all, fields(people = people.len()), err)]
pub async fn put_people(tx: &mut Tx, people: &[Person]) -> Result<()> {
    let people = bulk::last_of_each(people, |person| person.id);
    let mut rows: Vec<[Cell<'_>; 5]> = Vec::with_capacity(people.len());
    for person in people {
        rows.push([
            person.id.to_string().into(),
            person.company.to_string().into(),
            person.name.as_str().into(),
            to_json(&person.names)?.into(),
            person.job.as_ref().map(AsRef::<str>::as_ref).into(),
        ]);
        tx.changed(NewChange::put(Entity::Person, person.id));
    }
    bulk::put(tx, &PERSON, &rows).await
}

#[derive(sqlx::FromRow)]
struct PersonRow {
    id: String,
    company: String,
    name: String,
    names: String,
    job: Option<String>,
}

impl PersonRow {
    fn into_person(self) -> Result<Person> {
        self.read()
            .map_err(|reason| reason.of_row("person", &self.id))
    }

    fn read(&self) -> Column<Person> {
        Ok(Person {
            id: text("id", &self.id)?,
            company: text("company", &self.company)?,
            name: text("name", &self.name)?,
            names: json("names", &self.names)?,
            job: optional("job", self.job.as_deref())?,
        })
    }
}
