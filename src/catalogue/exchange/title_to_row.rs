//! Editions, companies and titles to rows: the other direction of the readers, column for column.

use serde::Serialize;
use serde_json::Value;

use slate_domain::company::Company;
use slate_domain::edition::Edition;
use slate_domain::language::LanguageTag;
use slate_domain::listing::{Listing, Participation};
use slate_domain::localised::Localised;
use slate_domain::person::Person;
use slate_domain::slug::Slug;
use slate_domain::title::Title;
use slate_domain::visibility::FieldVisibility;

use super::columns::{Column, Field, Text};
use super::table::Cell;

/// The cells of a record that have something in them.
pub(super) type Cells = Vec<(Column, Cell)>;

/// Gathers cells; what is empty is not there.
#[derive(Default)]
struct Writer(Cells);

impl Writer {
    fn new(record: &str) -> Self {
        let mut row = Self::default();
        row.text(Field::Record, record);
        row
    }

    fn cell(&mut self, column: Column, cell: Cell) {
        if !cell.is_empty() {
            self.0.push((column, cell));
        }
    }

    fn text(&mut self, field: Field, value: impl ToString) {
        self.cell(Column::Fixed(field), Cell::Text(value.to_string()));
    }

    fn maybe(&mut self, field: Field, value: Option<impl ToString>) {
        if let Some(value) = value {
            self.text(field, value);
        }
    }

    fn number(&mut self, field: Field, value: Option<impl Into<u64>>) {
        if let Some(value) = value {
            self.cell(Column::Fixed(field), Cell::Number(value.into()));
        }
    }

    fn values<T: ToString>(&mut self, field: Field, values: &[T]) {
        self.cell(
            Column::Fixed(field),
            Cell::Values(values.iter().map(T::to_string).collect()),
        );
    }

    fn json(&mut self, field: Field, value: &impl Serialize) -> Result<(), serde_json::Error> {
        self.cell(
            Column::Fixed(field),
            Cell::Json(serde_json::to_value(value)?),
        );
        Ok(())
    }

    fn texts<T: ToString>(&mut self, text: Text, texts: &Localised<T>) {
        for (tag, value) in texts.iter() {
            self.cell(Column::In(text, tag.clone()), Cell::Text(value.to_string()));
        }
    }
}

/// The row of an edition.
pub(super) fn edition_row(edition: &Edition) -> Result<Cells, serde_json::Error> {
    let mut row = Writer::new("edition");
    row.text(Field::Id, edition.id);
    row.text(Field::Slug, &edition.slug);
    row.text(Field::Name, &edition.name);
    row.texts(Text::Name, &edition.names);
    row.maybe(Field::Venue, edition.venue.as_ref());
    row.text(Field::TimeZone, &edition.time_zone);
    row.text(Field::Season, edition.season);
    row.json(Field::MarketDays, &edition.market_days)?;
    row.json(Field::Halls, &edition.halls)?;
    row.values(Field::Languages, &edition.languages);
    row.values(Field::Currencies, &edition.currencies);
    Ok(row.0)
}

/// The row of a company, its people and its part in the edition.
pub(super) fn company_row(
    company: &Company,
    people: &[Person],
    participation: Option<&Participation>,
) -> Result<Cells, serde_json::Error> {
    let mut row = Writer::new("company");
    row.text(Field::Id, company.id);
    row.text(Field::Slug, &company.slug);
    row.text(Field::Name, &company.name);
    row.texts(Text::Name, &company.names);
    row.maybe(Field::Country, company.country);
    row.values(Field::Kinds, &company.kinds);
    row.texts(Text::Profile, &company.profile);
    row.maybe(Field::Website, company.website.as_ref());
    let mut people = serde_json::to_value(people)?;
    for person in people
        .as_array_mut()
        .into_iter()
        .flatten()
        .filter_map(Value::as_object_mut)
    {
        // The row they stand in says it.
        person.remove("company");
    }
    row.json(Field::People, &people)?;
    // Said even where it is nothing: a file that does not speak of it means an exhibitor.
    let role = participation
        .map(|participation| participation.role.to_string())
        .unwrap_or_default();
    row.0.push((Column::Fixed(Field::Role), Cell::Text(role)));
    row.maybe(
        Field::Approval,
        participation.map(|participation| participation.approval),
    );
    row.maybe(
        Field::Booth,
        participation.and_then(|participation| participation.booth.as_ref()),
    );
    row.text(Field::Created, company.created);
    row.text(Field::Updated, company.updated);
    Ok(row.0)
}

/// The row of a title and its listing; `company` is the slug of the title's company.
pub(super) fn title_row(
    title: &Title,
    company: &Slug,
    listing: Option<&Listing>,
) -> Result<Cells, serde_json::Error> {
    let mut row = Writer::new("title");
    row.text(Field::Id, title.id);
    row.text(Field::Slug, &title.slug);
    row.maybe(Field::SourceId, title.source_id.as_ref());
    row.text(Field::Company, company);
    row.text(Field::Title, &title.original);
    // Said even where it is unknown: a file that does not speak of it leaves it to be concluded.
    let language = title
        .original_language
        .as_ref()
        .map_or("", LanguageTag::as_str);
    row.0.push((
        Column::Fixed(Field::OriginalLanguage),
        Cell::Text(language.to_owned()),
    ));
    row.texts(Text::Title, &title.texts.titles);
    for (tag, aliases) in title.texts.aliases.iter() {
        let aliases = aliases.iter().map(ToString::to_string).collect();
        row.cell(
            Column::In(Text::Aliases, tag.clone()),
            Cell::Values(aliases),
        );
    }
    row.texts(Text::Logline, &title.texts.loglines);
    row.texts(Text::Synopsis, &title.texts.synopses);
    row.text(Field::Category, title.category);
    row.text(Field::Stage, title.stage);
    row.text(Field::Status, title.status);
    row.maybe(Field::ReleaseDate, title.released);
    row.number(Field::Year, title.year.map(|year| u64::from(year.get())));
    row.values(Field::Countries, &title.countries);
    row.values(Field::Languages, &title.languages);
    row.values(Field::Subtitles, &title.subtitles);
    row.values(Field::Genres, &title.genres);
    row.values(Field::Keywords, &title.keywords);
    row.number(
        Field::RuntimeMinutes,
        title.runtime.map(|runtime| runtime.get()),
    );
    row.number(
        Field::Episodes,
        title.episodes.map(|episodes| episodes.get()),
    );
    row.maybe(Field::Budget, title.budget);
    row.number(
        Field::FinancedPercent,
        title.financed.map(|percent| percent.get()),
    );
    row.values(Field::LookingFor, &title.looking_for);
    row.maybe(Field::Audience, title.audience);
    row.maybe(Field::Rating, title.rating);
    row.json(Field::Credits, &title.credits)?;
    row.json(Field::Festivals, &title.festivals)?;
    for (field, scheme) in [
        (Field::Eidr, "eidr"),
        (Field::Isan, "isan"),
        (Field::Imdb, "imdb"),
    ] {
        let known = title
            .identifiers
            .iter()
            .find(|identifier| identifier.scheme() == scheme);
        row.maybe(field, known.map(|identifier| identifier.value()));
    }
    row.json(Field::Materials, &title.materials)?;
    row.json(Field::Avails, &title.avails)?;
    row.json(Field::Grants, &title.grants)?;
    if title.visibility != FieldVisibility::default() {
        row.json(Field::Visibility, &title.visibility)?;
    }
    let status = listing
        .map(|listing| listing.status.to_string())
        .unwrap_or_default();
    row.0
        .push((Column::Fixed(Field::ListingStatus), Cell::Text(status)));
    row.number(
        Field::Featured,
        listing
            .map(|listing| listing.featured)
            .filter(|featured| *featured > 0),
    );
    row.text(Field::Created, title.created);
    row.text(Field::Updated, title.updated);
    // Said even where it never was: a published title would get today's date.
    let published = title
        .published
        .map(|published| published.to_string())
        .unwrap_or_default();
    row.0
        .push((Column::Fixed(Field::Published), Cell::Text(published)));
    Ok(row.0)
}
