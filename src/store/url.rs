//! Where the database is.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use sqlx::postgres::PgConnectOptions;

use super::StoreError;

/// The address of a database: `sqlite:PATH` or `postgres://…`.
///
/// Anything else is refused, and nothing is guessed: a mistyped address must not become a new empty
/// database. Written without its password, which only the connection sees.
#[derive(Clone)]
pub struct DatabaseUrl(Kind);

#[derive(Clone)]
enum Kind {
    Sqlite(PathBuf),
    Postgres {
        options: Box<PgConnectOptions>,
        shown: String,
    },
}

/// What [`DatabaseUrl`] holds, for whoever connects.
pub(super) enum Target<'a> {
    Sqlite(&'a Path),
    Postgres(&'a PgConnectOptions),
}

impl DatabaseUrl {
    /// The address of an SQLite file.
    pub fn sqlite(path: impl Into<PathBuf>) -> Self {
        Self(Kind::Sqlite(path.into()))
    }

    /// The SQLite file, if it is one.
    pub fn path(&self) -> Option<&Path> {
        match &self.0 {
            Kind::Sqlite(path) => Some(path),
            Kind::Postgres { .. } => None,
        }
    }

    pub(super) fn target(&self) -> Target<'_> {
        match &self.0 {
            Kind::Sqlite(path) => Target::Sqlite(path),
            Kind::Postgres { options, .. } => Target::Postgres(options),
        }
    }
}

impl FromStr for DatabaseUrl {
    type Err = StoreError;

    fn from_str(given: &str) -> Result<Self, StoreError> {
        let given = given.trim();
        let wrong = |reason: &str| StoreError::Url {
            given: without_password(given),
            reason: reason.to_owned(),
        };
        let Some((scheme, rest)) = given.split_once(':') else {
            return Err(wrong("it does not say which kind of database it is"));
        };
        match scheme.to_ascii_lowercase().as_str() {
            "sqlite" => sqlite_path(rest).map(Self::sqlite).map_err(wrong),
            "postgres" | "postgresql" => {
                let rest = rest
                    .strip_prefix("//")
                    .ok_or_else(|| wrong("after postgres: there must be two slashes"))?;
                let options: PgConnectOptions = format!("postgres://{rest}").parse().map_err(
                    |error: sqlx::Error| match error {
                        sqlx::Error::Configuration(source) => wrong(&source.to_string()),
                        other => wrong(&other.to_string()),
                    },
                )?;
                if options.get_database().is_none_or(str::is_empty) {
                    return Err(wrong("it names no database after the host"));
                }
                Ok(Self(Kind::Postgres {
                    options: Box::new(options),
                    shown: without_password(given),
                }))
            }
            _ => Err(wrong("only SQLite and PostgreSQL are known")),
        }
    }
}

/// The path after `sqlite:`. `sqlite://data/x.db` would be read as a host by some and as a folder by
/// others, so it is refused.
fn sqlite_path(rest: &str) -> Result<&str, &'static str> {
    let path = match rest.strip_prefix("//") {
        Some(absolute) if absolute.starts_with('/') => absolute,
        Some(_) => return Err("a path follows sqlite: at once, without two slashes"),
        None => rest,
    };
    if path.is_empty() {
        Err("it names no file")
    } else if path.starts_with(':') {
        Err("a database in memory would be lost with the server")
    } else if path.contains(['?', '\0']) {
        Err("options after the path are not taken")
    } else if path.ends_with('/') {
        Err("it names a folder and no file")
    } else {
        Ok(path)
    }
}

/// The address with `***` for the password, wherever in it that stands.
fn without_password(url: &str) -> String {
    let (scheme, rest) = match url.split_once("://") {
        Some((scheme, rest)) => (format!("{scheme}://"), rest),
        None => (String::new(), url),
    };
    let (address, options) = match rest.split_once('?') {
        Some((address, options)) => (address, Some(options)),
        None => (rest, None),
    };
    // A password may hold a bare slash or `@`, so the last `@` ends it.
    let address = match address.rsplit_once('@') {
        Some((user, host)) => match user.split_once(':') {
            Some((user, _)) => format!("{user}:***@{host}"),
            None => format!("{user}@{host}"),
        },
        None => address.to_owned(),
    };
    let options = options.map_or_else(String::new, |options| {
        let shown = options
            .split('&')
            .map(|option| match option.split_once('=') {
                Some((key, _)) if key.eq_ignore_ascii_case("password") => format!("{key}=***"),
                _ => option.to_owned(),
            });
        format!("?{}", shown.collect::<Vec<_>>().join("&"))
    });
    format!("{scheme}{address}{options}")
}

impl fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Sqlite(path) => write!(f, "sqlite:{}", path.display()),
            Kind::Postgres { shown, .. } => f.write_str(shown),
        }
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_kinds_are_read() {
        for (given, shown) in [
            ("sqlite:data/slate.db", "sqlite:data/slate.db"),
            ("sqlite:/srv/slate.db", "sqlite:/srv/slate.db"),
            ("sqlite:///srv/slate.db", "sqlite:/srv/slate.db"),
            ("SQLite:a b/片.db", "sqlite:a b/片.db"),
            ("postgres://db.example/slate", "postgres://db.example/slate"),
            (
                "postgresql://me:s3cret@db/slate",
                "postgresql://me:***@db/slate",
            ),
            (
                "postgres://me@db/slate?password=s3cret&sslmode=require",
                "postgres://me@db/slate?password=***&sslmode=require",
            ),
        ] {
            let url: DatabaseUrl = given.parse().unwrap();
            assert_eq!(url.to_string(), shown, "{given}");
            assert!(!format!("{url:?}").contains("s3cret"));
        }
    }

    #[test]
    fn what_is_mistyped_is_refused_and_shows_no_password() {
        for given in [
            "",
            "slate.db",
            "/srv/slate.db",
            "sqlite:",
            "sqlite://data/slate.db",
            "sqlite::memory:",
            "sqlite:data/",
            "sqlite:x.db?mode=rwc",
            "sqlit:x.db",
            "mysql://me:s3cret@db/x",
            "postgres:me:s3cret@db/x",
            "postgres:/x",
            "postgres://me:s3cret@db",
            "postgres://me:s3cret@db:port/x",
            "C:\\slate.db",
        ] {
            let error = given.parse::<DatabaseUrl>().unwrap_err();
            assert!(matches!(error, StoreError::Url { .. }), "{given}");
            assert!(!error.to_string().contains("s3cret"), "{error}");
            assert!(error.to_string().contains("sqlite:PATH"), "{error}");
        }
    }
}
