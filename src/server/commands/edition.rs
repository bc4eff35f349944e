//! `slate edition`: the editions of this installation, each as a file that a person can write.

use std::fs;
use std::io::{Write, stdout};
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use serde::{Deserialize, Serialize};
use slate_domain::currency::Currency;
use slate_domain::edition::{Edition, Hall, MarketDay, TimeZoneName};
use slate_domain::id::EditionId;
use slate_domain::language::LanguageTag;
use slate_domain::localised::Localised;
use slate_domain::slug::Slug;
use slate_domain::text::Name;
use slate_domain::window::Window;

use super::{Failure, Setting};
use crate::server::config::parse_toml;
use crate::server::ids::Ids;
use crate::store::{Db, editions};

#[derive(Debug, Args)]
pub struct Options {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, Subcommand)]
enum Act {
    /// List the editions, the current one marked
    List,
    /// Write an edition as TOML
    Show {
        /// [default: the current one]
        slug: Option<Slug>,
    },
    /// Take an edition from TOML: a new one, or the one of the same slug anew
    Put {
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// Make it the one that visitors see
        #[arg(long)]
        current: bool,
    },
    /// Make an edition the one that visitors see
    Use { slug: Slug },
}

pub async fn run(setting: Setting, options: Options) -> Result<(), Failure> {
    setting.log_quietly()?;
    let db = setting.open_up_to_date().await?;
    let said = match options.act {
        Act::List => list(&db).await,
        Act::Show { slug } => show(&db, slug.as_ref()).await,
        Act::Put { file, current } => put(&db, &setting, &file, current).await,
        Act::Use { slug } => switch(&db, &setting, &slug).await,
    };
    db.close().await;
    write!(stdout(), "{}", said?)?;
    Ok(())
}

async fn list(db: &Db) -> Result<String, Failure> {
    let current = editions::current(db).await?.map(|edition| edition.id);
    let lines = editions::all(db).await?.into_iter().map(|edition| {
        let mark = if Some(edition.id) == current {
            '*'
        } else {
            ' '
        };
        format!("{mark} {}  {}\n", edition.slug, edition.name)
    });
    let lines: String = lines.collect();
    if lines.is_empty() {
        return Ok("There is no edition yet: slate edition put FILE makes one.\n".to_owned());
    }
    Ok(lines)
}

async fn show(db: &Db, slug: Option<&Slug>) -> Result<String, Failure> {
    let edition = match slug {
        Some(slug) => of_slug(db, slug).await?,
        None => editions::current(db)
            .await?
            .ok_or_else(|| Failure::new("there is no current edition"))?,
    };
    Ok(toml::to_string(&Written::from(edition))?)
}

async fn put(db: &Db, setting: &Setting, file: &Path, current: bool) -> Result<String, Failure> {
    let text = fs::read_to_string(file)
        .map_err(|error| Failure::new(format_args!("{}: {error}", file.display())))?;
    let written =
        read(&text).map_err(|reason| Failure::new(format_args!("{}: {reason}", file.display())))?;
    let all = editions::all(db).await?;
    let before = all.iter().find(|edition| edition.slug == written.slug);
    let now_current = editions::current(db).await?.map(|edition| edition.id);
    let id = match before {
        Some(edition) => edition.id,
        None => {
            let (millis, random) = Ids::new(setting.clock.clone()).parts();
            EditionId::from_parts(millis, random)
        }
    };
    // The first edition is the current one, since visitors would see none otherwise.
    let current = current || now_current.is_none_or(|current| current == id);
    let edition = written.into_edition(id);
    let slug = edition.slug.clone();
    write(db, setting, &edition, current).await?;
    let word = if before.is_some() { "changed" } else { "made" };
    let seen = if current {
        "visitors see it"
    } else {
        "visitors see another"
    };
    Ok(format!("The edition {slug} was {word}; {seen}.\n"))
}

async fn switch(db: &Db, setting: &Setting, slug: &Slug) -> Result<String, Failure> {
    let edition = of_slug(db, slug).await?;
    write(db, setting, &edition, true).await?;
    Ok(format!("Visitors see the edition {slug} now.\n"))
}

async fn write(
    db: &Db,
    setting: &Setting,
    edition: &Edition,
    current: bool,
) -> Result<(), Failure> {
    let mut tx = db.begin(setting.clock.now()).await?;
    editions::put(&mut tx, edition, current).await?;
    Ok(tx.commit().await?)
}

async fn of_slug(db: &Db, slug: &Slug) -> Result<Edition, Failure> {
    let mut all = editions::all(db).await?.into_iter();
    all.find(|edition| edition.slug == *slug).ok_or_else(|| {
        Failure::new(format_args!(
            "there is no edition {slug}: slate edition list names them"
        ))
    })
}

/// An edition as its file has it: all but the identifier.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Written {
    slug: Slug,
    name: Name,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    venue: Option<Name>,
    time_zone: TimeZoneName,
    /// As `2027-02-22/2027-04-18`; either side may be missing.
    season: Window,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    languages: Vec<LanguageTag>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    currencies: Vec<Currency>,
    #[serde(default, skip_serializing_if = "Localised::is_empty")]
    names: Localised<Name>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    market_days: Vec<MarketDay>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    halls: Vec<Hall>,
}

/// Reads a file, and checks what no single value shows.
fn read(text: &str) -> Result<Written, String> {
    let written: Written =
        parse_toml(text).map_err(|(line, message)| format!("line {line}: {message}"))?;
    if jiff::tz::TimeZone::get(written.time_zone.as_str()).is_err() {
        return Err(format!(
            "“{}” is not a time zone that is known",
            written.time_zone
        ));
    }
    slate_domain::edition::check_plan(&written.market_days, &written.halls)
        .map_err(|error| error.to_string())?;
    Ok(written)
}

impl Written {
    fn into_edition(self, id: EditionId) -> Edition {
        Edition {
            id,
            slug: self.slug,
            name: self.name,
            names: self.names,
            venue: self.venue,
            time_zone: self.time_zone,
            season: self.season,
            market_days: self.market_days,
            halls: self.halls,
            languages: self.languages,
            currencies: self.currencies,
        }
    }
}

impl From<Edition> for Written {
    fn from(edition: Edition) -> Self {
        Self {
            slug: edition.slug,
            name: edition.name,
            venue: edition.venue,
            time_zone: edition.time_zone,
            season: edition.season,
            languages: edition.languages,
            currencies: edition.currencies,
            names: edition.names,
            market_days: edition.market_days,
            halls: edition.halls,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: &str = "slug = 'spring'\nname = 'Spring Market'\ntime-zone = 'Asia/Tokyo'\nseason = '2028-02-01/2028-03-31'\n";

    #[test]
    fn what_is_shown_is_taken_again() {
        let full = [
            PLAIN,
            "languages = ['en', 'ja']\nnames = { ja = '春の市場' }\n",
            "[[market-days]]\ndate = '2028-03-01'\nopens = '09:00'\ncloses = '18:00'\n",
            "[[halls]]\ncode = '1'\nname = 'Hall 1'\nwidth = 100\ndepth = 60\n",
            "[[halls.booths]]\ncode = '1A'\nx = 0\ny = 0\nwidth = 30\ndepth = 30\n",
        ];
        let id = EditionId::from_parts(1, [7; 10]);
        let edition = read(&full.concat()).unwrap().into_edition(id);
        assert_eq!(edition.halls[0].booths.len(), 1);
        let shown = toml::to_string(&Written::from(edition.clone())).unwrap();
        assert_eq!(read(&shown).unwrap().into_edition(id), edition);
    }

    #[test]
    fn a_file_that_says_little_is_enough() {
        let edition = read(PLAIN).unwrap();
        assert!(edition.market_days.is_empty() && edition.halls.is_empty());
    }

    #[test]
    fn what_is_wrong_is_told() {
        let with = |more: &str| read(&format!("{PLAIN}{more}")).unwrap_err();
        assert!(with("vennue = 'Hall'").contains("vennue"));
        let zone = PLAIN.replace("Asia/Tokyo", "Asia/Atlantis");
        assert!(read(&zone).unwrap_err().contains("Asia/Atlantis"));
        let day = |opens: &str, closes: &str| {
            format!(
                "[[market-days]]\ndate = '2028-03-01'\nopens = '{opens}'\ncloses = '{closes}'\n"
            )
        };
        assert!(with(&day("18:00", "09:00")).contains("opening"));
        let twice = day("09:00", "18:00").repeat(2);
        assert!(with(&twice).contains("2028-03-01"));
    }
}
