//! The ledger of rights: what is granted or held. Entries are added and voided, never changed.

use std::collections::HashMap;

use slate_domain::avail::Grant;
use slate_domain::title::Title;

use crate::store::bulk::{self, Cell, Table, select_in};
use crate::store::rows::{Column, json, text, to_json, window};
use crate::store::{Result, Tx, each};

static LEDGER: Table = Table {
    name: "rights_ledger",
    key: &[],
    columns: &[
        "title",
        "entry",
        "kind",
        "rights",
        "territories",
        "from_day",
        "until_day",
        "exclusivity",
        "languages",
        "entered",
        "voided",
    ],
    computed: &[],
};

const SELECT: &str = "SELECT title, entry, kind, rights, territories, from_day, until_day, exclusivity, languages \
                      FROM rights_ledger WHERE voided IS NULL AND title";

/// Adds to titles what is granted or held of them.
pub(super) async fn attach(tx: &mut Tx, titles: &mut [Title]) -> Result<()> {
    let ids: Vec<String> = titles.iter().map(|title| title.id.to_string()).collect();
    let mut by_id: HashMap<&str, &mut Title> = ids.iter().map(String::as_str).zip(titles).collect();
    for row in select_in!(tx, EntryRow, SELECT, &ids, "ORDER BY title, entry") {
        if let Some(title) = by_id.get_mut(row.title.as_str()) {
            title.grants.push(row.into_grant()?);
        }
    }
    Ok(())
}

/// Enters the grants of titles whose ledger is empty.
pub(super) async fn insert(tx: &mut Tx, titles: &[&Title]) -> Result<()> {
    let entered = tx.now().as_millis();
    let mut rows = Vec::new();
    for title in titles {
        for (entry, grant) in (1..).zip(&title.grants) {
            rows.push(cells(&title.id.to_string(), entry, grant, entered)?);
        }
    }
    bulk::put(tx, &LEDGER, &rows).await
}

/// Makes the ledger of a title say what its grants say: entries that still hold, in their order, stay
/// as they are; from the first that differs, what is there is voided and what is new is added.
pub(super) async fn amend(tx: &mut Tx, title: &Title) -> Result<()> {
    let id = title.id.to_string();
    let now = tx.now().as_millis();
    let rows: Vec<EntryRow> = select_in!(
        tx,
        EntryRow,
        SELECT,
        std::slice::from_ref(&id),
        "ORDER BY entry"
    );
    // An entry that cannot be read says something else than any grant.
    let same =
        |(row, grant): &(&EntryRow, &Grant)| row.read().is_ok_and(|entered| entered == **grant);
    let kept = rows.iter().zip(&title.grants).take_while(same).count();
    let newest_kept = kept
        .checked_sub(1)
        .and_then(|at| rows.get(at))
        .map_or(0, |row| row.entry);
    let last: i64 = each!(tx, conn => {
        sqlx::query("UPDATE rights_ledger SET voided = $1 WHERE title = $2 AND voided IS NULL AND entry > $3")
            .bind(now)
            .bind(&id)
            .bind(newest_kept)
            .execute(&mut *conn)
            .await?;
        sqlx::query_scalar("SELECT COALESCE(MAX(entry), 0) FROM rights_ledger WHERE title = $1")
            .bind(&id)
            .fetch_one(&mut *conn)
            .await?
    });
    let mut added = Vec::new();
    for (entry, grant) in (last + 1..).zip(title.grants.iter().skip(kept)) {
        added.push(cells(&id, entry, grant, now)?);
    }
    bulk::put(tx, &LEDGER, &added).await
}

fn cells(title: &str, entry: i64, grant: &Grant, entered: i64) -> Result<[Cell<'static>; 11]> {
    Ok([
        title.to_owned().into(),
        entry.into(),
        grant.kind.code().into(),
        grant.rights.to_string().into(),
        grant.territories.to_string().into(),
        grant.window.from().map(|day| day.to_string()).into(),
        grant.window.until().map(|day| day.to_string()).into(),
        grant.exclusivity.code().into(),
        to_json(&grant.languages)?.into(),
        entered.into(),
        Cell::Int(None),
    ])
}

#[derive(sqlx::FromRow)]
struct EntryRow {
    title: String,
    entry: i64,
    kind: String,
    rights: String,
    territories: String,
    from_day: Option<String>,
    until_day: Option<String>,
    exclusivity: String,
    languages: String,
}

impl EntryRow {
    fn into_grant(self) -> Result<Grant> {
        let id = format_args!("{} × {}", self.title, self.entry);
        self.read()
            .map_err(|reason| reason.of_row("rights_ledger", id))
    }

    fn read(&self) -> Column<Grant> {
        Ok(Grant {
            rights: text("rights", &self.rights)?,
            territories: text("territories", &self.territories)?,
            window: window(
                ["from_day", "until_day"],
                self.from_day.as_deref(),
                self.until_day.as_deref(),
            )?,
            exclusivity: text("exclusivity", &self.exclusivity)?,
            languages: json("languages", &self.languages)?,
            kind: text("kind", &self.kind)?,
        })
    }
}
