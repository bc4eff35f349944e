//! Writing titles.

use slate_domain::title::Title;

use super::{children, find, ledger, row};
use crate::store::bulk::{self, select_in};
use crate::store::changes::{Entity, NewChange};
use crate::store::{Result, StoreError, Tx, dialect};

/// Writes titles whole: new ones are added, ones that are there become as given, with everything that
/// belongs to them. Some hundreds at once cost little more than one.
///
/// A slug, source id, identifier or material that belongs to another title is a
/// [`Conflict`](StoreError::Conflict), and the transaction is lost.
#[tracing::instrument(skip_all, fields(titles = titles.len()), err)]
pub async fn put(tx: &mut Tx, titles: &[Title]) -> Result<()> {
    let titles = bulk::last_of_each(titles, |title| title.id);
    // Locked in one order by all, before anything is compared with what is there.
    let mut ids: Vec<String> = titles.iter().map(|title| title.id.to_string()).collect();
    ids.sort_unstable();
    let lock = dialect::for_update(tx);
    let there = select_in!(
        tx,
        (String,),
        "SELECT id FROM title WHERE id",
        &ids,
        format_args!("ORDER BY id {lock}")
    );
    let there: std::collections::HashSet<String> = there.into_iter().map(|(id,)| id).collect();

    let (known, new): (Vec<&Title>, Vec<&Title>) = titles
        .iter()
        .copied()
        .partition(|title| there.contains(&title.id.to_string()));
    let changed = Changed::since(tx, &known).await?;

    let mut rows = Vec::with_capacity(titles.len());
    for title in &titles {
        rows.push(row::cells(title)?);
    }
    bulk::put(tx, &row::TITLE, &rows).await?;

    // What goes is gone before anything comes: an identifier may move from one title to another.
    let to_clear: Vec<String> = changed
        .belongings
        .iter()
        .map(|title| title.id.to_string())
        .collect();
    children::delete(tx, &to_clear).await?;
    let to_fill: Vec<&Title> = new.iter().chain(&changed.belongings).copied().collect();
    children::insert(tx, &to_fill).await?;
    ledger::insert(tx, &new).await?;
    for title in &changed.grants {
        ledger::amend(tx, title).await?;
    }
    let to_bump: Vec<String> = changed
        .rights
        .iter()
        .map(|title| title.id.to_string())
        .collect();
    bulk::execute_in(
        tx,
        "UPDATE title SET rights_version = rights_version + 1 WHERE id",
        &to_bump,
    )
    .await?;

    for title in titles {
        tx.changed(NewChange::put(Entity::Title, title.id));
    }
    Ok(())
}

/// Of titles that are there, those of which something differs outside their own row.
#[derive(Default)]
struct Changed<'a> {
    /// Identifiers, materials or avails.
    belongings: Vec<&'a Title>,
    grants: Vec<&'a Title>,
    /// Avails or grants.
    rights: Vec<&'a Title>,
}

impl<'a> Changed<'a> {
    async fn since(tx: &mut Tx, known: &[&'a Title]) -> Result<Self> {
        let ids: Vec<_> = known.iter().map(|title| title.id).collect();
        let before = match find(tx, &ids).await {
            Ok(before) => before,
            // What cannot be read is replaced, as if all of it were different.
            Err(StoreError::CorruptRow { .. }) => Default::default(),
            Err(error) => return Err(error),
        };
        let mut changed = Self::default();
        for &title in known {
            let old = before.get(&title.id);
            let avails = old.is_none_or(|old| old.avails != title.avails);
            let grants = old.is_none_or(|old| old.grants != title.grants);
            let others = old.is_none_or(|old| {
                old.identifiers != title.identifiers || old.materials != title.materials
            });
            if avails || others {
                changed.belongings.push(title);
            }
            if grants {
                changed.grants.push(title);
            }
            if avails || grants {
                changed.rights.push(title);
            }
        }
        Ok(changed)
    }
}
