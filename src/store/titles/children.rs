//! What belongs to one title and lies in tables of its own: identifiers, materials, avails.

use std::collections::HashMap;

use slate_domain::avail::{Avail, Holdback};
use slate_domain::id::TitleId;
use slate_domain::identifier::Identifier;
use slate_domain::material::{Material, MaterialSource};
use slate_domain::title::Title;

use crate::store::bulk::{self, Cell, Table, select_in};
use crate::store::rows::{Column, Unreadable, day, json, number, optional, text, to_json, window};
use crate::store::{Result, StoreError, Tx};

static IDENTIFIER: Table = Table {
    name: "title_identifier",
    key: &[],
    columns: &["title", "scheme", "value", "position"],
    computed: &[],
};

static MATERIAL: Table = Table {
    name: "material",
    key: &[],
    columns: &[
        "id", "title", "position", "kind", "access", "url", "stored", "label", "language",
        "seconds",
    ],
    computed: &[],
};

static AVAIL: Table = Table {
    name: "avail",
    key: &[],
    columns: &[
        "title",
        "position",
        "id",
        "rights",
        "territories",
        "from_day",
        "until_day",
        "exclusivity",
        "languages",
        "holdback_until",
        "holdback_note",
    ],
    computed: &[],
};

/// Writes what belongs to titles of which nothing is there.
pub(super) async fn insert(tx: &mut Tx, titles: &[&Title]) -> Result<()> {
    let mut identifiers: Vec<[Cell<'_>; 4]> = Vec::new();
    let mut materials: Vec<[Cell<'_>; 10]> = Vec::new();
    let mut avails: Vec<[Cell<'_>; 11]> = Vec::new();
    for title in titles {
        let id = title.id.to_string();
        for (position, identifier) in (0..).zip(&title.identifiers) {
            let scheme = identifier.scheme();
            identifiers.push([
                id.clone().into(),
                scheme.into(),
                identifier.value().into(),
                i64::into(position),
            ]);
        }
        for (position, material) in (0..).zip(&title.materials) {
            materials.push(material_cells(&id, position, material));
        }
        for (position, avail) in (0..).zip(&title.avails) {
            avails.push(avail_cells(&id, position, avail)?);
        }
    }
    bulk::put(tx, &IDENTIFIER, &identifiers).await?;
    bulk::put(tx, &MATERIAL, &materials).await?;
    bulk::put(tx, &AVAIL, &avails).await
}

/// Removes what belongs to these titles.
pub(super) async fn delete(tx: &mut Tx, titles: &[String]) -> Result<()> {
    bulk::execute_in(tx, "DELETE FROM title_identifier WHERE title", titles).await?;
    bulk::execute_in(tx, "DELETE FROM material WHERE title", titles).await?;
    bulk::execute_in(tx, "DELETE FROM avail WHERE title", titles).await
}

/// Adds to titles what belongs to them.
pub(super) async fn attach(tx: &mut Tx, titles: &mut [Title]) -> Result<()> {
    let ids: Vec<String> = titles.iter().map(|title| title.id.to_string()).collect();
    let mut by_id: HashMap<&str, &mut Title> = ids.iter().map(String::as_str).zip(titles).collect();
    let identifiers = select_in!(
        tx,
        IdentifierRow,
        "SELECT title, scheme, value FROM title_identifier WHERE title",
        &ids,
        "ORDER BY title, position"
    );
    for row in identifiers {
        if let Some(title) = by_id.get_mut(row.title.as_str()) {
            title.identifiers.push(row.into_identifier()?);
        }
    }
    let materials = select_in!(
        tx,
        MaterialRow,
        "SELECT id, title, kind, access, url, stored, label, language, seconds FROM material WHERE title",
        &ids,
        "ORDER BY title, position"
    );
    for row in materials {
        if let Some(title) = by_id.get_mut(row.title.as_str()) {
            title.materials.push(row.into_material()?);
        }
    }
    let avails = select_in!(
        tx,
        AvailRow,
        "SELECT title, position, id, rights, territories, from_day, until_day, exclusivity, languages, holdback_until, holdback_note FROM avail WHERE title",
        &ids,
        "ORDER BY title, position"
    );
    for row in avails {
        if let Some(title) = by_id.get_mut(row.title.as_str()) {
            title.avails.push(row.into_avail()?);
        }
    }
    Ok(())
}

/// Identifiers of any scheme with one of these values, and whose they are.
pub(super) async fn identifiers_of_values(
    tx: &mut Tx,
    values: &[String],
) -> Result<Vec<(Identifier, TitleId)>> {
    // The schemes are named so that the index on scheme and value serves.
    let rows = select_in!(
        tx,
        IdentifierRow,
        "SELECT title, scheme, value FROM title_identifier WHERE scheme IN ('eidr', 'isan', 'imdb') AND value",
        values,
        ""
    );
    rows.into_iter()
        .map(|row| {
            let title = text("title", &row.title).map_err(|reason| row.corrupt(reason))?;
            Ok((row.into_identifier()?, title))
        })
        .collect()
}

fn material_cells<'a>(title: &str, position: i64, material: &'a Material) -> [Cell<'a>; 10] {
    let (url, stored) = match &material.source {
        MaterialSource::External(url) => (Some(url.as_str()), None),
        MaterialSource::Stored(key) => (None, Some(key.as_str())),
    };
    [
        material.id.to_string().into(),
        title.to_owned().into(),
        position.into(),
        material.kind.code().into(),
        material.access.code().into(),
        url.into(),
        stored.into(),
        material.label.as_ref().map(|label| label.as_str()).into(),
        material
            .language
            .as_ref()
            .map(|language| language.as_str())
            .into(),
        material.seconds.map(i64::from).into(),
    ]
}

fn avail_cells<'a>(title: &str, position: i64, avail: &'a Avail) -> Result<[Cell<'a>; 11]> {
    let holdback = avail.holdback.as_ref();
    Ok([
        title.to_owned().into(),
        position.into(),
        avail.id.map(|id| id.to_string()).into(),
        avail.rights.to_string().into(),
        avail.territories.to_string().into(),
        avail.window.from().map(|day| day.to_string()).into(),
        avail.window.until().map(|day| day.to_string()).into(),
        avail.exclusivity.code().into(),
        to_json(&avail.languages)?.into(),
        holdback.map(|holdback| holdback.until.to_string()).into(),
        holdback
            .and_then(|holdback| Some(holdback.note.as_ref()?.as_str()))
            .into(),
    ])
}

#[derive(sqlx::FromRow)]
struct IdentifierRow {
    title: String,
    scheme: String,
    value: String,
}

impl IdentifierRow {
    fn into_identifier(self) -> Result<Identifier> {
        Identifier::from_parts(&self.scheme, &self.value)
            .map_err(|error| self.corrupt(Unreadable::new("value", error)))
    }

    fn corrupt(&self, reason: Unreadable) -> StoreError {
        reason.of_row(
            "title_identifier",
            format_args!("{} × {}", self.title, self.scheme),
        )
    }
}

#[derive(sqlx::FromRow)]
struct MaterialRow {
    id: String,
    title: String,
    kind: String,
    access: String,
    url: Option<String>,
    stored: Option<String>,
    label: Option<String>,
    language: Option<String>,
    seconds: Option<i64>,
}

impl MaterialRow {
    fn into_material(self) -> Result<Material> {
        self.read()
            .map_err(|reason| reason.of_row("material", &self.id))
    }

    fn read(&self) -> Column<Material> {
        let source = match (&self.url, &self.stored) {
            (Some(url), None) => MaterialSource::External(text("url", url)?),
            (None, Some(key)) => MaterialSource::Stored(text("stored", key)?),
            _ => {
                return Err(Unreadable::new(
                    "url",
                    "a material lies at an address or in the store, not in both",
                ));
            }
        };
        Ok(Material {
            id: text("id", &self.id)?,
            kind: text("kind", &self.kind)?,
            access: text("access", &self.access)?,
            source,
            label: optional("label", self.label.as_deref())?,
            language: optional("language", self.language.as_deref())?,
            seconds: self
                .seconds
                .map(|seconds| number::<u32, u32>("seconds", seconds))
                .transpose()?,
        })
    }
}

#[derive(sqlx::FromRow)]
struct AvailRow {
    title: String,
    position: i64,
    id: Option<String>,
    rights: String,
    territories: String,
    from_day: Option<String>,
    until_day: Option<String>,
    exclusivity: String,
    languages: String,
    holdback_until: Option<String>,
    holdback_note: Option<String>,
}

impl AvailRow {
    fn into_avail(self) -> Result<Avail> {
        let id = format_args!("{} × {}", self.title, self.position);
        self.read().map_err(|reason| reason.of_row("avail", id))
    }

    fn read(&self) -> Column<Avail> {
        let holdback = match day("holdback_until", self.holdback_until.as_deref())? {
            Some(until) => Some(Holdback {
                until,
                note: optional("holdback_note", self.holdback_note.as_deref())?,
            }),
            None => None,
        };
        Ok(Avail {
            id: optional("id", self.id.as_deref())?,
            rights: text("rights", &self.rights)?,
            territories: text("territories", &self.territories)?,
            window: window(
                ["from_day", "until_day"],
                self.from_day.as_deref(),
                self.until_day.as_deref(),
            )?,
            exclusivity: text("exclusivity", &self.exclusivity)?,
            languages: json("languages", &self.languages)?,
            holdback,
        })
    }
}
