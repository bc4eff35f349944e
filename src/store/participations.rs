//! Which companies take part in which edition.

use slate_domain::id::{CompanyId, EditionId};
use slate_domain::listing::Participation;

use super::bulk::{self, Cell, Table, select_in};
use super::changes::{Entity, NewChange};
use super::rows::{Column, optional, text};
use super::{Db, Result, Tx, each};

macro_rules! select_participation {
    ($rest:literal) => {
        concat!(
            "SELECT edition, company, role, approval, booth FROM participation ",
            $rest
        )
    };
}

/// Everyone who takes part in an edition or asked to, by the company's id.
#[tracing::instrument(skip_all, fields(edition.id = %edition), err)]
pub async fn of_edition(db: &Db, edition: &EditionId) -> Result<Vec<Participation>> {
    let rows: Vec<ParticipationRow> = each!(db, pool =>
        sqlx::query_as(select_participation!("WHERE edition = $1 ORDER BY company"))
            .bind(edition.to_string())
            .fetch_all(pool)
            .await?);
    rows.into_iter()
        .map(ParticipationRow::into_participation)
        .collect()
}

/// Every edition a company takes part in, by the edition's id.
#[tracing::instrument(skip_all, fields(company.id = %company), err)]
pub async fn of_company(db: &Db, company: &CompanyId) -> Result<Vec<Participation>> {
    let rows: Vec<ParticipationRow> = each!(db, pool =>
        sqlx::query_as(select_participation!("WHERE company = $1 ORDER BY edition"))
            .bind(company.to_string())
            .fetch_all(pool)
            .await?);
    rows.into_iter()
        .map(ParticipationRow::into_participation)
        .collect()
}

/// How some companies take part, in whichever editions, within a transaction.
pub async fn find(tx: &mut Tx, companies: &[CompanyId]) -> Result<Vec<Participation>> {
    let ids: Vec<String> = companies.iter().map(CompanyId::to_string).collect();
    let rows = select_in!(
        tx,
        ParticipationRow,
        select_participation!("WHERE company"),
        &ids,
        ""
    );
    rows.into_iter()
        .map(ParticipationRow::into_participation)
        .collect()
}

static PARTICIPATION: Table = Table {
    name: "participation",
    key: &["edition", "company"],
    columns: &["edition", "company", "role", "approval", "booth"],
    computed: &[],
};

/// Writes participations, new ones and ones that are there.
#[tracing::instrument(skip_all, fields(participations = participations.len()), err)]
pub async fn put(tx: &mut Tx, participations: &[Participation]) -> Result<()> {
    let participations = bulk::last_of_each(participations, |one| (one.edition, one.company));
    let mut rows: Vec<[Cell<'_>; 5]> = Vec::with_capacity(participations.len());
    for one in participations {
        rows.push([
            one.edition.to_string().into(),
            one.company.to_string().into(),
            one.role.code().into(),
            one.approval.code().into(),
            one.booth.as_ref().map(|booth| booth.as_str()).into(),
        ]);
        tx.changed(NewChange::put_in(
            Entity::Participation,
            one.edition,
            one.company,
        ));
    }
    bulk::put(tx, &PARTICIPATION, &rows).await
}

#[derive(sqlx::FromRow)]
struct ParticipationRow {
    edition: String,
    company: String,
    role: String,
    approval: String,
    booth: Option<String>,
}

impl ParticipationRow {
    fn into_participation(self) -> Result<Participation> {
        let id = format_args!("{} × {}", self.edition, self.company);
        self.read()
            .map_err(|reason| reason.of_row("participation", id))
    }

    fn read(&self) -> Column<Participation> {
        Ok(Participation {
            edition: text("edition", &self.edition)?,
            company: text("company", &self.company)?,
            role: text("role", &self.role)?,
            approval: text("approval", &self.approval)?,
            booth: optional("booth", self.booth.as_deref())?,
        })
    }
}
