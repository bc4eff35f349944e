//! The commands of the binary, a file each. `main.rs` reads the command line and calls them.

pub mod edition;
pub mod export;
pub mod import;
pub mod migrate;
pub mod search;
pub mod seed;
pub mod serve;

use std::error::Error;
use std::fmt::Display;
use std::io;
use std::process::ExitCode;

use super::clock::Clock;
use super::config::{Config, Flags};
use super::telemetry;
use crate::store::{DatabaseUrl, Db, IfMissing, Migrated};

/// What every command starts from.
#[derive(Debug)]
pub struct Setting {
    pub config: Config,
    pub clock: Clock,
}

/// Why a command failed: one line for whoever typed it.
#[derive(Debug)]
pub struct Failure(Option<String>);

impl Failure {
    pub fn new(message: impl Display) -> Self {
        Self(Some(message.to_string()))
    }

    /// Says so on standard error, and how the process ends.
    pub fn report(&self) -> ExitCode {
        match &self.0 {
            Some(message) => {
                let line: Vec<&str> = message
                    .lines()
                    .map(str::trim)
                    .filter(|line| !line.is_empty())
                    .collect();
                eprintln!("slate: {}", line.join(" "));
                ExitCode::FAILURE
            }
            None => ExitCode::SUCCESS,
        }
    }
}

impl<E: Error + 'static> From<E> for Failure {
    fn from(error: E) -> Self {
        // Whoever reads us (`| head`) has read enough, which is no failure.
        if is_broken_pipe(&error) {
            Self(None)
        } else {
            Self::new(error)
        }
    }
}

fn is_broken_pipe(error: &(dyn Error + 'static)) -> bool {
    let here = error
        .downcast_ref::<io::Error>()
        .is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe);
    here || error.source().is_some_and(is_broken_pipe)
}

impl Setting {
    /// Reads the settings.
    ///
    /// # Errors
    /// When one of them cannot be used; see [`Config::load`].
    pub fn load(flags: &Flags, clock: Clock) -> Result<Self, Failure> {
        Ok(Self {
            config: Config::load(flags)?,
            clock,
        })
    }

    /// Logs what a person at a terminal should know, and no more: the error that ends a command is told
    /// by the command.
    fn log_quietly(&self) -> Result<(), Failure> {
        let quiet = "warn,slate::store=off,slate::catalogue::exchange=off";
        let filter = if self.config.log == "info" {
            quiet
        } else {
            &self.config.log
        };
        telemetry::start_log(filter, self.config.log_format)
    }

    fn url(&self) -> Result<DatabaseUrl, Failure> {
        Ok(self.config.database.parse()?)
    }

    /// Connects to a database that is there and as this version needs it.
    async fn open(&self) -> Result<Db, Failure> {
        let db = Db::open(&self.url()?, IfMissing::Refuse).await?;
        db.check_schema().await?.require_current()?;
        Ok(db)
    }

    /// Connects for a command that may begin with nothing: the database at the default place is made if
    /// it is missing, one elsewhere is not, and an older schema is brought up to date.
    async fn open_up_to_date(&self) -> Result<Db, Failure> {
        let if_missing = if self.config.database_is_default {
            IfMissing::Create
        } else {
            IfMissing::Refuse
        };
        let db = Db::open(&self.url()?, if_missing).await?;
        let migrated = db.migrate().await?;
        if migrated.from != migrated.to {
            eprintln!("{}", told(&migrated, &self.config.database));
        }
        Ok(db)
    }
}

/// What a migration did, for people.
fn told(migrated: &Migrated, database: &str) -> String {
    let place = database
        .parse::<DatabaseUrl>()
        .map_or_else(|_| String::new(), |url| url.to_string());
    match *migrated {
        Migrated { from, to } if from == to => {
            format!("The database {place} is up to date (schema {to}).")
        }
        Migrated { from: 0, to } => format!("The database {place} was made (schema {to})."),
        Migrated { from, to } => {
            format!("The database {place} was brought up to date, from schema {from} to {to}.")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_that_has_enough_is_no_failure() {
        assert!(
            Failure::from(io::Error::from(io::ErrorKind::BrokenPipe))
                .0
                .is_none()
        );
        assert!(
            Failure::from(io::Error::from(io::ErrorKind::NotFound))
                .0
                .is_some()
        );
        let within =
            crate::catalogue::exchange::ExchangeError::Write(io::ErrorKind::BrokenPipe.into());
        assert!(Failure::from(within).0.is_none());
    }

    #[test]
    fn a_migration_is_told() {
        let told = |from, to| told(&Migrated { from, to }, "sqlite:data/slate.db");
        assert_eq!(
            told(0, 2),
            "The database sqlite:data/slate.db was made (schema 2)."
        );
        assert_eq!(
            told(2, 2),
            "The database sqlite:data/slate.db is up to date (schema 2)."
        );
        assert!(told(1, 2).contains("from schema 1 to 2"));
    }
}
