//! The columns a catalogue file may have, and how a header is read.
//!
//! Fixed columns are [`Field`]s. Texts have one column a language, `title_zh-Hant`, whose tag is BCP 47
//! in any case. `logline`, `synopsis` and `profile` without a tag are English; `title` without a tag is
//! the original.

use std::collections::HashMap;
use std::fmt;

use slate_domain::language::LanguageTag;

/// What may follow a column's name: nothing, or the tag of a language.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    Fixed(Field),
    In(Text, LanguageTag),
}

macro_rules! names {
    ($(#[$doc:meta])* $name:ident { $($(#[$item:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$item])* $variant,)+ }

        impl $name {
            /// Every one, in the order of an export.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }

            fn of_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|known| known.name() == name)
            }
        }
    };
}

names! {
    /// The columns without a language.
    Field {
        /// `edition`, `company` or `title`; a title where nothing is said.
        Record = "record",
        Id = "id",
        Slug = "slug",
        SourceId = "source_id",
        /// A company by its slug or its name.
        Company = "company",
        Title = "title",
        OriginalLanguage = "original_language",
        Category = "category",
        Stage = "stage",
        Status = "status",
        ReleaseDate = "release_date",
        Year = "year",
        Countries = "countries",
        /// Spoken languages of a title; working languages of an edition.
        Languages = "languages",
        Subtitles = "subtitles",
        Genres = "genres",
        Keywords = "keywords",
        RuntimeMinutes = "runtime_minutes",
        Episodes = "episodes",
        /// `USD 1200000`.
        Budget = "budget",
        BudgetUsd = "budget_usd",
        FinancedPercent = "financed_percent",
        LookingFor = "looking_for",
        Audience = "audience",
        Rating = "rating",
        Credits = "credits",
        Festivals = "festivals",
        Eidr = "eidr",
        Isan = "isan",
        Imdb = "imdb",
        /// Addresses of trailers on other servers; an export has them under `materials`.
        Trailers = "trailers",
        Materials = "materials",
        Avails = "avails",
        Grants = "grants",
        Visibility = "visibility",
        ListingStatus = "listing_status",
        Featured = "featured",
        /// The name of a company or an edition.
        Name = "name",
        Country = "country",
        Kinds = "kinds",
        Website = "website",
        People = "people",
        Role = "role",
        Approval = "approval",
        Booth = "booth",
        Venue = "venue",
        TimeZone = "time_zone",
        Season = "season",
        MarketDays = "market_days",
        Halls = "halls",
        Currencies = "currencies",
        Created = "created",
        Updated = "updated",
        Published = "published",
    }
}

names! {
    /// The columns that are written in a language: `title_ja`.
    Text {
        Title = "title",
        Aliases = "aliases",
        Logline = "logline",
        Synopsis = "synopsis",
        Name = "name",
        Profile = "profile",
    }
}

impl Text {
    /// The texts that are English where their column has no tag.
    const ENGLISH_BY_DEFAULT: [Self; 3] = [Self::Logline, Self::Synopsis, Self::Profile];
}

impl fmt::Display for Column {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fixed(field) => f.write_str(field.name()),
            Self::In(text, tag) => write!(f, "{}_{tag}", text.name()),
        }
    }
}

/// Why a name is no column.
#[derive(Debug, PartialEq, Eq)]
pub struct Unknown {
    /// What to do about it, as the second half of a sentence; may be empty.
    pub hint: String,
}

impl Column {
    /// Reads a column's name; case and spaces around it make no difference.
    pub fn parse(given: &str) -> Result<Self, Unknown> {
        let name = given.trim().to_ascii_lowercase();
        if let Some(field) = Field::of_name(&name) {
            return Ok(Self::Fixed(field));
        }
        if let Some(text) =
            Text::of_name(&name).filter(|text| Text::ENGLISH_BY_DEFAULT.contains(text))
        {
            return match "en".parse() {
                Ok(english) => Ok(Self::In(text, english)),
                Err(_) => Err(Unknown {
                    hint: String::new(),
                }),
            };
        }
        if let Some((text, tag)) = name.split_once('_')
            && let Some(text) = Text::of_name(text)
        {
            return match tag.parse() {
                Ok(tag) => Ok(Self::In(text, tag)),
                Err(error) => Err(Unknown {
                    hint: format!(": {error}"),
                }),
            };
        }
        Err(Unknown {
            hint: nearest(&name).map_or_else(all, |near| format!("; did you mean \"{near}\"?")),
        })
    }
}

fn all() -> String {
    let fixed = Field::ALL.iter().map(|field| field.name().to_owned());
    let texts = Text::ALL
        .iter()
        .map(|text| format!("{}_<language>", text.name()));
    format!(
        "; the columns are {}",
        fixed.chain(texts).collect::<Vec<_>>().join(", ")
    )
}

/// The known name that differs least, if it differs little.
fn nearest(name: &str) -> Option<&'static str> {
    let fixed = Field::ALL.iter().map(|field| field.name());
    fixed
        .chain(Text::ALL.iter().map(|text| text.name()))
        .map(|known| (distance(name, known), known))
        .min()
        .filter(|(distance, known)| *distance <= 1 + known.len() / 4)
        .map(|(_, known)| known)
}

/// Levenshtein's distance of two short words.
fn distance(a: &str, b: &str) -> usize {
    // A header can be anything; only what is about as long as a column's name is compared.
    if a.len() > 40 {
        return usize::MAX;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.bytes().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (cell, y) in row.iter_mut().skip(1).zip(b.bytes()) {
            let here = (diagonal + usize::from(x != y))
                .min(*cell + 1)
                .min(left + 1);
            diagonal = *cell;
            *cell = here;
            left = here;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}

/// What is wrong with a list of columns.
#[derive(Debug, PartialEq, Eq)]
pub enum HeaderFault {
    Unknown { column: String, hint: String },
    Duplicate { column: String, hint: String },
    Missing { hint: String },
}

/// Reads column names again and again, as every object of a JSON Lines file has its own.
#[derive(Debug, Default)]
pub struct Columns {
    known: HashMap<String, Column>,
}

impl Columns {
    /// A column by its name.
    pub fn get(&mut self, name: &str) -> Result<Column, Unknown> {
        if let Some(column) = self.known.get(name) {
            return Ok(column.clone());
        }
        let column = Column::parse(name)?;
        self.known.insert(name.to_owned(), column.clone());
        Ok(column)
    }

    /// All columns of a header or an object, each of which may stand there once.
    pub fn read<'a>(
        &mut self,
        names: impl IntoIterator<Item = &'a str>,
    ) -> Result<Vec<Column>, HeaderFault> {
        let mut columns: Vec<(Column, &str)> = Vec::new();
        for name in names {
            let column = self.get(name).map_err(|unknown| HeaderFault::Unknown {
                column: shown(name),
                hint: unknown.hint,
            })?;
            if let Some((_, earlier)) = columns.iter().find(|(known, _)| *known == column) {
                let hint = if *earlier == name {
                    String::new()
                } else {
                    format!(" (\"{earlier}\" means the same)")
                };
                return Err(HeaderFault::Duplicate {
                    column: shown(name),
                    hint,
                });
            }
            columns.push((column, name));
        }
        Ok(columns.into_iter().map(|(column, _)| column).collect())
    }
}

/// Reads the header of a CSV file.
pub fn read_header(cells: &[&str]) -> Result<Vec<Column>, HeaderFault> {
    if let [only] = cells
        && let Some(separator) = [';', '\t']
            .into_iter()
            .find(|separator| only.contains(*separator))
    {
        let shown = if separator == '\t' {
            "tabs"
        } else {
            "semicolons"
        };
        let hint =
            format!("the cells are separated by {shown}; save the file with commas between them");
        return Err(HeaderFault::Missing { hint });
    }
    // A line none of whose cells is a column is not a header with mistakes but the first row of data.
    if cells.iter().all(|cell| Column::parse(cell).is_err()) {
        let hint = "the first line must name the columns, such as source_id,title,year".to_owned();
        return Err(HeaderFault::Missing { hint });
    }
    Columns::default().read(cells.iter().copied())
}

/// A column's name fit for a message.
fn shown(name: &str) -> String {
    super::report::shortened(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(cells: &[&str]) -> HeaderFault {
        read_header(cells).unwrap_err()
    }

    #[test]
    fn every_name_is_read_as_itself() {
        for field in Field::ALL {
            assert_eq!(Column::parse(field.name()), Ok(Column::Fixed(*field)));
        }
        for text in Text::ALL {
            let column = Column::In(*text, "zh-Hant-HK".parse().unwrap());
            assert_eq!(
                Column::parse(&column.to_string().to_uppercase()),
                Ok(column)
            );
        }
    }

    #[test]
    fn a_text_without_a_language_is_english_and_a_title_without_one_is_the_original() {
        assert_eq!(
            Column::parse("synopsis").unwrap().to_string(),
            "synopsis_en"
        );
        assert_eq!(Column::parse("title"), Ok(Column::Fixed(Field::Title)));
        assert_eq!(Column::parse("title_id").unwrap().to_string(), "title_id");
    }

    #[test]
    fn an_unknown_column_is_named_with_the_nearest_one() {
        let unknown = |name: &str| match fault(&["source_id", name]) {
            HeaderFault::Unknown { column, hint } => (column, hint),
            other => panic!("{other:?}"),
        };
        assert_eq!(unknown("Sinopsis").1, "; did you mean \"synopsis\"?");
        assert_eq!(
            unknown("runtime_minute").1,
            "; did you mean \"runtime_minutes\"?"
        );
        assert!(
            unknown("title_klingonish").1.contains("title")
                || unknown("title_klingonish").1.contains("language")
        );
        assert!(
            unknown("box office takings")
                .1
                .starts_with("; the columns are record, id,")
        );
        assert_eq!(unknown("").0, "");
    }

    #[test]
    fn a_column_may_stand_there_once_under_whatever_name() {
        for pair in [
            ["title", "title"],
            ["synopsis", "synopsis_en"],
            ["title_zh-hk", "title_ZH_HK"],
        ] {
            assert!(
                matches!(fault(&pair), HeaderFault::Duplicate { .. }),
                "{pair:?}"
            );
        }
    }

    #[test]
    fn data_and_other_separators_are_no_header() {
        for line in [
            &["omdb:2", "Ariel", "film"][..],
            &["source_id;title;year"],
            &["source_id\ttitle"],
        ] {
            assert!(
                matches!(fault(line), HeaderFault::Missing { .. }),
                "{line:?}"
            );
        }
    }
}
