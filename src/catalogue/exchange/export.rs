//! The export: the current edition, the companies by slug with their part in it, the titles by slug with
//! their listing in it. Companies and titles are all written; other editions, and parts and listings in
//! them, are not.

use std::collections::{BTreeSet, HashMap};
use std::io::Write;

use serde::ser::{Serialize, SerializeMap, Serializer};
use slate_domain::edition::Edition;
use slate_domain::slug::Slug;

use super::columns::{Column, Field, Text};
use super::table::Cell;
use super::title_to_row::{Cells, company_row, edition_row, title_row};
use super::{ExchangeError, Format};
use crate::store::{Db, companies, editions, listings, participations, titles};

/// How many titles are read at once.
const PAGE: u32 = 1_000;

/// Writes the catalogue; answers how many records it has.
#[tracing::instrument(skip_all, err)]
pub async fn export<W: Write>(db: &Db, format: Format, out: W) -> Result<u64, ExchangeError> {
    let edition = editions::current(db).await?;
    match format {
        Format::JsonLines => {
            let mut lines = JsonLines { out, count: 0 };
            each_record(db, edition.as_ref(), &mut lines).await?;
            lines.out.flush()?;
            Ok(lines.count)
        }
        Format::Csv => {
            // The header names the languages there are, so the catalogue is read twice.
            let mut used = UsedColumns(BTreeSet::new());
            each_record(db, edition.as_ref(), &mut used).await?;
            let mut table = CsvTable::new(used.0, out)?;
            each_record(db, edition.as_ref(), &mut table).await?;
            table.out.flush()?;
            Ok(table.count)
        }
    }
}

/// Somewhere to put records.
trait Sink {
    fn put(&mut self, cells: Cells) -> Result<(), ExchangeError>;
}

async fn each_record(
    db: &Db,
    edition: Option<&Edition>,
    sink: &mut impl Sink,
) -> Result<(), ExchangeError> {
    let (mut parts, mut listed) = (HashMap::new(), HashMap::new());
    if let Some(edition) = edition {
        sink.put(edition_row(edition)?)?;
        let of_edition = participations::of_edition(db, &edition.id).await?;
        parts.extend(of_edition.into_iter().map(|part| (part.company, part)));
        let of_edition = listings::of_edition(db, &edition.id).await?;
        listed.extend(of_edition.into_iter().map(|one| (one.title, one)));
    }
    let mut slugs = HashMap::new();
    for company in companies::all(db).await? {
        let people = companies::people_of(db, &company.id).await?;
        sink.put(company_row(&company, &people, parts.get(&company.id))?)?;
        slugs.insert(company.id, company.slug);
    }
    let mut after: Option<Slug> = None;
    loop {
        let page = titles::page_by_slug(db, after.as_ref(), PAGE).await?;
        for title in &page {
            let company = slugs.get(&title.company).ok_or(ExchangeError::Changed)?;
            sink.put(title_row(title, company, listed.get(&title.id))?)?;
        }
        match page.last() {
            Some(last) => after = Some(last.slug.clone()),
            None => return Ok(()),
        }
    }
}

/// Collects the columns that have a language.
struct UsedColumns(BTreeSet<Column>);

impl Sink for UsedColumns {
    fn put(&mut self, cells: Cells) -> Result<(), ExchangeError> {
        for (column, _) in cells {
            if matches!(column, Column::In(..)) && !self.0.contains(&column) {
                self.0.insert(column);
            }
        }
        Ok(())
    }
}

struct JsonLines<W> {
    out: W,
    count: u64,
}

/// An object whose keys stand in the order of the columns.
struct Object(Cells);

impl Serialize for Object {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (column, cell) in &self.0 {
            map.serialize_entry(&column.to_string(), &cell.to_json())?;
        }
        map.end()
    }
}

impl<W: Write> Sink for JsonLines<W> {
    fn put(&mut self, cells: Cells) -> Result<(), ExchangeError> {
        serde_json::to_writer(&mut self.out, &Object(cells))?;
        self.out.write_all(b"\n")?;
        self.count += 1;
        Ok(())
    }
}

struct CsvTable<W: Write> {
    out: csv::Writer<W>,
    places: HashMap<Column, usize>,
    count: u64,
}

impl<W: Write> CsvTable<W> {
    /// A table with every fixed column, each followed by its languages.
    fn new(languages: BTreeSet<Column>, out: W) -> Result<Self, ExchangeError> {
        let mut columns: Vec<Column> = Vec::new();
        for field in Field::ALL {
            columns.push(Column::Fixed(*field));
            let texts: &[Text] = match field {
                Field::OriginalLanguage => {
                    &[Text::Title, Text::Aliases, Text::Logline, Text::Synopsis]
                }
                Field::Name => &[Text::Name, Text::Profile],
                _ => &[],
            };
            for text in texts {
                let same =
                    |column: &&Column| matches!(column, Column::In(other, _) if other == text);
                columns.extend(languages.iter().filter(same).cloned());
            }
        }
        let mut out = csv::Writer::from_writer(out);
        out.write_record(columns.iter().map(Column::to_string))?;
        let places = columns
            .into_iter()
            .enumerate()
            .map(|(place, column)| (column, place))
            .collect();
        Ok(Self {
            out,
            places,
            count: 0,
        })
    }
}

impl<W: Write> Sink for CsvTable<W> {
    fn put(&mut self, cells: Cells) -> Result<(), ExchangeError> {
        let mut row = vec![String::new(); self.places.len()];
        for (column, cell) in cells {
            let place = self
                .places
                .get(&column)
                .and_then(|place| row.get_mut(*place));
            // A language that was not there when the header was written.
            *place.ok_or(ExchangeError::Changed)? = match cell {
                Cell::Text(text) => text,
                other => other.text().into_owned(),
            };
        }
        self.out.write_record(&row)?;
        self.count += 1;
        Ok(())
    }
}
